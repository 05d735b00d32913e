import { exponentOf } from "../../dialogue/money.ts";
import type { Money } from "../product.ts";

export interface PriceReading {
  /** The site's currency: taken where the text names none. */
  currency: string;
  /** What separates decimals in this file, where the file itself shows it ("12,99" somewhere); null when it does not. */
  decimalMark: "." | "," | null;
}
export type ParsedPrice = { ok: true; money: Money } | { ok: false; reason: string };

/**
 * Reads a price as shops write it: "12,99 EUR", "$1,299.00", "374990 KZT", "1 299,00 kr", "¥1200", "5.–", 49.99.
 * Of a range ("$10 - $15") the lower end. Never guesses: text without a number, or with a percentage, is no price.
 */
export function parsePrice(input: string | number, reading: PriceReading): ParsedPrice {
  if (typeof input === "number") return moneyFrom(input, reading.currency, String(input));
  const text = input.replace(/[\u00a0\u2007\u2009\u202f]/g, " ").trim();
  if (text === "") return { ok: false, reason: "no price" };
  if (text.includes("%")) return unreadable(input);
  // Spreadsheets write large numbers so.
  if (/^-?\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return moneyFrom(Number(text), reading.currency, input);
  const currency = currencyIn(text, reading.currency) ?? reading.currency;
  const number = NUMBER.exec(text);
  if (number === null) return unreadable(input);
  const negative =
    /^\s*[^\d\s]{0,4}\s*[-−(]\s*\S{0,4}$/.test(text.slice(0, number.index)) && number.index > 0;
  if (negative) return { ok: false, reason: `the price ${quoted(input)} is negative` };
  const major = decimalFrom(number[0], currency, reading.decimalMark);
  return major === null ? unreadable(input) : moneyFrom(major, currency, input);
}

/** The currency a text names by code or sign; null when it names none. A bare "$" is the site's own dollar. */
export function currencyIn(text: string, siteCurrency: string): string | null {
  for (const code of text.toUpperCase().match(/(?<![A-Z])[A-Z]{3}(?![A-Z])/g) ?? []) {
    if (CURRENCIES.has(code)) return code;
  }
  for (const [sign, currency] of SIGNS) {
    if (!text.toLowerCase().includes(sign)) continue;
    const sharing = SHARED_SIGNS[sign];
    return sharing?.includes(siteCurrency) ? siteCurrency : currency;
  }
  return null;
}

/**
 * Whether a text shows beyond doubt which mark separates decimals: the last of two kinds of mark, or one with one or
 * two digits after it. "1.299" shows nothing.
 */
export function decimalMarkIn(text: string): "." | "," | null {
  const number = NUMBER.exec(text)?.[0] ?? "";
  const last = Math.max(number.lastIndexOf("."), number.lastIndexOf(","));
  if (last < 0) return null;
  const mark = number[last] === "," ? "," : ".";
  const other = mark === "," ? "." : ",";
  const digitsAfter = number.length - last - 1;
  const isDecimal = number.includes(other)
    ? count(number, mark) === 1
    : digitsAfter <= 2 && count(number, mark) === 1;
  return isDecimal && digitsAfter > 0 ? mark : null;
}

function decimalFrom(number: string, currency: string, learned: "." | "," | null): number | null {
  const compact = number.replace(/[ '’]/g, "");
  const last = Math.max(compact.lastIndexOf("."), compact.lastIndexOf(","));
  if (last < 0) return Number(compact);
  const mark = compact[last] === "," ? "," : ".";
  const whole = compact.slice(0, last);
  const fraction = compact.slice(last + 1);
  const isGrouping =
    !compact.includes(mark === "," ? "." : ",") &&
    (count(compact, mark) > 1 ||
      (fraction.length === 3 && couldGroup(whole) && learned !== mark && exponentOf(currency) !== 3));
  const value = Number(
    isGrouping ? compact.replace(/[.,]/g, "") : `${whole.replace(/[.,]/g, "")}.${fraction || "0"}`,
  );
  return Number.isFinite(value) ? value : null;
}

/** "1" of "1.299" groups thousands; "0" of "0.999" and "1299" of "1299.000" do not. */
function couldGroup(whole: string): boolean {
  return /^[1-9]\d{0,2}$/.test(whole);
}

function moneyFrom(major: number, currency: string, input: string): ParsedPrice {
  if (!Number.isFinite(major)) return unreadable(input);
  if (major < 0) return { ok: false, reason: `the price ${quoted(input)} is negative` };
  const minor = Math.round(Number(`${major}e${exponentOf(currency)}`));
  if (Number.isNaN(minor)) return unreadable(input);
  return minor > LARGEST_MINOR ? tooLarge(input) : { ok: true, money: { minor, currency } };
}

/** A price that is given in minor units. */
export function priceOfMinor(given: number, currency: string): ParsedPrice {
  const minor = Math.round(given);
  if (minor < 0) return { ok: false, reason: `the price of ${minor} minor units is negative` };
  return minor > LARGEST_MINOR ? tooLarge(given) : { ok: true, money: { minor, currency } };
}

function tooLarge(input: string | number): ParsedPrice {
  return { ok: false, reason: `the price ${quoted(input)} is too large` };
}

function unreadable(input: string | number): ParsedPrice {
  return { ok: false, reason: `the price ${quoted(input)} is not an amount` };
}
function quoted(input: string | number): string {
  return `"${String(input).trim().slice(0, 40)}"`;
}
function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

const NUMBER = /\d+(?:(?:[.,'’]| (?=\d{3}(?!\d)))\d+)*/;
const LARGEST_MINOR = 1e13;
const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** Longer signs first: "r$" holds "$". */
const SIGNS: readonly (readonly [string, string])[] = [
  ["us$", "USD"],
  ["ca$", "CAD"],
  ["au$", "AUD"],
  ["nz$", "NZD"],
  ["hk$", "HKD"],
  ["mx$", "MXN"],
  ["r$", "BRL"],
  ["c$", "CAD"],
  ["a$", "AUD"],
  ["s$", "SGD"],
  ["€", "EUR"],
  ["euro", "EUR"],
  ["£", "GBP"],
  ["$", "USD"],
  ["₽", "RUB"],
  ["руб", "RUB"],
  ["₸", "KZT"],
  ["тг", "KZT"],
  ["₴", "UAH"],
  ["грн", "UAH"],
  ["₹", "INR"],
  ["rs.", "INR"],
  ["¥", "JPY"],
  ["円", "JPY"],
  ["元", "CNY"],
  ["₩", "KRW"],
  ["₺", "TRY"],
  ["₪", "ILS"],
  ["zł", "PLN"],
  ["kč", "CZK"],
  ["ft", "HUF"],
  ["lei", "RON"],
  ["лв", "BGN"],
  ["₫", "VND"],
  ["฿", "THB"],
  ["₱", "PHP"],
  ["fr.", "CHF"],
  ["sfr", "CHF"],
  ["kr", "SEK"],
];
const SHARED_SIGNS: Record<string, string[]> = {
  $: [
    "USD",
    "CAD",
    "AUD",
    "NZD",
    "HKD",
    "SGD",
    "MXN",
    "ARS",
    "CLP",
    "COP",
    "TWD",
    "FJD",
    "BSD",
    "BBD",
    "JMD",
    "TTD",
  ],
  "¥": ["JPY", "CNY"],
  kr: ["SEK", "NOK", "DKK", "ISK"],
  "£": ["GBP", "EGP", "GIP"],
  "rs.": ["INR", "PKR", "LKR", "NPR"],
};
