/** Shipping, returns, warranty, payment: a row must say it in its own words; a promise for the merchant is unsafe. */
import { type Check, type Finding, findAll } from "../finding.ts";
import { answerQuoted } from "../quoted-answers.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";

const SERVICE =
  /\b(?:(?:free|fast|next[- ]day|same[- ]day|express|overnight|worldwide|international|standard|two[- ]day|quick|home|included)\s+(?:shipping|delivery|returns?|postage|installation|assembly|setup)|ships?(?: (?:free|today|tomorrow|within|in|worldwide|for free|next|to|the same|from))?|shipped|shipping|deliver(?:y|ed|s)?(?: (?:by|within|in|tomorrow|today))|deliver(?:y|ed)|arrives? (?:by|within|in|tomorrow|on|before)|postage|return(?:s|ed|able)?(?: (?:it|them|within|policy|window|are|is))?|refund(?:s|ed|able)?|money[- ]back|exchange[sd]?|warrant(?:y|ies|ied)|guarantee[sd]?|lifetime|insured|insurance|pay later|pay in (?:installments|instalments)|klarna|afterpay|paypal|apple pay|cash on delivery|gift[- ]wrap\w*|free (?:assembly|setup|installation|repair|trial|sample|replacement|gift|accessories)|repair(?:s|ed)? (?:for )?free|replacement|satisfaction|within \d+ (?:hours|business days|working days)|(?:order|ordered) (?:by|before) (?:noon|\d|midday|midnight)|leaves (?:today|tomorrow|our|the (?:warehouse|house|depot))|sen[dt] (?:it|them) back|change your mind|at home for|no questions asked|pick(?:ed)?[- ]?(?:it |them )?up (?:from|in|at|today|tomorrow)|(?:store|local|free|curbside|kerbside|in-person) pick-?up|pick-?up (?:from|at|in|today|is|point|available)|collect (?:it|them|one|your)|(?:in|at) (?:our|the|your) (?:\w+ )?(?:branch|warehouse)|in[- ]store|your money back|your doorstep|(?:on (?:its|their) way|out|off) to you|(?:have it|be with you|be yours|at your door) (?:by|on|in|within|today|tomorrow|next)|free of charge|(?:at|in|from) our (?:\w+ )?(?:store|shop|showroom|location|workshop)s?|(?:is|are|comes?) (?:also |completely |totally )?(?:free(?= (?:at|in|for|with|on|when|if)\b|[.,!?]|$)|complimentary|on the house|on us)|'s (?:on the house|on us|free of charge)|(?:at|for) no (?:extra |additional )?(?:cost|charge)|test[- ]?rid(?:e|ing)|test[- ]?drive)\b/g;
const ON_BEHALF =
  /\b(?:(?:i|we)(?:'ll| will| can| could|'d| would|'m going to|'re going to| shall|'ve| have| am going to)? (?:also |personally |gladly |happily |even |always |just |already )*(?:refund|reimburse|ship|deliver|send (?:it|you|them)|(?:hold|keep|save) (?:it|one|that|this|them|the [\w ]{1,30}?) (?:for you|back|aside|until)|reserve|set (?:it|one|this) aside|put (?:it|one|this) aside|give you (?:a|an|\d|free|ten|five|twenty|some money|[^.]{0,15}(?:off|discount|%))|get you (?:a|an) (?:discount|deal|refund|better price)|knock|take [^.]{0,12}off|throw in|match (?:the|any|that|their) price|price[- ]match|apply (?:a|the|your) (?:discount|coupon|code)|waive|cover (?:the )?(?:shipping|postage|costs?)|guarantee|promise|exchange (?:it|them)|replace (?:it|them)|repair (?:it|them)|fix (?:it|them)|swap (?:it|them)|give you your|pay you|extend|upgrade you|offer you (?:a|an|\d)[^.]{0,15}(?:off|discount|%|refund)|make sure it (?:arrives|ships)|process (?:your|the|a)|cancel your|place (?:the|your|an) order|order(?:ed)? (?:it|one) for you|charge|arrange|book|issue|credit|notify|remind|let you know (?:when|as soon|once)|have (?:someone|the team|a colleague)|speak to the|send you|mail|ring|assemble|install|engrave|customi[sz]e|gift-?wrap|wrap|set (?:it|them) up|(?:bring|carry|drop) (?:it|them|this|one|these)|pick (?:it|them) up|dispose|take (?:it|them|your) (?:back|away|old)|have (?:it|them) (?:\w+ )?(?:sent|delivered|assembled|installed|shipped|fitted))|i(?:'ve| have| just|'ve just| have just| already|'ve already)? ?(?:reserved|emailed|e-mailed|texted|ordered|booked|refunded|shipped|waived) \w+|i(?:'ve| have)?(?: just| already)? (?:put|added|placed|dropped|popped) (?:it|them|one|these|this|both|two|the [\w -]{1,40}?) (?:in|into|to|on) (?:your|the) (?:cart|basket|bag|order|wish ?list|checkout)|i(?:'ve| have)?(?: just| already)? (?:added|applied|placed|arranged|secured|unlocked|activated|got|taken|took|knocked) (?:(?:a|an|the|your|my|you|\d+|ten|five|twenty)[\w %$€£]{0,24})?(?:discount|order|coupon|voucher|code|refund|off)|i(?:'ve| have)?(?: just| already)? (?:told|asked|notified|contacted|informed|called|messaged) (?:the|our|my) (?:\w+ )?(?:warehouse|shop|store|team|merchant|manager|staff|supplier|maker)|(?:held|locked|frozen|secured) the price|you have my word|we'll take care of (?:the )?(?:shipping|returns)|we (?:always )?(?:ship|deliver|refund|guarantee|match)|it'?ll be with you (?:by|tomorrow|in)|it'?ll arrive|you(?:'ll| will) (?:get|have|receive) (?:it|them|a refund|your (?:money|order)[^.]{0,10}))\b/g;
/** Whatever "we" will do that is no part of this talk is the merchant's to promise. */
const WE_WILL =
  /\bwe(?:'ll| will)\s+(?:also |even |gladly |happily |always |of course )?(?!look|see|find|compare|narrow|go\b|talk|start|keep|check|work|figure|try|sort|pick|have|take a|get to|get there|move|skip|leave|rule|use|filter|add|drop|be\b|stay|widen|relax|return|come|say|stick|do\b|need|want|know|begin|end|just|then|cross|weigh|first)[a-z]+/g;
const REFUSAL =
  /\b(?:can't|cannot|can not|not able|unable|won't|don't|couldn't|isn't something i|not something i)\b/;
const TOPIC =
  /^\W*(?:and |but |so )?(?:on|about|as for|as to|regarding|concerning|when it comes to) (?:[\w'-]+ ?){1,5},?\s*$/;
const ASKED = new Set<Clause["kind"]>(["absence", "question", "condition"]);

export const checkService: Check = (reading, support) =>
  reading.clauses.flatMap((clause, index) => {
    if (REFUSAL.test(clause.text) || clause.kind === "absence") return [];
    // "On shipping, I can't say": the topic goes before what is said of it.
    if (TOPIC.test(clause.text) && REFUSAL.test(reading.clauses[index + 1]?.text ?? "")) return [];
    return [
      ...findAll(
        ON_BEHALF,
        clause.text,
        clause.start,
        "unsafe",
        "promises something on the merchant's behalf",
      ),
      ...findAll(WE_WILL, clause.text, clause.start, "unsafe", "promises something on the merchant's behalf"),
      ...(ASKED.has(clause.kind) ? [] : unsupportedService(clause, reading, support)),
    ];
  });

function unsupportedService(clause: Clause, reading: Reading, support: Support): Finding[] {
  return findAll(
    SERVICE,
    clause.text,
    clause.start,
    "unsupported",
    "speaks of a service that the catalog does not hold",
  ).filter((place) => {
    const words = stemsOf(clause.text.slice(place.start - clause.start, place.end - clause.start));
    if (isLeadIn(place, clause, reading, support) && words.every((word) => support.said.has(word)))
      return false;
    if (reading.mentions.some((mention) => place.start >= mention.start && place.end <= mention.end))
      return false;
    if (
      (clause.kind === "shopper" && !/\b(?:refund|reimburs|replac|repair|exchang)\w*\b/.test(clause.text)) ||
      (/^\s*(?:that|this|for|about) /.test(clause.text) &&
        /\b(?:team|person|colleague|checkout|policy page)\b/.test(clause.text))
    )
      return false;
    return !subjectsOf(place, clause, reading).some((item) => item.phrases.includes(` ${words.join(" ")} `));
  });
}

/** "On the delivery you asked about, the shop says:" before what it says. */
function isLeadIn(place: Finding, { end, text }: Clause, reading: Reading, support: Support): boolean {
  return reading.quotes.some(
    (quote) =>
      quote.start >= place.end &&
      reading.normal.lower.slice(end, quote.start).trim().length <= 1 &&
      /\b(?:says?|answers?|writes?|tells?|states?)\b/.test(text) &&
      answerQuoted(quote, reading, support) !== null,
  );
}
