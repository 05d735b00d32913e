/**
 * Pushes arrive late, twice and out of order, and must end in the same catalog all the same [CAT-1]. Pure: what is held
 * and what came in, to what shall be held and what the shop is told.
 *
 * A product is what its newest whole push says, with the stock and the prices laid over it that were pushed later than
 * that. Each of these has a version of its own (last writer wins, by the shop's number), so that a whole product that
 * comes late still counts, and never undoes a newer stock.
 */
import type { Money, Sku, Variant } from "../catalog/product.ts";
import type {
  HeldProduct,
  ProductChange,
  ProductRecord,
  ShopMark,
  ShopPatch,
  ShopPatches,
} from "../store/catalog-records.ts";
import type { PushItem } from "./read-push-item.ts";

export type PushResult =
  /** `hidden` says why shoppers don't see the product for all that. */
  | { sku: Sku; status: "applied"; hidden?: string }
  /** Something as new or newer was there before; nothing was changed. */
  | { sku: Sku; status: "stale" }
  | { sku: Sku; status: "refused"; error: { code: "payload/invalid" | "product/unknown"; message: string } };

const REMOVED = "removed by the shop";

type Content = NonNullable<ProductChange["record"]>;
interface Working {
  record: Content | null;
  mark: ShopMark;
  isTouched: boolean;
}

/** Takes the items in their order. `currency` is the site's. */
export function orderPushes(
  items: PushItem[],
  held: HeldProduct[],
  currency: string,
): { changes: ProductChange[]; results: PushResult[] } {
  const products = new Map(
    held.map(({ sku, record, mark }): [Sku, Working] => [
      sku,
      { record: contentOf(record), mark, isTouched: false },
    ]),
  );
  const results = items.map((item): PushResult => {
    const sku = item.op === "stock" ? productNamed(item.sku, products) : item.sku;
    const before = sku === null ? undefined : products.get(sku);
    const after =
      item.op === "stock"
        ? patched(item, before ?? null, currency)
        : replaced(
            item,
            before ?? { record: null, mark: { version: null, patches: {} }, isTouched: false },
            currency,
          );
    if (after === "stale") return { sku: item.sku, status: "stale" };
    if (after === "unknown" || sku === null) return unknown(item.sku);
    products.set(sku, after);
    const hidden = after.record?.hidden ?? null;
    return { sku: item.sku, status: "applied", ...(hidden !== null && item.op !== "delete" && { hidden }) };
  });
  const changes = [...products]
    .filter(([, { isTouched }]) => isTouched)
    .map(([sku, { record, mark }]) => ({ sku, record, mark }));
  return { changes, results };
}

function unknown(sku: Sku): PushResult {
  const message =
    "The site has no product or variant of this sku; put the product first, then send this again.";
  return { sku, status: "refused", error: { code: "product/unknown", message } };
}

/** The product that a sku means: its own, or that of a variant. Null when there is none. */
function productNamed(sku: Sku, products: Map<Sku, Working>): Sku | null {
  if (products.get(sku)?.record) return sku;
  for (const [owner, { record }] of products) {
    if (record?.variants.some((variant) => variant.sku === sku)) return owner;
  }
  return null;
}

function replaced(
  item: Extract<PushItem, { op: "put" | "delete" }>,
  { record, mark }: Working,
  currency: string,
): Working | "stale" {
  if (mark.version !== null && item.version <= mark.version) return "stale";
  const patches = patchesAfter(item.version, mark.patches);
  const content: Content | null =
    item.op === "put"
      ? { ...item.record, reviews: item.saysReviews ? item.record.reviews : null }
      : record && { ...record, hidden: REMOVED };
  return {
    record: content && withPatches(content, patches, currency),
    mark: { version: item.version, patches },
    isTouched: true,
  };
}

