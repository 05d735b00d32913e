/** Dates of reviews, in the forms that files have. */

/** Whether "05/03/2024" is the fifth of March or the third of May. */
export type DayOrder = "day-first" | "month-first";

/**
 * What a column of dates shows of its order: a number above 12 tells which place holds the day. Null while none does:
 * then nothing is known, and an ambiguous date is no date.
 */
export function dayOrderOf(values: readonly unknown[]): DayOrder | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const value of values) {
    const [, one, other] = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(String(value ?? "")) ?? [];
    if (Number(one) > 12) dayFirst++;
    if (Number(other) > 12) monthFirst++;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst > monthFirst ? "day-first" : "month-first";
}

/** ISO 8601, by day; empty for what is no date, can't be told, or has not come yet. Unix times in seconds or milliseconds. */
export function reviewDate(value: unknown, order: DayOrder | null, now: Date): string {
  const text = String(value ?? "").trim();
  if (text === "") return "";
  const date = unixDay(text) ?? isoDay(text) ?? numericDay(text, order) ?? writtenDay(text);
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return date !== null && date >= EARLIEST && date <= tomorrow ? date : "";
}

/** Nobody reviewed anything online before; zero in a column of Unix times is no date. */
const EARLIEST = "1990-01-01";

function unixDay(text: string): string | null {
  if (!/^\d{9,13}(?:\.\d+)?$/.test(text)) return null;
  const number = Number(text);
  return new Date(number < 1e11 ? number * 1_000 : number).toISOString().slice(0, 10);
}

function isoDay(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? [];
  const [, packedYear, packedMonth, packedDay] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  return day === undefined ? dayOf(packedYear, packedMonth, packedDay) : dayOf(year, month, day);
}

/** "02.03.2025" is written by those who put the day first. */
function numericDay(text: string, order: DayOrder | null): string | null {
  const [, one, mark, other, year] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
  if (year === undefined) return null;
  const full = year.length === 2 ? `20${year}` : year;
  if (mark === "." || Number(one) > 12 || order === "day-first") return dayOf(full, other, one);
  if (Number(other) > 12 || order === "month-first" || one === other) return dayOf(full, one, other);
  return null;
}

/** "3 March 2025", "Mar 3, 2025", "Reviewed in the US on March 3, 2025", "3. März 2025", "05 oct 2023". */
function writtenDay(text: string): string | null {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const month = MONTHS.findIndex((names) => names.test(plain)) + 1;
  const year = /\b(?:19|20)\d{2}\b/.exec(plain)?.[0];
  const day = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/.exec(plain.replace(year ?? "", " "))?.[1];
  return month === 0 ? null : dayOf(year, String(month), day);
}

/** By the beginnings of their names in English, German, French, Spanish, Italian, Portuguese, Dutch and Russian. */
const MONTHS = [
  /\b(?:jan|ene|gen|янв)/,
  /\b(?:feb|fev|фев)/,
  /\b(?:mar|mrz|maa|мар)/,
  /\b(?:apr|avr|abr|апр)/,
  /\b(?:may\b|mai|mayo|mag|mei|мая|май)/,
  /\b(?:jun|juin|giu|июн)/,
  /\b(?:jul|juil|lug|июл)/,
  /\b(?:aug|aou|ago|авг)/,
  /\b(?:sep|set|сен)/,
  /\b(?:oct|okt|out|ott|окт)/,
  /\b(?:nov|ноя)/,
  /\b(?:dec|dez|dic|дек)/,
];

/** Null for the thirtieth of February. */
function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
