/**
 * What the gateway needs of the rooms behind it; `main.ts` fills these in. The gateway authenticates, parses, stores,
 * acknowledges and redacts. It decides nothing.
 */
import type { ErrorCode } from "../../shared/errors.ts";
import type { Page, RememberedView, Signal } from "../../shared/shopper-socket.ts";
import type { SiteConfig } from "../../shared/site-config.ts";
import type { ConversationEvent, LoggedEvent } from "../dialogue/events.ts";
import type { Remembered } from "../dialogue/memory.ts";
import type { Notice } from "../dialogue/state.ts";
import type { Mode } from "../dialogue/strategies.ts";
import type { LeftOut, RunningExperiment, Treatment } from "../experiment/plan.ts";
import type { SilenceRules } from "../initiative/follow-up.ts";
import type { OpeningHistory } from "../initiative/openings.ts";
import type { ModelUse } from "../model/ports.ts";
import type { SiteSettings } from "../turn/ports.ts";
import type { TurnSignal } from "../turn/turn-signal.ts";

export interface Site {
  id: string;
  siteKey: string;
  name: string;
  /** Exact origins, or `https://*.shop.example`. */
  origins: string[];
  currency: string;
  locale: string;
  mode: Mode;
  settings: SiteSettings;
  /** When the agent follows up on silence [INI-2]. */
  silence: SilenceRules;
  memory: MemorySettings;
  staff: StaffRules;
  /** How a language model is used, where one is configured. */
  model: ModelUse;
  /** The public half of the settings. */
  config: SiteConfig;
  /** Those that are running or paused, the oldest first. */
  experiments: RunningExperiment[];
  /** Another one whenever something of what the merchant has answered changed [GAP-2]; left out or 0, nothing was answered. */
  answersVersion?: number;
  /** What this conversation's visitor is given, where the site is met in a conversation (`experiment/treated-site.ts`). */
  treatment?: Treatment;
  /** The policy that the merchant has set, where the treatment says another. */
  ownPolicy?: string;
}

export interface MemorySettings {
  /** Age in days at which what is remembered has faded; 0 remembers nothing. */
  days: number;
  /** A silence in hours after which a visitor begins a new conversation, and is welcomed back in it. */
  pauseHours: number;
}

export interface SiteDirectory {
  byKey(siteKey: string): Promise<Site | null>;
  /** The site's secret key, for identity hashes and signed orders; never leaves the server. */
  secretOf(siteId: string): Promise<string>;
}

export interface VisitorDirectory {
  create(siteId: string): Promise<string>;
  exists(siteId: string, visitorId: string): Promise<boolean>;
  /** The visitor who carries this user id of the shop's, made when there is none. */
  byUser(siteId: string, userId: string): Promise<string>;
  /**
   * The same, for a shopper who was known as `visitorId` until now and has signed in. Where nobody carries the user id yet, that
   * visitor does from now on; where somebody does, that visitor becomes their alias, so that experiments see one person
   * [EXP-1]. A visitor who is somebody else already (a shared device) stays so.
   */
  identify(siteId: string, userId: string, visitorId: string | null): Promise<string>;
  /** The visitor counts nowhere from now on; the first reason stays. */
  leaveOut(siteId: string, visitorId: string, reason: LeftOut): Promise<void>;
}

/** Who of a site's visitors are its own people, and count in no figures. */
export interface StaffRules {
  staffUserIds: string[];
  /** Addresses, or ranges of them in CIDR notation. */
  staffAddresses: string[];
}

export type StoreResult =
  | { ok: true; seq: number; duplicate: boolean; logged: LoggedEvent | null }
  | { ok: false; code: "conversation/unknown" | "conversation/closed" };

/** What a conversation is opened with. */
export interface OpenRequest {
  siteId: string;
  visitorId: string;
  fresh: boolean;
  /** The shopper starts over: nothing earlier is brought up. */
  forgetful?: boolean;
  /** Left out, nothing is remembered and no silence is too long. */
  memory?: MemorySettings;
  mode: Mode;
  locale: string;
  page: Page;
  /** The site's, which the visitor is placed in when the conversation is made; none when left out. */
  experiments?: readonly RunningExperiment[];
}

export interface OpenedConversation {
  conversationId: string;
  created: boolean;
  /** What the visitor was given when the conversation was made; it stays so to its end [EXP-1]. */
  treatment: Treatment;
}

