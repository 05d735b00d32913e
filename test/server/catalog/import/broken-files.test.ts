import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
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
