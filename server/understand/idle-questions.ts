/**
 * Words in the form of a question that ask nothing of the shop: tags, echoes, exclamations, set phrases, and wondering at
 * oneself, at other people or at the weather. Nobody waits for an answer to them, so they enter no ledger [LED-1].
 */

/** "..., isn't it?", "..., right?": what stands before it may ask, the tag does not. */
const TAG =
  /^(?:yeah|yep|true|or not|surely|isnt it|(?:is|are|was|were|does|do|did|has|have|can|could|will|would|should) not (?:it|they|he|she|you|this|that|these|those|we|i|there)|right|eh|huh|correct|innit|am i right|is that (?:right|correct)|do not you (?:think|agree|find)|would not you (?:say|agree|think)|you know|know what i mean|if you know what i mean)$/;

/** "Oh really?", "does it?" repeat what was said. */
const ECHO =
  /^(?:(?:oh|ah|wow|huh|h+m+|ok|okay|well|yeah|no) )*(?:really|seriously|honestly|for real|no kidding|is (?:that|it|this) (?:so|right|true)|(?:is|does|has|was|can|will) (?:it|that|this|he|she)|(?:are|do|have|can|will) (?:they|these|those|you)|you do|they do|it is|it does|it has|pardon|come again|say what|what|why not|what else|so what|and then what|who knew)$/;

const PRAISE =
  "(?:cool|great|nice|lovely|cute|funny|crazy|weird|sad|awful|amazing|awesome|sweet|neat|clever|brilliant|fantastic|beautiful|gorgeous|adorable|pretty|fun|wonderful|typical|annoying|ironic|random|mad|wild|hilarious|depressing|romantic|good to know)";
/** "What a day", "how cool is that", "isn't that lovely". */
const EXCLAMATION = new RegExp(
  `^(?:what an? [a-z]|how (?:very |absolutely )?${PRAISE}(?: (?:is|are|was|were) (?:that|this|these|those|it|they|you))?$|how ${PRAISE} of you|(?:is|are|was|were) not (?:it|that|this|these|those|they|she|he) (?:just |so |absolutely |simply |really )*(?:a )?${PRAISE})`,
);

const SET_PHRASE =
  /^(?:you (?:have|did|do|are|still have) not (?:really |even |yet )?(?:answer|repl(?:y|ied)|respond|listen)[a-z]*\b|is it (?:just|only) me\b|(?:do|does|is|did|was) not (?:it|they|we|you|one|that) (?:always|just|simply)\b|why (?:thank|thanks|yes|sure|of course|certainly|hello|hi)\b|(?:can|may|could|might) i (?:just |also )?(?:say|add|mention|point out)\b|(?:can|could|would|will) you (?:even |actually )?(?:believe|imagine)\b(?! how (?:much|long|many))|(?:would|will) you look at (?:that|this)$|have you (?:ever )?(?:seen|heard|noticed|read|been)\b(?! (?:of|about|from|any|it|this|that|these|those|my)\b)|(?:oh |well |and |so |but |ah )*(?:do )?you know (?:what|how it is|the feeling|the kind|the type)(?: with\b.*)?$|guess (?:what|who|where|how)|who (?:cares|knows|knew|would have (?:thought|guessed)|am i kidding|are we kidding|asked you|needs sleep)|what (?:can i say|do i know|could (?:possibly )?go wrong|the (?:hell|heck|fuck)|is not to (?:like|love)|is the world coming to|are the (?:odds|chances)|more could (?:i|you|one|anyone) (?:want|ask)|else (?:would|could|can|should) i (?:want|say|ask for|do)|would i do without|was i (?:thinking|saying))|how (?:hard|bad|difficult) can it be|how do (?:they|these people|some people|people) (?:even )?(?:sleep at night|live with|get away|do it)|where (?:was i|were we|has the time gone|did the time go|does the time go)|who (?:does|do|would|could|can|will) not (?:just |ever )?(?:love|like|want|need|enjoy|have|know|hate|appreciate)|who (?:does|would|could|can) (?:ever )?(?:resist|say no|complain)|why (?:me|oh why|bother)$|when will (?:i|they|people|we) (?:ever )?learn|is nothing sacred|are we there yet|is it (?:friday|monday|the weekend|christmas|summer|bedtime|wine o ?'? ?clock)(?: yet| already)?$|where do i sign$)/;

/** "How did I ever manage without?", "why do I even bother": asked of nobody but oneself. */
const OF_ONESELF =
  /^(?:why|how|what|where|when)(?: (?:on earth|in the world|the hell|the heck|in god s name))? (?:was|were|did|had|have) (?:i|we)\b(?!.*\b(?:order(?:ed)?|buy|bought|ask(?:ed)?|look(?:ed|ing)?|see|seen|saw|talk(?:ed)?|save[d]?|discuss(?:ed)?|decide[d]?|choose|chosen|pick(?:ed)?|pa(?:y|id))\b)/;
/** "Why would anybody steal a bike?" Of what is bought and needed a shop may be asked why. */
const WONDERS_AT_PEOPLE =
  /^why (?:do|does|am|is|are|would|will|can|can not|must|should|did|do not|does not) (?:i|we|people|anybody|anyone|everybody|everyone|somebody|someone|nobody|no one|men|women|kids|children|drivers|life|the weather|the world|he|she|my|our)\b(?!.*\b(?:need|pay|buy|get|choose|want|spend|care|prefer|pick|take|recommend|use)\b)/;
const WONDERS_AT_WEATHER =
  /^(?:why|when|how (?:long|much|often)) (?:is|does|will|has|can|did) (?:it|the (?:rain|snow|sun|wind|winter|weather)) (?:not |just |even |always |ever |never |still |only |only ever |going to |have to |be |been |to |stop |keep )*(?:rain(?:ing|s|ed)?|snow(?:ing|s|ed)?|pour(?:ing|s)?|drizzl(?:e|ing)|freezing|so (?:cold|hot|dark|windy|wet|grey|gray|miserable)|stop|end|come out)\b(?! (?:smelling|squeaking|leaking|working|up))/;

/** People named before, whom a "they" then means. */
const PEOPLE =
  /\b(?:thie(?:f|ves)|people|drivers?|neighbou?rs?|folks?|guys|bosses|politicians|parents|teenagers|men|women|colleagues|landlords?|kids)\b/;
const OF_THEM =
  /^(?:how|why|what|when|where|who) (?:do|does|did|can|could|would|will|are|is|were) (?:they|he|she)\b/;

/** @param plain the clause, folded and without its lead-in. @param before what stands before it in the message. */
export function isIdleQuestion(plain: string, before: string): boolean {
  if (TAG.test(plain)) return before !== "";
  if (OF_THEM.test(plain) && PEOPLE.test(before)) return true;
  return [ECHO, EXCLAMATION, SET_PHRASE, OF_ONESELF, WONDERS_AT_PEOPLE, WONDERS_AT_WEATHER].some((pattern) =>
    pattern.test(plain),
  );
}
