import { describe, expect, it } from "vitest";
import type { ModelUsage } from "../../../server/model/chat-model.ts";
import { createTokenBudget } from "../../../server/model/token-budget.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { servers, storeOn } from "./store-on-servers.ts";

const DAY = "2026-03-01";
const usage = (promptTokens: number, completionTokens: number, cachedTokens = 0): ModelUsage => ({
  ...{ promptTokens, completionTokens, cachedTokens, isEstimated: false },
});

describe.each(servers)("a site's tokens on $name", (server) => {
  const scene = storeOn(server);

  it("[MODEL-5] add up by day and purpose, and each addition tells the whole day", async () => {
    const { store, siteId } = scene;
    const { modelUsage } = store;
    expect(await modelUsage.usedOn(siteId, DAY)).toBe(0);
    expect(await modelUsage.add(siteId, DAY, "voice", usage(100, 20, 64))).toBe(120);
    expect(await modelUsage.add(siteId, DAY, "voice", usage(100, 30))).toBe(250);
    expect(await modelUsage.add(siteId, DAY, "understanding", usage(40, 10))).toBe(300);
    expect(await modelUsage.add(siteId, "2026-03-02", "voice", usage(1, 1))).toBe(2);
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    expect(await modelUsage.add(other.siteId, DAY, "voice", usage(5, 5))).toBe(10);
    expect(await modelUsage.usedOn(siteId, DAY)).toBe(300);
    expect(await modelUsage.byPurpose(siteId, DAY)).toEqual([
      { purpose: "understanding", requests: 1, promptTokens: 40, cachedTokens: 0, completionTokens: 10 },
      { purpose: "voice", requests: 2, promptTokens: 200, cachedTokens: 64, completionTokens: 50 },
    ]);
  });

  it("[MODEL-5] lose nothing when many threads add at once", async () => {
    const { store, siteId } = scene;
    await Promise.all(
      Array.from({ length: 40 }, () => store.modelUsage.add(siteId, DAY, "voice", usage(10, 5))),
    );
    expect(await store.modelUsage.usedOn(siteId, DAY)).toBe(600);
  });

  it("[MODEL-5] bound a budget through a restart", async () => {
    const { store, siteId, database } = scene;
    await store.modelUsage.add(siteId, DAY, "voice", usage(900, 50));
    const restarted = await openStore(database);
    try {
      const { modelUsage } = restarted;
      const budget = createTokenBudget({
        ledger: {
          add: (...entry) => modelUsage.add(siteId, ...entry),
          usedOn: (day) => modelUsage.usedOn(siteId, day),
        },
        now: () => Date.parse(`${DAY}T12:00:00Z`),
      });
      const reserved = () => {
        const reservation = budget.reserve(100, 1_000);
        reservation?.settle("voice", null);
        return reservation;
      };
      await expect.poll(reserved).toBeNull();
    } finally {
      await restarted.close();
    }
  });
});
