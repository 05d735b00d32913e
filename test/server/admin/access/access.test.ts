/** Every route of the merchant's side, by who may and who may not. A new route is tried here by itself. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCESS_RULES, type AccessRule } from "../../../../server/admin/access/access-rules.ts";
import { SCOPES, type Scope } from "../../../../server/admin/access/ports.ts";
import { createAdminApi } from "../../../../server/admin/admin-api.ts";
import type { AdminVariables } from "../../../../server/admin/catalog-api.ts";
import { connectionOfUrl, openDatabase } from "../../../../server/store/database.ts";
import { openStore, type Store } from "../../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";
import { type MerchantSide, merchantSide } from "../../../support/merchant-side.ts";
import { noModelReport } from "../../../support/no-model.ts";
import { policyFile } from "../../../support/policy-file.ts";

let database: TestDatabase;
let store: Store;
let side: MerchantSide;
/** The site that is tried, and somebody of each role. */
let siteId: string;
let secretKey: string;
let owner: Record<string, string>;
let editor: Record<string, string>;
let viewer: Record<string, string>;
/** The owner of another site. */
let stranger: Record<string, string>;
let strangersSecret: string;
/** What stands in addresses, by the place before it. */
let ids: Record<string, string>;
const keys = new Map<Scope, string>();
/** In whatever the site keeps, so that it is found wherever it should not be. */
const MARK = "Zanzibar";

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  side = merchantSide(store);
  ({ siteId, secretKey } = await store.sites.create({ name: MARK, origins: [], currency: "EUR" }));
  const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
  strangersSecret = other.secretKey;
  ({ headers: owner } = await side.as("owner", siteId));
  ({ headers: editor } = await side.as("editor", siteId));
  ({ headers: viewer } = await side.as("viewer", siteId));
  ({ headers: stranger } = await side.as("owner", other.siteId));
  for (const scope of SCOPES) {
    const { secret } = await store.keys.create(siteId, { name: scope, scopes: [scope], createdBy: "a test" });
    keys.set(scope, secret);
  }
  ids = await fillSite();
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function fillSite(): Promise<Record<string, string>> {
  const call = async (method: string, path: string, body: unknown) => {
    const answer = await side.request(method, `/api/admin${path}`, { body, headers: owner });
    expect(answer.status, `${method} ${path} ${answer.text}`).toBeLessThan(300);
    return answer.body;
  };
  await call("PUT", "/products/lamp-1", { version: 1, title: `${MARK} lamp`, price: 9 });
  await call("PUT", "/catalog/feed", { url: `https://${MARK.toLowerCase()}.example/feed`, every: "1h" });
  await call("POST", "/experiments", {
    ...{ key: "talk", name: `${MARK} talk` },
    plan: { arms: ["sociable", "informational"], metrics: ["conversion"], minimumEffect: 0.03 },
  });
  const { answer } = await call("POST", "/answers", {
    ...{
      question: `Does ${MARK} deliver?`,
      topic: "shipping",
      about: { type: "shop" },
      text: `${MARK} does.`,
    },
  });
  const { member } = await call("POST", "/members", { email: `${MARK.toLowerCase()}@shop.example` });
  const { key } = await call("POST", "/keys", { name: MARK, scopes: ["read"] });
  await call("POST", "/policies", policyFile({ name: "mark", version: "1" }));
  const visitorId = await store.visitors.create(siteId);
  const { conversationId } = await store.desk.open({
    ...{ siteId, visitorId, fresh: true, mode: "sociable", locale: "en" },
    page: { url: "https://shop.example/", title: MARK },
  });
  await store.desk.storeMessage(conversationId, randomUUID(), `Is there a lamp from ${MARK}?`);
  return {
    ...{ sku: "lamp-1", key: "talk", members: member.id, keys: key.id, visitors: visitorId },
    ...{ conversations: conversationId, imports: randomUUID(), policies: "mark@1", answers: answer.id },
  };
}

