import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Money } from "../../../server/catalog/product.ts";
import type { CatalogRecord, HeldProduct } from "../../../server/store/catalog-records.ts";
import { orderPushes, type PushResult } from "../../../server/sync/order-pushes.ts";
import type { PushItem } from "../../../server/sync/read-push-item.ts";

const euros = (minor: number): Money => ({ minor, currency: "EUR" });

function record(sku: string, change: Partial<CatalogRecord> = {}): CatalogRecord {
  return {
    sku,
    title: `Lamp ${sku}`,
    description: "",
    brand: null,
    categories: [],
    tags: [],
    url: "",
    imageUrl: null,
    price: euros(5_000),
    was: null,
    inStock: true,
    attributes: [],
    variants: [],
    rating: null,
    popularity: null,
    hidden: null,
    reviews: [],
    ...change,
  };
}
const variant = (sku: string, minor: number, inStock = true) => {
  return { sku, options: [{ name: "size", value: sku }], price: euros(minor), inStock };
};

const put = (version: number, change: Partial<CatalogRecord> = {}, sku = "lamp"): PushItem => {
  return { op: "put", sku, version, record: record(sku, change), saysReviews: false };
};
const remove = (version: number, sku = "lamp"): PushItem => ({ op: "delete", sku, version });
const stock = (version: number, inStock: boolean, sku = "lamp"): PushItem => {
  return { op: "stock", sku, version, inStock, price: null };
};
const price = (version: number, minor: number, was: number | null = null, sku = "lamp"): PushItem => {
  const money = { price: euros(minor), was: was === null ? null : euros(was) };
  return { op: "stock", sku, version, inStock: null, price: money };
};

/** A shop that remembers as the store does. */
class Shelf {
  readonly products = new Map<string, HeldProduct>();

  push(...items: PushItem[]): PushResult[] {
    const { changes, results } = orderPushes(items, [...this.products.values()], "EUR");
    for (const { sku, record: made, mark } of changes) {
      const kept = this.products.get(sku)?.record ?? null;
      const held = made === null ? kept : { ...made, version: (kept?.version ?? 0) + 1 };
      this.products.set(sku, { sku, record: held, mark });
    }
    return results;
  }

  of(sku = "lamp") {
    return this.products.get(sku)?.record;
  }

  /**
   * What shoppers and later pushes can tell of it: not how often it changed, and of what was removed only that. Nothing
   * brings a removed product back but a record that is whole.
   */
  state() {
    return [...this.products.values()].map(({ sku, record: held, mark }) => {
      const isRemoved = held?.hidden === "removed by the shop";
      return { sku, mark, record: held && (isRemoved ? "removed" : { ...held, version: 0 }) };
    });
  }
}
const statuses = (results: PushResult[]) => results.map(({ status }) => status);

