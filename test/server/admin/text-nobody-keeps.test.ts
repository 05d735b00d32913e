/** What a clumsy or a malicious merchant sends is refused in words, or kept as far as it can be: no request makes the server fail. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uploadQuerySchema } from "../../../server/admin/catalog-uploads.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { type MerchantSide, merchantSide } from "../../support/merchant-side.ts";

/** PostgreSQL keeps neither a NUL nor half of a surrogate pair. */
const BROKEN = "Ti\u0000ll\ud800e";
const KEPT = "Ti\ufffdll\ufffde";

let database: TestDatabase;
let store: Store;
let side: MerchantSide;
let headers: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  side = merchantSide(store);
  const { siteId } = await store.sites.create({ name: "Lux", origins: [], currency: "EUR" });
  ({ headers } = await side.as("owner", siteId));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const call = (method: string, path: string, body?: unknown) =>
  side.request(method, `/api/admin${path}`, { body, headers });

describe("[ADM-1] text that cannot be kept", () => {
  it("is kept with a mark in its place, of the shop, of the agent and of why a policy was chosen", async () => {
    expect((await call("PATCH", "/site", { name: BROKEN })).body).toMatchObject({ name: KEPT });
    const site = { name: BROKEN, origins: ["https://b.example"], currency: "EUR", locale: "en" };
    expect((await call("POST", "/sites", site)).body).toMatchObject({ site: { name: KEPT } });
    const changed = await call("PATCH", "/settings", { agent: { name: BROKEN } });
    expect(changed.body.settings.agent.name).toBe(KEPT);
    const used = await call("POST", "/policies/use", { policy: "rules", why: BROKEN });
    expect(used.body.change).toMatchObject({ why: KEPT });
  });

  it("is kept so of an uploaded file's name", () => {
    expect(uploadQuerySchema.parse({ name: BROKEN }).name).toBe(KEPT);
  });

  it("is looked for and not found", async () => {
    for (const path of ["/conversations?query=a%00b", "/insight/strategies?kind=a%00b"])
      expect(await call("GET", path), path).toMatchObject({ status: 200 });
  });
});

describe("[ADM-1] what no database and nobody reads", () => {
  it.each(["gap=1e400", "from=0000-01-01", "before=9999-12-31T23:59:59-23:59", "from=yesterday"])(
    "is refused in a list of conversations: %s",
    async (query) => {
      const refused = await call("GET", `/conversations?${query}`);
      expect(refused).toMatchObject({ status: 400, body: { error: { code: "payload/invalid" } } });
      expect(refused.body.error.message).toContain(query.split("=")[0]);
    },
  );

  it("is refused as an address or a locale of any length, and as settings of any size", async () => {
    const origin = `https://${"x".repeat(3_000)}.example`;
    expect(await call("PATCH", "/site", { origins: [origin] })).toMatchObject({ status: 400 });
    const locale = `en-u-${Array.from({ length: 100 }, (_, at) => `a${String(at).padStart(3, "0")}`).join("-")}`;
    expect(await call("PATCH", "/site", { locale })).toMatchObject({ status: 400 });
    const avatarUrl = `https://x.example/${"x".repeat(3_000)}`;
    expect(await call("PATCH", "/settings", { agent: { avatarUrl } })).toMatchObject({
      status: 400,
      body: { problems: [{ setting: "agent.avatarUrl" }] },
    });
    const some = await call("PATCH", "/settings", { opening: { withheld: Array(1_000).fill("x") } });
    expect(some.body.problems.length).toBeLessThanOrEqual(50);
    const many = { opening: { withheld: Array(100_000).fill("x") } };
    expect(await call("PATCH", "/settings", many)).toMatchObject({
      status: 413,
      body: { error: { code: "payload/too-large" } },
    });
  });

  it("is refused as an answer that has nothing to read in it", async () => {
    const answer = {
      question: "Do you wrap gifts?",
      topic: "shipping",
      about: { type: "shop" },
      text: "\u200b",
    };
    expect(await call("POST", "/answers", answer)).toMatchObject({ status: 400 });
    expect(await call("POST", "/answers", { ...answer, text: "Yes.", question: "\u200b?" })).toMatchObject({
      status: 400,
    });
  });
});
