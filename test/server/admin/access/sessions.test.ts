import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSignInLimits } from "../../../../server/gateway/rate-limits.ts";
import { connectionOfUrl, openDatabase } from "../../../../server/store/database.ts";
import { openStore, type Store } from "../../../../server/store/open-store.ts";
import { sessionRepository } from "../../../../server/store/session-repository.ts";
import { createTestDatabase, type TestDatabase } from "../../../support/database.ts";
import { type MerchantSide, merchantSide } from "../../../support/merchant-side.ts";

let database: TestDatabase;
let store: Store;
let side: MerchantSide;
let siteId: string;
let siteKey: string;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  side = merchantSide(store);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId, siteKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
});

describe("signing in", () => {
  it("[ADM-2] opens a session that a cookie carries, and says who is where", async () => {
    const { password } = await store.members.add(siteId, "Ada@velo.example");
    const answer = await side.signIn(" ada@Velo.example", password);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        member: { email: "ada@velo.example", role: "owner", passwordIsOneTime: true },
        site: { siteKey, name: "Velo", currency: "EUR", locale: "en" },
        csrf: expect.stringMatching(/^[\w-]{43}$/),
      },
    });
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^overture_session=[\w-]{43}; /);
    for (const part of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Secure");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const headers = side.sessionOf(answer);
    const again = await side.request("GET", "/api/admin/session", { headers });
    expect(again).toMatchObject({ status: 200, body: answer.body });
    expect((await side.request("GET", "/api/admin/session")).status).toBe(401);
  });

  it("[ADM-2] asks for a secure connection where the server has one", async () => {
    const secure = merchantSide(store, { publicUrl: "https://overture.example" });
    const { password } = await store.members.add(siteId, "ada@velo.example");
    const answer = await secure.signIn("ada@velo.example", password, siteKey);
    expect(answer.headers.get("set-cookie")).toContain("Secure");
  });

  it("[ADM-2] keeps of the cookie a hash only", async () => {
    const { headers } = await side.as("owner", siteId);
    const { sql, close } = openDatabase(connectionOfUrl(database.databaseUrl));
    const kept = JSON.stringify(await sql`select * from sessions`);
    await close();
    expect(kept.length).toBeGreaterThan(50);
    expect(kept).not.toContain(headers.cookie.split("=")[1]);
  });

  it("[ADM-4] refuses a wrong password and an unknown address in the same words", async () => {
    await store.members.add(siteId, "ada@velo.example");
    const wrong = await side.signIn("ada@velo.example", "not the password", siteKey);
    const unknown = await side.signIn("nobody@velo.example", "not the password", siteKey);
    const elsewhere = await side.signIn("ada@velo.example", "not the password", "pk_none");
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: "auth/wrong" } } });
    expect(unknown.text).toBe(wrong.text);
    expect(elsewhere.text).toBe(wrong.text);
    for (const { headers } of [wrong, unknown, elsewhere]) expect(headers.get("set-cookie")).toBeNull();
  });

  it("[ADM-2] asks which site where the address and the password are good for several", async () => {
    const other = await store.sites.create({ name: "Lux", origins: [], currency: "USD" });
    const email = `both@${siteId}.example`;
    const first = await store.members.add(siteId, email);
    const second = await store.members.add(other.siteId, email);
    // With passwords of their own, there is nothing to ask.
    expect((await side.signIn(email, second.password)).body.site.name).toBe("Lux");
    await store.members.setPassword(first.member.id, "the same for both");
    await store.members.setPassword(second.member.id, "the same for both");
    const asked = await side.signIn(email, "the same for both");
    expect(asked).toMatchObject({
      status: 409,
      body: {
        error: { code: "auth/which-site" },
        sites: [
          { siteKey, name: "Velo" },
          { siteKey: other.siteKey, name: "Lux" },
        ],
      },
    });
    expect(asked.headers.get("set-cookie")).toBeNull();
    expect((await side.signIn(email, "the same for both", other.siteKey)).body.site.name).toBe("Lux");
  });

  it("[ADM-4] is tried only so often, for an address that nobody has as well, and a right one is forgiven", async () => {
    const limited = merchantSide(store, {
      limits: createSignInLimits(null, { address: 60, email: 2, seconds: 900 }),
    });
    const { password } = await store.members.add(siteId, "ada@velo.example");
    expect((await limited.signIn("nobody@velo.example", "wrong", siteKey)).status).toBe(401);
    expect((await limited.signIn("ada@velo.example", password, siteKey)).status).toBe(200);
    expect((await limited.signIn("NOBODY@velo.example ", "wrong", siteKey)).status).toBe(401);
    const stopped = await limited.signIn("nobody@velo.example", "wrong", siteKey);
    expect(stopped).toMatchObject({ status: 429, body: { error: { code: "rate/too-fast" } } });
    expect((await limited.signIn("ada@velo.example", password, siteKey)).status).toBe(200);
  });

  it("[ADM-4] is limited by address, whatever e-mail addresses are tried", async () => {
    const tried: string[] = [];
    const limited = merchantSide(store, {
      limits: {
        allows: async (what, key) => {
          tried.push(`${what} ${key}`);
          return what !== "address";
        },
        forgive: async () => {},
      },
    });
    expect((await limited.signIn("a@velo.example", "wrong")).status).toBe(429);
    expect(tried).toEqual(["address 203.0.113.9"]);
  });

  it("[ADM-3] is not done by a form or a page of another site", async () => {
    const { password } = await store.members.add(siteId, "ada@velo.example");
    const body = { email: "ada@velo.example", password, siteKey };
    const form = await side.request("POST", "/api/admin/session", {
      body,
      headers: { "content-type": "text/plain" },
    });
    expect(form.status).toBe(400);
    const page = await side.request("POST", "/api/admin/session", {
      body,
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(page).toMatchObject({ status: 403, body: { error: { code: "auth/csrf" } } });
  });
});

