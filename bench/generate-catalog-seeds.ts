/** The real products that generated ones are made from, in families whose members can lend each other values. */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CatalogRecord } from "../server/catalog/import/catalog-sink.ts";
import { importCatalog } from "../server/catalog/import/import-catalog.ts";
import type { Attribute } from "../server/catalog/product.ts";

/** Products alike enough that a value of one could stand on another. */
export interface Family {
  categories: string[];
  members: CatalogRecord[];
  /** What its members have under each attribute's name; as often as they have it. */
  valuesOf: Map<string, Attribute[]>;
}

export interface Seeds {
  families: Family[];
  /** Each product's family stands as often as it has members: a draw is a draw among products. */
  draws: Uint16Array;
  /** In how many titles a word stands. */
  titlesWith: Map<string, number>;
}

const SHARED_DATA = fileURLToPath(new URL("../../shared/data/", import.meta.url));

/** Real catalogs beside the checkout; none where they are absent. */
export function sharedCatalogFiles(): string[] {
  const catalogs = join(SHARED_DATA, "catalogs");
  const found = [
    join(SHARED_DATA, "retrieval/icecat/products.jsonl.gz"),
    ...(existsSync(catalogs)
      ? readdirSync(catalogs)
          .sort()
          .map((name) => join(catalogs, name))
      : []),
  ];
  return found.filter((file) => existsSync(file));
}

/** Reads catalogs of any importable format. Throws when a file can't be read, or when there is nothing in any. */
export async function readSeeds(files: readonly string[]): Promise<Seeds> {
  const records: CatalogRecord[] = [];
  for (const file of files) records.push(...(await recordsOf(file)));
  if (records.length === 0) throw new Error("no products to generate from; name catalog files with --from");
  const families = familiesOf(records);
  const titlesWith = new Map<string, number>();
  for (const { title } of records)
    for (const word of new Set(title.split(/\s+/))) titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1);
  const draws = Uint16Array.from(families.flatMap(({ members }, place) => members.map(() => place)));
  return { families, draws, titlesWith };
}

async function recordsOf(source: string): Promise<CatalogRecord[]> {
  const records: CatalogRecord[] = [];
  const result = await importCatalog({
    source,
    format: "auto",
    currency: "USD",
    now: new Date(0),
    sink: {
      put: async (batch) => void records.push(...batch),
      commit: async () => ({ added: 0, updated: 0, unchanged: 0, hidden: 0 }),
      abort: async () => {},
    },
  });
  if (!result.ok) throw new Error(`${basename(source)}: ${result.error.message}`);
  return records.filter(({ price, title }) => price !== null && price.minor > 0 && title !== "");
}

function familiesOf(records: CatalogRecord[]): Family[] {
  const attributeCounts = new Map<string, number>();
  for (const { attributes } of records)
    for (const name of new Set(attributes.map((attribute) => attribute.name)))
      attributeCounts.set(name, (attributeCounts.get(name) ?? 0) + 1);
  const byKey = new Map<string, CatalogRecord[]>();
  for (const record of records) {
    const key =
      record.categories.length > 0
        ? record.categories.join(" > ")
        : (tellingAttribute(record, attributeCounts) ?? `brand ${record.brand}`);
    const held = byKey.get(key);
    if (held === undefined) byKey.set(key, [record]);
    else held.push(record);
  }
  return [...byKey.values()].map((members) => ({
    categories: members[0]?.categories.length ? members[0].categories : nameInTitles(members),
    members,
    valuesOf: valuesOf(members),
  }));
}

/** Fewer products than this share an attribute by chance; more share one that says nothing of their kind. */
const FEWEST_OF_A_KIND = 20;
const MOST_OF_A_KIND = 600;

/** Products without a category are told apart by the rarest attribute that many have: "toner page yield". */
function tellingAttribute({ attributes }: CatalogRecord, counts: Map<string, number>): string | null {
  const telling = attributes
    .map(({ name }) => ({ name, count: counts.get(name) ?? 0 }))
    .filter(({ count }) => count >= FEWEST_OF_A_KIND && count <= MOST_OF_A_KIND);
  if (telling.length === 0) return null;
  return telling.reduce((best, next) => (next.count < best.count ? next : best)).name;
}

/** What many of the titles say in small letters: "toner cartridge". */
function nameInTitles(members: CatalogRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { title } of members)
    for (const [phrase] of title.matchAll(/(?<![\p{L}\d.])\p{Ll}{4,}(?: \p{Ll}{4,})?(?![\p{L}\d])/gu))
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  const commonest = [...counts].reduce<[string, number]>(
    (best, next) => (next[1] > best[1] ? next : best),
    ["", 0],
  );
  if (commonest[1] < members.length / 5) return [];
  return [commonest[0].charAt(0).toUpperCase() + commonest[0].slice(1)];
}

function valuesOf(members: CatalogRecord[]): Map<string, Attribute[]> {
  const values = new Map<string, Attribute[]>();
  for (const { attributes } of members)
    for (const attribute of attributes) {
      const held = values.get(attribute.name);
      if (held === undefined) values.set(attribute.name, [attribute]);
      else held.push(attribute);
    }
  return values;
}
