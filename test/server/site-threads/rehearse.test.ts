import { expect, test } from "vitest";
import { buildCatalogRooms } from "../../../server/catalog-rooms.ts";
import { rehearse } from "../../../server/site-threads/rehearse.ts";
import { roomsOfFile } from "../../support/talk.ts";

const DEMO = new URL("../../../demo/catalog/catalog.json", import.meta.url).pathname;

test("a rehearsal goes through searches, and answers stay what they were", async () => {
  const rooms = await roomsOfFile(DEMO);
  const query = { preferences: [], text: "backpack", exclude: [], like: null, limit: 5 };
  const before = rooms.catalog.find(query);
  let searches = 0;
  const watched = {
    ...rooms,
    catalog: {
      ...rooms.catalog,
      find: (asked: typeof query) => {
        searches++;
        return rooms.catalog.find(asked);
      },
    },
  };
  let steps = 0;
  await rehearse(watched, "USD", () => ++steps > 60);
  expect(searches).toBeGreaterThan(5);
  expect(rooms.catalog.find(query)).toEqual(before);
});

test("an empty shop is rehearsed too", async () => {
  const rooms = buildCatalogRooms({ version: 1, products: [], reviews: [] }, "USD");
  let steps = 0;
  await expect(rehearse(rooms, "USD", () => ++steps > 20)).resolves.toBeUndefined();
});
