/**
 * One turn, start to finish: read, understand, decide, plan, speak, check, store. All branching of a turn lives here;
 * the rooms it brings together know nothing of each other.
 */

import type { ProductCard } from "../../shared/shopper-socket.ts";
import type { Money, Product } from "../catalog/product.ts";
import type { ConversationEvent, UnderstoodMessage, Voicing } from "../dialogue/events.ts";
import type { MerchantAnswer } from "../dialogue/merchant-answer.ts";
import { reduce } from "../dialogue/reduce.ts";
import { kindSought } from "../dialogue/sought.ts";
import type { DialogueState } from "../dialogue/state.ts";
import { whyLeaveSilence } from "../initiative/follow-up.ts";
import { takesUpNotice } from "../initiative/openings.ts";
import type { TurnPlan } from "../plan/turn-plan.ts";
import type { Policy } from "../strategy/policy.ts";
import { chanceFrom } from "./chance.ts";
import { decideTurn } from "./decide-turn.ts";
import type {
  CatalogPort,
  CheckSentence,
  CombineReadings,
  ConversationLog,
  Meaning,
  Restate,
  SiteSettings,
  Understand,
  Voice,
  VoiceContext,
} from "./ports.ts";
import type { RecallState } from "./recall-state.ts";
import { recordTurn } from "./record-turn.ts";
import { type SpokenSentence, speakPlan } from "./speak-plan.ts";
import type { TurnSignal } from "./turn-signal.ts";

export interface TurnDependencies {
  log: ConversationLog;
  recall: RecallState;
  catalog: CatalogPort;
  /** What the merchant has answered where the catalog says nothing; none when left out [GAP-1]. */
  answers?: readonly MerchantAnswer[];
  understand: Understand;
  /** Left out where no embedding model is configured. */
  meaning?: Meaning;
  /** A model's second reading of what was not wholly understood, and what the two readings come to; absent without a model. */
  restate?: Restate;
  combineReadings?: CombineReadings;
  check: CheckSentence;
  voice: Voice;
  /** Says what another voice leaves unsaid or may not say; the built-in voice. */
  standIn: Voice;
  /** Hears of it when another voice failed. */
  onVoiceTrouble?: (error: unknown) => void;
  policy: Policy;
  settings: SiteSettings;
  cardOf: (product: Product, why: string, locale: string) => ProductCard;
  formatMoney: (money: Money, locale: string) => string;
  newId: () => string;
}

export interface TurnRequest {
  conversationId: string;
  /** The turn since which the shopper has been silent, when that is why a turn is asked for [INI-2]. */
  silentSince?: string | undefined;
  /** Asked at each sentence end: true when a newer message waits. */
  shouldStop: () => boolean;
}

type Understood = Extract<ConversationEvent, { type: "messages-understood" }>;

/** A turn that another one overtook is decided anew; more often than this, something is wrong with the log. */
const ATTEMPTS_MAX = 3;

