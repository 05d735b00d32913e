/**
 * Carries what is stored and spoken in a conversation to the shoppers' tabs that have it open.
 *
 * A tab that opens a conversation reads the log, then joins the room. What happens in between must reach it once and only
 * once [WIRE-1]: `seq` of the last event sent to a room says whether the log that was read is already old, and the `seq`
 * a tab has read up to keeps later sends of the same events from it.
 */
import type { Namespace, Server, Socket } from "socket.io";
import type {
  AgentChange,
  ConversationClosed,
  MessageStored,
  ServerToShopper,
  ShopperToServer,
  TurnEnd,
  TurnStart,
  TurnText,
} from "../../shared/shopper-socket.ts";
import type { LoggedEvent } from "../dialogue/events.ts";
import type { ConversationMove } from "./conversation-news.ts";
import type { PersonNews, TurnSignal } from "./ports.ts";
import { shopperView, turnView } from "./shopper-view.ts";

type Nothing = Record<string, never>;
/** What the nodes tell each other by the broker. */
export interface BetweenNodes {
  "person-news": (news: PersonNews) => void;
  "conversation-moved": (move: ConversationMove) => void;
}
export type ShopperServer = Server<ShopperToServer, ServerToShopper, BetweenNodes, Nothing>;
type ShopperNamespace = Namespace<ShopperToServer, ServerToShopper, BetweenNodes, Nothing>;
export type ShopperSocket = Socket<ShopperToServer, ServerToShopper, BetweenNodes, Nothing>;

interface Conversation {
  lastSeq: number;
  /** What each tab on this node had read when it joined. */
  readBy: Map<string, number>;
  /** The turn being spoken, as far as it has got. */
  spoken: { start: TurnStart; sentences: TurnText[] } | null;
}

export interface TurnRelay {
  /** Highest seq that was sent to the conversation's tabs from here; 0 when none was. */
  lastSeq(conversationId: string): number;
  /** Lets a tab hear the conversation from now on, beginning with what is already spoken of the current turn. */
  join(socket: ShopperSocket, conversationId: string, readSeq: number): void;
  leave(socket: ShopperSocket, conversationId: string): void;
  relayMessage(sender: ShopperSocket, conversationId: string, message: MessageStored): void;
  relayTurn(conversationId: string, signal: TurnSignal): void;
  /** What a person has done, to the tabs on this node: every node is told of it. */
  relayPerson(conversationId: string, logged: LoggedEvent): void;
  /** The last that the conversation's tabs hear of it. */
  relayClosed(conversationId: string, closed: ConversationClosed): void;
  /** Tells every tab that the turn it hears will not be finished by this process. */
  abandonTurns(): void;
}

/** @param onMove hears that something was relayed. */
export function createTurnRelay(
  namespace: ShopperNamespace,
  onMove: (move: ConversationMove) => void = () => {},
): TurnRelay {
  const conversations = new Map<string, Conversation>();
  const room = (conversationId: string) => `conversation:${conversationId}`;

  const known = (conversationId: string): Conversation => {
    const existing = conversations.get(conversationId);
    if (existing) return existing;
    const conversation: Conversation = { lastSeq: 0, readBy: new Map(), spoken: null };
    conversations.set(conversationId, conversation);
    return conversation;
  };
  /** Nobody listens and nothing is spoken: the log knows the rest. */
  const forgetIfIdle = (conversationId: string) => {
    const conversation = conversations.get(conversationId);
    if (conversation && conversation.readBy.size === 0 && !conversation.spoken)
      conversations.delete(conversationId);
  };
  /** The tabs that have not read up to `seq` yet; those of this node alone, where each node is told. */
  const tabsBefore = (conversationId: string, seq: number, isLocal = false) => {
    const conversation = known(conversationId);
    conversation.lastSeq = Math.max(conversation.lastSeq, seq);
    const upToDate = [...conversation.readBy].filter(([, read]) => read >= seq).map(([socketId]) => socketId);
    const tabs = isLocal ? namespace.local.to(room(conversationId)) : namespace.to(room(conversationId));
    return tabs.except(upToDate);
  };

  return {
    lastSeq: (conversationId) => conversations.get(conversationId)?.lastSeq ?? 0,
    join(socket, conversationId, readSeq) {
      const conversation = known(conversationId);
      conversation.readBy.set(socket.id, readSeq);
      void socket.join(room(conversationId));
      if (!conversation.spoken) return;
      socket.emit("turn-start", conversation.spoken.start);
      for (const sentence of conversation.spoken.sentences) socket.emit("turn-text", sentence);
    },
    leave(socket, conversationId) {
      void socket.leave(room(conversationId));
      conversations.get(conversationId)?.readBy.delete(socket.id);
      forgetIfIdle(conversationId);
    },
    relayMessage(sender, conversationId, message) {
      tabsBefore(conversationId, message.seq).except(sender.id).emit("message-stored", message);
      onMove({ conversationId });
    },
    relayTurn(conversationId, signal) {
      const conversation = known(conversationId);
      const everyTab = namespace.to(room(conversationId));
      switch (signal.type) {
        case "start": {
          const start: TurnStart = { turnId: signal.turnId, respondsTo: signal.respondsTo };
          conversation.spoken = { start, sentences: [] };
          everyTab.emit("turn-start", start);
          break;
        }
        case "sentence": {
          const sentence: TurnText = { turnId: signal.turnId, index: signal.index, text: signal.text };
          conversation.spoken?.sentences.push(sentence);
          everyTab.emit("turn-text", sentence);
          break;
        }
        case "end": {
          conversation.spoken = null;
          const { seq, at, event } = signal.logged;
          if (event.type !== "turn-spoken" || seq === null)
            throw new Error("A turn ended without being stored.");
          tabsBefore(conversationId, seq).emit("turn-end", turnView(event.turn, seq, at));
          break;
        }
        case "abort":
          conversation.spoken = null;
          everyTab.emit("turn-abort", { turnId: signal.turnId, code: signal.code });
          break;
      }
      if (signal.type !== "sentence")
        onMove({ conversationId, speaking: signal.type === "start" ? signal.turnId : null });
      forgetIfIdle(conversationId);
    },
    relayPerson(conversationId, logged) {
      const view = shopperView(logged);
      if (view === null) throw new Error("what a person does is for the shopper to see");
      const { type: _, ...event } = view;
      const tabs = tabsBefore(conversationId, view.seq, true);
      if (view.type === "turn-end") tabs.emit("turn-end", event as TurnEnd);
      else if (view.type === "agent-joined" || view.type === "agent-left")
        tabs.emit(view.type, event as AgentChange);
      onMove({ conversationId });
      forgetIfIdle(conversationId);
    },
    relayClosed(conversationId, closed) {
      namespace.to(room(conversationId)).emit("conversation-closed", closed);
      namespace.in(room(conversationId)).socketsLeave(room(conversationId));
      conversations.delete(conversationId);
      onMove({ conversationId });
    },
    abandonTurns() {
      for (const [conversationId, { spoken }] of conversations) {
        if (!spoken) continue;
        const abort = { turnId: spoken.start.turnId, code: "server/unavailable" };
        namespace.local.to(room(conversationId)).emit("turn-abort", abort);
      }
    },
  };
}
