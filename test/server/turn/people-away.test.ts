/** What a shopper is told who asks for a person outside the shop's hours. */
import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { whenPeopleAreBack } from "../../../server/initiative/opening-hours.ts";
import type { PeopleAway } from "../../../server/plan/turn-plan.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

const CLOSED = { sun: [], tue: [], wed: [], thu: [], fri: [], sat: [] };
const BACK = whenPeopleAreBack(
  { timeZone: "Europe/Berlin", hours: { ...CLOSED, mon: [["09:00", "17:30"]] } },
  Date.parse("2026-03-06T20:00Z"),
);

let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
});

async function askForPerson(
  away: PeopleAway | undefined,
  {
    tone = "warm",
    humanAvailable = false,
  }: { tone?: "warm" | "brisk" | "playful"; humanAvailable?: boolean } = {},
) {
  const people = { humanAvailable, ...(away && { away }) };
  const talk = startTalk({ rooms, mode: "sociable", seed: `away-${tone}`, persona: { tone }, people });
  await talk.open();
  return { talk, turn: await talk.say("Can I talk to a real person please?") };
}

describe("[AGT-5] who asks for a person outside the hours", () => {
  it.each(["warm", "brisk", "playful"] as const)(
    "is told when people are back, in a %s tone",
    async (tone) => {
      const { turn } = await askForPerson({ back: BACK, words: null }, { tone });
      expect(turn.text).toMatch(/people are back on Monday at 9:00 AM, Berlin time\./);
      expect(turn.stopped).toEqual([]);
    },
  );

  it("is told so in the merchant's words, and then when people are back", async () => {
    const words = "Our people are home for the night. Ask me whatever you like";
    const { turn } = await askForPerson({ back: BACK, words });
    expect(turn.text).toMatch(
      /Our people are home for the night\. Ask me whatever you like\. (?:P|Our p)eople are back on Monday at 9:00 AM, Berlin time\./,
    );
    expect(turn.stopped).toEqual([]);
  });

  it("is promised no return where people never come, nor where none are meant to", async () => {
    for (const away of [{ back: null, words: null }, undefined]) {
      const { turn } = await askForPerson(away);
      expect(turn.text).toMatch(/team/);
      expect(turn.text).not.toMatch(/ back /);
    }
  });

  it("is offered a person within them", async () => {
    const { turn } = await askForPerson(undefined, { humanAvailable: true });
    expect(turn.text).toMatch(/\b(?:person|people|team)\b/);
    expect(turn.text).not.toMatch(/ back |nobody|no one/i);
  });

  it("is followed up in silence, for nobody is coming", async () => {
    const { talk } = await askForPerson({ back: BACK, words: null });
    talk.append({ type: "human-asked" });
    expect(await talk.stayQuiet()).not.toBeNull();
    const within = await askForPerson(undefined, { humanAvailable: true });
    within.talk.append({ type: "human-asked" });
    expect(await within.talk.stayQuiet()).toBeNull();
  });
});
