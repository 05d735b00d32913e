/**
 * Figures that stand in no row and follow from those that do: sums, differences, ratios, shares and what falls to each
 * piece. A figure is explained where the sentence names the operation and its result, rounded as it is written, is right.
 */
import type { ItemFacts } from "../item-facts.ts";
import { type Quantity, readQuantities } from "../read-quantities.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { majorOf, type Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import { HEDGE_AFTER, HEDGE_BEFORE } from "../words/hedges.ts";
import { UNITS } from "../words/units.ts";

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
  // Rounding to a whole unit must not make half an hour of ten minutes.
  const exact = (known: number) =>
    figure.kind === "money" && decimals === 0 && !isCents && !isHedged
      ? 0.0501
      : Math.min(half, known * 0.12);
  return (known) =>
    known > 0 &&
    figure.values.some((value) => {
      if (UPPER.test(before)) return known <= value + 1e-9 && known >= value * 0.88;
      if (LOWER.test(before)) return known >= value - 1e-9 && known <= value * 1.15;
      return Math.abs(known - value) <= (isHedged ? Math.max(half, known * HEDGED_SHARE) : exact(known));
    });
}

/** What the sentence says up to the end of the clause: "together", "the difference" may stand before a colon. */
const said = ({ clause, reading }: FigureInPlace): string => reading.normal.lower.slice(0, clause.end);

function fractionsIn(text: string): number[] {
  return FRACTIONS.flatMap(([words, share]) => (words.test(text) ? [share] : []));
}

