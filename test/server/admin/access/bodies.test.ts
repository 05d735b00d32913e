/** However large a body somebody sends, the server reads no more of it than the route could take. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore, type Store } from "../../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";
import { CONNECTION, merchantSide } from "../../../support/merchant-side.ts";

let database: TestDatabase;
let store: Store;
let secretKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  ({ secretKey } = await store.sites.create({ name: "Lux", origins: [], currency: "EUR" }));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const talk = `/conversations/${randomUUID()}`;
const TOO_MUCH = JSON.stringify({ text: "x".repeat(5 * 2 ** 20) });

it.each([
  ["POST", "/answers"],
  ["PUT", `/answers/${randomUUID()}`],
  ["POST", `${talk}/person`],
  ["POST", `${talk}/messages`],
  ["POST", `${talk}/replay`],
  ["PATCH", "/settings"],
  ["POST", "/settings/preview"],
  ["PATCH", "/site"],
  ["POST", "/members"],
  ["POST", "/keys"],
  ["POST", "/policies"],
  ["POST", "/policies/what-if"],
  ["POST", "/experiments"],
])("[ADM-1] %s %s refuses a body that is too large before it is read", async (method, path) => {
  const { app } = merchantSide(store);
  const headers = {
    authorization: `Bearer ${secretKey}`,
    ...{ "content-type": "application/json", "content-length": String(TOO_MUCH.length) },
  };
  const response = await app.request(`/api/admin${path}`, { method, body: TOO_MUCH, headers }, CONNECTION);
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { code: "payload/too-large" } });
});
