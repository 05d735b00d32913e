/**
 * Figures that stand in no row and follow from those that do: sums, differences, ratios, shares and what falls to each
 * piece. A figure is explained where the sentence names the operation and its result, rounded as it is written, is right.
 */
import type { ItemFacts } from "../item-facts.ts";
import type { Quantity } from "../read-quantities.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { majorOf, type Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import { HEDGE_AFTER, HEDGE_BEFORE } from "../words/hedges.ts";

export interface FigureInPlace {
  figure: Quantity;
  clause: Clause;
  reading: Reading;
  /** The items it is said of. */
  about: readonly ItemFacts[];
  support: Support;
}

const SUMS =
  /\b(?:together|total|altogether|in all|all (?:of|two|three|four|told)|combined|the pair|the two|the three|adds? up|sum|plus|between them)\b/;
const DIFFERS =
  /\b(?:more|less|fewer|extra|additional|differen\w+|gap|apart|further|ahead|behind|above|below|short of|off|sav\w+|spare|left|[a-z]{3,}er)\b/;
const TIMES = /^ times\b/;
const PER_PIECE = /^\s*(?:each|apiece|per (?:[a-z]+)|(?:an?|every) [a-z]+)\b/;
const FRACTIONS: [RegExp, number][] = [
  [/\bhalf\b|\bhalves\b/, 1 / 2],
  [/\ba third\b|\bone third\b/, 1 / 3],
  [/\btwo[ -]thirds\b/, 2 / 3],
  [/\ba quarter\b|\bone quarter\b/, 1 / 4],
  [/\bthree[ -]quarters\b/, 3 / 4],
];
const UPPER =
  /\b(?:nearly|almost|close to|just under|just short of|shy of|(?:a (?:bit|little|touch|shade|hair) )?(?:under|below|less than)|not quite)\s+$/;
const LOWER =
  /\b(?:(?:just |a (?:bit|little|touch|shade|hair) |well |slightly )?(?:over|above|more than)|at least|upwards of)\s+$/;
const HEDGED_SHARE = 0.06;

export function isDerivedFigure(place: FigureInPlace): boolean {
  const fits = fitOf(place);
  switch (place.figure.kind) {
    case "money":
      return amountsOf(place).some(fits);
    case "count":
      return countsOf(place).some(fits);
    case "measure":
      return measuresOf(place, place.figure).some(fits);
    case "percent":
      return sharesOf(place).some(fits);
  }
}

/** Whether a value, in the unit that is written, may be told as the figure: rounded to its last digit, or as its hedge allows. */
function fitOf({ figure, clause, reading }: FigureInPlace): (known: number) => boolean {
  const before = clause.text.slice(0, figure.start - clause.start);
  const after = clause.text.slice(figure.end - clause.start);
  const digits = reading.normal.lower.slice(figure.start, figure.end);
  const decimals = /[.,](\d{1,2})(?!\d)/.exec(digits)?.[1]?.length ?? 0;
  const isCents = figure.kind === "money" && decimals === 0 && /cent|penn|pence/.test(digits);
  const half = (isCents ? 0.01 : 10 ** -decimals) / 2 + 1e-9;
  const isHedged = HEDGE_BEFORE.test(before) || HEDGE_AFTER.test(after);
  const exact = figure.kind === "money" && decimals === 0 && !isCents && !isHedged ? 0.0501 : half;
  return (known) =>
    known > 0 &&
    figure.values.some((value) => {
      if (UPPER.test(before)) return known <= value + 1e-9 && known >= value * 0.88;
      if (LOWER.test(before)) return known >= value - 1e-9 && known <= value * 1.15;
      return Math.abs(known - value) <= (isHedged ? Math.max(half, known * HEDGED_SHARE) : exact);
    });
}

/** What the sentence says up to the end of the clause: "together", "the difference" may stand before a colon. */
const said = ({ clause, reading }: FigureInPlace): string => reading.normal.lower.slice(0, clause.end);

function fractionsIn(text: string): number[] {
  return FRACTIONS.flatMap(([words, share]) => (words.test(text) ? [share] : []));
}

function amountsOf(place: FigureInPlace): number[] {
  const { about, support, clause, figure } = place;
  const prices = support.items.map(({ product }) => majorOf(product.price));
  const own = about.map(({ product }) => majorOf(product.price));
  const results: number[] = [];
  if (SUMS.test(said(place)) || /\bboth\b/.test(said(place))) results.push(sum(prices), sum(own));
  const around = clause.text.slice(
    Math.max(0, figure.start - clause.start - 30),
    figure.end - clause.start + 24,
  );
  if (DIFFERS.test(around))
    results.push(
      ...gaps(prices),
      ...about.flatMap(({ product }) =>
        product.was === null ? [] : [majorOf(product.was) - majorOf(product.price)],
      ),
    );
  if (/\b(?:add|adding|plus|with|on top|extra)\b/.test(said(place)))
    results.push(...clause.named.map(({ product }) => majorOf(product.price)), ...own);
  const piece = PER_PIECE.exec(clause.text.slice(figure.end - clause.start))?.[0];
  if (piece !== undefined)
    results.push(...about.flatMap((item) => perPiece(item, stemsOf(piece).at(-1) ?? "")));
  return results;
}

/** The price of one of the pieces that the row counts: of "block" where it has sixty blocks, of "each" of whatever it counts. */
function perPiece(item: ItemFacts, noun: string): number[] {
  const price = majorOf(item.product.price);
  const isAny =
    noun === "each" || noun === "apiec" || noun === "apiece" || noun === "piec" || noun === "piece";
  return [...item.counts]
    .filter(([count, near]) => count > 1 && (isAny ? true : near.has(noun)))
    .map(([count]) => price / count);
}

