import type { SiteConfig } from "../../shared/site-config.ts";

/** Null when the server can't be reached or doesn't know the site: the widget then waits to be asked. */
export async function fetchSiteConfig(server: string, site: string): Promise<SiteConfig | null> {
  try {
    const answer = await fetch(`${server}/api/sites/${encodeURIComponent(site)}/config`, {
      credentials: "omit",
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
