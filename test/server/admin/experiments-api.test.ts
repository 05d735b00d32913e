import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdminApi } from "../../../server/admin/admin-api.ts";
import { createExperimentsApi } from "../../../server/admin/experiments-api.ts";
import { describeApi } from "../../../server/admin/openapi.ts";
import { merchantExperiments } from "../../../server/merchant-experiments.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { turn } from "../../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { noModelReport } from "../../support/no-model.ts";
import { policyFile } from "../../support/policy-file.ts";

let database: TestDatabase;
let store: Store;
let api: ReturnType<typeof createAdminApi>;
let siteId: string;
let siteKey: string;
let secretKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  const noCatalog = async () => {
    throw new Error("no catalog is asked for");
  };
  api = createAdminApi(
    { siteOfSecret: (key) => store.sites.bySecret(key) },
    store.archive,
    store,
    noCatalog,
    noModelReport(store.modelUsage),
    [createExperimentsApi(store.experiments, async () => merchantExperiments(store))],
  );
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId, siteKey, secretKey } = await store.sites.create({ name: "Lux", origins: [], currency: "EUR" }));
});

async function call(method: string, path: string, body?: unknown, key = secretKey) {
  const response = await api.request(`/experiments${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
const post = (path: string, body?: unknown) => call("POST", path, body);
const PLAN = { arms: ["sociable", "informational"], metrics: ["conversion"], minimumEffect: 0.03 };

describe("the experiments of the merchant's API", () => {
  it("[EXP-11] go from a draft to a shipped winner and back, with who did it", async () => {
    const created = await post("", { name: "Talk or facts", plan: PLAN, by: "mara" });
    expect(created).toMatchObject({
      status: 201,
      body: {
        experiment: {
          key: "talk-or-facts",
          state: "draft",
          plan: { arms: [{ key: "sociable" }, { key: "informational" }] },
        },
      },
    });
    expect(created.body.experiment).not.toHaveProperty("siteId");
    expect(created.body.remarks.join(" ")).toContain("worst case");
    const path = "/talk-or-facts";
    expect(
      (await call("PATCH", path, { plan: { ...PLAN, days: undefined, plannedVisitors: 3_000 } })).body,
    ).toMatchObject({
      experiment: { plan: { plannedVisitors: 3_000 } },
    });
    expect((await post(`${path}/start`, { coverage: 0.2 })).body).toMatchObject({
      experiment: { state: "running", coverage: 0.2 },
      interacting: [],
    });
    expect(await call("PATCH", path, { plan: PLAN })).toMatchObject({
      status: 409,
      body: { error: { code: "experiment/frozen" } },
    });
    // It is frozen, whatever it was to be changed to.
    expect((await call("PATCH", path, { plan: { arms: [] } })).body.error.code).toBe("experiment/frozen");
    expect((await post(`${path}/ramp`, { coverage: 1 })).body.experiment.coverage).toBe(1);
    expect((await post(`${path}/pause`, { note: "sale" })).body.experiment.state).toBe("paused");
    expect((await post(`${path}/resume`)).body.experiment.state).toBe("running");
    expect(
      (await post(`${path}/stop`, { arm: "informational", note: "better" })).body.experiment,
    ).toMatchObject({
      state: "stopped",
      decision: { arm: "informational", note: "better", by: "api" },
    });
    expect((await post(`${path}/ship`)).body.experiment.decision.shipped).toMatchObject({
      after: { mode: "informational" },
    });
    expect((await store.sites.byKey(siteKey))?.mode).toBe("informational");
    expect((await post(`${path}/unship`)).status).toBe(200);
    expect((await store.sites.byKey(siteKey))?.mode).toBe("sociable");
    expect((await post(`${path}/archive`)).body.experiment.state).toBe("archived");
    expect((await call("GET", "")).body.experiments).toMatchObject([
      { key: "talk-or-facts", state: "archived" },
    ]);
    const { changes } = (await call("GET", `${path}/changes`)).body;
    expect(changes.map(({ action }: { action: string }) => action).join(" ")).toBe(
      "created changed started ramped paused resumed stopped shipped unshipped archived",
    );
    expect(changes[0].by).toBe("mara");
  });

  it("[EXP-11] refuse with all reasons, and by kind of trouble", async () => {
    const refused = await post("", {
      plan: { arms: ["sociable", "chatty"], metrics: ["luck"], minimumEffect: 0.03 },
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({
      code: "plan/preset-unknown",
      message: expect.stringContaining("quiet"),
    });
    expect(refused.body.refusals.map(({ code }: { code: string }) => code)).toEqual([
      "plan/preset-unknown",
      "plan/metric-unknown",
    ]);
    expect((await post("", { plan: PLAN, key: "Not a key" })).body.error.code).toBe(
      "experiment/key-malformed",
    );
    expect(await call("GET", "/none")).toMatchObject({
      status: 404,
      body: { error: { code: "experiment/unknown" } },
    });
    expect((await call("GET", "/none/changes")).status).toBe(404);
    expect((await post("/none/start")).status).toBe(404);
    expect(await post("", "{")).toMatchObject({ status: 400, body: { error: { code: "payload/invalid" } } });
    expect((await post("/none/start", { speed: 2 })).body.error.code).toBe("payload/invalid");
    await post("", { key: "one", plan: PLAN });
    expect(await post("", { key: "one", plan: PLAN })).toMatchObject({
      status: 409,
      body: { error: { code: "experiment/key-taken" } },
    });
    expect((await call("GET", "", undefined, "sk_wrong")).status).toBe(401);
    expect((await call("DELETE", "/one")).status).toBe(200);
    expect((await call("GET", "/one")).status).toBe(404);
  });

  it("[EXP-3] know the site's policies, also those that were gone before the start", async () => {
    const arms = ["as-is", "policy:mine@1"];
    expect((await post("", { plan: { ...PLAN, arms } })).body.error.code).toBe("plan/policy-unknown");
    await store.policies.register(siteId, policyFile({ name: "mine", version: "1" }));
    expect((await post("", { key: "mine", plan: { ...PLAN, arms } })).status).toBe(201);
    await post("", { key: "rules", plan: { ...PLAN, arms: ["as-is", "policy:rules"] } });
    // By now the site is what the arm would make it.
    await store.policies.use(siteId, "rules", { why: "", by: "a test" });
    expect((await post("/rules/start")).body.error.code).toBe("plan/arms-alike");
    expect((await post("/mine/start")).body.experiment.plan.arms[0].treatment).toEqual({ policy: "rules" });
  });

  it("are described by the OpenAPI document", () => {
    const { paths } = describeApi("1") as { paths: Record<string, Record<string, unknown>> };
    expect(Object.keys(paths["/api/admin/experiments"] ?? {})).toEqual(["get", "post"]);
    for (const verb of ["start", "ramp", "pause", "resume", "stop", "archive", "ship", "unship"])
      expect(paths[`/api/admin/experiments/{key}/${verb}`]).toHaveProperty("post");
    expect(JSON.stringify(paths["/api/admin/experiments"])).toContain("minimumEffect");
  });
});

describe("[EXP-9] the size of an experiment", () => {
  const DAY_MS = 86_400_000;

  /** A shopper who talked so many days ago, and may have bought an hour later. */
  async function shopper(daysAgo: number, spent: number | null): Promise<string> {
    const visitorId = await store.visitors.create(siteId);
    const page = { url: "https://lux.example/", title: "Lux" };
    const { conversationId } = await store.desk.open({
      siteId,
      visitorId,
      fresh: true,
      mode: "sociable",
      locale: "en",
      page,
    });
    await store.log.appendTurn(conversationId, 0, [turn(randomUUID(), {})]);
    const at = new Date(Date.now() - daysAgo * DAY_MS);
    await sql(`update conversations set opened_at = '${at.toISOString()}' where id = '${conversationId}'`);
    if (spent !== null)
      await sql(`insert into orders (site_id, order_id, visitor_id, placed_at, value, currency, signed)
        values ('${siteId}', '${randomUUID()}', '${visitorId}', '${new Date(at.getTime() + 3_600_000).toISOString()}', ${spent}, 'EUR', true)`);
    return visitorId;
  }
  async function sql(statement: string) {
    const { connectionOfUrl, openDatabase } = await import("../../../server/store/database.ts");
    const beside = openDatabase({ ...connectionOfUrl(database.databaseUrl), max: 1 });
    await beside.sql.unsafe(statement);
    await beside.close();
  }

  it("comes from what the site's own visitors did, aliases as one person and bots as none", async () => {
    const visitors: string[] = [];
    // Ten a day for twelve days; every fifth one buys.
    for (let index = 0; index < 120; index++)
      visitors.push(await shopper(8 + (index % 12), index % 5 === 0 ? 2_000 : null));
    const [first = "", ...others] = visitors;
    const alias = await shopper(9, null);
    const bot = await shopper(9, 100_000);
    await sql(`update visitors set alias_of = '${first}' where id = '${alias}'`);
    await sql(`update visitors set left_out = 'bot' where id = '${bot}'`);
    expect(others).toHaveLength(119);

    const { size } = (await post("/size", { plan: PLAN, coverage: 0.5 })).body;
    expect(size.baseline).toMatchObject({ metric: "conversion", visitors: 120, mean: 0.2 });
    expect(size.baseline.variance).toBeCloseTo(0.16, 6);
    // 120 persons in the nineteen days since the first of them came, half of the traffic.
    expect(size.visitorsPerDay).toBeCloseTo(120 / 19 / 2, 1);
    const { sequential, fixed } = size.needs;
    expect(fixed.visitors).toBeLessThan(sequential.visitors);
    expect(sequential.arms.map(({ visitors }: { visitors: number }) => visitors)).toEqual([
      sequential.visitors / 2,
      sequential.visitors / 2,
    ]);
    expect(sequential.days).toBe(Math.ceil(sequential.visitors / size.visitorsPerDay));
    expect(size.finds[0].sequential).toBeGreaterThan(size.finds[3].sequential);

    const money = (await post("/size", { plan: { ...PLAN, metrics: ["revenue"], minimumEffect: 100 } })).body
      .size;
    expect(money.baseline).toMatchObject({ mean: 400 });
    const created = await post("", { key: "sized", plan: PLAN });
    expect(created.body.experiment.plan).toMatchObject({
      plannedVisitors: sequential.visitors,
      purchases: "signed",
    });
    await post("/sized/start");
    expect((await call("GET", "/sized/size")).body.size.progress).toMatchObject({
      visitors: 0,
      visitorsLeft: sequential.visitors,
    });
  }, 60_000);
});
