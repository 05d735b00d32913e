/** The event table of the `/shopper` socket: each payload parsed, stored, acknowledged, in this order. */
import type { z } from "zod";
import type { Acknowledgement, Refusal } from "../../shared/errors.ts";
import { MESSAGE_MAX_LENGTH } from "../../shared/limits.ts";
import {
  type AgentIntroduction,
  conversationOpenSchema,
  emptySchema,
  messageSendSchema,
  type Opening,
  type PanelState,
  pageViewSchema,
  presenceSchema,
  type ShopperToServer,
  type SignalType,
  signalSchema,
} from "../../shared/shopper-socket.ts";
import { treatedSite } from "../experiment/treated-site.ts";
import { mayOpen } from "../initiative/openings.ts";
import { type Credentials, resolveVisitor } from "./authenticate-shopper.ts";
import type { ConversationQueue } from "./conversation-queue.ts";
import type { SilenceListener } from "./listen-to-silence.ts";
import type {
  ConversationDesk,
  DescribeMemory,
  OpenRequest,
  Site,
  SiteDirectory,
  VisitorDirectory,
} from "./ports.ts";
import { withoutTicket } from "./preview-ticket.ts";
import type { Limited } from "./rate-limits.ts";
import { refuse, refuseInvalid, storable } from "./refusal.ts";
import { shopperEvents } from "./shopper-view.ts";
import type { ShopperSocket, TurnRelay } from "./turn-relay.ts";
import { signVisitorToken } from "./visitor-token.ts";

/** One connected tab. `conversationId` is null before its first `conversation-open` and after the conversation was erased. */
export interface Shopper {
  readonly socket: ShopperSocket;
  readonly credentials: Credentials;
  visitorId: string | null;
  conversationId: string | null;
  /** As the conversation's visitor is given it; before there is one, as it was at the handshake. */
  site: Site;
}

export interface EventServices {
  sites: SiteDirectory;
  visitors: VisitorDirectory;
  conversations: ConversationDesk;
  queue: ConversationQueue;
  relay: TurnRelay;
  describeMemory: DescribeMemory;
  silence: SilenceListener;
  nowMs: () => number;
  secret: string;
}

/** Calls `answer` once, when what the event says is durable; what follows the answer is done in the same tick. */
export type Answer = (
  acknowledgement: Acknowledgement<Record<string, unknown>> | (Refusal & { visitorToken: string }),
) => void;
type HandleEvent = (shopper: Shopper, payload: unknown, answer: Answer) => Promise<void>;

export interface ShopperEventKind {
  limited: Limited;
  handle: HandleEvent;
}

