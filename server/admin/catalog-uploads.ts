/** `POST /api/admin/catalog/imports`: a file, rehearsed or imported, answered at its end or line by line on the way [ADM-10]. */
import { Readable } from "node:stream";
import type { Context } from "hono";
import { stream } from "hono/streaming";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import type { FileColumns } from "../catalog/import/describe-columns.ts";
import { CATALOG_FORMATS } from "../catalog/import/detect-format.ts";
import type { MerchantCatalog, UploadWatch } from "../sync/merchant-catalog.ts";
import { problemOf } from "../sync/push-schema.ts";
import type { ImportOutcome } from "../sync/run-import.ts";
import { TooLarge, UPLOAD_MAX_BYTES } from "../sync/spool.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";
import { keptText } from "./kept-text.ts";

const truth = z.enum(["1", "true", "0", "false"]).transform((text) => text === "1" || text === "true");
/** Field to column, as JSON. */
const mapSchema = z
  .string()
  .max(20_000)
  .transform((text, context): Record<string, string> => {
    try {
      return z.record(z.string(), z.string()).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: "custom", message: 'it must be like {"title":"Produktname"}' });
      return z.NEVER;
    }
  });
export const uploadQuerySchema = z.object({
  format: z.enum(["auto", ...CATALOG_FORMATS]).default("auto"),
  replace: truth.default(false),
  "allow-shrink": truth.default(false),
  "max-shrink": z.coerce.number().min(0).max(1).optional(),
  "dry-run": truth.default(false),
  map: mapSchema.default({}),
  /** Of the file, for the list of imports. */
  name: keptText(z.string().trim().min(1).max(200)).default("upload"),
});

export type UploadError = { error: { code: string; message: string; line?: number } };
/** What came of it, as the answer's body; with `columns` where the file's columns could be read. */
export type UploadAnswer = { columns?: FileColumns } & (
  | ({ id: string } & ImportOutcome)
  | ({ id?: string } & UploadError)
);
/** A line of an answer that is read on the way. `done` is the last, with what would have been the answer. */
export type UploadLine =
  | { type: "received"; bytes: number }
  | { type: "columns"; columns: FileColumns }
  | { type: "rows"; rows: number }
  | { type: "done"; status: number; answer: UploadAnswer };

const LINES = "application/x-ndjson";

export async function receiveUpload(
  context: Context<AdminVariables>,
  load: () => Promise<MerchantCatalog>,
): Promise<Response> {
  const query = uploadQuerySchema.safeParse(context.req.query());
  if (!query.success) return adminError(context, 400, "payload/invalid", problemOf(query.error));
  const { body } = context.req.raw;
  const length = context.req.header("content-length");
  if (body === null || Number(length ?? 1) === 0)
    return adminError(context, 400, "payload/invalid", "the body must be the file itself");
  if (Number(length) > UPLOAD_MAX_BYTES) {
    const { answer, status } = tooLarge(UPLOAD_MAX_BYTES);
    return context.json(answer, status);
  }
  // Its end may come after the answer has begun.
  context.set("recordsItself", true);
  const catalog = await load();
  const begin = (watch: UploadWatch) => importFile(context, catalog, query.data, body, watch);
  if (context.req.header("accept")?.includes(LINES)) return answerInLines(context, begin);
  const { status, answer } = await begin({});
  return context.json(answer, status);
}

interface Done {
  status: ContentfulStatusCode;
  answer: UploadAnswer;
}

async function importFile(
  context: Context<AdminVariables>,
  catalog: MerchantCatalog,
  query: z.output<typeof uploadQuerySchema>,
  body: ReadableStream,
  watch: UploadWatch,
): Promise<Done> {
  const { format, replace, map, name, "allow-shrink": allowsShrink, "max-shrink": maxShrink } = query;
  const shrink = allowsShrink ? 1 : maxShrink;
  const isRehearsal = query["dry-run"];
  const upload = { format, replace, map, isRehearsal, source: name };
  let columns: FileColumns | undefined;
  const onColumns = (found: FileColumns) => {
    columns = found;
    watch.onColumns?.(found);
  };
  try {
    const bytes = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
    const result = await catalog.upload(
      context.get("site"),
      { ...upload, bytes, ...(shrink !== undefined && { maxShrink: shrink }) },
      { ...watch, onColumns },
    );
    const { id } = result;
    const told = isRehearsal && columns ? { columns } : {};
    if (!result.ok) return { status: 422, answer: { error: result.error, id, ...told } };
    const { added, updated, removed, hidden, held } = result.outcome;
    if (!isRehearsal)
      await context.get("record")({ id, name, added, updated, removed, hidden, isHeld: held !== undefined });
    return { status: held && !isRehearsal ? 202 : 200, answer: { id, ...result.outcome, ...told } };
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(error.maxBytes);
    throw error;
  }
}

/** The answer begins when the file is here whole: some browsers give up sending when it comes earlier. */
async function answerInLines(
  context: Context<AdminVariables>,
  begin: (watch: UploadWatch) => Promise<Done>,
): Promise<Response> {
  const lines: UploadLine[] = [];
  let wake = () => {};
  const tell = (line: UploadLine) => {
    lines.push(line);
    wake();
  };
  const received = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const done = begin({
    onReceived: (bytes) => tell({ type: "received", bytes }),
    onColumns: (columns) => tell({ type: "columns", columns }),
    onProgress: (rows) => tell({ type: "rows", rows }),
  }).then(({ status, answer }) => tell({ type: "done", status, answer }));
  await Promise.race([received, done]);
  context.header("content-type", `${LINES}; charset=utf-8`);
  return stream(context, async (out) => {
    let failure: unknown = null;
    done.catch((error: unknown) => {
      failure = error ?? new Error("the import failed");
      const message = "The server failed in the middle of it, and nothing was changed. Try again.";
      tell({ type: "done", status: 500, answer: { error: { code: "request/failed", message } } });
    });
    for (let isOver = false; !isOver; ) {
      const line = lines.shift();
      if (line === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      await out.write(`${JSON.stringify(line)}\n`);
      isOver = line.type === "done";
    }
    if (failure !== null) throw failure;
  });
}

function tooLarge(maxBytes: number): Done {
  const message = `The body is larger than ${Math.round(maxBytes / 2 ** 20)} MB; send it in parts.`;
  return { status: 413, answer: { error: { code: "payload/too-large", message } } };
}
