/** Reviews of files in the store: matched, taken up by the catalog, updated, removed for good. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { authorKey } from "../../../server/catalog/reviews/author-key.ts";
import type { ImportedReview } from "../../../server/catalog/reviews/imported-review.ts";
import { matchReferences } from "../../../server/catalog/reviews/match-references.ts";
import type { CatalogRecord } from "../../../server/store/catalog-repository.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let store: Store;
let siteId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId } = await store.sites.create({ name: "Camp", origins: [], currency: "EUR" }));
  await importProducts(product("tern", "Tern Two-Person Tent"), product("wren", "Wren Tarp"));
});

function product(sku: string, title: string, part: Partial<CatalogRecord> = {}): CatalogRecord {
  return {
    sku,
    title,
    description: "",
    brand: null,
    categories: [],
    tags: [],
    url: `https://camp.example/products/${sku}-page`,
    imageUrl: null,
    price: { minor: 10_000, currency: "EUR" },
    was: null,
    inStock: true,
    attributes: [],
    variants: [],
    rating: null,
    popularity: null,
    hidden: null,
    reviews: [],
    ...part,
  };
}
async function importProducts(...records: CatalogRecord[]): Promise<void> {
  const catalog = await store.catalogs.openImport(siteId);
  await catalog.put(records);
  await catalog.commit();
}
function review(
  id: string,
  reference: ImportedReview["reference"],
  part: Partial<ImportedReview> = {},
): ImportedReview {
  return {
    row: 2,
    id: `file:${id}`,
    source: "file",
    reference,
    author: "Mara K.",
    authorKeys: [authorKey("Mara Klein") ?? ""],
    rating: 5,
    title: "",
    text: `Kept dry ${id}.`,
    at: "2025-01-01",
    verified: true,
    language: null,
    helpful: 2,
    ...part,
  };
}
async function importReviews(...reviews: ImportedReview[]) {
  const taking = await store.reviews.openImport(siteId, matchReferences);
  await taking.put(reviews);
  return await taking.commit();
}
const shown = async () =>
  (await store.catalogs.load(siteId)).reviews.map(({ id, sku }) => `${id} ${sku}`).sort();

describe("[REV-3] reviews of files", () => {
  test("come with the catalog, which has a new version", async () => {
    const before = await store.catalogs.version(siteId);
    const counts = await importReviews(review("1", { sku: "tern" }), review("2", { handle: "wren-page" }));
    expect(counts).toEqual({ added: 2, updated: 0, unchanged: 0, unmatched: [] });
    const { version, reviews } = await store.catalogs.load(siteId);
    expect(version).toBe(before + 1);
    expect(reviews.find(({ id }) => id === "file:1")).toEqual({
      id: "file:1",
      sku: "tern",
      author: "Mara K.",
      rating: 5,
      text: "Kept dry 1.",
      at: "2025-01-01",
      verified: true,
      helpful: 2,
    });
    const changes = await store.catalogs.changesSince(siteId, before);
    expect(changes?.reviews.map(({ id }) => id).sort()).toEqual(["file:1", "file:2"]);
  });
  test("the same file twice changes nothing, and what differs by id is updated", async () => {
    await importReviews(review("1", { sku: "tern" }), review("2", { sku: "wren" }));
    const before = await store.catalogs.load(siteId);
    const again = await importReviews(review("1", { sku: "tern" }), review("2", { sku: "wren" }));
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect(await store.catalogs.load(siteId)).toEqual(before);
    const moved = await importReviews(review("1", { sku: "wren" }));
    expect(moved).toMatchObject({ added: 0, updated: 1, unchanged: 0 });
    expect(await shown()).toEqual(["file:1 wren", "file:2 wren"]);
  });
  test("a rehearsal and an aborted import change nothing", async () => {
    const before = await store.catalogs.version(siteId);
    for (const end of ["rehearse", "abort"] as const) {
      const taking = await store.reviews.openImport(siteId, matchReferences);
      await taking.put([review("1", { sku: "tern" })]);
      await taking[end]();
    }
    expect(await shown()).toEqual([]);
    expect(await store.catalogs.version(siteId)).toBe(before);
  });
  test("survive a catalog import that has none", async () => {
    await importReviews(review("1", { sku: "tern" }));
    await importProducts(product("tern", "Tern Two-Person Tent", { inStock: false }));
    expect(await shown()).toEqual(["file:1 tern"]);
  });
  test("[REV-2] without a product they wait for it, and are told", async () => {
    const counts = await importReviews(review("1", { title: "Barn Family Tent XL" }, { row: 7 }));
    expect(counts.unmatched).toEqual([{ row: 7, reference: "Barn Family Tent XL" }]);
    expect(await store.reviews.match(siteId, matchReferences)).toBe(0);
    await importProducts(product("barn", "Barn Family Tent XL"));
    expect(await store.reviews.match(siteId, matchReferences)).toBe(1);
    expect(await shown()).toEqual(["file:1 barn"]);
    expect(await store.reviews.match(siteId, matchReferences)).toBe(0);
  });
  test("[REV-4] removed by id, name or address, they are gone for good", async () => {
    const mail = authorKey("jo@x.example") ?? "";
    const file = [
      review("1", { sku: "tern" }),
      review("2", { sku: "tern" }, { author: "Jo", authorKeys: [mail] }),
      review("3", { sku: "wren" }, { author: "Al", authorKeys: [] }),
    ];
    const own = { id: "c1", sku: "tern", author: "Mara Klein", rating: 4, text: "Fine.", at: "" };
    await importProducts(product("tern", "Tern Two-Person Tent", { reviews: [own] }));
    await importReviews(...file);
    const remove = (who: string) => store.reviews.remove(siteId, { authorKey: authorKey(who), name: who });
    expect(await remove("mara klein")).toEqual(["file:1", "catalog:tern:c1"]);
    expect(await remove("Jo@X.example")).toEqual(["file:2"]);
    expect(await store.reviews.remove(siteId, { id: "file:3" })).toEqual(["file:3"]);
    expect(await importReviews(...file)).toMatchObject({ added: 0, updated: 0 });
    await importProducts(product("tern", "Tern Tent", { reviews: [own] }));
    expect(await shown()).toEqual([]);
    expect(await store.reviews.list(siteId, { limit: 9 })).toHaveLength(1);
  });
  test("are listed by product, those without one last", async () => {
    await importReviews(
      review("1", { sku: "wren" }),
      review("2", { sku: "none" }),
      review("3", { sku: "tern" }),
    );
    const listed = await store.reviews.list(siteId, { limit: 9 });
    expect(listed.map(({ id, sku, matchedBy }) => [id, sku, matchedBy])).toEqual([
      ["file:3", "tern", "sku"],
      ["file:1", "wren", "sku"],
      ["file:2", null, null],
    ]);
    expect(await store.reviews.list(siteId, { sku: "wren", limit: 9 })).toHaveLength(1);
  });
});
