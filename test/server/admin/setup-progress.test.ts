/** How far a shop has come, from what really happened to it: a catalog, its pages, a preview, a shopper. */
import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sightingDesk } from "../../../server/store/setup-repository.ts";
import { until } from "../../support/embedded-server.ts";
import { type GatewayOnStore, startGatewayOnStore } from "../../support/gateway-on-store.ts";
import { type MerchantSide, merchantSide } from "../../support/merchant-side.ts";

let gateway: GatewayOnStore;
let side: MerchantSide;
let siteId: string;
let siteKey: string;
let headers: Record<string, string>;
const sockets: Socket[] = [];

beforeAll(async () => {
  gateway = await startGatewayOnStore();
  side = merchantSide(gateway.store);
});
afterAll(() => gateway.close());
beforeEach(async () => {
  const site = { name: "Velo", origins: ["https://shop.example"], currency: "EUR" };
  ({ siteId, siteKey } = await gateway.store.sites.create(site));
  ({ headers } = await side.as("editor", siteId));
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

const progress = async () => (await side.request("GET", "/api/admin/setup", { headers })).body;
const config = (from: Record<string, string>) =>
  fetch(`${gateway.url}/api/sites/${siteKey}/config`, { headers: from });

async function talk(origin: string, pageUrl: string, text: string | null): Promise<string> {
  const socket = io(`${gateway.url}/shopper`, {
    ...{ transports: ["websocket"], reconnection: false, extraHeaders: { origin } },
    auth: { siteKey, page: { url: pageUrl, title: "A page" } },
  });
  sockets.push(socket);
  const refused = await new Promise<string | null>((resolve) => {
    socket.on("connect", () => resolve(null));
    socket.on("connect_error", (error) =>
      resolve((error as Error & { data?: { code: string } }).data?.code ?? error.message),
    );
  });
  if (refused !== null) return refused;
  await socket.emitWithAck("conversation-open", {});
  if (text !== null) await socket.emitWithAck("message-send", { id: randomUUID(), text });
  return "let in";
}

describe("the set-up's progress", () => {
  it("[ADM-11] begins with nothing done", async () => {
    expect(await progress()).toEqual({
      ...{ isStocked: false, sightings: [], triedAt: null, firstShopperAt: null, isComplete: false },
    });
  });

  it("[ADM-11] sees the script on the shop's pages, first and last, and nowhere else", async () => {
    await config({ origin: "https://elsewhere.example" });
    await config({ origin: "https://shop.example" });
    await until(async () => (await progress()).sightings.length > 0, "the script was not seen");
    expect((await progress()).sightings).toMatchObject([{ origin: "https://shop.example", page: null }]);
    await talk("https://shop.example", "https://shop.example/bikes?utm=1", null);
    await until(
      async () => (await progress()).sightings[0].page === "https://shop.example/bikes",
      "the page was not told",
    );
    const [{ firstSeenAt, lastSeenAt }] = (await progress()).sightings;
    expect(Date.parse(lastSeenAt)).toBeGreaterThanOrEqual(Date.parse(firstSeenAt));
    expect((await progress()).firstShopperAt).toBeNull();
  });

  it("[ADM-12] lets the dashboard's page for trying in by its ticket, as a preview that is no shopper", async () => {
    const asked = await side.request("POST", "/api/admin/preview", {
      headers: { ...headers, origin: "https://overture.example" },
    });
    const { url } = asked.body;
    expect(url).toMatch(new RegExp(`^/dashboard/try/\\?site=${siteKey}&overture-preview=\\d+\\.`));
    const page = `https://overture.example${url}`;
    expect(await talk("https://elsewhere.example", page, "A lamp?")).toBe("site/origin-refused");
    expect(await talk("https://overture.example", "https://overture.example/", "A lamp?")).toBe(
      "site/origin-refused",
    );
    expect(await talk("https://overture.example", page, "A lamp?")).toBe("let in");
    expect(await progress()).toMatchObject({ sightings: [], firstShopperAt: null, isComplete: false });
    expect((await progress()).triedAt).not.toBeNull();
    const kept = await gateway.sql<{ text: string }[]>`
      select body::text as text from events join conversations on conversations.id = conversation_id where site_id = ${siteId}`;
    expect(kept.map(({ text }) => text).join()).not.toContain(url.split("overture-preview=")[1]);
  });

  it("[ADM-11] writes of an origin once a minute", async () => {
    let now = new Date("2026-03-01T12:00:00Z");
    const desk = sightingDesk(gateway.sql, () => now);
    const first = "https://shop.example";
    const lastSeen = async () => (await progress()).sightings[0]?.lastSeenAt;
    const seenAt = async (seconds: number) => {
      now = new Date(Date.parse("2026-03-01T12:00:00Z") + seconds * 1_000);
      desk.see(siteId, first, null);
    };
    await seenAt(0);
    await until(async () => (await lastSeen()) === "2026-03-01T12:00:00.000Z", "it was not seen");
    await seenAt(59);
    await seenAt(61);
    await until(async () => (await lastSeen()) === "2026-03-01T12:01:01.000Z", "it was not seen again");
  });

  it("[ADM-11] is complete with products, a script that was seen and a shopper who wrote", async () => {
    const lamp = { version: 1, title: "Lamp", price: 5 };
    await side.request("PUT", "/api/admin/products/lamp", { headers, body: lamp });
    expect(await talk("https://shop.example", "https://shop.example/lamp", null)).toBe("let in");
    expect(await progress()).toMatchObject({ isStocked: true, firstShopperAt: null, isComplete: false });
    await talk("https://shop.example", "https://shop.example/lamp", "Is it warm?");
    await until(async () => (await progress()).isComplete, "the set-up is not complete");
  });

  it("[ADM-11] is seen by who only looks, and by nobody of another site", async () => {
    const viewer = await side.as("viewer", siteId);
    expect((await side.request("GET", "/api/admin/setup", viewer)).status).toBe(200);
    await config({ origin: "https://shop.example" });
    await until(async () => (await progress()).sightings.length > 0, "the script was not seen");
    const other = await gateway.newSite();
    const stranger = await side.as("owner", other.siteId);
    expect((await side.request("GET", "/api/admin/setup", stranger)).body.sightings).toEqual([]);
  });
});
