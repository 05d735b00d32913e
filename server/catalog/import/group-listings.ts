import { SKU_MAX_LENGTH } from "../../../shared/limits.ts";
import type { Attribute, Money, Variant } from "../product.ts";
import { attributeOf, distinctAttributes } from "./attribute-names.ts";
import type { CatalogRecord } from "./catalog-sink.ts";
import { distinct } from "./cell-values.ts";
import type { Listing, Rejected } from "./listing.ts";
import { SeenNames } from "./seen-names.ts";

/** How many rows may wait for others of their product, and of about how many characters. Bounds memory whatever the file's size. */
const WAITING_LIMIT = 20_000;
const WAITING_WEIGHT_LIMIT = 16_000_000;

/** More than a product's page says; what is longer is a fault of the export, and is cut. */
const TITLE_LIMIT = 500;
const DESCRIPTION_LIMIT = 20_000;
const NAME_LIMIT = 200;
const PARTS_LIMIT = 2_048;

export interface Grouped {
  records: CatalogRecord[];
  rejected: Rejected[];
}

interface Group {
  key: string;
  listings: Listing[];
  aliases: string[];
  weight: number;
  /** The row of each variant by what tells it from the others. */
  rowOfVariant: Map<string, number>;
}

/**
 * Turns listings into products: rows of one product become its variants, whether or not they stand together. The first
 * row with an id wins; later ones are rejected. Rows wait until the file ends, or until more than `WAITING_LIMIT` do;
 * then the product longest without a new row is finished.
 */
export class ListingGroups {
  readonly #siteCurrency: string;
  readonly #waiting = new Map<string, Group>();
  /** Of the groups that wait; the names of those that are finished are in `#finished`. */
  readonly #keyOfAlias = new Map<string, string>();
  readonly #ids = new SeenNames();
  readonly #finished = new SeenNames();
  #waitingRows = 0;
  #waitingWeight = 0;

  constructor(siteCurrency: string) {
    this.#siteCurrency = siteCurrency;
  }

  take(listing: Listing): Grouped {
    if (listing.id.length > SKU_MAX_LENGTH)
      return refusal(listing, `the id is longer than ${SKU_MAX_LENGTH} characters`);
    if (listing.group === null) return this.#single(listing);
    const group = this.#groupOf(listing, listing.group);
    if (group === null)
      return refusal(
        listing,
        `its product "${listing.group}" ended too many rows before; sort the file by product`,
      );
    const duplicateOf = this.#duplicateIn(group, listing);
    if (duplicateOf !== null) return refusal(listing, `duplicate of row ${duplicateOf}`);
    this.#add(group, listing);
    const finished: Grouped = { records: [], rejected: [] };
    while (this.#waitingRows > WAITING_LIMIT || this.#waitingWeight > WAITING_WEIGHT_LIMIT) {
      const { records, rejected } = this.#finishOldest();
      finished.records.push(...records);
      finished.rejected.push(...rejected);
    }
    return finished;
  }

  /** What still waits, product by product. */
  *end(): Generator<Grouped> {
    for (const group of this.#waiting.values()) yield this.#finish(group);
  }

  #single(listing: Listing): Grouped {
    const first = this.#ids.rowOf(listing.id);
    if (first !== undefined) return refusal(listing, `duplicate id, first seen in row ${first}`);
    this.#ids.note(listing.id, listing.row);
    return { records: [recordOf(listing.id, listing, [listing], this.#siteCurrency)], rejected: [] };
  }

  /** The waiting group, now the one with the newest row; null when it is finished already. */
  #groupOf(listing: Listing, name: string): Group | null {
    const key = this.#keyOfAlias.get(name) ?? name;
    if (this.#finished.rowOf(key) !== undefined) return null;
    const group = this.#waiting.get(key) ?? emptyGroup(key);
    this.#waiting.delete(key);
    this.#waiting.set(key, group);
    for (const alias of listing.groupAliases) this.#join(group, alias);
    return group;
  }

  /** Variations that came before their parent wait under the name they knew it by. */
  #join(group: Group, alias: string): void {
    if (alias === group.key || this.#keyOfAlias.has(alias)) return;
    this.#keyOfAlias.set(alias, group.key);
    group.aliases.push(alias);
    const early = this.#waiting.get(alias);
    if (early === undefined) return;
    for (const listing of early.listings) group.listings.push(listing);
    group.aliases.push(...early.aliases);
    group.weight += early.weight;
    for (const [variant, row] of early.rowOfVariant)
      if (!group.rowOfVariant.has(variant)) group.rowOfVariant.set(variant, row);
    this.#waiting.delete(alias);
  }

  #duplicateIn(group: Group, listing: Listing): number | null {
    if (listing.role === "alone") return this.#registerId(listing);
    const variant = variantOf(listing);
    const first = group.rowOfVariant.get(variant);
    if (first === undefined) group.rowOfVariant.set(variant, listing.row);
    return first ?? null;
  }

  #registerId(listing: Listing): number | null {
    const first = this.#ids.rowOf(listing.id);
    if (first === undefined) this.#ids.note(listing.id, listing.row);
    return first ?? null;
  }

  #add(group: Group, listing: Listing): void {
    const weight = weightOf(listing);
    // A string cut from another holds all of it in memory: the piece of the file it was read from. A clone's stands alone.
    const description = shortened(listing.description, DESCRIPTION_LIMIT);
    group.listings.push(structuredClone({ ...listing, description }));
    group.weight += weight;
    this.#waitingRows++;
    this.#waitingWeight += weight;
  }

