/** What happens to the visitors of an experiment, put into the tables as the gateway puts it, with the note that goes with it. */
import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { ExperimentPlan } from "../../server/experiment/plan.ts";

export const DAY_MS = 86_400_000;
export const T0 = Date.UTC(2026, 2, 1, 12);
/** Days after the first exposure, which may be fractions or negative. */
export const day = (days: number) => new Date(T0 + days * DAY_MS).toISOString();
export const SECOND = 1 / 86_400;

export function planOf(changes: Partial<ExperimentPlan> = {}): ExperimentPlan {
  return {
    hypothesis: "An agent who leads sells more.",
    arms: [
      { key: "informational", name: "Informational", treatment: { mode: "informational" }, weight: 0.5 },
      { key: "sociable", name: "Sociable", treatment: { mode: "sociable" }, weight: 0.5 },
    ],
    metrics: [
      { metric: "conversion", windowDays: 7 },
      { metric: "revenue", windowDays: 7 },
      { metric: "order-value", windowDays: 7 },
      { metric: "cart-add", windowDays: 7 },
      { metric: "card-click", windowDays: 7 },
      { metric: "engaged", windowDays: 7 },
      { metric: "satisfaction", windowDays: 7 },
    ],
    guardrails: [
      { metric: "dismissal", windowDays: 7, margin: 0 },
      { metric: "quick-close", windowDays: 7, margin: 0 },
      { metric: "human-asked", windowDays: 7, margin: 0 },
      { metric: "complaint", windowDays: 7, margin: 0 },
      { metric: "page-delay", windowDays: 7, margin: 0 },
    ],
    namespace: null,
    alpha: 0.05,
    minimumEffect: 0.02,
    power: 0.8,
    plannedVisitors: 4_000,
    purchases: "reported",
    lookbackDays: 14,
    ...changes,
  };
}

export interface Order {
  placedAt: string;
  value: number;
  currency?: string;
  signed?: boolean;
  cancelledAt?: string;
}

export type ExperimentFacts = ReturnType<typeof experimentFacts>;