describe("pushes", () => {
  it("[CAT-1] of an older or equal version change nothing, and are acknowledged", () => {
    const shelf = new Shelf();
    expect(statuses(shelf.push(put(5, { title: "New" })))).toEqual(["applied"]);
    const before = shelf.state();
    expect(
      statuses(shelf.push(put(5, { title: "Again" }), put(4, { title: "Old" }), stock(5, false), remove(3))),
    ).toEqual(["stale", "stale", "stale", "stale"]);
    expect(shelf.state()).toEqual(before);
  });

  it("[CAT-1] that are late do not bring back what was deleted", () => {
    const shelf = new Shelf();
    shelf.push(put(1), remove(3));
    expect(shelf.of()?.hidden).toBe("removed by the shop");
    expect(statuses(shelf.push(put(2)))).toEqual(["stale"]);
    expect(statuses(shelf.push(put(4)))).toEqual(["applied"]);
    expect(shelf.of()?.hidden).toBeNull();
  });

  it("[CAT-1] of a deletion that comes before its product are remembered", () => {
    const shelf = new Shelf();
    expect(statuses(shelf.push(remove(3)))).toEqual(["applied"]);
    expect(statuses(shelf.push(put(2), put(4)))).toEqual(["stale", "applied"]);
    expect(shelf.of()).toMatchObject({ hidden: null });
  });

  it("[CAT-1] of a whole product that come late keep the newer stock and price", () => {
    const shelf = new Shelf();
    shelf.push(put(1), stock(5, false), price(6, 3_900, 4_900));
    expect(statuses(shelf.push(put(4, { title: "Renamed" })))).toEqual(["applied"]);
    expect(shelf.of()).toMatchObject({
      title: "Renamed",
      inStock: false,
      price: euros(3_900),
      was: euros(4_900),
    });
    shelf.push(put(7, { title: "Newest" }));
    expect(shelf.of()).toMatchObject({ title: "Newest", inStock: true, price: euros(5_000), was: null });
  });

  it("reach a variant by its own sku, and make the product's price and stock out of its variants", () => {
    const shelf = new Shelf();
    shelf.push(put(1, { variants: [variant("S", 4_000), variant("L", 6_000)], price: euros(4_000) }));
    shelf.push(stock(2, false, "S"));
    expect(shelf.of()).toMatchObject({ price: euros(6_000), inStock: true });
    shelf.push(price(3, 3_000, null, "L"), stock(3, false, "L"));
    expect(shelf.of()).toMatchObject({ price: euros(3_000), inStock: false });
    shelf.push(stock(4, true));
    expect(shelf.of()?.variants.map(({ inStock }) => inStock)).toEqual([true, true]);
  });

  it("show a product that was hidden for its price, and no other", () => {
    const shelf = new Shelf();
    shelf.push(put(1, { price: null, hidden: "no price" }), put(1, { hidden: "unpublished" }, "draft"));
    shelf.push(price(2, 4_000), price(2, 4_000, null, "draft"));
    expect(shelf.of()).toMatchObject({ hidden: null, price: euros(4_000) });
    expect(shelf.of("draft")?.hidden).toBe("unpublished");
  });

  it("for a sku that nobody knows are refused with the way out", () => {
    const [result] = new Shelf().push(stock(1, true, "nobody"));
    expect(result).toMatchObject({
      status: "refused",
      error: { code: "product/unknown", message: expect.stringContaining("put the product first") },
    });
  });

  const versions = fc.integer({ min: 2, max: 30 });
  const pushes = fc.uniqueArray(
    fc.oneof(
      fc.record({
        kind: fc.constant("put" as const),
        version: versions,
        small: fc.integer({ min: 1, max: 99 }),
        hasVariants: fc.boolean(),
        isReduced: fc.boolean(),
      }),
      fc.record({ kind: fc.constant("delete" as const), version: versions }),
      fc.record({
        kind: fc.constant("stock" as const),
        version: versions,
        sku: fc.constantFrom("lamp", "S"),
        inStock: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant("price" as const),
        version: versions,
        sku: fc.constantFrom("lamp", "S"),
        minor: fc.integer({ min: 1, max: 9_999 }),
        was: fc.option(fc.integer({ min: 1, max: 9_999 })),
      }),
    ),
    // One thing is said of one version, as a shop's own counter has it.
    { selector: ({ version }) => version, maxLength: 12 },
  );
  const itemOf = (push: typeof pushes extends fc.Arbitrary<(infer One)[]> ? One : never): PushItem => {
    switch (push.kind) {
      case "put":
        return put(push.version, {
          title: `Lamp ${push.small}`,
          price: euros(push.small * 100),
          was: push.isReduced ? euros(push.small * 100 + 50) : null,
          // Whether it has sizes is for ever; "S" alone is pushed by its own sku.
          variants: [variant("S", push.small * 100), ...(push.hasVariants ? [variant("L", 7_000)] : [])],
        });
      case "delete":
        return remove(push.version);
      case "stock":
        return stock(push.version, push.inStock, push.sku);
      case "price":
        return price(push.version, push.minor, push.was, push.sku);
    }
  };
  const first = put(1, { variants: [variant("S", 5_000)], was: euros(6_000) });

  it("[CAT-1] end in the same catalog in any order, however often each is sent and in what batches", () => {
    fc.assert(
      fc.property(
        pushes.chain((all) => {
          const items = all.map(itemOf);
          const again = fc.shuffledSubarray(items);
          return fc.tuple(
            fc.constant(items),
            fc.shuffledSubarray(items, { minLength: items.length }),
            again,
            fc.integer({ min: 1, max: 5 }),
          );
        }),
        ([items, shuffled, again, batch]) => {
          const inOrder = new Shelf();
          inOrder.push(first);
          for (const item of items.toSorted((one, other) => one.version - other.version)) inOrder.push(item);
          const outOfOrder = new Shelf();
          outOfOrder.push(first);
          const sent = [...shuffled, ...again];
          for (let at = 0; at < sent.length; at += batch) outOfOrder.push(...sent.slice(at, at + batch));
          expect(outOfOrder.state()).toEqual(inOrder.state());
          const settled = outOfOrder.state();
          expect(statuses(outOfOrder.push(...items)).every((status) => status === "stale")).toBe(true);
          expect(outOfOrder.state()).toEqual(settled);
        },
      ),
      { numRuns: 500 },
    );
  });
});
