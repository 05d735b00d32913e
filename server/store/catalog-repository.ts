/** Catalogs: read whole into memory when a site's catalog is swapped in, written by one import at a time. */
import { createHash } from "node:crypto";
import type { Money, Product, Review } from "../catalog/product.ts";
import { type ConnectionOptions, openDatabase, persevere, type Sql } from "./database.ts";
import { storableJson } from "./storable-json.ts";

export interface Catalog {
  version: number;
  /** What may be shown. */
  products: Product[];
  reviews: Review[];
}

/** As an import hands it over: the price may be missing, `hidden` says why it is never shown. */
export type CatalogRecord = Omit<Product, "price" | "version"> & {
  price: Money | null;
  hidden: string | null;
  reviews: Review[];
};

export interface ImportCounts {
  added: number;
  updated: number;
  unchanged: number;
  /** Of the records put; each is also counted in one of the others. */
  hidden: number;
}

/** One import: a transaction on a connection of its own. Nothing is seen of it before `commit`. */
export interface CatalogImport {
  put(records: CatalogRecord[]): Promise<void>;
  commit(): Promise<ImportCounts>;
  /** What `commit` would answer, without doing it; ends the import like `abort`. */
  rehearse(): Promise<ImportCounts>;
  abort(): Promise<void>;
}

export interface CatalogRepository {
  version(siteId: string): Promise<number>;
  load(siteId: string): Promise<Catalog>;
  /** Waits for another import of the same site. Products that an import leaves out stay as they are. */
  openImport(siteId: string): Promise<CatalogImport>;
  /**
   * Calls with the id of each site whose catalog changed, whichever process changed it; with null after the connection
   * was lost and made again, when any may have. Resolves when it listens, to what ends it.
   */
  watch(changed: (siteId: string | null) => void): Promise<() => Promise<void>>;
}

const CHANNEL = "overture_catalog";
/** Rows fetched at a time while a catalog is loaded. */
const LOAD_BATCH = 2_000;

export function catalogRepository(sql: Sql, connection: ConnectionOptions): CatalogRepository {
  return {
    async version(siteId) {
      const [site] = await persevere(() => sql`select catalog_version from sites where id = ${siteId}`);
      return Number(site?.catalog_version ?? 0);
    },
    load: (siteId) => persevere(() => loadCatalog(sql, siteId)),
    openImport: (siteId) => openCatalogImport(connection, siteId),
    async watch(changed) {
      let listening = false;
      const { unlisten } = await sql.listen(CHANNEL, changed, () => {
        if (listening) changed(null);
        listening = true;
      });
      return async () => {
        await unlisten();
      };
    },
  };
}

interface ProductRow {
  sku: string;
  title: string;
  description: string;
  brand: string | null;
  categories: string[];
  tags: string[];
  url: string;
  image_url: string | null;
  price_minor: string;
  was_minor: string | null;
  currency: string;
  in_stock: boolean;
  attributes: Product["attributes"];
  variants: Product["variants"] | null;
  rating_value: number | null;
  rating_count: number | null;
  popularity: number | null;
  version: number;
}

async function loadCatalog(sql: Sql, siteId: string): Promise<Catalog> {
  const catalog: Catalog = { version: 0, products: [], reviews: [] };
  // One snapshot for the three reads: an import that commits in between is not half seen.
  await sql.begin("isolation level repeatable read read only", async (transaction) => {
    const [site] = await transaction`select catalog_version from sites where id = ${siteId}`;
    catalog.version = Number(site?.catalog_version ?? 0);
    const products = transaction<ProductRow[]>`
      select products.*, (
        select jsonb_agg(jsonb_build_object('sku', variants.sku, 'options', options, 'inStock', variants.in_stock, 'price',
          jsonb_build_object('minor', variants.price_minor, 'currency', variants.currency)) order by place)
        from variants where variants.site_id = products.site_id and product_sku = products.sku
      ) as variants
      from products where site_id = ${siteId} and hidden is null order by sku`;
    await products.cursor(LOAD_BATCH, (rows) => {
      for (const row of rows) catalog.products.push(productOf(row));
    });
    const reviews = transaction<Review[]>`
      select id, product_sku as sku, author, reviews.rating, text, at from reviews
      join products on products.site_id = reviews.site_id and products.sku = product_sku and hidden is null
      where reviews.site_id = ${siteId} order by product_sku, place`;
    await reviews.cursor(LOAD_BATCH, (rows) => {
      for (const { id, sku, author, rating, text, at } of rows) {
        catalog.reviews.push({ id, sku, author, rating: Number(rating), text, at });
      }
    });
  });
  return catalog;
}

function productOf(row: ProductRow): Product {
  const { currency } = row;
  return {
    sku: row.sku,
    title: row.title,
    description: row.description,
    brand: row.brand,
    categories: row.categories,
    tags: row.tags,
    url: row.url,
    imageUrl: row.image_url,
    price: { minor: Number(row.price_minor), currency },
    was: row.was_minor === null ? null : { minor: Number(row.was_minor), currency },
    inStock: row.in_stock,
    attributes: row.attributes,
    variants: row.variants ?? [],
    rating:
      row.rating_value === null || row.rating_count === null
        ? null
        : { value: Number(row.rating_value), count: row.rating_count },
    popularity: row.popularity === null ? null : Number(row.popularity),
    version: row.version,
  };
}

