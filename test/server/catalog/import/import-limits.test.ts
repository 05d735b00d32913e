/** Files that would fill the memory, or take for ever, if what they hold were believed to end. */
import { Readable } from "node:stream";
import { createGzip, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { importCatalog } from "../../../../server/catalog/import/import-catalog.ts";
import { plainText } from "../../../../server/catalog/import/plain-text.ts";
import { SeenNames } from "../../../../server/catalog/import/seen-names.ts";
import { importText } from "../read-fixture.ts";

const MEGABYTE = "x".repeat(1_024 * 1_024);

/** The beginning once, the piece as often as the reader takes it, in bytes. How often it did is counted. */
function endless(beginning: string, piece = MEGABYTE) {
  const taken = { pieces: 0 };
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(beginning);
    for (; taken.pieces < 64; taken.pieces++) yield Buffer.from(piece);
  }
  return { taken, bytes };
}

function importBytes(source: AsyncIterable<Uint8Array>) {
  return importCatalog({
    source,
    format: "auto",
    currency: "USD",
    sink: {
      put: async () => {},
      commit: async () => ({ added: 0, updated: 0, unchanged: 0, hidden: 0 }),
      abort: async () => {},
    },
  });
}

const FIRST = '{"id": 1, "title": "Bowl", "price": 5}';
const ENDLESS: [name: string, beginning: string, piece?: string][] = [
  ["a text in a product of a JSON array", `[\n${FIRST},\n{"id": 2, "title": "`],
  ["a text beside the products", `{"about": "`],
  ["a product of a JSON array", `[\n${FIRST},\n{"id": 2, "tags": [1`, ",1".repeat(500_000)],
  ["brackets of a JSON file", `{"about": `, "[".repeat(1_000_000)],
  ["a line of JSON", `${FIRST}\n{"id": 2, "title": "`],
  ["a cell of a table", 'id,title,price\n1,Bowl,5\n2,"'],
  ["a text in an item of a feed", "<rss><channel><item><id>1</id><title>"],
  ["an item of a feed", "<rss><channel><item><id>1</id>", "<x>y</x>".repeat(100_000)],
  ["a comment of a feed", "<rss><channel><!--"],
  ["tags of a feed", "<rss>", "<channel>".repeat(100_000)],
];

test.each(ENDLESS)("%s that never ends is given up after some megabytes", async (_, beginning, piece) => {
  const { taken, bytes } = endless(beginning, piece);
  const result = await importBytes(bytes());
  expect(result).toMatchObject({ ok: false, error: { code: "file/malformed" } });
  expect(taken.pieces).toBeLessThan(12);
});

test("a gzip archive that is nothing but repetition is given up", async () => {
  const { taken, bytes } = endless(`${FIRST}\n`, `${" ".repeat(3_000_000)}\n`);
  const bomb = Readable.from(bytes(), { objectMode: false }).pipe(createGzip());
  const result = await importBytes(bomb);
  expect(result).toMatchObject({
    ok: false,
    error: { code: "file/unreadable", message: expect.stringContaining("times its size") },
  });
  expect(taken.pieces).toBeLessThan(60);
});

test("an archive of a monotonous catalog is no bomb", async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, place) => `${place * 7_919},Bowl,5.00,${"clay ".repeat(200)}`,
  );
  const archive = gzipSync(`id,title,price,description\n${rows.join("\n")}`);
  expect(await importBytes(Readable.from([archive]))).toMatchObject({ ok: true, summary: { rejected: [] } });
});

test("of very many rejected rows the first are listed, and all are counted", async () => {
  const rows = Array.from({ length: 12_000 }, (_, place) => `${place},,5.00`);
  const { result } = await importText(`id,title,price\n1,Bowl,5\n${rows.join("\n")}`, {}, 65_536);
  const summary = result.ok ? result.summary : null;
  expect(summary).toMatchObject({ added: 1, rejectedTotal: 12_000 });
  expect(summary?.rejected).toHaveLength(10_000);
  expect(summary?.rejected[0]).toMatchObject({ row: 3, reason: "no title" });
});

