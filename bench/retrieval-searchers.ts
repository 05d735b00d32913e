/** What is measured side by side: each builds an index of the same products and ranks them for a text. */
import { create, insertMultiple, search } from "@orama/orama";
import MiniSearch from "minisearch";
import { buildCatalog } from "../server/catalog/catalog.ts";
import type { Product } from "../server/catalog/product.ts";

/** The skus of the best products, best first. */
export type Search = (text: string, limit: number) => string[] | Promise<string[]>;

export interface Searcher {
  name: string;
  build(products: readonly Product[], currency: string): Search | Promise<Search>;
}

export const BASELINE: Searcher = { name: "plain BM25", build: buildBm25 };

export const SEARCHERS: readonly Searcher[] = [
  { name: "Overture", build: buildOverture },
  BASELINE,
  { name: "MiniSearch", build: buildMiniSearch },
  { name: "Orama", build: buildOrama },
];

/** The search behind a turn, given nothing but words: what `overture catalog search` answers. */
function buildOverture(products: readonly Product[], currency: string): Search {
  const catalog = buildCatalog({ version: 1, products, reviews: [], currency });
  return (text, limit) =>
    catalog
      .find({ preferences: [], text, exclude: [], like: null, limit })
      .candidates.map(({ product }) => product.sku);
}

const K1 = 1.2;
const B = 0.75;

/** Robertson & Walker's BM25 over one text of title, description and brand; words as they stand, but for a plural's "s". */
function buildBm25(products: readonly Product[]): Search {
  const documents = products.map(({ title, description, brand }) =>
    plainWords(`${title} ${description} ${brand ?? ""}`),
  );
  const averageLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const postings = new Map<string, Map<number, number>>();
  documents.forEach((words, document) => {
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      postings.set(word, counts.set(document, (counts.get(document) ?? 0) + 1));
    }
  });
  return (text, limit) => {
    const scores = new Map<number, number>();
    for (const word of plainWords(text)) {
      const counts = postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [document, count] of counts) {
        const norm = K1 * (1 - B + (B * (documents[document]?.length ?? 0)) / averageLength);
        scores.set(document, (scores.get(document) ?? 0) + (rarity * count * (K1 + 1)) / (count + norm));
      }
    }
    return [...scores]
      .sort(([one, high], [other, low]) => low - high || one - other)
      .slice(0, limit)
      .map(([document]) => products[document]?.sku ?? "");
  };
}

function plainWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word));
}

/** What the libraries are given to search in. */
function fieldsOf(product: Product) {
  return {
    id: product.sku,
    title: product.title,
    brand: product.brand ?? "",
    categories: product.categories.join(" "),
    attributes: [...product.tags, ...product.attributes.map(({ value }) => value)].join(" "),
    description: product.description,
  };
}

const BOOST = { title: 3, brand: 1.5, categories: 1.5, attributes: 0.5, description: 1 };

function buildMiniSearch(products: readonly Product[]): Search {
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    searchOptions: {
      boost: BOOST,
      prefix: (word) => word.length > 3,
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
    },
  });
  index.addAll(products.map(fieldsOf));
  return (text, limit) =>
    index
      .search(text)
      .slice(0, limit)
      .map(({ id }) => String(id));
}

/** All words are asked for, which serves it best here: any of them gives .470, any with a typing error .391. */
async function buildOrama(products: readonly Product[]): Promise<Search> {
  const index = create({
    schema: {
      title: "string",
      brand: "string",
      categories: "string",
      attributes: "string",
      description: "string",
    },
    components: { tokenizer: { language: "english", stemming: true } },
  });
  await insertMultiple(index, products.map(fieldsOf), 1_000);
  return async (text, limit) => {
    const { hits } = await search(index, { term: text, limit, boost: BOOST, threshold: 0 });
    return hits.map(({ document }) => String(document.id));
  };
}
