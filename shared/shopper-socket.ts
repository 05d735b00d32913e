/**
 * The `/shopper` namespace: what a shopper's page and the server say to each other. The schemas are for the server,
 * which parses what it is sent; the widget takes the types only, because a schema library would double its weight.
 */
import { z } from "zod";
import type { Acknowledgement, Refusal } from "./errors.ts";
import {
  AMOUNT_MAX,
  CURRENCY_PATTERN,
  MESSAGE_MAX_LENGTH,
  SKU_MAX_LENGTH,
  TITLE_MAX_LENGTH,
  URL_MAX_LENGTH,
} from "./limits.ts";

export const NAMESPACE = "/shopper";

const sku = z.string().min(1).max(SKU_MAX_LENGTH);
const url = z.string().min(1).max(URL_MAX_LENGTH);
const title = z.string().max(TITLE_MAX_LENGTH);

export const pageSchema = z.object({ url, title: title.optional(), sku: sku.optional() });
export type Page = z.infer<typeof pageSchema>;

export const handshakeSchema = z.object({
  siteKey: z.string().min(1).max(100),
  visitorToken: z.string().max(1_000).optional(),
  identity: z.object({ userId: z.string().min(1).max(200), hash: z.string().length(64) }).optional(),
  locale: z.string().max(35).optional(),
  page: pageSchema,
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** `hidden` is an open panel that nobody sees, because another tab or window is in front. */
export const PANEL_STATES = ["open", "closed", "hidden"] as const;
export type PanelState = (typeof PANEL_STATES)[number];

/** What the page showed that made the agent speak first [INI-1]. */
export const OPENING_REASONS = [
  "product-dwell",
  "product-compare",
  "cart-idle",
  "no-results",
  "return-visit",
] as const;
export type OpeningReason = (typeof OPENING_REASONS)[number];
export const openingSchema = z.object({
  reason: z.enum(OPENING_REASONS),
  /** The address of the other product, when two are being weighed. */
  other: url.optional(),
  /** What was searched for without a result. */
  query: z.string().max(200).optional(),
});
export type Opening = z.infer<typeof openingSchema>;

export const conversationOpenSchema = z.object({
  resume: z.boolean().optional(),
  /** False starts over: what is remembered of earlier conversations is not brought up. */
  remember: z.boolean().optional(),
  afterSeq: z.number().int().min(0).optional(),
  /** Left out by clients that show the conversation all the time. */
  panel: z.enum(PANEL_STATES).optional(),
  /** The agent is to speak first; refused with `opening/unwelcome` when the visitor has asked for quiet. */
  opening: openingSchema.optional(),
});
/** What the tab shows and whether the shopper is writing. Not stored: it only says whether a silence is one. */
export const presenceSchema = z.object({
  panel: z.enum(PANEL_STATES).optional(),
  typing: z.boolean().optional(),
});
export const messageSendSchema = z.object({ id: z.uuid(), text: z.string().max(MESSAGE_MAX_LENGTH) });
export const pageViewSchema = pageSchema.extend({
  at: z.union([z.number(), z.iso.datetime({ offset: true })]),
});

export const SIGNAL_TYPES = [
  "card-view",
  "card-click",
  "cart-add",
  "purchase",
  "turn-rate",
  "panel-open",
  "panel-close",
  "opening-dismiss",
  "satisfaction",
  "page-delay",
] as const;
export type SignalType = (typeof SIGNAL_TYPES)[number];

export const signalSchema = z
  .object({
    id: z.uuid(),
    type: z.enum(SIGNAL_TYPES),
    sku: sku.optional(),
    turnId: z.string().max(64).optional(),
    /**
     * -1 or 1 for `turn-rate`, 1 to 5 for `satisfaction`, an amount in minor units for `purchase`, milliseconds for which the
     * page could not respond for `page-delay`.
     */
    value: z.number().optional(),
    currency: z.string().regex(CURRENCY_PATTERN, "three letters, such as EUR").optional(),
    orderId: z.string().min(1).max(200).optional(),
  })
  .superRefine((signal, context) => {
    const wrongValue =
      (signal.type === "turn-rate" && signal.value !== 1 && signal.value !== -1) ||
      (signal.type === "purchase" && signal.value !== undefined && !isAmount(signal.value)) ||
      (signal.type === "satisfaction" && ![1, 2, 3, 4, 5].includes(signal.value ?? 0)) ||
      (signal.type === "page-delay" && !(signal.value !== undefined && signal.value >= 0));
    if (wrongValue)
      context.addIssue({ code: "custom", path: ["value"], message: `no such value for ${signal.type}` });
  });
export const emptySchema = z.object({});

/** Minor units are whole; nothing is bought for less than nothing, nor for more than there is. */
function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= AMOUNT_MAX;
}

export type ConversationOpen = z.infer<typeof conversationOpenSchema>;
export type PresenceChange = z.infer<typeof presenceSchema>;
export type MessageSend = z.infer<typeof messageSendSchema>;
export type PageView = z.infer<typeof pageViewSchema>;
export type Signal = z.infer<typeof signalSchema>;

export interface Price {
  /** In the currency's minor unit: cents for USD, whole yen for JPY. */
  minor: number;
  currency: string;
  /** As the shopper's locale writes it, for instance "$1,299.00". */
  text: string;
}

export interface ProductCard {
  sku: string;
  title: string;
  url: string;
  imageUrl?: string;
  price: Price;
  was?: Price;
  rating?: { value: number; count: number };
  inStock: boolean;
  /** One short phrase: why this product is shown now. */
  why: string;
}

/** The cards of a turn side by side, on the points that tell them apart. */
export interface Comparison {
  /** `values` stand in the order of the turn's `cards`; null where the listing says nothing. */
  rows: { label: string; values: (string | null)[] }[];
}

export interface Invitation {
  kind: "question" | "choice" | "offer";
  text?: string;
}

export interface Source {
  says: string;
  sku?: string;
  attribute?: string;
  reviewId?: string;
  /** Of what the shop itself has answered. */
  answerId?: string;
  url?: string;
}

export type RespondsTo = { type: "messages"; ids: string[] } | { type: "opening" | "silence" | "page" };

export interface MessageStored {
  id: string;
  seq: number;
  text: string;
  /** ISO 8601, UTC. */
  at: string;
}
export interface TurnStart {
  turnId: string;
  respondsTo: RespondsTo;
}
export interface TurnText {
  turnId: string;
  index: number;
  /** One checked sentence. Concatenating them in order gives the turn's text: separators are part of them. */
  text: string;
}
export interface TurnEnd {
  turnId: string;
  seq: number;
  respondsTo: RespondsTo;
  text: string;
  cards: ProductCard[];
  comparison?: Comparison;
  /** Quick replies: what the shopper may answer with one tap. */
  replies: string[];
  invitation: Invitation | null;
  sources: Source[];
  at: string;
  /** A person of the shop's who said it in the agent's place; absent for the agent's own turns. */
  person?: { name: string };
}
export interface TurnAbort {
  turnId: string;
  code: string;
}
export interface AgentChange {
  seq: number;
  name?: string;
  at: string;
}
export interface ConversationClosed {
  seq: number;
  reason: string;
  at: string;
}

/** What a shopper may see of a conversation's event log. */
export type ShopperEvent =
  | ({ type: "message-stored" } & MessageStored)
  | ({ type: "turn-end" } & TurnEnd)
  | ({ type: "agent-joined" } & AgentChange)
  | ({ type: "agent-left" } & AgentChange)
  | ({ type: "conversation-closed" } & ConversationClosed);

/** What the agent has in mind of a visitor, in words the visitor can read. */
export interface RememberedView {
  /** When it was last spoken of, ISO 8601. */
  at: string;
  /** How many days it is kept from then. */
  days: number;
  /** "backpacks", "under $150". */
  wishes: string[];
  items: { sku: string; title: string; note: string }[];
  questions: string[];
}

export interface AgentIntroduction {
  name: string;
  avatarUrl?: string;
  isAi: true;
  disclosure: string;
}

export type ConversationOpened =
  | Acknowledgement<{
      conversationId: string;
      visitorToken: string;
      agent: AgentIntroduction;
      /** Who has taken the agent's place, at this moment; absent where nobody has. */
      person?: { name: string };
      events: ShopperEvent[];
      seq: number;
    }>
  /** Of an opening that is unwelcome: the visitor who was asked for is kept in mind. */
  | (Refusal & { visitorToken: string });
export type MessageAcknowledged = Acknowledgement<{ seq: number; duplicate?: boolean }>;
export type SignalAcknowledged = Acknowledgement<{ duplicate?: boolean }>;

/** Event maps in Socket.IO's form. */
export interface ShopperToServer {
  "conversation-open": (payload: ConversationOpen, acknowledge: (answer: ConversationOpened) => void) => void;
  "message-send": (payload: MessageSend, acknowledge: (answer: MessageAcknowledged) => void) => void;
  "page-view": (payload: PageView, acknowledge: (answer: Acknowledgement) => void) => void;
  signal: (payload: Signal, acknowledge: (answer: SignalAcknowledged) => void) => void;
  presence: (payload: PresenceChange, acknowledge: (answer: Acknowledgement) => void) => void;
  "human-ask": (
    payload: Record<string, never>,
    acknowledge: (answer: Acknowledgement<{ available: boolean }>) => void,
  ) => void;
  "memory-read": (
    payload: Record<string, never>,
    acknowledge: (answer: Acknowledgement<{ remembered: RememberedView | null }>) => void,
  ) => void;
  "conversation-erase": (
    payload: Record<string, never>,
    acknowledge: (answer: Acknowledgement) => void,
  ) => void;
}
export interface ServerToShopper {
  "message-stored": (event: MessageStored) => void;
  "turn-start": (event: TurnStart) => void;
  "turn-text": (event: TurnText) => void;
  "turn-end": (event: TurnEnd) => void;
  "turn-abort": (event: TurnAbort) => void;
  "agent-joined": (event: AgentChange) => void;
  "agent-left": (event: AgentChange) => void;
  "conversation-closed": (event: ConversationClosed) => void;
}
