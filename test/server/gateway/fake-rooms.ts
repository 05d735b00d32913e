/**
 * The rooms behind the gateway, in memory and under the test's control: turns wait for the test where it says so, and the
 * log outlives the server, so that a restart can be played.
 */
import { randomUUID } from "node:crypto";
import type { ConversationEvent, LoggedEvent, SpokenTurn } from "../../../server/dialogue/events.ts";
import { VISIBLE_EVENTS } from "../../../server/dialogue/events.ts";
import type { LeftOut, Treatment } from "../../../server/experiment/plan.ts";
import type {
  ConversationDesk,
  ExposureDesk,
  OrderDesk,
  OrderEvent,
  OrderStanding,
  OutcomeRefusals,
  RefusalReason,
  Site,
  SiteDirectory,
  StoreResult,
  TurnSignal,
  TurnTaking,
  VisitorDirectory,
} from "../../../server/gateway/ports.ts";
import type { OpeningHistory } from "../../../server/initiative/openings.ts";

export const SHOP_ORIGIN = "https://shop.example";

export const site: Site = {
  id: "site-1",
  siteKey: "pk_test",
  name: "Test shop",
  origins: [SHOP_ORIGIN, "https://*.shop.example"],
  currency: "USD",
  locale: "en-US",
  mode: "sociable",
  settings: {
    persona: { name: "Ada", shop: "Test shop", tone: "warm", emoji: false },
    forbidden: [],
    weights: {},
    policy: "rules",
    currency: "USD",
    humanAvailable: false,
  },
  silence: { enabled: true, firstMs: 45_000, secondMs: 180_000 },
  memory: { days: 90, pauseHours: 12 },
  staff: { staffUserIds: [], staffAddresses: [] },
  model: { enabled: true, tokensPerDay: null, refine: true },
  experiments: [],
  config: {
    agent: { name: "Ada", disclosure: "Ada is an AI assistant." },
    theme: { accent: "#0a6", scheme: "auto", position: "right" },
    locale: "en-US",
    opening: {
      enabled: true,
      productDwellMs: 8_000,
      cartIdleMs: 60_000,
      compareVisits: 2,
      noResultsMs: 1_000,
      returnAfterMs: 12 * 3_600_000,
      pauseMs: 30 * 60_000,
      quietMs: 7 * 24 * 3_600_000,
    },
  },
};
export const otherSite: Site = { ...site, id: "site-2", siteKey: "pk_other", name: "Other shop" };
export const SECRET_KEY = "sk_test_secret";

export const sites: SiteDirectory = {
  byKey: async (siteKey) => [site, otherSite].find((each) => each.siteKey === siteKey) ?? null,
  secretOf: async () => SECRET_KEY,
};

export class FakeVisitors implements VisitorDirectory {
  readonly ids = new Map<string, string>();
  readonly users = new Map<string, string>();

  async create(siteId: string): Promise<string> {
    const visitorId = randomUUID();
    this.ids.set(visitorId, siteId);
    return visitorId;
  }
  async exists(siteId: string, visitorId: string): Promise<boolean> {
    return this.ids.get(visitorId) === siteId;
  }
  async byUser(siteId: string, userId: string): Promise<string> {
    const key = `${siteId} ${userId}`;
    const visitorId = this.users.get(key) ?? (await this.create(siteId));
    this.users.set(key, visitorId);
    return visitorId;
  }
  readonly leftOut = new Map<string, LeftOut>();
  identify(siteId: string, userId: string): Promise<string> {
    return this.byUser(siteId, userId);
  }
  async leaveOut(_siteId: string, visitorId: string, reason: LeftOut): Promise<void> {
    this.leftOut.set(visitorId, this.leftOut.get(visitorId) ?? reason);
  }
}

interface Conversation {
  id: string;
  visitorId: string;
  log: LoggedEvent[];
}

export class FakeDesk implements ConversationDesk {
  readonly conversations: Conversation[] = [];
  readonly outcomes = new Map<string, { visitorId: string; value: number | undefined }>();
  /** Called before a message becomes durable: a test may hold it up or make it fail. */
  beforeStoring: () => Promise<void> = async () => {};
  /** Of every visitor; set by a test. */
  treatment: Treatment = {};
  readonly requests: Parameters<ConversationDesk["open"]>[0][] = [];

