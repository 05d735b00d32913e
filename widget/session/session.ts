import type { Acknowledgement } from "../../shared/errors.ts";
import type {
  ConversationOpened,
  Handshake,
  Opening,
  Page,
  PanelState,
  PresenceChange,
  RememberedView,
  ServerToShopper,
  Signal,
} from "../../shared/shopper-socket.ts";
import { createId } from "./create-id.ts";
import { type Answer, createOutbox, type OutboxEntry } from "./outbox.ts";
import { reduceView } from "./reduce-view.ts";
import type { TabMemory, VisitorMemory } from "./remembered.ts";
import type { Shelf } from "./shelf.ts";
import type { ShopperSocket } from "./shopper-socket.ts";
import { takeTurns } from "./take-turns.ts";
import { type Connection, EMPTY_VIEW, type FromServer, type View, type ViewEvent } from "./view.ts";

export interface SessionPorts {
  connectSocket(handshake: () => Promise<Handshake>): ShopperSocket;
  visitor: Shelf<VisitorMemory>;
  /** Name of the lock by which the visitor's tabs take turns. */
  lock: string;
  tab: Shelf<TabMemory>;
  /** Where the shopper is now, and who the shop says they are. */
  situation(): Omit<Handshake, "visitorToken">;
  panel(): PanelState;
  onChange(view: View, event: ViewEvent): void;
  onRefusal(code: string): void;
}

export interface Session {
  readonly view: View;
  /** Opens the socket and the conversation. Any number of calls make one of each. With an opening the agent speaks first. */
  connect(opening?: Opening): void;
  say(text: string): void;
  retry(id: string): void;
  signal(signal: Omit<Signal, "id">): void;
  viewPage(page: Page): void;
  /** Whether the panel is seen and written in: what a silence is depends on it. */
  attend(presence: PresenceChange): void;
  startOver(): void;
  askPerson(): Promise<void>;
  /** Forgets the conversation on the server and everything kept here. False when the server could not be reached. */
  erase(): Promise<boolean>;
  /** Null when nothing is remembered, undefined when the server could not be reached. */
  readMemory(): Promise<RememberedView | null | undefined>;
  /** Another tab has forgotten the visitor: so does this one. */
  hearErased(): void;
  /** Lets go of the connection, for the browser's page cache or for good. */
  disconnect(): void;
  /** A new connection in the place of one that can't be trusted, if there was one. */
  reconnect(): void;
  /** After sleep or a lost network: don't wait for the next attempt. */
  wake(): void;
}

const ANSWER_TIMEOUT_MS = 8_000;
/** Until somebody asks anew. */
const REFUSED_FOR_GOOD = ["site/unknown", "site/origin-refused", "opening/unwelcome"];
const SERVER_EVENTS = [
  "message-stored",
  "turn-start",
  "turn-text",
  "turn-end",
  "turn-abort",
  "agent-joined",
  "agent-left",
  "conversation-closed",
] as const satisfies readonly (keyof ServerToShopper)[];

