/** Figures and times as people read them, in the language of their browser. */

const count = new Intl.NumberFormat("en");

export function tellCount(value: number): string {
  return count.format(Math.round(value));
}

/** "12.3 %". */
export function tellShare(share: number, digits = 1): string {
  return `${(share * 100).toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits })} %`;
}

/** @param minor in minor units. Whole units from a thousand on, where cents are noise. */
export function tellMoney(minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minor / 10 ** digits;
  const shown = Math.abs(amount) >= 1_000 ? 0 : digits;
  const options = {
    style: "currency",
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  } as const;
  return new Intl.NumberFormat("en", options).format(amount);
}

/** "+8.2 %", with the sign that a minus sign is. */
export function tellLift(lift: number, digits = 1): string {
  return `${signOf(lift)}${tellShare(Math.abs(lift), digits)}`;
}

export function signOf(value: number): string {
  return value < 0 ? "−" : "+";
}

const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short" });
const dayOfYear = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric" });
const minute = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "4 Mar", with the year where it is another one. */
export function tellDay(iso: string): string {
  const date = new Date(iso);
  return (date.getFullYear() === new Date().getFullYear() ? day : dayOfYear).format(date);
}

export function tellMinute(iso: string): string {
  return minute.format(new Date(iso));
}

/** "3 minutes ago"; a date from a week on. */
export function tellAgo(iso: string): string {
  const seconds = Math.max(0, (Date.now() - Date.parse(iso)) / 1_000);
  if (seconds < 45) return "just now";
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (seconds < 3_600) return words.format(-Math.round(seconds / 60), "minute");
  if (seconds < 86_400) return words.format(-Math.round(seconds / 3_600), "hour");
  if (seconds < 7 * 86_400) return words.format(-Math.round(seconds / 86_400), "day");
  return tellDay(iso);
}
