/** What products mean, as it is made, kept and read again. */
import { beforeEach, describe, expect, it } from "vitest";
import type { CatalogRecord } from "../../../server/catalog/import/catalog-sink.ts";
import type { EmbeddingModel } from "../../../server/model/chat-model.ts";
import { ModelTrouble, type ModelTroubleCode } from "../../../server/model/model-trouble.ts";
import { embedCatalog } from "../../../server/semantic/embed-catalog.ts";
import { quantise } from "../../../server/semantic/quantise.ts";
import type { Store } from "../../../server/store/open-store.ts";
import { fakeEmbedding, fakeEmbeddingModel } from "../../support/fake-embeddings.ts";
import { record } from "./catalog-records.ts";
import { servers, storeOn } from "./store-on-servers.ts";

describe.each(servers)("the store on $name", (server) => {
  const scene = storeOn(server);
  let store: Store;
  let siteId: string;
  beforeEach(() => {
    ({ store, siteId } = scene);
  });

  const put = async (records: CatalogRecord[], replace = false) => {
    const open = await store.catalogs.openImport(siteId, { replace, maxShrink: 1 });
    await open.put(records);
    await open.commit();
  };
  const jackets = (count: number) =>
    Array.from({ length: count }, (_, place) =>
      record(`J${String(place).padStart(4, "0")}`, {
        title: `Jacket ${place}`,
        description: "Keeps you warm.",
      }),
    );
  const embed = (model: EmbeddingModel, signal = new AbortController().signal) =>
    embedCatalog(siteId, {
      desk: store.vectors,
      model,
      signal,
      now: () => new Date(),
      sleep: async () => {},
    });
  const vectors = async (since = 0, model = "fake") => {
    const found = new Map<string, Int8Array>();
    const stamp = await store.vectors.read(siteId, model, since, (batch) => {
      for (const { sku, vector } of batch) found.set(sku, vector);
    });
    return { found, stamp };
  };

  describe("embeddings", () => {
    it("[SEM-5] are made of all that may be shown, and read back as they were made", async () => {
      await put([...jackets(3), record("HIDDEN", { hidden: "no price", price: null })]);
      const model = fakeEmbeddingModel();
      expect(await embed(model)).toMatchObject({ state: "complete", embedded: 3, done: 3, pending: 3 });
      const { found } = await vectors();
      expect([...found.keys()].sort()).toEqual(["J0000", "J0001", "J0002"]);
      expect(found.get("J0001")).toEqual(quantise(fakeEmbedding(model.texts[1] ?? "")));
      expect(await store.vectors.status(siteId, "fake", new Date())).toMatchObject({
        state: "complete",
        products: 3,
        embedded: 3,
        pending: 0,
        trouble: null,
      });
    });

    it("[SEM-5] are made anew only where the text has changed", async () => {
      await put(jackets(3));
      await embed(fakeEmbeddingModel());
      const { stamp } = await vectors();
      const [first, second, third] = jackets(3);
      if (!first || !second || !third) throw new Error("three jackets");
      const changed = { ...second, description: "Keeps the rain off." };
      await put([first, changed, { ...third, inStock: !third.inStock }]);
      const again = fakeEmbeddingModel();
      expect(await embed(again)).toMatchObject({ state: "complete", done: 2, embedded: 1 });
      expect(again.texts).toEqual([expect.stringContaining("Keeps the rain off.")]);
      const { found } = await vectors(stamp);
      expect([...found.keys()]).toEqual(["J0001"]);
      const nothing = fakeEmbeddingModel();
      expect(await embed(nothing)).toMatchObject({ state: "complete", done: 0 });
      expect(nothing.texts).toEqual([]);
    });

    it("[SEM-5] go on where a run was cut off", async () => {
      await put(jackets(150));
      const working = fakeEmbeddingModel();
      let calls = 0;
      const cut: EmbeddingModel = {
        ...working,
        async embed(texts, options) {
          calls += 1;
          if (calls > 1) throw new ModelTrouble("model/unreachable", { endpoint: "fake.example" });
          return working.embed(texts, options);
        },
      };
      const trouble = { code: "model/unreachable" };
      expect(await embed(cut)).toMatchObject({ state: "waiting", embedded: 64, trouble });
      expect(calls).toBe(6);
      expect(await store.vectors.status(siteId, "fake", new Date())).toMatchObject({
        state: "waiting",
        embedded: 64,
        pending: 86,
        trouble,
      });
      expect(await embed(working)).toMatchObject({ state: "complete", embedded: 86 });
      expect(new Set(working.texts).size).toBe(150);
      expect(working.texts).toHaveLength(150);
    });

    it("[SEM-5] stop at a key that is refused, and say so", async () => {
      await put(jackets(2));
      let calls = 0;
      const refusing = refusingModel("model/key-refused", () => {
        calls += 1;
        return true;
      });
      const outcome = await embed(refusing);
      expect(outcome).toMatchObject({ state: "stopped", trouble: { code: "model/key-refused" } });
      expect(outcome.trouble?.message).toContain("OPENAI_API_KEY");
      expect(calls).toBe(1);
    });

    it("[SEM-5] leave out a text that the endpoint does not take, and stop when it takes none", async () => {
      await put([...jackets(5), record("ODD", { title: "Odd", description: "x" })]);
      const picky = refusingModel("model/rejected", (texts) => texts.some((text) => text.startsWith("Odd")));
      expect(await embed(picky)).toMatchObject({ state: "complete", embedded: 5, skipped: 1 });
      expect((await vectors()).found.has("ODD")).toBe(false);
      await put(jackets(5).map((jacket) => ({ ...jacket, description: "Else." })));
      const none = refusingModel("model/rejected", () => true);
      expect(await embed(none)).toMatchObject({ state: "stopped", trouble: { code: "model/rejected" } });
    });

    it("[SEM-5] of products that are gone and of a former model go when a run completes", async () => {
      await put(jackets(3));
      await embed(fakeEmbeddingModel());
      await put(jackets(2), true);
      await embed(fakeEmbeddingModel("newer"));
      expect((await vectors(0, "newer")).found.size).toBe(2);
      await scene.beside(async (sql) => {
        const rows = await sql`select distinct model from product_vectors where site_id = ${siteId}`;
        expect(rows.map(({ model }) => model)).toEqual(["newer"]);
      });
    });

    it("[SEM-5] are all made anew when the model answers with another length", async () => {
      await put(jackets(3));
      await embed(fakeEmbeddingModel());
      const [first] = jackets(1);
      if (first) await put([{ ...first, description: "Else." }]);
      const working = fakeEmbeddingModel();
      const shorter: EmbeddingModel = {
        ...working,
        embed: async (texts, options) =>
          (await working.embed(texts, options)).map((vector) => vector.slice(0, 32)),
      };
      expect(await embed(shorter)).toMatchObject({ state: "complete" });
      const { found } = await vectors();
      expect([...found.values()].map(({ length }) => length)).toEqual([32, 32, 32]);
    });

    it("[SEM-5] are made by one at a time, and by another when that one is gone", async () => {
      await put(jackets(1));
      const now = new Date();
      const soon = new Date(now.getTime() + 1_000);
      const lease = await store.vectors.begin(siteId, "fake", now, soon);
      if (lease === null) throw new Error("nobody else embeds");
      expect(await store.vectors.begin(siteId, "fake", now, soon)).toBeNull();
      expect(await store.vectors.status(siteId, "fake", now)).toMatchObject({ state: "running" });
      expect(await store.vectors.status(siteId, "fake", soon)).toMatchObject({ state: "waiting" });
      expect(await store.vectors.begin(siteId, "fake", soon, soon)).not.toBeNull();
      const late = { vectors: [], same: [] };
      expect(await store.vectors.keep(lease, late, { until: soon, announces: false })).toBe(false);
    });

    it("[SEM-4] tell those who serve the site when there are new ones", async () => {
      await put(jackets(2));
      const told: (string | null)[] = [];
      const unwatch = await store.catalogs.watch((id) => void told.push(id));
      await embed(fakeEmbeddingModel());
      await expect.poll(() => told).toEqual([siteId]);
      await embed(fakeEmbeddingModel());
      expect(told).toEqual([siteId]);
      await unwatch();
    });
  });
});

function refusingModel(code: ModelTroubleCode, refuses: (texts: string[]) => boolean): EmbeddingModel {
  const working = fakeEmbeddingModel();
  return {
    ...working,
    async embed(texts, options) {
      if (refuses(texts)) throw new ModelTrouble(code, { endpoint: "fake.example" });
      return working.embed(texts, options);
    },
  };
}
