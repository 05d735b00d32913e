/** What can be said of a product: the facts that bear on the wishes first, then what sets it apart. */
import type { Attribute, Product } from "../catalog/product.ts";
import { majorOf } from "../dialogue/money.ts";
import type { DialogueState, Preference } from "../dialogue/state.ts";
import { wasTold } from "../dialogue/told.ts";
import { otherNamesOfUse } from "../dialogue/uses.ts";
import type { ClaimBook } from "./claim-book.ts";

/** Longer values read as a specification sheet, not as talk. */
const VALUE_LENGTH_MAX = 48;
/** More values of one attribute read as a list. */
const VALUES_MAX = 4;
/** A rating of two buyers says little. */
const RATING_COUNT_MIN = 3;

/** Claims on a product, the most telling first; nothing told before. */
export function factsOf(product: Product, state: DialogueState, book: ClaimBook, facts: number): string[] {
  let most = facts;
  const told = (attribute: string) => wasTold(state, product.sku, attribute);
  const claims: string[] = [];
  const push = (claim: string | null) => {
    if (claim !== null && !claims.includes(claim) && claims.length < most) claims.push(claim);
  };

  for (const values of attributesByWish(product, state.preferences)) {
    const [first] = values;
    // Eggs without the milk would be half of the truth: of several values all are told, or none.
    const isTellable = values.length <= VALUES_MAX && values.every(sayable);
    if (first === undefined || told(first.name) || !isTellable || claims.length >= most) continue;
    most += values.length - 1;
    for (const value of values) push(book.attribute(product, value));
  }
  if (product.rating && product.rating.count >= RATING_COUNT_MIN && !told("rating"))
    push(book.rating(product));
  // A reduction says the price.
  const reduction = told("reduction") ? null : book.reduction(product);
  push(reduction);
  for (const attribute of characteristics(product)) {
    if (!told(attribute.name) && !inTitle(product, attribute)) push(book.attribute(product, attribute));
  }
  if (reduction === null && !told("price")) push(book.price(product));
  return claims;
}

/** The values of each attribute that a wish is about. */
function attributesByWish(product: Product, preferences: Preference[]): Attribute[][] {
  const wanted = new Set(preferences.filter((wish) => wish.held).map((wish) => wish.attribute));
  return [...wanted]
    .map((name) => product.attributes.filter((attribute) => attribute.name === name))
    .filter((values) => values.length > 0);
}

/**
 * Attributes that tell of the product itself and have one value; its type is told by its title, and a rating without a
 * number of reviews says nothing. What the shopper picks when buying (a size, one of several
 * colours) says nothing of it.
 */
export function characteristics(product: Product): Attribute[] {
  const options = new Set(
    product.variants.flatMap((variant) => variant.options.map((option) => option.name)),
  );
  return product.attributes.filter(
    (attribute, index, all) =>
      attribute.name !== "type" &&
      attribute.name !== "rating" &&
      sayable(attribute) &&
      !options.has(attribute.name) &&
      all.every(({ name }, place) => name !== attribute.name || place === index),
  );
}

export function sayable(attribute: Attribute): boolean {
  return attribute.value.length <= VALUE_LENGTH_MAX && !/[{}<>|]|https?:/.test(attribute.value);
}

function inTitle(product: Product, attribute: Attribute): boolean {
  return product.title.toLowerCase().includes(attribute.value.toLowerCase());
}

/** Claims that the product answers the shopper's wishes: only those the search found met, and not what was told before. */
export function meetsOf(
  product: Product,
  met: Preference[],
  state: DialogueState,
  book: ClaimBook,
  most: number,
): string[] {
  return (
    mostTellingFirst(met)
      .filter((wish) => wish.held && wish.polarity === "positive" && wish.attribute !== "category")
      // A critique named no budget that a price could fit.
      .filter((wish) => wish.attribute !== "price" || wish.origin === "said")
      .filter((wish) => !wasTold(state, product.sku, wish.attribute))
      .flatMap((wish) => {
        const value = valueFor(product, wish);
        return value === null ? [] : [book.meets(product, wish, value)];
      })
      .slice(0, most)
  );
}

/** To fit a budget is the least that can be said of an item: what it is for and has comes before. */
export function mostTellingFirst(wishes: readonly Preference[]): Preference[] {
  const rank = ({ attribute }: Preference) => (attribute === "price" ? 2 : attribute === "brand" ? 1 : 0);
  return [...wishes].sort((one, other) => rank(one) - rank(other));
}

/** The product's own value on the attribute a wish is about; null when the row has no such value. */
export function valueFor(product: Product, wish: Preference): string | null {
  switch (wish.attribute) {
    case "price":
      return String(majorOf(product.price));
    case "brand":
      return product.brand;
    case "category":
      return product.categories.at(-1) ?? null;
    case "rating":
      return product.rating === null ? null : String(product.rating.value);
    case "feature":
    case "recipient":
      return typeof wish.value === "string" ? phraseInListing(product, wish.value) : null;
    case "usage":
      return typeof wish.value === "string"
        ? (phraseInListing(product, wish.value) ?? statedUse(product, wish.value))
        : null;
    default: {
      const values = product.attributes.filter((attribute) => attribute.name === wish.attribute);
      const wanted = typeof wish.value === "string" ? wish.value.toLowerCase() : null;
      const exact =
        wanted === null
          ? undefined
          : values.find((attribute) => attribute.value.toLowerCase().includes(wanted));
      return (exact ?? values[0])?.value ?? null;
    }
  }
}

/** The use that the listing states for what goes by another name: "commuting" of "cycling to work". */
function statedUse(product: Product, said: string): string | null {
  const words = said.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const names = new Set(words.flatMap((word) => [word, ...otherNamesOfUse(word)]));
  for (const { name, value } of product.attributes) {
    if (!isUse(name) || value.length > VALUE_LENGTH_MAX) continue;
    const uses = value.split(/\s*[,;/]\s*/);
    const fitting = uses.filter((use) => names.has(use.toLowerCase()));
    const [first] = fitting;
    if (first !== undefined) return fitting.length === uses.length ? value : first;
  }
  return null;
}

/** An attribute that tells what a product is for. */
export function isUse(attribute: string): boolean {
  return /^(?:usage|use|uses|best for|suitable for|ideal for|intended use|activity|activities|sport)$/i.test(
    attribute,
  );
}

/** The phrase as the listing itself writes it (case kept), or null when no part of the listing holds it. */
export function phraseInListing(product: Product, phrase: string): string | null {
  const wanted = phrase.trim();
  if (wanted.length < 3) return null;
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])${escapeRegExp(wanted).replace(/[\s-]+/g, "[\\s-]+")}(?:s|es)?(?![\\p{L}\\d])`,
    "iu",
  );
  for (const text of [
    product.title,
    ...product.tags,
    ...product.attributes.filter(({ name }) => name !== "colour").map(({ value }) => value),
    // "Sea green" is a green, and says nothing of the sea.
    ...product.attributes
      .flatMap(({ name, value }) => (name === "colour" ? value.split(/[/,;&+]/) : []))
      .filter((colour) => new RegExp(`${escapeRegExp(wanted)}\\s*$`, "i").test(colour)),
    ...product.categories,
    product.description,
  ]) {
    const match = pattern.exec(text);
    // "Not waterproof" must not become "waterproof".
    if (match && !/\b(?:not|no|non|without|isn't|never)[\s-]+(?:\w+\s+)?$/i.test(text.slice(0, match.index)))
      return match[0];
  }
  return null;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
