/** Notes of whose figures are to be worked out anew. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectionOfUrl, type Database, openDatabase } from "../../../server/store/database.ts";
import { markUnsettled, unsettling } from "../../../server/store/unsettled.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ ...connectionOfUrl(database.databaseUrl), max: 1 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

async function siteWith(state: string | null): Promise<string> {
  const siteId = randomUUID();
  await db.sql`
    insert into sites (id, site_key, secret_key, name, origins, currency, locale, mode)
    values (${siteId}, ${siteId}, 'sk', 'Shop', '{}', 'USD', 'en', 'sociable')`;
  if (state !== null) {
    await db.sql`
      insert into experiments (id, site_id, key, name, state, plan, seed, coverage)
      values (${randomUUID()}, ${siteId}, 'greeting', 'Greeting', ${state}, '{}', 'seed', 1)`;
  }
  return siteId;
}

async function unsettledOf(siteId: string): Promise<string[]> {
  const rows = await db.sql<{ visitor_id: string }[]>`
    select visitor_id from unsettled_visitors where site_id = ${siteId} order by visitor_id`;
  return rows.map((row) => row.visitor_id);
}

const note = (siteId: string) => db.sql`
  with stored as (
    select ${siteId}::uuid as site_id, '00000000-0000-4000-8000-000000000001'::uuid as visitor_id
  ), ${unsettling(db.sql, "stored")} select`;
const both = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];

test.each(["running", "paused"])("visitors of a site with a %s experiment are noted", async (state) => {
  const siteId = await siteWith(state);
  await markUnsettled(db.sql, siteId, both);
  expect(await unsettledOf(siteId)).toEqual(both);
});

test.each([null, "draft"])("a site whose only experiment is %s takes no notes", async (state) => {
  const siteId = await siteWith(state);
  await markUnsettled(db.sql, siteId, both);
  await markUnsettled(db.sql, siteId, []);
  await note(siteId);
  expect(await unsettledOf(siteId)).toEqual([]);
});

test.each(["stopped", "archived"])(
  "of an experiment that is %s, only what changes the past is noted",
  async (state) => {
    const siteId = await siteWith(state);
    await note(siteId);
    expect(await unsettledOf(siteId)).toEqual([]);
    await markUnsettled(db.sql, siteId, both);
    expect(await unsettledOf(siteId)).toEqual(both);
  },
);

test("what is stored while an experiment is stopped is noted", async () => {
  const siteId = await siteWith("stopped");
  await db.sql`update experiments set stopped_at = clock_timestamp() where site_id = ${siteId}`;
  await note(siteId);
  expect(await unsettledOf(siteId)).toEqual([both[0]]);
});

test("as a part of another statement, it notes each visitor of that statement's rows once", async () => {
  const siteId = await siteWith("running");
  await db.sql`
    with moved as (
      select ${siteId}::uuid as site_id, visitor::uuid as visitor_id
      from unnest(string_to_array(${[both[0], both[1], both[0]].join()}, ',')) as visitor
      union all select ${siteId}::uuid, null
    ), ${unsettling(db.sql, "moved")}
    select`;
  expect(await unsettledOf(siteId)).toEqual(both);
});
