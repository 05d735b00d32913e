/** What experiments do on the wire: which treatment a turn is asked for with, visits, and what a visitor's config tells. */
import { createHmac, randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { RunningExperiment } from "../../server/experiment/plan.ts";
import type { Site } from "../../server/gateway/ports.ts";
import { readVisitorToken, signVisitorToken } from "../../server/gateway/visitor-token.ts";
import type { ConversationOpened } from "../../shared/shopper-socket.ts";
import { FakeDesk, SECRET_KEY, SHOP_ORIGIN, site } from "../server/gateway/fake-rooms.ts";
import { SECRET, startUnderTest, type UnderTest } from "../server/gateway/gateway-under-test.ts";
import { arm, experiment } from "../support/experiments.ts";
import { createManualClock } from "../support/manual-clock.ts";
import { connectTab, type Tab } from "./wire-client.ts";

const running: UnderTest[] = [];
const tabs: Tab[] = [];
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  await Promise.all(running.splice(0).map(({ gateway }) => gateway.close(100)));
});
async function start(options: Parameters<typeof startUnderTest>[0] = {}): Promise<UnderTest> {
  const underTest = await startUnderTest(options);
  running.push(underTest);
  return underTest;
}
async function connect({ url }: UnderTest, visitorToken?: string): Promise<Tab> {
  const tab = await connectTab(url, {
    siteKey: site.siteKey,
    ...(visitorToken !== undefined && { visitorToken }),
  });
  tabs.push(tab);
  return tab;
}
function shopWith(experiments: RunningExperiment[]) {
  const shop: Site = { ...site, experiments };
  const sites = {
    byKey: async (key: string) => (key === shop.siteKey ? shop : null),
    secretOf: async () => SECRET_KEY,
  };
  return { shop, sites };
}
const opening = { opening: { reason: "product-dwell" } };

describe("[EXP-3] a conversation with a treatment", () => {
  test("has its turns spoken as its arm says, and tells the shopper nothing of it", async () => {
    const desk = new FakeDesk();
    desk.treatment = { mode: "informational", policy: "tuned@2" };
    const underTest = await start({ desk, sites: shopWith([experiment({ key: "secret-name" })]).sites });
    const tab = await connect(underTest);
    await tab.open();
    await tab.answerTo("opening");
    const id = randomUUID();
    await tab.say("hello", id);
    await tab.answerTo(id);
    expect(underTest.turns.askedFor).toHaveLength(2);
    for (const given of underTest.turns.askedFor) {
      expect(given).toMatchObject({ mode: "informational", settings: { policy: "tuned@2" } });
    }
    expect(JSON.stringify(tab.heard)).not.toMatch(/secret-name|tuned|treatment|informational/);
  });

  test("places by the experiments of this moment, not by those of when the page connected", async () => {
    const { shop, sites } = shopWith([]);
    const desk = new FakeDesk();
    const underTest = await start({ desk, sites });
    const tab = await connect(underTest);
    await tab.open();
    shop.experiments = [experiment()];
    await tab.open({ resume: false });
    expect(desk.requests.map(({ experiments }) => experiments?.length)).toEqual([0, 1]);
  });

  test("without initiative is followed up in no silence", async () => {
    const clock = createManualClock();
    const desk = new FakeDesk();
    desk.treatment = { initiative: false };
    const underTest = await start({ desk, clock });
    const tab = await connect(underTest);
    await tab.open();
    await tab.answerTo("opening");
    clock.pass(10 * 60_000);
    const id = randomUUID();
    await tab.say("still here", id);
    await tab.answerTo(id);
    const asked = underTest.turns.askedFor.length;
    clock.pass(10 * 60_000);
    expect([clock.alarms, asked, underTest.turns.askedFor.length]).toEqual([0, 2, 2]);
  });

  test("[EXP-2] whose opening is withheld learns no more than that it is unwelcome, and stays the same visitor", async () => {
    const answers: Extract<ConversationOpened, { ok: false }>[] = [];
    for (const quiet of [true, false]) {
      const desk = new FakeDesk();
      if (quiet) desk.treatment = { initiative: false };
      else desk.history = { openings: [Date.now()], dismissals: [] };
      const underTest = await start({ desk });
      const tab = await connect(underTest);
      const answer = await tab.ask<ConversationOpened>("conversation-open", opening);
      if (answer.ok || !("visitorToken" in answer)) throw new Error("it was not withheld");
      const visitorId = readVisitorToken(SECRET, site.id, answer.visitorToken);
      expect([...underTest.visitors.ids.keys()]).toEqual([visitorId]);
      desk.treatment = {};
      const again = await (await connect(underTest, answer.visitorToken)).open();
      expect(readVisitorToken(SECRET, site.id, again.visitorToken)).toBe(visitorId);
      answers.push(answer);
    }
    const shape = (answer: object) => JSON.stringify({ ...answer, visitorToken: "" });
    expect(shape(answers[0] ?? {})).toBe(shape(answers[1] ?? {}));
  });
});

