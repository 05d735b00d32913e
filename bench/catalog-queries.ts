/** Searches as turns make them, drawn from the products of whatever catalog is measured. */
import type { CandidateQuery } from "../server/catalog/candidates.ts";
import type { Catalog } from "../server/catalog/catalog.ts";
import type { Product } from "../server/catalog/product.ts";
import type { Preference } from "../server/dialogue/state.ts";
import { type Chance, chanceOf } from "./generate-catalog-chance.ts";

export interface BenchQuery {
  kind: string;
  query: CandidateQuery;
}

/** As many as a turn looks at. */
const LIMIT = 24;
const SEED = 11;

type Wish = Pick<Preference, "attribute" | "operator" | "value"> & Partial<Preference>;
type Draw = (product: Product, chance: Chance) => { text?: string; wishes?: Wish[]; like?: boolean } | null;

/** A must filters, a wish scores; null where the product has nothing of the kind to ask for. */
const DRAWS: Record<string, Draw> = {
  "words of a title": (product, chance) => words(product, chance, 3),
  "one word": (product, chance) => words(product, chance, 1),
  "words with a typo": (product, chance) => {
    const found = words(product, chance, 2);
    return found && { text: misspelt(found.text, chance) };
  },
  "a model number": ({ title }) => {
    const model = title
      .split(/\s+/)
      .find((word) => /\d/.test(word) && /\p{L}/u.test(word) && word.length > 4);
    return model === undefined ? null : { text: model };
  },
  "category, budget": (product) =>
    kindOf(product, (category) => ({ wishes: [must(category), budget(product, 1.2)] })),
  "category, words, budget": (product, chance) =>
    kindOf(product, (category) => ({
      ...words(product, chance, 2),
      wishes: [must(category), budget(product, 1.5)],
    })),
  "attribute must be": (product, chance) => {
    const attribute = chance.pick(product.attributes.filter(({ number }) => number === undefined));
    return attribute === undefined
      ? null
      : { wishes: [must({ attribute: attribute.name, operator: "is", value: attribute.value })] };
  },
  "measure must be at least": (product, chance) => {
    const measure = chance.pick(product.attributes.filter(({ number }) => number !== undefined));
    if (measure?.number === undefined) return null;
    const unit = measure.unit === undefined ? {} : { unit: measure.unit };
    return kindOf(product, (category) => ({
      wishes: [
        must(category),
        must({ attribute: measure.name, operator: "at-least", value: measure.number ?? 0, ...unit }),
      ],
    }));
  },
  "several wishes": (product, chance) =>
    kindOf(product, (category) => ({
      wishes: [
        must(category),
        ...product.attributes
          .slice(0, 3)
          .map(({ name, value }): Wish => ({ attribute: name, operator: "is", value })),
        { attribute: "feature", operator: "is", value: words(product, chance, 1)?.text ?? "new" },
        { attribute: "brand", operator: "is", value: product.brand ?? "any" },
      ],
    })),
  "anything but": (product) =>
    kindOf(product, (category) => ({
      wishes: [
        must(category),
        must({ attribute: "brand", operator: "is", value: product.brand ?? "none", polarity: "negative" }),
      ],
    })),
  "like this one": (product) => ({ like: true, wishes: [budget(product, 1)] }),
  "a dead end": (product) =>
    kindOf(product, (category) => ({
      wishes: [
        must(category),
        budget(product, 0.0001),
        must({ attribute: "brand", operator: "is", value: product.brand ?? "none" }),
      ],
    })),
};

/** The same for the same catalog, mixed, and each from another product: nothing is asked twice. */
export function drawQueries(
  catalog: Pick<Catalog, "product">,
  skus: readonly string[],
  perKind: number,
): BenchQuery[] {
  const queries: BenchQuery[] = [];
  const chance = chanceOf(SEED, 0);
  for (const [kind, draw] of Object.entries(DRAWS)) {
    for (let count = 0, tries = 0; count < perKind && tries < 20 * perKind; tries++) {
      const product = catalog.product(chance.pick(skus) ?? "");
      const drawn = product && draw(product, chance);
      if (product === undefined || drawn === undefined || drawn === null) continue;
      const { text = "", wishes = [], like = false } = drawn;
      const preferences = wishes.map((wish, place) => preference(wish, place));
      queries.push({
        kind,
        query: { preferences, text, exclude: [], like: like ? product.sku : null, limit: LIMIT },
      });
      count++;
    }
  }
  return queries
    .map((query) => ({ query, place: chance.share() }))
    .sort((one, other) => one.place - other.place)
    .map(({ query }) => query);
}

function preference(wish: Wish, place: number): Preference {
  return {
    polarity: "positive",
    firmness: "prefer",
    said: String(wish.value),
    id: `p${place + 1}`,
    sourceMessageId: "m1",
    held: true,
    origin: "said",
    ...wish,
  };
}

function must(wish: Wish): Wish {
  return { ...wish, firmness: "must" };
}

function budget({ price }: Product, factor: number): Wish {
  return must({
    attribute: "price",
    operator: "at-most",
    value: (price.minor / 100) * factor,
    unit: price.currency,
  });
}

function kindOf<Drawn>({ categories }: Product, draw: (category: Wish) => Drawn): Drawn | null {
  const category = categories.at(-1);
  return category === undefined ? null : draw({ attribute: "category", operator: "is", value: category });
}

function words({ title }: Product, chance: Chance, count: number): { text: string } | null {
  const spoken = title.split(/\s+/).filter((word) => /^\p{L}{3,}$/u.test(word));
  if (spoken.length < count) return null;
  const from = chance.below(spoken.length - count + 1);
  return {
    text: spoken
      .slice(from, from + count)
      .join(" ")
      .toLowerCase(),
  };
}

function misspelt(text: string, chance: Chance): string {
  const at = 1 + chance.below(Math.max(1, text.length - 2));
  return `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`;
}