export function createShopperEvents(services: EventServices): Map<string, ShopperEventKind> {
  const { conversations, relay, queue, silence } = services;

  const openConversation = event(
    conversationOpenSchema,
    async (shopper, { resume, remember, afterSeq, panel, opening }, answer) => {
      const { locale, page } = shopper.credentials;
      // A page may have been connected for hours, and an experiment is paused or an arm halted meanwhile.
      const site = (await services.sites.byKey(shopper.credentials.site.siteKey)) ?? shopper.credentials.site;
      const visitorId = await resolveVisitor(shopper.credentials, shopper.visitorId, services.visitors);
      shopper.visitorId = visitorId;
      const request = {
        siteId: site.id,
        visitorId,
        fresh: resume === false,
        forgetful: remember === false,
        memory: site.memory,
        mode: site.mode,
        locale,
        page,
        experiments: site.experiments,
      };
      const visitorToken = signVisitorToken(services.secret, site.id, visitorId);
      const opened = opening ? await openUnasked(site, request, opening) : await conversations.open(request);
      // Whoever is not spoken to stays the same visitor all the same: it may be for an experiment's sake.
      if (!opened) return answer({ ...refuse("opening/unwelcome"), visitorToken });
      const { conversationId } = opened;
      const log = await readUpToDate(conversationId, visitorId, opened.created ? 0 : (afterSeq ?? 0));
      if (!log) return answer(refuse("conversation/unknown"));

      if (shopper.conversationId !== null && shopper.conversationId !== conversationId) {
        relay.leave(shopper.socket, shopper.conversationId);
        silence.leave(shopper.socket.id, shopper.conversationId);
      }
      shopper.conversationId = conversationId;
      shopper.site = treatedSite(site, opened.treatment);
      answer({
        ok: true,
        conversationId,
        visitorToken,
        agent: introduction(site),
        ...(log.person && { person: { name: log.person } }),
        events: shopperEvents(log.events),
        seq: log.seq,
      });
      relay.join(shopper.socket, conversationId, log.seq);
      silence.join(shopper.socket.id, conversationId, shopper.site, panel ?? "open", log.last);
      // An opening when nothing was said yet [WIRE-7], an answer when a server died before giving it [WIRE-5].
      queue.request(shopper.site, conversationId, "look");
    },
  );

  const sendMessage = event(messageSendSchema, async (shopper, { id, text }, answer) => {
    if (text.trim() === "") return answer(refuse("message/empty"));
    const { conversationId } = shopper;
    if (conversationId === null) return answer(refuse("conversation/unknown"));
    const stored = await conversations.storeMessage(conversationId, id, text);
    if (!stored.ok) return answer(refuse(stored.code));
    answer({ ok: true, seq: stored.seq, ...(stored.duplicate && { duplicate: true }) });
    silence.attend(shopper.socket.id, conversationId, { typing: false });
    if (!stored.duplicate) silence.hear(conversationId);
    if (stored.logged && !stored.duplicate) {
      relay.relayMessage(shopper.socket, conversationId, { id, seq: stored.seq, text, at: stored.logged.at });
    }
    queue.request(shopper.site, conversationId, stored.duplicate ? "look" : "newer-message");
  });

  const viewPage = event(pageViewSchema, async (shopper, { at, ...page }, answer) => {
    const seenAt = new Date(at);
    if (!isStorableInstant(seenAt)) return answer(refuse("payload/invalid", "(at)"));
    if (shopper.conversationId === null) return answer(refuse("conversation/unknown"));
    const stored = await conversations.storePageView(
      shopper.conversationId,
      { ...page, url: withoutTicket(page.url) },
      seenAt,
    );
    answer(stored.ok ? { ok: true } : refuse(stored.code));
    silence.attend(shopper.socket.id, shopper.conversationId, {});
  });

  const receiveSignal = event(signalSchema, async (shopper, signal, answer) => {
    if (shopper.conversationId === null) return answer(refuse("conversation/unknown"));
    const stored = await conversations.storeSignal(shopper.conversationId, signal);
    if (!stored.ok) return answer(refuse(stored.code));
    answer({ ok: true, ...(stored.duplicate && { duplicate: true }) });
    silence.attend(shopper.socket.id, shopper.conversationId, presenceAfter(signal.type));
  });

  const attend = event(presenceSchema, (shopper, { panel, typing }, answer) => {
    if (shopper.conversationId === null) return answer(refuse("conversation/unknown"));
    answer({ ok: true });
    silence.attend(shopper.socket.id, shopper.conversationId, {
      ...(panel !== undefined && { panel }),
      ...(typing !== undefined && { typing }),
    });
  });

  const askHuman = event(emptySchema, async (shopper, _nothing, answer) => {
    const { conversationId, site } = shopper;
    if (conversationId === null) return answer(refuse("conversation/unknown"));
    const stored = await conversations.storeEvent(conversationId, { type: "human-asked" });
    if (!stored.ok) return answer(refuse(stored.code));
    answer({ ok: true, available: site.settings.humanAvailable });
    queue.request(site, conversationId, "look");
  });

  const readMemory = event(emptySchema, async (shopper, _nothing, answer) => {
    const { conversationId, site } = shopper;
    if (conversationId === null) return answer(refuse("conversation/unknown"));
    const { locale } = shopper.credentials;
    const remembered = await conversations.remembered(conversationId, site.memory);
    answer({ ok: true, remembered: remembered && services.describeMemory(remembered, site, locale) });
  });

  const eraseConversation = event(emptySchema, async (shopper, _nothing, answer) => {
    const { conversationId } = shopper;
    if (conversationId === null) return answer(refuse("conversation/unknown"));
    queue.stop(conversationId);
    const erased = await conversations.erase(conversationId);
    relay.leave(shopper.socket, conversationId);
    silence.leave(shopper.socket.id, conversationId);
    shopper.conversationId = null;
    answer({ ok: true });
    const at = new Date().toISOString();
    // Other tabs and devices of the visitor may be in other conversations than this one.
    for (const { conversationId: id, seq } of erased) {
      queue.stop(id);
      silence.hear(id);
      relay.relayClosed(id, { seq, reason: "erased", at });
    }
  });

  const events: Record<keyof ShopperToServer, ShopperEventKind> = {
    "conversation-open": { limited: "event", handle: openConversation },
    "message-send": { limited: "message", handle: sendMessage },
    "page-view": { limited: "event", handle: viewPage },
    signal: { limited: "event", handle: receiveSignal },
    presence: { limited: "event", handle: attend },
    "human-ask": { limited: "event", handle: askHuman },
    "memory-read": { limited: "event", handle: readMemory },
    "conversation-erase": { limited: "event", handle: eraseConversation },
  };
  return new Map(Object.entries(events));

  /** What a visitor waved off counts in every tab, on every page, and when the browser has forgotten it [INI-2]. */
  function openUnasked({ config }: Site, request: OpenRequest, { reason, other, query }: Opening) {
    return conversations.openUnasked({
      ...request,
      notice: { reason, other: other ?? null, query: query ?? null },
      isWelcome: (history) => mayOpen(reason, history, config.opening, services.nowMs()),
    });
  }

  /**
   * The log after a seq, read again while events were sent that it does not hold: the tab has not joined yet. `last` is the
   * last event of all, also where the tab holds it already.
   */
  async function readUpToDate(conversationId: string, visitorId: string, afterSeq: number) {
    const held = Math.max(0, afterSeq - 1);
    let log = await conversations.read(conversationId, visitorId, held);
    // A client that counts from another conversation's seq would miss the beginning of this one.
    if (log && log.seq < afterSeq) return readUpToDate(conversationId, visitorId, 0);
    while (log && log.seq < relay.lastSeq(conversationId)) {
      log = await conversations.read(conversationId, visitorId, held);
    }
    if (!log) return null;
    const events = log.events.filter(({ seq }) => seq === null || seq > afterSeq);
    return { events, seq: log.seq, person: log.person ?? null, last: log.events.at(-1) ?? null };
  }
}

