/** A site as one visitor is given it: what the arms of its experiments say stands before what the merchant has set [EXP-3]. */
import type { Site } from "../gateway/ports.ts";
import type { Treatment } from "./plan.ts";

/**
 * For the turns, the silences and the openings of a conversation with this treatment. The treatment goes along as
 * `site.treatment`, so that it can be applied anew where the site is read again while the conversation lasts.
 */
export function treatedSite(site: Site, treatment: Treatment): Site {
  const { mode, policy, initiative } = treatment;
  const isQuiet = initiative === false;
  return {
    ...site,
    treatment,
    ...(mode !== undefined && { mode }),
    ...(policy !== undefined && { settings: { ...site.settings, policy }, ownPolicy: site.settings.policy }),
    ...(isQuiet && {
      silence: { ...site.silence, enabled: false },
      config: { ...site.config, opening: { ...site.config.opening, enabled: false } },
    }),
  };
}
