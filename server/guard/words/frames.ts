/** How a clause opens or turns tells what it does. Patterns over normalised lower-case text of one clause. */

/** The listing is silent, or the agent does not know. */
export const ABSENCE =
  /\b(?:listing|description|page|catalog(?:ue)?|row|data|information|specs?|spec sheet|product page|details|brand|maker|merchant|shop|store|i)\b.{0,140}?\b(?:doesn't|does not|don't|do not|didn't|isn't|is not|can't|cannot|couldn't|can not) (?:\w+ )?(?:say|mention|state|list|tell|specify|give|show|know|claim|suggest|indicate|promise|confirm|see|find|have (?:any )?(?:information|word|data|detail)|sure|certain|clear|promise|verify|check)|\b(?:isn't|is not|not|aren't|are not) (?:\w+ )?(?:listed|mentioned|stated|specified|given|documented|clear|sure|certain|noted)\b|\b(?:it|they) (?:just |simply |also )?(?:doesn't|don't|does not|do not) (?:say|mention|state|list|specify|indicate|tell (?:me|us|you))\b|\bno (?:word|mention|information|info|detail|details|data|figure|reviews?|ratings?)\b|\b(?:nothing (?:about|on|in)|silent (?:on|about|there|here)|says nothing|unsure|not sure|unclear|unknown)\b|\b(?:i|i've|we|we've|there's|have|has|with) no (?:date|idea|word|estimate|figures?|way of (?:telling|knowing))\b|\bi (?:have no|lack)\b|\bwithout (?:any )?(?:word|mention|information)\b|\bi'm not (?:sure|certain|able)\b|\b(?:isn't|is not|aren't) something (?:i|the listing|the page)\b|\bdon't want to guess\b|\brather not guess\b|\b(?:listing|description|page|row|data|specs?|catalog(?:ue)?|info|information)\b[^.]{0,40}\b(?:keeps? quiet|is quiet|blank|blind spot|leaves? (?:me|us) in the dark)\b|\b(?:i'm|i am|i was|leaves? me|has me|i keep) (?:a bit |still |rather )?(?:in the dark|stumped|quiet|blank)\b|\b(?:quiet|blank|blind spot|in the dark) (?:about|on|there|for me)\b|\b(?:drew|drawing|draw) a blank\b|\bcame up empty\b|\b(?:my|a|its) blind spot\b|\b(?:listing|description|page|notes|catalog(?:ue)?)\b.{0,140}?\b(?:skips?|omits?|leaves? out|lacks?)\b|\b(?:isn't|is not|aren't|not) (?:anywhere )?(?:in|on|part of) (?:the|its|any) (?:listing|description|page|catalog(?:ue)?|row|specs?)\b|\bhave to pass\b|\bfound a gap\b/;

