/** Numbers as a locale writes them. */

/** Rounded to `digits` after the point at the most. What is no language tag throws a `RangeError`. */
export function formatNumber(number: number, locale: string, digits: number): string {
  const key = `${digits} ${locale}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    if (formats.size >= FORMATS_MAX) formats.clear();
    formats.set(key, format);
  }
  return format.format(number);
}

/** Making a format takes longer than a sentence. Locales come from shoppers, so these are bounded. */
const formats = new Map<string, Intl.NumberFormat>();
const FORMATS_MAX = 200;
