import { isDeepStrictEqual } from "node:util";
import type { CatalogRecord, CatalogSink, SinkCounts } from "../../../server/catalog/import/catalog-sink.ts";

/** A sink that behaves as the store's: nothing shows before `commit`, nothing ever after `abort`. */
export class MemorySink implements CatalogSink {
  readonly records = new Map<string, CatalogRecord>();
  aborted = 0;
  #pending = new Map<string, CatalogRecord>();

  async put(records: CatalogRecord[]): Promise<void> {
    for (const record of records) {
      if (this.#pending.has(record.sku)) throw new Error(`${record.sku} was put twice`);
      this.#pending.set(record.sku, structuredClone(record));
    }
  }

  async commit(): Promise<SinkCounts> {
    const counts = { added: 0, updated: 0, unchanged: 0, hidden: 0 };
    for (const [sku, record] of this.#pending) {
      const held = this.records.get(sku);
      if (held === undefined) counts.added++;
      else if (isDeepStrictEqual(held, record)) counts.unchanged++;
      else counts.updated++;
      if (record.hidden !== null) counts.hidden++;
      this.records.set(sku, record);
    }
    this.#pending = new Map();
    return counts;
  }

  async abort(): Promise<void> {
    this.aborted++;
    this.#pending = new Map();
  }

  visible(): CatalogRecord[] {
    return [...this.records.values()].filter((record) => record.hidden === null);
  }
}