/** @param sql not a transaction: each fact is committed with its note. */
export function experimentFacts(sql: postgres.Sql, siteId: string) {
  const note = (visitorId: string) =>
    sql`insert into unsettled_visitors (site_id, visitor_id) values (${siteId}, ${visitorId})`;
  /** Two statements where one would do: nothing settles between them but in tests of just that. */
  const noted = async (visitorId: string, ...facts: (() => Promise<unknown>)[]) => {
    for (const fact of facts) await fact();
    await note(visitorId);
  };
  return {
    async experiment(plan = planOf(), state = "running") {
      const id = randomUUID();
      await sql`
        insert into experiments (id, site_id, key, name, state, plan, seed, coverage, started_at)
        values (${id}, ${siteId}, ${id.slice(0, 8)}, 'Who leads', ${state}, ${JSON.stringify(plan)}::text::jsonb, ${id}, 1, ${day(-1)})`;
      return id;
    },
    /** Many at once, each exposed to the arm; the first of them do what is said, a day later. */
    async crowd(
      experimentId: string,
      arm: string,
      { size, signals = {}, orders = 0 }: { size: number; signals?: Record<string, number>; orders?: number },
    ) {
      await sql`
        with people as (
          insert into visitors (id, site_id) select gen_random_uuid(), ${siteId} from generate_series(1, ${size}) returning id
        ), numbered as (select id, row_number() over () as nth from people), shown as (
          insert into exposures (experiment_id, visitor_id, arm, at) select ${experimentId}, id, ${arm}, ${day(0)} from people
        ), told as (
          insert into outcomes (visitor_id, signal_id, site_id, type, at)
          select id, gen_random_uuid(), ${siteId}, key, ${day(1)}
          from numbered join jsonb_each_text(${JSON.stringify(signals)}::text::jsonb) as signal on nth <= signal.value::integer
        ), bought as (
          insert into orders (site_id, order_id, visitor_id, placed_at, value, currency, signed)
          select ${siteId}, id::text, id, ${day(1)}, 1000 + 10 * nth, 'EUR', true from numbered where nth <= ${orders}
        )
        insert into unsettled_visitors (site_id, visitor_id) select ${siteId}, id from people`;
    },
    async visitor() {
      const id = randomUUID();
      await sql`insert into visitors (id, site_id) values (${id}, ${siteId})`;
      return id;
    },
    async exposed(experimentId: string, visitorId: string, arm: string, at = day(0)) {
      await noted(
        visitorId,
        () => sql`
        insert into exposures (experiment_id, visitor_id, arm, at) values (${experimentId}, ${visitorId}, ${arm}, ${at})
        on conflict do nothing`,
      );
    },
    async ordered(visitorId: string, { placedAt, value, ...order }: Order) {
      const id = randomUUID();
      await noted(
        visitorId,
        () => sql`
        insert into orders (site_id, order_id, visitor_id, placed_at, value, currency, signed, cancelled_at)
        values (${siteId}, ${id}, ${visitorId}, ${placedAt}, ${value}, ${order.currency ?? "EUR"}, ${order.signed ?? true},
          ${order.cancelledAt ?? null})`,
      );
      return id;
    },
    async refunded(visitorId: string, orderId: string, value: number, at: string, currency = "EUR") {
      await noted(
        visitorId,
        () => sql`
        insert into order_refunds (site_id, order_id, refund_id, value, currency, at)
        values (${siteId}, ${orderId}, ${randomUUID()}, ${value}, ${currency}, ${at})`,
        () =>
          sql`update orders set refunded = refunded + ${value} where site_id = ${siteId} and order_id = ${orderId}`,
      );
    },
    async signalled(
      visitorId: string,
      type: string,
      at: string,
      detail: { value?: number; sku?: string; conversationId?: string } = {},
    ) {
      await noted(
        visitorId,
        () => sql`
        insert into outcomes (visitor_id, signal_id, site_id, conversation_id, type, sku, value, at)
        values (${visitorId}, ${randomUUID()}, ${siteId}, ${detail.conversationId ?? null}, ${type}, ${detail.sku ?? null},
          ${detail.value ?? null}, ${at})`,
      );
    },
    async conversation(visitorId: string) {
      const id = randomUUID();
      await sql`
        insert into conversations (id, site_id, visitor_id, mode, locale) values (${id}, ${siteId}, ${visitorId}, 'sociable', 'en')`;
      return id;
    },
    async happened(
      visitorId: string,
      conversationId: string,
      type: "message-stored" | "human-asked",
      at: string,
    ) {
      await noted(
        visitorId,
        () => sql`
        insert into events (conversation_id, position, at, type, body, client_id, visitor_id)
        select ${conversationId}, 1 + coalesce(max(position), 0), ${at}, ${type}, '{}', ${randomUUID()}, ${visitorId}
        from events where conversation_id = ${conversationId}`,
      );
    },
    /** The first visitor, and whoever is an alias of it, turns out to be the second. */
    async identified(visitorId: string, as: string) {
      await noted(
        visitorId,
        () => sql`update visitors set alias_of = ${as} where id = ${visitorId} or alias_of = ${visitorId}`,
        () => note(as),
      );
    },
    async leftOut(visitorId: string, reason: string) {
      await noted(
        visitorId,
        () => sql`update visitors set left_out = ${reason} where id = ${visitorId} and left_out is null`,
      );
    },
    async erased(visitorId: string) {
      // What hangs on it goes with it; those who were its aliases are persons of their own again.
      const others = await sql<{ id: string }[]>`select id from visitors where alias_of = ${visitorId}`;
      const [own] = await sql<
        { root: string | null }[]
      >`select alias_of as root from visitors where id = ${visitorId}`;
      await noted(
        visitorId,
        () =>
          sql.begin(async (transaction) => {
            await transaction`select set_config('overture.erasing', 'on', true)`;
            await transaction`delete from visitors where id = ${visitorId}`;
          }),
        ...[...others.map(({ id }) => id), ...(own?.root ? [own.root] : [])].map((id) => () => note(id)),
      );
    },
    async stopped(experimentId: string, at: string) {
      await sql`update experiments set state = 'stopped', stopped_at = ${at} where id = ${experimentId}`;
    },
  };
}