const BODIES: Record<string, unknown> = {
  "PATCH /members/:id": { role: "viewer" },
  "POST /members": { email: "new@shop.example", role: "viewer" },
  "POST /keys": { name: "new", scopes: ["write"] },
  "POST /answers": { question: "?", topic: "returns", about: { type: "shop" }, text: "Yes." },
  "PUT /answers/:id": { question: "?", topic: "shipping", about: { type: "shop" }, text: "No." },
  "PUT /products/:sku": { version: 2, title: "Another", price: 1 },
  "PATCH /products/:sku/stock": { version: 3, inStock: false },
  "POST /products": { items: [{ op: "put", sku: "lamp-1", version: 4, title: "Another", price: 1 }] },
  "PUT /catalog/feed": { url: "https://elsewhere.example/feed", every: "1d" },
  "PATCH /experiments/:key": { name: "Another" },
  "POST /policies": policyFile({ name: "another", version: "1" }),
  "POST /policies/use": { policy: "rules" },
  "PUT /policies/weights": { weights: { credibility: 2 }, forbidden: [] },
  "POST /policies/weights/preview": { weights: {}, forbidden: [] },
  "POST /policies/what-if": { policy: "rules" },
  "POST /conversations/:id/replay": { policy: "rules" },
};

const ROUTES = Object.entries(ACCESS_RULES).map(([route, rule]): [string, AccessRule] => [route, rule]);
const GUARDED = ROUTES.filter(([, { role }]) => role !== "anyone");
const CHANGES = GUARDED.filter(([route]) => !route.startsWith("GET "));
/** What no role is asked for: one's own session, and a calculation that keeps nothing. */
const HARMLESS = [
  "DELETE /session",
  "DELETE /sessions",
  "PUT /session/password",
  "POST /session/site",
  "POST /preview",
  "POST /experiments/size",
  "POST /policies/weights/preview",
  "POST /policies/what-if",
  "POST /conversations/:id/replay",
  "POST /settings/preview",
];

function send(route: string, headers: Record<string, string>) {
  const [method = "", path = ""] = route.split(" ");
  const [, place = ""] = path.split(":id")[0]?.match(/(\w+)\/$/) ?? [];
  const address = path
    .replace(":id", ids[place] ?? "")
    .replace(":sku", ids.sku ?? "")
    .replace(":key", ids.key ?? "");
  const query = route === "DELETE /products/:sku" ? "?version=9" : "";
  const body = method === "GET" ? undefined : (BODIES[route] ?? {});
  return side.request(method, `/api/admin${address}${query}`, { body, headers });
}
function routesThereAre(): string[] {
  return side.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/admin/"))
    .map(({ method, path }) => `${method} ${path.slice("/api/admin".length)}`);
}
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

/** Of all that the site keeps, so that any change shows. */
async function digest(): Promise<Record<string, string>> {
  const { sql, close } = openDatabase({ ...connectionOfUrl(database.databaseUrl), max: 1 });
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'site_id' order by table_name`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as sum from "${name}" t where site_id = '${siteId}'`,
    );
    found[name] = row?.sum;
  }
  await close();
  return found;
}

