/** The shop's products, files that bring them, and the feed. */
import type { UploadAnswer, UploadLine } from "../../server/admin/catalog-uploads.ts";
import type { DescribedColumn, FileColumns, ReadAs } from "../../server/catalog/import/describe-columns.ts";
import type { CatalogFormat } from "../../server/catalog/import/detect-format.ts";
import type {
  ImportCounts,
  ImportRecord,
  ProductCounts,
  ProductPage,
  ProductRecord,
} from "../../server/store/catalog-records.ts";
import type { ShownFeed } from "../../server/sync/feed-settings.ts";
import type { ImportOutcome } from "../../server/sync/run-import.ts";
import { ApiError, csrfToken, get, post, queryOf, request } from "./client.ts";

export type {
  CatalogFormat,
  DescribedColumn,
  FileColumns,
  ImportOutcome,
  ImportRecord,
  ProductCounts,
  ProductPage,
  ProductRecord,
  ReadAs,
  ShownFeed,
  UploadAnswer,
};

export const countProducts = (signal: AbortSignal): Promise<ProductCounts> => get("/admin/catalog", signal);
export const listProducts = (
  search: { query: string; hidden: boolean; after: string },
  signal: AbortSignal,
): Promise<ProductPage> =>
  get(`/admin/products${queryOf({ ...search, hidden: search.hidden ? 1 : null, limit: 25 })}`, signal);

export const listImports = (signal: AbortSignal): Promise<ImportRecord[]> =>
  get<{ imports: ImportRecord[] }>("/admin/catalog/imports", signal).then(({ imports }) => imports);
export const confirmImport = (id: string): Promise<ImportCounts> =>
  post(`/admin/catalog/imports/${id}/confirm`);
export const discardImport = (id: string): Promise<unknown> => post(`/admin/catalog/imports/${id}/discard`);

/** The feed is null where there is none. */
export const readFeed = (signal: AbortSignal): Promise<{ feed: ShownFeed | null }> =>
  get<ShownFeed>("/admin/catalog/feed", signal).then(
    (feed) => ({ feed }),
    (error: unknown) => {
      if (error instanceof ApiError && error.code === "feed/none") return { feed: null };
      throw error;
    },
  );
export const setFeed = (feed: Pick<ShownFeed, "url" | "every" | "format" | "replace">): Promise<ShownFeed> =>
  request("PUT", "/admin/catalog/feed", { body: feed });
export const removeFeed = (): Promise<unknown> => request("DELETE", "/admin/catalog/feed");
export const pullFeed = (): Promise<unknown> => post("/admin/catalog/feed/pull");

export interface FileWishes {
  format: CatalogFormat | "auto";
  /** Hide what the file leaves out. */
  replace: boolean;
  /** Field to column. */
  map: Record<string, string>;
  /** Only say what would come of it. */
  isRehearsal: boolean;
}
export type FileProgress = { is: "sending"; share: number } | { is: "reading"; rows: number };
/** Whether the import waits to be confirmed. */
export type FileAnswer = { isHeld: boolean; answer: UploadAnswer };

/** Sends a file and hears how far it is. Rejects with an `ApiError` where no answer about the file came. */
export function sendFile(
  file: File,
  { format, replace, map, isRehearsal }: FileWishes,
  onProgress: (progress: FileProgress) => void,
  signal: AbortSignal,
): Promise<FileAnswer> {
  const query = queryOf({
    ...{ format, name: file.name, replace: replace ? 1 : null },
    ...{ "dry-run": isRehearsal ? 1 : null, map: Object.keys(map).length > 0 ? JSON.stringify(map) : null },
  });
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how much of a file it has sent.
    const sending = new XMLHttpRequest();
    sending.open("POST", `/api/admin/catalog/imports${query}`);
    sending.setRequestHeader("accept", "application/x-ndjson");
    sending.setRequestHeader("content-type", "application/octet-stream");
    sending.setRequestHeader("x-overture-csrf", csrfToken() ?? "");
    sending.upload.onprogress = ({ loaded, total }) =>
      onProgress({ is: "sending", share: total === 0 ? 1 : loaded / total });
    sending.onprogress = () => {
      const [line] = linesOf(sending.responseText.slice(-LINE_LENGTH)).slice(-1);
      if (line?.type === "rows") onProgress({ is: "reading", rows: line.rows });
    };
    sending.onerror = () =>
      reject(new ApiError(0, "network/unreachable", "The connection broke off. Check it, then try again."));
    sending.onload = () => {
      const done = linesOf(sending.responseText).findLast(({ type }) => type === "done");
      if (done?.type === "done") resolve({ isHeld: done.status === 202, answer: done.answer });
      else reject(errorOf(sending));
    };
    signal.addEventListener("abort", () => sending.abort());
    sending.send(file);
  });
}

/** More than a line of progress takes. */
const LINE_LENGTH = 200;

/** Those that are here whole. */
function linesOf(text: string): UploadLine[] {
  return text
    .split("\n")
    .slice(0, -1)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as UploadLine];
      } catch {
        return [];
      }
    });
}

function errorOf({ status, responseText }: XMLHttpRequest): ApiError {
  try {
    const { error } = JSON.parse(responseText) as { error: { code: string; message: string } };
    return new ApiError(status, error.code, error.message);
  } catch {
    return new ApiError(
      status,
      "request/failed",
      `The server answered with ${status}. Try again in a moment.`,
    );
  }
}