/** The shop has nothing of the kind. What is said of one item ("there's no wool in it") is no such thing, nor "nothing better". */
export const NO_SUCH_GOODS =
  /^(?!.*\b(?:better|cheaper|best|finer|nicer|(?:in|on|inside) (?:it|them|this|these)|like it)\b).*?(?:\b(?:catalog(?:ue)?|shop|store|range|selection|we|i)(?:'ve)? (?:\w+ )?(?:has|have|see|saw|find|found|carry|stock|sell|holds?|lists?|got) (?:no|nothing|none)\b|\b(?:we|i) (?:don't|do not|can't|couldn't|didn't|aren't) (?:seem to |actually |currently |really )?(?:carry|carrying|stock|sell|selling|have|see|find|spot)\b|\bthere (?:are|is|'s|aren't|isn't|were)\b.{0,60}\b(?:here|in (?:the|our|this) (?:catalog(?:ue)?|shop|store|range|selection))\b(?<=(?:no|aren't|isn't)\b.*)|\bno(?:thing|ne)?\b.{0,50}? (?:(?:turned|turns|came|comes|showed|shows) up|match(?:es|ed)?\b|was found|were found))/;

export const QUESTION_OPENERS =
  /^(?:(?:and|or|so|but|then|ok|okay|great|sure|well|now|also|first|next|quick question|one question|by the way)[, ]+)*(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|shall|may|might|am|what|what's|which|who|whom|whose|when|where|why|how|any|anything|want|wants|need|fancy|care|ready|interested|curious|prefer)\b/;

export const CONDITION =
  /^(?:(?:and|or|so|but|then|even|only)[, ]+)*(?:if|in case|unless|whether|when you|once you|should you|depending|provided|as long as)\b/;

/** Questions in form only: they take for granted what they hold. */
export const LEADING_QUESTION =
  /\b(?:did you know|isn't it|isn't that|aren't they|doesn't it|don't you (?:love|think)|have you (?:seen|noticed|heard)|who (?:doesn't|wouldn't)|wouldn't you)\b/;

/** "That sounds …", "this makes sense": about the talk, not about an item. */
export const UPTAKE =
  /^(?:\w+, )?(?:(?:nobody|no one) (?:wants|enjoys|likes)|ignoring|leaving out|forgetting)\b|^makes? (?:perfect |good |total )?sense\b|\b(?:is|are|sounds?|must be|can be|feels?) (?:really |pretty |so |just |quite |a bit |very )?(?:miserable|painful|no fun|no joke|a lot|tough|stressful|annoying|frustrating|exhausting|nerve-racking|overwhelming|scary|exciting|lovely|a pain|a nightmare|maddening|rough)\b(?! to)|^(?:(?:and|so|well|oh|ah|ok|okay|yes|no)[, ]+)*(?:that|this|it) (?:sounds|makes (?:perfect |good |total )?sense|must be|helps|is (?:frustrating|annoying|understandable|fair|fine|useful|helpful)|'s (?:frustrating|fair|fine))\b|^(?:roger|noted|copy|with|like|for|on|about|loud and clear on) that\b|^that's (?:frustrating|annoying|understandable|fair|fine|useful|helpful|a (?:fair|good|great) (?:point|question))/;

/** A clause that goes on with the subject of the one before it. */
export const CONTINUATION =
  /^(?:and|but|or|yet|though|plus)?\s*(?:also |even |still )?(?:is|are|was|has|have|comes?|costs?|weighs?|measures?|features?|includes?|contains?|offers?|holds?|runs?|lasts?|fits?|works?|supports?|made|built|isn't|doesn't|can|will|ships?|carries|gives?|keeps?|protects?|uses?)\b/;

/** "The fan is silent", "its zips are": a part of an item is the subject. "Perfect for rain": the item goes without saying. */
export const PART_OR_FRAGMENT =
  /^(?:(?:and|but)\s+)?(?:(?:the|its|their) (?:[\w-]+ ){1,3}?(?:isn't|aren't|is|are|has|have|comes?|can)\b|(?:perfect|ideal|great|suitable|designed|made|built|good|safe) (?:for|with|from|of|in)\b(?! you\b))/;

/** "There's a pocket", "you get two lights": of the items, though nothing names them. */
export const BRINGS =
  /^(?:and |but |also |plus |yes,? )*(?:there(?:'s| is| are)|you(?:'ll| will| also| would|'d)? (?:also )?get)\b|^[^,;]{0,60}(?: (?:is|are)|'s|'re) (?:also |all |both )?(?:included|supplied|in the box)\b|^(?:an?|the|its|one|two|three) [^,;]{0,50}\bcomes? (?:along )?with it\b/;

/** Repeats what the shopper said, wants or needs. */
/** "It fits your budget and …": the wish is the shopper's, and what meets it is the item. */
export const MEETS_WISH =
  /\b(?:fits?|meets?|suits?|matches|(?:is|are|stays?|comes? in|sits?) (?:well |just |comfortably )?(?:in|within|inside|under|below)) your (?:budget|wish|wishes|needs?|list|limit|ceiling)\b/;
export const SHOPPER_FRAME =
  /\byou(?! (?:can|could|may|won't|will)\b)(?:'d|'ve|'re)?(?: \w+){0,2} (?:said|say|told|mentioned|mention|asked|ask|want|wanted|need|needed|prefer|preferred|like|liked|love|look|looking|after|plan|planning|ride|use|live|carry|care|wrote|hope|hoping|wish|ruled|set|chose|picked|rejected|described|wondered|doubted)\b|\byou (?:were|weren't|were not) (?:\w+ )?(?:sure|certain|worried|afraid|concerned|hesitant|convinced)\b|\byour (?:budget|wish|wishes|needs?|list|preferences?|question|request|limit|ceiling|size|taste|words?)\b|^(?:so|got it|right|noted|understood|okay|ok|sure)[,:]? (?:no|not|nothing|something|anything|under|over|up to|around|about|between|at most|at least|with|without|it has to|they have to)\b|\b(?:it's|it is) (?:something|anything)\b|\b(?:has|have|needs?) to (?:be|fit|have|cost|work|weigh)\b/;

/** "You only need to charge it once", "as hot as you like": said to the shopper, of the item. */
export const TOLD_SHOPPER =
  /\byou(?:'ll)? (?:never|only|just|don't|do not|won't|no longer|hardly|rarely|barely) (?:\w+ )?(?:need|have)\b|\bas you (?:like|want|wish|please)\b|\byou(?:'ll)? (?:need|have) (?:no|nothing)\b/;

/** What the agent can do next, or asks leave to do. */
export const OFFER =
  /^(?:(?:and|or|so|but|then|also|otherwise|meanwhile|alternatively|sure|of course|great|okay|ok|well|happily)[, ]+)*(?:i (?:can|could|will|would|might|may)\b(?! (?:pick|go|choose|say|recommend|take|lean))|i'll\b|i'd (?:be|like|love)\b|i'm (?:happy|glad|here)\b|let me\b|let's\b|want me\b|shall\b|happy to\b|glad to\b|feel free\b|tell me\b|just (?:say|tell|ask)\b|say\b|ask\b|have a look\b|take a look\b|give me\b|pick\b|choose\b|tap\b|we (?:can|could)\b|you (?:can|could|may) (?:also |always |just )?(?:pick|choose|tell|ask|say|see|compare|tap|open|browse|add|narrow|change|skip|find|look|read)\b)/;