function patched(
  item: Extract<PushItem, { op: "stock" }>,
  before: Working | null,
  currency: string,
): Working | "stale" | "unknown" {
  if (before?.record == null) return "unknown";
  const { record, mark } = before;
  const { version } = item;
  const held: ShopPatch = mark.patches[item.sku] ?? {};
  const isNewer = (than: { version: number } | undefined) =>
    version > (mark.version ?? -1) && version > (than?.version ?? -1);
  const stock = item.inStock !== null && isNewer(held.stock) ? { version, inStock: item.inStock } : null;
  const price = item.price !== null && isNewer(held.price) ? { version, ...item.price } : null;
  if (stock === null && price === null) return "stale";
  const patches = {
    ...mark.patches,
    [item.sku]: { ...held, ...(stock && { stock }), ...(price && { price }) },
  };
  return { record: withPatches(record, patches, currency), mark: { ...mark, patches }, isTouched: true };
}

function patchesAfter(version: number, patches: ShopPatches): ShopPatches {
  const kept = Object.entries(patches).flatMap(([sku, { stock, price }]): [Sku, ShopPatch][] => {
    const patch: ShopPatch = {
      ...(stock && stock.version > version && { stock }),
      ...(price && price.version > version && { price }),
    };
    return Object.keys(patch).length > 0 ? [[sku, patch]] : [];
  });
  return Object.fromEntries(kept);
}

/** The product with newer stock and prices laid over it. Doing so twice gives the same. */
function withPatches(content: Content, patches: ShopPatches, currency: string): Content {
  const isVariant = content.variants.some(({ sku }) => sku === content.sku);
  const whole = isVariant ? {} : (patches[content.sku] ?? {});
  const variants = content.variants.map((variant) =>
    patchedVariant(variant, whole, patches[variant.sku] ?? {}),
  );
  const isTouched = variants.some((variant, place) => variant !== content.variants[place]);
  const own =
    variants.length === 0 ? ownOffer(content, whole) : isTouched ? offerOf(variants, currency) : content;
  const was = whole.price === undefined ? content.was : whole.price.was;
  const price = own.price ?? content.price;
  return {
    ...content,
    variants,
    price,
    was,
    inStock: own.inStock,
    hidden: hiddenAt(content.hidden, price, currency),
  };
}

/** What was said of the variant itself goes before what was said of the whole product at the same version. */
function patchedVariant(variant: Variant, whole: ShopPatch, own: ShopPatch): Variant {
  const stock = newest(own.stock, whole.stock);
  const price = newest(own.price, whole.price);
  if (stock === null && price === null) return variant;
  return {
    ...variant,
    inStock: stock?.inStock ?? variant.inStock,
    price: price?.price ?? variant.price,
  };
}

function newest<Part extends { version: number }>(
  own: Part | undefined,
  whole: Part | undefined,
): Part | null {
  if (own === undefined || whole === undefined) return own ?? whole ?? null;
  return whole.version > own.version ? whole : own;
}

interface Offer {
  price: Money | null;
  inStock: boolean;
}

function ownOffer(content: Content, { stock, price }: ShopPatch): Offer {
  return { price: price?.price ?? content.price, inStock: stock?.inStock ?? content.inStock };
}

/** As an import works it out: the cheapest variant that can be had, else the cheapest. */
function offerOf(variants: Variant[], currency: string): Offer {
  const priced = variants.filter(({ price }) => price.minor > 0 && price.currency === currency);
  const available = priced.filter(({ inStock }) => inStock);
  const cheapest = (available.length > 0 ? available : priced).reduce<Money | null>(
    (best, { price }) => (best === null || price.minor < best.minor ? price : best),
    null,
  );
  return { price: cheapest, inStock: available.length > 0 };
}

/** A reason that was about the price goes with the price; any other stays. */
function hiddenAt(hidden: string | null, price: Money | null, currency: string): string | null {
  if (hidden !== null && !/^(no price$|the price )/.test(hidden)) return hidden;
  if (price === null) return hidden ?? "no price";
  if (price.minor === 0) return "the price is 0";
  if (price.currency !== currency) return `the price is in ${price.currency}, the shop sells in ${currency}`;
  return null;
}

function contentOf(record: ProductRecord | null): Content | null {
  if (record === null) return null;
  const { version, ...content } = record;
  return { ...content, reviews: null };
}
