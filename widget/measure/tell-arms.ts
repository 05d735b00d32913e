import type { SiteConfig } from "../../shared/site-config.ts";
import type { PageEvents } from "../page/page-events.ts";

/** When the page loads, and when the first turn has been heard: whatever there is to be noticed has been then. */
const ASKS_MOST = 2;
let asks = 0;
const told = new Set<string>();

/** Emits `experiment` for each arm that the visitor was exposed to, once per page, if somebody listens. */
export async function tellArms(
  server: string,
  site: string,
  token: string,
  events: Pick<PageEvents, "hears" | "emit">,
): Promise<void> {
  if (!events.hears("experiment") || asks >= ASKS_MOST) return;
  asks += 1;
  try {
    const answer = await fetch(`${server}/api/sites/${encodeURIComponent(site)}/config`, {
      credentials: "omit",
      headers: { authorization: `Overture-Visitor ${token}` },
    });
    const { experiments = [] }: Partial<SiteConfig> = await answer.json();
    for (const { experiment, arm } of experiments) {
      if (told.has(experiment)) continue;
      told.add(experiment);
      events.emit("experiment", { experiment, arm });
    }
  } catch {
    // A page's analytics does without.
  }
}
