/** Opening hours on the command line. */
import { describe, expect, it } from "vitest";
import { parseAssignments } from "../../../server/cli/parse-assignments.ts";
import { readHours } from "../../../server/cli/read-hours.ts";

describe("[AGT-4] handover.hours", () => {
  it("are read as they stand on a door", () => {
    const weekdays = [["09:00", "17:30"]];
    expect(readHours("mon-fri 09:00-17:30, sat 10:00-14:00")).toEqual({
      ...{ mon: weekdays, tue: weekdays, wed: weekdays, thu: weekdays, fri: weekdays },
      sat: [["10:00", "14:00"]],
    });
    expect(readHours("Sat–Mon 9:00–12:00, 13:00-24:00")).toEqual(
      Object.fromEntries(
        ["sat", "sun", "mon"].map((day) => [
          day,
          [
            ["09:00", "12:00"],
            ["13:00", "24:00"],
          ],
        ]),
      ),
    );
  });

  it("are always where that is said, and text is text", () => {
    expect(
      parseAssignments(["handover.hours=always", "handover.timeZone=none", "handover.away=12"]),
    ).toMatchObject({ handover: { hours: null, timeZone: null, away: "12" } });
  });

  it.each(["none", "monday 9-5", "09:00-17:00", "mon-foo 09:00-17:00", "mon 9-17", ""])(
    "refuse “%s” and show how to write them",
    (text) => {
      expect(() => readHours(text)).toThrow(/write them as mon-fri 09:00-12:30/);
    },
  );
});
