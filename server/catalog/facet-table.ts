import { growingUint32 } from "../packed/growing-array.ts";
import { invertLists, type Lists, listAt } from "../packed/lists.ts";
import { StringList, StringListBuilder, type StringListData } from "../packed/string-list.ts";
import { mergeFacets, type RawFacet } from "./facets/merge-values.ts";
import type { Attribute, Product } from "./product.ts";
import { valueKey } from "./value-key.ts";

export interface FacetValue {
  /** An attribute's name, "brand", or a level of the category path (`CATEGORY_LEVELS`). */
  attribute: string;
  /** As the catalog writes it first. */
  value: string;
  number?: number;
  unit?: string;
}

/** The path from its broad end, and its narrow end, as attributes of their own. */
export const CATEGORY_LEVELS = [0, 1, 2, 3, -1].map((level) => ({
  level,
  attribute: `category at ${level}`,
}));

export interface FacetTableData {
  attributes: string[];
  /** By attribute: where its values' ids begin; one more than there are attributes. */
  firstValues: Uint32Array;
  /** By value id: which of `attributes` it is of. */
  attributeOf: Uint32Array;
  values: StringListData;
  /** By value id: its `valueKey`. */
  keys: StringListData;
  /** NaN for what is no number. */
  numbers: Float64Array;
  /** Places in `units`; 0 for none. */
  unitOf: Uint16Array;
  units: string[];
  /** Value ids of each document, ascending, so that those of one attribute stand together. */
  ofDocument: Lists;
  /** Documents of each value id. */
  ofValue: Lists;
}

/**
 * Which product has which attribute values, as numbers: counting and grading values of thousands of products then costs
 * array look-ups. Ids of one attribute's values are consecutive. Brands and categories are kept like attributes.
 */
export class FacetTable {
  readonly size: number;
  readonly attributes: readonly string[];
  readonly attributeOf: Uint32Array;
  /** The value ids of all documents, for what runs over very many of them; see `idsOf`. */
  readonly ofDocument: Lists;
  readonly #data: FacetTableData;
  readonly #values: StringList;
  readonly #keys: StringList;
  readonly #placeOf: ReadonlyMap<string, number>;
  /** Value ids of documents that changed since. */
  readonly #changed = new Map<number, Uint32Array>();

  constructor(data: FacetTableData) {
    this.#data = data;
    this.#values = new StringList(data.values);
    this.#keys = new StringList(data.keys);
    this.#placeOf = new Map(data.attributes.map((attribute, place) => [attribute, place]));
    this.size = data.numbers.length;
    this.attributes = data.attributes;
    this.attributeOf = data.attributeOf;
    this.ofDocument = data.ofDocument;
  }

  value(id: number): FacetValue {
    const { attributes, attributeOf, numbers, unitOf, units } = this.#data;
    const number = numbers[id] ?? Number.NaN;
    const unit = units[unitOf[id] ?? 0];
    return {
      attribute: attributes[attributeOf[id] ?? 0] ?? "",
      value: this.#values.at(id),
      ...(!Number.isNaN(number) && { number }),
      ...(unit && { unit }),
    };
  }

  /** NaN for what is no number. */
  measureOf(id: number): { number: number; unit: string | undefined } {
    const { numbers, unitOf, units } = this.#data;
    return { number: numbers[id] ?? Number.NaN, unit: units[unitOf[id] ?? 0] || undefined };
  }

  /** What the value is compared by, see `valueKey`. */
  keyOf(id: number): string {
    return this.#keys.at(id);
  }

  /** Ascending, so that those of one attribute stand together. */
  idsOf(document: number): Uint32Array {
    return this.#changed.get(document) ?? listAt(this.#data.ofDocument, document);
  }

  /** Whether a document has a value. Without a view for each, since it is asked of very many. */
  has(document: number, id: number): boolean {
    const changed = this.#changed.get(document);
    if (changed !== undefined) return changed.includes(id);
    const { offsets, items } = this.#data.ofDocument;
    const end = offsets[document + 1] ?? 0;
    for (let at = offsets[document] ?? 0; at < end; at++) if (items[at] === id) return true;
    return false;
  }

