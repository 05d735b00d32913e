/** Attribute values as they stand mid-sentence. The value itself is the listing's; only its clothes change. */
import { asWritten } from "../../dialogue/units.ts";
import { inlineText } from "./finish-sentence.ts";
import { joinWithAnd } from "./join-phrases.ts";
import { lowerOrdinaryWords } from "./letter-case.ts";
import { formatNumber } from "./number-format.ts";

const UNIT_WORDS = new Map(
  Object.entries<[one: string, many: string]>({
    in: ["inch", "inches"],
    inch: ["inch", "inches"],
    inches: ["inch", "inches"],
    h: ["hour", "hours"],
    hr: ["hour", "hours"],
    hrs: ["hour", "hours"],
    lbs: ["pound", "pounds"],
    lb: ["pound", "pounds"],
    pcs: ["piece", "pieces"],
  }),
);
const UNIT_SYMBOLS = new Map(
  Object.entries<string>({
    gb: "GB",
    tb: "TB",
    mb: "MB",
    w: "W",
    kw: "kW",
    v: "V",
    wh: "Wh",
    mah: "mAh",
    hz: "Hz",
    khz: "kHz",
    mhz: "MHz",
    ghz: "GHz",
    db: "dB",
    l: "L",
  }),
);

/** "15.6 in" to "15.6 inches", "Brushed Steel" to "brushed steel", "Black/Red" to "black and red". */
export function phraseValue(value: string, names?: ReadonlySet<string>): string {
  const clean = inlineText(value)
    .replace(/["“”„]/g, (mark) => (mark === '"' && /\d"/.test(value) ? mark : ""))
    .replace(/[.;,]+$/, "");
  const measure = /^([\d.,]+)\s*("|[a-z]+)$/i.exec(clean);
  if (measure?.[1] && measure[2])
    return phraseMeasureText(measure[1], measure[2] === '"' ? "in" : measure[2]);
  const parts = listedParts(clean);
  if (parts !== null) return lowerOrdinaryWords(parts, names);
  const spaced = /^\p{L}[\p{L} ]*(?:\s*[/|;]\s*\p{L}[\p{L} ]*)+$/u.test(clean)
    ? joinWithAnd(clean.split(/\s*[/|;]\s*/), "en-GB")
    : clean;
  return lowerOrdinaryWords(spaced, names);
}

/**
 * "Office, commuting" to "office and commuting", and "rubber, 5 mm lugs" to "rubber (5 mm lugs)": what is measured or done
 * to the first is no second thing beside it. Null for values without commas.
 */
function listedParts(value: string): string | null {
  const parts = value.split(/,\s+/).filter(Boolean);
  const [first, second] = parts;
  if (first === undefined || second === undefined || /["“”()]/.test(value)) return null;
  if (parts.slice(1).some((part) => /^\d|[a-z]ed$/.test(part)))
    return `${first} (${parts.slice(1).join(", ")})`;
  const isWordy = parts.every((part) => /^[\p{L}\p{N} '’-]+$/u.test(part) && !/\b(?:and|or)\b/.test(part));
  return isWordy ? joinWithAnd(parts, "en-GB") : null;
}

export function phraseMeasure(number: number, unit: string, locale: string): string {
  return phraseMeasureText(formatNumber(asWritten(number), locale, 6), unit);
}

/** A measure before a noun: "15.6-inch", "20-hour", "8 GB". */
export function phraseMeasureBeforeNoun(value: string): string | null {
  const measure = /^([\d.,]+)\s*(?:-\s*)?("|″|[a-z]+)$/i.exec(value.trim());
  if (!measure?.[1] || !measure[2]) return null;
  const unit = /^["″]$/.test(measure[2]) ? "in" : measure[2].toLowerCase();
  const words = UNIT_WORDS.get(unit);
  return words ? `${measure[1]}-${words[0]}` : phraseMeasureText(measure[1], measure[2]);
}

function phraseMeasureText(number: string, unit: string): string {
  if (unit === "") return number;
  const lower = unit.toLowerCase();
  const words = UNIT_WORDS.get(lower);
  if (words) return `${number} ${number === "1" ? words[0] : words[1]}`;
  const isCanonical = unit === lower;
  return `${number} ${(isCanonical ? UNIT_SYMBOLS.get(lower) : undefined) ?? unit}`;
}

export function isYes(value: string): boolean {
  return /^(?:yes|true|y)$/i.test(value.trim());
}

export function isNo(value: string): boolean {
  return /^(?:no|false|n|none)$/i.test(value.trim());
}
