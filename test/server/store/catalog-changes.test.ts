/** How a catalog changes: imports that replace, that are held back, and pushes beside them. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ImportOptions } from "../../../server/store/catalog-records.ts";
import type { CatalogRecord } from "../../../server/store/catalog-repository.ts";
import type { Store } from "../../../server/store/open-store.ts";
import { record } from "./catalog-records.ts";
import { servers, storeOn } from "./store-on-servers.ts";

describe.each(servers)("the store on $name", (server) => {
  const scene = storeOn(server);
  const { beside } = scene;
  let store: Store;
  let siteId: string;
  beforeEach(() => {
    ({ store, siteId } = scene);
  });

  describe("catalogs", () => {
    const importAll = async (...records: CatalogRecord[]) => {
      const catalog = await store.catalogs.openImport(siteId);
      await catalog.put(records);
      return await catalog.commit();
    };

    const replaceAll = async (options: ImportOptions, ...records: CatalogRecord[]) => {
      const catalog = await store.catalogs.openImport(siteId, { replace: true, ...options });
      await catalog.put(records);
      return await catalog.commit();
    };
    const four = ["a", "b", "c", "d"].map((sku) => record(sku));
    const visible = async () => (await store.catalogs.load(siteId)).products.map(({ sku }) => sku);

    it("hide what a replacing import leaves out, and show what comes back", async () => {
      await importAll(...four);
      expect(await replaceAll({}, ...four.slice(1))).toEqual({
        added: 0,
        updated: 0,
        unchanged: 3,
        hidden: 0,
        removed: 1,
      });
      expect(await visible()).toEqual(["b", "c", "d"]);
      expect((await store.catalogs.productAt(siteId, "a", null))?.record.hidden).toBe(
        "no longer in the feed",
      );
      expect(await replaceAll({}, ...four)).toMatchObject({ updated: 1, unchanged: 3, removed: 0 });
      expect(await visible()).toEqual(["a", "b", "c", "d"]);
    });

    it("[CAT-2] hold back an import that would take away more than 30 %, until it is confirmed", async () => {
      await importAll(...four);
      const before = await store.catalogs.load(siteId);
      const counts = await replaceAll({ source: "feed" }, record("a"), record("b", { title: "Renamed" }));
      expect(counts).toMatchObject({
        updated: 1,
        removed: 2,
        held: { leaving: 2, visible: 4, examples: ["c", "d"] },
      });
      expect(counts.held?.message).toContain("2 of 4 products, 50 %, are missing from it (for example c, d)");
      expect(await store.catalogs.load(siteId)).toEqual(before);
      const id = counts.held?.id ?? "";
      expect(await store.catalogs.imports(siteId, 1)).toMatchObject([
        { id, state: "held", source: "feed", code: "import/held", message: counts.held?.message },
      ]);
      const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
      expect(await store.catalogs.confirmImport(other.siteId, id)).toBeNull();

      expect(await store.catalogs.confirmImport(siteId, id)).toMatchObject({ updated: 1, removed: 2 });
      expect(await visible()).toEqual(["a", "b"]);
      expect(await store.catalogs.imports(siteId, 1)).toMatchObject([
        { id, state: "applied", message: null },
      ]);
      expect(await store.catalogs.confirmImport(siteId, id)).toBeNull();
      expect(await beside((sql) => sql`select from held_records where import_id = ${id}`)).toHaveLength(0);
    });

    it("[CAT-2] count what would be hidden as well, and let through what the call allows", async () => {
      await importAll(...four);
      const broken = four.map((each) => ({ ...each, price: null, hidden: "no price" }));
      const hold = await store.catalogs.openImport(siteId);
      await hold.put(broken);
      expect((await hold.commit()).held?.message).toContain("4 of 4 products, 100 %, would be hidden by it");
      expect(await visible()).toEqual(["a", "b", "c", "d"]);
      expect((await replaceAll({ maxShrink: 1 }, record("a"))).held).toBeUndefined();
      expect(await visible()).toEqual(["a"]);
    });

    it("[CAT-2] forget a held import that is discarded, or that a newer one replaces", async () => {
      await importAll(...four);
      const first = await replaceAll({}, record("a"));
      expect(await store.catalogs.discardImport(siteId, first.held?.id ?? "")).toBe(true);
      expect(await store.catalogs.discardImport(siteId, first.held?.id ?? "")).toBe(false);
      const second = await replaceAll({}, record("a"));
      await replaceAll({}, ...four);
      expect(await store.catalogs.confirmImport(siteId, second.held?.id ?? "")).toBeNull();
      const states = (await store.catalogs.imports(siteId, 10)).map(({ id, state }) => [id, state]);
      expect(states).toContainEqual([first.held?.id, "rejected"]);
      expect(states).toContainEqual([second.held?.id, "rejected"]);
      expect(await visible()).toEqual(["a", "b", "c", "d"]);
    });

    it("[CAT-2] keep what changed after a held import was read", async () => {
      await importAll(...four);
      const { held } = await replaceAll({}, record("a", { title: "Old" }));
      await store.catalogs.change(siteId, ["a", "b"], (products) => ({
        changes: products.map(({ sku, record: before, mark }) => ({
          sku,
          mark,
          record: before && { ...before, title: `New ${sku}`, reviews: null },
        })),
        result: null,
      }));
      await store.catalogs.confirmImport(siteId, held?.id ?? "");
      const { products } = await store.catalogs.load(siteId);
      expect(products.map(({ sku, title }) => [sku, title])).toEqual([
        ["a", "New a"],
        ["b", "New b"],
      ]);
    });

    it("remember an import that came to nothing, and its rejected rows", async () => {
      const opened = await store.catalogs.openImport(siteId, { source: "products.csv" });
      await opened.commit();
      await store.catalogs.recordRejected(opened.id, 7);
      await store.catalogs.recordFailure(siteId, {
        id: randomUUID(),
        source: "broken.csv",
        replaces: true,
        code: "file/malformed",
        message: "no valid JSON",
      });
      expect(await store.catalogs.imports(siteId, 10)).toMatchObject([
        { state: "failed", source: "broken.csv", counts: null, code: "file/malformed" },
        { state: "applied", source: "products.csv", rejected: 7 },
      ]);
    });

    it("are changed by a push without its reviews, in one step that is told", async () => {
      await importAll(...four);
      const seen = await store.catalogs.change(siteId, ["b-M", "nobody"], (held) => ({
        changes: held.map(({ sku, record: before, mark }) => ({
          sku,
          mark: { ...mark, version: 7 },
          record: before && { ...before, title: "Pushed", variants: [], reviews: null },
        })),
        result: held.map(({ sku, mark }) => [sku, mark]),
      }));
      expect(seen).toEqual([["b", { version: null, patches: {} }]]);
      const { version, products, reviews } = await store.catalogs.load(siteId);
      expect(version).toBe(2);
      expect(products[1]).toMatchObject({ sku: "b", title: "Pushed", variants: [], version: 2 });
      expect(reviews.map(({ id }) => id)).toContain("b-r1");
      const mark = await store.catalogs.change(siteId, ["b"], (held) => ({
        changes: [],
        result: held[0]?.mark,
      }));
      expect(mark?.version).toBe(7);
      expect(await store.catalogs.version(siteId)).toBe(2);
    });

    it("take pushes while an import is read, and keep them over it", async () => {
      await importAll(record("a"));
      const slow = await store.catalogs.openImport(siteId);
      await slow.put([record("a", { title: "From the file" })]);
      await store.catalogs.change(siteId, ["a"], ([held]) => ({
        changes: held?.record
          ? [{ sku: "a", mark: held.mark, record: { ...held.record, inStock: false, reviews: null } }]
          : [],
        result: null,
      }));
      expect(await slow.commit()).toMatchObject({ updated: 0, unchanged: 1 });
      const [product] = (await store.catalogs.load(siteId)).products;
      expect(product).toMatchObject({ title: "Bike a", inStock: false });
    });

    it("take two imports of one site one after the other", async () => {
      const first = await store.catalogs.openImport(siteId);
      await first.put([record("a")]);
      const second = importAll(record("a", { title: "Renamed" }));
      expect(await first.commit()).toMatchObject({ added: 1 });
      expect(await second).toMatchObject({ added: 0, updated: 1 });
      expect((await store.catalogs.load(siteId)).products[0]?.title).toBe("Renamed");
    });
  });
});
