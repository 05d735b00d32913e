import type { VectorDesk } from "../semantic/ports.ts";
import { type CatalogRepository, catalogRepository } from "../store/catalog-repository.ts";
import { connectionOfUrl, openDatabase } from "../store/database.ts";
import { openEmbedded } from "../store/embedded/open-embedded.ts";
import { type ReviewRepository, reviewRepository } from "../store/review-repository.ts";
import { vectorRepository } from "../store/vector-repository.ts";

/** Reads catalogs and what their products mean, and matches reviews to them, on one connection of the caller's own, which is closed afterwards. */
export async function withCatalogs<Result>(
  { databaseUrl, dataDir }: { databaseUrl: string | undefined; dataDir: string },
  work: (catalogs: CatalogRepository, reviews: ReviewRepository, vectors: VectorDesk) => Promise<Result>,
): Promise<Result> {
  const embedded = databaseUrl === undefined ? await openEmbedded(dataDir, () => {}) : null;
  const connection = embedded?.connectionOptions ?? connectionOfUrl(databaseUrl ?? "");
  const database = openDatabase({ ...connection, max: 1 });
  try {
    return await work(
      catalogRepository(database.sql, connection),
      reviewRepository(database.sql, connection),
      vectorRepository(database.sql),
    );
  } finally {
    await database.close();
    embedded?.release();
  }
}
