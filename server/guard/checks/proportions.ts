/** "Twice as long", "a third cheaper", "half the weight": ratios between two items, by the attribute that is spoken of. */
import type { Check } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import { matchesOf } from "../matches-of.ts";
import type { Quantity } from "../read-quantities.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { majorOf, type Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import { UNITS } from "../words/units.ts";

const PROPORTION =
  /\b(?:(half as (?:much|big|large|long|heavy) again)|(an? (?:third|quarter|fraction|tenth)) (?:of )?the (?:price|weight|cost|size)|(?:(more than|over|nearly|almost|about|roughly) )?(twice|double|triple|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) times) (?:as|the|more|that|lighter|heavier|cheaper|larger|bigger|longer|brighter|faster)\b|(half) (?:the|as|of what)\b|half (?:the|as) (?:weight|size|heavy|big|expensive)|costs? (double|triple|half)|(?:holds|weighs|lasts|runs) (twice|double|half(?! as \w+ again)))/g;
const FACTORS: Record<string, number> = {
  twice: 2,
  double: 2,
  triple: 3,
  half: 0.5,
  "a third": 1 / 3,
  "a quarter": 0.25,
  "a tenth": 0.1,
};
const WORD_FACTORS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const TALK_KINDS = new Set<Clause["kind"]>(["question", "offer", "condition", "absence", "shopper"]);

export const checkProportions: Check = (reading, support) =>
  reading.clauses.flatMap((clause) => {
    if (TALK_KINDS.has(clause.kind)) return [];
    return matchesOf(PROPORTION, clause.text).flatMap((match) => {
      const words = match[1] ?? match[2] ?? match[4] ?? match[5] ?? match[6] ?? match[7] ?? "";
      const hedge =
        match[3] ??
        /\b(about|around|roughly|nearly|almost|over|more than|less than|under|just over|just under)\s$/.exec(
          clause.text.slice(0, match.index),
        )?.[1];
      const after = clause.text.slice(match.index);
      const factor = factorOf(words);
      const slack = hedge === undefined ? 0.05 : 0.12;
      if (factor !== null && isRatio(factor, factor * slack, after, clause, reading, support, hedge))
        return [];
      const start = clause.start + match.index;
      return [
        {
          type: "unsupported" as const,
          start,
          end: start + match[0].length,
          why: "a proportion that nothing supports",
        },
      ];
    });
  });

function factorOf(words: string): number | null {
  if (words.endsWith(" again")) return 1.5;
  const known = FACTORS[words];
  if (known !== undefined) return known;
  const times = /^(\w+) times$/.exec(words)?.[1];
  if (times === undefined) return null;
  const factor = /^\d+$/.test(times) ? Number(times) : WORD_FACTORS.indexOf(times);
  return factor > 0 ? factor : null;
}

/**
 * Whether one item has this share of what another has (0.4 also as "40 % cheaper": 0.6 of the price), in the attribute
 * that the words around speak of. `hedge` "more than" and "nearly" say on which side the true ratio must lie.
 */
export function isRatio(
  share: number,
  slack: number,
  after: string,
  clause: Clause,
  reading: Reading,
  support: Support,
  hedge?: string,
): boolean {
  const around = `${clause.text} ${after}`;
  const isDifference =
    /^\s*(?:\S+ )?(?:cheaper|less|lighter|smaller|shorter|more|heavier|bigger|larger|longer|dearer|pricier|brighter)\b/.test(
      after,
    );
  const grows = /^\s*(?:\S+ )?(?:more|heavier|bigger|larger|longer|dearer|pricier|brighter)\b/.test(after);
  const wanted = isDifference && share < 1 ? (grows ? 1 + share : 1 - share) : share;
  const fits = (ratio: number) => {
    if (/^(?:more than|over|just over)$/.test(hedge ?? "")) return ratio >= wanted && ratio <= wanted * 1.25;
    if (/^(?:less than|under)$/.test(hedge ?? "")) return ratio <= wanted && ratio >= wanted * 0.8;
    if (/^(?:nearly|almost|just under)$/.test(hedge ?? ""))
      return ratio <= wanted + 1e-9 && ratio >= wanted - slack;
    return Math.abs(ratio - wanted) <= slack;
  };
  const owners = ownersOf(clause, reading, support);
  // "Twice as much as the A and the B combined."
  if (/\b(?:combined|together|put together)\b/.test(reading.normal.lower) && support.items.length > 2)
    return owners.some((a) =>
      fits(majorOf(a.product.price) / (sum(support.items) - majorOf(a.product.price))),
    );
  if (owners.some((item) => variantRatios(item).some(fits))) return true;
  const unit = UNITS.get(/\bper (?:single )?([a-z]+)\b/.exec(around)?.[1] ?? "");
  if (unit !== undefined)
    return owners.some((a) =>
      support.items.some((b) => a !== b && unitRatios(a, b, unit.dimension).some(fits)),
    );
  return (
    owners.some((a) =>
      support.items.some(
        (b) =>
          a !== b &&
          ratiosOf(
            a,
            b,
            around,
            reading.clauses.flatMap(({ quantities }) => quantities),
          ).some(fits),
      ),
    ) || owners.some((item) => partRatios(item, clause).some(fits))
  );
}