describe("a session", () => {
  it("[ADM-2] ends here, or everywhere", async () => {
    const { headers, member, password } = await side.as("editor", siteId);
    const other = side.sessionOf(await side.signIn(member.email, password));
    const third = side.sessionOf(await side.signIn(member.email, password));
    const isIn = async (session: Record<string, string>) =>
      (await side.request("GET", "/api/admin/session", { headers: session })).status === 200;
    const out = await side.request("DELETE", "/api/admin/session", { headers });
    expect(out.headers.get("set-cookie")).toMatch(/overture_session=;.*Max-Age=0/);
    expect([await isIn(headers), await isIn(other), await isIn(third)]).toEqual([false, true, true]);
    await side.request("DELETE", "/api/admin/sessions", { headers: other });
    expect([await isIn(other), await isIn(third)]).toEqual([false, false]);
  });

  it("[ADM-2] ends everywhere but here when the password is changed", async () => {
    const { headers, member, password } = await side.as("viewer", siteId);
    const other = side.sessionOf(await side.signIn(member.email, password));
    const change = (current: string, next: string) =>
      side.request("PUT", "/api/admin/session/password", { headers, body: { current, next } });
    expect(await change("a wrong one", "a password of mine")).toMatchObject({
      status: 403,
      body: { error: { code: "auth/wrong" } },
    });
    expect((await change(password, "short")).body.error.message).toContain("12 characters");
    expect((await change(password, password)).status).toBe(400);
    expect((await change(password, `x ${member.email}`)).status).toBe(400);
    const changed = await change(password, "a password of mine");
    expect(changed).toMatchObject({ status: 200, body: { member: { passwordIsOneTime: false } } });
    for (const session of [headers, other])
      expect((await side.request("GET", "/api/admin/session", { headers: session })).status).toBe(401);
    const now = side.sessionOf(changed);
    expect((await side.request("GET", "/api/admin/session", { headers: now })).body.csrf).toBe(
      now["x-overture-csrf"],
    );
    expect((await side.signIn(member.email, password)).status).toBe(401);
    expect((await side.signIn(member.email, "a password of mine")).status).toBe(200);
  });

  it("[ADM-2] ends after two weeks without use, and after sixty days in any case", async () => {
    const { member } = await store.members.add(siteId, "ada@velo.example");
    const connection = openDatabase(connectionOfUrl(database.databaseUrl));
    let at = Date.UTC(2026, 0, 1);
    const sessions = sessionRepository(connection, () => new Date(at));
    const { token: unused } = await sessions.open(member.id, "");
    const { token: used } = await sessions.open(member.id, "");
    const start = at;
    at = start + 13 * DAY_MS;
    expect(await sessions.read(used)).not.toBeNull();
    at = start + 15 * DAY_MS;
    expect(await sessions.read(unused)).toBeNull();
    for (let day = 26; day < 60; day += 13) {
      at = start + day * DAY_MS;
      expect(await sessions.read(used)).not.toBeNull();
    }
    at = start + 60 * DAY_MS;
    expect(await sessions.read(used)).toBeNull();
    await connection.close();
  });
});