/** What two signals say of the panel besides. */
function presenceAfter(signal: SignalType): { panel?: PanelState } {
  if (signal === "panel-open") return { panel: "open" };
  return signal === "panel-close" ? { panel: "closed" } : {};
}

/** JavaScript's calendar goes further than a database's; years of four digits are written alike by both. */
function isStorableInstant(instant: Date): boolean {
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9_999;
}

function introduction(site: Site): AgentIntroduction {
  const { name, avatarUrl, disclosure } = site.config.agent;
  return { name, ...(avatarUrl !== undefined && { avatarUrl }), isAi: true, disclosure };
}

function event<Payload>(
  schema: z.ZodType<Payload>,
  handle: (shopper: Shopper, payload: Payload, answer: Answer) => void | Promise<void>,
): HandleEvent {
  return async (shopper, payload, answer) => {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) return answer(refusalOf(payload, parsed.error));
    await handle(shopper, storable(parsed.data), answer);
  };
}

/** Too long a text has a code of its own, because a client can tell the shopper what to do about it. */
function refusalOf(payload: unknown, error: z.ZodError): Refusal {
  const isLong =
    typeof payload === "object" &&
    payload !== null &&
    "text" in payload &&
    typeof payload.text === "string" &&
    payload.text.length > MESSAGE_MAX_LENGTH;
  return isLong ? refuse("message/too-long") : refuseInvalid(error);
}
