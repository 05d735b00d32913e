/** The HTTP side of the gateway, over rooms under the test's control. */
import { createHmac, randomUUID } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { signVisitorToken } from "../../server/gateway/visitor-token.ts";
import { otherSite, SECRET_KEY, SHOP_ORIGIN, site } from "../server/gateway/fake-rooms.ts";
import { SECRET, startUnderTest, type UnderTest } from "../server/gateway/gateway-under-test.ts";

const running: UnderTest[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ gateway }) => gateway.close(100)));
});
async function start(options: Parameters<typeof startUnderTest>[0] = {}): Promise<UnderTest> {
  const underTest = await startUnderTest(options);
  running.push(underTest);
  return underTest;
}
async function visitorOf(underTest: UnderTest) {
  const visitorId = await underTest.visitors.create(site.id);
  return { visitorId, visitorToken: signVisitorToken(SECRET, site.id, visitorId) };
}

describe("files of the widget", () => {
  async function widget(): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), "overture-widget-"));
    await writeFile(join(directory, "widget.js"), "/* loader */".repeat(100));
    await writeFile(join(directory, "panel-D3adB33f.js"), "export const panel = 1;");
    return directory;
  }

  test("the loader is cached for minutes and revalidated, chunks with a hash for ever", async () => {
    const { url } = await start({ widgetDirectory: await widget() });
    const loader = await fetch(`${url}/widget.js`, { headers: { "accept-encoding": "gzip, br" } });
    expect(loader.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(loader.headers.get("cache-control")).toMatch(/max-age=300\b/);
    expect(loader.headers.get("access-control-allow-origin")).toBe("*");
    expect(loader.headers.get("content-encoding")).toBe("br");
    expect(await loader.text()).toContain("/* loader */");
    const etag = loader.headers.get("etag") ?? "";
    const again = await fetch(`${url}/widget.js`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    const chunk = await fetch(`${url}/panel-D3adB33f.js`, { headers: { "accept-encoding": "identity" } });
    expect(chunk.headers.get("cache-control")).toContain("immutable");
    expect(await chunk.text()).toBe("export const panel = 1;");
  });

  test.each(["/nothing.js", "/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/"])(
    "%s is not there",
    async (path) => {
      const { url } = await start({ widgetDirectory: await widget() });
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: "request/not-found" } });
    },
  );
});

describe("public configuration", () => {
  test("is cacheable, open to every origin, and revalidates", async () => {
    const { url } = await start();
    const response = await fetch(`${url}/api/sites/${site.siteKey}/config`, {
      headers: { origin: "https://any.example" },
    });
    expect(await response.json()).toEqual(site.config);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    const etag = response.headers.get("etag") ?? "";
    const again = await fetch(`${url}/api/sites/${site.siteKey}/config`, {
      headers: { "if-none-match": etag },
    });
    expect(again.status).toBe(304);
  });

  test("of a site that is not there: site/unknown", async () => {
    const { url } = await start();
    const response = await fetch(`${url}/api/sites/pk_nobody/config`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "site/unknown" } });
  });
});

