/** Opening hours as a merchant sets them, each mistake told at its weekday. */
import { z } from "zod";
import { type TimeRange, WEEKDAYS, type WeekHours } from "../initiative/opening-hours.ts";

const RANGES_MAX = 6;
const RANGE = 'must hold a beginning and an end, such as ["09:00", "17:30"]';

const fromSchema = z.string({ error: RANGE }).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, {
  error: "must be a time from 00:00 to 23:59, such as 09:00",
});
const toSchema = z.string({ error: RANGE }).regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  error: "must be a time from 00:00 to 24:00, such as 17:30",
});
const rangeSchema = z
  .tuple([fromSchema, toSchema], { error: RANGE })
  .refine(([from, to]) => from !== to, { error: "ends when it begins; a whole day is 00:00 to 24:00" });

const daySchema = z
  .array(rangeSchema)
  .max(RANGES_MAX)
  .refine((ranges) => !overlap(ranges), { error: "has hours that overlap; make one of the two" })
  .default([]);

/** A weekday that is left out is closed. */
export const weekHoursSchema = z.strictObject(
  Object.fromEntries(WEEKDAYS.map((day) => [day, daySchema])) as Record<
    (typeof WEEKDAYS)[number],
    typeof daySchema
  >,
) satisfies z.ZodType<WeekHours>;

function overlap(ranges: readonly TimeRange[]): boolean {
  const ordered = ranges.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return ordered.some(([from], place) => {
    const before = ordered[place - 1];
    // What goes over midnight leaves nothing of its day to another one.
    return before !== undefined && (before[1] < before[0] || from < before[1]);
  });
}
