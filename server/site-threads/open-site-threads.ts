/**
 * Takes every site's turns on a thread of the site's own, so that building an index, understanding a monstrous message or
 * searching a million products keeps nobody waiting but the shoppers of that site.
 */
import { treatedSite } from "../experiment/treated-site.ts";
import type { Site, SiteDirectory, TurnTaking } from "../gateway/ports.ts";
import type { CatalogRepository } from "../store/catalog-repository.ts";
import type { ReplayedTurn } from "../turn/replay-turns.ts";
import { type KeptThread, keepSiteThread } from "./keep-site-thread.ts";
import type { BuiltCatalog } from "./protocol.ts";
import type { AskThread, SiteThread, ThreadReplay, ThreadWish } from "./start-site-thread.ts";

export interface SiteThreads extends TurnTaking {
  /** The turns of a conversation of the site's as another policy would have taken them, by the catalog of now. */
  replay(request: ThreadReplay): Promise<ReplayedTurn[]>;
  /** Asks the site's thread, started where there is none, by the settings that `site` has. Throws where it cannot be had. */
  ask: AskThread;
  /** Starts these sites' threads, so that their first shopper does not wait. */
  prepare(sites: Site[]): Promise<void>;
  /** Threads alive. */
  readonly threads: number;
  /** How long the last catalog took from its thread's start to its first turn; 0 before the first. */
  readonly lastBuildMs: number;
  /** Ends running turns at their next sentence end, and all threads within `drainMs`. */
  close(drainMs: number): Promise<void>;
}

export interface SiteThreadsOptions {
  sites: SiteDirectory;
  catalogs: Pick<CatalogRepository, "watch">;
  start: (site: Site, wish: ThreadWish) => Promise<SiteThread>;
  /** A site that nobody talks on for so long gives its thread up. */
  idleMs: number;
  /** With more sites than that, the one talked on longest ago gives its thread up, unless it is being talked on. */
  sitesMax: number;
  onReady?: (siteId: string, catalog: BuiltCatalog) => void;
  onFailure: (siteId: string, error: unknown) => void;
}

/** How long a turn may take to its next sentence end when its site gives its thread up. */
const LEAVE_MS = 10_000;

interface KeptSite {
  currency: string;
  thread: KeptThread;
  idle: NodeJS.Timeout;
}

export function openSiteThreads(options: SiteThreadsOptions): SiteThreads {
  const { sites, catalogs, start, idleMs, sitesMax, onReady, onFailure } = options;
  /** In order of use: the first is the one talked on longest ago. */
  const kept = new Map<string, KeptSite>();
  /** Those that were given up and have not ended yet. */
  const leaving = new Set<KeptThread>();
  let watching: Promise<() => Promise<void>> | null = null;
  let lastBuildMs = 0;
  let closed = false;

  /** Listening begins before any catalog is read, so that no change falls in between. */
  function listen(): Promise<unknown> {
    watching ??= catalogs.watch(renew).catch((error: unknown) => {
      // A database that was away for a moment is asked again at the next turn.
      watching = null;
      throw error;
    });
    return watching;
  }

  function renew(siteId: string | null): void {
    for (const [id, { thread }] of kept) if (siteId === null || siteId === id) thread.renew();
  }

  function threadOf(site: Site): KeptThread {
    const known = kept.get(site.id);
    // Everything of a catalog is built for one currency.
    if (known && known.currency !== site.currency) giveUp(site.id);
    const entry = kept.get(site.id) ?? keep(site);
    kept.delete(site.id);
    kept.set(site.id, entry);
    entry.idle.refresh();
    return entry.thread;
  }

  function keep(site: Site): KeptSite {
    makeRoom();
    const thread = keepSiteThread({
      start: (wish) => start(site, wish),
      onReady(catalog) {
        lastBuildMs = catalog.builtMs;
        onReady?.(site.id, catalog);
      },
      onFailure: (error) => onFailure(site.id, error),
    });
    const idle = setTimeout(() => {
      if (thread.running > 0) idle.refresh();
      else giveUp(site.id);
    }, idleMs).unref();
    return { currency: site.currency, thread, idle };
  }

  function makeRoom(): void {
    for (const [siteId, { thread }] of kept) {
      if (kept.size < sitesMax) return;
      if (thread.running === 0) giveUp(siteId);
    }
  }

  function giveUp(siteId: string): void {
    const entry = kept.get(siteId);
    if (!entry) return;
    clearTimeout(entry.idle);
    kept.delete(siteId);
    void leave(entry.thread, LEAVE_MS);
  }

  async function leave(thread: KeptThread, drainMs: number): Promise<void> {
    leaving.add(thread);
    await thread.end(drainMs);
    leaving.delete(thread);
  }

  return {
    async *takeTurn({ site, ...request }) {
      // Settings may have changed since the shopper's page connected.
      const [current] = await Promise.all([sites.byKey(site.siteKey), listen()]);
      if (closed) throw new Error("the server is closing");
      const settled = current ? treatedSite(current, site.treatment ?? {}) : site;
      const thread = threadOf(settled);
      try {
        yield* thread.takeTurn({ ...request, site: settled });
      } finally {
        kept.get(settled.id)?.idle.refresh();
      }
    },
    async replay(request) {
      await listen();
      if (closed) throw new Error("the server is closing");
      return threadOf(request.site).replay(request);
    },
    async ask(site, ...question) {
      await listen();
      if (closed) throw new Error("the server is closing");
      const thread = threadOf(site);
      try {
        return await thread.ask(site, ...question);
      } finally {
        kept.get(site.id)?.idle.refresh();
      }
    },
    async prepare(wanted) {
      await listen();
      if (!closed) await Promise.all(wanted.map((site) => threadOf(site).prepare()));
    },
    get threads() {
      const all = [...leaving, ...[...kept.values()].map(({ thread }) => thread)];
      return all.reduce((sum, { threads }) => sum + threads, 0);
    },
    get lastBuildMs() {
      return lastBuildMs;
    },
    async close(drainMs) {
      closed = true;
      for (const { idle } of kept.values()) clearTimeout(idle);
      const threads = [...leaving, ...[...kept.values()].map(({ thread }) => thread)];
      kept.clear();
      const unwatch = watching?.then((stop) => stop()).catch(() => {});
      await Promise.all([unwatch, ...threads.map((thread) => leave(thread, drainMs))]);
    },
  };
}