test("ids repeated a hundred thousand rows later are still found", async () => {
  const rows = Array.from({ length: 100_000 }, (_, place) => `SKU-${place},Bowl,5.00`);
  const text = ["id,title,price", ...rows, "SKU-0,Plate,6.00", "SKU-99999,Plate,6.00"].join("\n");
  expect(await importBytes(Readable.from([Buffer.from(text)]))).toMatchObject({
    ok: true,
    summary: {
      rejected: [
        { row: 100_002, reason: "duplicate id, first seen in row 2" },
        { row: 100_003, reason: "duplicate id, first seen in row 100001" },
      ],
    },
  });
});

test("a name is found by itself only, and with the row that was noted first", () => {
  const seen = new SeenNames();
  const names = Array.from({ length: 200_000 }, (_, place) => `g${place.toString(36)}`);
  const tooEarly = names.filter((name, row) => {
    const isKnown = seen.rowOf(name) !== undefined;
    seen.note(name, row);
    return isKnown;
  });
  expect(tooEarly).toEqual([]);
  seen.note("g0", 7);
  expect(names.every((name, row) => seen.rowOf(name) === row)).toBe(true);
  expect(seen.rowOf("")).toBeUndefined();
});

test("texts longer than anybody reads are cut after a word", async () => {
  const long = "very long ".repeat(50_000).trim();
  const { sink } = await importText(
    JSON.stringify([{ id: 1, title: long, description: long, brand: long, price: 5 }]),
  );
  const record = sink.records.get("1");
  expect(record?.title).toMatch(/^very long .*(very|long)$/);
  expect(record?.title.length).toBeLessThanOrEqual(500);
  expect(record?.description.length).toBeLessThanOrEqual(20_000);
  expect(record?.brand?.length).toBeLessThanOrEqual(200);
});

const MARKUP: [name: string, markup: string][] = [
  ["brackets never closed", "<a".repeat(1_000_000)],
  ["elements never closed", "<div>".repeat(500_000)],
  ["comments never closed", "<!--".repeat(500_000)],
  [
    "a picture written into the text",
    `<img src="data:image/png;base64,${"A".repeat(3_000_000)}"><p>Bowl</p>`,
  ],
  ["ampersands", "&amp".repeat(500_000)],
  ["spaces", `a${" ".repeat(2_000_000)}b`],
];

test.each(MARKUP)("%s are read in a moment", (_, markup) => {
  const shortTime = timeOf(() => plainText(markup.slice(0, markup.length / 4)));
  const longTime = timeOf(() => plainText(markup));
  expect(longTime).toBeLessThan(12 * shortTime + 2_000);
});

test("what stands after a picture written into the text is read", () => {
  expect(plainText(MARKUP[3]?.[1] ?? "")).toBe("Bowl");
});

function timeOf(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

test("others are served while the rows of one piece are read", async () => {
  const row = (id: number) => `${id},Bowl ${id},5,"<p>Stoneware, 14 cm wide.</p>"\n`;
  const rows = Array.from({ length: 4_000 }, (_, id) => row(id)).join("");
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns++;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await importBytes(Readable.from([Buffer.from(`id,title,price,description\n${rows}`)]));
  isOver = true;
  expect(turns).toBeGreaterThan(100);
});

test("rows of very many cells are put by fewer, so that whoever waits for the server has a turn", async () => {
  const columns = Array.from({ length: 2_000 }, (_, at) => `feature ${at}`);
  const rows = Array.from({ length: 40 }, (_, row) => `${row},Bowl,5,${columns.map(() => "yes").join()}`);
  const put: number[] = [];
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const result = await importCatalog({
    source: Readable.from([Buffer.from([`id,title,price,${columns.join()}`, ...rows].join("\n"))]),
    format: "auto",
    currency: "USD",
    sink: {
      put: async (records) => void put.push(records.length),
      commit: async () => ({ added: 40, updated: 0, unchanged: 0, hidden: 0 }),
      abort: async () => {},
    },
  });
  isOver = true;
  expect(result).toMatchObject({ ok: true });
  expect(put.reduce((sum, some) => sum + some, 0)).toBe(40);
  expect(Math.max(...put)).toBeLessThanOrEqual(6);
  expect(turns).toBeGreaterThanOrEqual(40);
});
