/** `/api/admin/policies` over a real store: versions, promotion, rollback, and refusals with their reasons. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { type MerchantSide, merchantSide } from "../../support/merchant-side.ts";
import { policyFile } from "../../support/policy-file.ts";

let database: TestDatabase;
let store: Store;
let side: MerchantSide;
let siteId: string;
let editor: Record<string, string>;
let viewer: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  side = merchantSide(store, {
    turns: {
      async replay({ conversationId, policy }) {
        return [{ turnId: `${conversationId} by ${policy}`, seq: 1, turn: null }];
      },
    },
  });
  ({ siteId } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
  ({ headers: editor } = await side.as("editor", siteId));
  ({ headers: viewer } = await side.as("viewer", siteId));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const call = (method: string, path: string, body?: unknown, headers = editor) =>
  side.request(method, `/api/admin/policies${path}`, { body, headers });
const inUse = async () => (await call("GET", "")).body.inUse;

describe("[POL-9] a site's policies", () => {
  test("are listed with their training records, those that ship and what learns included", async () => {
    const { body } = await call("GET", "", undefined, viewer);
    const named = (policy: string) => body.policies.find((one: { policy: string }) => one.policy === policy);
    expect(named("planner")).toMatchObject({
      ...{ origin: "shipped", inUse: true, buildsOn: "inspired" },
      training: { by: "self-play", figures: { success: 0.831 } },
    });
    expect(named("rules")).toMatchObject({ origin: "shipped", inUse: false, training: null });
    expect(named("bandit")).toMatchObject({ origin: "learning", version: null });
    expect(body).toMatchObject({ inUse: "planner", changes: [], rollBackTo: null });
  });

  test("a file is registered once, tells its record, and comes back as it was", async () => {
    const file = policyFile({ name: "terse", version: "1" });
    expect((await call("POST", "", file)).status).toBe(201);
    expect((await call("POST", "", file)).body).toEqual({ policy: "terse@1", outcome: "there already" });
    const { body } = await call("GET", "/terse@1", undefined, viewer);
    expect(body.file).toEqual(file);
    expect(body.policy).toMatchObject({ origin: "registered", training: { by: "hand" }, inUse: false });
    const other = await call(
      "POST",
      "",
      policyFile({ name: "terse", version: "1", exploration: { floor: 0, uniform: 0.5 } }),
    );
    expect(other).toMatchObject({ status: 409, body: { error: { code: "policy/version-taken" } } });
  });

  test.each([
    ["not JSON", "policy/not-a-policy", undefined],
    ["of another kind", "policy/not-a-policy", {}],
    ["of another format", "policy/other-format", { ...policyFile(), format: "overture-policy/9" }],
    ["damaged", "policy/damaged", { ...policyFile(), model: 1 }],
    [
      "built on what is not there",
      "policy/base-missing",
      policyFile({
        model: {
          type: "change",
          of: "nowhere",
          change: { strategies: ["yield"], features: [], bias: [0], weights: [[]] },
        },
      }),
    ],
  ])("a file that is %s is refused with %s and a reason", async (_, code, file) => {
    const answer = await call("POST", "", file);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code, message: expect.stringMatching(/.{20,}\.$/) });
  });

  test("one is put in use in somebody's name and with a reason, and taken back", async () => {
    const used = await call("POST", "/use", { policy: "terse@1", why: "shorter" });
    expect(used.body.change).toMatchObject({
      ...{ from: "planner", to: "terse@1", why: "shorter" },
      by: expect.stringMatching(/^editor@/),
    });
    expect(await inUse()).toBe("terse@1");
    expect((await store.sites.byId(siteId))?.settings.policy).toBe("terse@1");
    expect((await call("GET", "")).body.rollBackTo).toBe("planner");

    const back = await call("POST", "/rollback");
    expect(back.body.change).toMatchObject({ from: "terse@1", to: "planner", why: "back from terse@1" });
    expect(await inUse()).toBe("planner");
    const audit = (await store.audit.list(siteId, { before: null, limit: 2 })).map(({ action }) => action);
    expect(audit).toEqual(["policy/rollback", "policy/use"]);
    const { body } = await call("GET", "/terse@1");
    expect(body.changes).toHaveLength(2);
  });

  test("putting in use what is in use changes nothing, so that going back still leads somewhere else", async () => {
    const before = (await call("GET", "")).body.changes.length;
    expect((await call("POST", "/use", { policy: "planner" })).body.change).toBeNull();
    expect((await call("GET", "")).body.changes).toHaveLength(before);
  });

  test("what can't be used is refused with the reason, and the policy in use stays", async () => {
    const gone = await call("POST", "/use", { policy: "terse@9" });
    expect(gone).toMatchObject({ status: 409, body: { error: { code: "policy/unusable" } } });
    expect(gone.body.error.message).toMatch(/planner stays: .*no policy terse of the version 9/);
    expect(await inUse()).toBe("planner");
    expect((await call("GET", "/terse@9")).status).toBe(404);
  });

  test("a viewer changes nothing, and another site has none of it", async () => {
    expect((await call("POST", "/use", { policy: "rules" }, viewer)).status).toBe(403);
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    const { headers: stranger } = await side.as("owner", other.siteId);
    expect((await call("GET", "/terse@1", undefined, stranger)).status).toBe(404);
    expect((await call("POST", "/use", { policy: "terse@1" }, stranger)).status).toBe(409);
    const nothing = await call("POST", "/rollback", undefined, stranger);
    expect(nothing).toMatchObject({ status: 409, body: { error: { code: "policy/never-changed" } } });
  });

  test("says which experiments keep a policy of their own", async () => {
    const plan = { arms: ["policy:rules", "policy:planner"], metrics: ["conversion"], minimumEffect: 0.05 };
    const made = await side.request("POST", "/api/admin/experiments", {
      ...{ body: { key: "which", name: "Which", plan }, headers: editor },
    });
    expect(made.status, made.text).toBe(201);
    await side.request("POST", "/api/admin/experiments/which/start", { body: {}, headers: editor });
    const { body } = await call("POST", "/use", { policy: "inspired" });
    expect(body.overriddenBy).toEqual(["which"]);
    const rules = (await call("GET", "/rules")).body.policy;
    expect(rules.arms).toEqual([{ experiment: "which", arm: expect.any(String) }]);
  });
});

describe("[POL-10] weights and bans", () => {
  const weighting = () => call("GET", "/weights", undefined, viewer);

  test("are set as a whole, with what was there before in the answer, so that it can be undone", async () => {
    const first = await call("PUT", "/weights", {
      weights: { credibility: 2, similarity: 1 },
      forbidden: ["self-modeling"],
    });
    expect(first.body).toEqual({
      ...{ weights: { credibility: 2 }, forbidden: ["self-modeling"] },
      before: { weights: {}, forbidden: [] },
    });
    expect((await store.sites.byId(siteId))?.settings).toMatchObject({
      ...{ weights: { credibility: 2 }, forbidden: ["self-modeling"] },
    });
    expect((await weighting()).body).toMatchObject({
      weights: { credibility: 2 },
      forbidden: ["self-modeling"],
    });
    const [entry] = await store.audit.list(siteId, { before: null, limit: 1 });
    expect(entry).toMatchObject({ action: "policy/weights", detail: { before: { weights: {} } } });
    const undone = await call("PUT", "/weights", first.body.before);
    expect(undone.body.before).toEqual({ weights: { credibility: 2 }, forbidden: ["self-modeling"] });
    expect((await weighting()).body).toMatchObject({ weights: {}, forbidden: [] });
  });

  test.each([
    ["no strategy", { weights: { charm: 2 }, forbidden: [] }, /charm/],
    ["a negative weight", { weights: { credibility: -1 }, forbidden: [] }, /weights\.credibility/],
    ["no list", { weights: {} }, /forbidden/],
    [
      "what is owed to shoppers",
      { weights: {}, forbidden: ["transparency"] },
      /can't be forbidden: it says that an AI speaks/,
    ],
    ["handing over", { weights: {}, forbidden: ["yield"] }, /can't be forbidden: every turn ends/],
  ])("%s is refused with the reason", async (_, body, message) => {
    for (const [method, path] of [
      ["PUT", "/weights"],
      ["POST", "/weights/preview"],
    ] as const) {
      const answer = await call(method, path, body);
      expect(answer).toMatchObject({ status: 400, body: { error: { code: "payload/invalid" } } });
      expect(answer.body.error.message).toMatch(message);
    }
  });

  test("a viewer may try them and not set them", async () => {
    const tried = await call("POST", "/weights/preview", { weights: {}, forbidden: [] }, viewer);
    expect(tried.body).toMatchObject({ conversations: 0, turns: 0, examples: [] });
    expect((await call("PUT", "/weights", { weights: {}, forbidden: [] }, viewer)).status).toBe(403);
  });
});

describe("[POL-12] a replay", () => {
  test("is had of the site's own conversations, by a policy that can be used", async () => {
    const visitorId = await store.visitors.create(siteId);
    const { conversationId } = await store.desk.open({
      ...{ siteId, visitorId, fresh: true, mode: "sociable", locale: "en" },
      page: { url: "https://velo.example/" },
    });
    const replay = (id: string, policy: unknown, headers = viewer) =>
      side.request("POST", `/api/admin/conversations/${id}/replay`, { body: { policy }, headers });
    expect((await replay(conversationId, "rules")).body).toEqual({
      ...{ policy: "rules", version: expect.any(String) },
      turns: [{ turnId: `${conversationId} by rules`, seq: 1, turn: null }],
    });
    expect(await replay(conversationId, "guess")).toMatchObject({
      ...{ status: 409, body: { error: { message: expect.stringContaining("no policy is called guess") } } },
    });
    expect((await replay(conversationId, 7)).status).toBe(400);
    expect((await replay("no-conversation", "rules")).status).toBe(404);
    const other = await store.sites.create({ name: "Else", origins: [], currency: "EUR" });
    const { headers: stranger } = await side.as("owner", other.siteId);
    expect((await replay(conversationId, "rules", stranger)).status).toBe(404);
  });
});
