/** The dialogue state: a pure fold over the event log. Nothing here is stored; everything can be folded again. */
import type { OpeningReason } from "../../shared/shopper-socket.ts";
import type { Money, Sku } from "../catalog/product.ts";
import type { Recall } from "./memory.ts";
import type { Redirection, StallSigns } from "./stall.ts";
import type { Mode, Strategy } from "./strategies.ts";
import type { Talk } from "./talk.ts";
import type { HeardPreference, QuestionKind, Understanding } from "./understanding.ts";

export const PHASES = ["opening", "eliciting", "narrowing", "recommending", "closing"] as const;
export type Phase = (typeof PHASES)[number];

export interface Preference extends HeardPreference {
  /** "p1", "p2", … in the order they were heard. */
  id: string;
  sourceMessageId: string;
  /** False once revised or withdrawn [DST-1]; the entry stays, so that the revision can be told. */
  held: boolean;
  /** The preference that took its place. */
  revisedBy?: string;
  /** Heard outright, drawn from a critique or the page, or brought back from an earlier conversation. */
  origin: "said" | "critique" | "page" | "remembered";
  /** The item a critique measured against: "cheaper than this one". */
  than?: { sku: Sku; title: string };
}

export type Reaction = "none" | "asked" | "liked" | "rejected" | "chosen";

export interface ShownItem {
  sku: Sku;
  title: string;
  brand: string | null;
  /** Its narrowest category. */
  category: string | null;
  price: Money;
  /** Attribute values at the time it was shown, so that critiques fold without the catalog. */
  attributes: Record<string, string>;
  turnId: string;
  /** 1 for the first card of its turn. */
  place: number;
  reaction: Reaction;
}

export type QuestionStatus = "open" | "answered" | "declined" | "moved-on" | "unanswerable";

/** A `comparison` was opened by a claim of the agent's: "it's lighter than the others" leaves open by how much. */
export type EntryKind = QuestionKind | "comparison";

/** An entry of the ledger [LED-1]. */
export interface OpenQuestion {
  /** "q1", "q2", … */
  id: string;
  raisedBy: "shopper" | "agent";
  /** The message or turn that raised it. */
  raisedIn: string;
  /** How many turns the agent had spoken by then. */
  raisedAfter?: number;
  kind: EntryKind;
  about: string;
  /** As it was worded; of a comparison, the attribute that was claimed. */
  text: string;
  /** Of a comparison, the item that was put first and the one it was put before. */
  skus: Sku[];
  /** The answers that the agent offered with its question. */
  offered?: string[];
  /** For yes/no questions on a value. */
  value?: string;
  status: QuestionStatus;
  /** The item it was answered for, or found unanswerable of. */
  settledFor?: Sku;
  /** How often the agent came back to it [LED-4]. */
  returns?: number;
}

/** A stance the agent took. It is not contradicted silently [MOV-3]. */
export interface Commitment {
  turnId: string;
  sku: Sku;
  over: Sku | null;
  /** Attributes that were the reason. */
  because: string[];
  /** The wishes held then, by id, and the item's price then: what has changed since can be told. */
  wishes?: string[];
  price?: Money;
  /** Still in play: not turned down, and nothing else is looked for. */
  held: boolean;
}

export interface Engagement {
  /** Messages of the shopper. */
  messages: number;
  /** Length of the last message and mean of all, in characters. */
  lastLength: number;
  meanLength: number;
  /** Running mood from -1 to 1, newest counting half. */
  mood: number;
}

/** One message as understood, with the preferences it brought in or took back. */
export interface Heard {
  messageId: string;
  text: string;
  understanding: Understanding;
  added: Preference[];
  withdrawn: Preference[];
}

export interface PageContext {
  url: string;
  title: string | null;
  sku: Sku | null;
}

/** What the page showed that makes the agent speak first [INI-1]. */
export interface Notice {
  reason: OpeningReason;
  /** The address of the other product, when two are being weighed. */
  other: string | null;
  /** What was searched for without a result. */
  query: string | null;
}

export interface Utterance {
  by: "shopper" | "agent" | "person";
  text: string;
}

export interface DialogueState {
  /** Position of the last event folded; 0 before the first. */
  position: number;
  mode: Mode;
  locale: string;
  /** BCP 47 primary tag of the language that is answered in: the shopper's, as soon as it is understood. */
  language: string;
  phase: Phase;
  page: PageContext | null;
  /** What is remembered of an earlier conversation; null when nothing is. */
  recall: Recall | null;
  preferences: Preference[];
  /** Every item shown, oldest first; an item shown twice stands twice. */
  shown: ShownItem[];
  /** The items under discussion, most salient first: what "it" and "that one" mean. */
  focus: Sku[];
  /** The item whose like is wanted ("the same in black"); null when nothing in particular is. */
  likeSku: Sku | null;
  openQuestions: OpenQuestion[];
  commitments: Commitment[];
  /** Facts told, as "sku attribute": what need not be told again. */
  told: string[];
  /** Attributes the agent asked about, newest last. */
  asked: string[];
  strategies: Partial<Record<Strategy, number>>;
  /** The strategies of the agent's last turn, and how it handed the floor over. */
  lastStrategies: Strategy[];
  lastInvitation: "question" | "choice" | "offer" | null;
  /** The texts of the agent's latest turns, oldest first, so that nothing is worded the same twice. */
  said: string[];
  /** The last words of both, oldest first: what a model has to have read to go on in the same talk. */
  recent: Utterance[];
  /** The course of the talk in outline, for policies that listen to it [POL-3]. */
  talk: Talk;
  engagement: Engagement;
  /** How far the talk has come to a standstill: the score of the signs below; from `STALLED` on it has [INI-3]. */
  stall: number;
  stallSigns: StallSigns;
  /** The ways in which a stalled talk was redirected, oldest first. */
  redirections: Redirection[];
  /** Agent turns so far, and how many of them held a question mark. */
  turns: number;
  questionTurns: number;
  /** Messages that no turn has answered yet, oldest first. */
  unanswered: { id: string; text: string }[];
  /** Messages that a person answered and that nobody has understood yet, oldest first [TRN-8]. */
  overheard: { id: string; text: string }[];
  /** What the shopper did since the agent last spoke: the understanding of those messages, oldest first. */
  heard: Heard[];
  /** The messages that said what the shopper is after now, other than its price, oldest first. */
  sought: string[];
  /** What the shopper settled on. */
  chosen: Sku | null;
  /** The shopper asked for a person. */
  humanAsked: boolean;
  /** The shopper said goodbye, and the agent has answered it. */
  farewell: boolean;
  closed: boolean;
  /** Follow-ups on silence since the shopper last spoke [INI-2]. */
  followUps: number;
  /** What the page showed, until the agent or the shopper speaks. */
  noticed: Notice | null;
  /** The agent's last turn; null before the first. */
  lastTurnId: string | null;
  /** A person has taken the agent's place. */
  person: boolean;
  /** The shopper's last message asked for time ("let me think"). */
  wantsTime: boolean;
  /** The shopper waved the agent's unasked words off, and has not spoken since [INI-2]. */
  dismissed: boolean;
}
