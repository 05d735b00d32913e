/** The rooms a turn passes through, brought together. */
import { randomUUID } from "node:crypto";
import { cardOf } from "./catalog/card-of.ts";
import { formatMoney } from "./catalog/format-money.ts";
import type { CatalogRooms } from "./catalog-rooms.ts";
import type { Site } from "./gateway/ports.ts";
import type { ChatModel, TimeBounds } from "./model/chat-model.ts";
import { costOf, type TokenPrices } from "./model/token-prices.ts";
import { createBuiltInVoice } from "./speak/built-in-voice.ts";
import { createModelVoice } from "./speak/model/model-voice.ts";
import type { Policy } from "./strategy/policy.ts";
import type { Restate } from "./turn/ports.ts";
import type { TurnDependencies } from "./turn/take-turn.ts";
import { isEnglishWord } from "./understand/is-english-word.ts";
import { combineReadings } from "./understand/restate/combine-readings.ts";
import { createRestatement } from "./understand/restate/restate-message.ts";

/** Who phrases the turns where it is not the built-in voice. */
export interface TurnModel {
  chat: ChatModel;
  bounds: TimeBounds;
  /** How long a turn may wait for a second reading of a message in English, in milliseconds; 0 asks for none. */
  refineMs: number;
  /** Left out or null: nobody has said what its tokens cost. */
  prices?: TokenPrices | null;
  /** Hears of it when the model failed and the built-in voice went on. */
  onTrouble?: (error: unknown) => void;
}

function costAt(prices: TokenPrices) {
  return (tokens: Parameters<typeof costOf>[1]) => costOf(prices, tokens);
}

/** What a message in another language is worth waiting for: without it, the turn could say little. */
const TRANSLATE_MS = 3_000;

function restatementBy({ chat, refineMs, onTrouble }: TurnModel): Restate {
  return createRestatement({
    model: chat,
    refineMs,
    translateMs: TRANSLATE_MS,
    ...(onTrouble && { onTrouble }),
  });
}

/** Everything one turn needs. A site's thread, `overture chat` and benches each bring a memory of their own. */
export function turnDependencies(
  { settings }: Pick<Site, "settings">,
  rooms: Pick<CatalogRooms, "catalog" | "understand" | "languageOf" | "check">,
  policy: Policy,
  memory: Pick<TurnDependencies, "log" | "recall" | "meaning" | "answers">,
  model: TurnModel | null = null,
): TurnDependencies {
  const { catalog, understand, languageOf, check } = rooms;
  const standIn = createBuiltInVoice({ formatMoney });
  const voice = model
    ? createModelVoice({
        model: model.chat,
        bounds: model.bounds,
        draft: standIn,
        formatMoney,
        languageOf,
        isEnglishWord,
        ...(model.prices && { costOf: costAt(model.prices) }),
      })
    : standIn;
  return {
    ...memory,
    catalog,
    understand,
    check,
    voice,
    standIn,
    ...(model && { restate: restatementBy(model), combineReadings }),
    ...(model?.onTrouble && { onVoiceTrouble: model.onTrouble }),
    policy,
    settings,
    cardOf,
    formatMoney,
    newId: randomUUID,
  };
}
