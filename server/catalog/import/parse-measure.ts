/** A number with the canonical unit it is in: 15.6 in "in", 1500 in "g" stays 1.5 in "kg" only where the shop wrote kg. */
export interface Measure {
  number: number;
  unit?: string;
}

/**
 * Reads a value that is one number, with or without a unit: "15.6\"", "8GB", "1,5 kg", "700 mm", "256 ГБ". Anything
 * with more to it ("8-speed drivetrain", "Size 9 wide") is text and gives null. Units are canonical: inches are "in".
 */
export function parseMeasure(value: string): Measure | null {
  const match = WHOLE_MEASURE.exec(value.trim());
  const digits = match?.groups?.number;
  if (digits === undefined) return null;
  const number = numberFrom(digits);
  const spelt = (match?.groups?.unit ?? "").toLowerCase().replace(/\.$/, "");
  if (spelt === "") return { number };
  const unit = UNITS.get(spelt);
  return unit === undefined ? null : { number, unit };
}

/** The canonical unit of a spelling, undefined when it is none. */
export function unitOf(spelling: string): string | undefined {
  return UNITS.get(spelling.toLowerCase().replace(/\.$/, ""));
}

function numberFrom(digits: string): number {
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits);
  return Number(grouped ? digits.replaceAll(",", "") : digits.replace(",", "."));
}

const SPELLINGS: Record<string, string> = {
  in: "in inch inches \" ″ ” '' -inch zoll pouces pulgadas pollici дюйм дюймов дюйма",
  cm: "cm centimeter centimeters centimetre centimetres см",
  mm: "mm millimeter millimeters millimetre millimetres мм",
  m: "m meter meters metre metres м",
  km: "km kilometer kilometers kilometre kilometres км",
  ft: "ft foot feet",
  kg: "kg kgs kilo kilos kilogram kilograms кг",
  g: "g gr gram grams gramme grammes г гр",
  mg: "mg мг",
  lb: "lb lbs pound pounds",
  oz: "oz ounce ounces",
  "fl oz": "fl.oz floz fl.oz. fl-oz",
  l: "l liter liters litre litres л",
  ml: "ml milliliter milliliters millilitre millilitres мл",
  gb: "gb gigabyte gigabytes гб go",
  tb: "tb terabyte terabytes тб",
  mb: "mb megabyte megabytes мб",
  w: "w watt watts вт",
  kw: "kw квт",
  v: "v volt volts в",
  mah: "mah мач",
  wh: "wh",
  h: "h hr hrs hour hours std ч",
  min: "min mins minute minutes мин",
  hz: "hz гц",
  ghz: "ghz ггц",
  mp: "mp megapixel megapixels мп",
  lm: "lm lumen lumens лм",
  db: "db дб",
  px: "px",
  "°c": "°c",
  "%": "%",
  years: "year years yr yrs",
  months: "month months",
};
const UNITS = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, spellings]) =>
    spellings.split(" ").map((spelling) => [spelling, unit]),
  ),
);
UNITS.set("fl oz", "fl oz").set("fl. oz", "fl oz").set("fluid ounces", "fl oz");

const WHOLE_MEASURE =
  /^(?<number>\d+(?:[.,]\d+)*)\s*-?\s*(?<unit>"|″|”|''|%|°c|fl\.? oz|fluid ounces|\p{L}+\.?)?$/iu;