/** Yields nothing when no turn is due. A turn that was stored ends with `end`, every other one with `abort`. */
export async function* takeTurn(
  dependencies: TurnDependencies,
  request: TurnRequest,
): AsyncGenerator<TurnSignal> {
  const { log, recall, voice, standIn, check, settings, newId } = dependencies;
  const policy = policyOf(request.conversationId, dependencies.policy);
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    const state = await recall(request.conversationId);
    const respondsTo = turnDue(state, settings, request.silentSince);
    if (respondsTo === null) return;

    const turnId = newId();
    const start: TurnSignal = { type: "start", turnId, respondsTo };
    // Who waits for an answer sees at once that it comes; nobody sees words come that then don't.
    if (respondsTo.type !== "silence") yield start;
    const chance = chanceFrom(turnId);
    const understood = await understandMessages(state, dependencies);
    const heard = understood === null ? state : reduce(state, understood, state.position);
    const meaning = (await dependencies.meaning?.(heard.sought)) ?? null;
    const decided = decideTurn({
      ...dependencies,
      meaning,
      policy,
      state: heard,
      mode: heard.mode,
      respondsTo,
      chance,
    });
    if (decided === null) return;
    const { decision, plan } = decided;
    if (respondsTo.type === "silence") yield start;

    const sentences: SpokenSentence[] = [];
    const stopped: { text: string; verdict: string; why: string }[] = [];
    let voicing: Voicing | undefined;
    const context: VoiceContext = {
      persona: settings.persona,
      locale: heard.locale,
      said: heard.said,
      heard: heard.unanswered.map((message) => message.text),
      recent: heard.recent,
      language: heard.language,
      chance,
      onVoiced(account) {
        voicing = account;
      },
    };
    for await (const sentence of speakPlan(plan, context, { voice, standIn, check }, request.shouldStop, {
      stopped,
      ...(dependencies.onVoiceTrouble && { onTrouble: dependencies.onVoiceTrouble }),
    })) {
      yield { type: "sentence", turnId, index: sentences.length, text: sentence.joined };
      sentences.push(sentence);
    }

    const turn = recordTurn(
      {
        turnId,
        plan,
        decision,
        sentences,
        stopped,
        voice: voice.name,
        voicing,
        locale: heard.locale,
        kind: kindSought(heard),
      },
      dependencies,
    );
    const events: ConversationEvent[] = [...(understood ? [understood] : []), { type: "turn-spoken", turn }];
    const stored = await log.appendTurn(request.conversationId, state.turns, events);
    if (stored.ok) {
      const logged = stored.events.find(({ event }) => event.type === "turn-spoken");
      if (!logged) throw new Error("The log stored a turn without giving it back.");
      yield { type: "end", turnId, logged };
      return;
    }
    yield { type: "abort", turnId, code: stored.code };
    if (stored.code !== "turn/stale") return;
  }
}

/**
 * One that is unsure of its weights draws them by the conversation's id: the same for every turn of it, on whichever node, and
 * the log holds all that is needed to draw them again [POL-7].
 */
export function policyOf(conversationId: string, policy: Policy): Policy {
  return policy.draw?.(chanceFrom(conversationId)) ?? policy;
}

/**
 * Nothing where a person has taken the agent's place [TRN-6]; else an opening when nothing was said yet [WIRE-7], an answer when messages wait, a follow-up when the silence since the
 * agent's last turn is what is asked about [INI-2]; null when the floor is the shopper's. Of several nodes that ask about
 * the same silence one is stored, and the others find that the last turn is another.
 */
function turnDue(
  state: DialogueState,
  settings: Pick<SiteSettings, "humanAvailable">,
  silentSince: string | undefined,
): TurnPlan["respondsTo"] | null {
  if (state.closed || state.person || state.position === 0) return null;
  if (state.unanswered.length > 0)
    return { type: "messages", ids: state.unanswered.map((message) => message.id) };
  if (state.turns === 0) return { type: "opening" };
  if (takesUpNotice(state)) return { type: "page" };
  const isSilent = silentSince !== undefined && silentSince === state.lastTurnId;
  return isSilent && whyLeaveSilence(state, settings) === null ? { type: "silence" } : null;
}

/**
 * Each message is understood in the light of those before it, so that "the red one" may follow "show me jackets". What is
 * not wholly understood may be restated by a model, all messages at a time and within its bound [NLU-3].
 */
async function understandMessages(
  state: DialogueState,
  { understand, restate, combineReadings }: TurnDependencies,
): Promise<Understood | null> {
  if (state.unanswered.length === 0) return null;
  const overheard = state.overheard.length;
  const waiting = [...state.overheard, ...state.unanswered];
  const restating = waiting.map(({ text }) => restate?.(text, understand(text, state)) ?? null);
  const understood: UnderstoodMessage[] = [];
  const eventOf = (from: number, to: number): Understood => ({
    type: "messages-understood",
    messages: understood.slice(Math.max(from, overheard), to),
    // What a person has answered is understood late, for what it says of the shopper [TRN-8].
    ...(from < overheard && { overheard: understood.slice(from, Math.min(to, overheard)) }),
  });
  let light = state;
  for (const [index, { id, text }] of waiting.entries()) {
    if (index > 0) light = reduce(light, eventOf(index - 1, index), light.position);
    const own = understand(text, light);
    const restated = await restating[index];
    const understanding =
      restated && combineReadings ? combineReadings(own, understand(restated.english, light), restated) : own;
    understood.push({ id, understanding });
  }
  return eventOf(0, waiting.length);
}
