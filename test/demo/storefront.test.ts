import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { imageAddress } from "../../demo/drawing/draw-product.ts";
import { STOCK } from "../../demo/products/stock.ts";
import { createStorefront } from "../../demo/storefront-app.tsx";

const server = new Hono().route("/demo", createStorefront({ siteKey: "pk_shop" }));
const read = async (address: string) => {
  const answer = await server.request(address);
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", text: await answer.text() };
};

/** Every page that can be reached from the home page by links, with its text. */
async function walk(): Promise<Map<string, { status: number; type: string; text: string }>> {
  const seen = new Map<string, { status: number; type: string; text: string }>();
  const waiting = ["/demo/"];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (seen.has(address)) continue;
    const page = await read(address);
    seen.set(address, page);
    if (!page.type.startsWith("text/html")) continue;
    for (const [, link = ""] of page.text.matchAll(
      /(?:href|src|action|data-image|data-url)="(\/demo[^"#]*)/g,
    ))
      waiting.push(link.replaceAll("&amp;", "&"));
  }
  return seen;
}
const pages = await walk();
const htmlPages = [...pages].filter(([, page]) => page.type.startsWith("text/html"));

describe("the demo storefront", () => {
  it("answers every address that its pages link to", () => {
    expect([...pages].filter(([, page]) => page.status !== 200).map(([address]) => address)).toEqual([]);
  });

  it("leads by links to every product, and shows a picture of each in each colour", () => {
    const unreached = STOCK.filter(
      (goods) =>
        !pages.has(`/demo/products/${goods.slug}`) ||
        !goods.colours.every((colour) => pages.has(imageAddress(goods.sku, colour))),
    );
    expect(unreached.map((goods) => goods.sku)).toEqual([]);
  });

  it("carries the embed snippet once on every page, and nothing else of Overture", () => {
    for (const [address, { text }] of htmlPages) {
      const snippets =
        text.match(
          /<script async=""? src="\/widget\.js" data-site="pk_shop"(?: data-sku="[^"]+")?><\/script>/g,
        ) ?? [];
      expect(snippets.length, address).toBe(1);
      expect(text.replace(snippets[0] ?? "", ""), address).not.toMatch(
        /overture|widget\.js|pk_shop|\/shopper|socket\.io/i,
      );
    }
    expect(pages.get("/demo/shop.css")?.text).not.toMatch(/overture/i);
  });

  it("calls Overture by its documented queue and nothing else", () => {
    const script = pages.get("/demo/shop.js")?.text ?? "";
    const calls = script.match(/\boverture\b.*/gi) ?? [];
    expect(calls).toEqual([
      "overture ||= (...call) => {",
      "overture.q = [...(window.overture.q ?? []), call];",
      'overture("track", event, facts);',
    ]);
  });

  it("tells the widget the product of a product page, and of no other page", () => {
    for (const [address, { text }] of htmlPages) {
      const goods = STOCK.find((candidate) => address === `/demo/products/${candidate.slug}`);
      expect(/<script async[^>]* data-sku="([^"]+)"/.exec(text)?.[1], address).toBe(goods?.sku);
    }
  });

  it("shows price, every fact and every review on a product's page", async () => {
    const goods = STOCK.find((candidate) => candidate.sku === "PIN-WARBLER-2");
    const page = pages.get("/demo/products/warbler-2-trekking-tent")?.text.replaceAll("&#39;", "'") ?? "";
    for (const words of [
      "$349.00",
      "$389.00",
      ...Object.values(goods?.attributes ?? { none: "?" }),
      ...(goods?.reviews ?? []).map(([, , , text]) => text),
    ]) {
      expect(page).toContain(words);
    }
  });

  it("filters and sorts a department by its address", async () => {
    const { text } = await read("/demo/departments/bags?maker=Pinecrake&stock=in&price=100&sort=price-up");
    const titles = [...text.matchAll(/class="card-link"[^>]*>([^<]+)</g)].map(([, title]) => title);
    const expected = STOCK.filter(
      (goods) => goods.categories[0] === "Bags" && goods.brand === "Pinecrake" && goods.price <= 100,
    );
    expect(titles).toEqual(expected.sort((a, b) => a.price - b.price).map((goods) => goods.title));
    expect(titles.length).toBeGreaterThan(1);
  });

  it("finds by several words, and writes a query back as text, not as markup", async () => {
    expect((await read("/demo/search?q=brass+bell")).text).toContain("Vicar Brass Bell");
    const { status, text } = await read(
      `/demo/search?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`,
    );
    expect(status).toBe(200);
    expect(text).not.toContain("<img src=x");
  });

  it("answers with 404 and a way back where nothing is, and with the home page at its root with or without slash", async () => {
    for (const address of [
      "/demo/nothing",
      "/demo/products/nothing",
      "/demo/departments/nothing",
      "/demo/departments/bags/nothing",
      "/demo/images/nothing.svg",
    ]) {
      const { status, text } = await read(address);
      expect(status, address).toBe(404);
      expect(text).toContain('href="/demo/"');
    }
    expect((await read("/demo")).text).toBe((await read("/demo/")).text);
  });
});
