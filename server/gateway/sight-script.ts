/**
 * That a shop's pages have loaded the widget [ADM-11]: the merchant waits to see it after putting the script tag in. Pages of other
 * origins, previews and the dashboard's own are no sighting.
 */
import { PREVIEW_PARAMETER } from "./left-out.ts";
import { originAllowed } from "./origin-allowed.ts";
import type { Site } from "./ports.ts";

export interface SightingDesk {
  /** Kept within a minute; whoever asks does not wait for it. `page`: its address, where it is known. */
  see(siteId: string, origin: string, page: string | null): void;
}

/** @param page the address that the request names, whole or, from another origin, the origin alone. */
export function sightScript(
  sightings: SightingDesk | undefined,
  site: Pick<Site, "id" | "origins">,
  { origin, page }: { origin: string | undefined; page: string | undefined },
): void {
  const url = page !== undefined && URL.canParse(page) ? new URL(page) : null;
  // A page on the server's own address sends no origin with what it reads.
  const from = origin ?? url?.origin;
  if (from === undefined || from === "null" || !originAllowed(from, site.origins)) return;
  const isPage = url !== null && url.origin === from;
  if (isPage && (url.searchParams.has(PREVIEW_PARAMETER) || url.pathname.startsWith("/dashboard/"))) return;
  sightings?.see(site.id, from, isPage ? pageOf(url) : null);
}

/** A referrer that tells the origin alone names no page. */
function pageOf(url: URL): string | null {
  return url.pathname === "/" && url.search === "" ? null : url.href;
}