  async open(request: Parameters<ConversationDesk["open"]>[0]) {
    const { visitorId, fresh, mode, locale, page } = request;
    this.requests.push(request);
    const existing = this.conversations.findLast(
      (each) => each.visitorId === visitorId && !this.isClosed(each),
    );
    if (existing && !fresh) return { conversationId: existing.id, created: false, treatment: this.treatment };
    const conversation: Conversation = { id: randomUUID(), visitorId, log: [] };
    this.conversations.push(conversation);
    const context = { url: page.url, title: page.title ?? null, sku: page.sku ?? null };
    this.append(conversation, { type: "conversation-opened", mode, locale, page: context, visit: 1 });
    return { conversationId: conversation.id, created: true, treatment: this.treatment };
  }
  /** Of every visitor; set by a test. */
  history: OpeningHistory = { openings: [], dismissals: [] };
  async openUnasked({ notice, isWelcome, ...request }: Parameters<ConversationDesk["openUnasked"]>[0]) {
    if (!isWelcome(this.history) || this.treatment.initiative === false) return null;
    const opened = await this.open(request);
    await this.storeOnce(opened.conversationId, { type: "attention-noticed", notice });
    return opened;
  }
  async read(conversationId: string, visitorId: string, afterSeq: number) {
    const conversation = this.find(conversationId);
    if (conversation?.visitorId !== visitorId) return null;
    const visible = conversation.log.filter((each) => each.seq !== null);
    const events = visible.filter((each) => (each.seq ?? 0) > afterSeq);
    return { events, seq: visible.at(-1)?.seq ?? 0, closed: this.isClosed(conversation) };
  }
  async storeMessage(conversationId: string, id: string, text: string): Promise<StoreResult> {
    await this.beforeStoring();
    return this.storeOnce(conversationId, { type: "message-stored", id, text });
  }
  async storePageView(conversationId: string): Promise<StoreResult> {
    return this.storeOnce(conversationId, {
      type: "page-viewed",
      page: { url: "/", title: null, sku: null },
    });
  }
  async storeSignal(
    conversationId: string,
    signal: Parameters<ConversationDesk["storeSignal"]>[1],
  ): Promise<StoreResult> {
    return this.storeOnce(conversationId, {
      type: "signal-received",
      id: signal.id,
      signal: signal.type,
      sku: signal.sku ?? null,
      turnId: signal.turnId ?? null,
      value: signal.value ?? null,
    });
  }
  async storeEvent(
    conversationId: string,
    event: Parameters<ConversationDesk["storeEvent"]>[1],
  ): Promise<StoreResult> {
    return this.storeOnce(conversationId, event);
  }
  async storeOutcome(
    _siteId: string,
    visitorId: string,
    signal: Parameters<ConversationDesk["storeOutcome"]>[2],
  ) {
    const duplicate = this.outcomes.has(signal.id);
    if (!duplicate) this.outcomes.set(signal.id, { visitorId, value: signal.value });
    return { duplicate };
  }
  async erase(conversationId: string) {
    const visitorId = this.find(conversationId)?.visitorId;
    const own = this.conversations.filter((each) => each.visitorId === visitorId);
    return own.map((conversation) => {
      conversation.log.length = 0;
      const { seq } = this.append(conversation, { type: "conversation-closed", reason: "erased" });
      return { conversationId: conversation.id, seq: seq ?? 0 };
    });
  }
  async remembered(): Promise<null> {
    return null;
  }

  find(conversationId: string): Conversation | undefined {
    return this.conversations.find((each) => each.id === conversationId);
  }
  append(conversation: Conversation, event: ConversationEvent): LoggedEvent {
    const isVisible = VISIBLE_EVENTS.some((type) => type === event.type);
    const lastSeq = conversation.log.findLast((each) => each.seq !== null)?.seq ?? 0;
    const logged = {
      position: conversation.log.length + 1,
      seq: isVisible ? lastSeq + 1 : null,
      at: new Date().toISOString(),
      event,
    };
    conversation.log.push(logged);
    return logged;
  }
  private isClosed({ log }: Conversation): boolean {
    return log.some((each) => each.event.type === "conversation-closed");
  }
  private storeOnce(conversationId: string, event: ConversationEvent): StoreResult {
    const conversation = this.find(conversationId);
    if (!conversation) return { ok: false, code: "conversation/unknown" };
    if (this.isClosed(conversation)) return { ok: false, code: "conversation/closed" };
    const lastSeq = conversation.log.findLast((each) => each.seq !== null)?.seq ?? 0;
    const known = conversation.log.find(
      (each) =>
        "id" in each.event && "id" in event && each.event.id === event.id && each.event.type === event.type,
    );
    if (known) return { ok: true, seq: known.seq ?? lastSeq, duplicate: true, logged: known };
    const logged = this.append(conversation, event);
    return { ok: true, seq: logged.seq ?? lastSeq, duplicate: false, logged };
  }
}

