/**
 * Sites by key, remembered for a few seconds: every handshake and every turn asks for one, and a changed setting may take
 * that long to be followed. Keys that nobody has are not remembered, so a new site works at once.
 */
import type { Site, SiteDirectory } from "./gateway/ports.ts";

const MAX_AGE_MS = 2_000;

export function cacheSites(sites: SiteDirectory, now: () => number = () => performance.now()): SiteDirectory {
  const known = new Map<string, { site: Promise<Site | null>; at: number }>();
  return {
    async byKey(siteKey) {
      const entry = known.get(siteKey);
      if (entry && now() - entry.at < MAX_AGE_MS) return entry.site;
      const site = sites.byKey(siteKey);
      known.set(siteKey, { site, at: now() });
      const found = await site.catch((error: unknown) => {
        known.delete(siteKey);
        throw error;
      });
      if (!found) known.delete(siteKey);
      return found;
    },
    secretOf: (siteId) => sites.secretOf(siteId),
  };
}
