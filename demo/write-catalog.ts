/** Writes the shop's stock as the generic JSON that `overture catalog import` takes. Run: `npx tsx demo/write-catalog.ts`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { imageAddress } from "./drawing/draw-product.ts";
import { STOCK, type StockedGoods } from "./products/stock.ts";

export const CATALOG_FILE = fileURLToPath(new URL("./catalog/catalog.json", import.meta.url));

/** The catalog file's text. Addresses are relative to the root, so that the shop works on any host. */
export function catalogText(): string {
  return `${JSON.stringify({ products: STOCK.map(entryOf) }, null, 1)}\n`;
}

function entryOf(goods: StockedGoods) {
  return {
    sku: goods.sku,
    title: goods.title,
    description: goods.description,
    brand: goods.brand,
    categories: goods.categories,
    price: goods.price,
    ...(goods.was === undefined ? {} : { compareAtPrice: goods.was }),
    currency: "USD",
    url: `/demo/products/${goods.slug}`,
    image: imageAddress(goods.sku),
    inStock: goods.inStock,
    popularity: goods.popularity,
    // Variants bring their colours with them.
    attributes:
      goods.variants.length > 1 ? goods.attributes : { ...goods.attributes, colour: goods.colours[0] },
    tags: goods.tags,
    ...(goods.rating === undefined ? {} : { rating: { value: goods.rating[0], count: goods.rating[1] } }),
    ...(goods.variants.length > 1
      ? { variants: goods.variants.map((variant) => variantEntryOf(goods, variant)) }
      : {}),
    reviews: goods.reviews.map(([author, rating, date, text], index) => ({
      id: `${goods.sku}-R${index + 1}`,
      author,
      rating,
      text,
      date,
    })),
  };
}

function variantEntryOf(goods: StockedGoods, variant: StockedGoods["variants"][number]) {
  return {
    sku: variant.sku,
    options: { colour: variant.colour, ...(variant.size === null ? {} : { size: variant.size }) },
    price: goods.price,
    inStock: variant.inStock,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(CATALOG_FILE, catalogText());
