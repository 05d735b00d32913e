/** One import from a file to the store, and a record of what came of it, whoever asked for it. */
import type { FileColumns } from "../catalog/import/describe-columns.ts";
import type { CatalogFormat } from "../catalog/import/detect-format.ts";
import { type ImportSummary, importCatalog } from "../catalog/import/import-catalog.ts";
import type { HeldBack, ImportCounts, ImportOptions } from "../store/catalog-records.ts";
import type { CatalogRepository } from "../store/catalog-repository.ts";

/** What an import needs to know of its site. */
export interface CatalogSite {
  id: string;
  /** ISO 4217. */
  currency: string;
  origins: string[];
}

export interface ImportJob extends ImportOptions {
  site: CatalogSite;
  /** A path, or the bytes; either may be gzipped. */
  file: string | AsyncIterable<Uint8Array>;
  /** Where it comes from, in words. */
  source: string;
  format: CatalogFormat | "auto";
  map?: Record<string, string>;
  isRehearsal?: boolean;
  onProgress?: (rows: number) => void;
  onColumns?: (columns: FileColumns) => void;
}

/** As the commands print it. With `held`, the other counts say what confirming would do. */
export type ImportOutcome = ImportSummary & { removed?: number; held?: HeldBack };
export type ImportAnswer =
  | { ok: true; id: string; outcome: ImportOutcome }
  | { ok: false; id: string; error: { code: string; message: string; line?: number } };

type Catalogs = Pick<CatalogRepository, "openImport" | "recordFailure" | "recordRejected">;

/** Throws only what the store or the file's source throws; nothing of the import is left then. */
export async function runImport(catalogs: Catalogs, job: ImportJob): Promise<ImportAnswer> {
  const {
    site,
    file,
    source,
    format,
    map,
    replace = false,
    maxShrink,
    isRehearsal = false,
    onProgress,
    onColumns,
  } = job;
  const opened = await catalogs.openImport(site.id, {
    replace,
    source,
    ...(maxShrink !== undefined && { maxShrink }),
  });
  const counts: Pick<ImportCounts, "removed" | "held"> = {};
  const finish = async () => Object.assign(counts, await (isRehearsal ? opened.rehearse() : opened.commit()));
  const origin = originOf(site);
  const result = await importCatalog({
    source: file,
    format,
    currency: site.currency,
    ...(origin !== null && { origin }),
    ...(map !== undefined && { map }),
    sink: { put: opened.put, commit: finish, abort: opened.abort },
    ...(onProgress !== undefined && { onProgress }),
    ...(onColumns !== undefined && { onColumns }),
  });
  const { id } = opened;
  if (!result.ok) {
    if (!isRehearsal)
      await catalogs.recordFailure(site.id, { id, source, replaces: replace, ...result.error });
    return { ok: false, id, error: result.error };
  }
  const { summary } = result;
  const rejected = summary.rejectedTotal ?? summary.rejected.length;
  if (!isRehearsal && rejected > 0) await catalogs.recordRejected(id, rejected);
  return { ok: true, id, outcome: { ...summary, ...(counts.held && { held: counts.held }) } };
}

/** The first of the shop's origins that names one address. */
export function originOf({ origins }: CatalogSite): string | null {
  return origins.find((origin) => !origin.includes("*")) ?? null;
}
