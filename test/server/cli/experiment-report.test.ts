/** An A/B test from the command line with a server beside it: shoppers come, buy and go, and the report tells of them. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectTab } from "../../contract/wire-client.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { SHOP_ORIGIN, sendBeacon, tellOrder } from "../../support/gateway-on-store.ts";
import { type Environment, type RunningServer, runOverture, serveOverture } from "./run-overture.ts";

let database: TestDatabase;
let environment: Environment;
let folder: string;
let server: RunningServer;
let keys: { siteKey: string; secretKey: string };

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "overture-report-"));
  environment = { DATABASE_URL: database.databaseUrl, OVERTURE_DATA_DIR: join(folder, "data") };
  const create = ["site", "create", "--name", "Lux", "--origin", SHOP_ORIGIN, "--currency", "EUR", "--json"];
  keys = JSON.parse((await runOverture(create, environment)).stdout);
  server = await serveOverture(environment);
}, 60_000);
afterAll(async () => {
  await server.stop("SIGTERM");
  await database.drop();
  rmSync(folder, { recursive: true });
});

const experiment = async (...args: string[]) => {
  const { stdout, stderr } = await runOverture(["experiment", ...args, "--site", keys.siteKey], environment);
  return stdout + stderr;
};
async function figures() {
  const report = JSON.parse(await experiment("report", "--experiment", "talk", "--json", "--inputs"));
  const { arms, largest } = report.inputs.figures;
  return { arms, largest, report };
}

/** A shopper is greeted, in an arm that only the shop's own configuration tells. */
async function shopperComes() {
  const tab = await connectTab(server.url, {
    ...{ siteKey: keys.siteKey, origin: SHOP_ORIGIN },
    transports: ["polling", "websocket"],
  });
  const { visitorToken } = await tab.open();
  await tab.answerTo("opening");
  const heard = JSON.stringify(tab.heard);
  tab.close();
  const config = await fetch(`${server.url}/api/sites/${keys.siteKey}/config`, {
    headers: { authorization: `Overture-Visitor ${visitorToken}` },
  });
  const { experiments } = (await config.json()) as { experiments: { experiment: string; arm: string }[] };
  return { visitorToken, heard, experiments };
}

describe("overture experiment report", () => {
  it("[EXP-4] tells in every state what was measured, and a recount agrees with it", async () => {
    expect(await experiment("report")).toContain("No experiment was started yet");
    expect(await experiment("report", "--experiment", "talk")).toMatch(
      /no experiment “talk”; overture experiment list .*\(experiment\/unknown\)/,
    );
    expect(await experiment("recount", "talk")).toContain("(experiment/unknown)");
    await experiment(
      ...["create", "--arms", "sociable,informational", "--metric", "conversion,revenue"],
      ...["--minimum-effect", "3%", "--key", "talk"],
    );
    expect(await experiment("report", "--experiment", "talk")).toMatch(/: draft\n.*Start it/s);
    await experiment("start", "talk");
    expect(await experiment("report")).toMatch(/No visitor.*0 of [\d,]+ planned/s);

    const shoppers = [];
    for (let number = 0; number < 6; number += 1) shoppers.push(await shopperComes());
    for (const { heard, experiments } of shoppers) {
      expect(experiments).toEqual([{ experiment: "talk", arm: expect.stringMatching(/able$|tional$/) }]);
      expect(heard).not.toMatch(/experiment|"arm"|policy|treatment|talk"/);
    }
    const [buyer, browser] = shoppers;
    if (!buyer || !browser) throw new Error("nobody came");
    const { visitorToken } = buyer;
    const purchase = { orderId: "1", visitorToken, value: 5_000, currency: "EUR" };
    await tellOrder(server.url, keys, purchase);
    await tellOrder(server.url, keys, purchase);
    await tellOrder(server.url, keys, { ...purchase, orderId: "2" }, { secretKey: "sk_guess" });
    const refund = { type: "refund", orderId: "1", refundId: "a", value: 2_000, currency: "EUR" };
    await tellOrder(server.url, keys, refund);
    const signals = [{ id: randomUUID(), type: "purchase", orderId: "3", value: 900 }];
    await sendBeacon(server.url, {
      ...{ siteKey: keys.siteKey, visitorToken: browser.visitorToken },
      signals,
    });
    const { report, ...counted } = await figures();
    expect(report).toMatchObject({ isCurrent: true, traffic: { units: 6 } });
    expect(report.verdict.code).toBe("too-early");
    const revenues = counted.arms.map(
      (arm: { sums: { revenue?: { sum: number } } }) => arm.sums.revenue?.sum ?? 0,
    );
    expect(revenues[0] + revenues[1]).toBe(3_900);

    expect(await experiment("recount", "talk")).toContain("Counted: 6 visitors.");
    const { report: _, ...recounted } = await figures();
    expect(recounted).toEqual(counted);

    const erased = await runOverture(
      ["erase", "--site", keys.siteKey, "--visitor", visitorToken],
      environment,
    );
    expect(erased.stdout).toContain("Erased.");
    expect((await figures()).report.traffic.units).toBe(5);

    expect(await experiment("stop", "talk", "--note", "for the test")).toContain("stopped");
    const words = await experiment("report", "--experiment", "talk");
    expect(words).toMatch(/: stopped, since.*5 of [\d,]+ planned\n/s);
    expect(words).not.toMatch(/to come|Let it run|too-few-units|no-variance/);
  }, 60_000);
});
