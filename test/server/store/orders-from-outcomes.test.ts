/** What an update does with the purchases that were kept as outcomes only. */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectionOfUrl, type Database, openDatabase } from "../../../server/store/database.ts";
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

/** As signed orders were given their outcome's id. */
function idOfOrder(siteId: string, orderId: string): string {
  const hex = createHash("sha256")
    .update(JSON.stringify(["overture order", siteId, orderId]))
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

test("[OUT-1] purchases known before there were orders become orders, each once, a signed one before a reported one", async () => {
  const [siteId, visitorId] = [randomUUID(), randomUUID()];
  await db.sql`
    insert into sites (id, site_key, secret_key, name, origins, currency, locale, mode)
    values (${siteId}, 'pk', 'sk', 'Shop', '{}', 'EUR', 'en', 'sociable')`;
  await db.sql`insert into visitors (id, site_id) values (${visitorId}, ${siteId})`;
  const keep = (
    id: string,
    type: string,
    value: number | null,
    currency: string | null,
    orderId: string | null,
    at: string,
  ) => db.sql`
    insert into outcomes (visitor_id, signal_id, site_id, type, value, currency, order_id, at)
    values (${visitorId}, ${id}, ${siteId}, ${type}, ${value}, ${currency}, ${orderId}, ${at}::text::timestamptz)`;
  const odd = 'ü/"1"';
  const nameless = randomUUID();
  await keep(randomUUID(), "purchase", 9_999, "EUR", odd, "2026-01-01");
  await keep(idOfOrder(siteId, odd), "purchase", 5_000, "eur", odd, "2026-01-02");
  await keep(randomUUID(), "purchase", 70.4, null, "1002", "2026-01-03");
  await keep(randomUUID(), "purchase", -1, "EUR", "1003", "2026-01-03");
  await keep(nameless, "purchase", null, null, null, "2026-01-04");
  await keep(randomUUID(), "cart-add", 1, "EUR", null, "2026-01-05");

  const statement =
    readFileSync("migrations/0009_experiments.sql", "utf8").split("--> statement-breakpoint").at(-1) ?? "";
  await db.sql.unsafe(statement);
  const orders = await db.sql`
    select order_id, visitor_id, value::integer, currency, signed, placed_at::date::text as day from orders
    where site_id = ${siteId} order by placed_at, order_id`;
  expect([...orders]).toEqual([
    { order_id: odd, visitor_id: visitorId, value: 5_000, currency: "EUR", signed: true, day: "2026-01-01" },
    { order_id: "1002", visitor_id: visitorId, value: 70, currency: "EUR", signed: false, day: "2026-01-03" },
    {
      order_id: "1003",
      visitor_id: visitorId,
      value: null,
      currency: null,
      signed: false,
      day: "2026-01-03",
    },
    {
      order_id: nameless,
      visitor_id: visitorId,
      value: null,
      currency: null,
      signed: false,
      day: "2026-01-04",
    },
  ]);
});
