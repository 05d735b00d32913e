import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeApi } from "../../../../server/admin/openapi.ts";
import { connectionOfUrl, openDatabase } from "../../../../server/store/database.ts";
import { memberRepository } from "../../../../server/store/member-repository.ts";
import { openStore, type Store } from "../../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";
import { type MerchantSide, merchantSide } from "../../../support/merchant-side.ts";

let database: TestDatabase;
let store: Store;
let side: MerchantSide;
let siteId: string;
let secretKey: string;
let owner: Awaited<ReturnType<MerchantSide["as"]>>;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  side = merchantSide(store, { publicUrl: "https://overture.example" });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId, secretKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
  owner = await side.as("owner", siteId);
});

const asOwner = (method: string, path: string, body?: unknown) =>
  side.request(method, `/api/admin${path}`, { body, headers: owner.headers });
const welcome = (token: string, password: string) =>
  side.request("POST", "/api/welcome", { body: { token, password } });

describe("members", () => {
  it("[ADM-5] are invited by a link, which lets them choose a password once", async () => {
    const invited = await asOwner("POST", "/members", { email: "Bea@velo.example", role: "editor" });
    expect(invited).toMatchObject({
      status: 201,
      body: { member: { email: "bea@velo.example", role: "editor", passwordIsOneTime: true } },
    });
    const { url, expiresAt } = invited.body.link;
    expect(url).toMatch(/^https:\/\/overture\.example\/dashboard\/welcome#[\w-]{43}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(47.9 * 3_600_000);
    const token = url.split("#")[1];
    expect((await welcome(token, "short")).status).toBe(400);
    const welcomed = await welcome(token, "a password of bea's");
    expect(welcomed).toMatchObject({
      status: 200,
      body: { member: { role: "editor", passwordIsOneTime: false }, site: { name: "Velo" } },
    });
    const session = side.sessionOf(welcomed);
    expect((await side.request("GET", "/api/admin/session", { headers: session })).status).toBe(200);
    const again = await welcome(token, "another password");
    expect(again).toMatchObject({ status: 401, body: { error: { code: "auth/link-invalid" } } });
    expect((await welcome("none", "another password")).text).toBe(again.text);
    expect((await asOwner("POST", "/members", { email: "bea@velo.example" })).status).toBe(409);
  });

  it("[ADM-5] are given a link to reset, which is good for two days, voids those before, and signs them out", async () => {
    const bea = await side.as("viewer", siteId);
    const path = `/members/${bea.member.id}/link`;
    const first = (await asOwner("POST", path)).body.url.split("#")[1];
    const second = (await asOwner("POST", path)).body.url.split("#")[1];
    expect((await welcome(first, "a password of bea's")).status).toBe(401);
    // Until it is used, nothing is reset.
    expect((await side.request("GET", "/api/admin/session", { headers: bea.headers })).status).toBe(200);
    expect((await welcome(second, "a password of bea's")).status).toBe(200);
    expect((await side.request("GET", "/api/admin/session", { headers: bea.headers })).status).toBe(401);
    expect((await side.signIn(bea.member.email, bea.password)).status).toBe(401);

    const connection = openDatabase(connectionOfUrl(database.databaseUrl));
    let at = Date.now();
    const members = memberRepository(connection, () => new Date(at));
    const { token } = await members.openLink(bea.member.id);
    expect(JSON.stringify(await connection.sql`select * from member_links`)).not.toContain(token);
    at += 48 * 3_600_000 + 1;
    expect(await members.useLink(token, "a password of bea's")).toBeNull();
    await connection.close();
  });

  it("[ADM-5] are used up once, also by two at the same moment", async () => {
    const { token } = await store.members.openLink(owner.member.id);
    const used = await Promise.all([welcome(token, "the first password"), welcome(token, "the second one!")]);
    expect(used.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it("[ADM-1] have a role that owners change, and that holds at once", async () => {
    const bea = await side.as("viewer", siteId);
    const create = () =>
      side.request("PUT", "/api/admin/products/a", {
        headers: bea.headers,
        body: { version: 1, title: "Lamp", price: 1 },
      });
    expect((await create()).status).toBe(403);
    const promoted = await asOwner("PATCH", `/members/${bea.member.id}`, { role: "editor" });
    expect(promoted.body).toEqual({
      member: { ...bea.member, siteId: undefined, role: "editor", passwordIsOneTime: false },
    });
    expect((await create()).status).toBe(200);
    const listed = (await asOwner("GET", "/members")).body.members;
    expect(listed).toMatchObject([
      { email: owner.member.email, role: "owner" },
      { email: bea.member.email, role: "editor", passwordIsOneTime: false, lastSeenAt: expect.any(String) },
    ]);
    expect(JSON.stringify(listed)).not.toContain("scrypt");
    expect((await asOwner("DELETE", `/members/${bea.member.id}`)).status).toBe(200);
    expect((await create()).status).toBe(401);
    expect((await asOwner("DELETE", `/members/${bea.member.id}`)).body.error.code).toBe("member/unknown");
  });

  it("[ADM-1] keep an owner among them, also where two owners remove each other", async () => {
    for (const last of [
      await asOwner("DELETE", `/members/${owner.member.id}`),
      await asOwner("PATCH", `/members/${owner.member.id}`, { role: "editor" }),
    ])
      expect(last).toMatchObject({ status: 409, body: { error: { code: "member/last-owner" } } });
    const second = await side.as("owner", siteId, "second@velo.example");
    const removed = await Promise.all([
      store.members.remove(siteId, owner.member.id),
      store.members.remove(siteId, second.member.id),
    ]);
    expect(removed.sort()).toEqual(["done", "last-owner"]);
  });
});

describe("API keys", () => {
  it("[ADM-6] are told once, kept as a hash, and gone when removed", async () => {
    const created = await asOwner("POST", "/keys", { name: "Stock sync", scopes: ["catalog", "catalog"] });
    const { secret, key } = created.body;
    expect(created.status).toBe(201);
    expect(secret).toMatch(/^sk_[\w-]{43}$/);
    expect(key).toMatchObject({
      ...{ name: "Stock sync", scopes: ["catalog"], ending: secret.slice(-4), lastUsedAt: null },
      createdBy: owner.member.email,
    });
    const use = () =>
      side.request("GET", "/api/admin/catalog/imports", { headers: { authorization: `Bearer ${secret}` } });
    expect((await use()).status).toBe(200);
    const listed = await asOwner("GET", "/keys");
    expect(listed.body.keys).toMatchObject([{ id: key.id, lastUsedAt: expect.any(String) }]);
    expect(listed.text).not.toContain(secret);
    const { sql, close } = openDatabase(connectionOfUrl(database.databaseUrl));
    expect(JSON.stringify(await sql`select * from api_keys`)).not.toContain(secret);
    await close();
    expect((await asOwner("DELETE", `/keys/${key.id}`)).status).toBe(200);
    expect((await use()).status).toBe(401);
    expect((await asOwner("DELETE", `/keys/${key.id}`)).status).toBe(404);
    expect((await asOwner("POST", "/keys", { name: "x", scopes: ["everything"] })).status).toBe(400);
  });
});

describe("the audit log", () => {
  const entries = async () => (await asOwner("GET", "/audit?limit=500")).body.entries;

  it("[ADM-7] says who changed what, when and from where, the latest first", async () => {
    const { body } = await asOwner("POST", "/keys", { name: "Stock sync", scopes: ["catalog"] });
    await asOwner("PUT", "/catalog/feed", { url: "https://user:hush-hush@velo.example/feed", every: "1h" });
    await asOwner("POST", "/experiments", {
      ...{ key: "talk", by: "somebody else" },
      plan: { arms: ["sociable", "informational"], metrics: ["conversion"], minimumEffect: 0.03 },
    });
    for (const version of [1, 2, 3])
      await side.request("PATCH", "/api/admin/products/lamp/stock", {
        body: { version, inStock: true },
        headers: { authorization: `Bearer ${body.secret}` },
      });
    await side.request("PUT", "/api/admin/products/lamp", {
      body: { version: 9, title: "Lamp", price: 1 },
      headers: { authorization: `Bearer ${secretKey}` },
    });
    const log = await entries();
    const by = owner.member.email;
    const from = "203.0.113.9";
    expect(log).toMatchObject([
      { by: "secret key", from, action: "product/put", detail: { sku: "lamp" }, times: 1 },
      { by, from, action: "experiment/create", detail: { key: "talk" } },
      { by, from, action: "catalog/feed-set" },
      { by, from, action: "key/create", detail: { name: "Stock sync", scopes: ["catalog"] } },
      { by, from, action: "member/welcome" },
    ]);
    expect(Date.now() - Date.parse(log[0].at)).toBeLessThan(60_000);
    for (const secret of [body.secret, "hush-hush", "correct horse"])
      expect(JSON.stringify(log)).not.toContain(secret);
    const { changes } = (await asOwner("GET", "/experiments/talk/changes")).body;
    expect(changes[0].by).toBe(by);
  });

  it("[ADM-7] counts what a program does over and over in one entry", async () => {
    const { secret } = await store.keys.create(siteId, { name: "Sync", scopes: ["catalog"], createdBy: "x" });
    for (const version of [1, 2, 3])
      await side.request("PUT", "/api/admin/products/lamp", {
        body: { version, title: "Lamp", price: version },
        headers: { authorization: `Bearer ${secret}` },
      });
    const pushes = (await entries()).filter(({ action }: { action: string }) => action === "product/put");
    // Where a minute ends in between, there are two.
    expect(pushes.length).toBeLessThanOrEqual(2);
    expect(pushes.reduce((sum: number, { times }: { times: number }) => sum + times, 0)).toBe(3);
    expect(pushes[0].by).toBe("key Sync");
  });

  it("[ADM-7] is silent of what was refused, and is read page by page", async () => {
    const before = (await entries()).length;
    await asOwner("DELETE", "/keys/none");
    await asOwner("POST", "/members", { email: "no address" });
    expect((await entries()).length).toBe(before);
    for (const name of ["a", "b", "c"]) await asOwner("POST", "/keys", { name, scopes: ["read"] });
    const first = (await asOwner("GET", "/audit?limit=2")).body.entries;
    const second = (await asOwner("GET", `/audit?limit=2&before=${first[1].id}`)).body.entries;
    const names = [...first, ...second].map(({ detail }: { detail: { name?: string } }) => detail.name);
    expect(names.slice(0, 3)).toEqual(["c", "b", "a"]);
    expect((await asOwner("GET", "/audit?limit=none")).status).toBe(400);
  });
});

describe("the OpenAPI document", () => {
  it("tells of every route of the merchant's side", () => {
    const { paths } = describeApi("1") as { paths: Record<string, Record<string, unknown>> };
    const told = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = side.app.routes
      .filter(({ method, path }) => method !== "ALL" && path !== "/api/openapi.json" && path !== "/*")
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    expect(routes.filter((route) => !told.includes(route))).toEqual([]);
  });
});
