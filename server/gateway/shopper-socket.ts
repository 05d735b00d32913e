/**
 * The `/shopper` namespace. Authenticates, parses, stores through the desk, acknowledges, and has turns spoken; it decides
 * nothing of what is said. Whatever a client sends, the connection survives it [WIRE-4].
 */
import type { ErrorCode } from "../../shared/errors.ts";
import { NAMESPACE, type ShopperToServer } from "../../shared/shopper-socket.ts";
import { treatedSite } from "../experiment/treated-site.ts";
import { authenticateShopper, type Credentials } from "./authenticate-shopper.ts";
import { clientAddress } from "./client-address.ts";
import type { ConversationNews } from "./conversation-news.ts";
import { createConversationQueue } from "./conversation-queue.ts";
import { createSilenceListener } from "./listen-to-silence.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import type { PersonDesk } from "./person-desk.ts";
import type {
  ConversationDesk,
  DescribeMemory,
  OutcomeRefusals,
  PersonNews,
  SiteDirectory,
  TurnTaking,
  VisitorDirectory,
} from "./ports.ts";
import type { RateLimits } from "./rate-limits.ts";
import { refuse } from "./refusal.ts";
import { type Answer, createShopperEvents, type Shopper } from "./shopper-events.ts";
import type { SightingDesk } from "./sight-script.ts";
import { type Clock, SYSTEM_CLOCK } from "./silence-watch.ts";
import { createTurnRelay, type ShopperServer, type ShopperSocket } from "./turn-relay.ts";

export interface ShopperSocketServices {
  sites: SiteDirectory;
  visitors: VisitorDirectory;
  conversations: ConversationDesk;
  turns: TurnTaking;
  describeMemory: DescribeMemory;
  refusals: OutcomeRefusals;
  sightings?: SightingDesk;
  limits: RateLimits;
  metrics: Metrics;
  log: Log;
  /** Signs visitor tokens. */
  secret: string;
  trustedProxies: number;
  /** The system's when left out. */
  clock?: Clock;
  /** Persons who speak in the agent's place; none when left out. */
  people?: PersonDesk;
  /** Told of all that happens in conversations. */
  news?: ConversationNews;
}

/** Events of one tab that wait for the ones before; more are refused, so that a flood costs nothing but its answers. */
const MAX_WAITING = 64;

