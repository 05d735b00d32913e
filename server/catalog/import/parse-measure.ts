/** A number with the canonical unit it is in: 15.6 in "in", 1500 in "g" stays 1.5 in "kg" only where the shop wrote kg. */
export interface Measure {
  number: number;
  unit?: string;
}

/**
 * Reads a value that is one number, with or without a unit: "15.6\"", "8GB", "1,5 kg", "1 200 g", "5 ft 3 in", "5 1/2 in",
 * "2x8GB" (sixteen), "256 ГБ", "ca. 700 mm", "up to 10 h" (the ten), "43.2 cm (17\")". Anything with more to it
 * ("8-speed drivetrain", "10-12 h", "Size 9 wide") is text and gives null. Units are canonical: inches are "in".
 */
export function parseMeasure(value: string): Measure | null {
  const text = value.trim().replace(HEDGE, "");
  return (
    plainMeasure(text) ??
    saidTwice(text) ??
    feetAndInches(text) ??
    withFraction(text) ??
    severalModules(text) ??
    countOfPieces(text)
  );
}
const HEDGE = /^(?:ca\.?|circa|approx(?:\.|imately)?|about|around|up to|bis zu|до|~|≈)\s*(?=\d)/i;

/** The canonical unit of a spelling, undefined when it is none. */
export function unitOf(spelling: string): string | undefined {
  return UNITS.get(spelling.toLowerCase().replace(/\.$/, ""));
}

function plainMeasure(text: string): Measure | null {
  const match = WHOLE_MEASURE.exec(text);
  const digits = match?.groups?.number;
  if (digits === undefined) return null;
  const number = numberFrom(digits);
  if (!Number.isFinite(number)) return null;
  const spelt = match?.groups?.unit ?? "";
  if (spelt === "") return { number };
  const unit = unitOf(spelt);
  return unit === undefined ? null : { number, unit };
}

/** "43.2 cm (17\")" and "28.7 кг kg" say one measure in two ways; the first counts, or inches where it has them. */
function saidTwice(text: string): Measure | null {
  const match = /^(.+?)\s*(?:\(([^()]+)\)|\/\s*(\D*\d.*))$/.exec(text);
  const second = plainMeasure(match?.[2] ?? match?.[3] ?? "");
  const first = plainMeasure(match?.[1] ?? "");
  if (first?.unit !== undefined && second?.unit !== undefined && first.unit !== second.unit)
    return second.unit === "in" ? second : first;
  const repeated = /^(.*\d\s*)(\p{L}+)\.?\s+(\p{L}+)\.?$/u.exec(text);
  const isOneUnit = repeated !== null && unitOf(repeated[2] ?? "") === unitOf(repeated[3] ?? "");
  return repeated !== null && isOneUnit ? plainMeasure(`${repeated[1]}${repeated[2]}`) : null;
}

function feetAndInches(text: string): Measure | null {
  const match =
    /^(\d+)\s*(?:ft\.?|feet|foot|['′’])\s*(\d+(?:\.\d+)?)\s*(?:in\.?|inch(?:es)?|["″”]|'')?$/i.exec(text);
  return match === null ? null : { number: Number(match[1]) * 12 + Number(match[2]), unit: "in" };
}

/** "5 1/2 in", "1/4\"", "5½ in". A fraction needs its unit: "1/2" alone may be a date or one of two. */
function withFraction(text: string): Measure | null {
  const spelt = text.replace(/[½¼¾]/g, (sign) => ` ${FRACTIONS[sign]}`).trim();
  const match = /^(?:(\d+)[\s-]+)?(\d)\/(2|3|4|8|16|32)[\s-]*(["″”]|''|\p{L}+)\.?$/u.exec(spelt);
  const unit = unitOf(match?.[4] ?? "");
  return match === null || unit === undefined
    ? null
    : { number: Number(match[1] ?? 0) + Number(match[2]) / Number(match[3]), unit };
}
const FRACTIONS: Record<string, string> = { "½": "1/2", "¼": "1/4", "¾": "3/4" };

/** Memory is sold by modules and wanted by its sum. */
function severalModules(text: string): Measure | null {
  const match = /^(\d{1,2})\s*[x×]\s*(\d+)\s*([GM]B)$/i.exec(text);
  const unit = unitOf(match?.[3] ?? "");
  return match === null || unit === undefined ? null : { number: Number(match[1]) * Number(match[2]), unit };
}

function countOfPieces(text: string): Measure | null {
  const match =
    /^(\d+)\s*(?:pcs?\.?|pieces?|pc\(s\)|units?|stk\.?|stück|шт\.?|дана|buc|szt\.?|uds?\.?)$/i.exec(text);
  return match === null ? null : { number: Number(match[1]) };
}

/** Thousands stand apart by commas, spaces or apostrophes; a single comma is a decimal one unless three digits follow. */
function numberFrom(digits: string): number {
  const compact = digits.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, "");
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact)) return Number(compact.replaceAll(",", ""));
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(compact)) return Number(compact.replaceAll(".", "").replace(",", "."));
  return Number(compact.replace(",", "."));
}

const SPELLINGS: Record<string, string> = {
  in: "in inch inches \" ″ ” '' -inch zoll pouces pulgadas pollici дюйм дюймов дюйма",
  cm: "cm centimeter centimeters centimetre centimetres zentimeter см",
  mm: "mm millimeter millimeters millimetre millimetres мм",
  m: "m meter meters metre metres м",
  km: "km kilometer kilometers kilometre kilometres км",
  ft: "ft foot feet ' ′",
  kg: "kg kgs kilo kilos kilogram kilograms kilogramm кг",
  g: "g gr gram grams gramme grammes gramm г гр",
  mg: "mg milligram milligrams мг",
  lb: "lb lbs pound pounds",
  oz: "oz ounce ounces",
  "fl oz": "fl.oz floz fl.oz. fl-oz",
  l: "l liter liters litre litres litro litros litri л",
  cl: "cl centilitre centilitres",
  ml: "ml milliliter milliliters millilitre millilitres мл",
  gb: "gb gigabyte gigabytes гб go",
  tb: "tb terabyte terabytes тб",
  mb: "mb megabyte megabytes мб",
  w: "w watt watts вт",
  kw: "kw kilowatt kilowatts квт",
  v: "v volt volts в",
  ah: "ah ач",
  mah: "mah мач",
  wh: "wh",
  h: "h hr hrs hour hours std stunden ч",
  min: "min mins minute minutes мин",
  days: "day days tage jours días",
  hz: "hz гц",
  khz: "khz кгц",
  mhz: "mhz мгц",
  ghz: "ghz ггц",
  mp: "mp megapixel megapixels мп",
  lm: "lm lumen lumens лм",
  db: "db дб dba дба",
  px: "px pixels",
  dpi: "dpi",
  rpm: "rpm",
  bar: "bar бар",
  psi: "psi",
  "°c": "°c",
  "%": "%",
  years: "year years yr yrs jahre",
  months: "month months monate",
};
const UNITS = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, spellings]) =>
    spellings.split(" ").map((spelling) => [spelling, unit]),
  ),
);
UNITS.set("fl oz", "fl oz").set("fl. oz", "fl oz").set("fluid ounces", "fl oz").set("db(a)", "db");

const WHOLE_MEASURE =
  /^(?<number>-?\d+(?:[.,\s'’]\d+)*)\s*-?\s*(?<unit>"|″|”|''|'|′|%|°c|fl\.? oz|fluid ounces|db\(a\)|\p{L}+\.?)?$/iu;