describe("the merchant's side", () => {
  it("[ADM-1] has a rule for each of its routes", () => {
    const routes = routesThereAre();
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => !(route in ACCESS_RULES))).toEqual([]);
  });

  it("[ADM-1] lets nobody in to a route without a rule", async () => {
    const unruled = new Hono<AdminVariables>().get("/unruled", (context) => context.json({ secret: MARK }));
    const api = createAdminApi(
      { siteOfSecret: (key) => store.sites.bySecret(key) },
      store.archive,
      store,
      async () => {
        throw new Error("no catalog is asked for");
      },
      noModelReport(store.modelUsage),
      [unruled],
    );
    const answer = await api.request("/unruled", { headers: bearer(secretKey) });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain(MARK);
  });

  it("[ADM-1] asks an editor or an owner for everything that changes something", () => {
    const free = CHANGES.filter(([, { role }]) => role === "viewer" || role === "member");
    expect(free.map(([route]) => route).sort()).toEqual([...HARMLESS].sort());
    // One opens a page for trying, one is a sign of life; the others work something out and keep nothing.
    expect(CHANGES.filter(([, { audited }]) => audited === null).map(([route]) => route)).toEqual([
      "POST /preview",
      "PUT /conversations/:id/person",
      "POST /settings/preview",
      "POST /policies/weights/preview",
      "POST /policies/what-if",
      "POST /conversations/:id/replay",
      "POST /experiments/size",
    ]);
  });

  it.each(GUARDED)("[ADM-1] %s answers nobody who is not let in", async (route) => {
    for (const headers of [
      {},
      { cookie: "overture_session=none" },
      { cookie: `overture_session=${owner.cookie?.slice(-5)}` },
      bearer("sk_none"),
      { authorization: "Bearer nonsense" },
      { authorization: `Bearer ${keys.get("write")}x` },
    ]) {
      const answer = await send(route, headers);
      expect(answer).toMatchObject({ status: 401, body: { error: { code: "auth/required" } } });
      expect(answer.text).not.toContain(MARK);
    }
  });

  it.each(CHANGES)("[ADM-3] %s takes the token of this very session with a cookie", async (route) => {
    const { cookie = "" } = owner;
    for (const headers of [{ cookie }, { cookie, "x-overture-csrf": "" }, { ...editor, cookie }])
      expect(await send(route, headers)).toMatchObject({
        status: 403,
        body: { error: { code: "auth/csrf" } },
      });
  });

  it("[ADM-1] lets a viewer change nothing, and an editor nothing of people and keys", async () => {
    const before = await digest();
    for (const [route, { role }] of ROUTES) {
      const refused = { status: 403, body: { error: { code: "auth/role-missing" } } };
      if (role === "editor" || role === "owner")
        expect(await send(route, viewer), route).toMatchObject(refused);
      if (role === "owner") expect(await send(route, editor), route).toMatchObject(refused);
    }
    expect(await digest()).toEqual(before);
  });

  it("[ADM-1] lets a viewer read what is read", async () => {
    for (const [route, { role }] of GUARDED) {
      if (!route.startsWith("GET ") || role === "owner") continue;
      expect([401, 403], route).not.toContain((await send(route, viewer)).status);
    }
  });

  it("[ADM-6] lets a key do what its scopes say, and nothing of people and keys", async () => {
    const before = await digest();
    for (const [route, { role, scopes }] of GUARDED)
      for (const [scope, key] of keys) {
        if (scopes.includes(scope) || !routesThereAre().includes(route)) continue;
        const code = role === "member" ? "auth/members-only" : "auth/scope-missing";
        expect(await send(route, bearer(key)), `${scope} ${route}`).toMatchObject({
          status: 403,
          body: { error: { code } },
        });
      }
    expect({ ...(await digest()), api_keys: "" }).toEqual({ ...before, api_keys: "" });
    for (const [scope, route] of [
      ["read", "GET /experiments"],
      ["orders", "GET /outcomes"],
      ["catalog", "GET /products/:sku"],
    ] as const)
      expect((await send(route, bearer(keys.get(scope) ?? ""))).status).toBe(200);
  });

  it("[ADM-1] shows another site's member nothing, and lets them change nothing", async () => {
    const before = await digest();
    for (const headers of [stranger, bearer(strangersSecret)])
      for (const [route, { role }] of GUARDED) {
        if (role === "member") continue;
        const answer = await send(route, headers);
        expect([401, 403, 500], `${route} ${answer.text}`).not.toContain(answer.status);
        expect(answer.text.toLowerCase(), route).not.toContain(MARK.toLowerCase());
      }
    expect(await digest()).toEqual(before);
  });

  it("[ADM-1] opens the site to its own secret key, and to no cookie beside a wrong key", async () => {
    for (const route of ["GET /members", "GET /keys", "GET /audit", "GET /conversations/:id"])
      expect((await send(route, bearer(secretKey))).status).toBe(200);
    expect((await send("GET /session", bearer(secretKey))).body.error.code).toBe("auth/members-only");
    expect((await send("GET /members", { ...owner, ...bearer("sk_none") })).status).toBe(401);
    expect((await send("GET /members", { ...owner, authorization: "Basic eDp5" })).status).toBe(200);
  });
});
