/** A site's embedding model brought together with its catalog: what products mean goes in, what shoppers mean comes out. */
import type { Catalog } from "./catalog/catalog.ts";
import type { ModelSettings } from "./model/model-settings.ts";
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
  settings: ModelSettings | null;
  /** In place of the settings' own: how long is waited for what a message means, in milliseconds. */
  boundMs?: number;
  onTrouble?: (error: Error) => void;
}

/** Null where no embedding model is configured; nothing of it is loaded then. */
export async function openSiteMeaning({
  siteId,
  catalog,
  settings,
  boundMs,
  onTrouble,
}: SiteMeaningOptions): Promise<SiteMeaning | null> {
  if (settings === null || settings.embeddingModel === null) return null;
  const [{ openEmbeddingModel }, { createMeaning }] = await Promise.all([
    import("./model/open-embedding-model.ts"),
    import("./semantic/meaning.ts"),
  ]);
  const model = openEmbeddingModel(settings);
  if (model === null) return null;
  let stamp = 0;
  return {
    meaning: createMeaning({
      model,
      boundMs: boundMs ?? settings.embeddingMs,
      ...(onTrouble && { onTrouble }),
    }),
    async takeUp(vectors) {
      stamp = await vectors.read(siteId, model.model, stamp, (batch) => catalog.takeUpMeanings(batch));
    },
  };
}