export function attachShopperSocket(
  io: ShopperServer,
  services: ShopperSocketServices,
  { hasBroker }: { hasBroker: boolean } = { hasBroker: false },
): { drain(timeoutMs: number): Promise<void> } {
  const { limits, metrics, log } = services;
  const namespace = io.of(NAMESPACE);
  const relay = createTurnRelay(namespace, (move) => {
    services.news?.tell(move);
    if (hasBroker) namespace.serverSideEmit("conversation-moved", move);
  });
  const queue = createConversationQueue({
    turns: services.turns,
    onSignal(conversationId, signal) {
      if (signal.type === "end" || signal.type === "abort")
        metrics.count("overture_turns_total", { outcome: signal.type });
      relay.relayTurn(conversationId, signal);
      if (signal.type === "end") silence.speak(conversationId, signal.logged);
    },
    onFailure(conversationId, error) {
      metrics.count("overture_turns_total", { outcome: "failure" });
      log.error({ conversationId, error }, "a turn failed");
    },
  });
  const clock = services.clock ?? SYSTEM_CLOCK;
  const silence = createSilenceListener({
    clock,
    onSilence: (site, conversationId, turnId) => queue.request(site, conversationId, { silentSince: turnId }),
  });
  const watching = services.people?.watch(clock, log);
  services.people?.listen((news) => {
    hearPerson(news);
    if (hasBroker) namespace.serverSideEmit("person-news", news);
    if (news.logged.event.type === "agent-left") void resume(news);
  });
  namespace.on("person-news", hearPerson);
  namespace.on("conversation-moved", (move) => services.news?.tell(move));
  const events = createShopperEvents({ ...services, queue, relay, silence, nowMs: () => clock.nowMs() });
  const admitted = new WeakMap<ShopperSocket, Credentials>();
  let draining = false;
  metrics.gauge("overture_connections", () => namespace.sockets.size);
  metrics.gauge("overture_turns_active", () => queue.active);
  metrics.gauge("overture_silences_awaited", () => silence.waiting);

  // Nothing is spoken of on the main namespace, and who is there is nobody's shopper.
  io.use((_socket, next) => next(connectError("site/unknown")));
  namespace.use((socket, next) => {
    admit(socket).then(
      (error) => next(error ?? undefined),
      (error: unknown) => {
        log.error({ error }, "a handshake failed");
        next(connectError("server/unavailable"));
      },
    );
  });

  namespace.on("connection", (socket) => {
    const credentials = admitted.get(socket);
    if (!credentials) throw new Error("A socket came in without passing authentication.");
    listen({ socket, credentials, visitorId: null, conversationId: null, site: credentials.site });
  });

  return {
    async drain(timeoutMs) {
      draining = true;
      watching?.stop();
      silence.stop();
      await queue.drain(timeoutMs);
      relay.abandonTurns();
    },
  };

  /** On every node: the shoppers hear it, and the agent gives way. */
  function hearPerson({ conversationId, logged }: PersonNews): void {
    if (logged.event.type !== "agent-left") queue.giveWay(conversationId);
    silence.hear(conversationId);
    relay.relayPerson(conversationId, logged);
  }

  /** The agent takes up what is open, on the node where the person left. */
  async function resume({ siteKey, conversationId, treatment }: PersonNews): Promise<void> {
    try {
      const site = await services.sites.byKey(siteKey);
      if (site) queue.request(treatedSite(site, treatment), conversationId, "look");
    } catch (error) {
      log.error({ conversationId, error }, "the agent could not go on after a person");
    }
  }

  /** The refusal, or null when the shopper may come in. */
  async function admit(socket: ShopperSocket): Promise<Error | null> {
    if (draining) return connectError("server/unavailable");
    const { headers, address, auth } = socket.handshake;
    const forwarded = headers["x-forwarded-for"];
    const authentication = await authenticateShopper(
      {
        auth,
        origin: headers.origin,
        userAgent: headers["user-agent"],
        address: clientAddress(
          address,
          Array.isArray(forwarded) ? forwarded.join() : forwarded,
          services.trustedProxies,
        ),
      },
      services,
    );
    if (!authentication.ok) return connectError(authentication.code);
    admitted.set(socket, authentication.credentials);
    return null;
  }

  function listen(shopper: Shopper): void {
    const { socket } = shopper;
    /** One tab's events are handled in the order they came. */
    let last: Promise<void> = Promise.resolve();
    let waiting = 0;
    // An event that happens to be called "error" would otherwise be thrown as one.
    socket.on("error", () => {});
    socket.on("disconnect", () => {
      if (shopper.conversationId === null) return;
      relay.leave(socket, shopper.conversationId);
      silence.leave(socket.id, shopper.conversationId);
    });
    socket.onAny((name: string, ...values: unknown[]) => {
      const isOutcome = name === ("signal" satisfies keyof ShopperToServer);
      const answer = answerer(values, (code) => {
        if (isOutcome) services.refusals.count(shopper.credentials.site.id, code);
      });
      if (waiting >= MAX_WAITING) return answer(refuse("rate/too-fast"));
      waiting += 1;
      last = last
        .then(() => receive(shopper, name, values, answer))
        .catch((error: unknown) => {
          log.error({ error, event: name.slice(0, 50) }, "an event could not be handled");
          answer(refuse("server/unavailable"));
        })
        .finally(() => {
          waiting -= 1;
        });
    });
  }

  async function receive(shopper: Shopper, name: string, values: unknown[], answer: Answer): Promise<void> {
    if (draining) return answer(refuse("server/unavailable"));
    const kind = events.get(name);
    const isWellFormed = values.length === 1 && typeof values[0] === "object" && values[0] !== null;
    // Refused events are counted too: nonsense must not come faster than sense.
    const key = shopper.visitorId ?? shopper.socket.id;
    if (!(await limits.allows(kind?.limited ?? "event", key))) return answer(refuse("rate/too-fast"));
    if (!kind || !isWellFormed) return answer(refuse("payload/invalid"));
    await kind.handle(shopper, values[0], answer);
  }

  /** Takes the acknowledgement function off the event's values. Without one there is nobody to answer. */
  function answerer(values: unknown[], onRefusal: (code: ErrorCode) => void): Answer {
    const acknowledge = typeof values.at(-1) === "function" ? values.pop() : null;
    let answered = false;
    return (acknowledgement) => {
      if (answered) return;
      answered = true;
      if (!acknowledgement.ok) onRefusal(acknowledgement.error.code);
      metrics.count("overture_events_total", {
        outcome: acknowledgement.ok ? "ok" : acknowledgement.error.code,
      });
      if (typeof acknowledge === "function") acknowledge(acknowledgement);
    };
  }
}

/** Arrives as `connect_error` with `data.code`. */
function connectError(code: Parameters<typeof refuse>[0]): Error {
  const { error } = refuse(code);
  return Object.assign(new Error(error.message), { data: { code: error.code } });
}
