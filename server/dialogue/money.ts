import type { Money } from "../catalog/product.ts";

/** Digits after the point in a currency's major unit: 2 for USD, 0 for JPY (ISO 4217, as `Intl` knows it). */
export function exponentOf(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  exponents.set(currency, digits);
  return digits;
}
/** A cache of a pure function: `Intl` formatters cost more than a turn's whole decision. */
const exponents = new Map<string, number>();

/** An amount in major units: 12.99 for 1299 cents. */
export function majorOf(money: Money): number {
  return money.minor / 10 ** exponentOf(money.currency);
}

/** Major units to minor units, rounded to the nearest. */
export function minorOf(major: number, currency: string): number {
  return Math.round(major * 10 ** exponentOf(currency));
}
