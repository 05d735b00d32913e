/** The first start of a server, and one owner's several sites. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setupUrl } from "../../../server/admin/access/setup-api.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { type MerchantSide, merchantSide } from "../../support/merchant-side.ts";

let database: TestDatabase;
let store: Store;
let side: MerchantSide;

beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  side = merchantSide(store);
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const SECRET = "a secret of the tests";
const TOKEN = setupUrl("https://overture.example", SECRET).split("#")[1] ?? "";
const SHOP = { name: "Velo", origins: ["https://velo.example"], currency: "eur", locale: "en-gb" };
const PERSON = { email: "Mara@velo.example", password: "three quiet lakes in may" };
const begin = (change: object = {}, headers: Record<string, string> = {}) =>
  side.request("POST", "/api/setup", { body: { token: TOKEN, ...PERSON, ...SHOP, ...change }, headers });

describe("the first start", () => {
  it("[ADM-8] makes a site and its owner by the server's link, once, and signs them in", async () => {
    expect((await side.request("GET", "/api/setup")).body).toEqual({ needed: true });
    const begun = await begin();
    expect(begun).toMatchObject({
      status: 200,
      body: {
        member: { email: "mara@velo.example", role: "owner", passwordIsOneTime: false },
        site: { name: "Velo", currency: "EUR", locale: "en-GB" },
      },
    });
    const headers = side.sessionOf(begun);
    expect((await side.request("GET", "/api/admin/site", { headers })).body).toMatchObject({
      origins: ["https://velo.example"],
    });
    expect((await side.request("GET", "/api/admin/audit", { headers })).body.entries).toMatchObject([
      { by: "mara@velo.example", action: "site/create", detail: { name: "Velo" } },
    ]);
    expect((await side.request("GET", "/api/setup")).body).toEqual({ needed: false });
    expect(await begin()).toMatchObject({ status: 409, body: { error: { code: "setup/done" } } });
    expect((await side.signIn(PERSON.email, PERSON.password)).status).toBe(200);
    expect(await store.sites.list()).toHaveLength(1);
  });

  it("[ADM-8] has one owner where two come at the same time", async () => {
    const answers = await Promise.all([begin(), begin({ email: "bea@velo.example" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await store.sites.list()).toHaveLength(1);
  });

  it("[ADM-8] lets nobody in without the link, from another site's page, or too often", async () => {
    expect(await begin({ token: "setup-none" })).toMatchObject({
      status: 401,
      body: { error: { code: "auth/link-invalid" } },
    });
    expect((await begin({}, { "sec-fetch-site": "cross-site" })).body.error.code).toBe("auth/csrf");
    const limits = { allows: async () => false, forgive: async () => {} };
    const slow = merchantSide(store, { limits });
    const tooOften = await slow.request("POST", "/api/setup", { body: { token: TOKEN, ...PERSON, ...SHOP } });
    expect(tooOften.status).toBe(429);
    expect((await side.request("GET", "/api/setup")).body).toEqual({ needed: true });
  });

  it.each([
    [{ origins: [] }, "origins"],
    [{ origins: ["velo.example/shop"] }, "origins.0"],
    [{ currency: "EURO" }, "currency"],
    [{ locale: "english please" }, "locale"],
    [{ name: " " }, "name"],
    [{ email: "mara" }, "email"],
    [{ password: "short" }, "password"],
  ])("[ADM-8] says which of the facts is wrong, and how: %j", async (change, field) => {
    const refused = await begin(change);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: "payload/invalid" } } });
    expect(refused.body.error.message).toMatch(new RegExp(`^${field}: .{15}`));
    expect(await store.sites.list()).toEqual([]);
  });
});

describe("several sites", () => {
  const owner = async () => side.sessionOf(await begin());
  const call = (headers: Record<string, string>, method: string, path: string, body?: unknown) =>
    side.request(method, `/api/admin${path}`, { headers, ...(body !== undefined && { body }) });
  const OTHER = { ...SHOP, name: "Lune", origins: ["https://lune.example"] };

  it("[ADM-9] are one account's, who goes from one to the other with a session of each", async () => {
    const first = await owner();
    const made = await call(first, "POST", "/sites", OTHER);
    expect(made).toMatchObject({ status: 201, body: { site: { name: "Lune" } } });
    expect((await call(first, "GET", "/sites")).body.sites).toMatchObject([
      { name: "Lune", role: "owner", isHere: false },
      { name: "Velo", role: "owner", isHere: true },
    ]);
    const went = await call(first, "POST", "/session/site", { siteKey: made.body.site.siteKey });
    expect(went).toMatchObject({ status: 200, body: { site: { name: "Lune" }, member: { role: "owner" } } });
    const second = side.sessionOf(went);
    expect((await call(second, "GET", "/site")).body.name).toBe("Lune");
    expect((await call(first, "GET", "/session")).status).toBe(401);
  });

  it("[ADM-9] of another account stay shut, also where its address is the same", async () => {
    const first = await owner();
    const strange = await store.sites.create({ name: "Strange", origins: [], currency: "EUR" });
    await store.members.add(strange.siteId, PERSON.email);
    expect((await call(first, "GET", "/sites")).body.sites).toHaveLength(1);
    expect(await call(first, "POST", "/session/site", { siteKey: strange.siteKey })).toMatchObject({
      status: 404,
      body: { error: { code: "site/unknown" } },
    });
    expect((await call(first, "GET", "/session")).status).toBe(200);
  });

  it("[ADM-9] have one password, whose change signs out everywhere else", async () => {
    const first = await owner();
    const { siteKey } = (await call(first, "POST", "/sites", OTHER)).body.site;
    const there = side.sessionOf(await side.signIn(PERSON.email, PERSON.password, siteKey));
    const next = "four quiet lakes in june";
    const changed = await call(first, "PUT", "/session/password", { current: PERSON.password, next });
    expect(changed.status).toBe(200);
    expect((await call(there, "GET", "/session")).status).toBe(401);
    expect((await side.signIn(PERSON.email, PERSON.password, siteKey)).status).toBe(401);
    expect((await side.signIn(PERSON.email, next, siteKey)).status).toBe(200);
  });

  it("[ADM-9] are signed out of together", async () => {
    const first = await owner();
    const { siteKey } = (await call(first, "POST", "/sites", OTHER)).body.site;
    const there = side.sessionOf(await side.signIn(PERSON.email, PERSON.password, siteKey));
    expect((await call(first, "DELETE", "/sessions")).status).toBe(200);
    expect((await call(there, "GET", "/session")).status).toBe(401);
  });

  it("[ADM-9] are not opened by a link that another owner of one of them could have made and used", async () => {
    const first = await owner();
    const { siteKey } = (await call(first, "POST", "/sites", OTHER)).body.site;
    const there = side.sessionOf(await side.signIn(PERSON.email, PERSON.password, siteKey));
    const [mara] = (await call(there, "GET", "/members")).body.members;
    const { url } = (await call(there, "POST", `/members/${mara.id}/link`)).body;
    const welcomed = await side.request("POST", "/api/welcome", {
      body: { token: url.split("#")[1], password: "a password of somebody else's" },
    });
    const stolen = side.sessionOf(welcomed);
    expect((await call(stolen, "GET", "/sites")).body.sites).toMatchObject([{ name: "Lune" }]);
    const { siteKey: velo } = (await call(first, "GET", "/site")).body;
    expect((await call(stolen, "POST", "/session/site", { siteKey: velo })).status).toBe(404);
    expect((await side.signIn(PERSON.email, PERSON.password, velo)).status).toBe(200);
  });

  it("[ADM-9] are changed by their owners, and by nobody who looks", async () => {
    const headers = await owner();
    const changes = { origins: ["https://velo.example", "https://*.velo.example"], locale: "de-de" };
    expect(await call(headers, "PATCH", "/site", changes)).toMatchObject({
      status: 200,
      body: { name: "Velo", ...changes, locale: "de-DE" },
    });
    expect((await call(headers, "PATCH", "/site", { origins: ["velo"] })).status).toBe(400);
    expect((await call(headers, "PATCH", "/site", {})).status).toBe(400);
    const [site] = await store.sites.list();
    const viewer = await side.as("viewer", site?.id ?? "");
    expect((await call(viewer.headers, "GET", "/site")).status).toBe(200);
    for (const [method, path] of [
      ["PATCH", "/site"],
      ["POST", "/sites"],
      ["POST", "/site/rotate-key"],
    ] as const)
      expect((await call(viewer.headers, method, path, OTHER)).body.error.code).toBe("auth/role-missing");
  });

  it("[ADM-9] get a new secret key when their own site key is named, and the one before ends", async () => {
    const headers = await owner();
    const { siteKey } = (await call(headers, "GET", "/site")).body;
    expect((await call(headers, "POST", "/site/rotate-key", { siteKey: "pk_other" })).status).toBe(400);
    const { secretKey } = (await call(headers, "POST", "/site/rotate-key", { siteKey })).body;
    const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
    expect((await call(bearer(secretKey), "GET", "/site")).status).toBe(200);
    const again = (await call(headers, "POST", "/site/rotate-key", { siteKey })).body.secretKey;
    expect((await call(bearer(secretKey), "GET", "/site")).status).toBe(401);
    const { text } = await call(headers, "GET", "/audit");
    expect(text).toContain("site/rotate-key");
    expect(text).not.toContain(again);
  });
});