/** Takes whatever is told of an order once. */
export class FakeOrders implements OrderDesk {
  readonly told: OrderEvent[] = [];
  async tell(_siteId: string, event: OrderEvent): Promise<OrderStanding> {
    const isSame = (other: OrderEvent) =>
      other.orderId === event.orderId &&
      other.type === event.type &&
      (event.type !== "refund" || (other.type === "refund" && other.refundId === event.refundId));
    if (this.told.some(isSame)) return "duplicate";
    this.told.push(event);
    return "changed";
  }
}

export class FakeRefusals implements OutcomeRefusals {
  readonly reasons: RefusalReason[] = [];
  count(_siteId: string, reason: RefusalReason): void {
    this.reasons.push(reason);
  }
}

/** Shows the widget to everybody, unless a test says otherwise. */
export class FakeExposures implements ExposureDesk {
  widget = true;
  readonly visits: string[] = [];
  readonly arms = new Map<string, { experiment: string; arm: string }[]>();
  async visit(visitorId: string) {
    this.visits.push(visitorId);
    return { widget: this.widget };
  }
  async armsOf(_siteId: string, visitorId: string) {
    return this.arms.get(visitorId) ?? [];
  }
}

/** Speaks three sentences per turn, and waits for the test before each of them when told to. */
export class FakeTurns implements TurnTaking {
  static readonly SENTENCES = 3;
  beforeSentence: (index: number) => Promise<void> = async () => {};
  /** The sites that turns were asked for with. */
  readonly askedFor: Site[] = [];
  private readonly desk: FakeDesk;
  constructor(desk: FakeDesk) {
    this.desk = desk;
  }

  async *takeTurn(request: Parameters<TurnTaking["takeTurn"]>[0]): AsyncIterable<TurnSignal> {
    this.askedFor.push(request.site);
    const conversation = this.desk.find(request.conversationId);
    if (!conversation) return;
    const turns = conversation.log.map(({ event }) => event).filter((event) => event.type === "turn-spoken");
    const answered = new Set(
      turns.flatMap(({ turn: { respondsTo } }) => (respondsTo.type === "messages" ? respondsTo.ids : [])),
    );
    const messages = conversation.log
      .map(({ event }) => event)
      .filter((event) => event.type === "message-stored");
    const waiting = messages.filter(({ id }) => !answered.has(id));
    const isSilent = request.silentSince !== undefined && turns.at(-1)?.turn.turnId === request.silentSince;
    if (turns.length > 0 && waiting.length === 0 && !isSilent) return;

    const turnId = randomUUID();
    const respondsTo: SpokenTurn["respondsTo"] =
      waiting.length > 0
        ? { type: "messages", ids: waiting.map(({ id }) => id) }
        : { type: isSilent ? "silence" : "opening" };
    yield { type: "start", turnId, respondsTo };
    const said: string[] = [];
    for (let index = 0; index < FakeTurns.SENTENCES && !(index > 0 && request.shouldStop()); index += 1) {
      await this.beforeSentence(index);
      const text = `${index === 0 ? "" : " "}Sentence ${index + 1} to ${waiting.map((each) => each.text).join(" and ") || "nobody"}.`;
      said.push(text);
      yield { type: "sentence", turnId, index, text };
    }
    const turn = spokenTurn({ turnId, respondsTo, text: said.join("") });
    yield { type: "end", turnId, logged: this.desk.append(conversation, { type: "turn-spoken", turn }) };
  }
}

/** A turn with something in every field that must not reach a shopper. */
export function spokenTurn(part: Pick<SpokenTurn, "turnId" | "respondsTo" | "text">): SpokenTurn {
  return {
    ...part,
    cards: [],
    replies: ["Yes"],
    invitation: { kind: "question" },
    sources: [],
    strategies: ["offer-help", "yield"],
    decision: {
      policy: "rules",
      policyVersion: "1",
      steps: [
        {
          strategy: "offer-help",
          propensity: 1,
          distribution: { "offer-help": 1 },
          masked: {},
          features: {},
        },
      ],
      reasons: ["It is the opening."],
    },
    claims: [],
    stance: null,
    anticipates: null,
    asks: null,
    settled: [],
    items: [],
    stopped: [],
    voice: "built-in",
    farewell: false,
  };
}
