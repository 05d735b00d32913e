/** A shopper's tab as a bare Socket.IO client: everything it hears is kept in order and can be waited for. */
import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { Acknowledgement } from "../../shared/errors.ts";
import {
  type ConversationOpened,
  NAMESPACE,
  type ServerToShopper,
  type TurnEnd,
} from "../../shared/shopper-socket.ts";

type EventName = keyof ServerToShopper;
type PayloadOf<Name extends EventName> = Parameters<ServerToShopper[Name]>[0];
export type Heard = { [Name in EventName]: { event: Name; payload: PayloadOf<Name> } }[EventName];

export interface Tab {
  socket: Socket;
  heard: Heard[];
  /** Sends and resolves with the acknowledgement; rejects when none comes. */
  ask<Answer = Acknowledgement<Record<string, unknown>>>(
    event: string,
    ...values: unknown[]
  ): Promise<Answer>;
  open(payload?: object): Promise<Extract<ConversationOpened, { ok: true }>>;
  say(text: string, id?: string): Promise<Acknowledgement<{ seq: number; duplicate?: boolean }>>;
  /** The first event heard, before or after this call, that fits; rejects with what was heard instead. */
  until<Name extends EventName>(
    event: Name,
    fits?: (payload: PayloadOf<Name>) => boolean,
  ): Promise<PayloadOf<Name>>;
  /** The turn that answers a message, or the opening. */
  answerTo(messageId: string | "opening"): Promise<TurnEnd>;
  close(): void;
}

export interface TabOptions {
  siteKey: string;
  visitorToken?: string;
  identity?: { userId: string; hash: string };
  origin?: string;
  /** Besides the origin. */
  headers?: Record<string, string>;
  /** "https://shop.example/p/1" when left out. */
  pageUrl?: string;
  transports?: ("websocket" | "polling")[];
  /** Instead of everything else that identifies. */
  auth?: Record<string, unknown>;
}

const PATIENCE_MS = 8_000;

/** Rejects with the refusal's code. */
export async function connectTab(url: string, options: TabOptions): Promise<Tab> {
  const { siteKey, visitorToken, identity, origin, headers, transports = ["websocket"] } = options;
  const page = { url: options.pageUrl ?? "https://shop.example/p/1" };
  const auth = options.auth ?? { siteKey, visitorToken, identity, page };
  const socket = io(`${url}${NAMESPACE}`, {
    auth,
    transports,
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...headers, ...(origin !== undefined && { origin }) },
  });
  const heard: Heard[] = [];
  const listeners = new Set<() => void>();
  socket.onAny((event, payload) => {
    heard.push({ event, payload } as Heard);
    for (const listener of listeners) listener();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", (error) => {
      socket.close();
      const code =
        "data" in error && typeof error.data === "object" && error.data && "code" in error.data
          ? error.data.code
          : "";
      reject(new Error(String(code || error.message)));
    });
  });

  const tab: Tab = {
    socket,
    heard,
    ask: (event, ...values) => socket.timeout(PATIENCE_MS).emitWithAck(event, ...values),
    async open(payload = {}) {
      const opened = await tab.ask<ConversationOpened>("conversation-open", payload);
      if (!opened.ok) throw new Error(`conversation-open was refused: ${opened.error.code}`);
      return opened;
    },
    say: (text, id = randomUUID()) => tab.ask("message-send", { id, text }),
    until(event, fits = () => true) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = heard.find((each) => isHeard(each, event) && fits(each.payload));
          if (!found || !isHeard(found, event)) return;
          listeners.delete(look);
          clearTimeout(timer);
          resolve(found.payload);
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`No ${event} came, but ${JSON.stringify(heard.map((each) => each.event))}`));
        }, PATIENCE_MS);
        listeners.add(look);
        look();
      });
    },
    answerTo: (messageId) =>
      tab.until("turn-end", ({ respondsTo }) =>
        respondsTo.type === "messages" ? respondsTo.ids.includes(messageId) : respondsTo.type === messageId,
      ),
    close: () => socket.close(),
  };
  return tab;
}

function isHeard<Name extends EventName>(
  heard: Heard,
  event: Name,
): heard is Extract<Heard, { event: Name }> & { payload: PayloadOf<Name> } {
  return heard.event === event;
}