export interface ConversationDesk {
  /**
   * The visitor's open conversation, or a new one when `fresh`, when there is none, or after a long silence. Two calls
   * at the same time for one visitor get the same conversation unless `fresh`. A new one holds what is remembered of the
   * last one, unless `forgetful`.
   */
  open(request: OpenRequest): Promise<OpenedConversation>;
  /**
   * As `open`, for the agent to speak first about `notice`, which is stored in it. Null, and nothing stored, when `isWelcome`
   * says no to when the agent spoke first to this visitor and when that was waved off. Of calls at the same time for one
   * visitor, each is asked with what those before it have stored. Null as well for a visitor whose arm has no initiative: all
   * that is stored is the exposure, for this is when the other arms' visitors notice the difference [EXP-2].
   */
  openUnasked(
    request: OpenRequest & { notice: Notice; isWelcome: (history: OpeningHistory) => boolean },
  ): Promise<OpenedConversation | null>;
  /** All events of the visible log after a seq, and the seq of the last one. Null when it isn't this visitor's. */
  read(
    conversationId: string,
    visitorId: string,
    afterSeq: number,
  ): Promise<{
    events: LoggedEvent[];
    seq: number;
    closed: boolean;
    /** The name of the person who has the agent's place at that moment. */
    person?: string | null;
  } | null>;
  /** Stored once per id [WIRE-2]; durable before it resolves. A message id is unique per visitor. */
  storeMessage(conversationId: string, id: string, text: string): Promise<StoreResult>;
  storePageView(conversationId: string, page: Page, at: Date): Promise<StoreResult>;
  /** Also kept as an outcome. */
  storeSignal(conversationId: string, signal: Signal): Promise<StoreResult>;
  storeEvent(
    conversationId: string,
    event: Extract<ConversationEvent, { type: "human-asked" | "conversation-closed" }>,
  ): Promise<StoreResult>;
  /** An outcome that belongs to no conversation (a beacon before any talk). */
  storeOutcome(siteId: string, visitorId: string, signal: Signal): Promise<{ duplicate: boolean }>;
  /** What would be remembered of this conversation and those before it, as of now. Null when nothing would be. */
  remembered(conversationId: string, memory: MemorySettings): Promise<Remembered | null>;
  /**
   * Removes everything said, shown and remembered in all conversations of the visitor, durably; what is left is the fact
   * that it was erased, and when the agent was waved off, for that quiet outlasts the talk. Answers with the conversations it has emptied and the last seq of each.
   */
  erase(conversationId: string): Promise<{ conversationId: string; seq: number }[]>;
}

/** Somebody of the shop's who speaks in the agent's place. `id` says who to the shop, `name` to the shopper. */
export interface Person {
  id: string;
  name: string;
}

/** What a person has done, as the conversation's log has it, and what it takes to have the agent go on there. */
export interface PersonNews {
  conversationId: string;
  siteKey: string;
  treatment: Treatment;
  logged: LoggedEvent;
}

/** `news` is null where it had been done before and nothing changed. */
export type PersonResult =
  | { ok: true; news: PersonNews | null }
  | { ok: false; code: "conversation/unknown" | "conversation/closed" | "person/absent" }
  | { ok: false; code: "person/elsewhere"; name: string; since: string };

/** Who has the agent's place [TRN-6]: one person at a time. Everything is durable when it resolves. */
export interface PersonRegistry {
  join(siteId: string, conversationId: string, person: Person): Promise<PersonResult>;
  /** Stored once per id [WIRE-2]. */
  speak(
    siteId: string,
    conversationId: string,
    personId: string,
    message: { id: string; text: string },
  ): Promise<PersonResult>;
  leave(siteId: string, conversationId: string, personId: string): Promise<PersonResult>;
  /** A sign of life; false when the place is not this person's (any more). */
  attend(siteId: string, conversationId: string, personId: string): Promise<boolean>;
  /** Gives the agent's place back where there was no sign of life for so long. Of several servers one does it. */
  leaveSilent(silentMs: number): Promise<PersonNews[]>;
}

/**
 * What is told of an order. Amounts are in minor units; of a purchase that a page reported, they may be missing. `signed`: by the
 * shop's server, which stands against what a page says.
 */
export type OrderEvent = { orderId: string } & (
  | {
      type: "purchase";
      visitorId: string;
      value: number | null;
      currency: string | null;
      items: { sku: string; quantity: number }[];
      signed: boolean;
    }
  | { type: "refund"; refundId: string; value: number; currency: string }
  | { type: "cancellation" }
);

/** Whether what was told was new; a "conflict" says otherwise than what is known, and changes nothing either. */
export type OrderStanding = "changed" | "duplicate" | "conflict";

export interface OrderDesk {
  /** In any order and as often as may be; durable when it resolves. Null when the buyer is a visitor who is not there. */
  tell(siteId: string, event: OrderEvent): Promise<OrderStanding | null>;
}

/**
 * Why an outcome event changed nothing. "currency/foreign" and what keeps a visitor out of the figures are of events that are
 * stored and not counted.
 */
export type RefusalReason =
  | ErrorCode
  | LeftOut
  | "duplicate"
  | "order/signature-invalid"
  | "order/timestamp-stale"
  | "order/conflict"
  | "currency/foreign";

export interface OutcomeRefusals {
  /** Stored within a second. */
  count(siteId: string, reason: RefusalReason): void;
}

export interface ExposureDesk {
  /**
   * Whether the visitor is shown the widget. Places them in those of the experiments that vary this, and stores the exposure:
   * a page with or without a launcher is a difference from the first look on [EXP-2].
   */
  visit(visitorId: string, experiments: readonly RunningExperiment[]): Promise<{ widget: boolean }>;
  /** What the visitor was exposed to, in experiments that are running or paused; by the experiment's key. */
  armsOf(siteId: string, visitorId: string): Promise<{ experiment: string; arm: string }[]>;
}

/** What is remembered, in words the visitor can read. */
export type DescribeMemory = (memory: Remembered, site: Site, locale: string) => RememberedView;

export type { TurnSignal };

export interface TurnTaking {
  /**
   * Speaks the next turn of a conversation if one is due: an opening when nothing was said yet, an answer when
   * messages are unanswered. Yields nothing when none is due. `shouldStop` is asked at each sentence end: true when
   * a newer message waits [WIRE-3].
   */
  takeTurn(request: {
    site: Site;
    conversationId: string;
    /** The turn since which the shopper has been silent, when that is why a turn is asked for [INI-2]. */
    silentSince?: string | undefined;
    shouldStop: () => boolean;
  }): AsyncIterable<TurnSignal>;
}
