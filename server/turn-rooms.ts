/** The rooms a turn passes through, brought together for each site. */
import { randomUUID } from "node:crypto";
import { cardOf } from "./catalog/card-of.ts";
import { formatMoney } from "./catalog/format-money.ts";
import { type CatalogRooms, openSiteCatalogs } from "./catalog-rooms.ts";
import type { Site, SiteDirectory, TurnTaking } from "./gateway/ports.ts";
import { createBuiltInVoice } from "./speak/built-in-voice.ts";
import type { Store } from "./store/open-store.ts";
import { findPolicy } from "./strategy/policies/find-policy.ts";
import { createStateRecall } from "./turn/recall-state.ts";
import { type TurnDependencies, takeTurn } from "./turn/take-turn.ts";

export interface TurnRooms extends TurnTaking {
  close(): Promise<void>;
}

export async function openTurnRooms(store: Store, sites: SiteDirectory): Promise<TurnRooms> {
  const catalogs = await openSiteCatalogs(store.catalogs);
  const memory = { log: store.log, recall: createStateRecall(store.log) };
  return {
    async *takeTurn({ site, ...request }) {
      // Settings may have changed since the shopper's page connected.
      const current = (await sites.byKey(site.siteKey)) ?? site;
      yield* takeTurn(turnDependencies(current, await catalogs.of(current), memory), request);
    },
    close: () => catalogs.close(),
  };
}

/** Everything one turn needs; `overture chat` brings its own memory. */
export function turnDependencies(
  site: Site,
  { catalog, understand, check }: CatalogRooms,
  memory: Pick<TurnDependencies, "log" | "recall">,
): TurnDependencies {
  const { settings } = site;
  const policy = findPolicy(settings.policy);
  if (!policy)
    throw new Error(`the site ${site.siteKey} is set to a policy that does not exist: ${settings.policy}`);
  return {
    ...memory,
    catalog,
    understand,
    check,
    voice: createBuiltInVoice({ formatMoney }),
    policy,
    settings,
    cardOf,
    formatMoney,
    newId: randomUUID,
  };
}
