/** What lies where: departments, filters and search over the shop's own stock. */
import { MAKERS } from "../products/goods.ts";
import { SHELVES, STOCK, type StockedGoods, slugOf } from "../products/stock.ts";

export interface Department {
  name: string;
  address: string;
  /** Set when one shelf of it is looked at. */
  shelf: string | null;
  shelves: { name: string; address: string; count: number }[];
  goods: readonly StockedGoods[];
}

export const SORTS = {
  popular: "Most loved",
  "price-up": "Price, low to high",
  "price-down": "Price, high to low",
  rating: "Best rated",
} as const;
export type Sort = keyof typeof SORTS;

export interface Filter {
  sort: Sort;
  maker: string;
  inStockOnly: boolean;
  /** US dollars; null for no bound. */
  priceUpTo: number | null;
}

export const DEPARTMENTS: readonly Department[] = [
  ...new Set(SHELVES.map((shelf) => shelf.categories[0])),
].map((name) => {
  const address = `/demo/departments/${slugOf(name)}`;
  const shelves = SHELVES.filter((shelf) => shelf.categories[0] === name).map((shelf) => ({
    name: shelf.categories[1],
    address: shelfAddress(shelf.categories),
    count: shelf.goods.length,
  }));
  return {
    name,
    address,
    shelf: null,
    shelves,
    goods: STOCK.filter((goods) => goods.categories[0] === name),
  };
});

export function shelfAddress([department, shelf]: readonly [string, string]): string {
  return `/demo/departments/${slugOf(department)}/${slugOf(shelf)}`;
}

export function productAddress(goods: { slug: string }): string {
  return `/demo/products/${goods.slug}`;
}

export function findDepartment(slug: string, shelfSlug: string | undefined): Department | null {
  const department = DEPARTMENTS.find((candidate) => slugOf(candidate.name) === slug);
  if (department === undefined) return null;
  if (shelfSlug === undefined) return department;
  const shelf = department.shelves.find((candidate) => slugOf(candidate.name) === shelfSlug);
  if (shelf === undefined) return null;
  return {
    ...department,
    shelf: shelf.name,
    goods: department.goods.filter((goods) => goods.categories[1] === shelf.name),
  };
}

export function findGoods(slug: string): StockedGoods | null {
  return STOCK.find((goods) => goods.slug === slug) ?? null;
}

/** A filter from a page's query; whatever is not understood is left out. */
export function readFilter(query: Record<string, string>): Filter {
  const price = Number(query.price);
  return {
    sort: isSort(query.sort) ? query.sort : "popular",
    maker: MAKERS.find((maker) => maker === query.maker) ?? "",
    inStockOnly: query.stock === "in",
    priceUpTo: price > 0 ? price : null,
  };
}

const isSort = (text: string | undefined): text is Sort => text !== undefined && Object.hasOwn(SORTS, text);

export function applyFilter(goods: readonly StockedGoods[], filter: Filter): StockedGoods[] {
  return goods
    .filter((item) => filter.maker === "" || item.brand === filter.maker)
    .filter((item) => !filter.inStockOnly || item.inStock)
    .filter((item) => filter.priceUpTo === null || item.price <= filter.priceUpTo)
    .sort(ORDERS[filter.sort]);
}

const ORDERS: Record<Sort, (a: StockedGoods, b: StockedGoods) => number> = {
  popular: (a, b) => b.popularity - a.popularity,
  "price-up": (a, b) => a.price - b.price,
  "price-down": (a, b) => b.price - a.price,
  rating: (a, b) => (b.rating?.[0] ?? 0) - (a.rating?.[0] ?? 0),
};

/** Goods that hold every word of the query; those with the words in their title come first. */
export function searchGoods(query: string): StockedGoods[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const places = STOCK.map((goods) => ({ goods, title: goods.title.toLowerCase(), text: searchText(goods) }));
  return places
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ goods, title }) => ({ goods, hits: words.filter((word) => title.includes(word)).length }))
    .sort((a, b) => b.hits - a.hits || b.goods.popularity - a.goods.popularity)
    .map(({ goods }) => goods);
}

function searchText({
  title,
  brand,
  categories,
  tags,
  colours,
  attributes,
  description,
}: StockedGoods): string {
  return [title, brand, ...categories, ...tags, ...colours, ...Object.values(attributes), description]
    .join(" ")
    .toLowerCase();
}

/** Others of the same shelf, then of the same department, best loved first. */
export function goodsAlike(goods: StockedGoods, count: number): StockedGoods[] {
  const others = STOCK.filter(
    (other) => other.sku !== goods.sku && other.categories[0] === goods.categories[0],
  );
  const isNear = (other: StockedGoods) => Number(other.categories[1] === goods.categories[1]);
  return others.sort((a, b) => isNear(b) - isNear(a) || b.popularity - a.popularity).slice(0, count);
}
