/** Two or three items side by side, on the few points that tell them apart and matter to the shopper [MOV-1]. */
import type { Attribute, Product } from "../catalog/product.ts";
import type { Preference } from "../dialogue/state.ts";
import { convert } from "../dialogue/units.ts";
import type { CardChoice } from "./choose-cards.ts";
import type { ClaimBook } from "./claim-book.ts";
import { comparisonsOf } from "./compare-products.ts";
import { asksForPick, type PlanContext } from "./plan-context.ts";
import { characteristics, phraseInListing, sayable } from "./product-facts.ts";
import type { ComparisonTable } from "./turn-plan.ts";

type Row = ComparisonTable["rows"][number];
type Cell = Row["values"][number];

const ROWS_MAX = 5;
const VALUES_MAX = 3;

/** Null when nobody asked for it, or when nothing tells the items apart. Each cell that is filled is a claim [GRD-1]. */
export function comparisonTable(
  context: PlanContext,
  { products }: CardChoice,
  book: ClaimBook,
): ComparisonTable | null {
  if (products.length < 2 || !asksForPick(context)) return null;
  const rows: Row[] = [];
  for (const row of rowsByWeight(products, context, book)) {
    if (rows.length === ROWS_MAX) break;
    if (tellsApart(row()) && rows.every(({ label }) => label !== row().label)) rows.push(row());
  }
  return rows.length > 0 ? { rows } : null;
}

/** Price, stars, what was wished for, then what people choose such things by. Made when needed: a cell is a claim. */
function rowsByWeight(products: readonly Product[], context: PlanContext, book: ClaimBook): (() => Row)[] {
  const wishes = context.state.preferences.filter(({ held }) => held);
  const named = wishes.map(({ attribute }) => attribute);
  const splits = [...context.search.splits]
    .sort((one, other) => other.weight * other.gain - one.weight * one.gain)
    .map(({ attribute }) => attribute);
  const [first, ...others] = products;
  const measured = first
    ? others.flatMap((other) => comparisonsOf(first, other).map(({ attribute }) => attribute))
    : [];
  const described = products.flatMap((product) => characteristics(product).map(({ name }) => name));
  const attributes = new Set([...named, ...splits, ...measured, ...described]);
  const phrases = wishes.filter(
    ({ attribute, polarity }) =>
      polarity === "positive" && (attribute === "feature" || attribute === "usage"),
  );
  return [
    () => priceRow(products, context, book),
    () => ratingRow(products, book),
    ...[...attributes].filter((name) => named.includes(name)).map(rowOf(products, book)),
    ...phrases.map((wish) => () => phraseRow(wish, products, book)),
    ...[...attributes].filter((name) => !named.includes(name)).map(rowOf(products, book)),
  ];
}

function rowOf(products: readonly Product[], book: ClaimBook): (name: string) => () => Row {
  return (name) => () => attributeRow(name, products, book);
}

/** What all have alike, or most lack, tells nothing apart. */
function tellsApart({ values }: Row): boolean {
  const stated = new Set(values.flatMap((cell) => cell?.text.toLowerCase() ?? []));
  const isNamedByOne = stated.has(YES.toLowerCase()) && values.includes(null);
  return stated.size > 1 || isNamedByOne;
}

function priceRow(products: readonly Product[], { formatMoney }: PlanContext, book: ClaimBook): Row {
  const values = products.map((product) => ({
    text: formatMoney(product.price),
    claims: [book.price(product)],
  }));
  return { label: "Price", values };
}

function ratingRow(products: readonly Product[], book: ClaimBook): Row {
  const values = products.map((product): Cell => {
    const claim = book.rating(product);
    return product.rating && claim !== null
      ? { text: `${product.rating.value} (${product.rating.count})`, claims: [claim] }
      : null;
  });
  return { label: "Rating", values };
}

const YES = "Yes";

/** A wish in words: who says so in the listing, and who does not. */
function phraseRow(
  { attribute, value, said }: Preference,
  products: readonly Product[],
  book: ClaimBook,
): Row {
  const wanted = String(value);
  const values = products.map((product): Cell => {
    const phrase = phraseInListing(product, wanted);
    return phrase === null ? null : { text: YES, claims: [book.feature(product, phrase)] };
  });
  // A use or a place is nothing that an item has: "For the office", and not "Office".
  const isPhrase = /^for (?!.*\b(?:my|our|me|us)\b)/i.test(said);
  const label = attribute !== "usage" ? wanted : isPhrase ? said : `for ${wanted}`;
  return { label: sentenceCase(label), values };
}

function attributeRow(name: string, products: readonly Product[], book: ClaimBook): Row {
  const own = products.map(({ attributes }) =>
    attributes.filter((attribute) => attribute.name === name && sayable(attribute)).slice(0, VALUES_MAX),
  );
  const unit = own.flat().find(({ number }) => number !== undefined)?.unit;
  const values = own.map((attributes, place): Cell => {
    const product = products[place];
    if (product === undefined || attributes.length === 0) return null;
    const text = attributes.map((attribute) => inUnit(attribute, unit)).join(", ");
    return { text, claims: attributes.map((attribute) => book.attribute(product, attribute)) };
  });
  return { label: sentenceCase(name), values };
}

/** "1200 g" beside "1.4 kg" reads 1.2 kg. What is in that unit already stands as the shop wrote it. */
function inUnit({ value, number, unit }: Attribute, wanted: string | undefined): string {
  if (number === undefined || unit === undefined || wanted === undefined || unit === wanted) return value;
  const converted = convert(number, unit, wanted);
  return converted === null ? value : `${Math.round(converted * 100) / 100} ${wanted}`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