export function createSession(ports: SessionPorts): Session {
  const { visitor, tab } = ports;
  let view = restoreView(visitor, tab);
  let socket: ShopperSocket | null = null;
  let fresh = false;
  let opening: Opening | undefined;
  /** Lets other tabs of a new visitor come in, too. */
  let letNextIn = () => {};

  const outbox = createOutbox(
    {
      deliver,
      settle,
      keep: (entries) => tab.write({ outbox: [...entries] }),
      wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    },
    tab.read().outbox,
  );

  function apply(event: ViewEvent): void {
    view = reduceView(view, event);
    const { conversationId, agent, lines, seq } = view;
    if (conversationId && agent && event.type !== "turn-text") {
      tab.write({ conversation: { id: conversationId, agent, lines: lines.slice(-60), seq } });
    }
    ports.onChange(view, event);
  }

  const changeConnection = (connection: Connection) => {
    if (connection !== view.connection) apply({ type: "connection-changed", connection });
  };

  function connect(wanted?: Opening): void {
    opening = wanted;
    if (socket) {
      if (wanted && socket.connected) void openConversation();
      return;
    }
    changeConnection("connecting");
    const connecting = ports.connectSocket(async () => {
      const done = new Promise<void>((resolve) => {
        letNextIn = resolve;
      });
      await takeTurns(ports.lock, () => !!visitor.read().token, done);
      const { token } = visitor.read();
      return { ...ports.situation(), ...(token && { visitorToken: token }) };
    });
    socket = connecting;
    connecting.on("connect", () => void openConversation());
    connecting.on("disconnect", () => {
      outbox.pause();
      if (socket === connecting) refused(undefined);
    });
    connecting.on("connect_error", (error) => refused(error.data?.code));
    for (const type of SERVER_EVENTS) {
      connecting.on(type, (event: object) => hear({ type, ...event } as FromServer));
    }
  }

  function hear(event: FromServer): void {
    if (event.type === "conversation-closed" && event.reason === "erased") forget();
    else apply(event);
  }

  function refused(code: string | undefined): void {
    letNextIn();
    if (code && REFUSED_FOR_GOOD.includes(code)) {
      disconnect();
      changeConnection("refused");
      ports.onRefusal(code);
      return;
    }
    if (code === "visitor/token-invalid") visitor.write({ token: "" });
    changeConnection("offline");
    // The client library retries lost connections, but not the ones that a server has refused. A moment of chance
    // keeps all shoppers of a busy server from coming back at once.
    const delayMs = code === "visitor/token-invalid" ? 0 : 2_000 + Math.random() * 3_000;
    if (!socket?.active) setTimeout(() => socket?.connect(), delayMs);
  }

  /**
   * The answer is taken in where it arrives, and not a promise later: over plain requests the first turn can come in
   * the same response, and it must find its conversation open.
   */
  function openConversation(): Promise<void> {
    const current = socket;
    const held = fresh ? 0 : view.seq;
    if (!current) return Promise.resolve();
    return new Promise((resolve) =>
      current.timeout(ANSWER_TIMEOUT_MS).emit(
        "conversation-open",
        {
          resume: !fresh,
          remember: !fresh,
          afterSeq: held,
          panel: ports.panel(),
          ...(opening && { opening }),
        },
        (error, answer) => resolve(enter(current, held, error ? null : answer)),
      ),
    );
  }

  async function enter(
    current: ShopperSocket,
    held: number,
    answer: ConversationOpened | null,
  ): Promise<void> {
    if (current !== socket || !current.connected) return;
    if (!answer?.ok) {
      if (answer && "visitorToken" in answer) visitor.write({ token: answer.visitorToken });
      current.disconnect();
      refused(answer?.error.code ?? "server/unavailable");
      return;
    }
    opening = undefined;
    visitor.write({ token: answer.visitorToken });
    letNextIn();
    const moved = answer.conversationId !== view.conversationId;
    if (moved && held > 0) {
      // Another tab started over: what came is the tail of a conversation whose head this tab never saw.
      apply({ type: "conversation-left" });
      return openConversation();
    }
    fresh = false;
    apply({ ...answer, type: "conversation-opened" });
    changeConnection("online");
    outbox.resume();
  }

  async function deliver(entry: OutboxEntry): Promise<Answer> {
    if (!socket?.connected) throw new Error("not connected");
    const waiting = socket.timeout(ANSWER_TIMEOUT_MS);
    const answer: Answer = await (entry.event === "message-send"
      ? waiting.emitWithAck("message-send", entry.payload)
      : waiting.emitWithAck("signal", entry.payload));
    if (!answer.ok && answer.error.code.startsWith("conversation/") && entry.event === "message-send") {
      fresh = true;
      await openConversation();
    }
    return answer;
  }

  function settle(entry: OutboxEntry, answer: Answer): void {
    if (entry.event !== "message-send") return;
    const { id } = entry.payload;
    if (answer.ok) apply({ type: "message-acknowledged", id, seq: answer.seq ?? view.seq });
    else apply({ type: "message-refused", id });
  }

  function disconnect(): void {
    const closing = socket;
    socket = null;
    letNextIn();
    outbox.pause();
    closing?.disconnect();
  }

  /** The conversation was erased, here or in another tab: nothing of it or of the visitor stays here either. */
  function forget(): void {
    disconnect();
    outbox.clear();
    apply({ type: "conversation-left" });
    // A wish for quiet outlasts the talk: its times say nothing of who had it or why.
    visitor.clear(["dismissals", "quietUntil"]);
    tab.clear();
    changeConnection("idle");
    apply({ type: "notice", notice: "erased" });
  }

  const ask = async (event: "human-ask" | "memory-read" | "conversation-erase") => {
    const none: Acknowledgement<{ available?: boolean; remembered?: RememberedView | null }> | null = null;
    if (!socket?.connected) return none;
    return socket
      .timeout(ANSWER_TIMEOUT_MS)
      .emitWithAck(event, {})
      .catch(() => none);
  };

  return {
    get view() {
      return view;
    },
    connect,
    disconnect,
    say(text) {
      const id = createId();
      apply({ type: "message-written", id, text, at: new Date().toISOString() });
      outbox.add({ event: "message-send", payload: { id, text } });
      connect();
    },
    retry(id) {
      const line = view.lines.find((other) => other.type === "shopper" && other.id === id);
      if (line?.type !== "shopper") return;
      apply({ type: "message-retried", id });
      outbox.add({ event: "message-send", payload: { id, text: line.text } });
    },
    signal(signal) {
      outbox.add({ event: "signal", payload: { id: createId(), ...signal } });
    },
    viewPage(page) {
      if (socket?.connected) socket.emit("page-view", { ...page, at: Date.now() }, () => undefined);
    },
    attend(presence) {
      if (socket?.connected) socket.emit("presence", presence, () => undefined);
    },
    startOver() {
      outbox.clear();
      fresh = true;
      apply({ type: "conversation-left" });
      if (socket?.connected) void openConversation();
      else connect();
    },
    async askPerson() {
      const answer = await ask("human-ask");
      apply({ type: "notice", notice: answer?.ok && answer.available ? "person-asked" : "person-absent" });
    },
    async readMemory() {
      const answer = await ask("memory-read");
      return answer?.ok ? answer.remembered : undefined;
    },
    async erase() {
      const answer = await ask("conversation-erase");
      if (!answer?.ok) return false;
      forget();
      return true;
    },
    hearErased() {
      if (view.conversationId) forget();
    },
    reconnect() {
      if (view.connection === "idle") return;
      disconnect();
      connect();
    },
    wake() {
      if (socket && !socket.connected) socket.connect();
    },
  };
}

function restoreView(visitor: Shelf<VisitorMemory>, tab: Shelf<TabMemory>): View {
  const { conversation, outbox } = tab.read();
  // Without a token the visitor was erased, perhaps by a tab of later date.
  if (!conversation || !visitor.read().token) return EMPTY_VIEW;
  const waiting = new Set(outbox?.map((entry) => entry.payload.id));
  const lines = conversation.lines.map((line) =>
    line.type === "shopper" && line.status === "pending" && !waiting.has(line.id)
      ? { ...line, status: "failed" as const }
      : line,
  );
  return {
    ...EMPTY_VIEW,
    conversationId: conversation.id,
    agent: conversation.agent,
    lines,
    seq: conversation.seq,
  };
}
