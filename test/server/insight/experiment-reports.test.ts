/** Reports over the real store: what a merchant is told, the looks that are kept, and the arms that are halted. */
import { Hono } from "hono";
import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createExperimentReportApi } from "../../../server/admin/experiment-report-api.ts";
import { reportOn } from "../../../server/experiment/report/report.ts";
import {
  createExperimentReports,
  type ExperimentReports,
} from "../../../server/insight/experiment-reports.ts";
import { startExperimentSchedule } from "../../../server/insight/experiment-schedule.ts";
import { tellReport } from "../../../server/insight/tell-report.ts";
import { connectionOfUrl, type Database, openDatabase } from "../../../server/store/database.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { DAY_MS, type ExperimentFacts, experimentFacts, planOf, T0 } from "../../support/experiment-facts.ts";

let database: TestDatabase;
let store: Store;
let raw: Database;
let sql: postgres.Sql;
let siteId: string;
let facts: ExperimentFacts;
let now: Date;
let reports: ExperimentReports;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  raw = openDatabase(connectionOfUrl(database.databaseUrl));
  sql = raw.sql;
});
afterAll(async () => {
  await raw.close();
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
  facts = experimentFacts(sql, siteId);
  now = new Date(T0 + 2 * DAY_MS);
  reports = openReports();
});

const openReports = () =>
  createExperimentReports({ ledger: store.experimentFigures, book: store.experiments, now: () => now });
const keyOf = (id: string) => id.slice(0, 8);

describe("[EXP-4] a report", () => {
  it("tells the figures of all that was stored until now", async () => {
    const id = await facts.experiment(planOf({ plannedVisitors: 1_000 }));
    await facts.crowd(id, "informational", { size: 400, orders: 120 });
    await facts.crowd(id, "sociable", { size: 410, orders: 230 });
    const found = await reports.report(siteId, keyOf(id));
    expect(found?.isCurrent).toBe(true);
    const { report } = found ?? expect.fail("no report");
    expect(report.traffic.arms).toMatchObject([
      { arm: "informational", units: 400 },
      { arm: "sociable", units: 410 },
    ]);
    const [conversion, revenue] = report.metrics;
    expect(conversion?.values.map(({ mean }) => mean)).toEqual([120 / 400, 230 / 410]);
    expect(conversion?.comparisons[0]?.difference.value).toBeCloseTo(230 / 410 - 120 / 400, 12);
    // The largest of 350 orders is cut to where 99.9 % lie below: between the two largest.
    expect(revenue?.cap).toBeCloseTo(3_290 + 10 * (0.999 * 349 - 348), 6);
    expect(report.verdict).toMatchObject({ code: "winner", arm: "sociable" });
    expect(await reports.report(siteId, "none")).toBeNull();
  });

  it("[EXP-11] can be made again from its inputs, and is served as JSON and as a table", async () => {
    const id = await facts.experiment();
    await facts.crowd(id, "informational", { size: 150, orders: 30, signals: { "opening-dismiss": 9 } });
    await facts.crowd(id, "sociable", { size: 150, orders: 33, signals: { "opening-dismiss": 15 } });
    const site = { id: siteId } as never;
    const api = new Hono<{ Variables: { site: never } }>()
      .use(async (context, next) => {
        context.set("site", site);
        await next();
      })
      .route(
        "/",
        createExperimentReportApi(async () => reports),
      );
    const get = async (path: string) => api.request(`/experiments/${keyOf(id)}/${path}`);
    const short = await (await get("report")).json();
    expect(short).toMatchObject({
      currency: "EUR",
      isCurrent: true,
      experiment: { key: keyOf(id), state: "running" },
    });
    expect(short).not.toHaveProperty("inputs");
    const { inputs, verdict, metrics, guardrails } = await (await get("report?inputs=1")).json();
    expect(JSON.parse(JSON.stringify(reportOn(inputs.plan, inputs.figures)))).toMatchObject({
      ...{ verdict, metrics, guardrails },
    });
    const table = await get("report.csv");
    expect(table.headers.get("content-type")).toMatch(/^text\/csv/);
    const [head, ...lines] = (await table.text()).trimEnd().split("\r\n");
    expect(head).toMatch(/^metric,role,arm,visitors/);
    expect(lines[0]).toBe("conversion,goal,informational,150,30,0.2,0.4,,,,,,,,,control,,,");
    expect(lines).toHaveLength(7 * 2 + 5);
    expect((await get("looks").then((answer) => answer.json())).looks).toHaveLength(1);
    expect((await api.request("/experiments/none/report")).status).toBe(404);
  });

  it("reads as a text with the verdict first", async () => {
    const id = await facts.experiment();
    await facts.crowd(id, "informational", { size: 150, orders: 30 });
    await facts.crowd(id, "sociable", { size: 150, orders: 33 });
    await facts.leftOut(await exposedVisitor(id), "bot");
    const [one] = await reports.reports(siteId);
    const lines = tellReport(one ?? expect.fail("no report"));
    expect(lines[3]).toMatch(/^Verdict: It is too early/);
    const text = lines.join("\n");
    expect(text).toMatch(/^ {2}informational {2}150 +50 % +50 %$/m);
    expect(text).toContain("Not counted: 1 bot.");
    expect(text).toMatch(
      /Conversion, within 7 days\n.*\n {2}informational +20 % +control\n {2}sociable +22 % +\+2 percentage points/,
    );
    expect(text).toMatch(/Guardrails/);
  });
});

