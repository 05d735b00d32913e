/** Doubts [LED-1]: that something will do is not asked but thought unlikely, feared, or hoped without much trust. */
import { inside, plainOf, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

/** Words of doubt, whatever is in view. */
const OUTRIGHT =
  /\b(?:not (?:so |really |entirely |totally |quite |too |that |completely )?(?:sure|certain|convinced)|unsure|(?:i )?doubt|worried|worry|afraid|concerned|(?:my|one|only|main|biggest) (?:only |one |main |biggest |real |big )*(?:concern|worry|fear|reservation|doubt|hesitation|gripe)|hesitant|hesitating|on the fence|skeptical|sceptical|what if|i hope (?:it|that|they|this)|hopefully it|(?:might|may|could) (?:well |also |still )*(?:not|be too|be (?:a (?:bit|little|tad|touch|problem|challenge|squeeze|stretch|issue)|rather|quite|an issue|problematic|tight|tricky|awkward|difficult))|(?:have|has|had|got) (?:my |our |some |a few |serious |certain )*(?:doubts|reservations|concerns|worries|qualms|second thoughts)|i do not know about|(?:seem|seems|feel|feels|sound|sounds) (?:a bit|a little|kind of|rather|too|overpriced)|scared|nervous|(?:i )?fear|(?:a bit |little |slightly )?(?:dubious|wary|anxious|doubtful|undecided|torn)|in two minds|not (?:entirely )?persuaded|(?:is|will|would) (?:it|that|they|this) really|i wonder|do not (?:really )?trust|looks (?:a bit|a little|too|kind of)|not (?:yet |quite )?sold|i do not know (?:if|whether|about)|no idea (?:if|whether)|do not think (?:it|this|that) (?:will|would|is|fits)|need to think|think about it|have to think|second thoughts)\b/;

/** "Don't worry", "no doubt about it". */
const DENIED =
  /\b(?:no doubts?\b(?! it will not)|without (?:a |any )?doubt|undoubtedly|(?:do|does|did|need|should) not (?:you )?(?:worry|doubt|fear|be (?:worried|afraid|concerned))|no (?:worries|need to worry|fear)|(?:am|is|are|was) not (?:at all |too |really |that |very )*(?:worried|afraid|scared|nervous|concerned|fussed)|(?:was|were|used to be|had been) (?:a bit |very |so |really )?(?:worried|afraid|unsure|scared|nervous|sceptical|skeptical|concerned|hesitant)\b(?! (?:it|that|this|they|whether|if))|afraid (?:so|not|i|we|that is)\b|(?:afraid|scared|terrified) of (?:heights|the dark|spiders|flying|dogs|bears|water)|(?:nervous|worried|anxious|scared) about (?:my|our|the|his|her) (?:[a-z]+ )?(?:trip|race|exam|interview|job|wedding|date|holiday|vacation|ride|tour|hike|flight|future|weather)|never (?:doubted|worry)|nothing to (?:worry|fear)|not to worry|stop worrying|worry not)\b/;

/** Expectations that something falls short, of what is in view. */
const EXPECTS_LITTLE: readonly RegExp[] = [
  // "Doesn't sound like enough", "doesn't look very sturdy".
  /\b(?:do|does|did) not (?:really |quite |exactly |even )*(?:sound|seem|look|feel) (?:like |to be |as if |that |all that |very |particularly |terribly |super |too |so |really )*(?:[a-z]+ )?(?:enough|much|sturdy|strong|solid|durable|warm|bright|secure|safe|waterproof|comfortable|stable|reliable|right|long|big|large|thick|tough)\b/,
  /\b(?:do|does) not (?:really |honestly )?(?:think|believe|reckon|expect|imagine|suppose|see how) (?!so\b|i\b|we\b|you\b|any\b|either\b|there\b|(?:that|this|these|those|it|they|the [a-z]+)(?: one)?(?: (?:is|are|would be|suits?))?(?: (?:for|right for|really) (?:me|us|him|her)| my)\b)/,
  /\b(?:can|could) not (?:really |quite |honestly )?(?:imagine|picture|believe|see (?:how |it |that |this |them |these |those |an? |the )(?:[a-z]+ ){0,3}?[a-z]+ing\b)/,
  /\b(?:hard|difficult|tough) to (?:believe|imagine|picture)|\b(?:would|will) be (?:very |quite |really )?(?:surprised|amazed|astonished|shocked|impressed) (?:if|to)\b|\bi question (?:whether|if|how)\b|\btoo good to be true\b/,
  /^(?:but |well |though |hm+ )*surely\b.*\b(?:not|never|no|hardly)\b/,
  /\b(?:it|that|this|they|these|those|[a-z]+s?) (?:will|would|could|can|might) (?:never|hardly|barely|probably not|just not|surely not)\b/,
  /\b(?:do|does|did) not (?:exactly |really |quite |entirely )*(?:inspire|fill me with|convince|persuade|reassure|impress) /,
  /\b(?:puts? me off|(?:worries|bothers|concerns|scares|troubles) me|makes me (?:(?:a bit|a little|slightly|rather|quite) )?(?:nervous|uneasy|uncomfortable|unsure|hesitate|wonder|doubt|think twice)|gives me pause|believe (?:it|that) when i see it)\b/,
  // "It's probably not waterproof", "I guess it's too small".
  /\b(?:probably|presumably|likely|surely|bound to|i (?:bet|guess|suppose|assume|suspect|imagine|expect)|perhaps|maybe) (?:(?:it|that|this|they|these|those|the [a-z]+(?: one)?) )?(?:(?:is|are|will|would|does|do|has|have|be|might|may|could) )*(?:not|too|a bit|a little|rather|quite|hardly|never)\b/,
  // "Looks small", "the second seems heavy".
  /\b(?:seems?|looks?|sounds?|feels?) (?:a (?:bit|little|tad) |rather |quite |pretty |awfully |very |really |so |kind of |kinda )?(?:heavy|small|tiny|big|huge|bulky|weak|short|thin|thick|narrow|dim|loud|noisy|slow|stiff|uncomfortable|complicated|fiddly|delicate|cumbersome|clunky|unstable|wobbly|impractical)\b(?! enough)/,
  /\btakes? (?:forever|ages|too long)\b|\b(?:barely|hardly|scarcely) (?:enough|fits?|lasts?|holds?|covers?|keeps?|reach(?:es)?|sufficient)\b/,
];

/** "It won't last a winter", "a lock like that can't be safe". Who wants "something that won't leak" doubts nothing. */
const WILL_NOT =
  /^(?:(?:and|but|though|well|h+m+|so|then|surely|oh) )*(?:it|this|that|they|these|those|(?:the|an?|such an?|one|two|three|\d[\d.,]*) (?!.*\b(?:which|who|that (?:is|are|do|does|will|would|can|could|has|have|i|you|we|it))\b.* not\b).{1,40}?) (?:will|would|can|could|might|may) not (?:really |even |ever |possibly |be able to |be |quite |exactly )*(?!do\b|work\b|you\b|it\b|they\b|that\b|this\b|matter\b|hurt\b|need\b|help\b|wait\b)[a-z]+/;
const FALLS_SHORT =
  /\b(?:sounds?|seems?|looks?|feels?|is|are) (?:a (?:bit|little|tad|touch) |rather |quite |awfully |pretty |kind of |kinda |sort of |very |really |so |only |fairly )*(?:weak|small|short|low|little|thin|flimsy|dim|dark|feeble|puny|skimpy|meagre|optimistic|light|few|slow|narrow|tiny|on the [a-z]+ side|not (?:much|a lot|enough|very))\b|\b(?:not|hardly|barely) (?:much|a lot|enough)\b|\b(?:cutting it (?:fine|close)|pushing it|a stretch|borderline|a squeeze)\b/;
/** A wish is no doubt, and neither is a question or a refusal. */
const WISHES =
  /\b(?:want|need|looking for|would like|prefer|must|should|something|anything|nothing|show|find|instead)\b/;

/** How things fail: what is foretold to do so is doubted to hold. */
const FAILS =
  "(?:rusts?|corrodes?|cracks?|breaks?|snaps?|splits?|shatters?|chips?|tears?|rips?|frays?|fades?|shrinks?|stretch(?:es)? out|warps?|bends?|buckles?|sags?|wobbles?|tips? over|topples?|slips?|slides?|falls? (?:out|off|apart|over)|comes? (?:off|loose|apart|undone)|leaks?|drips?|clogs?|jams?|sticks?|squeaks?|creaks?|rattles?|scratch(?:es)?|itch(?:es)?|chafes?|pinch(?:es)?|rubs?|digs? in|overheats?|melts?|freezes?|rots?|moulds?|molds?|wears? out|dies|runs? out|smells?|stains?|peels?|flakes?|wrinkles?|creases?|lets? (?:me|us|you) down|los(?:es?|ing) (?:its|their|the) [a-z]+|gives? (?:out|up|way)|stops? working|goes? (?:flat|dead|wrong)|gets? (?:soaked|wet|mou?ldy|dirty|scratched|stained|damaged|dented|stuck|loose|smelly|brittle|sticky|cold|hot|ruined|lost)|gets? in (?:the|my) way)(?! (?:it|them|him|her|this one)\\b)";
const FORETOLD = new RegExp(
  `\\b(?:(?:will|would|could|might|may|can|going to|bound to|likely to|sure to|tends? to|seems? to|usually|always|often|never fails? to|easily|soon|probably|just|simply|only) (?:just |probably |only |soon |easily |surely |always )*${FAILS})\\b|\\b(?:(?:things|ones|those|these|they|[a-z]+s|plastic|steel|iron|metal|wood|wool|leather|glass|cotton|linen|paint|rubber|it|this|that) ${FAILS} (?:in|on|at|after|when|over|under|so|too|easily|me|my|quickly|all|anyway|within|eventually|sooner|with)\\b)`,
);
/** "I've read these wobble", "heard they run small". */
const HEARSAY =
  /\b(?:(?:i|we) (?:have |had )?(?:read|heard|seen|been told|was told)|(?:people|some|others|friends|reviews|they) (?:say|says|said|complain|claim)|apparently|supposedly|word is) (?:somewhere |that |about |people saying |complaints )*(?:it|this|that|they|these|those|the|a lot|many|some|such|[a-z]+s)\b/;
const UNLIKELY =
  /\b(?:probably|likely|surely|presumably|perhaps|maybe|i (?:guess|suspect|fear|bet|imagine)) (?:it |this |that |they |these |the [a-z]+ )?(?:(?:is|are|will|would|does|do|can|could|has|have) not|will never|not|too|is too|are too)\b|\b(?:is|are|does|do|will|would|can|could) (?:probably|likely|surely|presumably) not\b|\b(?:is|are) (?:probably|likely|surely) (?:too|not)\b|\b(?:is|are|will be|would be|looks?|seems?|feels?) (?:probably |really )?not [a-z]+ enough (?:for|to)\b|\bi (?:fear|suspect|am afraid|worry)$/;
/** "Not that it rusts" is taken back; who has it happen elsewhere tells of the past. */
const NOT_FORETOLD = /\b(?:not|never|no longer|without|old|previous|last|used to|did|broke|was|were|had)\b/;

function foretellsFailure(plain: string): boolean {
  if (UNLIKELY.test(plain)) return true;
  if (
    HEARSAY.test(plain) &&
    new RegExp(`\\b(?:${FAILS}|too|not|bad|poor|issues?|problems?|small|large|hot|noisy|loud)\\b`).test(plain)
  )
    return true;
  return FORETOLD.test(plain) && !NOT_FORETOLD.test(plain);
}

/** "Could be a bit more than 1000 too" is a bound. */
const MOVES_BOUND =
  /^(?:(?:it|that|this|the (?:budget|price)) )?(?:could|can|may|might) be (?:a (?:bit|little|touch) |slightly |even )?(?:more|less|over|under|up to|above|below)\b/;

export function isDoubt(context: Context, clause: Span & { asked: boolean }, plain: string): boolean {
  if (DENIED.test(plainOf(context.message, clause)) || MOVES_BOUND.test(plain)) return false;
  if (OUTRIGHT.test(plain) && !/\b(?:is|does|do|will|can) (?:it|you)\b/.test(plain.slice(0, 8))) return true;
  if (!hasItemInView(context.state) || clause.asked || WISHES.test(plain)) return false;
  if (EXPECTS_LITTLE.some((pattern) => pattern.test(plain)) || WILL_NOT.test(plain)) return true;
  if (foretellsFailure(plain) || troublesByFigure(context, clause, plain)) return true;
  // "200 lumens seems weak": a figure that is told again is found wanting.
  return FALLS_SHORT.test(plain) && tellsMeasure(context, clause);
}

/** "82 dB, the neighbours will hate me": a figure of the item is told again, and trouble foreseen. */
function troublesByFigure(context: Context, clause: Span & { asked: boolean }, plain: string): boolean {
  const place = context.clauses.findIndex(({ from }) => from === clause.from);
  const next = context.clauses[place + 1];
  if (!next || next.asked || !tellsMeasure(context, clause) || plain.split(" ").length > 8) return false;
  return /\b(?:hates?|no way|never|nightmare|impossible|ouch|yikes|madness|kill(?:s|ed)?|complain|forget|trouble|not|hardly)\b/.test(
    plainOf(context.message, next),
  );
}

/** An exact measure that is no bound and no money. */
function tellsMeasure(context: Context, clause: Span): boolean {
  return context.quantities.some(
    (quantity) =>
      inside(quantity, clause) &&
      quantity.currency === null &&
      quantity.unit !== null &&
      quantity.bound === "exact" &&
      !/\b(?:under|over|at (?:least|most)|max(?:imum)?|min(?:imum)?|budget)\b/.test(
        plainOf(context.message, clause),
      ),
  );
}