const sum = (items: readonly ItemFacts[]): number =>
  items.reduce((total, { product }) => total + majorOf(product.price), 0);

/** "The 400 ml is twice the price of the 150": of prices, and of sizes, of what there is to choose from. */
function variantRatios({ product, measures }: ItemFacts): number[] {
  if (product.variants.length < 2) return [];
  const prices = product.variants.map(({ price }) => majorOf(price));
  const sizes = measures.filter(({ attribute }) => attribute?.join(" ") === "size").map(({ value }) => value);
  return [prices, sizes].flatMap((values) =>
    values.flatMap((a) => values.flatMap((b) => (a !== b && b > 0 ? [a / b] : []))),
  );
}

function unitRatios(a: ItemFacts, b: ItemFacts, dimension: string): number[] {
  const perUnit = ({ product, measures }: ItemFacts) =>
    measures
      .filter((fact) => fact.dimension === dimension && fact.value > 0)
      .map(({ value }) => majorOf(product.price) / value);
  return perUnit(a).flatMap((own) => perUnit(b).map((other) => own / other));
}

/** "300 lumens, ten times as much as the rear light": between two measures of one item, of which the sentence gives one. */
function partRatios(item: ItemFacts, clause: Clause): number[] {
  return clause.quantities.flatMap((stated) =>
    stated.kind !== "measure"
      ? []
      : stated.values.flatMap((value) => {
          const alike = item.measures.filter(({ dimension }) => dimension === stated.dimension);
          const isKnown = alike.some((fact) => fact.value === value * stated.factor);
          return isKnown ? alike.map((fact) => (value * stated.factor) / fact.value) : [];
        }),
  );
}

/** The item spoken of; where none is named, any. */
function ownersOf(clause: Clause, reading: Reading, support: Support): readonly ItemFacts[] {
  const first = reading.mentions.find(
    (mention) => !mention.isMeasuringStick && mention.start >= clause.start && mention.end <= clause.end,
  );
  return first?.items ?? (clause.about.length > 0 ? clause.about : support.items);
}

const ATTRIBUTES: [RegExp, RegExp | "ratings"][] = [
  [/\b(?:ratings|reviews|people)\b/, "ratings"],
  [/\b(?:weigh\w*|heav\w+|light(?:er)?)\b/, /weight/],
  [/\b(?:holds?|roomy|capacity|carries)\b/, /capacity|volume/],
  [/\b(?:bright\w*)\b/, /brightness|luminance|lumen|light/],
  [/\b(?:lasts?|runs?|battery|charge)\b/, /battery|life|run ?time/],
  [/\b(?:fast\w*|refresh\w*|speed)\b/, /refresh|speed|rate/],
  [/\b(?:long|tall|wide|big|large|size)\b/, /size|length|width|height|screen/],
];

function ratiosOf(a: ItemFacts, b: ItemFacts, around: string, stated: readonly Quantity[] = []): number[] {
  // "Half as much again: 75 ml instead of 50" is of what is measured beside it.
  const dimension = stated.find(
    (each): each is Extract<Quantity, { kind: "measure" }> => each.kind === "measure",
  )?.dimension;
  if (dimension !== undefined && /\bas much\b/.test(around))
    return a.measures.flatMap((own) =>
      b.measures.flatMap((other) =>
        own.dimension === dimension &&
        other.dimension === dimension &&
        own.attribute?.join(" ") === other.attribute?.join(" ")
          ? [own.value / other.value]
          : [],
      ),
    );
  const named = a.product.attributes.flatMap(({ name, number }) => {
    const other = b.product.attributes.find((each) => each.name === name)?.number;
    const isSaid = stemsOf(name).some((stem) => new Set(stemsOf(around)).has(stem));
    return number !== undefined && other !== undefined && other > 0 && isSaid ? [number / other] : [];
  });
  if (named.length > 0) return named;
  const attribute = ATTRIBUTES.find(([words]) => words.test(around))?.[1];
  if (
    attribute === undefined ||
    /\b(?:price|costs?|cheap\w*|expensive|pric(?:ey|ier)|dear\w*)\b/.test(around)
  )
    return [majorOf(a.product.price) / majorOf(b.product.price)];
  if (attribute === "ratings")
    return a.product.rating && b.product.rating ? [a.product.rating.count / b.product.rating.count] : [];
  const lengths = (item: ItemFacts) => [
    ...new Set(item.measures.flatMap(({ dimension, value }) => (dimension === "length" ? [value] : []))),
  ];
  const [ownLength, otherLength] = [lengths(a), lengths(b)];
  if (attribute.test("length") && ownLength.length === 1 && otherLength.length === 1)
    return [(ownLength[0] ?? 0) / (otherLength[0] ?? 1)];
  return a.measures.flatMap((own) =>
    b.measures.flatMap((other) => {
      const name = own.attribute?.join(" ") ?? "";
      const isSame = own.dimension === other.dimension && name === (other.attribute?.join(" ") ?? "");
      return isSame && attribute.test(name) && other.value > 0 ? [own.value / other.value] : [];
    }),
  );
}
