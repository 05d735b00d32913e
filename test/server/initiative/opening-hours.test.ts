/** When a shop's people are there, by the clock of the shop. */
import { describe, expect, it } from "vitest";
import {
  type Handover,
  isOpen,
  isTimeZone,
  nextOpening,
  sayWhenBack,
  type WeekHours,
  whenPeopleAreBack,
} from "../../../server/initiative/opening-hours.ts";

const CLOSED: WeekHours = { sun: [], mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] };
const week = (hours: Partial<WeekHours>, timeZone: string | null = "Europe/Berlin"): Handover => ({
  timeZone,
  hours: { ...CLOSED, ...hours },
});
const OFFICE: Partial<WeekHours> = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "17:30"]]]),
);
const at = (iso: string) => Date.parse(iso);
const openAt = (handover: Handover, iso: string) => isOpen(handover, at(iso));
const opensAfter = (handover: Handover, iso: string) => {
  const opening = nextOpening(handover, at(iso));
  return opening === null ? null : new Date(opening).toISOString();
};

describe("[AGT-4] the hours of a shop's people", () => {
  it("are always, where none were set", () => {
    const always: Handover = { timeZone: "Asia/Tokyo", hours: null };
    expect(isOpen(always, 0)).toBe(true);
    expect(nextOpening(always, 0)).toBeNull();
  });

  it("are never, where every day is closed", () => {
    expect(openAt(week({}), "2026-03-02T10:00Z")).toBe(false);
    expect(opensAfter(week({}), "2026-03-02T10:00Z")).toBeNull();
  });

  it("begin on the minute and end before it, by the shop's clock", () => {
    const berlin = week(OFFICE);
    expect(openAt(berlin, "2026-03-02T07:59:59Z")).toBe(false);
    expect(openAt(berlin, "2026-03-02T08:00:00Z")).toBe(true);
    expect(openAt(berlin, "2026-03-02T16:29:59Z")).toBe(true);
    expect(openAt(berlin, "2026-03-02T16:30:00Z")).toBe(false);
    expect(openAt(week(OFFICE, null), "2026-03-02T08:00:00Z")).toBe(false);
    expect(openAt(week(OFFICE, "America/New_York"), "2026-03-02T14:00:00Z")).toBe(true);
  });

  it("open next on the day and hour they say, over a weekend and between two ranges", () => {
    expect(opensAfter(week(OFFICE), "2026-03-06T16:30Z")).toBe("2026-03-09T08:00:00.000Z");
    const split = week({
      mon: [
        ["14:00", "18:00"],
        ["09:00", "12:00"],
      ],
    });
    expect(opensAfter(split, "2026-03-02T11:30Z")).toBe("2026-03-02T13:00:00.000Z");
    expect(opensAfter(split, "2026-03-02T13:30Z")).toBeNull();
    expect(opensAfter(split, "2026-03-02T17:00Z")).toBe("2026-03-09T08:00:00.000Z");
  });

  it("reach over midnight into a day that is closed itself, and to the very end of a day", () => {
    const late = week({ sat: [["22:00", "02:00"]] });
    expect(openAt(late, "2026-03-07T22:30Z")).toBe(true);
    expect(openAt(late, "2026-03-08T00:59Z")).toBe(true);
    expect(openAt(late, "2026-03-08T01:00Z")).toBe(false);
    expect(openAt(late, "2026-03-07T00:30Z")).toBe(false);
    const whole = week({ sun: [["00:00", "24:00"]] });
    expect(openAt(whole, "2026-03-07T23:00Z")).toBe(true);
    expect(openAt(whole, "2026-03-08T22:59Z")).toBe(true);
    expect(openAt(whole, "2026-03-08T23:00Z")).toBe(false);
  });

  it("belong to the shop's weekday, which may be another one than that of UTC", () => {
    const auckland = week({ mon: [["08:00", "10:00"]] }, "Pacific/Auckland");
    expect(openAt(auckland, "2026-03-01T19:30Z")).toBe(true);
    const hawaii = week({ mon: [["20:00", "22:00"]] }, "Pacific/Honolulu");
    expect(openAt(hawaii, "2026-03-03T06:30Z")).toBe(true);
  });

  it("stay at the same hour of the clock when clocks change", () => {
    expect(opensAfter(week(OFFICE), "2026-03-27T20:00Z")).toBe("2026-03-30T07:00:00.000Z");
    expect(opensAfter(week(OFFICE), "2026-10-23T20:00Z")).toBe("2026-10-26T08:00:00.000Z");
  });

  it("begin when the clock jumps past their beginning in spring", () => {
    const night = week({ sun: [["02:30", "05:00"]] });
    expect(opensAfter(night, "2026-03-29T00:00Z")).toBe("2026-03-29T01:00:00.000Z");
    expect(openAt(night, "2026-03-29T00:59Z")).toBe(false);
    expect(openAt(night, "2026-03-29T01:00Z")).toBe(true);
    expect(openAt(night, "2026-03-29T03:00Z")).toBe(false);
    // What lies wholly in the skipped hour is not, that day.
    const skipped = week({ sun: [["02:10", "02:50"]] });
    expect(opensAfter(skipped, "2026-03-28T12:00Z")).toBe("2026-04-05T00:10:00.000Z");
    // Half an hour is skipped on Lord Howe, and a whole midnight in Beirut.
    expect(opensAfter(week({ sun: [["02:15", "04:00"]] }, "Australia/Lord_Howe"), "2026-10-03T10:00Z")).toBe(
      "2026-10-03T15:30:00.000Z",
    );
    expect(opensAfter(week({ sun: [["00:00", "04:00"]] }, "Asia/Beirut"), "2026-03-28T12:00Z")).toBe(
      "2026-03-28T22:00:00.000Z",
    );
  });

  it("hold once where the clock shows an hour twice in autumn", () => {
    const night = week({ sun: [["02:15", "02:45"]] });
    expect(openAt(night, "2026-10-25T00:20Z")).toBe(true);
    expect(openAt(night, "2026-10-25T01:20Z")).toBe(false);
    const through = week({ sun: [["01:00", "05:00"]] });
    for (const time of ["2026-10-24T23:00Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T03:59Z"])
      expect(openAt(through, time)).toBe(true);
    expect(openAt(through, "2026-10-25T04:00Z")).toBe(false);
  });
});

