/**
 * A conversation's turns decided anew by another policy [POL-12]: each where it stood, with the same chance, by the catalog and the
 * settings of now. Nothing is stored. The shopper's lines stay as they were, for what they would have answered nobody knows.
 */
import type { LoggedEvent, SpokenTurn } from "../dialogue/events.ts";
import { initialState, reduce } from "../dialogue/reduce.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { Strategy } from "../dialogue/strategies.ts";
import { chanceFrom } from "./chance.ts";
import { decideTurn } from "./decide-turn.ts";
import { recordTurn } from "./record-turn.ts";
import { type SpokenSentence, speakPlan } from "./speak-plan.ts";
import { policyOf, type TurnDependencies } from "./take-turn.ts";

export interface ReplayedTurn {
  turnId: string;
  seq: number;
  /** What it would have been; null where it would have left a silence alone. */
  turn: {
    /** In the order they are spoken, without the closing `yield`; with the chance of each, and why it was chosen. */
    strategies: Strategy[];
    propensities: number[];
    reasons: string[];
    text: string;
    cards: Pick<SpokenTurn["cards"][number], "sku" | "title" | "url" | "why">[];
    replies: string[];
  } | null;
}

/** The turns that replaying one takes; what is said is phrased by the stand-in, which needs no model. */
export type ReplayDependencies = Pick<
  TurnDependencies,
  "catalog" | "answers" | "meaning" | "check" | "standIn" | "policy" | "settings" | "cardOf" | "formatMoney"
>;

/** @param events the conversation's whole log. Others may use the thread after each turn. */
export async function* replayTurns(
  dependencies: ReplayDependencies,
  conversationId: string,
  events: readonly LoggedEvent[],
): AsyncGenerator<ReplayedTurn> {
  const policy = policyOf(conversationId, dependencies.policy);
  let state = initialState();
  for (const { event, position, seq } of events) {
    if (event.type === "turn-spoken") {
      const { turnId, respondsTo } = event.turn;
      const turn = await replayTurn({ ...dependencies, policy }, state, { turnId, respondsTo });
      yield { turnId, seq: seq ?? 0, turn };
    }
    state = reduce(state, event, position);
  }
}

async function replayTurn(
  dependencies: ReplayDependencies,
  state: DialogueState,
  { turnId, respondsTo }: Pick<SpokenTurn, "turnId" | "respondsTo">,
): Promise<ReplayedTurn["turn"]> {
  const { standIn, check, settings } = dependencies;
  const chance = chanceFrom(turnId);
  const meaning = (await dependencies.meaning?.(state.sought)) ?? null;
  const decided = decideTurn({ ...dependencies, meaning, state, mode: state.mode, respondsTo, chance });
  if (decided === null) return null;
  const { decision, plan } = decided;
  const { locale, said, recent, language } = state;
  const heard = state.unanswered.map(({ text }) => text);
  const context = { persona: settings.persona, locale, said, heard, recent, language, chance };
  const sentences: SpokenSentence[] = [];
  const stopped: SpokenTurn["stopped"] = [];
  for await (const sentence of speakPlan(plan, context, { voice: standIn, standIn, check }, () => false, {
    stopped,
  }))
    sentences.push(sentence);
  const { text, cards, replies } = recordTurn(
    { turnId, plan, decision, sentences, stopped, voice: standIn.name, locale },
    dependencies,
  );
  return {
    strategies: decision.strategies,
    propensities: decision.record.steps.map(({ propensity }) => propensity),
    reasons: decision.record.reasons,
    text,
    cards: cards.map(({ sku, title, url, why }) => ({ sku, title, url, why })),
    replies,
  };
}
