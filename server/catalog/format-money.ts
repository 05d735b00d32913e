import { majorOf } from "../dialogue/money.ts";
import type { Money } from "./product.ts";

/** An amount as the locale writes it: "$1,299.00", "1.299,00 €". An unknown locale is read as English. */
export function formatMoney(money: Money, locale: string): string {
  return formatterFor(locale, money.currency).format(majorOf(money));
}

function formatterFor(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(knownLocale(locale), { style: "currency", currency });
    formatters.set(key, formatter);
  }
  return formatter;
}
/** A cache of a pure function: making a formatter costs more than a search. Locales come from shoppers, so it is bounded by what is known. */
const formatters = new Map<string, Intl.NumberFormat>();

function knownLocale(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}
