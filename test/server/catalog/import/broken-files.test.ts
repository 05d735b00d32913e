import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { MemorySink } from "../memory-sink.ts";
import { fixturePath, fixtureText, importFile, importInto, importText } from "../read-fixture.ts";

const rows = Array.from({ length: 30 }, (_, place) => `${place},Bowl ${place},5.00`).join("\n");
const objects = Array.from(
  { length: 30 },
  (_, place) => `  {"id": ${place}, "title": "Bowl ${place}", "price": 5}`,
);

const BROKEN: [name: string, content: string | Uint8Array, code: string, line: number | undefined][] = [
  ["an empty file", "", "file/empty", 1],
  ["nothing but blanks", "\n \n", "file/empty", 1],
  ["a header without rows", "id,title,price\n", "file/no-products", 1],
  ["an HTML page", "<!DOCTYPE html>\n<html><body>Log in</body></html>", "file/format", 1],
  ["XML that is no feed", '<?xml version="1.0"?>\n<orders><order/></orders>', "file/format", 1],
  [
    "a feed without items",
    '<rss version="2.0"><channel><title>x</title></channel></rss>',
    "file/no-products",
    1,
  ],
  ["prose", "Dear shop,\nplease find no catalog here.\n", "file/columns", 1],
  ["JSON that is cut off", `[\n${objects.join(",\n")}`, "file/malformed", 31],
  [
    "JSON that is cut off within a text",
    `[\n${objects.slice(0, 3).join(",\n")},\n  {"id": 4, "tit`,
    "file/malformed",
    5,
  ],
  [
    "JSON with a comma missing",
    `[\n${objects.slice(0, 3).join(",\n")}\n${objects[4]}\n]`,
    "file/malformed",
    5,
  ],
  ["JSON without products", '{"status": "error",\n "errors": [{"title": "nope"}]}', "file/no-products", 1],
  [
    "JSON lines with a broken line",
    `${objects
      .map((line) => line.trim())
      .slice(0, 4)
      .join("\n")}\n{"id": 5, "title"\n`,
    "file/malformed",
    5,
  ],
  ["an unclosed quote", `id,title,price\n${rows}\n30,"Bowl,5.00\n31,Bowl,5.00\n`, "file/malformed", 32],
  [
    "XML with a tag left open",
    `<rss><channel>\n<item><id>1</id><title>A</title><price>5</price></item>\n<item><id>2</id>\n</channel></rss>`,
    "file/malformed",
    4,
  ],
  [
    "XML that is cut off",
    `<rss><channel>\n<item><id>1</id><title>A</title></item>\n<item><id>2</id>`,
    "file/malformed",
    3,
  ],
  [
    "UTF-8 that becomes Latin-1",
    Buffer.concat([Buffer.from("id,title\n1,Crème\n2,Br"), Buffer.from("ûlée\n", "latin1")]),
    "file/encoding",
    3,
  ],
  [
    "a picture",
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 1, 2, 3]),
    "file/encoding",
    3,
  ],
  [
    "a gzip archive that is cut off",
    gzipSync(`id,title,price\n${rows}`).subarray(0, 60),
    "file/unreadable",
    undefined,
  ],
];

test.each(BROKEN)("%s changes nothing, and the error says where", async (_, content, code, line) => {
  const { result, sink } = await importText(content);
  expect(result).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/\S/) } });
  expect(result.ok ? null : result.error.line).toBe(line);
  expect(sink.records.size).toBe(0);
  expect(sink.aborted).toBe(1);
});

test("a broken file leaves what was imported before as it was", async () => {
  const { sink } = await importFile(fixturePath("shopify-kettles.csv"));
  const before = structuredClone([...sink.records]);
  async function* cutOff() {
    yield Buffer.from(`${fixtureText("shopify-kettles.csv")}cut,"never closed`);
  }
  const result = await importInto(sink, cutOff());
  expect(result).toMatchObject({ ok: false, error: { code: "file/malformed", line: 13 } });
  expect([...sink.records]).toEqual(before);
});

test.each(["json", "jsonl", "google", "shopify", "woocommerce"] as const)(
  "a table is refused as %s",
  async (format) => {
    const { result } = await importText("id,title,price\n1,Bowl,5\n", { format });
    expect(result).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^file\/(format|columns|malformed|no-products)$/), line: 1 },
    });
  },
);

test("a row with more cells than the header is rejected, unless they are empty", async () => {
  const { result, sink } = await importText(
    "id,title,price\n1,Bowl,5.00\n2,Bowl, blue,5.00\n3,Plate,6.00,,\n",
  );
  expect(result).toMatchObject({
    ok: true,
    summary: { added: 2, rejected: [{ row: 3, reason: "the row has more cells than the header" }] },
  });
  expect([...sink.records.keys()]).toEqual(["1", "3"]);
});

const nested = (open: string, levels: number, close: string) =>
  `${open.repeat(levels)}${close.repeat(levels)}`;