function countsOf(place: FigureInPlace): number[] {
  const { about, support, clause, figure } = place;
  if (figure.kind !== "count") return [];
  const results: number[] = [];
  const after = clause.text.slice(figure.end - clause.start);
  if (TIMES.test(after)) return ratiosOf(about, support, clause);
  // "Nearly five of them for the price of one."
  if (/\bfor the (?:price|cost|money) of\b/.test(clause.text))
    results.push(...ratiosBetween(support.items.map(({ product }) => majorOf(product.price))));
  const nouns = figure.nouns;
  const counted = support.items.map((item) =>
    [...item.counts].filter(([, near]) => nouns.some((noun) => near.has(noun))).map(([value]) => value),
  );
  if (DIFFERS.test(after.slice(0, 16)))
    results.push(
      ...counted.flatMap((own, at) =>
        counted.flatMap((others, other) =>
          at === other ? [] : own.flatMap((a) => others.map((b) => Math.abs(a - b))),
        ),
      ),
    );
  if (SUMS.test(said(place)) && counted.every((each) => each.length > 0))
    results.push(sum(counted.map((each) => each[0] ?? 0)));
  // "Half of them, so thirty": of a row that says "half" itself.
  for (const share of fractionsIn(said(place)))
    for (const item of about)
      if (fractionsIn(item.text).includes(share) || fractionsIn(item.text).includes(1 - share))
        results.push(...[...item.counts.keys()].map((count) => count * share));
  return [...results, ...elided(place)];
}

/** "Three feet by two", "14 lb against 8": the unit is not said twice. */
function elided({ clause, figure, reading, support }: FigureInPlace): number[] {
  const last = clause.quantities.findLast(({ start }) => start < figure.start);
  if (last?.kind !== "measure") return [];
  const between = reading.normal.lower.slice(last.end, figure.start);
  if (
    !/^ ?(?:by|x|×|to|or|and|against|versus|vs\.?|compared (?:to|with)|wide by|long by)(?: (?:just |only |about |roughly ))?$/.test(
      between.trimEnd(),
    )
  )
    return [];
  return support.items.flatMap(({ measures }) =>
    measures.flatMap(({ dimension, value }) => (dimension === last.dimension ? [value / last.factor] : [])),
  );
}

/** Ratios of like with like: of two items' prices, ratings, attributes of one name, and measures of one kind. */
function ratiosOf(about: readonly ItemFacts[], support: Support, clause: Clause): number[] {
  const words = new Set(stemsOf(clause.text));
  const ofPrice = /\b(?:price|pric\w+|costs?|cheap\w*|expensive|dear\w*|pay)\b/.test(clause.text);
  return about.flatMap((a) =>
    support.items.flatMap((b) => {
      if (a === b) return [];
      if (ofPrice) return [majorOf(a.product.price) / majorOf(b.product.price)];
      const isNamed = (name: readonly string[] | null, dimension: string) =>
        (name ?? []).some((stem) => words.has(stem)) ||
        words.has(dimension) ||
        (dimension === "weight" && /\b(?:weigh\w*|heav\w+|light\w*)\b/.test(clause.text));
      return a.measures.flatMap((own) =>
        b.measures.flatMap((other) =>
          own.dimension === other.dimension &&
          own.attribute?.join(" ") === other.attribute?.join(" ") &&
          other.value > 0 &&
          isNamed(own.attribute, own.dimension)
            ? [own.value / other.value]
            : [],
        ),
      );
    }),
  );
}

function measuresOf(place: FigureInPlace, figure: Extract<Quantity, { kind: "measure" }>): number[] {
  const { support, about } = place;
  const valuesOf = (item: ItemFacts) =>
    item.measures
      .filter(({ dimension }) => dimension === figure.dimension)
      .map(({ value }) => value / figure.factor);
  const results: number[] = [];
  const all = support.items.map(valuesOf);
  if (SUMS.test(said(place)) && all.every((each) => each.length > 0))
    results.push(sum(all.map((each) => each[0] ?? 0)));
  for (const share of fractionsIn(said(place)))
    results.push(...about.flatMap((item) => valuesOf(item).map((value) => value * share)));
  return [...results, ...about.flatMap((item) => warmthsOf(item, figure))];
}

/** Degrees of the other scale, which no factor converts. */
function warmthsOf(item: ItemFacts, { dimension }: Extract<Quantity, { kind: "measure" }>): number[] {
  return item.measures.flatMap((fact) => {
    if (fact.dimension === "temperature" && dimension === "fahrenheit") return [fact.value * 1.8 + 32];
    return fact.dimension === "fahrenheit" && dimension === "temperature" ? [(fact.value - 32) / 1.8] : [];
  });
}

/** How much lower the price is than it was. */
function sharesOf(place: FigureInPlace): number[] {
  if (
    !/\b(?:off|sav\w+|discount\w*|reduc\w+|mark\w*|less|cheaper|sale|old|before|used|was|down|drop\w*|lower|cut)\b/.test(
      said(place),
    )
  )
    return [];
  return place.about.flatMap(({ product }) =>
    product.was === null ? [] : [(1 - product.price.minor / product.was.minor) * 100],
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const ratiosBetween = (values: readonly number[]): number[] =>
  values.flatMap((a) => values.map((b) => a / b)).filter((ratio) => ratio > 1);

const gaps = (values: readonly number[]): number[] =>
  values.flatMap((a) => values.map((b) => a - b)).filter((gap) => gap > 0);