async function openCatalogImport(connection: ConnectionOptions, siteId: string): Promise<CatalogImport> {
  const database = openDatabase({ ...connection, max: 1, idle_timeout: 0, max_lifetime: null });
  const { sql } = database;
  const abandon = async (error: unknown) => {
    await database.close();
    throw error;
  };
  try {
    await sql`begin`;
    const [site] = await sql`select id from sites where id = ${siteId} for no key update`;
    if (site === undefined) throw new Error(`no site ${siteId}`);
    await sql`create temporary table staged (
      sku text primary key, content_hash text not null, hidden text, record jsonb not null) on commit drop`;
  } catch (error) {
    await abandon(error);
  }
  return {
    async put(records) {
      const rows = records.map((record) => ({
        sku: record.sku,
        content_hash: createHash("sha256").update(storableJson(record)).digest("base64"),
        hidden: record.hidden,
        record,
      }));
      await sql`insert into staged select * from jsonb_to_recordset(${storableJson(rows)}::text::jsonb)
        as row(sku text, content_hash text, hidden text, record jsonb)`;
    },
    async commit() {
      try {
        const counts = await applyStaged(sql, siteId);
        await sql`commit`;
        return counts;
      } finally {
        await database.close();
      }
    },
    async rehearse() {
      try {
        return await applyStaged(sql, siteId);
      } finally {
        await database.close();
      }
    },
    // The transaction ends with its connection.
    abort: () => database.close(),
  };
}

async function applyStaged(sql: Sql, siteId: string): Promise<ImportCounts> {
  const [totals] = await sql`select count(*)::integer as total, count(hidden)::integer as hidden from staged`;
  await sql`create temporary table changed on commit drop as
    select staged.*, products.sku is null as added from staged
    left join products on products.site_id = ${siteId} and products.sku = staged.sku
    where products.content_hash is distinct from staged.content_hash`;
  const [changed] =
    await sql`select count(*)::integer as total, (count(*) filter (where added))::integer as added
    from changed`;
  const counts = {
    added: Number(changed?.added),
    updated: Number(changed?.total) - Number(changed?.added),
    unchanged: Number(totals?.total) - Number(changed?.total),
    hidden: Number(totals?.hidden),
  };
  if (counts.added + counts.updated === 0) return counts;
  await writeChanged(sql, siteId);
  await sql`update sites set catalog_version = catalog_version + 1 where id = ${siteId}`;
  // Delivered with the commit, and not at all without it.
  await sql`select pg_notify(${CHANNEL}, ${siteId})`;
  return counts;
}

async function writeChanged(sql: Sql, siteId: string): Promise<void> {
  await sql`
    insert into products (site_id, sku, title, description, brand, categories, tags, url, image_url, price_minor,
      was_minor, currency, in_stock, attributes, rating_value, rating_count, popularity, hidden, content_hash)
    select ${siteId}, changed.sku, r.title, r.description, r.brand, r.categories, r.tags, r.url, r."imageUrl",
      (r.price ->> 'minor')::bigint, (r.was ->> 'minor')::bigint, r.price ->> 'currency', r."inStock", r.attributes,
      (r.rating ->> 'value')::double precision, (r.rating ->> 'count')::integer, r.popularity, changed.hidden, content_hash
    from changed, jsonb_to_record(record) as r(title text, description text, brand text, categories jsonb, tags jsonb,
      url text, "imageUrl" text, price jsonb, was jsonb, "inStock" boolean, attributes jsonb, rating jsonb,
      popularity double precision)
    on conflict (site_id, sku) do update set
      title = excluded.title, description = excluded.description, brand = excluded.brand,
      categories = excluded.categories, tags = excluded.tags, url = excluded.url, image_url = excluded.image_url,
      price_minor = excluded.price_minor, was_minor = excluded.was_minor, currency = excluded.currency,
      in_stock = excluded.in_stock, attributes = excluded.attributes, rating_value = excluded.rating_value,
      rating_count = excluded.rating_count, popularity = excluded.popularity, hidden = excluded.hidden,
      content_hash = excluded.content_hash, version = products.version + 1`;
  await sql`delete from variants using changed where site_id = ${siteId} and product_sku = changed.sku`;
  await sql`
    insert into variants (site_id, product_sku, place, sku, options, price_minor, currency, in_stock)
    select ${siteId}, changed.sku, place, variant ->> 'sku', variant -> 'options', (variant #>> '{price,minor}')::bigint,
      variant #>> '{price,currency}', (variant -> 'inStock')::boolean
    from changed, jsonb_array_elements(record -> 'variants') with ordinality as v(variant, place)`;
  await sql`delete from reviews using changed where site_id = ${siteId} and product_sku = changed.sku`;
  await sql`
    insert into reviews (site_id, product_sku, place, id, author, rating, text, at)
    select ${siteId}, changed.sku, place, review ->> 'id', review ->> 'author', (review -> 'rating')::double precision,
      review ->> 'text', review ->> 'at'
    from changed, jsonb_array_elements(record -> 'reviews') with ordinality as v(review, place)`;
}
