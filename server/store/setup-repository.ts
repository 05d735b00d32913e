/** How far a shop has come with its set-up, as its rows tell; and where its script was seen. */
import type { SetupLedger, SetupState } from "../admin/setup-api.ts";
import type { SightingDesk } from "../gateway/sight-script.ts";
import { isoInstant, persevere, type Sql } from "./database.ts";
import { storableText } from "./storable-json.ts";

const EVERY_MS = 60_000;
/** Of a site: `https://*.shop.example` lets in any number of origins that somebody makes up. */
const ORIGINS_MAX = 100;
const ORIGINS_SHOWN = 20;
const PAGE_MAX_LENGTH = 500;
const REMEMBERED_MAX = 10_000;

export function sightingDesk(sql: Sql, now: () => Date = () => new Date()): SightingDesk {
  /** When each origin was written last, and whether with a page. */
  const written = new Map<string, { at: number; hasPage: boolean }>();
  return {
    see(siteId, origin, page) {
      const key = `${siteId} ${origin}`;
      const at = now();
      const last = written.get(key);
      const isRecent = last !== undefined && at.getTime() - last.at < EVERY_MS;
      if (isRecent && (last.hasPage || page === null)) return;
      if (written.size >= REMEMBERED_MAX) written.clear();
      written.set(key, { at: at.getTime(), hasPage: page !== null });
      write(siteId, origin, page, at).catch(() => written.delete(key));
    },
  };

  async function write(siteId: string, origin: string, page: string | null, at: Date): Promise<void> {
    const instant = at.toISOString();
    const shown = page === null ? null : storableText(withoutQuery(page).slice(0, PAGE_MAX_LENGTH));
    await persevere(
      () => sql`
        insert into script_sightings (site_id, origin, page, first_seen_at, last_seen_at)
        select id, ${storableText(origin)}::text, ${shown}::text, ${instant}::text::timestamptz,
          ${instant}::text::timestamptz from sites where id = ${siteId} and (
          exists (select from script_sightings where site_id = ${siteId} and origin = ${storableText(origin)})
          or (select count(*) from script_sightings where site_id = ${siteId}) < ${ORIGINS_MAX})
        on conflict (site_id, origin) do update set
          last_seen_at = greatest(script_sightings.last_seen_at, excluded.last_seen_at),
          page = coalesce(excluded.page, script_sightings.page)`,
    );
  }
}

function withoutQuery(page: string): string {
  const { origin, pathname } = new URL(page);
  return origin + pathname;
}

export function setupLedger(sql: Sql): SetupLedger {
  return {
    async state(siteId): Promise<SetupState> {
      const [products, sightings, tried, shopper] = await persevere(() =>
        Promise.all([
          sql`select from products where site_id = ${siteId} and hidden is null limit 1`,
          sql<{ origin: string; page: string | null; first_seen_at: string; last_seen_at: string }[]>`
            select origin, page, first_seen_at, last_seen_at from script_sightings where site_id = ${siteId}
            order by last_seen_at desc limit ${ORIGINS_SHOWN}`,
          sql<{ at: string }[]>`
            select last_event_at as at from visitors join conversations on visitor_id = visitors.id
            where visitors.site_id = ${siteId} and left_out = 'preview' and ${wasSpokenIn()}
            order by opened_at desc limit 1`,
          sql<{ at: string }[]>`
            select opened_at as at from conversations join visitors on visitors.id = visitor_id
            where conversations.site_id = ${siteId} and left_out is null and ${wasSpokenIn()}
            order by opened_at limit 1`,
        ]),
      );
      return {
        isStocked: products.length > 0,
        sightings: sightings.map(({ origin, page, first_seen_at, last_seen_at }) => ({
          ...{ origin, page },
          ...{ firstSeenAt: isoInstant(first_seen_at), lastSeenAt: isoInstant(last_seen_at) },
        })),
        triedAt: tried[0] ? isoInstant(tried[0].at) : null,
        firstShopperAt: shopper[0] ? isoInstant(shopper[0].at) : null,
      };
    },
  };

  /** Somebody wrote in it: a greeting alone is no talk. */
  function wasSpokenIn() {
    return sql`exists (
      select from events where conversation_id = conversations.id and type = 'message-stored')`;
  }
}
