/** Labels of `understanding-messages/` beside what was heard: what both have, what was missed, what nobody said. */
import { isSuperlative } from "../server/dialogue/preferences.ts";
import type { Understanding } from "../server/dialogue/understanding.ts";
import { stemsIn } from "../server/understand/tokens.ts";
import type { LabelledMessage } from "./understanding-messages/labelled-message.ts";

export interface Comparison {
  /** Labelled and heard. */
  hits: string[];
  /** Labelled, not heard. */
  missed: string[];
  /** Heard, not labelled. */
  invented: string[];
}

interface Label {
  readings: string[];
  optional: boolean;
}

export function compareActs(labels: LabelledMessage, heard: Understanding): Comparison {
  const expected = labels.acts.split(" ").map((act) => ({
    readings: act.replace("?", "").split("|"),
    optional: act.endsWith("?"),
  }));
  return compare(expected, heard.acts, (reading, act) => reading === act);
}

export function compareWishes(labels: LabelledMessage, heard: Understanding): Comparison {
  const wishes = heard.preferences
    .filter((wish) => !isSuperlative(wish))
    .map(
      ({ polarity, attribute, operator, value, unit }) =>
        `${polarity === "negative" ? "not " : ""}${attribute} ${operator}${value === null ? "" : ` ${value}`}${unit ? ` ${unit}` : ""}`,
    );
  return compare(readLabels(labels.wishes), wishes, isSameWish);
}

export function compareReferences(
  labels: LabelledMessage,
  heard: Understanding,
  cards: readonly string[],
): Comparison {
  const expected = labels.refs
    .split(" ")
    .filter((ref) => ref !== "")
    .map((ref) => ({
      readings: ref
        .replace(/[()]/g, "")
        .split("|")
        .map((name) => cards[Number(name) - 1] ?? name),
      optional: ref.startsWith("("),
    }));
  const pointed = heard.references.flatMap(({ skus }) => skus.slice(0, 1));
  return compare(expected, pointed, (reading, sku) => reading === sku);
}

export function compareCritiques(labels: LabelledMessage, heard: Understanding): Comparison {
  // "The cheapest" is labelled by the way it goes, like "cheaper".
  const orders = heard.preferences.filter(isSuperlative);
  const critiques = [
    ...heard.critiques.map(({ attribute, direction }) => `${attribute} ${direction}`),
    ...orders.map(({ attribute, operator }) => `${attribute} ${operator === "least" ? "less" : "more"}`),
  ];
  return compare(readLabels(labels.critiques), critiques, (reading, critique) => reading === critique);
}

function readLabels(text: string): Label[] {
  return text
    .split("; ")
    .filter((label) => label !== "")
    .map((label) => ({
      readings: label
        .replace(/^\(|\)$/g, "")
        .split("|")
        // "(category any)" may stand as one reading among others.
        .map((reading) => reading.replace(/^\(|\)$/g, "")),
      optional: label.startsWith("(") || label.endsWith("|)"),
    }));
}

/** Each thing heard serves one label; a label that is met by several of its readings takes all of them. */
function compare(
  labels: readonly Label[],
  heard: readonly string[],
  isSame: (reading: string, heard: string) => boolean,
): Comparison {
  const left = [...new Set(heard)];
  const found: Comparison = { hits: [], missed: [], invented: [] };
  const required = labels.filter(({ optional }) => !optional);
  for (const { readings } of [...required, ...labels.filter(({ optional }) => optional)]) {
    const isRequired = required.some((label) => label.readings === readings);
    const met = left.filter((thing) => readings.some((reading) => isSame(reading, thing)));
    for (const thing of met) left.splice(left.indexOf(thing), 1);
    if (!isRequired) continue;
    if (met[0] !== undefined) found.hits.push(met[0]);
    else if (readings[0] !== undefined) found.missed.push(readings[0]);
  }
  found.invented = left;
  return found;
}

const WISH = /^(not )?(.+?) (is|at-most|at-least|about|between|any)(?: (.+))?$/;
/** Numbers that differ by less than this share were rounded differently. */
const ROUNDING = 0.015;

/** Same attribute, operator, polarity and value. A text is the same when one holds all words of the other. */
function isSameWish(label: string, heard: string): boolean {
  const [, notExpected = "", attribute = "", operator = "", value = ""] = WISH.exec(label) ?? [];
  const [, notHeard = "", otherAttribute = "", otherOperator = "", otherValue = ""] = WISH.exec(heard) ?? [];
  if (notExpected !== notHeard) return false;
  if (attribute === "property") return isProperty(operator, value, otherAttribute, otherOperator, otherValue);
  const isSameAttribute =
    attribute === otherAttribute || (attribute === "usage" && /^(?:use|usage)$/.test(otherAttribute));
  if (!isSameAttribute || operator !== otherOperator) return false;
  if (operator === "is" || operator === "any") return value === otherValue || sharesWords(value, otherValue);
  return isSameMeasure(attribute, value, otherValue);
}

function isProperty(
  operator: string,
  value: string,
  attribute: string,
  otherOperator: string,
  otherValue: string,
): boolean {
  if (operator !== otherOperator) return false;
  if (/^(?:price|recipient|brand)$/.test(attribute)) return false;
  return (
    sharesWords(value, otherValue) ||
    (/^(?:yes|no)$/.test(otherValue) && sharesWords(value, attribute)) ||
    (operator === "any" && sharesWords(value, attribute))
  );
}

function isSameMeasure(attribute: string, value: string, other: string): boolean {
  const [numbers = "", unit = ""] = value.split(" ");
  const [otherNumbers = "", otherUnit = ""] = other.split(" ");
  const near = (one: string, two: string) =>
    Math.abs(Number(one) - Number(two)) <= Math.abs(Number(one)) * ROUNDING;
  const [low = "", high = ""] = numbers.split(",");
  const [otherLow = "", otherHigh = ""] = otherNumbers.split(",");
  const isSameUnit = attribute !== "price" || unit === otherUnit;
  return isSameUnit && near(low, otherLow) && (high === otherHigh || near(high, otherHigh));
}

function sharesWords(one: string, other: string): boolean {
  const words = contentStems(one);
  const others = contentStems(other);
  if (words.length === 0 || others.length === 0) return false;
  return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
}

function contentStems(text: string): string[] {
  return stemsIn(text).filter((stem) => !/^(?:a|an|the|my|in|at|of|and|to|is|s|old)$/.test(stem));
}
