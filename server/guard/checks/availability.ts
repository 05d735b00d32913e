/** Stock, and the pressure that false scarcity puts on a shopper. */
import { type Check, type Finding, findAll } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";

const IN_STOCK =
  /\b(?:in stock|available(?! (?:in|as|from|with|at|on|to|for)\b)|ready to (?:ship|go|buy|order)|on hand|on the shelf|can be ordered|orderable|can (?:already |still |also )?(?:order|buy) (?:it|them|one)|we have (?:it|them)|still have (?:it|them))\b/g;
const OUT_OF_STOCK =
  /\b(?:out of stock|sold out|unavailable|back ?order(?:ed)?|none left|no longer available|discontinued|all gone|(?:it's|they're) gone|not in stock|isn't in stock|aren't in stock|isn't available|not available|aren't available)\b/g;
/** No row of a catalog says any of this. */
const SCARCITY =
  /\b(?:(?:only|just|last|final|fewer than|under|less than)(?: the)? (?:a few|a couple|a handful|one|two|three|four|five|six|seven|eight|nine|ten|\d+|few)?\s?(?:\w+ )?(?:left|remaining|in stock|to go|pieces|units left)|(?:a few|few|\d+|one|two|three|a handful) (?:\w+ )?(?:left|remaining)|last (?:one|chance|few|piece|pair)s?|(?:selling|going|sells?|moving|flying|disappearing)(?: out)?(?: (?:really|very|so|pretty))? (?:fast|quickly|quick|soon|off the shelves)|flying off|sell(?:ing|s)? out|almost gone|nearly gone|running (?:low|out)|low (?:in |on )?stock|stock is (?:low|limited|running)|limited (?:stock|quantit\w+|supply|availability|edition|time|number)|while (?:supplies|stocks?) lasts?|before (?:it's|they're|it is|they are) (?:all )?gone|before (?:it|they) (?:sells?|runs?) out|hurry|act (?:now|fast|quickly)|don't miss|won't last|in high demand|high demand|(?:people|shoppers|others|customers) (?:are )?(?:looking at|viewing|watching|have (?:this|it) in)|in (?:their|other people's) carts?|(?:back|again) (?:in stock )?(?:next (?:week|month|year)|this (?:week|month)|on \w+day|in (?:stock|a|\d|two|three)|by \w+day|within|soon|tomorrow)|restock\w*|being restocked|(?:arrives?|arriving|coming|available|back) (?:next|tomorrow|soon|on monday|this week|in (?:a|two|three) (?:days?|weeks?))|new (?:stock|shipment|delivery)|pre-?order|(?:ends?|expires?|over) (?:tonight|today|soon|tomorrow|this week|at midnight|on sunday)|deal ends|today only|only today|price (?:goes|going) up|prices? (?:will|is about to) (?:rise|go up|increase)|reserved for you|exclusive|(?:be|move) quick\b|be quick|wait too long|(?:goes?|gone|going|go|sells?|disappears?|vanish(?:es)?) (?:first|within|in (?:days|hours|minutes))|snap (?:it|them|one) up|grab (?:it|one|yours|them)|beat the rush|around forever|(?:until|by|before) (?:midnight|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the (?:offer|sale|price|stock|holidays|end|rush))|before (?:christmas|easter|(?:next )?(?:spring|summer|autumn|fall|winter))|on the shel(?:f|ves) for long|decide (?:today|now|soon|fast|quickly)|don't (?:wait|hesitate|sleep on|think too long)|usually gone|time is running|while you (?:still )?can|on (?:its|their) way back|(?:warehouse|depot)|(?:it|they|that)(?:'ll| will) be back|we expect (?:it|them|more)|expect (?:it|them|the [\w ]{1,30}) (?:back|again)|in time for)\b/g;

export const checkAvailability: Check = (reading, support) =>
  reading.clauses
    .filter((clause) => clause.kind !== "absence")
    .flatMap((clause) => [...checkScarcity(clause, support), ...checkStock(clause, reading)]);

function checkScarcity(clause: Clause, support: Support): Finding[] {
  return findAll(
    SCARCITY,
    clause.text,
    clause.start,
    "unsupported",
    "presses with a scarcity that nothing supports",
  ).filter(({ start, end }) => {
    const words = clause.text.slice(start - clause.start, end - clause.start);
    if (clause.kind === "question" && !/\b(?:left|fast|gone|hurry)\b/.test(words)) return false;
    return !support.items.some((item) => item.text.includes(words) && /edition|exclusive/.test(words));
  });
}

function checkStock(clause: Clause, reading: Reading): Finding[] {
  if (
    clause.kind === "question" ||
    clause.kind === "offer" ||
    clause.kind === "condition" ||
    clause.kind === "shopper"
  )
    return [];
  const out = matches(OUT_OF_STOCK, clause);
  const inside = matches(IN_STOCK, clause).filter(
    (place) => !out.some((other) => other.start <= place.start && place.end <= other.end),
  );
  return [
    ...out.filter((place) => isSaidOut(place, clause, reading)),
    ...inside.filter(
      (place) =>
        clause.quantifier === "none" ||
        subjectsOf(place, clause, reading).some((item) => !isInStock(item, clause)) ||
        subjectsOf(place, clause, reading).length === 0,
    ),
  ].map((place) => ({ type: "unsupported", ...place, why: "not what the catalog says of its stock" }));
}

function isSaidOut(place: { start: number; end: number }, clause: Clause, reading: Reading): boolean {
  const inStock = (item: ItemFacts) => isInStock(item, clause);
  const subjects = subjectsOf(place, clause, reading);
  return clause.quantifier === "none" ? !subjects.every(inStock) : subjects.some(inStock);
}

/** "The green one in size L is sold out" speaks of those variants only. */
function isInStock({ product }: ItemFacts, clause: Clause): boolean {
  const valuesOf = (name: string) =>
    product.variants.flatMap((variant) =>
      variant.options.flatMap((option) => (option.name === name ? [option.value] : [])),
    );
  const named = product.variants.map((variant) =>
    variant.options.map((option) => ({
      name: option.name,
      isNamed: namesValueOf(clause, option.value, valuesOf(option.name)),
    })),
  );
  const chosen = new Set(named.flat().flatMap(({ name, isNamed }) => (isNamed ? [name] : [])));
  if (chosen.size === 0) return product.inStock;
  return product.variants.some(
    (variant, index) =>
      variant.inStock && named[index]?.every(({ name, isNamed }) => isNamed || !chosen.has(name)),
  );
}

/** "Green" names "Forest green" where no other value of the option is a green. */
function namesValueOf(clause: Clause, value: string, others: readonly string[]): boolean {
  if (namesValue(clause, value)) return true;
  return value
    .split(/\s+/)
    .some(
      (word) =>
        word.length >= 3 &&
        namesValue(clause, word) &&
        others.every(
          (other) => other === value || !other.toLowerCase().split(/\s+/).includes(word.toLowerCase()),
        ),
    );
}

function namesValue(clause: Clause, value: string): boolean {
  const written = value
    .trim()
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s?");
  return written !== "" && new RegExp(`(?<![\\w'/.-])${written}(?![\\w'/-])`).test(clause.text);
}

function matches(pattern: RegExp, clause: Clause): { start: number; end: number }[] {
  return [...clause.text.matchAll(pattern)].map((match) => ({
    start: clause.start + match.index,
    end: clause.start + match.index + match[0].length,
  }));
}
