/**
 * Questions in the form of a statement: what is asked stands behind a word of asking, not knowing or wanting to know ("any
 * idea if", "it would help to know how"), or before a tag that turns what is said of an item into a question.
 */

const WH = "(?:if|whether|how|what|when|where|which|who|why)";
/** Who asks, is curious or asks to be told; doubts and what the shopper knows are none of it. */
const ASKING =
  "(?:(?:do|does|can|could|would|will|might) (?:you|anyone|anybody|someone|somebody|one of you) (?:please |perhaps |maybe |possibly |kindly |happen to |be able to )*(?:know|tell|say|check|confirm|explain|find out|look up|clarify|remind me)(?: me| us)?|(?:would|do) you mind (?:telling|checking|saying|explaining)(?: me| us)?|(?:^|please |just |mind |do )(?:tell|telling|let|remind|show) (?:me|us)(?: know)?|let (?:me|us) know|(?:like|love|want|wanted|need|have|help|helps|helpful|useful|good|great|nice|interesting|interested|handy|lovely|curious|keen|important|interests me) to (?:know|hear|ask|find out|learn|understand|be told|see)|(?:i|we) (?:(?:was|were|am|are|have been|had been) )?(?:just |only |also )?(?:wonder|wondering|wondered|asking|curious)|(?:^|just |am |are |rather |quite )(?:wondering|curious)|(?:any|got any|have any|have you any|do you have any|is there any) (?:idea|clue|word|info|information|details?|hint)|(?:my|a|one|another|the|only|main|first|next|last|quick) (?:[a-z]+ )?question (?:is|was|would be)|(?:^|i )(?:must|have to|had to|need to|should|may|might|could) ask|(?:not|nowhere|never) (?:so |quite |very |entirely |made |at all )*(?:clear|obvious|said|mentioned|stated|told)(?: to me| anywhere| here| yet)*|unclear(?: to me)?|(?:can|could) not (?:find|see|tell|make|figure|work)(?: out)?(?: anywhere)?|(?:do|does|did) not (?:say|mention|tell|state|show|specify|list)(?: me| us| anywhere)?)";

const INDIRECT = new RegExp(`${ASKING}(?: me| us| you| first| then| also| is| was| out)? ${WH}\\b`);
/** "I'd like to know the diameter", "curious about the acidity". */
const INDIRECT_THING =
  /(?:(?:like|love|want|wanted|need|have|help|helps|helpful|useful|good|great|nice|interesting|handy) to know|(?:curious|question|questions|info|information|details|wondering|wondered) (?:about|on|as to|regarding)|let me know|interested in|(?:can|could) not (?:find|see|make out)|(?:do|does|did) not (?:say|mention|tell|state|show|specify|list)|remind (?:me|us) (?:of|about)|(?:check|confirm|look up) (?:me )?(?:for me )?) (?:about |of )?(?:the|its|their|his|her|your|this|that)\b/;
/** "Whether you have tents" wants to be shown some. */
const OFFER =
  /\b(?:if|whether|what|which|where) (?:[a-z]+ ){0,3}?(?:you|there|i|we) (?:guys |also |could |can |would |might |maybe )*(?:have|sell|carry|stock|got|offer|keep|recommend|suggest|find|get|buy|are|is)\b/;

/** @param plain the clause, folded and without its lead-in */
export function asksIndirectly(plain: string): boolean {
  return INDIRECT.test(plain) || INDIRECT_THING.test(plain);
}

/** @returns whether what is asked so is for other products, or for a service of the shop: neither of an item */
export function asksForOffer(plain: string): boolean {
  return OFFER.test(plain);
}

const ITEM =
  "(?:it|this|that|they|these|those|both|(?:the|this|that|these|those) (?:[a-z0-9]+ ){1,4}?(?=(?:is|are|has|have|does|do|can|will|would|comes?|goes|fits?|works?|holds?|takes?)\\b)|you can|one can|there (?:is|are))";
const OF_ITEM = new RegExp(
  `^(?:(?:and|but|so|then|well|ok|oh) )*${ITEM} ?(?:(?:is|are|was|has|have|does|do|can|will|would|should|must|need|[a-z]+s|come|fit|work|hold|take|run|last|go|use|wash|[a-z]+)\\b)`,
);
/** Praise and blame, to which a tag only asks for agreement. */
const OPINION =
  /^(?:(?:and|but|so|well|oh|ok) )*(?:it|this|that|they|these|those|the [a-z0-9]+(?: one)?) (?:is|are|was|looks?|seems?|sounds?) (?:(?:a|an|the|so|really|very|just|quite|rather|pretty|such|too|absolutely|all|kind|sort|of|bit|one|ones|thing|things|name|price|deal|colou?r|design|look) )*(?:good|great|nice|lovely|cute|cool|pretty|ugly|beautiful|gorgeous|adorable|sweet|neat|smart|clever|funny|odd|weird|strange|silly|fun|amazing|awesome|fantastic|wonderful|expensive|pricey|cheap|steep|dear|much|bad|awful|perfect|it|all|fine|enough|ok|okay|decent|fair|interesting|something|right|impressive|stunning|handsome|elegant|fancy)(?: (?:one|ones|thing|name|price|deal|colou?r|design|look|idea|money))?$/;

/** What is said of an item before a tag: "it comes with batteries, doesn't it". */
export function claimsOfItem(plain: string): boolean {
  return OF_ITEM.test(plain) && !OPINION.test(plain);
}

/** "When the sun comes out I always want one": the words after it stand as in a statement. */
const SUBORDINATE =
  /^(?:when|where|while|whenever|wherever|why|how) (?:the|a|an|my|our|your|his|her|their|i|we|you|he|she|it|they|this|that|these|those|people|everyone|everybody|nobody) (?!(?:is|are|does|do|can|will|would|did|was|were|should|could) (?:it|they|the|he|she|we|i|you|this|that)\b)(?:[a-z]+ ){1,}/;

/** A clause of when, where or how without the word order of a question, in a sentence that has no question mark. */
export function isSubordinate(plain: string): boolean {
  return SUBORDINATE.test(plain);
}