  #finishOldest(): Grouped {
    const [oldest] = this.#waiting.values();
    return oldest === undefined ? { records: [], rejected: [] } : this.#finish(oldest);
  }

  #finish(group: Group): Grouped {
    this.#waiting.delete(group.key);
    this.#waitingRows -= group.listings.length;
    this.#waitingWeight -= group.weight;
    for (const alias of group.aliases) this.#keyOfAlias.delete(alias);
    for (const name of [group.key, ...group.aliases]) this.#finished.note(name, group.listings[0]?.row ?? 0);
    const parent = group.listings.find((listing) => listing.role === "parent");
    if (parent === undefined && group.listings.some((listing) => listing.role === "variant")) {
      return rejectAll(group.listings, `its product "${group.key}" has no row of its own with a title`);
    }
    const first = this.#ids.rowOf(group.key);
    const isOwnMember = group.listings.some((listing) => listing.id === group.key);
    if (first !== undefined && !isOwnMember)
      return rejectAll(group.listings, `duplicate id "${group.key}", first seen in row ${first}`);
    this.#ids.note(group.key, group.listings[0]?.row ?? 0);
    nameOptions(group.listings, parent);
    const members = group.listings.filter((listing) => listing.isSellable);
    return { records: [recordOf(group.key, parent ?? null, members, this.#siteCurrency)], rejected: [] };
  }
}

function emptyGroup(key: string): Group {
  return { key, listings: [], aliases: [], weight: 0, rowOfVariant: new Map() };
}

/** About how many characters a listing holds; an object weighs as much as some fifty. */
function weightOf({ title, description, attributes, tags, options, variants, reviews }: Listing): number {
  const parts = attributes.length + tags.length + options.length + 4 * variants.length;
  const said = reviews.reduce((length, review) => length + review.text.length, 0);
  return 500 + title.length + Math.min(description.length, DESCRIPTION_LIMIT) + 100 * parts + said;
}

function refusal(listing: Listing, reason: string): Grouped {
  return { records: [], rejected: [{ row: listing.row, id: listing.id, reason }] };
}
function rejectAll(listings: Listing[], reason: string): Grouped {
  return { records: [], rejected: listings.map((listing) => ({ row: listing.row, id: listing.id, reason })) };
}

/** Alike for two rows of one variant: its options, or its title where it has none. A parent that is not sold is one of a kind. */
function variantOf({ isSellable, options, title }: Listing): string {
  if (!isSellable) return "parent";
  const chosen = options.map(({ name, value }) => `${name}=${value}`).join("\n");
  return options.length > 0 ? `options ${chosen}` : `title ${title}`;
}

/** Rows that give an option's place only ("option 2") take its name from the parent's row. */
function nameOptions(listings: Listing[], parent: Listing | undefined): void {
  for (const option of listings.flatMap((listing) => listing.options)) {
    const place = /^option (\d)$/.exec(option.name)?.[1];
    if (place !== undefined) option.name = parent?.options[Number(place) - 1]?.name ?? option.name;
  }
}

/**
 * The product of one or more rows. What is said of it (title where there is no parent, price, link, picture) is of one
 * row that a shopper can buy: the cheapest in stock, so that a price never stands beside another variant's name.
 */
function recordOf(
  sku: string,
  parent: Listing | null,
  members: Listing[],
  siteCurrency: string,
): CatalogRecord {
  const offers = members.flatMap((member) => offersOf(member));
  const priced = offers.filter(
    (offer) => offer.price !== null && offer.price.minor > 0 && offer.price.currency === siteCurrency,
  );
  const best =
    cheapest(priced.filter((offer) => offer.inStock)) ??
    cheapest(priced) ??
    offers.find((offer) => offer.price !== null) ??
    offers[0] ??
    null;
  const base = parent ?? best?.listing ?? members[0];
  if (base === undefined) throw new Error(`The product ${sku} has neither a parent nor a member.`);
  const price = best?.price ?? null;
  const variants = variantsOf(sku, members, priced);
  const listings = parent === null ? members : [parent, ...members.filter((member) => member !== parent)];
  return {
    sku,
    title: shortened(base.title, TITLE_LIMIT),
    description: shortened(base.description, DESCRIPTION_LIMIT),
    brand: base.brand === null ? null : shortened(base.brand, NAME_LIMIT),
    categories: base.categories.slice(0, PARTS_LIMIT).map((name) => shortened(name, NAME_LIMIT)),
    tags: distinct(base.tags)
      .slice(0, PARTS_LIMIT)
      .map((tag) => shortened(tag, NAME_LIMIT)),
    url: base.url || (best?.listing.url ?? ""),
    imageUrl: base.imageUrl ?? best?.listing.imageUrl ?? null,
    price,
    was: best !== null && price !== null && isReduced(best.was, price) ? best.was : null,
    inStock: priced.length > 0 ? priced.some((offer) => offer.inStock) : base.inStock,
    attributes: distinctAttributes([
      ...listings.flatMap((listing) => listing.attributes),
      ...optionAttributes(variants),
    ]),
    variants,
    rating: base.rating,
    popularity: base.popularity,
    hidden: hiddenReason(base, members, price, siteCurrency),
    reviews: listings.flatMap((listing) => listing.reviews).map((review) => ({ ...review, sku })),
  };
}

/** Cut after a word, where there is one to cut after, and never within a character. */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
  const words = cut.replace(/(?<=\S)\s+\S*$/, "");
  return words.length * 2 > limit ? words : cut;
}

