/** A site's embedding model brought together with its catalog: what products mean goes in, what shoppers mean comes out. */
import type { Catalog } from "./catalog/catalog.ts";
import type { EmbeddingModel } from "./model/chat-model.ts";
import { isStandingTrouble } from "./model/site-model.ts";
import type { VectorDesk } from "./semantic/ports.ts";
import type { Meaning } from "./turn/ports.ts";

export interface SiteMeaning {
  meaning: Meaning;
  /** Takes up the vectors that were stored since the last call; all of them at the first. */
  takeUp(vectors: Pick<VectorDesk, "read">): Promise<void>;
}

export interface SiteMeaningOptions {
  siteId: string;
  catalog: Pick<Catalog, "takeUpMeanings">;
  /** Within the site's limits; null where none is configured. */
  model: EmbeddingModel | null;
  /** How long is waited for what a message means, in milliseconds. */
  boundMs: number;
  onTrouble?: (error: Error) => void;
}

/** Null where no embedding model is configured; nothing of it is loaded then. */
export async function openSiteMeaning({
  siteId,
  catalog,
  model,
  boundMs,
  onTrouble,
}: SiteMeaningOptions): Promise<SiteMeaning | null> {
  if (model === null) return null;
  const { createMeaning } = await import("./semantic/meaning.ts");
  let stamp = 0;
  return {
    meaning: createMeaning({
      model,
      boundMs,
      onTrouble(error) {
        if (!isStandingTrouble(error)) onTrouble?.(error);
      },
    }),
    async takeUp(vectors) {
      stamp = await vectors.read(siteId, model.model, stamp, (batch) => catalog.takeUpMeanings(batch));
    },
  };
}
