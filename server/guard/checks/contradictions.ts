/**
 * What a row says and a sentence turns round: "it doesn't come in black" of a black one, "its flavour is nuts" where nuts are
 * what it holds. The words alone stand in the row, so nothing else would stop them.
 */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import { stemsOf } from "../tokens.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";

const DENIES =
  /\b(?:(?:does|do|did)(?:n't| not)|(?:is|are|was)(?:n't| not)|ha(?:s|ve)(?:n't| not| no)|can't|cannot)\s+(?:(?:come|be had|made|available) (?:in|with|from|of|out of)|have|has|weigh|cost|measure|hold|fit|made of|in|an?)\b/g;
/** What is denied is not the fact itself: "doesn't weigh more than 2 kg", "isn't just black", "isn't listed as". */
const ONLY_BOUNDED =
  /^\s*(?:any )?(?:more|less|over|under|above|below|as|only|just|merely|quite|exactly|necessarily|all|every|listed)\b/;

export const checkContradictions: Check = (reading) =>
  reading.clauses.flatMap((clause) => {
    if (clause.kind !== "assertion" && clause.kind !== "talk" && clause.kind !== "absence") return [];
    return [...deniedFacts(clause, reading), ...valuesOfAnother(clause, reading)];
  });

function deniedFacts(clause: Clause, reading: Reading): Finding[] {
  return [...clause.text.matchAll(DENIES)].flatMap((match): Finding[] => {
    const from = match.index + match[0].length;
    const rest = /^[^,;.:!?]*(?:\.\d[^,;.:!?]*)*/.exec(clause.text.slice(from))?.[0] ?? "";
    const place = { start: clause.start + match.index, end: clause.start + from + rest.length };
    if (rest.trim() === "" || ONLY_BOUNDED.test(rest)) return [];
    const about = subjectsOf({ start: place.start, end: place.start }, clause, reading);
    // Of a name that several bear nothing can be denied that one of them has.
    const isShared = reading.mentions.some(
      ({ items, end }) => end <= place.start && items.length > 1 && items.length === about.length,
    );
    const isStated = (item: ItemFacts) => states(item, rest, clause, from);
    if (about.length !== 1 && !isShared) return [];
    if (!about.some(isStated)) return [];
    return [{ type: "unsupported", ...place, why: "denies what the listing states" }];
  });
}

/** One value of an attribute is all that is denied, or a measure of the item's. */
function states(item: ItemFacts, rest: string, clause: Clause, from: number): boolean {
  const denied = ` ${contentOf(rest)} `;
  const isValue = item.product.attributes.some(({ name, value }) => {
    const words = contentOf(value);
    if (words === "" || !denied.includes(` ${words} `)) return false;
    // "A clear case" denies more than that it is clear.
    const left = denied.replace(` ${words} `, " ").trim().split(" ").filter(Boolean);
    const own = new Set(stemsOf(name));
    return left.every((stem) => own.has(stem) || NEUTRAL_WORDS.has(stem));
  });
  const start = clause.start + from;
  const isMeasure = clause.quantities.some(
    (quantity) =>
      quantity.kind === "measure" &&
      quantity.start >= start &&
      quantity.end <= start + rest.length &&
      item.measures.some(
        ({ dimension, value }) =>
          dimension === quantity.dimension &&
          quantity.values.some((each) => Math.abs(each * quantity.factor - value) < 1e-6 * Math.abs(value)),
      ),
  );
  return isValue || isMeasure;
}

/** "Its flavour is wheat": where the row has that attribute, with something else in it. "10,000 mm" is one value. */
const OF_ATTRIBUTE =
  /(?:'s|\bits|\btheir) ((?:[\p{L}-]+ ){0,3}?[\p{L}-]+) (?:is|are) ((?:[^,;.:!?]|(?<=\d)[,.](?=\d))+)/gu;

function valuesOfAnother(clause: Clause, reading: Reading): Finding[] {
  return [...clause.text.matchAll(OF_ATTRIBUTE)].flatMap(([all, name = "", said = ""], index): Finding[] => {
    const at = [...clause.text.matchAll(OF_ATTRIBUTE)][index]?.index ?? 0;
    const place = { start: clause.start + at, end: clause.start + at + all.length };
    const named = contentOf(name);
    const words = contentOf(said)
      .split(" ")
      .filter((stem) => stem !== "" && !NEUTRAL_WORDS.has(stem));
    const about = subjectsOf(place, clause, reading);
    const isOther = (item: ItemFacts) => {
      const own = item.product.attributes.filter((attribute) => contentOf(attribute.name) === named);
      const values = own.map(({ value }) => ` ${contentOf(value)} `);
      const isElsewhere = (stem: string) =>
        item.product.attributes.some(
          (attribute) =>
            !own.includes(attribute) &&
            ` ${contentOf(`${attribute.name} ${attribute.value}`)} `.includes(` ${stem} `),
        );
      return (
        own.length > 0 &&
        words.length > 0 &&
        words.every((stem) => !values.some((value) => value.includes(` ${stem} `)) && isElsewhere(stem))
      );
    };
    // Figures are checked as what they measure.
    if (/\d/.test(said) || about.length === 0 || !about.every(isOther)) return [];
    return [{ type: "unsupported", ...place, why: "the listing says that of another attribute" }];
  });
}

function contentOf(text: string): string {
  return stemsOf(text)
    .filter((stem) => !/^(?:an?|the|and|or|with|of|in|it|them)$/.test(stem))
    .join(" ");
}
