/** What a catalog holds, and in which versions. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Product, Review } from "../../../server/catalog/product.ts";
import type { CatalogRecord } from "../../../server/store/catalog-repository.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { record } from "./catalog-records.ts";
import { servers, storeOn } from "./store-on-servers.ts";

describe.each(servers)("the store on $name", (server) => {
  const scene = storeOn(server);
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

    const four = ["a", "b", "c", "d"].map((sku) => record(sku));

    it("come back as they were put, hidden products left out", async () => {
      const counts = await importAll(
        record("a"),
        record("b", { was: null, rating: null, popularity: null, variants: [], reviews: [], brand: "Rondo" }),
        record("c", { price: null, hidden: "no price" }),
      );
      expect(counts).toEqual({ added: 3, updated: 0, unchanged: 0, hidden: 1 });
      const { version, products, reviews } = await store.catalogs.load(siteId);
      const { hidden, reviews: put, ...product } = record("a");
      expect(version).toBe(1);
      expect(products.map(({ sku }) => sku)).toEqual(["a", "b"]);
      expect(products[0]).toEqual({
        ...product,
        description: 'Light, "quick" \\ and\ufffd well made.',
        version: 1,
      });
      expect(products[1]).toMatchObject({
        was: null,
        rating: null,
        popularity: null,
        variants: [],
        brand: "Rondo",
      });
      expect(reviews).toEqual(put);
      expect(hidden).toBeNull();
    });

    it("are not changed by a second import of the same", async () => {
      await importAll(record("a"), record("b"));
      const before = await store.catalogs.load(siteId);
      expect(await importAll(record("b"), record("a"))).toEqual({
        added: 0,
        updated: 0,
        unchanged: 2,
        hidden: 0,
      });
      expect(await store.catalogs.load(siteId)).toEqual(before);
    });

    it("keep what an import leaves out, and raise the version of what it changes", async () => {
      await importAll(record("a"), record("b"));
      const cheaper = { minor: 99_900, currency: "EUR" };
      const counts = await importAll(record("b", { price: cheaper, reviews: [], variants: [] }), record("c"));
      expect(counts).toEqual({ added: 1, updated: 1, unchanged: 0, hidden: 0 });
      const { version, products, reviews } = await store.catalogs.load(siteId);
      expect(version).toBe(2);
      expect(products.map(({ sku, version: of, price }) => [sku, of, price.minor])).toEqual([
        ["a", 1, 129_900],
        ["b", 2, 99_900],
        ["c", 1, 129_900],
      ]);
      expect(reviews.map(({ id }) => id)).toEqual(["a-r1", "c-r1"]);
    });

    it("are as before after an import that was aborted or failed", async () => {
      await importAll(record("a"));
      const before = await store.catalogs.load(siteId);
      const aborted = await store.catalogs.openImport(siteId);
      await aborted.put([record("b")]);
      await aborted.abort();
      expect(await store.catalogs.load(siteId)).toEqual(before);
      const failed = await store.catalogs.openImport(siteId);
      await failed.put([record("b")]);
      await expect(failed.put([record("b")])).rejects.toThrow("duplicate");
      await expect(failed.commit()).rejects.toThrow();
      expect(await store.catalogs.load(siteId)).toEqual(before);
      expect(await importAll(record("b"))).toMatchObject({ added: 1 });
    });

    it("tell every process that listens when one changed, and only then", async () => {
      const told: (string | null)[] = [];
      let heard = () => {};
      const change = new Promise<void>((resolve) => {
        heard = resolve;
      });
      const listener = await openStore(scene.database);
      const unwatch = await listener.catalogs.watch((changed) => {
        told.push(changed);
        if (changed === siteId) heard();
      });
      const elsewhere = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
      const unchanged = await store.catalogs.openImport(elsewhere.siteId);
      await unchanged.commit();
      await importAll(record("a"));
      await change;
      expect(told).toEqual([siteId]);
      await unwatch();
      await listener.close();
    });

    it("are not changed by a rehearsal, which counts what a commit would", async () => {
      await importAll(record("a"));
      const before = await store.catalogs.load(siteId);
      const rehearsed = await store.catalogs.openImport(siteId);
      await rehearsed.put([record("a", { title: "Renamed" }), record("b")]);
      expect(await rehearsed.rehearse()).toEqual({ added: 1, updated: 1, unchanged: 0, hidden: 0 });
      expect(await store.catalogs.load(siteId)).toEqual(before);
    });

    it("are read in batches that hold what loading gives, from one snapshot", async () => {
      await importAll(...four, record("e", { variants: [], hidden: "unpublished" }));
      const products: Product[] = [];
      const reviews: Review[] = [];
      const { version } = await store.catalogs.read(
        siteId,
        async (batch) => {
          // A change in the middle of reading is for the next reading.
          if (products.length === 0) await importAll(record("a", { title: "Renamed", reviews: [] }));
          products.push(...batch);
        },
        (batch) => {
          reviews.push(...batch);
        },
      );
      expect(version).toBe(1);
      expect(products.map(({ sku, title }) => [sku, title])).toEqual(
        four.map(({ sku, title }) => [sku, title]),
      );
      expect(products[0]?.variants).toEqual(four[0]?.variants);
      expect(reviews.map(({ id }) => id)).toEqual(["a-r1", "b-r1", "c-r1", "d-r1"]);
    });

    it("say what changed since a version, and what is gone", async () => {
      await importAll(...four);
      await importAll(record("b", { title: "Renamed" }), record("e"), record("c", { hidden: "unpublished" }));
      expect(await store.catalogs.changesSince(siteId, 2)).toEqual({
        version: 2,
        products: [],
        reviews: [],
        gone: [],
      });
      const changes = await store.catalogs.changesSince(siteId, 1);
      expect(changes?.version).toBe(2);
      expect(changes?.products.map(({ sku, title }) => [sku, title]).sort()).toEqual([
        ["b", "Renamed"],
        ["e", "Bike e"],
      ]);
      expect(changes?.reviews.map(({ id }) => id).sort()).toEqual(["b-r1", "e-r1"]);
      expect(changes?.gone).toEqual(["c"]);
      expect(await store.catalogs.changesSince(siteId, 3)).toBeNull();
    });

    it("are better read anew than changed in thousands of places", async () => {
      await importAll(
        ...Array.from({ length: 2_001 }, (_, place) => record(`sku-${place}`, { variants: [] })),
      );
      expect(await store.catalogs.changesSince(siteId, 0)).toBeNull();
    });

    it("[CAT-3] keep what a product was in each version, stock and prices included", async () => {
      await importAll(...four);
      await importAll(record("a", { price: { minor: 99_900, currency: "EUR" } }));
      await importAll(record("a", { price: { minor: 99_900, currency: "EUR" }, hidden: "unpublished" }));
      const at = (version: number | null) => store.catalogs.productAt(siteId, "a", version);
      const [first, second, third] = [await at(1), await at(2), await at(3)];
      expect(first?.record).toMatchObject({ ...(await recordWithoutReviews("a")), version: 1, hidden: null });
      expect(second?.record).toMatchObject({ version: 2, price: { minor: 99_900, currency: "EUR" } });
      expect(third?.record).toMatchObject({ version: 3, hidden: "unpublished" });
      expect(first?.until).not.toBeNull();
      expect(Date.parse(first?.until ?? "")).toBeGreaterThanOrEqual(Date.parse(first?.from ?? ""));
      expect(third?.until).toBeNull();
      expect(await at(null)).toEqual(third);
      expect(await at(4)).toBeNull();
      expect(await store.catalogs.productAt(siteId, "nobody\0", 1)).toBeNull();
      const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
      expect(await store.catalogs.productAt(other.siteId, "a", 1)).toBeNull();
    });
    const recordWithoutReviews = async (sku: string) => {
      const { reviews: _, description: __, ...content } = record(sku);
      return content;
    };
  });
});