describe("[EXP-3] POST /api/visits", () => {
  const holdout = experiment({ arms: [arm("shown"), arm("holdout", { widget: false })] });
  const post = (url: string, body: unknown, headers: Record<string, string> = { origin: SHOP_ORIGIN }) =>
    fetch(`${url}/api/visits`, { method: "POST", headers, body: JSON.stringify(body) });
  const page = { url: `${SHOP_ORIGIN}/` };
  const visit = { siteKey: site.siteKey, page };

  test("says whether there is a widget, and makes the visitor known", async () => {
    const underTest = await start({ sites: shopWith([holdout]).sites });
    underTest.exposures.widget = false;
    const response = await post(underTest.url, visit);
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const first = await response.json();
    expect(first).toEqual({ ok: true, widget: false, visitorToken: expect.any(String) });
    underTest.exposures.widget = true;
    const again = await (await post(underTest.url, { ...visit, visitorToken: first.visitorToken })).json();
    expect(again).toEqual({ ...first, widget: true });
    const [visitorId, ...others] = new Set(underTest.exposures.visits);
    expect(others).toEqual([]);
    expect(readVisitorToken(SECRET, site.id, first.visitorToken)).toBe(visitorId);
  });

  test("[EXP-1] knows a signed-in shopper on another device", async () => {
    const underTest = await start({ sites: shopWith([holdout]).sites });
    const identity = { userId: "u1", hash: createHmac("sha256", SECRET_KEY).update("u1").digest("hex") };
    await post(underTest.url, { ...visit, identity });
    await post(underTest.url, { ...visit, identity });
    expect(new Set(underTest.exposures.visits).size).toBe(1);
  });

  test("[WGT-2] makes nobody known where no experiment asks for it", async () => {
    const underTest = await start({ sites: shopWith([experiment()]).sites });
    expect(await (await post(underTest.url, visit)).json()).toEqual({ ok: true, widget: true });
    expect([underTest.visitors.ids.size, underTest.exposures.visits.length]).toEqual([0, 0]);
  });

  test.each([
    ["no JSON", "visit", SHOP_ORIGIN, 400, "payload/invalid"],
    ["no page", { siteKey: site.siteKey }, SHOP_ORIGIN, 400, "payload/invalid"],
    ["an unknown site", { siteKey: "pk_nobody", page }, SHOP_ORIGIN, 404, "site/unknown"],
    ["another shop's page", visit, "https://evil.example", 403, "site/origin-refused"],
    ["a made-up token", { ...visit, visitorToken: "v1.YQ.YQ" }, SHOP_ORIGIN, 401, "visitor/token-invalid"],
  ])("refuses %s", async (_what, body, origin, status, code) => {
    const underTest = await start({ sites: shopWith([holdout]).sites });
    const response = await post(underTest.url, body, { origin });
    expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
    expect(underTest.visitors.ids.size).toBe(0);
  });
});

describe("a visitor's configuration", () => {
  const arms = [{ experiment: "tone", arm: "brisk" }];
  const config = (url: string, headers: Record<string, string> = {}, query = "") =>
    fetch(`${url}/api/sites/${site.siteKey}/config${query}`, { headers });

  test("tells the arms the visitor was exposed to, and is kept by no cache", async () => {
    const underTest = await start();
    const visitorId = await underTest.visitors.create(site.id);
    const token = signVisitorToken(SECRET, site.id, visitorId);
    const authorization = `Overture-Visitor ${token}`;
    expect(await (await config(underTest.url, { authorization })).json()).toEqual({
      ...site.config,
      experiments: [],
    });
    underTest.exposures.arms.set(visitorId, arms);
    for (const response of [
      await config(underTest.url, { authorization }),
      await config(underTest.url, {}, `?visitor=${encodeURIComponent(token)}`),
    ]) {
      expect(await response.json()).toEqual({ ...site.config, experiments: arms });
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
    const anybody = await config(underTest.url);
    expect(await anybody.json()).toEqual(site.config);
    expect(anybody.headers.get("cache-control")).toBe("public, max-age=60");
    expect(anybody.headers.get("vary")).toMatch(/authorization/i);
  });

  test("is nobody's with a token that does not hold, and may be asked for from the shop's page", async () => {
    const { url } = await start();
    const response = await config(url, { authorization: "Overture-Visitor v1.YQ.YQ" });
    expect(response.status).toBe(401);
    const preflight = await fetch(`${url}/api/sites/${site.siteKey}/config`, {
      method: "OPTIONS",
      headers: {
        origin: SHOP_ORIGIN,
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization",
      },
    });
    expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization");
  });
});
