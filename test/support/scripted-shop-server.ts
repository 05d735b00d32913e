/**
 * A shop page and a shopper server for browser tests: a real Socket.IO server that speaks the wire protocol from a
 * script, over two origins as in real life (the shop's pages on one, the widget's server on another).
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { type Namespace, Server } from "socket.io";
import type { Beacon } from "../../shared/beacon.ts";
import type {
  Opening,
  PresenceChange,
  ProductCard,
  RememberedView,
  RespondsTo,
  ServerToShopper,
  ShopperEvent,
  ShopperToServer,
  Signal,
} from "../../shared/shopper-socket.ts";
import type { ExposedArm, SiteConfig } from "../../shared/site-config.ts";
import type { VisitAnswer } from "../../shared/visit.ts";
import { WIDGET_DIRECTORY } from "./built-widget.ts";

export interface ScriptedTurn {
  sentences: string[];
  cards?: ProductCard[];
  replies?: string[];
  /** The turn stops before its first sentence until the promise resolves. */
  hold?: Promise<void>;
  /** After the first sentence the turn is discarded and spoken anew. */
  aborts?: boolean;
}

interface Conversation {
  id: string;
  events: ShopperEvent[];
  messageIds: Set<string>;
}

export interface ScriptedShop {
  /** The widget's server. */
  readonly origin: string;
  /** The shop whose pages embed it. */
  readonly shopOrigin: string;
  readonly conversations: Conversation[];
  readonly signals: Signal[];
  /** What the tabs said of their panels, at the opening and since. */
  readonly presences: PresenceChange[];
  /** Why the agent was asked to speak first. */
  readonly openings: Opening[];
  /** Sockets at this moment. */
  readonly connected: number;
  refusesOpenings: boolean;
  /** What a page with a holdout is answered; null is no answer. */
  visit: VisitAnswer | null;
  /** Signals that came without a socket. */
  readonly beacons: Beacon[];
  /** What a visitor who asks with a token is told of experiments. */
  arms: ExposedArm[];
  readonly connections: number;
  /** Paths asked of the widget's server. */
  readonly requests: string[];
  config: SiteConfig;
  /** What the agent says to a message; null says nothing. */
  answer: (text: string) => ScriptedTurn | null;
  opening: ScriptedTurn;
  /** What the agent says that it remembers. */
  remembered: RememberedView | null;
  /** A page of the shop, by path. */
  page: (path: string, origin: string) => { html: string; headers?: Record<string, string> };
  /** The script as it was at the start, and nothing said. */
  reset(): void;
  /** Messages are stored, but the acknowledgement of the next one gets lost with the connection. */
  loseNextAcknowledgement(): void;
  speak(turn: ScriptedTurn, respondsTo?: RespondsTo): Promise<void>;
  /** Cuts all sockets, and refuses new ones until `comeBack`. */
  goAway(): void;
  comeBack(): void;
  close(): Promise<void>;
}

const SITE_CONFIG: SiteConfig = {
  agent: {
    name: "Juniper",
    disclosure: "Juniper is an AI assistant of this shop. It can be wrong; prices come from the catalog.",
  },
  theme: { accent: "#2f5d50", scheme: "auto", position: "right" },
  locale: "en",
  opening: {
    enabled: true,
    productDwellMs: 1_000,
    cartIdleMs: 60_000,
    compareVisits: 2,
    noResultsMs: 1_000,
    returnAfterMs: 12 * 3_600_000,
    pauseMs: 30 * 60_000,
    quietMs: 7 * 24 * 3_600_000,
  },
};

const script = (): Pick<
  ScriptedShop,
  "config" | "answer" | "opening" | "remembered" | "page" | "refusesOpenings" | "visit" | "arms"
> => ({
  refusesOpenings: false,
  visit: { ok: true, widget: true, visitorToken: "token-visit" },
  arms: [],
  config: structuredClone(SITE_CONFIG),
  answer: (text) => ({ sentences: [`You said “${text}”. `, "Tell me more."] }),
  opening: {
    sentences: ["Hi, I’m Juniper, the shop’s AI assistant. ", "Shall we find something together?"],
    replies: ["Yes, please", "Just looking"],
  },
  remembered: null,
  page: (path, server) => ({ html: shopPage(path, server) }),
});

const CONTENT_TYPES: Record<string, string> = { ".js": "text/javascript", ".svg": "image/svg+xml" };

