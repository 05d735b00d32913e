/** Feeds, and who may pull one. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../../server/store/open-store.ts";
import { servers, storeOn } from "./store-on-servers.ts";

describe.each(servers)("the store on $name", (server) => {
  const scene = storeOn(server);
  let store: Store;
  let siteId: string;
  beforeEach(() => {
    ({ store, siteId } = scene);
  });

  describe("feeds", () => {
    const settings = {
      url: "https://velo.example/feed.csv",
      format: "auto",
      replaces: true,
      everySeconds: 3_600,
    } as const;
    const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 12, minutes));
    /** The feeds that other tests left. */
    const mine = (feed: { siteId: string } | null) => (feed?.siteId === siteId ? feed : null);

    it("are leased to one puller at a time, and again when the lease has run out", async () => {
      await store.feeds.set(siteId, settings, at(0));
      expect(mine(await store.feeds.leaseDue(new Date(at(0).getTime() - 1), at(30)))).toBeNull();
      const leased = await Promise.all([1, 2, 3].map(() => store.feeds.leaseSite(siteId, at(0), at(30))));
      expect(leased.filter((feed) => feed !== null)).toHaveLength(1);
      expect(mine(await store.feeds.leaseDue(at(29), at(60)))).toBeNull();
      expect(mine(await store.feeds.leaseDue(at(30), at(60)))).toMatchObject({ siteId });
    });

    it("are due again when a pull said so, whoever asks", async () => {
      await store.feeds.set(siteId, settings, at(0));
      const feed = await store.feeds.leaseSite(siteId, at(0), at(30));
      const copy = { etag: '"1"', lastModified: null, digest: "d" };
      const outcome = {
        at: at(1),
        nextAt: at(61),
        failures: 0,
        code: "import/applied",
        message: "1 added",
        copy,
      };
      if (feed !== null) await store.feeds.finish(feed, outcome);
      expect(await store.feeds.get(siteId)).toMatchObject({
        nextAt: at(61).toISOString(),
        lastAt: at(1).toISOString(),
        lastCode: "import/applied",
        etag: '"1"',
      });
      expect(mine(await store.feeds.leaseDue(at(60), at(90)))).toBeNull();
      expect(mine(await store.feeds.leaseDue(at(61), at(90)))).toMatchObject({ digest: "d" });
    });

    it("that were set anew meanwhile are not finished by the pull of before", async () => {
      await store.feeds.set(siteId, settings, at(0));
      const feed = await store.feeds.leaseSite(siteId, at(0), at(30));
      await store.feeds.set(siteId, { ...settings, url: "https://velo.example/other.csv" }, at(1));
      if (feed !== null)
        await store.feeds.finish(feed, { at: at(2), nextAt: at(62), failures: 0, code: "x", message: null });
      expect(await store.feeds.get(siteId)).toMatchObject({ lastCode: null, nextAt: at(1).toISOString() });
      expect(await store.feeds.remove(siteId)).toBe(true);
      expect(await store.feeds.remove(siteId)).toBe(false);
      expect(await store.feeds.get(siteId)).toBeNull();
    });
  });
});
