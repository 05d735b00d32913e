/** Acts that carry no wish: greeting, thanks, farewell, choosing, refusing, complaining, asking for a person. */
import type { DialogueAct } from "../dialogue/understanding.ts";
import type { ClauseRole } from "./clause-roles.ts";
import { leansIn } from "./leanings.ts";
import type { FoundReference } from "./shown-cards.ts";
import { findAll, inside, type Message, overlaps, plainOf, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

export interface FoundAct extends Span {
  act: DialogueAct;
}

interface Rule {
  act: DialogueAct;
  pattern: RegExp;
  /** The whole clause belongs to the act and holds no wish. */
  whole: boolean;
}

/** In this order: what an earlier rule has taken, a later one does not see. */
const RULES: Rule[] = [
  {
    act: "reject",
    whole: false,
    pattern: /\b(?:no,? thanks?(?: you)?|no,? thank you|nah thanks|not interested)\b/g,
  },
  {
    act: "ask-human",
    whole: true,
    pattern:
      /\b(?:(?:talk|speak|chat|connect me|transfer me|put me through|get me|hand me over|escalate)(?: (?:to|with|over to))? (?:a |an |the |your |some |with )*(?:real |actual |live |human |sales |customer |shop )*(?:human|person|people|agent|representative|rep|someone|somebody|staff|employee|manager|operator|advisor|adviser|service|support|being|assistant|expert)|(?:want|need|prefer|get|give me|have|rather have) (?:a |an )(?:real |actual |live )?(?:human|real person|person|representative|human being|live agent)\b(?! bike)|is there (?:a |any )?(?:real |actual |live )?(?:human|person|someone|somebody|anyone|staff)(?: i can| to| available| here| around| there)|(?:call|phone|email|contact) (?:you|someone|somebody|the shop|the store|support|customer service|a person)|(?:someone|somebody|anyone|anybody|you) (?:call|phone|ring|help) me (?:back|in person|by phone|on the phone)|(?:someone|somebody) (?:from your team )?(?:call|phone|ring|contact) me|(?:phone|telephone|hotline|whatsapp) number|number i can (?:ring|call)|(?:deal|dealing) with a (?:real )?(?:person|human)|(?:your|the) (?:manager|supervisor)|not (?:a|with a) (?:bot|machine|robot)|live chat|customer (?:service|support)|(?:human|person|agent|representative) please|human being please|^(?:a )?(?:real |live )?(?:human|person|agent|operator|representative|staff)$|let me (?:talk|speak) to)\b/g,
  },
  {
    act: "out-of-scope",
    whole: true,
    pattern:
      /\b(?:(?:what|how) is (?:the )?weather|weather (?:like |in |today|tomorrow|forecast)|(?:will|going to) (?:it )?rain|who (?:is|was) (?:the )?(?:current )?(?:president|prime minister|king|queen)|who won|who wrote|capital of|(?:write|compose|tell|sing|rap|draw|paint) (?:me |us )?(?:a |an |some )?(?:short )?(?:poem|essay|story|song|code|python|script|email|letter|limerick|haiku)|translate|meaning of life|(?:ignore|forget|disregard|override) (?:all |any )?(?:of )?(?:your |the |my |these )?(?:previous |prior |above |earlier )?(?:instructions?|rules|prompts?|guidelines)|(?:your |the )?system prompt|(?:act|pretend|behave) (?:as|like|to be|you are)|you are now (?:a|an|dan)|jailbreak|(?:you are|as) (?:an )?unrestricted|developer mode|\d+ (?:times|plus|minus|divided by|x) \d+|[a-z]+ (?:president|prime minister) of|maths? (?:homework|problem|question)|what time is it|what day is it|stock (?:market|price of)|bitcoin|crypto|football score|(?:latest|today) news|homework|solve (?:this|the|my)|(?:book|order) (?:me )?(?:a |an )?(?:flight|hotel|table|taxi|uber|pizza|restaurant)|(?:recommend|suggest)(?: me)?(?: a| an| any| some| a good| good)* (?:restaurant|movie|film|song|hotel|recipe|flight|doctor|lawyer)s?|recipe for|square root|who (?:will win|are you voting)|election|(?:are you|do you) (?:single|married|vote|believe in god)|how (?:do|can) i (?:hack|cook|lose weight|make money))\b/g,
  },
  {
    act: "complain",
    whole: true,
    pattern:
      /\b(?:(?:this|that|it|you|chat|bot) (?:is|are) (?:so |such |really |just |completely |totally |absolutely |very |a )*(?:useless|ridiculous|terrible|horrible|awful|annoying|frustrating|pathetic|stupid|dumb|joke|rubbish|garbage|crap|pointless|broken|not (?:helpful|helping|working|what i asked))|waste of (?:my )?time|you (?:do not|did not|never|are not|keep) (?:understand|understanding|listen|listening|get it|help|helping|answer|asking|repeating|showing|read|answered|really)|i have (?:already )?(?:said|told you|asked|answered)|i (?:already|just) (?:said|told you|answered|explained|mentioned)|already (?:told|said)|(?:as )?i said (?:that )?(?:before|already|twice)|(?:please )?(?:stop|quit) (?:asking|bothering|repeating|pushing|spamming|it|that)|wtf|ffs|what the (?:hell|heck|fuck)|(?:you|this|that|it|chat|bot) sucks?|leave me alone|go away|are you (?:even )?listening|for the (?:second|third|last|hundredth) time|that is not what i (?:asked|said|wanted|meant)|not what i asked|(?:so|very|really) (?:frustrating|annoying|unhelpful|frustrated|annoyed)|i am (?:getting )?(?:frustrated|annoyed|angry|fed up)|unhelpful|fed up|useless|(?:fuck|piss|sod|bugger|screw) (?:off|you|this)|go to hell|(?:you )?(?:idiot|moron|stupid bot|dumb bot)|too many questions|(?:enough|stop) (?:with|of) (?:the|your|all the|these) questions|going (?:round )?in circles|(?:going|getting|leads?|leading|goes) (?:absolutely )?nowhere|(?:are|is) no help|(?:so |really |getting )?(?:tired|sick) of (?:this|you|it|that|all)|(?:sick and tired)|not (?:what|the thing) i (?:asked|meant|wanted)|same (?:answer|thing|question|products?) (?:again|over|twice|three times)|you keep|worst (?:chat|bot|service|assistant|shop)|can (?:not|you not) (?:even )?(?:help|read|answer)(?: (?:me|either|at all))?$|learn to read|what is wrong with you|makes no sense|shut up)\b/g,
  },
  {
    act: "smalltalk",
    whole: true,
    pattern:
      /\b(?:how are (?:you|things)|how (?:is|has) (?:it going|your day|everything|life)(?: been| going)?|how have you been|how do you do|what is up|sup\b|nice to (?:meet|see|talk|chat)|tell me (?:a|another) joke|how was your (?:day|weekend)|having a (?:good|nice) day|do you (?:ever )?(?:sleep|get tired|have feelings|like your job|dream)|how old are you|where are you from|you are (?:funny|cute|sweet|nice|smart|cool|great|amazing|awesome|so helpful|very helpful|helpful)|i love you|tell me (?:something|anything) (?:funny|interesting|nice)|make me laugh|(?:do|did) you (?:like|enjoy|prefer|ever go|go|have (?:any )?hobbies)\b(?! to| any)|how is (?:your|the) (?:day|week|morning|evening|job)[a-z ]*|how are (?:you|we) (?:doing|today)|lol|haha(?:ha)*|hehe|lmao|happy (?:new year|holidays|christmas|easter)|merry christmas|long day|i am bored)\b/g,
  },
  {
    act: "bye",
    whole: true,
    pattern:
      /\b(?:bye(?: bye)?|goodbye|good bye|good night|see (?:you|ya)(?: later| soon| around)?|cya|farewell|ciao|adios|au revoir|tschuss|auf wiedersehen|have a (?:nice|good|great|lovely|wonderful) (?:day|one|evening|night|weekend|afternoon)|that is (?:all|it|everything)(?: for (?:now|today)| i (?:need|needed|wanted))?|that will be all|(?:i )?(?:have|got|need) to (?:go|run|leave|head|dash|be off)(?: now)?(?= ?(?:$|[,.!]))|i am (?:done|off|leaving|out)(?: here| now| for today)?$|talk (?:to you )?(?:later|soon)|(?:come|be|check) back (?:later|soon|tomorrow|another time)|take care|gotta go|catch you later|i will leave it (?:there|at that)|nothing else(?! (?:than|but))|no (?:that is )?(?:all|everything)|that (?:is|will be|was) (?:all|everything|it)(?: thanks)?|(?:i will |let me |gonna |will )?sleep on it|until next time|^laters?$|ttyl|have a (?:good|nice|great) one|over and out|so long$|ta ?ta|night night|see you)\b/g,
  },
  {
    act: "greet",
    whole: false,
    pattern:
      /(?:^|(?<=[.!?,] ))(?:hi(?: there| again| all| everyone)?|hi ?ya|hello(?: there| again)?|hey(?: there| you| again)?|heya|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|g ?'? ?day|gday|(?:morning|evening|afternoon|hi folks|hello everyone)(?= ?(?:$|[,.!]))|greetings|hola|bonjour|salut|hallo|guten (?:tag|morgen|abend)|buenos dias|buenas tardes|buenas|ciao|ola|hej|hei|привет|здравствуите|добрыи день|cześć|czesc|merhaba|こんにちは|你好|안녕하세요|مرحبا)(?= |$)/g,
  },
  {
    act: "thank",
    whole: false,
    pattern:
      /\b(?:(?:many |much |ok |okay )?thanks(?: (?:a lot|so much|very much|again|for (?:the|your|all|that|this)?(?: ?(?:help|info|information|tips?|advice|time|answer|support))?|anyway|a bunch|a million))?|thank (?:you|u)(?: (?:so much|very much|again|for (?:your|the|all|that|this) ?[a-z]*))?|thx|tysm|ty|cheers(?: mate)?|^ta$|^ta(?= (?:very much|for|mate|love)\b)|(?:you are )?(?:a )?(?:life ?saver|legend|star)|much appreciated|much obliged|appreciate (?:it|that|your help|the help)|gracias|merci(?: beaucoup)?|danke(?: schon)?|grazie|obrigad[oa]|bedankt|dank je|tack|takk|dziekuje|спасибо|tesekkurler)(?= |$)|ありがとう|谢谢|감사합니다/g,
  },
];

const OBJECT =
  "(?:it|that(?: one)?|this(?: one)?|them|both|one of (?:them|those|these)|one|two|the (?:first|second|third|fourth|fifth|last|other|middle|former|latter|one|two|cheapest|lightest)\\b|these|those)";
const ACCEPTS = new RegExp(
  `\\b(?:(?:i|we) (?:will|am going to|would like to|want to|shall|am gonna|let me) (?:definitely |probably |just |then |gladly )*(?:take|buy|get|have|order|purchase|go (?:with|for)|grab|choose|pick) ${OBJECT}|(?:i am|we are) (?:taking|buying|getting|going (?:with|for)|ordering|choosing) ${OBJECT}|let us (?:go (?:with|for)|do|take|get|order|buy) ${OBJECT}|add (?:it|that|this|them|both|one|the [a-z]+(?: one)?)(?: one)? (?:to|in|into) (?:my|the) (?:cart|basket|bag|order)|(?:put|place|throw) (?:it|that|this|them|the [a-z]+(?: one)?)(?: one)? (?:in|into|on) (?:my|the) (?:cart|basket|bag)|let me (?:get|have|take|grab|buy|order) ${OBJECT}|(?:book|reserve|get|grab) (?:me )?${OBJECT}(?= ?(?:$|[.,!]| (?:please|for me|then|now)))|(?:ok |okay )?sold|deal|i am in(?= ?(?:$|[.,!]))|you (?:have )?(?:convinced|sold|won) me|take my money|shut up and take|(?:i|we) have found (?:my|the|our|what|it)|(?:i|we) found (?:my|the one|our|it(?! (?:cheaper|elsewhere|online|for|on|at|in)\\b))|ring (?:it|that|them|me) up|wrap (?:it|that|them|this) up|that (?:will|would) do(?! (?:nothing|not)\\b)(?: nicely)?|(?:it|this|that) is a yes|count me in|let us do (?:it|this|that)|go on then|i will (?:do|grab|nab) (?:it|that|this)|mine$|that is the one|i am sold|this is the one|goes (?:straight |right )?(?:in|into) (?:my|the) (?:cart|basket|bag)|go(?:ing)? ahead with (?:it|this|that|the [a-z]+)(?: one)?|i (?:choose|pick|want) (?:that|this|the (?:first|second|third|last|other)) ?(?:one)?$|(?:buy|order|take) (?:it|that one|this one)(?: now)?|ready to (?:order|buy|check ?out|pay)|(?:take me to|go to|proceed to) (?:the )?check ?out|check me out|works for me|that works(?= ?(?:$|[.,!]|for|then|great|well|nicely|perfectly|please|thanks))|bag it(?: up)?|(?<!\b(?:to|you|can|could) )add (?:it|that|this)(?: one)?(?= ?(?:$|[.,!]|please|then|thanks))|(?:one|two|three|four|d) (?:[a-z]+ )?of (?:that|those|them|these) (?:please|pls)|that is my pick|i am happy with (?:that|this|it)|(?:decided on|settled on|settle for|made up my mind)|(?<!\\b(?:that|which|to|it|does|would) )go(?:ing)? with (?:that|this|the [a-z]+)(?: one)?|perfect choice|that (?:one )?is perfect|it is perfect|it is a deal|je (?:le|la) prends|me lo llevo|ich nehme (?:es|das|den|die|ihn|sie))(?= |$)`,
  "g",
);
const PLAIN_CHOICE =
  /^(?:(?:great|perfect|ok|okay|yes|cool|nice|good|alright|awesome) )*(?:the )?(?:first|second|third|fourth|last|other|middle)(?: one| option)?(?: it is| then)? ?(?:please|pls)?$/;
const AGREES =
  /^(?:(?:yes|yeah|yep|yup|sure|ok|okay|absolutely|definitely|of course|please do|go ahead|sounds good|yes please|sure thing|why not|let us do (?:it|that)|please|perfect|exactly|right|correct|that is right|i would love that|works|fine|alright|si|oui|ja|да)(?: |$))+(?:please|thanks)?$/;
/** "That one it is", "this one please". */
const THAT_ONE =
  /^(?:(?:great|perfect|ok|okay|yes|cool|nice|good|alright|awesome) )*(?:that|this) one (?:it is(?: then)?|then|please|pls|for me)(?: please| thanks| then)*$/;
/** "Fine, number 1": agreed, and which. */
const AGREED_NUMBER =
  /^(?:ok|okay|yes|fine|right|done|good|great|alright|sure|perfect|cool)(?: [,.!])* (?:number|option|no|nr) (?:one|two|three|four|[1-5])(?: (?:please|then))?$/;
const NOT_CHOSEN =
  /\b(?:not|never|if|before|whether|can i|could i|should i|do not|maybe|might|look|would|think about)\b/;

const REJECTS =
  /\b(?:none of (?:these|those|them) (?:is|are|was|were) (?:really |quite |exactly )*(?:what i (?:have |had )?[a-z]+(?: (?:in mind|for|after))?|for me|right|me)\b|do not think (?:any|either|one) of (?:these|those|them) (?:is|are|was|were) (?:really |quite )*(?:for me|right|me|it|what i [a-z]+)\b|(?:do|did|does) not (?:really |particularly |quite |much )?(?:like|want|love|fancy|care for|need) (?:it|that|this|these|those|them|any|either|the (?:first|second|third|last|other|look|style|looks|design|colour|color))(?: one| two| ones)?|(?:do|does|did) not (?:really |quite |exactly |particularly )*(?:appeal|speak) to (?:me|us)|(?:do|does|did) not (?:really |quite |exactly )*do (?:it|much|anything) for me|not (?:really |quite |exactly |so |that |particularly )*(?:drawn to|tempted(?: by)?|taken (?:with|by))|not (?:really )?(?:that one|this one|these|those|the (?:first|second|third|last|other)(?: one)?|that(?= ?(?:$|[.,!?]))|it$|for me|my (?:style|thing|taste|cup of tea|kind|vibe|colou?r)|a fan|convinced by|feeling|loving|keen on|really me|doing it for me|impressed|interested in)|(?:none|neither|not any) of (?:these|those|them|the)|neither$|hate (?:it|this|that|these|those|them)|(?<!\bnot )(?<!\bnot too )(?:too )?(?:ugly|hideous|horrible|awful|horrid|dreadful|ghastly|tacky|revolting|atrocious)|(?:absolutely|definitely|certainly|no|hell) not?$|hard no|big no|no (?:chance|way|thank you)|over my dead body|would rather not(?= ?(?:$|[.,!]))|i would not (?:be seen|wear|want|use|buy|touch)|(?:do not think|doubt) (?:any|either|these|those|this|that|it)(?: of (?:these|them|those))? (?:will|would|is|are|quite)[a-z ]*(?:work|do|it|right|me)$|(?:are|is|was|were) not what i|what i had in mind|^(?:ok |okay |yeah )?next$|^meh$|moving on|leave (?:that|this|it|them) out|rule (?:that|this|it|them|those) out|no love|skip (?:that|this|it|these|those)|not (?:what i|quite what|exactly what|really what)|(?:something|anything) (?:completely |totally )?(?:else|different)|other than (?:these|those|that|this)|(?:show|give|find|got|have) (?:me )?(?:something |any |some )?(?:others?(?! (?:been|are|were|who|that|had|said|say|think|like|liked|bought)\b)|different ones)|i will pass|^pass$|no to (?:all|both|any|that|this|these|those|the)|(?:give|giving) (?:it|them|that|those|these|this|the [a-z]+(?: one)?) a miss|can not say i (?:like|love|am)|not my (?:bag|jam|scene)|no dice|count me out|pass on (?:that|this|these|those|it|them|both|all|the (?:first|second|third|last|other|middle|top|[a-z]+ one)|# ?\d)|hard pass|next (?:one )?please|nope|no way|no good|won ?t do|will not (?:do|work)|does not work for me|not (?:good|great)|never mind (?:that|this) one|changed my mind about (?:it|that|this)|i will not (?:take|buy) (?:it|that|this))\b/g;
const BARE_NO = /^(?:no|nah|nope|nein|non|нет)(?: not)?(?: (?:that|this|it|these|those))?(?: one)?$/;

export function findSocialActs(context: Context): (FoundAct & { whole: boolean })[] {
  const found: (FoundAct & { whole: boolean })[] = [];
  for (const rule of RULES) {
    for (const span of findAll(context.message, rule.pattern)) {
      if (found.some((other) => overlaps(other, span))) continue;
      const product = context.mentions.some(
        (mention) => overlaps(mention, span) && mention.to - mention.from > 1,
      );
      if (rule.act === "out-of-scope" && product) continue;
      found.push({ from: span.from, to: span.to, act: rule.act, whole: rule.whole });
    }
  }
  return found;
}

/** Choosing an item, or agreeing to an offer of the agent's. */
export function findAcceptance(
  context: Context,
  roles: ClauseRole[],
  references: FoundReference[],
): FoundAct[] {
  const { message, clauses, state } = context;
  const conditional = roles.includes("condition");
  const found: FoundAct[] = [];
  if (AGREED_NUMBER.test(message.plain) && references[0]) {
    const whole = { from: 0, to: message.tokens.length };
    return [{ ...whole, act: "accept" }];
  }
  for (const [index, clause] of clauses.entries()) {
    const role = roles[index];
    if (conditional || role === "doubt" || role === "compare" || role === "condition") continue;
    const plain = plainOf(message, clause).replace(/^(?:and|so|then|but|ok|okay) /, "");
    const matches = findAll(message, ACCEPTS, clause).filter(
      (span) =>
        !NOT_CHOSEN.test(plain.slice(0, plain.indexOf(plainOf(message, span)) + 1)) &&
        !(
          // "Can you put it in my basket?" asks for nothing to be told.
          !/\b(?:basket|cart|bag|order)$/.test(plainOf(message, span)) &&
          role === "fact" &&
          (clause.asked
            ? /^(?:how|what|when|can|could|should|is|if|do|does)\b/.test(plain)
            : /^(?:how|what|when|where|which|who)\b/.test(plain))
        ),
    );
    for (const match of matches) found.push({ from: match.from, to: match.to, act: "accept" });
    if (matches.length > 0) continue;
    // "The second but with more gears" is not the second.
    const next = clauses[index + 1];
    const isQualified =
      next?.sentence === clause.sentence &&
      /^(?:but|only|just|except|though|in|with)\b/.test(plainOf(message, next));
    // "It caught my eye, the second": liked, not taken.
    const isChoice =
      !leansIn(message, { from: 0, to: message.tokens.length }) &&
      ((PLAIN_CHOICE.test(plain) && /first|second|third|fourth|last|other|middle/.test(plain)) ||
        (THAT_ONE.test(plain) && hasItemInView(state)));
    if (isChoice && !isQualified && !clause.asked)
      found.push({ from: clause.from, to: clause.to, act: "accept" });
    else if (choosesTitle(context, clause, references))
      found.push({ from: clause.from, to: clause.to, act: "accept" });
    else if (/^(?:perfect|love it|i love it)$/.test(plain) && hasItemInView(state) && clauses.length === 1)
      found.push({ from: clause.from, to: clause.to, act: "accept" });
  }
  return found;
}

/** "I'll take the Domane", "the Trek please". */
function choosesTitle(context: Context, clause: Span, references: FoundReference[]): boolean {
  const reference = references.find(
    (entry) => inside(entry, clause) && (entry.reference.kind !== "deictic" || entry.to - entry.from > 2),
  );
  if (!reference) return false;
  const before = context.message.plain
    .slice(context.message.plainStarts[clause.from] ?? 0, context.message.plainStarts[reference.from] ?? 0)
    .trim();
  const after = context.message.plain
    .slice(context.message.plainStarts[reference.to] ?? context.message.plain.length)
    .trim();
  if (NOT_CHOSEN.test(before.replace(/\bi would like\b/, ""))) return false;
  if (
    /\b(?:(?:will|going to|let us|gonna|am gonna) (?:definitely |probably |just )*(?:take|buy|get|have|order|go (?:with|for)|grab|do|wrap up|ring up|pick)(?: both)?|(?:am |just )?(?:taking|buying|getting|going (?:with|for)|ordering|choosing)(?: both)?|^(?:ok |okay |please |yes |so )*(?:wrap up|ring up|order|buy|book|reserve)|^(?:ok |okay |yes )*go on then|i (?:want|choose|pick)|^(?:ok |okay |please |yes |so )*(?:give me|book me|get me|reserve me)|sold on|settle for|decided (?:on|for)|go(?:ing)? (?:for|ahead with))$/.test(
      before,
    )
  )
    return true;
  return (
    context.state.shown.some((item) => reference.reference.skus.includes(item.sku)) &&
    /^(?:please|it is|pls|then\b|(?:pair |one )?(?:for me|in my (?:basket|cart|bag)|to my (?:basket|cart|bag)))/.test(
      after,
    ) &&
    before.split(" ").length <= 2
  );
}

/** "That's all": the end of a wish where one stands before it, else that of the talk. */
export function saysThatIsAll(message: Message, act: Span): boolean {
  const rest = plainOf(message, { from: act.from, to: message.tokens.length });
  return (
    /^(?:no )?(?:that (?:is|will be|was) (?:all|it|everything)|that will be all|nothing else|all)\b/.test(
      rest,
    ) && !/\b(?:bye|goodbye|thanks|thank you|cheers|good night|see you|for (?:today|now))\b/.test(rest)
  );
}

/** Whether the message as a whole is a yes. */
export function isAgreement(context: Context): boolean {
  return AGREES.test(context.message.plain.replace(/ ?[.,!]+/g, "").trim());
}

/** Whether the message as a whole is a no. */
export function isRefusal(context: Context): boolean {
  return BARE_NO.test(context.message.plain.replace(/ ?[.,!]+/g, "").trim());
}

/** "It is too heavy for me isn't it": a tag, where no comma sets it off. */
const TAGGED =
  /\b(?:is|are|was|looks?|seems?|will|would|has|have|does|do|can)\b.* (?:is|are|was|does|do|will|would|has|have|can) not (?:it|they|that|this)$/;

export function findRejections(context: Context, roles: ClauseRole[]): FoundAct[] {
  const found: FoundAct[] = [];
  for (const [index, clause] of context.clauses.entries()) {
    const role = roles[index];
    if (role === "fact" || role === "compare" || role === "condition") continue;
    const plain = plainOf(context.message, clause);
    for (const span of findAll(context.message, REJECTS, clause))
      if (!TAGGED.test(plain) || span.to < clause.to)
        found.push({ from: span.from, to: span.to, act: "reject" });
    if (BARE_NO.test(plain) && context.clauses.length > 1 && plain !== "no" && found.length === 0)
      found.push({ from: clause.from, to: clause.to, act: "reject" });
  }
  return found;
}
