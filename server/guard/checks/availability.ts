/** Stock, and the pressure that false scarcity puts on a shopper. */
import { type Check, type Finding, findAll } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import { matchesOf } from "../matches-of.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";
import { hasValue, type NamedValue, valuesNamed, variantsNamed } from "../variants-named.ts";
import { EVERY_CHOICE } from "./money.ts";

const IN_STOCK =
  /\b(?:in stock|available(?! (?:in|as|from|with|at|on|to|for)\b)|ready to (?:ship|go|buy|order)|on hand|on the shelf|can be ordered|orderable|can (?:already |still |also )?(?:order|buy) (?:it|them|one)|we have (?:it|them)|(?:ready and )?waiting for you|got (?:some|a few|one|it|them) (?:in|here)|(?:go|ships?|sent) out today|we(?:'ve| have)(?: got)? (?:plenty|lots|several|enough)|still have (?:it|them))\b/g;
const OUT_OF_STOCK =
  /\b(?:out of stock|sold out|unavailable|back ?order(?:ed)?|none left|no longer available|discontinued|all gone|(?:it's|they're) gone|not in stock|isn't in stock|aren't in stock|isn't available|not available|aren't available)\b/g;
/** No row of a catalog says any of this. */
const SCARCITY =
  /\b(?:(?:hardly|barely|scarcely|almost|practically) (?:any|anything|none|nothing)(?: \w+)? left|(?:only|just|last|final|fewer than|under|less than)(?: the)? (?:a few|a couple|a handful|one|two|three|four|five|six|seven|eight|nine|ten|\d+|few)?\s?(?:\w+ )?(?:left|remaining|in stock|to go|pieces|units left)|(?:a few|few|\d+|one|two|three|a handful) (?:\w+ )?(?:left|remaining)|last (?:one|chance|few|piece|pair)s?|(?:selling|going|sells?|moving|flying|disappearing)(?: out)?(?: (?:really|very|so|pretty))? (?:fast|quickly|quick|soon|off the shelves)|flying off|sell(?:ing|s)? out|almost gone|nearly gone|running (?:low|out)|low (?:in |on )?stock|stock is (?:low|limited|running)|limited (?:stock|quantit\w+|supply|availability|edition|time|number)|while (?:supplies|stocks?) lasts?|before (?:it's|they're|it is|they are) (?:all )?gone|before (?:it|they) (?:sells?|runs?) out|hurry|act (?:now|fast|quickly)|don't miss|won't last|in high demand|high demand|(?:people|shoppers|others|customers) (?:are )?(?:looking at|viewing|watching|have (?:this|it) in)|in (?:their|other people's) carts?|(?:back|again) (?:in stock )?(?:next (?:week|month|year)|this (?:week|month)|on \w+day|in (?:stock|a|\d|two|three)|by \w+day|within|soon|tomorrow)|restock\w*|being restocked|(?:arrives?|arriving|coming|available|back) (?:next|tomorrow|soon|on monday|this week|in (?:a|two|three) (?:days?|weeks?))|new (?:stock|shipment|delivery)|pre-?order|(?:offer|deal|sale|price|promotion|discount|reduction) (?:runs out|ends|expires|stops|is valid|lasts|closes|is over)|(?:ends?|expires?|over) (?:tonight|today|soon|tomorrow|this week|at midnight|on sunday)|deal ends|today only|only today|price (?:goes|going) up|prices? (?:will|is about to) (?:rise|go up|increase)|reserved for you|exclusive|(?:be|move) quick\b|be quick|wait too long|(?:goes?|gone|going|go|sells?|disappears?|vanish(?:es)?) (?:first|within|in (?:days|hours|minutes))|snap (?:it|them|one) up|grab (?:it|one|yours|them)|beat the rush|around forever|(?:until|by(?! the price)|before) (?:midnight|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the (?:offer|sale|price|stock|holidays|end|rush))|before (?:christmas|easter|(?:next )?(?:spring|summer|autumn|fall|winter))|on the shel(?:f|ves) for long|decide (?:today|now|soon|fast|quickly)|don't (?:wait|hesitate|sleep on|think too long)|usually gone|time is running|while you (?:still )?can|on (?:its|their) way back|(?:warehouse|depot)|(?:it|they|that)(?:'ll| will) be back|we expect (?:it|them|more)|expect (?:it|them|the [\w ]{1,30}) (?:back|again)|in time for)\b/g;

/** "It would have to come back in stock first." */
const AWAITED =
  /\b(?:would have to|needs? to|has to|have to|if|until|unless|whether|once|when)\b[^.;]{0,40}$/;

export const checkAvailability: Check = (reading, support) =>
  reading.clauses
    .filter((clause) => clause.kind !== "absence")
    .flatMap((clause) => [...checkScarcity(clause, support), ...checkStock(clause, reading, support)]);

function checkScarcity(clause: Clause, support: Support): Finding[] {
  return findAll(
    SCARCITY,
    clause.text,
    clause.start,
    "unsupported",
    "presses with a scarcity that nothing supports",
  ).filter(({ start, end }) => {
    const words = clause.text.slice(start - clause.start, end - clause.start);
    if (AWAITED.test(clause.text.slice(0, start - clause.start)) && /^(?:back|again)/.test(words))
      return false;
    if (clause.kind === "question" && !/\b(?:left|fast|gone|hurry)\b/.test(words)) return false;
    return !support.items.some((item) => item.text.includes(words) && /edition|exclusive/.test(words));
  });
}

function checkStock(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (clause.kind === "question" || clause.kind === "condition" || clause.kind === "shopper") return [];
  const obtained = /\b(?:not|n't|no|sold out|unavailable)\b|n't\b/.test(clause.text)
    ? []
    : matchesOf(OBTAINS, clause.text)
        .map((match) => placeOf(match, clause))
        .filter((place) =>
          subjectsOf(place, clause, reading).some(
            (item) => !offersChoice(item, clause.text.slice(place.end - clause.start)),
          ),
        );
  const variants = checkVariants(clause, reading);
  if (clause.kind === "offer") return [...obtained.map(asFinding), ...variants];
  const out = matches(OUT_OF_STOCK, clause);
  const inside = matches(IN_STOCK, clause).filter(
    (place) =>
      !AWAITED.test(clause.text.slice(0, place.start - clause.start)) &&
      !out.some((other) => other.start <= place.start && place.end <= other.end),
  );
  const stretches = stretchesOf([...out, ...inside], clause);
  const isSold = (place: Place, isIn: boolean) => {
    const subjects = subjectsOf(place, clause, reading);
    const says = textOf(place, stretches, clause, reading, support);
    if (clause.quantifier === "none") return isIn || !subjects.every((item) => isInStock(item, says, true));
    return isIn
      ? subjects.length === 0 || subjects.some((item) => !isInStock(item, says, true))
      : subjects.some((item) => isInStock(item, says, false));
  };
  const choices = matchesOf(CHOICE, clause.text).map((match) => placeOf(match, clause));
  return [
    ...out.filter((place) => isSold(place, false)),
    ...inside.filter((place) => isSold(place, true)),
    ...obtained,
    ...choices.filter((place) =>
      subjectsOf(place, clause, reading).some(
        (item) => !offersChoice(item, clause.text.slice(place.start - clause.start)),
      ),
    ),
  ]
    .map(asFinding)
    .concat(variants);
}

/** "We have a 56 for you", "you can get the large in cream": the variants that are meant, by any verb of getting. */
const GETTING =
  /\b(?:we have|we've got|i have|have (?:a|the|it)|get|order(?:ed)?|buy|choose|pick|take|available|in stock|yours|left(?!-))\b/;
const NOT_GETTING =
  /\b(?:not|no|none|neither|without|never|except|sold out|unavailable|gone|if|once|when|until|whether|back|extra|only one)\b|n't\b/;

function checkVariants(clause: Clause, reading: Reading): Finding[] {
  const getting = GETTING.exec(clause.text);
  if (getting === null || NOT_GETTING.test(clause.text)) return [];
  const place = placeOf(getting, clause);
  const isRefused = subjectsOf(place, clause, reading).some(({ product }) => {
    if (product.variants.length === 0) return false;
    if (EVERY_CHOICE.test(clause.text)) return product.variants.some(({ inStock }) => !inStock);
    const named = valuesNamed(clause.text, product).filter(
      ({ value }) =>
        !/^\d+$/.test(value) || new RegExp(`\\b(?:an?|the|in|size) ${value}\\b`).test(clause.text),
    );
    const options = new Set(named.map(({ name }) => name));
    const isOneEach = named.length === options.size;
    if (named.length === 0 || !isOneEach) return false;
    const meant = product.variants.filter((variant) => named.every((one) => hasValue(variant, one)));
    return !meant.some(({ inStock }) => inStock);
  });
  return isRefused ? [asFinding(place)] : [];
}

function asFinding(place: Place): Finding {
  return { type: "unsupported", ...place, why: "not what the catalog says of its stock" };
}

/** "I can offer you the A in rust": what can be had in a colour or a size can be bought in it. */
const OBTAINS =
  /\b(?:offer|get|have|order|buy|take|grab)(?: (?:you|it|one|them|this|that|both|the [\w' ]{1,40}?))+ (?=in \S)/g;

interface Place {
  start: number;
  end: number;
}

/** "Available in navy and olive": a choice that can be bought. */
const CHOICE = /\b(?:available|in stock|to be had) (?=in \S)/g;

/** Whether each value that is named after "in" can be bought. Where no value of the item's is named, others judge it. */
function offersChoice({ product }: ItemFacts, after: string): boolean {
  return valuesNamed(after, product).every((one) =>
    product.variants.some((variant) => variant.inStock && hasValue(variant, one)),
  );
}

/** The words that go with each statement on stock: up to the one before and the one after it. */
function stretchesOf(places: readonly Place[], clause: Clause): Map<Place, [string, string]> {
  const inOrder = [...places].sort((a, b) => a.start - b.start);
  return new Map(
    inOrder.map((place, index) => [
      place,
      [
        clause.text.slice(
          (inOrder[index - 1]?.end ?? clause.start) - clause.start,
          place.start - clause.start,
        ),
        clause.text.slice(place.end - clause.start, (inOrder[index + 1]?.start ?? clause.end) - clause.start),
      ],
    ]),
  );
}

/**
 * The text whose option values are meant: what stands before the statement, else after it, else earlier in the sentence
 * ("if you wear a 42: that one is sold out") or with the shopper ("your size").
 */
function textOf(
  place: Place,
  stretches: Map<Place, [string, string]>,
  clause: Clause,
  reading: Reading,
  support: Support,
): string[] {
  const [stretch = "", after = ""] = stretches.get(place) ?? [];
  // "Sage is there, rust has sold out": what has its own verb is told already.
  const before = stretch.replace(/^.*\b(?:is|are|has|have|comes?|there)\b[^,;]*[,;]/, "");
  const earlier = reading.normal.lower.slice(0, clause.start);
  const heard = /\byour (?:size|colou?r)\b/.test(clause.text)
    ? support.evidence.heard.join(" ; ").toLowerCase()
    : "";
  return [`${before} `, after, earlier, heard];
}

/** "The green one in size L is sold out" speaks of those variants only; "41 and 42" of each, "all sizes" of every one. */
function isInStock({ product }: ItemFacts, says: readonly string[], wanted: boolean): boolean {
  const [before = ""] = says;
  if (ALL_CHOICES.test(before)) {
    const all = product.variants.every(({ inStock }) => inStock) && product.inStock;
    return wanted ? all : product.variants.some(({ inStock }) => inStock);
  }
  for (const text of says) {
    const named = valuesNamed(text, product);
    if (named.length === 0) continue;
    const variants = variantsNamed(text, product);
    const isSold = (one: NamedValue) => variants.some((variant) => variant.inStock && hasValue(variant, one));
    return wanted ? named.every(isSold) : named.some(isSold);
  }
  return product.inStock;
}

const ALL_CHOICES =
  /\b(?:all|every|each|any)(?: (?:of )?(?:the|its|our))?(?: \w+)? (?:sizes?|colou?rs?|variants?|versions?|shades?)\b/;

function matches(pattern: RegExp, clause: Clause): Place[] {
  return matchesOf(pattern, clause.text).map((match) => placeOf(match, clause));
}

function placeOf(match: RegExpMatchArray & { index: number }, clause: Clause): Place {
  return { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
}