  /**
   * What a document has from now on, where `idsOf` is asked; counts and lists of documents stay as they were built. False
   * for a value that no document had then: it has no id.
   */
  change(document: number, facets: readonly FacetValue[]): boolean {
    const ids = new Set(facets.map((facet) => this.#idOf(facet)));
    const isKnown = !ids.delete(-1);
    this.#changed.set(document, Uint32Array.from(ids).sort());
    return isKnown;
  }

  #idOf({ attribute, value }: FacetValue): number {
    const key = valueKey(value);
    const { from, to } = this.rangeOf(attribute);
    for (let id = from; id < to; id++) if (this.keyOf(id) === key) return id;
    return -1;
  }

  documentsOf(id: number): Uint32Array {
    return listAt(this.#data.ofValue, id);
  }

  /** The ids of an attribute's values: from `from` up to, but without, `to`. */
  rangeOf(attribute: string): { from: number; to: number } {
    const place = this.#placeOf.get(attribute);
    if (place === undefined) return { from: 0, to: 0 };
    const { firstValues } = this.#data;
    return { from: firstValues[place] ?? 0, to: firstValues[place + 1] ?? 0 };
  }

  /** By attribute: how many documents have any value of it. */
  coverages(): Uint32Array {
    const { offsets, items } = this.#data.ofDocument;
    const having = new Uint32Array(this.attributes.length);
    for (let document = 0; document + 1 < offsets.length; document++) {
      let last = -1;
      for (let at = offsets[document] ?? 0; at < (offsets[document + 1] ?? 0); at++) {
        const attribute = this.attributeOf[items[at] ?? 0] ?? 0;
        if (attribute !== last) having[attribute] = (having[attribute] ?? 0) + 1;
        last = attribute;
      }
    }
    return having;
  }

  /** A product's value of an attribute of which it has one: its narrowest category, its brand. */
  idOf(document: number, attribute: string): number | null {
    const { from, to } = this.rangeOf(attribute);
    for (const id of this.idsOf(document)) if (id >= from && id < to) return id;
    return null;
  }
}

export class FacetTableBuilder {
  /** By attribute and value in lower case: the place in `#collected`. */
  readonly #places = new Map<string, Map<string, number>>();
  readonly #collected: RawFacet[] = [];
  readonly #offsets = growingUint32();
  readonly #items = growingUint32();

  constructor() {
    this.#offsets.push(0);
  }

  /** The facets of the next document. */
  add(facets: readonly FacetValue[]): void {
    for (const place of new Set(facets.map((facet) => this.#placeOf(facet)))) {
      const collected = this.#collected[place];
      if (collected !== undefined) collected.count++;
      this.#items.push(place);
    }
    this.#offsets.push(this.#items.length);
  }

  /** Values that say the same become one, as most products write it. */
  finish(): FacetTableData {
    const { facets, of } = mergeFacets(this.#collected);
    const attributes = [...new Set(facets.map(({ attribute }) => attribute))];
    const placeOf = new Map(attributes.map((attribute, place) => [attribute, place]));
    const attributeOf = Uint32Array.from(facets, ({ attribute }) => placeOf.get(attribute) ?? 0);
    const firstValues = new Uint32Array(attributes.length + 1).fill(facets.length);
    attributeOf.forEach((place, id) => {
      firstValues[place] = Math.min(firstValues[place] ?? id, id);
    });
    const values = new StringListBuilder();
    const keys = new StringListBuilder();
    for (const { value } of facets) {
      values.add(value);
      keys.add(valueKey(value));
    }
    const units = [...new Set(["", ...facets.map(({ unit }) => unit ?? "")])];
    const placeOfUnit = new Map(units.map((unit, place) => [unit, place]));
    const ofDocument = renumbered(this.#offsets.finish(), this.#items.finish(), of);
    return {
      attributes,
      firstValues,
      attributeOf,
      values: values.finish(),
      keys: keys.finish(),
      numbers: Float64Array.from(facets, ({ number }) => number ?? Number.NaN),
      unitOf: Uint16Array.from(facets, ({ unit }) => placeOfUnit.get(unit ?? "") ?? 0),
      units,
      ofDocument,
      ofValue: invertLists(ofDocument, facets.length),
    };
  }

  #placeOf({ attribute, value, number, unit }: FacetValue): number {
    let places = this.#places.get(attribute);
    if (places === undefined) {
      places = new Map();
      this.#places.set(attribute, places);
    }
    const key = value.toLowerCase();
    let place = places.get(key);
    if (place === undefined) {
      place = this.#collected.length;
      places.set(key, place);
      this.#collected.push({
        attribute,
        value,
        ...(number !== undefined && { number }),
        ...(unit !== undefined && { unit }),
        count: 0,
      });
    }
    return place;
  }
}

/** Each document's values by their ids, ascending, each once. */
function renumbered(offsets: Uint32Array, items: Uint32Array, of: Uint32Array): Lists {
  const kept = new Uint32Array(offsets.length);
  let count = 0;
  for (let document = 0; document + 1 < offsets.length; document++) {
    const own = items.subarray(offsets[document] ?? 0, offsets[document + 1] ?? 0);
    for (let at = 0; at < own.length; at++) own[at] = of[own[at] ?? 0] ?? 0;
    own.sort();
    let last = -1;
    // What is kept never overtakes what is read, so that it can stand in the same array.
    for (const id of own) {
      if (id !== last) items[count++] = id;
      last = id;
    }
    kept[document + 1] = count;
  }
  return { offsets: kept, items: items.slice(0, count) };
}

/** What a product is filed under: brand, category path and attributes. */
export function facetsOf(product: Product): FacetValue[] {
  const brand = product.brand === null ? [] : [{ attribute: "brand", value: product.brand }];
  const levels = CATEGORY_LEVELS.flatMap(({ level, attribute }) => {
    const value = product.categories.at(level);
    return value === undefined ? [] : [{ attribute, value }];
  });
  return [...brand, ...levels, ...product.attributes.map(facetOf)];
}

/** What can be chosen of a product now. */
export function optionsOf({ variants }: Product): FacetValue[] {
  return variants
    .filter(({ inStock }) => inStock)
    .flatMap(({ options }) => options.map(({ name, value }) => ({ attribute: name, value })));
}

function facetOf({ name, value, number, unit }: Attribute): FacetValue {
  return {
    attribute: name,
    value,
    ...(number !== undefined && { number }),
    ...(unit !== undefined && { unit }),
  };
}
