import { growingUint32 } from "../packed/growing-array.ts";
import { WordTable, WordTableBuilder, type WordTableData } from "../packed/word-table.ts";
import type { Product, Sku } from "./product.ts";

export interface SkuTableData {
  skus: WordTableData;
  /** By number of the sku. */
  documents: Uint32Array;
}

/** Finds a product's document by its sku, or by that of one of its variants. */
export class SkuTable {
  readonly #skus: WordTable;
  readonly #documents: Uint32Array;

  constructor({ skus, documents }: SkuTableData) {
    this.#skus = new WordTable(skus);
    this.#documents = documents;
  }

  get(sku: Sku): number | undefined {
    const number = this.#skus.numberOf(sku);
    return number < 0 ? undefined : this.#documents[number];
  }
}

export class SkuTableBuilder {
  readonly #skus: Sku[] = [];
  readonly #variants: { sku: Sku; document: number }[] = [];

  add({ sku, variants }: Product): void {
    const document = this.#skus.length;
    this.#skus.push(sku);
    for (const variant of variants) this.#variants.push({ sku: variant.sku, document });
  }

  /** A sku that several have is that of the product that is called so, else of the first that has such a variant. */
  finish(): SkuTableData {
    const table = new WordTableBuilder();
    const documents = growingUint32();
    const take = (sku: Sku, document: number) => {
      if (table.add(sku) === documents.length) documents.push(document);
    };
    this.#skus.forEach(take);
    for (const { sku, document } of this.#variants) take(sku, document);
    return { skus: table.finish(), documents: documents.finish() };
  }
}
