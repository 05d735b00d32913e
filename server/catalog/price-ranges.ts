import type { SpokenRange } from "./facets/speak-ranges.ts";

const FEWEST_PRODUCTS = 4;

/** Up to four ranges between round prices near the quartiles, low to high; in major units. Empty where prices are alike. */
export function priceRanges(prices: Float64Array, currency: string): SpokenRange[] {
  const sorted = prices.slice().sort();
  const quartiles = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  const bounds = [...new Set(quartiles.map(roundPrice))];
  if (sorted.length < FEWEST_PRODUCTS || sorted[0] === sorted.at(-1)) return [];
  const money = roundMoneyIn(currency);
  return [Number.NEGATIVE_INFINITY, ...bounds].map((from, place) => {
    const to = bounds[place] ?? Number.POSITIVE_INFINITY;
    return { label: rangeName(from, to, money), from, to };
  });
}

/** Making a format takes longer than a search; a catalog has one currency. */
const formats = new Map<string, Intl.NumberFormat>();

function roundMoneyIn(currency: string): Intl.NumberFormat {
  let format = formats.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      maximumFractionDigits: 0,
      minimumFractionDigits: 0,
    });
    formats.set(currency, format);
  }
  return format;
}

function rangeName(from: number, to: number, money: Intl.NumberFormat): string {
  if (from === Number.NEGATIVE_INFINITY) return `under ${money.format(to)}`;
  return to === Number.POSITIVE_INFINITY
    ? `${money.format(from)} and more`
    : `${money.format(from)} to ${money.format(to)}`;
}

/** 37.49 is "about 40", 1,287 "about 1,300": one digit, or two from the second power of ten. */
function roundPrice(price: number): number {
  if (price <= 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(price)) - (price >= 100 ? 1 : 0));
  return Math.max(1, Math.round(price / (step / 2)) * (step / 2));
}