interface Offer {
  id: string;
  listing: Listing;
  options: { name: string; value: string }[];
  price: Money | null;
  was: Money | null;
  inStock: boolean;
}

function offersOf(listing: Listing): Offer[] {
  if (listing.hidden !== null && listing.role === "variant") return [];
  if (listing.variants.length === 0) return [{ ...listing, listing }];
  return listing.variants.map((variant) => ({
    ...variant,
    price: variant.price ?? listing.price,
    was: variant.was ?? (variant.price === null ? listing.was : null),
    listing,
  }));
}

function cheapest(offers: Offer[]): Offer | null {
  return offers.reduce<Offer | null>(
    (best, offer) =>
      (offer.price?.minor ?? 0) < (best?.price?.minor ?? Number.POSITIVE_INFINITY) ? offer : best,
    null,
  );
}

/** Variants only where there is a choice: several offers, or options to speak of. */
function variantsOf(sku: string, members: Listing[], offers: Offer[]): Variant[] {
  const varying = varyingAttributes(members);
  const used = new Set<string>();
  const variants = offers.flatMap((offer, place) => {
    if (offer.price === null) return [];
    const id = used.has(offer.id) ? `${offer.id}/${place + 1}` : offer.id;
    used.add(id);
    const own = offer.listing.attributes
      .filter((attribute) => varying.includes(attribute.name))
      .map(({ name, value }) => ({ name, value }));
    return [
      {
        sku: id || `${sku}/${place + 1}`,
        options: offer.options.length > 0 ? offer.options : own,
        price: offer.price,
        inStock: offer.inStock,
      },
    ];
  });
  const isChoice =
    variants.length > 1 || variants.some(({ options }) => options.some(({ name }) => name !== "title"));
  return isChoice ? variants : [];
}

/** By what the equal members of a feed's group differ: the attributes that feeds call variant attributes. */
function varyingAttributes(members: Listing[]): string[] {
  if (members.length < 2) return [];
  return VARIANT_ATTRIBUTES.filter((name) => {
    const values = members.map(
      (member) => member.attributes.find((attribute) => attribute.name === name)?.value,
    );
    return new Set(values).size > 1;
  });
}
const VARIANT_ATTRIBUTES = [
  "colour",
  "size",
  "material",
  "pattern",
  "storage",
  "memory",
  "flavor",
  "scent",
  "age group",
  "gender",
];

/** An option says something of the product, unless it is called what a product has anyway ("Title", "Price"). */
function optionAttributes(variants: Variant[]): Attribute[] {
  return variants
    .flatMap((variant) => variant.options)
    .filter(({ name }) => !/^(title|price|brand|category|option \d)$/.test(name))
    .map(({ name, value }) => attributeOf(name, value))
    .filter((attribute) => attribute !== null);
}

function isReduced(was: Money | null, price: Money): boolean {
  return was !== null && was.currency === price.currency && was.minor > price.minor;
}

function hiddenReason(
  base: Listing,
  members: Listing[],
  price: Money | null,
  siteCurrency: string,
): string | null {
  if (base.hidden !== null) return base.hidden;
  if (price === null)
    return (
      members.find((member) => member.priceProblem !== null)?.priceProblem ?? base.priceProblem ?? "no price"
    );
  if (price.minor === 0) return "the price is 0";
  if (price.currency !== siteCurrency)
    return `the price is in ${price.currency}, the shop sells in ${siteCurrency}`;
  return null;
}
