/**
 * One conversation between a shopper and the agent, through the turn code that real shoppers talk to: same log, same
 * understanding, same guard. A seed decides both sides, so an episode can be had again, and compared policy by policy.
 */

import type { Sku } from "../../catalog/product.ts";
import type { CatalogRooms } from "../../catalog-rooms.ts";
import type { DecisionRecord, LoggedEvent } from "../../dialogue/events.ts";
import type { DialogueState } from "../../dialogue/state.ts";
import type { Mode } from "../../dialogue/strategies.ts";
import { turnView } from "../../gateway/shopper-view.ts";
import type { Policy } from "../../strategy/policy.ts";
import { createMemoryLog, type MemoryLog } from "../../turn/memory-log.ts";
import type { SiteSettings } from "../../turn/ports.ts";
import { createStateRecall } from "../../turn/recall-state.ts";
import { type TurnDependencies, takeTurn } from "../../turn/take-turn.ts";
import { type TurnModel, turnDependencies } from "../../turn-rooms.ts";
import { type Reward, rewardOf } from "../reward.ts";
import type { Critic, Line, Observation, ProductPage, Shopper, ShopperEnding } from "./shopper.ts";

export interface EpisodeRequest {
  rooms: CatalogRooms;
  policy: Policy;
  mode: Mode;
  shopper: Shopper;
  critic: Critic;
  /** Of the agent's chance; two episodes with the same seed and shopper are the same. */
  seed: string;
  /** The site's, but for the policy. */
  settings?: Partial<Omit<SiteSettings, "policy">>;
  locale?: string;
  /** Phrases the agent's turns in place of the built-in voice. */
  model?: TurnModel;
}

export interface Episode {
  /** One for each turn of the agent, the opening included. */
  decisions: DecisionRecord[];
  ending: ShopperEnding;
  success: boolean;
  /** Turns of the agent, the opening included. */
  turns: number;
  rejections: number;
  annoyance: number;
  questionsAsked: number;
  questionsAnswered: number;
  /** Questions of the shopper's in the ledger at the end: answered, and all of them. */
  ledger: { answered: number; raised: number };
  reward: Reward;
  lines: Line[];
  /** Of a critic that reads along: how the talk stood after each turn and the reply to it, null where it has no word on it. */
  progress?: (number | null)[];
}

/** Ends the talk of a shopper who never does; the built-in one always ends earlier. */
const TURNS_MAX = 40;

const SETTINGS: SiteSettings = {
  persona: { name: "Ada", shop: "the shop", tone: "warm", emoji: false },
  forbidden: [],
  weights: {},
  policy: "rules",
  currency: "USD",
  humanAvailable: false,
};

/** Fails only where the turn code or the shopper does. */
export async function runEpisode(request: EpisodeRequest): Promise<Episode> {
  const { rooms, policy, mode, shopper, critic, seed, locale = "en-US" } = request;
  // The log's times are part of no decision; they stand still, so that a replay is the same to the byte.
  const log = createMemoryLog(() => new Date(0));
  const recall = createStateRecall(log);
  const settings = { ...SETTINGS, currency: rooms.catalog.currency, ...request.settings };
  const dependencies = turnDependencies({ settings }, rooms, policy, { log, recall }, request.model);
  let turnsTaken = 0;
  dependencies.newId = () => `${seed}/${++turnsTaken}`;
  const page = {
    url: shopper.arrivesOn === null ? "/" : `/products/${shopper.arrivesOn}`,
    title: null,
    sku: shopper.arrivesOn,
  };
  log.append(seed, { type: "conversation-opened", mode, locale, page, visit: 1 });

  const lines: Line[] = [];
  const decisions: DecisionRecord[] = [];
  const progress: (number | null)[] = [];
  const onExchange = async () => {
    if (critic.follow) progress.push(await critic.follow(lines));
  };
  const ending = await talk({ dependencies, log, seed, rooms, shopper, lines, decisions, onExchange });
  const episode = await judged(request, await recall(seed), { lines, decisions, ending });
  return critic.follow ? { ...episode, progress } : episode;
}

interface Talk {
  dependencies: TurnDependencies;
  log: MemoryLog;
  seed: string;
  rooms: CatalogRooms;
  shopper: Shopper;
  lines: Line[];
  decisions: DecisionRecord[];
  /** After each message of the shopper. */
  onExchange: () => Promise<void>;
}

async function talk({
  dependencies,
  log,
  seed,
  rooms,
  shopper,
  lines,
  decisions,
  onExchange,
}: Talk): Promise<ShopperEnding> {
  for (let messages = 0; messages < TURNS_MAX; messages++) {
    const logged = await spokenTurn(dependencies, seed);
    if (logged?.event.type !== "turn-spoken") break;
    const { turn } = logged.event;
    decisions.push(turn.decision);
    lines.push({
      speaker: "agent",
      text: turn.text,
      cards: turn.cards.map(({ title, price, why }) => `${title}, ${price.text} · ${why}`),
      replies: turn.replies,
    });
    const observation: Observation = {
      turn: turnView(turn, logged.seq ?? 0, logged.at),
      pages: turn.cards.flatMap(({ sku }) => pageOf(rooms, sku) ?? []),
    };
    const move = await shopper.next(observation);
    if (move.type === "end") return move.ending;
    lines.push({ speaker: "shopper", text: move.text, cards: [], replies: [] });
    log.append(seed, { type: "message-stored", id: `${seed}/m${messages}`, text: move.text });
    await onExchange();
  }
  return { outcome: "left", because: "out-of-patience" };
}

async function spokenTurn(
  dependencies: TurnDependencies,
  conversationId: string,
): Promise<LoggedEvent | null> {
  for await (const signal of takeTurn(dependencies, { conversationId, shouldStop: () => false })) {
    if (signal.type === "end") return signal.logged;
  }
  return null;
}

/** What anybody sees on the shop's page: not how the merchant ranks it, nor the version that evidence names. */
function pageOf({ catalog }: CatalogRooms, sku: Sku): ProductPage | null {
  const product = catalog.product(sku);
  if (!product) return null;
  const { title, description, brand, categories, tags, price, was, inStock, attributes, variants, rating } =
    product;
  return {
    sku: product.sku,
    title,
    description,
    brand,
    categories,
    tags,
    price,
    was,
    inStock,
    attributes,
    variants,
    rating,
  };
}

async function judged(
  { shopper, critic }: EpisodeRequest,
  state: DialogueState,
  { lines, decisions, ending }: Pick<Episode, "lines" | "decisions" | "ending">,
): Promise<Episode> {
  const account = shopper.account();
  const judgement = await critic.judge({ lines, ending, account });
  const raised = state.openQuestions.filter(({ raisedBy }) => raisedBy === "shopper");
  const answered = raised.filter(({ status }) => status === "answered").length;
  const turns = decisions.length;
  return {
    decisions,
    ending,
    ...judgement,
    turns,
    questionsAsked: account.questionsAsked,
    questionsAnswered: account.questionsAnswered,
    ledger: { answered, raised: raised.length },
    reward: rewardOf({ ...judgement, turns, answered }),
    lines,
  };
}
