/**
 * Embeds what of a catalog is not embedded yet. Each batch is stored as it comes, and what is to be done is asked of the store,
 * so a run that was cut off goes on where it was, in whichever process.
 */
import type { EmbeddingModel } from "../model/chat-model.ts";
import { ModelTrouble } from "../model/model-trouble.ts";
import { embedTexts, passes, type Sleep } from "./embed-texts.ts";
import type { EmbeddedBatch, EmbeddingLease, EmbeddingTrouble, PendingProduct, VectorDesk } from "./ports.ts";
import { hashOfText, textOf } from "./product-text.ts";

export interface EmbedParts {
  desk: VectorDesk;
  model: EmbeddingModel;
  signal: AbortSignal;
  sleep: Sleep;
  now: () => Date;
  /** After each batch. */
  onProgress?: (progress: EmbedProgress) => void;
}

export interface EmbedProgress {
  /** Of this run: products looked at, of those that were pending when it began. */
  done: number;
  pending: number;
  /** Texts that were embedded; those that were the same as before are not among them. */
  embedded: number;
  /** Texts that the endpoint does not take. */
  skipped: number;
}

export type EmbedOutcome = EmbedProgress & {
  /** `busy`: somebody else embeds this catalog. `stopped` and `waiting`: see `EmbeddingState`. */
  state: "complete" | "waiting" | "stopped" | "busy";
  trouble: EmbeddingTrouble | null;
};

/** Products per request. */
const BATCH = 64;
/** Longer than a batch takes with all its tries. */
const LEASE_MS = 10 * 60_000;
/** Threads that serve the site take vectors up no more often than that while more come. */
const ANNOUNCE_MS = 5_000;

/** Rejects only when the store does. */
export async function embedCatalog(siteId: string, parts: EmbedParts): Promise<EmbedOutcome> {
  const { desk, model, now } = parts;
  const progress: EmbedProgress = { done: 0, pending: 0, embedded: 0, skipped: 0 };
  const lease = await desk.begin(siteId, model.model, now(), leaseEnd(now()));
  if (lease === null) return { ...progress, state: "busy", trouble: null };
  progress.pending = (await desk.status(siteId, model.model, now())).pending;
  try {
    const isOurs = await embedPending(lease, parts, progress);
    if (!isOurs) return { ...progress, state: "busy", trouble: null };
    await desk.finish(lease, { state: "complete", trouble: null, now: now() });
    return { ...progress, state: "complete", trouble: null };
  } catch (error) {
    const isKnown = error instanceof ModelTrouble;
    const passesByItself = isKnown && (passes(error) || error.code === "model/budget-spent");
    const state = !isKnown || passesByItself || parts.signal.aborted ? "waiting" : "stopped";
    const trouble = isKnown ? { code: error.code, message: error.message } : null;
    await desk.finish(lease, { state, trouble, now: now() });
    if (!isKnown && !parts.signal.aborted) throw error;
    return { ...progress, state, trouble };
  }
}

/** False when another took the lease over. */
async function embedPending(
  lease: EmbeddingLease,
  parts: EmbedParts,
  progress: EmbedProgress,
): Promise<boolean> {
  const { desk, signal, now, onProgress } = parts;
  let after = "";
  let { dimensions } = lease;
  let announcedAt = Number.NEGATIVE_INFINITY;
  let isUnannounced = false;
  let isAnew = false;
  for (;;) {
    signal.throwIfAborted();
    const products = await desk.pending(lease, after, BATCH);
    const isLast = products.length < BATCH;
    const batch = await embedBatch(products, parts);
    const length = batch.vectors[0]?.vector.length ?? dimensions;
    if (dimensions !== null && length !== dimensions) {
      if (isAnew) {
        const detail = "embeddings of different lengths";
        throw new ModelTrouble("model/malformed", { endpoint: parts.model.endpoint, detail });
      }
      // A model of the same name that answers otherwise: vectors of two lengths say nothing of each other.
      isAnew = true;
      await desk.forget(lease);
      dimensions = null;
      after = "";
      progress.done = 0;
      progress.pending = (await desk.status(lease.siteId, lease.model, now())).pending;
      continue;
    }
    dimensions = length;
    isUnannounced ||= batch.vectors.length > 0;
    const isTime = isLast || now().getTime() - announcedAt >= ANNOUNCE_MS;
    const announces = isUnannounced && isTime;
    if (products.length > 0 || announces) {
      const options = { until: leaseEnd(now()), announces };
      if (!(await desk.keep(lease, batch, options))) return false;
    }
    if (announces) {
      announcedAt = now().getTime();
      isUnannounced = false;
    }
    progress.done += products.length;
    progress.embedded += batch.vectors.length;
    progress.skipped += products.length - batch.vectors.length - batch.same.length;
    onProgress?.(progress);
    if (isLast) return true;
    after = products.at(-1)?.sku ?? after;
  }
}

async function embedBatch(products: readonly PendingProduct[], parts: EmbedParts): Promise<EmbeddedBatch> {
  const read = products.map(({ product, ...row }) => {
    const text = textOf(product);
    return { ...row, text, hash: hashOfText(text) };
  });
  const changed = read.filter(({ hash, textHash }) => hash !== textHash);
  const vectors = await embedTexts(
    parts.model,
    changed.map(({ text }) => text),
    parts,
  );
  return {
    vectors: changed.flatMap(({ sku, contentHash, hash }, place) => {
      const vector = vectors[place];
      return vector ? [{ sku, contentHash, textHash: hash, vector }] : [];
    }),
    same: read
      .filter(({ hash, textHash }) => hash === textHash)
      .map(({ sku, contentHash }) => ({ sku, contentHash })),
  };
}

const leaseEnd = (now: Date) => new Date(now.getTime() + LEASE_MS);