function amountsOf(place: FigureInPlace): number[] {
  const { about, support, clause, figure } = place;
  const text = clause.text;
  const before = text.slice(0, figure.start - clause.start);
  const results: number[] = [];
  if (JOINS_OR_PARTS.test(said(place)) && support.items.length > 1) results.push(...sumsOfItems(place));
  else if (SUMS.test(said(place)))
    results.push(...subsetSums(support.items.map(pricesOf), multipliers(place)));
  const around = text.slice(Math.max(0, figure.start - clause.start - 30), figure.end - clause.start + 30);
  if (DIFFERS.test(around) || ADDS.test(around)) {
    const prices = support.items.map(({ product }) => majorOf(product.price));
    results.push(...gaps(prices), ...about.flatMap((item) => gaps(pricesOf(item))));
  }
  if (!/\b(?:costs?|for|at|only|just|is|it's|priced)\s+$/.test(before))
    results.push(
      ...about.flatMap(({ product }) =>
        product.was === null ? [] : [majorOf(product.was) - majorOf(product.price)],
      ),
    );
  const piece = PER_PIECE.exec(text.slice(figure.end - clause.start))?.[0];
  if (piece !== undefined)
    results.push(...about.flatMap((item) => perPiece(item, stemsOf(piece).at(-1) ?? "")));
  // "11 cents against nearly 15" per millilitre.
  const unit = PER_UNIT.exec(said(place))?.[1];
  const known = unit === undefined ? undefined : UNITS.get(unit);
  if (known !== undefined)
    results.push(
      ...support.items.flatMap((item) =>
        unitPrices(item, known.dimension).map((price) => price * known.factor),
      ),
    );
  return results;
}

/** Of all of them where the sentence says all; of some where it joins some; of the rest where it leaves one out. */
function sumsOfItems(place: FigureInPlace): number[] {
  const prices = place.support.items.map(pricesOf);
  const text = said(place);
  const whole = prices.reduce<number[]>(
    (sums, own) => sums.flatMap((so) => own.map((price) => so + price)).slice(0, 500),
    [0],
  );
  if (/\b(?:both|all (?:of|three|four|five)|altogether|everything|the lot)\b/.test(text)) return whole;
  const some = subsetSums(prices, multipliers(place));
  if (/\b(?:skip\w*|without|leav\w+|drop\w*|add\w*)\b/.test(text)) return some;
  const single = new Set(prices.flat().map((price) => price.toFixed(2)));
  return some.filter((total) => !single.has(total.toFixed(2)));
}

const ADDS = /\b(?:adds?|adding|extra|on top)\b/;
const JOINS_OR_PARTS =
  /\b(?:together|total|both|altogether|in all|combined|plus|and|with|without|skip\w*|leav\w+|drop\w*|add\w*|sum|come to|all of|whole)\b/;
const PER_UNIT = /\bper (?:single )?([a-z]+)\b/;

/** Now and in every variant. */
function pricesOf({ product, prices }: ItemFacts): number[] {
  const scale = product.price.minor / majorOf(product.price);
  return scale > 0 ? prices.map((minor) => minor / scale) : [];
}

/** "Two bags and the tent": how many of one there may be. */
function multipliers({ clause, figure }: FigureInPlace): number[] {
  const said = clause.quantities.flatMap((other) =>
    other.kind === "count" && other.start < figure.start ? other.values : [],
  );
  return [1, ...said.filter((count) => Number.isInteger(count) && count > 1 && count <= 12)];
}

/** What any of the things make together, each at one of its values and as often as is said. At most a few thousand. */
function subsetSums(values: readonly (readonly number[])[], times: readonly number[]): number[] {
  let sums = [0];
  for (const own of values.slice(0, 5))
    sums = sums
      .concat(sums.flatMap((so) => own.flatMap((value) => times.map((count) => so + value * count))))
      .slice(0, 4_000);
  return sums.filter((total) => total > 0);
}

/** What one unit of measure costs, by the item's size or by each variant's own. */
function unitPrices({ product, measures }: ItemFacts, dimension: string): number[] {
  const sizes = measures.filter((fact) => fact.dimension === dimension);
  const ofVariants = product.variants.flatMap(({ options, price }) =>
    options.flatMap(({ value }) =>
      readQuantities(value.toLowerCase(), price.currency).flatMap((size) =>
        size.kind === "measure" && size.dimension === dimension
          ? [majorOf(price) / ((size.values[0] ?? 1) * size.factor)]
          : [],
      ),
    ),
  );
  return ofVariants.length > 0 ? ofVariants : sizes.map(({ value }) => majorOf(product.price) / value);
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
  // "Twelve gears on the first one, seven on the second."
  const earlier = place.reading.clauses
    .flatMap(({ quantities }) => quantities)
    .findLast((other) => other.kind === "count" && other.start < figure.start && other.values[0] !== 1);
  if (
    earlier?.kind === "count" &&
    (nouns.length === 0 || /^(?:on|for|with|against|in|of)$/.test(nouns[0] ?? ""))
  )
    for (const item of support.items)
      for (const [value, near] of item.counts)
        if (earlier.nouns[0] !== undefined && near.has(earlier.nouns[0])) results.push(value);
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
  const { support, about, clause } = place;
  const valuesOf = (item: ItemFacts) =>
    item.measures
      .filter(({ dimension }) => dimension === figure.dimension)
      .map(({ value }) => value / figure.factor);
  const results: number[] = [];
  const all = support.items.map(valuesOf);
  if (SUMS.test(said(place)) || /\band\b/.test(clause.text.slice(0, figure.start - clause.start)))
    results.push(
      ...subsetSums(
        all.map((each) => each.slice(0, 1)),
        multipliers(place),
      ).filter((total) => !all.some((each) => each.includes(total))),
    );
  for (const share of fractionsIn(said(place)))
    results.push(...about.flatMap((item) => valuesOf(item).map((value) => value * share)));
  return [...results, ...about.flatMap((item) => warmthsOf(item, figure))];
}

/** Degrees of the other scale, which no factor converts. */
function warmthsOf(item: ItemFacts, { dimension }: Extract<Quantity, { kind: "measure" }>): number[] {
  return item.measures.flatMap((fact) => {
    if (fact.dimension === "temperature" && dimension === "fahrenheit")
      return [Math.abs(fact.value * 1.8 + 32)];
    return fact.dimension === "fahrenheit" && dimension === "temperature"
      ? [Math.abs((fact.value - 32) / 1.8)]
      : [];
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
