import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Product } from "../../server/catalog/product.ts";
import { type CatalogSource, openCatalogRooms } from "../../server/catalog-rooms.ts";
import { initialState } from "../../server/dialogue/reduce.ts";
import { makeProduct, queryOf } from "./catalog/make-product.ts";

const SITE = { id: "site", currency: "USD" };
const lamp = (sku: string, more: Partial<Product> = {}) =>
  makeProduct(sku, `Harbour Lamp ${sku.toUpperCase()}`, 30, {
    brand: "Orin",
    categories: ["Lamps"],
    ...more,
  });

let snapshotFolder: string;
beforeEach(async () => {
  snapshotFolder = await mkdtemp(join(tmpdir(), "overture-rooms-"));
});
afterEach(() => rm(snapshotFolder, { recursive: true, force: true }));

/** A store of one site; says how often the catalog was read whole. */
function storeOf(products: Product[], version = 1) {
  const store = { products, version, changed: [] as Product[] | null, reads: 0 };
  const source: CatalogSource = {
    snapshotFolder,
    catalogs: {
      version: async () => store.version,
      async read(_, onProducts) {
        store.reads++;
        for (const product of store.products) await onProducts([product]);
        return { version: store.version };
      },
      changesSince: async () =>
        store.changed && { version: store.version, products: store.changed, reviews: [], gone: [] },
    },
  };
  return { store, source };
}

describe("[CAT-7] the rooms of a catalog", () => {
  test("are built from the store once, and opened from the snapshot afterwards, with the same answers", async () => {
    const { store, source } = storeOf([lamp("a"), lamp("b")]);
    const cold = await openCatalogRooms(source, SITE);
    await cold.keep();
    const warm = await openCatalogRooms(source, SITE);
    expect(store.reads).toBe(1);
    expect(warm.isWhole).toBe(true);
    const query = queryOf([], { text: "harbour lamp" });
    expect(warm.rooms.catalog.find(query)).toEqual(cold.rooms.catalog.find(query));
    const message = "an orin lamp under $40, like the harbour lamp b";
    const understood = warm.rooms.understand(message, initialState());
    expect(understood).toEqual(cold.rooms.understand(message, initialState()));
    expect(understood.preferences.map(({ attribute }) => attribute)).toContain("price");
    expect(warm.rooms.names.find(["harbour", "lamp", "b"])).toEqual(
      cold.rooms.names.find(["harbour", "lamp", "b"]),
    );
  });

  test("are brought up to date from a snapshot that is behind", async () => {
    const { store, source } = storeOf([lamp("a"), lamp("b")]);
    await (await openCatalogRooms(source, SITE)).keep();
    Object.assign(store, { version: 2, changed: [lamp("b", { inStock: false })] });
    const { rooms, isWhole } = await openCatalogRooms(source, SITE);
    expect([store.reads, isWhole, rooms.catalog.version]).toEqual([1, true, 2]);
    expect(rooms.catalog.find(queryOf([])).total).toBe(1);
    store.changed = [lamp("c")];
    expect((await openCatalogRooms(source, SITE)).isWhole).toBe(false);
  });

  test("are built anew when too much has changed, when asked for, and without a folder", async () => {
    const { store, source } = storeOf([lamp("a")]);
    await (await openCatalogRooms(source, SITE)).keep();
    await openCatalogRooms(source, SITE, { fresh: true });
    expect(store.reads).toBe(2);
    Object.assign(store, { version: 5, changed: null });
    await openCatalogRooms(source, SITE);
    expect(store.reads).toBe(3);
    const nowhere = await openCatalogRooms({ ...source, snapshotFolder: null }, SITE);
    await nowhere.keep();
    expect(store.reads).toBe(4);
  });

  test("of a shop without products answer too", async () => {
    const { source } = storeOf([]);
    const { rooms } = await openCatalogRooms(source, SITE);
    expect(rooms.catalog.find(queryOf([], { text: "lamp" }))).toMatchObject({ total: 0, candidates: [] });
    expect(rooms.understand("a lamp please", initialState()).acts).toContain("inform");
  });
});
