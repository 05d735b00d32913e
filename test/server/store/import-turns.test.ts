import { expect, test } from "vitest";
import { ImportTurns } from "../../../server/store/import-turns.ts";

test("of a site one import goes at a time, of all sites as many as are let, and nobody waits for a busy site", async () => {
  const turns = new ImportTurns(2);
  const begun: string[] = [];
  const take = async (siteId: string, name: string) => {
    const end = await turns.take(siteId);
    begun.push(name);
    return end;
  };
  const first = await take("a", "a1");
  const second = take("a", "a2");
  const other = await take("b", "b1");
  const third = take("c", "c1");
  expect(begun).toEqual(["a1", "b1"]);
  other();
  other();
  const endThird = await third;
  expect(begun).toEqual(["a1", "b1", "c1"]);
  first();
  (await second)();
  endThird();
  expect(begun).toEqual(["a1", "b1", "c1", "a2"]);
});