const SOUND = '{"id":"1","title":"Bowl","price":5}';
const DEEP: [name: string, content: string][] = [
  ["JSON", `[${SOUND},{"id":"2","title":"Vase","price":5,"attributes":${nested("[", 50_000, "]")}}]`],
  ["JSON lines", `${SOUND}\n{"id":"2","title":"Vase","price":5,"attributes":${nested("[", 50_000, "]")}}\n`],
  [
    "XML",
    `<rss><channel><item><id>1</id><title>Bowl</title><price>5</price></item><item><id>2</id>${nested("<title>", 50_000, "</title>")}</item></channel></rss>`,
  ],
];

test.each(DEEP)(
  "a product of %s nested 50,000 levels deep is rejected, and the rest goes on",
  async (_, content) => {
    const { result, sink } = await importText(content, {}, 65_536);
    expect(result).toMatchObject({
      ok: true,
      summary: { added: 1, rejected: [{ row: 2, reason: "nested deeper than 32 levels" }] },
    });
    expect([...sink.records.keys()]).toEqual(["1"]);
  },
);

test("a file of nothing but a product nested too deeply says so", async () => {
  const { result } = await importText(`[{"title":"Vase","attributes":${nested("[", 100, "]")}}]`);
  expect(result).toMatchObject({ ok: false, error: { message: "nested deeper than 32 levels" } });
});

test("brackets without any product are read in time that grows with their number only", async () => {
  const started = performance.now();
  const { result } = await importText(`{"a":${nested("[", 200_000, "]")}}`, { format: "json" }, 65_536);
  expect(result).toMatchObject({ ok: false, error: { code: "file/no-products" } });
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("a text of 50,000 open tags becomes a description, not a failure", async () => {
  const product = { id: "1", title: "Bowl", price: 5, description: `A fine bowl.${"<div>".repeat(50_000)}` };
  const { result, sink } = await importText(JSON.stringify([product]));
  expect(result).toMatchObject({ ok: true, summary: { added: 1 } });
  expect(sink.records.get("1")?.description).toContain("A fine bowl.");
});

test("5,000 variants of one product are told apart in a moment", async () => {
  const header = "Handle,Title,Variant SKU,Variant Price,Option1 Name,Option1 Value,Published,Vendor";
  const variants = Array.from(
    { length: 5_000 },
    (_, place) => `bowl,${place === 0 ? "Bowl" : ""},V${place},5.00,Size,S${place},true,`,
  );
  const started = performance.now();
  const { result, sink } = await importText([header, ...variants, variants[7]].join("\n"), {}, 65_536);
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(result).toMatchObject({
    ok: true,
    summary: { added: 1, rejected: [{ reason: "duplicate of row 9" }] },
  });
  expect(sink.records.get("bowl")?.variants).toHaveLength(5_000);
});

test.each([
  ["a table", 'id,title,price\n1,Bowl,5\n2,"Vase', "\n", 3],
  ["JSON lines", `${SOUND}\n${SOUND}\n{"id":"2","title":"`, "x", 3],
])("%s whose row never ends is given up before it fills the memory", async (_, start, filling, line) => {
  let read = 0;
  async function* endless() {
    yield Buffer.from(start);
    for (; read < 1_000; read++) yield Buffer.from(filling.repeat(65_536));
  }
  const sink = new MemorySink();
  const result = await importInto(sink, endless());
  expect(result).toMatchObject({ ok: false, error: { code: "file/malformed", line } });
  expect(read).toBeLessThan(200);
});

test("JSON lines longer than what is looked at first are known by the file's name", async () => {
  const folder = await mkdtemp(join(tmpdir(), "overture-lines-"));
  const file = join(folder, "long.jsonl");
  const line = (id: number) =>
    `${JSON.stringify({ id, title: "Bowl", price: 5, description: "long ".repeat(5_000) })}\n`;
  await writeFile(file, line(1) + line(2));
  const { result } = await importFile(file);
  await rm(folder, { recursive: true });
  expect(result).toMatchObject({ ok: true, summary: { added: 2 } });
});

test.each(["__proto__", "constructor", "toString"])(
  "a map that names %s is refused like any unknown field",
  async (name) => {
    const map: Record<string, string> = Object.fromEntries([[name, "title"]]);
    const { result } = await importText("id,title,price\n1,Bowl,5\n", { map });
    expect(result).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("an unknown field") },
    });
  },
);

test("a path that does not exist is told, not thrown", async () => {
  const { result } = await importFile("/nowhere/at/all.csv");
  expect(result).toEqual({ ok: false, error: { code: "file/unreadable", message: "no such file" } });
});

test("what the sink throws is not swallowed", async () => {
  const { importCatalog } = await import("../../../../server/catalog/import/import-catalog.ts");
  const failing = {
    put: () => Promise.reject(new Error("disk full")),
    commit: () => Promise.reject(new Error("never reached")),
    abort: async () => {},
  };
  const request = {
    source: fixturePath("lines.jsonl"),
    format: "auto",
    currency: "USD",
    sink: failing,
  } as const;
  await expect(importCatalog(request)).rejects.toThrow("disk full");
});
