/** Names of products and brands that are not among the items the sentence may speak of. */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import type { Support } from "../support.ts";
import type { Token } from "../tokens.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";
import { PROPER_WORDS } from "../words/proper-words.ts";

export const checkNames: Check = (reading, support) => [
  ...foreignNames(reading, support),
  ...foreignCapitals(reading, support),
  ...otherShops(reading, support),
  ...reading.clauses.flatMap((clause) => [
    ...swappedBrands(clause, reading, support),
    ...foreignMakers(clause, support),
  ]),
];

/** Brands and whole titles of the shop's other products. */
function foreignNames(reading: Reading, support: Support): Finding[] {
  const { tokens } = reading;
  const stems = tokens.map((token) => token.stem);
  return support.evidence.names.find(stems).flatMap((name): Finding[] => {
    const words = tokens.slice(name.from, name.to);
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const phrase = ` ${stems.slice(name.from, name.to).join(" ")} `;
    if (support.items.some((item) => item.phrases.includes(phrase))) return [];
    if (words.every((word) => isAllowedName(word, support))) return [];
    // Brands are often everyday words ("Pure", "Smart"): only their capital makes them names.
    if (name.kind === "brand" && !words.some((word, index) => looksLikeName(word, name.from + index === 0)))
      return [];
    return [
      {
        type: "unsupported",
        start: first.start,
        end: last.end,
        why: `speaks of ${last.end > first.start ? nameOf(reading, first, last) : "another product"}, which is not among its items`,
      },
    ];
  });
}

function looksLikeName(word: Token, opensSentence: boolean): boolean {
  const everyday = NEUTRAL_WORDS.has(word.stem);
  if (/\d/.test(word.text)) return true;
  return /^\p{Lu}/u.test(word.cased) ? !(opensSentence && everyday) : !everyday && word.text.length >= 5;
}

/** A capital inside a sentence marks a name; every name needs a bearer among the items, the shop or the shopper's words. */
function foreignCapitals(reading: Reading, support: Support): Finding[] {
  const inQuantity = reading.clauses.flatMap((clause) => clause.quantities);
  const silent = reading.clauses.filter((clause) => clause.kind === "absence");
  return reading.tokens.flatMap((token, index): Finding[] => {
    if (!/^\p{Lu}/u.test(token.cased) || opensSentence(reading, token, index)) return [];
    // "No HDMI port": what is denied is judged as a feature. "A V-neck": a letter is a shape.
    if (token.denied || token.text.length === 1) return [];
    if ([...silent, ...inQuantity].some((place) => token.start >= place.start && token.end <= place.end))
      return [];
    if (PROPER_WORDS.has(token.text) || NEUTRAL_WORDS.has(token.stem) || isAllowedName(token, support))
      return [];
    // "Wi-Fi" of a row that writes it as one word.
    const beside = reading.tokens[index + 1];
    const joined = [`${token.text}${beside?.text}`, `${reading.tokens[index - 1]?.text}${token.text}`];
    if (support.items.some((item) => joined.some((word) => item.affirmed.has(word) || item.denied.has(word))))
      return [];
    return [
      {
        type: "unsupported",
        start: token.start,
        end: token.end,
        why: `"${token.cased}" is no name of its items`,
      },
    ];
  });
}

/** "Amazon has it too": whoever opens a sentence by selling something is another shop. */
const SELLS_AFTER =
  /^ (?:sells?|has|offers?|stocks?|charges?|carries|makes?) (?:it|them|one|a|an|the|this|these|something|similar)\b/;

/** "Dana says", "Dana S. charged it": so is whoever opens one by doing or saying something. */
const ACTS =
  /^(?: [a-z]\.)? (?:also |even |really )?(?:says?|said|wrote|writes|found|finds|loved?s?|likes?|liked|calls|called|swears|praises|recommends|mentions|uses?|used|reports|thinks|rode|took|kept|bought|charged|wore|enjoys|gave|gives|rated?s?)\b(?! (?:yes|no|hello|hi)\b)/;

