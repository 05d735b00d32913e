/** How a clause opens or turns tells what it does. Patterns over normalised lower-case text of one clause. */

/** The listing is silent, or the agent does not know. */
export const ABSENCE =
  /\b(?:listing|description|page|catalog(?:ue)?|row|data|information|specs?|spec sheet|product page|details|brand|maker|merchant|shop|store|it|i)\b.{0,140}?\b(?:doesn't|does not|don't|do not|didn't|isn't|is not|can't|cannot|couldn't|can not) (?:\w+ )?(?:say|mention|state|list|tell|specify|give|show|know|claim|suggest|indicate|promise|confirm|see|find|have (?:any )?(?:information|word|data|detail)|sure|certain|clear|promise|verify|check)|\b(?:isn't|is not|not|aren't|are not) (?:\w+ )?(?:listed|mentioned|stated|specified|given|documented|clear|sure|certain|noted)\b|\bno (?:word|mention|information|info|detail|details|data|figure|reviews?|ratings?)\b|\b(?:nothing (?:about|on|in)|silent (?:on|about|there|here)|says nothing|unsure|not sure|unclear|unknown)\b|\bi (?:have no|lack)\b|\bwithout (?:any )?(?:word|mention|information)\b|\bi'm not (?:sure|certain|able)\b|\bdon't want to guess\b|\brather not guess\b|\b(?:keeps? quiet|quiet|blank|blind spot|in the dark|stumped|drew a blank|came up empty)\b[^.]{0,12}\b(?:about|on|there|spot|for)?|\b(?:listing|description|page|notes|catalog(?:ue)?)\b.{0,140}?\b(?:skips?|omits?|leaves? out|lacks?)\b|\b(?:isn't|is not|aren't|not) (?:anywhere )?(?:in|on|part of) (?:the|its|any) (?:listing|description|page|catalog(?:ue)?|row|specs?)\b|\bhave to pass\b|\bfound a gap\b/;

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
  /^(?:(?:and|so|well|oh|ah|ok|okay|yes|no)[, ]+)*(?:that|this|it) (?:sounds|makes (?:perfect |good |total )?sense|must be|helps|is (?:frustrating|annoying|understandable|fair|fine|useful|helpful)|'s (?:frustrating|fair|fine))\b|^(?:roger|noted|copy|with|like|for|on|about|loud and clear on) that\b|^that's (?:frustrating|annoying|understandable|fair|fine|useful|helpful|a (?:fair|good|great) (?:point|question))/;

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
export const SHOPPER_FRAME =
  /\byou(?:'d|'ve|'re)?(?: \w+){0,2} (?:said|say|told|mentioned|mention|asked|ask|want|wanted|need|needed|prefer|preferred|like|liked|love|look|looking|after|plan|planning|ride|use|live|carry|care|wrote|hope|hoping|wish|ruled|set|chose|picked|rejected|described|wondered|doubted)\b|\byou (?:were|weren't|were not) (?:\w+ )?(?:sure|certain|worried|afraid|concerned|hesitant|convinced)\b|\byour (?:budget|wish|wishes|needs?|list|preferences?|question|request|limit|ceiling|size|taste|words?)\b|^(?:so|got it|right|noted|understood|okay|ok|sure)[,:]? (?:no|not|nothing|something|anything|under|over|up to|around|about|between|at most|at least|with|without|it has to|they have to)\b|\b(?:it's|it is) (?:something|anything)\b|\b(?:has|have|needs?) to (?:be|fit|have|cost|work|weigh)\b/;

/** What the agent can do next, or asks leave to do. */
export const OFFER =
  /^(?:(?:and|or|so|but|then|also|otherwise|meanwhile|alternatively|sure|of course|great|okay|ok|well|happily)[, ]+)*(?:i (?:can|could|will|would|might|may)\b(?! (?:pick|go|choose|say|recommend|take|lean))|i'll\b|i'd (?:be|like|love)\b|i'm (?:happy|glad|here)\b|let me\b|let's\b|want me\b|shall\b|happy to\b|glad to\b|feel free\b|tell me\b|just (?:say|tell|ask)\b|say\b|ask\b|have a look\b|take a look\b|give me\b|pick\b|choose\b|tap\b|we (?:can|could)\b|you (?:can|could|may) (?:also |always |just )?(?:pick|choose|tell|ask|say|see|compare|tap|open|browse|add|narrow|change|skip|find|look|read)\b)/;
