/** Rows of `products` and what they mean as products. */
import type { Money, Product } from "../catalog/product.ts";
import type { ProductRecord } from "./catalog-records.ts";
import type { Queries } from "./database.ts";

export interface ProductRow {
  sku: string;
  title: string;
  description: string;
  brand: string | null;
  categories: string[];
  tags: string[];
  url: string;
  image_url: string | null;
  price_minor: string | null;
  was_minor: string | null;
  currency: string | null;
  in_stock: boolean;
  attributes: Product["attributes"];
  variants: Product["variants"] | null;
  rating_value: number | null;
  rating_count: number | null;
  popularity: number | null;
  hidden: string | null;
  version: number;
}

/** The columns of `ProductRow` but for its variants. */
export const productColumns = (sql: Queries) => sql`
  products.sku, title, description, brand, categories, tags, url, image_url, products.price_minor, was_minor,
  products.currency, products.in_stock, attributes, rating_value, rating_count, popularity, hidden, version`;

/** The variants of a row of `products` as JSON; null when it has none. */
export const variantsOfProduct = (sql: Queries) => sql`(
  select jsonb_agg(jsonb_build_object('sku', variants.sku, 'options', options, 'inStock', variants.in_stock, 'price',
    jsonb_build_object('minor', variants.price_minor, 'currency', variants.currency)) order by place)
  from variants where variants.site_id = products.site_id and product_sku = products.sku)`;

/** A row of `products` as the JSON of a `ProductRecord`. */
export const productRecordJson = (sql: Queries) => sql`jsonb_build_object(
  'sku', products.sku, 'title', title, 'description', description, 'brand', brand, 'categories', categories,
  'tags', tags, 'url', url, 'imageUrl', image_url, 'inStock', products.in_stock, 'attributes', attributes,
  'price', case when products.price_minor is not null then
    jsonb_build_object('minor', products.price_minor, 'currency', products.currency) end,
  'was', case when was_minor > products.price_minor then
    jsonb_build_object('minor', was_minor, 'currency', products.currency) end,
  'variants', coalesce(${variantsOfProduct(sql)}, '[]'),
  'rating', case when rating_count is not null then jsonb_build_object('value', rating_value, 'count', rating_count) end,
  'popularity', popularity, 'version', version, 'hidden', hidden)`;

export function recordOfRow(row: ProductRow): ProductRecord {
  const { currency } = row;
  const price =
    row.price_minor === null || currency === null ? null : { minor: Number(row.price_minor), currency };
  const was = wasOfRow(row);
  return {
    sku: row.sku,
    title: row.title,
    description: row.description,
    brand: row.brand,
    categories: row.categories,
    tags: row.tags,
    url: row.url,
    imageUrl: row.image_url,
    price,
    was: price !== null && was !== null && was.minor > price.minor ? was : null,
    inStock: row.in_stock,
    attributes: row.attributes,
    variants: row.variants ?? [],
    rating:
      row.rating_value === null || row.rating_count === null
        ? null
        : { value: Number(row.rating_value), count: row.rating_count },
    popularity: row.popularity === null ? null : Number(row.popularity),
    version: row.version,
    hidden: row.hidden,
  };
}

/** A price that a push raised leaves this in the row, where it is no reduction any more until the price falls again. */
export function wasOfRow({ was_minor, currency }: ProductRow): Money | null {
  return was_minor === null || currency === null ? null : { minor: Number(was_minor), currency };
}

/** A row that is not hidden. */
export function productOfRow(row: ProductRow): Product {
  const { hidden, price, ...product } = recordOfRow(row);
  if (hidden !== null || price === null) throw new Error(`the product ${row.sku} is not for showing`);
  return { ...product, price };
}
