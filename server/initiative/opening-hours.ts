/** The hours in which a shop's people take over conversations, by the clock of the shop's time zone. Instants are epoch milliseconds. */

/** As their place in an array: Sunday is 0, as in `Date`. */
export const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** From and to, as "HH:MM"; "24:00" ends with the day, and an end before the beginning is one of the next day. */
export type TimeRange = [from: string, to: string];
export type WeekHours = Record<Weekday, TimeRange[]>;

export interface Handover {
  /** IANA; null is UTC. */
  timeZone: string | null;
  /** Null: always. */
  hours: WeekHours | null;
}

/** People are there at this instant, as far as the hours say. */
export function isOpen(handover: Handover, now: number): boolean {
  // What began yesterday may reach over midnight.
  const recent = () => spansOf(handover, now, { first: -1, last: 0 });
  return handover.hours === null || recent().some(({ from, to }) => from <= now && now < to);
}

/** The first instant after this one at which people are there; null where they are there now, or never. */
export function nextOpening(handover: Handover, now: number): number | null {
  if (isOpen(handover, now)) return null;
  // A week from now the clocks may skip what is waited for.
  const opening = spansOf(handover, now, { first: 0, last: 14 }).find(({ from }) => from > now);
  return opening?.from ?? null;
}

/** When people are back, as it is said at `now`. */
export interface PeopleBack {
  day: "today" | "tomorrow" | Weekday;
  /** The same weekday as today's, a week from now. */
  isNextWeek: boolean;
  /** "HH:MM" by the shop's clock. */
  time: string;
  /** What the shop's clock is called: "Berlin time", "UTC". */
  clock: string;
}

/** Null where they are there now, or never. */
export function whenPeopleAreBack(handover: Handover, now: number): PeopleBack | null {
  const opening = nextOpening(handover, now);
  if (opening === null) return null;
  const zone = zoneOf(handover);
  const [here, there] = [wallClock(zone, now), wallClock(zone, opening)];
  const daysAhead = Math.floor(there / DAY) - Math.floor(here / DAY);
  const date = new Date(there);
  return {
    day: daysAhead === 0 ? "today" : daysAhead === 1 ? "tomorrow" : weekdayOf(there),
    isNextWeek: daysAhead >= 7,
    time: date.toISOString().slice(11, 16),
    clock: nameOfClock(zone, now),
  };
}

/** "on Monday at 09:00, Berlin time", by a clock of 24 hours or of twelve. */
export function sayWhenBack({ day, isNextWeek, time, clock }: PeopleBack, hourCycle: 24 | 12): string {
  const name = day === "today" || day === "tomorrow" ? day : DAY_NAMES[day];
  const when = name === day ? day : `${isNextWeek ? "next" : "on"} ${name}`;
  return `${when} at ${hourCycle === 24 ? time : byTwelve(time)}, ${clock}`;
}

const DAY_NAMES: Record<Weekday, string> = {
  ...{ sun: "Sunday", mon: "Monday", tue: "Tuesday", wed: "Wednesday" },
  ...{ thu: "Thursday", fri: "Friday", sat: "Saturday" },
};

function byTwelve(time: string): string {
  const minutes = minutesOf(time);
  const hour = Math.floor(minutes / 60);
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? "AM" : "PM"}`;
}

/** The name of a time zone that clocks can be read by. Offsets such as "+02:00" know no summer time, and are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const MINUTE = 60_000;
const DAY = 86_400_000;

interface Span {
  from: number;
  to: number;
}

/** Those that begin on these days, counted from today; the earliest first. */
function spansOf(handover: Handover, now: number, { first, last }: { first: number; last: number }): Span[] {
  const { hours } = handover;
  if (hours === null) return [];
  const zone = zoneOf(handover);
  const today = Math.floor(wallClock(zone, now) / DAY) * DAY;
  const spans: Span[] = [];
  for (let day = first; day <= last; day++) {
    const midnight = today + day * DAY;
    for (const [from, to] of hours[weekdayOf(midnight)]) {
      const [begins, ends] = [minutesOf(from), minutesOf(to)];
      const length = ends > begins ? ends - begins : ends - begins + DAY / MINUTE;
      const start = midnight + begins * MINUTE;
      spans.push({ from: instantAt(zone, start), to: instantAt(zone, start + length * MINUTE) });
    }
  }
  // One that lies wholly in the hour that clocks skip in spring is none.
  return spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function zoneOf({ timeZone }: Handover): string {
  return timeZone ?? "UTC";
}

/** Of a wall clock's reading, which stands for itself as if it were UTC. */
function weekdayOf(reading: number): Weekday {
  return WEEKDAYS[new Date(reading).getUTCDay()] ?? "sun";
}

/** What a clock in that zone shows, as the epoch milliseconds of the same date and time in UTC, in whole seconds. */
function wallClock(zone: string, instant: number): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/**
 * The first instant at which a clock of the zone shows this reading. In autumn an hour is shown twice, and its first time counts;
 * in spring one is skipped, and the instant of the skip stands for all of it.
 */
function instantAt(zone: string, reading: number): number {
  const offsetAt = (instant: number) => wallClock(zone, instant) - instant;
  const before = reading - offsetAt(reading - DAY);
  const after = reading - offsetAt(reading + DAY);
  const shown = [before, after].filter((instant) => wallClock(zone, instant) === reading);
  if (shown.length > 0) return Math.min(...shown);
  let [early, late] = [Math.min(before, after) - DAY / 24, Math.max(before, after)];
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / MINUTE / 2) * MINUTE;
    if (wallClock(zone, middle) < reading) early = middle;
    else late = middle;
  }
  return late;
}

/** Making one takes much longer than reading it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en", {
    ...{ timeZone: zone, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23" },
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  clocks.set(zone, clock);
  return clock;
}

/** Zones are named after places, but for a few such as "UTC" and "Etc/GMT+5". */
function nameOfClock(zone: string, now: number): string {
  const [area, ...places] = zone.split("/");
  const place = places.at(-1);
  if (place !== undefined && area !== "Etc") return `${place.replaceAll("_", " ")} time`;
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "short" }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