export async function startScriptedShop(): Promise<ScriptedShop> {
  const conversations: Conversation[] = [];
  const signals: Signal[] = [];
  const presences: PresenceChange[] = [];
  const openings: Opening[] = [];
  const requests: string[] = [];
  const beacons: Beacon[] = [];
  let away = false;
  let losesAcknowledgement = false;
  let connections = 0;

  const http = createServer((request, response) => void serveWidget(request, response));
  const shopHttp = createServer((request, response) => servePage(request, response));
  const io = new Server(http, { cors: { origin: true }, serveClient: false, perMessageDeflate: false });
  const shoppers: Namespace<ShopperToServer, ServerToShopper> = io.of("/shopper");
  const origin = await listen(http);
  const shopOrigin = await listen(shopHttp);

  async function serveWidget(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", origin).pathname;
    if (path.startsWith("/socket.io")) return;
    requests.push(path);
    response.setHeader("access-control-allow-origin", "*").setHeader("access-control-allow-headers", "*");
    if (request.method === "OPTIONS") {
      response.end();
    } else if (path.endsWith("/config")) {
      const { authorization } = request.headers;
      const config = authorization ? { ...shop.config, experiments: shop.arms } : shop.config;
      response.setHeader("content-type", "application/json").end(JSON.stringify(config));
    } else if (path === "/api/events") {
      response.end("{}");
      beacons.push(JSON.parse(await text(request)));
    } else if (path === "/api/visits") {
      if (shop.visit) response.end(JSON.stringify(shop.visit));
      else request.socket.destroy();
    } else {
      const file = await readFile(join(WIDGET_DIRECTORY, path.slice(1))).catch(() => null);
      response.statusCode = file ? 200 : 404;
      response.setHeader("content-type", CONTENT_TYPES[extname(path)] ?? "text/plain").end(file ?? "");
    }
  }

  function servePage(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? "/", shopOrigin).pathname;
    if (path.startsWith("/picture/")) {
      response.setHeader("content-type", "image/svg+xml").end(picture(path));
      return;
    }
    const { html, headers = {} } = shop.page(path, origin);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(html);
  }

  io.of("/shopper").use((_socket, next) => (away ? next(new Error("away")) : next()));
  shoppers.on("connection", (socket) => {
    connections += 1;
    let conversation: Conversation | undefined;
    socket.on(
      "conversation-open",
      ({ resume = true, afterSeq = 0, panel = "open", opening }, acknowledge) => {
        presences.push({ panel });
        if (opening) openings.push(opening);
        if (opening && shop.refusesOpenings)
          return acknowledge({
            ok: false,
            error: { code: "opening/unwelcome", message: "Not now." },
            visitorToken: "token-quiet",
          });
        const token = String(socket.handshake.auth.visitorToken ?? "");
        const known = conversations.findLast(({ id }) => token.endsWith(id)) ?? conversation;
        conversation = resume && known && conversations.includes(known) ? known : undefined;
        const isNew = !conversation;
        conversation ??= { id: randomUUID(), events: [], messageIds: new Set() };
        if (isNew) conversations.push(conversation);
        void socket.join(conversation.id);
        acknowledge({
          ok: true,
          conversationId: conversation.id,
          visitorToken: `token-${conversation.id}`,
          agent: { ...shop.config.agent, isAi: true },
          events: conversation.events.filter(({ seq }) => seq > afterSeq),
          seq: conversation.events.length,
        });
        if (isNew) void speakIn(conversation, shop.opening, { type: "opening" });
        else if (opening) void speakIn(conversation, shop.opening, { type: "page" });
      },
    );
    socket.on("message-send", ({ id, text }, acknowledge) => {
      if (!conversation) return;
      const stored = conversation.events.find((event) => event.type === "message-stored" && event.id === id);
      if (stored) return acknowledge({ ok: true, seq: stored.seq, duplicate: true });
      const event = { id, text, seq: conversation.events.length + 1, at: new Date().toISOString() };
      conversation.events.push({ type: "message-stored", ...event });
      socket.to(conversation.id).emit("message-stored", event);
      if (losesAcknowledgement) {
        losesAcknowledgement = false;
        socket.conn.close();
        return;
      }
      acknowledge({ ok: true, seq: event.seq });
      const turn = shop.answer(text);
      if (turn) void speakIn(conversation, turn, { type: "messages", ids: [id] });
    });
    socket.on("signal", (signal, acknowledge) => {
      const duplicate = signals.some(({ id }) => id === signal.id);
      if (!duplicate) signals.push(signal);
      acknowledge({ ok: true, duplicate });
    });
    socket.on("presence", (presence, acknowledge) => {
      presences.push(presence);
      acknowledge({ ok: true });
    });
    socket.on("page-view", (_page, acknowledge) => acknowledge({ ok: true }));
    socket.on("human-ask", (_nothing, acknowledge) => acknowledge({ ok: true, available: false }));
    socket.on("memory-read", (_nothing, acknowledge) =>
      acknowledge({ ok: true, remembered: shop.remembered }),
    );
    socket.on("conversation-erase", (_nothing, acknowledge) => {
      acknowledge({ ok: true });
      if (!conversation) return;
      conversations.splice(conversations.indexOf(conversation), 1);
      const closed = { seq: conversation.events.length, reason: "erased", at: new Date().toISOString() };
      socket.to(conversation.id).emit("conversation-closed", closed);
    });
  });

  async function speakIn(
    conversation: Conversation,
    turn: ScriptedTurn,
    respondsTo: RespondsTo,
  ): Promise<void> {
    const room = shoppers.to(conversation.id);
    const say = (turnId: string, sentences: string[]) => {
      for (const [index, text] of sentences.entries()) room.emit("turn-text", { turnId, index, text });
    };
    if (turn.aborts) {
      const turnId = randomUUID();
      room.emit("turn-start", { turnId, respondsTo });
      say(turnId, ["This is not what I meant to say. "]);
      room.emit("turn-abort", { turnId, code: "guard/unsupported" });
    }
    const turnId = randomUUID();
    room.emit("turn-start", { turnId, respondsTo });
    await turn.hold;
    say(turnId, turn.sentences);
    const end = {
      turnId,
      seq: conversation.events.length + 1,
      respondsTo,
      text: turn.sentences.join(""),
      cards: turn.cards ?? [],
      replies: turn.replies ?? [],
      invitation: null,
      sources: [],
      at: new Date().toISOString(),
    };
    conversation.events.push({ type: "turn-end", ...end });
    room.emit("turn-end", end);
  }

  const shop: ScriptedShop = {
    origin,
    shopOrigin,
    conversations,
    signals,
    presences,
    openings,
    requests,
    beacons,
    get connected() {
      return shoppers.sockets.size;
    },
    get connections() {
      return connections;
    },
    ...script(),
    reset() {
      Object.assign(shop, script());
      for (const list of [conversations, signals, presences, openings, requests, beacons]) list.length = 0;
    },
    loseNextAcknowledgement() {
      losesAcknowledgement = true;
    },
    async speak(turn, respondsTo = { type: "silence" }) {
      const conversation = conversations.at(-1);
      if (conversation) await speakIn(conversation, turn, respondsTo);
    },
    goAway() {
      away = true;
      for (const socket of shoppers.sockets.values()) socket.conn.close();
    },
    comeBack() {
      away = false;
    },
    async close() {
      await io.close();
      shopHttp.closeAllConnections();
      shopHttp.close();
    },
  };
  return shop;
}