function otherShops(reading: Reading, support: Support): Finding[] {
  return reading.tokens.flatMap((token, index): Finding[] => {
    if (!/^\p{Lu}/u.test(token.cased) || !opensSentence(reading, token, index)) return [];
    if (NEUTRAL_WORDS.has(token.stem) || PROPER_WORDS.has(token.text) || isAllowedName(token, support))
      return [];
    const after = reading.normal.lower.slice(token.end);
    if (!SELLS_AFTER.test(after) && !ACTS.test(after)) return [];
    return [
      {
        type: "unsupported",
        start: token.start,
        end: token.end,
        why: "speaks of a shop or a person unknown",
      },
    ];
  });
}

function opensSentence(reading: Reading, token: Token, index: number): boolean {
  if (index === 0) return true;
  const before = reading.normal.lower.slice(reading.tokens[index - 1]?.end, token.start);
  return /[.!?:"“(]/.test(before);
}

function isAllowedName(token: Token, support: Support): boolean {
  return (
    support.personaStems.has(token.stem) ||
    support.said.has(token.stem) ||
    support.reviews.some(({ facts }) => facts.affirmed.has(token.stem)) ||
    support.items.some(
      (item) => item.affirmed.has(token.stem) || item.affirmed.has(token.text) || item.denied.has(token.stem),
    )
  );
}

/** "The A by Trek", where Trek makes another of the items. */
function swappedBrands(clause: Clause, reading: Reading, support: Support): Finding[] {
  const [item] = clause.named;
  const owner = clause.named.length === 1 ? item : undefined;
  if (owner === undefined) return [];
  return support.items.flatMap((other): Finding[] => {
    const brand = other.brand.join(" ");
    if (other === owner || brand === "" || owner.phrases.includes(` ${brand} `)) return [];
    const from = clause.tokens.findIndex((_, index) =>
      other.brand.every((stem, offset) => clause.tokens[index + offset]?.stem === stem),
    );
    const first = clause.tokens[from];
    const last = clause.tokens[from + other.brand.length - 1];
    if (first === undefined || last === undefined || clause.kind === "question" || clause.kind === "offer")
      return [];
    // "Cheaper than the Trek Marlin" names the other item itself.
    const isName = reading.mentions.some(
      ({ start, end, items }) => start <= first.start && end >= last.end && items.includes(other),
    );
    if (isName) return [];
    return [
      {
        type: "unsupported",
        start: first.start,
        end: last.end,
        why: `${other.product.brand} is another item's brand`,
      },
    ];
  });
}

/** "It's by Apple" of a case for Apple phones: the word stands in the row, but as a brand it is another's. */
function foreignMakers(clause: Clause, support: Support): Finding[] {
  if (clause.kind === "absence" || clause.kind === "question") return [];
  if (!clause.tokens.some(({ text }) => text === "by")) return [];
  const stems = clause.tokens.map((token) => token.stem);
  return support.evidence.names.find(stems).flatMap((name): Finding[] => {
    const maker = clause.tokens[name.from - 1]?.text;
    const first = clause.tokens[name.from];
    const last = clause.tokens[name.to - 1];
    if (name.kind !== "brand" || maker !== "by" || first === undefined || last === undefined || first.denied)
      return [];
    const brand = stems.slice(name.from, name.to);
    const holds = (item: ItemFacts) =>
      item.brand.length === 0 ||
      brand.every((stem) => item.brand.includes(stem)) ||
      item.phrases.includes(` by ${brand.join(" ")} `);
    if (clause.about.some(holds)) return [];
    return [{ type: "unsupported", start: first.start, end: last.end, why: "not the brand of its item" }];
  });
}

function nameOf(reading: Reading, first: Token, last: Token): string {
  return `"${reading.normal.cased.slice(first.start, last.end)}"`;
}
