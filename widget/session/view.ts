import type {
  AgentIntroduction,
  Comparison,
  ProductCard,
  RespondsTo,
  ServerToShopper,
  ShopperEvent,
  Source,
} from "../../shared/shopper-socket.ts";

/** One line of the conversation as the shopper sees it. A line without `seq` isn't stored on the server. */
export interface ShopperLine {
  type: "shopper";
  id: string;
  seq?: number;
  text: string;
  at: string;
  status: "pending" | "sent" | "failed";
}
export interface AgentLine {
  type: "agent";
  turnId: string;
  seq: number;
  text: string;
  cards: ProductCard[];
  comparison?: Comparison | undefined;
  replies: string[];
  sources: Source[];
  at: string;
  /** Who said it, if it was a person in the agent's place. */
  person?: string | undefined;
}
export type Notice =
  | "agent-joined"
  | "agent-left"
  | "conversation-closed"
  | "person-asked"
  | "person-absent"
  | "erased";
export interface NoticeLine {
  type: "notice";
  notice: Notice;
  seq?: number;
  name?: string;
}
export type Line = ShopperLine | AgentLine | NoticeLine;

/** A turn that is being spoken. Sentences may arrive again after a reconnection, so they are kept by index. */
export interface Speaking {
  turnId: string;
  respondsTo: RespondsTo;
  sentences: Readonly<Record<number, string>>;
}

export type Connection = "idle" | "connecting" | "online" | "offline" | "refused";

export interface View {
  conversationId: string | null;
  agent: AgentIntroduction | null;
  /** Stored lines by seq, then what isn't stored yet in the order it was written. */
  lines: readonly Line[];
  speaking: Speaking | null;
  connection: Connection;
  closed: boolean;
  /** A person has taken the agent's place. */
  person: string | null;
  /** Seq of the last event received: what to resume after. */
  seq: number;
}

export type FromServer = {
  [Name in keyof ServerToShopper]: { type: Name } & Parameters<ServerToShopper[Name]>[0];
}[keyof ServerToShopper];

export type ViewEvent =
  | FromServer
  | {
      type: "conversation-opened";
      conversationId: string;
      agent: AgentIntroduction;
      person?: { name: string };
      events: ShopperEvent[];
      seq: number;
    }
  | { type: "message-written"; id: string; text: string; at: string }
  | { type: "message-acknowledged"; id: string; seq: number }
  | { type: "message-refused"; id: string }
  | { type: "message-retried"; id: string }
  | { type: "connection-changed"; connection: Connection }
  | { type: "notice"; notice: Notice }
  | { type: "conversation-left" };

export const EMPTY_VIEW: View = {
  conversationId: null,
  agent: null,
  lines: [],
  speaking: null,
  connection: "idle",
  closed: false,
  person: null,
  seq: 0,
};
