/** Opening hours as they stand on a shop's door: "mon-fri 09:00-12:30 14:00-18:00, sat 10:00-14:00". */
import { type TimeRange, WEEKDAYS, type Weekday } from "../initiative/opening-hours.ts";
import { CommandFailure } from "./command-failure.ts";

export type HoursOfDays = { [Day in Weekday]?: TimeRange[] };

const DAYS = /^(?<first>[a-z]{3})(?:[-–](?<last>[a-z]{3}))?$/;
const RANGE = /^(?<from>\d{1,2}:\d{2})[-–](?<to>\d{1,2}:\d{2})$/;

/**
 * Null for "always". Weekdays that are not named are closed; hours without weekdays before them belong to those named last. Throws a
 * CommandFailure on what is no such list; whether a time exists is for the setting's schema to say.
 */
export function readHours(text: string): HoursOfDays | null {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  if (words.join() === "always") return null;
  const hours: HoursOfDays = {};
  let days: Weekday[] = [];
  for (const word of words) {
    const { first, last = first } = DAYS.exec(word)?.groups ?? {};
    const { from, to } = RANGE.exec(word)?.groups ?? {};
    if (first !== undefined && last !== undefined) days = daysBetween(first, last, word);
    else if (from === undefined || to === undefined || days.length === 0) throw unread(word);
    else for (const day of days) hours[day] = [...(hours[day] ?? []), [twoDigits(from), twoDigits(to)]];
  }
  if (Object.keys(hours).length === 0) throw unread(text);
  return hours;
}

function daysBetween(first: string, last: string, word: string): Weekday[] {
  const [start, end] = [first, last].map((name) => (WEEKDAYS as readonly string[]).indexOf(name));
  if (start === undefined || end === undefined || start < 0 || end < 0) throw unread(word);
  const count = ((end - start + WEEKDAYS.length) % WEEKDAYS.length) + 1;
  return Array.from({ length: count }, (_, step) => WEEKDAYS[(start + step) % WEEKDAYS.length] ?? "sun");
}

function twoDigits(time: string): string {
  return time.padStart(5, "0");
}

function unread(word: string): CommandFailure {
  return new CommandFailure(
    `handover.hours: “${word}” can't be read; write them as mon-fri 09:00-12:30 14:00-18:00, sat 10:00-14:00, or always`,
  );
}
