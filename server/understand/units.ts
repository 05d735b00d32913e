/** Units and currencies as people write them. Canonical units are those of the catalog's attributes. */

interface Unit {
  unit: string;
  dimension: string;
  /** How many of the dimension's base unit (m, g, ml, mb, w, s, …) one of it is. */
  factor: number;
}

/** Folded spellings; those in `TERSE_UNITS` count only when glued to their number or followed by nothing that makes them a word. */
const TABLE: [unit: string, dimension: string, factor: number, spellings: string][] = [
  ["in", "length", 0.0254, 'in inch inches " ″ ” zoll pouces pulgadas pollici дюимов дюима дюим'],
  ["cm", "length", 0.01, "cm centimeter centimeters centimetre centimetres см"],
  ["mm", "length", 0.001, "mm millimeter millimeters millimetre millimetres мм"],
  ["m", "length", 1, "m meter meters metre metres"],
  ["km", "length", 1000, "km kms kilometer kilometers kilometre kilometres км"],
  ["ft", "length", 0.3048, "ft foot feet"],
  ["mi", "length", 1609.344, "mile miles mi"],
  ["kg", "weight", 1000, "kg kgs kilo kilos kilogram kilograms кг"],
  ["g", "weight", 1, "g gr gram grams gramme grammes г гр"],
  ["mg", "weight", 0.001, "mg мг"],
  ["lb", "weight", 453.59237, "lb lbs"],
  ["oz", "weight", 28.349523, "oz ounce ounces"],
  ["l", "volume", 1000, "l liter liters litre litres litros litri л"],
  ["ml", "volume", 1, "ml milliliter milliliters millilitre millilitres мл"],
  ["gb", "storage", 1024, "gb gig gigs gigabyte gigabytes гб"],
  ["tb", "storage", 1_048_576, "tb terabyte terabytes тб"],
  ["mb", "storage", 1, "mb megabyte megabytes мб"],
  ["w", "power", 1, "w watt watts вт"],
  ["kw", "power", 1000, "kw kilowatt kilowatts"],
  ["v", "voltage", 1, "v volt volts"],
  ["mah", "charge", 1, "mah мач"],
  ["wh", "energy", 1, "wh"],
  ["h", "time", 60, "h hr hrs hour hours"],
  ["min", "time", 1, "min mins minute minutes"],
  ["hz", "frequency", 1, "hz hertz гц"],
  ["ghz", "clock", 1, "ghz"],
  ["mp", "resolution", 1, "mp megapixel megapixels мп"],
  ["lm", "light", 1, "lm lumen lumens"],
  ["db", "sound", 1, "db decibel decibels"],
  ["px", "pixels", 1, "px pixel pixels"],
  ["°c", "temperature", 1, "° degree degrees celsius"],
  ["%", "share", 1, "% percent"],
  ["years", "age", 12, "year years yr yrs"],
  ["months", "age", 1, "month months"],
  ["star", "rating", 1, "star stars"],
];

const UNITS = new Map<string, Unit>(
  TABLE.flatMap(([unit, dimension, factor, spellings]) =>
    spellings.split(" ").map((spelling): [string, Unit] => [spelling, { unit, dimension, factor }]),
  ),
);
const BY_CANONICAL = new Map<string, Unit>(
  TABLE.map(([unit, dimension, factor]) => [unit, { unit, dimension, factor }]),
);
/** Words or letters that are a unit only right after a number: "15in" is inches, "15 in stock" is not. */
const TERSE_UNITS = new Set(["in", "m", "g", "l", "w", "v", "h", "mi", "mp", "min"]);

export function readUnit(word: string, glued: boolean): string | null {
  if (TERSE_UNITS.has(word) && !glued && word !== "g" && word !== "l" && word !== "w" && word !== "min")
    return null;
  return UNITS.get(word)?.unit ?? null;
}

export function dimensionOf(unit: string): string | null {
  return BY_CANONICAL.get(unit)?.dimension ?? null;
}

/** The number in another unit of the same dimension, to four significant digits; null when the two do not compare. */
export function convert(value: number, from: string, to: string): number | null {
  const source = BY_CANONICAL.get(from);
  const target = BY_CANONICAL.get(to);
  if (!source || !target || source.dimension !== target.dimension) return null;
  if (source === target) return value;
  return Number(((value * source.factor) / target.factor).toPrecision(4));
}

const CURRENCY_WORDS: Record<string, string> = {
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  евро: "EUR",
  "£": "GBP",
  gbp: "GBP",
  quid: "GBP",
  sterling: "GBP",
  pound: "GBP",
  pounds: "GBP",
  usd: "USD",
  cad: "CAD",
  aud: "AUD",
  nzd: "NZD",
  chf: "CHF",
  jpy: "JPY",
  cny: "CNY",
  inr: "INR",
  sek: "SEK",
  nok: "NOK",
  dkk: "DKK",
  pln: "PLN",
  rub: "RUB",
  yen: "JPY",
  円: "JPY",
  yuan: "CNY",
  rmb: "CNY",
  "₹": "INR",
  rupee: "INR",
  rupees: "INR",
  rs: "INR",
  "₽": "RUB",
  руб: "RUB",
  рублеи: "RUB",
  рубля: "RUB",
  рубль: "RUB",
  zł: "PLN",
  zl: "PLN",
  zloty: "PLN",
  "₺": "TRY",
  tl: "TRY",
  lira: "TRY",
  ユーロ: "EUR",
  يورو: "EUR",
  유로: "EUR",
  欧元: "EUR",
  日元: "JPY",
  元: "CNY",
  "₩": "KRW",
  원: "KRW",
  franken: "CHF",
  francs: "CHF",
};
const DOLLAR_WORDS = new Set([
  "$",
  "dollar",
  "dollars",
  "bucks",
  "buck",
  "bux",
  "dolares",
  "долларов",
  "دولار",
  "달러",
  "ドル",
  "美元",
]);
const DOLLAR_CURRENCIES = new Set(["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"]);

/** ISO 4217 code of a sign or word; dollars, kronor and ¥ are the shop's own where it has such. */
export function readCurrency(word: string, shopCurrency: string): string | null {
  if (DOLLAR_WORDS.has(word)) return DOLLAR_CURRENCIES.has(shopCurrency) ? shopCurrency : "USD";
  if (word === "¥") return shopCurrency === "CNY" ? "CNY" : "JPY";
  if (["kr", "kronor", "kroner"].includes(word))
    return ["SEK", "NOK", "DKK"].includes(shopCurrency) ? shopCurrency : "SEK";
  return Object.hasOwn(CURRENCY_WORDS, word) ? (CURRENCY_WORDS[word] ?? null) : null;
}

/** "Pounds" are money or weight. */
export function isPounds(word: string): boolean {
  return word === "pounds" || word === "pound";
}
