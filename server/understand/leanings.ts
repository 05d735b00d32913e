/** "#2 appeals to me", "I rather fancy the second", "could be it": drawn to an item, without taking it yet. */
import { findAll, type Message, plainOf, type Span } from "./tokens.ts";

const DEGREES =
  "(?:really |quite |rather |so |very |pretty |kinda |kind of |sort of |just |about |a bit |definitely )*";
const ITEM = "(?:it|this|that|these|those|the|your|#|number|option|no)";
/** What is said of the item. */
const OF_ITEM = [
  `(?:could|might|may) (?:well |just |actually )*(?:be (?:it|the one|a winner|my pick|what i need|worth a (?:look|try))|work|suit)(?= ?(?:$|[.,!;]| for me| me\\b| and\\b| though\\b))`,
  `(?:seems?|looks?|sounds?|feels?) ${DEGREES}(?:right|good|nice|great|lovely|promising|ideal|perfect|interesting|tempting|decent|smart|cute|fun|neat|like (?:it|the one|a (?:winner|good (?:fit|match|one|choice|pick))|my (?:kind|sort) of thing|what i (?:need|want|am after)))`,
  `(?:is|are) ${DEGREES}(?:appealing|tempting|promising|my favou?rites?|more like it|growing on me|up my street|up my alley)`,
  "(?:does )?appeals? to (?:me|us|him|her)|(?:does )?speaks? to (?:me|us)|(?:catch(?:es)?|caught|has) my (?:eye|attention|vote|interest)",
  "(?:gets|got) my (?:vote|attention)|fits? the bill|ticks? (?:all )?(?:the|my|every) box(?:es)?|(?:has|got) potential|stands? out(?: to me| for me)?|goes in(?:to)? (?:my|the) (?:basket|cart|bag)",
  "(?:would )?suits? me|spot on|just right|growing on me|more like it|much more like it|that is the ticket|my (?:current )?(?:favou?rite|front ?-? ?runner)",
];
/** What the shopper says of himself. */
const OF_SHOPPER = [
  `(?:am |was )?(?:${DEGREES})(?:drawn (?:to|towards?)|tempted by|taken (?:with|by)|keen on|fond of|lean(?:ing)?(?: (?:more|mostly))? (?:towards?|to)|inclined (?:to|towards?)|gravitat(?:e|ing) (?:to|towards?)|partial to|torn towards)`,
  `(?:fancy|digging|dig|vibing with|(?:am )?into|interested in|(?:like|love) the (?:look|looks|sound|idea|style) of|(?:would|could) (?:see|picture|imagine) myself (?:with|in|wearing|using)|can (?:see|picture|imagine) myself (?:with|in|wearing|using)) (?=${ITEM}\\b|#)`,
];
const LEANS = new RegExp(`\\b(?:${[...OF_ITEM, ...OF_SHOPPER].join("|")})`, "g");
const TURNED_ROUND =
  /\b(?:not|never|hardly|nothing|neither|none|no longer|less|do you think|if|whether|something|anything) (?:[a-z]+ ){0,3}$/;
const ASKED =
  /(?:^|[.,;!?] ?|\b(?:and|but|so) )(?:do|does|did|would|will|is|are|could|can|which|how) [^.,;!?]*$/;
/** Said of a thing in general, or of what is still looked for, it leans to nothing: "something that looks good". */
const OF_WISH = /\b(?:that|which|to|must|should|needs? to|has to|have to|wants? to) (?:[a-z]+ )?$/;
const POINTS =
  /(?:^|[.,;!] ?|\b(?:and|but|well|oh|hm+|hey|ok|okay|yes|yeah|think|say|so|actually|maybe|now) )(?:that|which) (?:[a-z]+ )?$/;

/** Where the shopper says that an item draws him. */
export function findLeanings(message: Message): Span[] {
  return findAll(message, LEANS).filter(({ from }) => {
    const before = message.plain.slice(0, message.plainStarts[from]);
    if (TURNED_ROUND.test(before) || ASKED.test(before)) return false;
    return !OF_WISH.test(before) || POINTS.test(before);
  });
}

/** Whether that is said in a clause. */
export function leansIn(message: Message, clause: Span): boolean {
  const plain = plainOf(message, clause);
  return (
    plain !== "" && findLeanings(message).some((span) => span.from >= clause.from && span.from < clause.to)
  );
}