async function exposedVisitor(experimentId: string): Promise<string> {
  const visitor = await facts.visitor();
  await facts.exposed(experimentId, visitor, "sociable");
  return visitor;
}

describe("[EXP-8] a look", () => {
  it("is kept once an hour, however many servers look", async () => {
    const id = await facts.experiment();
    await facts.crowd(id, "sociable", { size: 10 });
    const look = () =>
      Promise.all([reports.watch(siteId, keyOf(id)), openReports().watch(siteId, keyOf(id))]);
    await look();
    await look();
    now = new Date(now.getTime() + 61 * 60_000);
    await look();
    expect((await reports.looks(siteId, keyOf(id)))?.map(({ at }) => at)).toEqual([
      new Date(T0 + 2 * DAY_MS).toISOString(),
      now.toISOString(),
    ]);
  });

  it("halts an arm that does harm, once, and pauses what has nothing left to compare", async () => {
    const id = await facts.experiment();
    await facts.crowd(id, "informational", { size: 400, signals: { "opening-dismiss": 8 } });
    await facts.crowd(id, "sociable", { size: 400, signals: { "opening-dismiss": 120 } });
    const halted = await Promise.all([
      reports.watch(siteId, keyOf(id)),
      openReports().watch(siteId, keyOf(id)),
    ]);
    expect(halted.flat()).toContain("sociable");
    const experiment = await store.experiments.read(siteId, keyOf(id));
    expect(experiment?.state).toBe("paused");
    expect(experiment?.halts).toMatchObject([{ arm: "sociable", metric: "dismissal" }]);
    expect(experiment?.halts[0]?.why).toMatch(/^dismissals 30 % against 2 % in the control; at least \+\d/);
    const changes = await store.experiments.changes(siteId, keyOf(id));
    expect(changes.map(({ by, action }) => `${action} by ${by}`)).toEqual([
      "halted by guardrail",
      "paused by guardrail",
    ]);
    expect(await reports.watch(siteId, keyOf(id))).toEqual([]);
  });

  it("halts nobody while harm may be chance", async () => {
    const id = await facts.experiment();
    await facts.crowd(id, "informational", { size: 400, signals: { "opening-dismiss": 10 } });
    await facts.crowd(id, "sociable", { size: 400, signals: { "opening-dismiss": 16 } });
    expect(await reports.watch(siteId, keyOf(id))).toEqual([]);
    expect(await store.experiments.read(siteId, keyOf(id))).toMatchObject({ state: "running", halts: [] });
  });

  it("shows what was clear once, though the figures have become less clear since", async () => {
    const id = await facts.experiment(planOf({ plannedVisitors: 800 }));
    await facts.crowd(id, "informational", { size: 400, orders: 100 });
    await facts.crowd(id, "sociable", { size: 400, orders: 200 });
    await reports.watch(siteId, keyOf(id));
    const before = (await reports.report(siteId, keyOf(id)))?.report.metrics[0]?.comparisons[0];
    await facts.crowd(id, "informational", { size: 300, orders: 160 });
    await facts.crowd(id, "sociable", { size: 300, orders: 120 });
    const after = (await reports.report(siteId, keyOf(id)))?.report.metrics[0]?.comparisons[0];
    expect(after?.p).toBe(before?.p);
    expect(after?.difference.value).toBeLessThan(before?.difference.value ?? 0);
  });
});

describe("the schedule", () => {
  it("settles what was stored and looks at what is under way, and survives an experiment that fails", async () => {
    const id = await facts.experiment();
    await facts.crowd(id, "sociable", { size: 30 });
    let sleeps = () => {};
    const slept = new Promise<void>((resolve) => {
      sleeps = resolve;
    });
    const troubles: object[] = [];
    const schedule = startExperimentSchedule({
      ledger: store.experimentFigures,
      reports: {
        watch(site, key) {
          if (site === siteId) return reports.watch(site, key);
          throw new Error("another site's trouble");
        },
      },
      log: { warn: () => {}, error: (fields) => void troubles.push(fields) },
      clock: {
        now: () => now,
        sleep(_, signal) {
          sleeps();
          return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
        },
      },
    });
    await slept;
    await schedule.stop();
    expect(await store.experimentFigures.unsettledSites()).not.toContain(siteId);
    expect(await store.experiments.countVisitors(id)).toBe(30);
    expect(await reports.looks(siteId, keyOf(id))).toHaveLength(1);
    expect(troubles.every((trouble) => !Object.values(trouble).includes(siteId))).toBe(true);
  });
});