/** A plain page that embeds the widget; `attributes` go on the script tag, `body` before it, `head` into the head. */
export function shopPage(
  path: string,
  server: string,
  { attributes = "", head = "", body = "", html = 'lang="en"' } = {},
): string {
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Shop ${path}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
${head}<script async src="${server}/widget.js" data-site="pk_test" ${attributes}></script></head>
<body><main><h1>Page ${path}</h1><p>Something to buy.</p><a id="next" href="/next">Next</a>${body}</main></body></html>`;
}

export function productCard(sku: string, more: Partial<ProductCard> = {}): ProductCard {
  return {
    sku,
    title: `Product ${sku}`,
    url: `/products/${sku}`,
    price: { minor: 12_900, currency: "USD", text: "$129.00" },
    inStock: true,
    why: "Light enough to carry upstairs",
    ...more,
  };
}

const picture = (path: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 150">
  <rect width="200" height="150" fill="#f6f5f2"/><rect x="62" y="30" width="76" height="96" rx="18" fill="hsl(${path.length * 47} 28% 52%)"/>
  <rect x="72" y="76" width="56" height="36" rx="8" fill="#0002"/><path d="M82 30v-8a18 12 0 0 1 36 0v8" fill="none" stroke="#444" stroke-width="5"/></svg>`;

async function listen(server: HttpServer): Promise<string> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