describe("[AGT-5] when people are back", () => {
  const said = (handover: Handover, iso: string, cycle: 24 | 12 = 24) => {
    const back = whenPeopleAreBack(handover, at(iso));
    return back && sayWhenBack(back, cycle);
  };

  it.each([
    ["2026-03-02T07:00Z", "today at 09:00, Berlin time"],
    ["2026-03-02T20:00Z", "tomorrow at 09:00, Berlin time"],
    // In Berlin it is Tuesday already.
    ["2026-03-02T23:30Z", "today at 09:00, Berlin time"],
    ["2026-03-06T20:00Z", "on Monday at 09:00, Berlin time"],
    ["2026-03-02T10:00Z", null],
  ])("at %s it is said to be %s", (now, words) => {
    expect(said(week(OFFICE), now)).toBe(words);
  });

  it("names a week from now, half a day's clock, and clocks without a place", () => {
    const mondays = week({ mon: [["13:05", "17:00"]] }, "America/New_York");
    expect(said(mondays, "2026-03-02T23:00Z", 12)).toBe("next Monday at 1:05 PM, New York time");
    expect(said(week(OFFICE, null), "2026-03-02T08:00Z", 12)).toBe("today at 9:00 AM, UTC");
    expect(said(week({ mon: [["00:30", "01:00"]] }, "Etc/GMT+5"), "2026-03-02T05:00Z", 12)).toBe(
      "today at 12:30 AM, GMT-5",
    );
  });

  it("is not said where they never are", () => {
    expect(said(week({}), "2026-03-02T10:00Z")).toBeNull();
  });
});

describe("[AGT-4] a time zone", () => {
  it.each(["Europe/Berlin", "UTC", "Asia/Kolkata", "America/Argentina/Ushuaia"])("may be %s", (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });
  it.each(["Berlin", "+02:00", "", "Mars/Olympus"])("may not be “%s”", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});