describe("POST /api/events", () => {
  const send = (url: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/events`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { origin: SHOP_ORIGIN, ...headers },
    });

  test("[WIRE-2] keeps a beacon's signals once", async () => {
    const underTest = await start();
    const { visitorId, visitorToken } = await visitorOf(underTest);
    const signal = { id: randomUUID(), type: "opening-dismiss" };
    const beacon = { siteKey: site.siteKey, visitorToken, signals: [signal] };
    const first = await send(underTest.url, beacon, { "content-type": "text/plain" });
    expect(first.headers.get("access-control-allow-origin")).toBe(SHOP_ORIGIN);
    expect(await first.json()).toEqual({ ok: true, stored: 1, duplicates: 0 });
    expect(await (await send(underTest.url, beacon)).json()).toEqual({ ok: true, stored: 0, duplicates: 1 });
    expect(underTest.desk.outcomes.get(signal.id)?.visitorId).toBe(visitorId);
  });

  test("puts signals into the visitor's own conversation and nobody else's", async () => {
    const underTest = await start();
    const { visitorId, visitorToken } = await visitorOf(underTest);
    const request = { siteId: site.id, fresh: false, mode: site.mode, locale: "en", page: { url: "/" } };
    const own = await underTest.desk.open({ ...request, visitorId });
    const signals = [{ id: randomUUID(), type: "panel-close" }];
    const stored = await send(underTest.url, {
      siteKey: site.siteKey,
      visitorToken,
      conversationId: own.conversationId,
      signals,
    });
    expect(await stored.json()).toMatchObject({ ok: true, stored: 1 });
    expect(underTest.desk.find(own.conversationId)?.log.at(-1)?.event).toMatchObject({
      signal: "panel-close",
    });

    const foreign = await underTest.desk.open({
      ...request,
      visitorId: await underTest.visitors.create(site.id),
    });
    const refused = await send(underTest.url, {
      siteKey: site.siteKey,
      visitorToken,
      conversationId: foreign.conversationId,
      signals,
    });
    expect(await refused.json()).toMatchObject({ error: { code: "conversation/unknown" } });
  });

  test("refuses other origins, made-up tokens and nonsense with a code", async () => {
    const underTest = await start();
    const { visitorToken } = await visitorOf(underTest);
    const signals = [{ id: randomUUID(), type: "panel-open" }];
    const beacon = { siteKey: site.siteKey, visitorToken, signals };
    const rows: [Response, number, string][] = [
      [await send(underTest.url, beacon, { origin: "https://evil.example" }), 403, "site/origin-refused"],
      [await send(underTest.url, { ...beacon, siteKey: otherSite.siteKey }), 401, "visitor/token-invalid"],
      [await send(underTest.url, { ...beacon, siteKey: "pk_nobody" }), 404, "site/unknown"],
      [await send(underTest.url, { ...beacon, signals: [] }), 400, "payload/invalid"],
      [await send(underTest.url, "x"), 400, "payload/invalid"],
      [await send(underTest.url, { ...beacon, page: "x".repeat(100_000) }), 400, "payload/invalid"],
      [await fetch(`${underTest.url}/api/events`, { method: "POST", body: "{" }), 400, "payload/invalid"],
    ];
    for (const [response, status, code] of rows) {
      expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
    }
  });
});

describe("POST /api/orders", () => {
  const NOW = new Date("2026-05-05T12:00:00Z");
  const seconds = Math.floor(NOW.getTime() / 1_000);
  function order(
    underTest: UnderTest,
    facts: object,
    change: { timestamp?: number; key?: string; tamper?: boolean } = {},
  ) {
    const body = JSON.stringify({
      siteKey: site.siteKey,
      orderId: "1001",
      value: 4_999,
      currency: "USD",
      userId: "u1",
      ...facts,
    });
    const timestamp = change.timestamp ?? seconds;
    const signature = createHmac("sha256", change.key ?? SECRET_KEY)
      .update(`${timestamp}.${body}`)
      .digest("hex");
    return fetch(`${underTest.url}/api/orders`, {
      method: "POST",
      body: change.tamper ? body.replace("4999", "1") : body,
      headers: { "overture-timestamp": String(timestamp), "overture-signature": signature },
    });
  }

  test("counts an order once, whoever sends it how often", async () => {
    const underTest = await start({ now: () => NOW });
    const { visitorToken } = await visitorOf(underTest);
    expect(await (await order(underTest, {})).json()).toEqual({ ok: true });
    expect(await (await order(underTest, {})).json()).toEqual({ ok: true, duplicate: true });
    const again = await order(underTest, { userId: undefined, visitorToken }, { timestamp: seconds + 200 });
    expect(await again.json()).toEqual({ ok: true, duplicate: true });
    expect(await (await order(underTest, { orderId: "1002" })).json()).toEqual({ ok: true });
    expect(underTest.orders.told).toMatchObject([
      { type: "purchase", orderId: "1001", value: 4_999, currency: "USD", signed: true },
      { type: "purchase", orderId: "1002", value: 4_999, currency: "USD", signed: true },
    ]);
  });

  test.each([
    ["another key", { key: "sk_other" }],
    ["a changed body", { tamper: true }],
    ["a time too long ago", { timestamp: seconds - 301 }],
    ["a time to come", { timestamp: seconds + 301 }],
  ])("refuses %s", async (_name, change) => {
    const underTest = await start({ now: () => NOW });
    const response = await order(underTest, {}, change);
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { error: { code: "order/signature-invalid" } },
    ]);
    expect(underTest.orders.told).toEqual([]);
  });
});

describe("health", () => {
  test("the process is alive, its parts answer, its numbers can be scraped", async () => {
    const { url } = await start();
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ok: true, parts: { database: true } });
    const metrics = await fetch(`${url}/metrics`);
    expect(metrics.headers.get("content-type")).toContain("text/plain");
    expect(await metrics.text()).toMatch(/^overture_connections 0$/m);
  });
});
