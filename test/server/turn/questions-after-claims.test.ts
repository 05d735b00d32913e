import { expect, it } from "vitest";
import { demoRooms } from "../../../bench/ledger-scores.ts";
import { startTalk } from "../../support/talk.ts";

it.each([
  ["and how much does it weigh?", "weight"],
  ["how much does it cost?", "price"],
])("[LED-2] after a comparison %j still asks for the %s itself", async (message, about) => {
  const talk = startTalk({ rooms: await demoRooms(), mode: "sociable", seed: "x" });
  await talk.open();
  await talk.say("I need a backpack for commuting under $150");
  await talk.say("compare the first two");
  const turn = await talk.say(message);
  const told = turn.claims.map(({ statement }) =>
    "attribute" in statement ? statement.attribute : statement.type,
  );
  expect(told).toContain(about);
  expect(told).not.toContain("rating");
});
