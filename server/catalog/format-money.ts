import { majorOf } from "../dialogue/money.ts";
import type { Money } from "./product.ts";

/** An amount as the locale writes it, whole ones without zeros: "$1,299", "12,50 €". An unknown locale is read as English. */
export function formatMoney(money: Money, locale: string): string {
  return formatterFor(locale, money.currency).format(majorOf(money));
}

function formatterFor(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(knownLocale(locale), {
      style: "currency",
      currency,
      trailingZeroDisplay: "stripIfInteger",
    });
    if (formatters.size >= CACHE_LIMIT) formatters.clear();
    formatters.set(key, formatter);
  }
  return formatter;
}
/** A cache of a pure function: making a formatter costs more than a search. Locales come from shoppers, so it is bounded. */
const formatters = new Map<string, Intl.NumberFormat>();
const CACHE_LIMIT = 500;

function knownLocale(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}
