/** Only the return of people that the hours bear out is said. */
import { beforeAll, describe, expect, it } from "vitest";
import type { PeopleBack } from "../../../server/initiative/opening-hours.ts";
import type { TurnPlan } from "../../../server/plan/turn-plan.ts";
import type { CheckSentence } from "../../../server/turn/ports.ts";
import { roomsOfFile } from "../../support/talk.ts";

let check: CheckSentence;
beforeAll(async () => {
  ({ check } = await roomsOfFile("demo/catalog/catalog.json"));
});

const BACK: PeopleBack = { day: "mon", isNextWeek: false, time: "09:00", clock: "Berlin time" };
const planTelling = (back: PeopleBack | null): TurnPlan => ({
  respondsTo: { type: "opening" },
  moves: [
    {
      strategy: "transparency",
      contents: [{ type: "offer-person", available: false, away: { back, words: null } }],
    },
  ],
  ...{ claims: [], products: [], cards: [], replies: [], settled: [] },
  ...{ invitation: null, stance: null, anticipates: null, asks: null, farewell: false },
});
const verdict = (sentence: string, back: PeopleBack | null = BACK) =>
  check(sentence, planTelling(back), {
    persona: { name: "Ada", shop: "Lux", tone: "warm", emoji: false },
    locale: "en-GB",
    heard: [],
  }).type;

describe("[AGT-5] the guard", () => {
  it.each([
    "Nobody from the team is here just now; people are back on Monday at 09:00, Berlin time.",
    "People are back on Monday at 9:00 AM, Berlin time.",
  ])("lets “%s” pass where the hours say so", (sentence) => {
    expect(verdict(sentence)).toBe("pass");
    expect(verdict(sentence, null)).not.toBe("pass");
  });

  it.each([
    "People are back on Tuesday at 09:00, Berlin time.",
    "People are back on Monday at 10:00, Berlin time.",
    "The grinder is back on Monday at 09:00, Berlin time.",
    "People are back on Monday at 09:00, Berlin time, with 20% off everything.",
  ])("stops “%s” all the same", (sentence) => {
    expect(verdict(sentence)).not.toBe("pass");
  });
});
