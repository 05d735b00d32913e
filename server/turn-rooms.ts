/** The rooms a turn passes through, brought together. */
import { randomUUID } from "node:crypto";
import { cardOf } from "./catalog/card-of.ts";
import { formatMoney } from "./catalog/format-money.ts";
import type { CatalogRooms } from "./catalog-rooms.ts";
import type { Site } from "./gateway/ports.ts";
import { createBuiltInVoice } from "./speak/built-in-voice.ts";
import type { Policy } from "./strategy/policy.ts";
import type { TurnDependencies } from "./turn/take-turn.ts";

/** Everything one turn needs. A site's thread, `overture chat` and benches each bring a memory of their own. */
export function turnDependencies(
  { settings }: Pick<Site, "settings">,
  { catalog, understand, check }: CatalogRooms,
  policy: Policy,
  memory: Pick<TurnDependencies, "log" | "recall">,
): TurnDependencies {
  const voice = createBuiltInVoice({ formatMoney });
  return {
    ...memory,
    catalog,
    understand,
    check,
    voice,
    standIn: voice,
    policy,
    settings,
    cardOf,
    formatMoney,
    newId: randomUUID,
  };
}
