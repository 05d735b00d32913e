/** [EXP-4] What counts of whom, and that the sums are those of a fresh count however they came to be. */
import fc from "fast-check";
import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { METRIC_KEYS } from "../../../server/experiment/metrics.ts";
import { connectionOfUrl, type Database, openDatabase } from "../../../server/store/database.ts";
import { recount, settle } from "../../../server/store/settle-experiments.ts";
import {
  day,
  type ExperimentFacts,
  experimentFacts,
  planOf,
  SECOND,
} from "../../support/experiment-facts.ts";
import { servers, storeOn } from "./store-on-servers.ts";

describe.each(servers)("on $name", (server) => {
  const scene = storeOn(server);
  let raw: Database;
  let other: Database;
  let sql: postgres.Sql;
  let facts: ExperimentFacts;

  beforeAll(() => {
    raw = openDatabase(connectionOfUrl(scene.database.databaseUrl));
    other = openDatabase(connectionOfUrl(scene.database.databaseUrl));
    sql = raw.sql;
  });
  afterAll(async () => {
    await raw.close();
    await other.close();
  });
  beforeEach(() => {
    facts = experimentFacts(sql, scene.siteId);
  });

  const settleAll = async (atOnce?: number, on = sql) => {
    while ((await settle(on, scene.siteId, atOnce)).settled > 0);
  };
  async function measuredOf(experimentId: string, visitorId: string, metric: string) {
    const [row] = await sql`
      select value, over_value as over, before_value as before, arm from experiment_values
      where experiment_id = ${experimentId} and visitor_id = ${visitorId} and metric = ${metric}`;
    return row ? { value: row.value, over: row.over, before: row.before, arm: row.arm } : null;
  }
  /** All that a report is made of, and what it was made of. */
  async function tables(experimentId: string) {
    const units = await sql`
      select visitor_id, arm, exposed_at, standing from experiment_units where experiment_id = ${experimentId} order by 1`;
    const values = await sql`
      select metric, visitor_id, arm, value, over_value, before_value from experiment_values
      where experiment_id = ${experimentId} order by 1, 2`;
    // A row of zeros is as none.
    const sums = await sql`
      select * from experiment_sums where experiment_id = ${experimentId} and (non_zero, over_sum, before_sum) <> (0, 0, 0)
      order by arm, metric`;
    const emptied = await sql`
      select arm, metric from experiment_sums where experiment_id = ${experimentId} and (non_zero, over_sum, before_sum) = (0, 0, 0)
        and (sum, sum_squares, over_squares, over_cross, before_squares, before_cross) <> (0, 0, 0, 0, 0, 0)`;
    const counts = await sql`
      select arm, standing, units from experiment_counts where experiment_id = ${experimentId} and units <> 0 order by 1, 2`;
    return {
      units: [...units],
      values: [...values],
      sums: [...sums],
      emptied: [...emptied],
      counts: [...counts],
    };
  }

  async function someone(days = 0, arm = "sociable") {
    const experiment = await facts.experiment();
    const visitor = await facts.visitor();
    await facts.exposed(experiment, visitor, arm, day(days));
    return { experiment, visitor };
  }

  describe("[EXP-4] a person's outcomes", () => {
    it("count from the exposure on and within the metric's window only", async () => {
      const { experiment, visitor } = await someone();
      await facts.ordered(visitor, { placedAt: day(7), value: 500 });
      await settleAll();
      expect(await measuredOf(experiment, visitor, "revenue")).toBeNull();
      await facts.ordered(visitor, { placedAt: day(0), value: 1_000 });
      await facts.ordered(visitor, { placedAt: day(7 - SECOND), value: 30 });
      await settleAll();
      expect(await measuredOf(experiment, visitor, "revenue")).toEqual({
        value: 1_030,
        over: null,
        before: 0,
        arm: "sociable",
      });
      expect(await measuredOf(experiment, visitor, "conversion")).toMatchObject({ value: 1, over: null });
      expect(await measuredOf(experiment, visitor, "order-value")).toMatchObject({ value: 1_030, over: 2 });
    });

    it("[EXP-8] before the exposure are kept apart, and hold nothing that came after it", async () => {
      const { experiment, visitor } = await someone();
      const order = await facts.ordered(visitor, { placedAt: day(-3), value: 1_000 });
      await facts.refunded(visitor, order, 100, day(-2));
      await facts.refunded(visitor, order, 300, day(2));
      await facts.ordered(visitor, { placedAt: day(-1), value: 50, cancelledAt: day(1) });
      await facts.ordered(visitor, { placedAt: day(-15), value: 7 });
      await facts.ordered(visitor, { placedAt: day(1), value: 20 });
      await settleAll();
      expect(await measuredOf(experiment, visitor, "revenue")).toMatchObject({ value: 20, before: 950 });
      expect(await measuredOf(experiment, visitor, "conversion")).toMatchObject({ value: 1, before: 1 });
    });

    it("are net of refunds, without what was cancelled, and no revenue in another currency", async () => {
      const { experiment, visitor } = await someone();
      const order = await facts.ordered(visitor, { placedAt: day(1), value: 1_000 });
      await facts.ordered(visitor, { placedAt: day(2), value: 5_000, cancelledAt: day(3) });
      await facts.ordered(visitor, { placedAt: day(2), value: 700, currency: "USD" });
      await settleAll();
      await facts.refunded(visitor, order, 400, day(9));
      await facts.refunded(visitor, order, 100, day(9), "USD");
      await settleAll();
      expect(await measuredOf(experiment, visitor, "revenue")).toMatchObject({ value: 600 });
      expect(await measuredOf(experiment, visitor, "order-value")).toMatchObject({ value: 600, over: 1 });
      await facts.refunded(visitor, order, 900, day(9));
      await settleAll();
      expect(await measuredOf(experiment, visitor, "revenue")).toBeNull();
      expect(await measuredOf(experiment, visitor, "conversion")).toMatchObject({ value: 1 });
    });

    it("count signed orders only where the plan trusts no other", async () => {
      const experiment = await facts.experiment(planOf({ purchases: "signed" }));
      const visitor = await facts.visitor();
      await facts.exposed(experiment, visitor, "sociable");
      await facts.ordered(visitor, { placedAt: day(1), value: 900, signed: false });
      await facts.ordered(visitor, { placedAt: day(1), value: 80 });
      await settleAll();
      expect(await measuredOf(experiment, visitor, "revenue")).toMatchObject({ value: 80 });
    });

    it("count up to the experiment's stop, however late they are settled", async () => {
      const { experiment, visitor } = await someone();
      await facts.ordered(visitor, { placedAt: day(1), value: 10 });
      await facts.ordered(visitor, { placedAt: day(2), value: 5 });
      await facts.stopped(experiment, day(2));
      await settleAll();
      expect(await measuredOf(experiment, visitor, "revenue")).toMatchObject({ value: 10 });
    });

    it("are what was clicked over what was shown, wanted, rated, and complained of", async () => {
      const { experiment, visitor } = await someone();
      const conversationId = await facts.conversation(visitor);
      const second = await facts.conversation(visitor);
      for (const sku of ["a", "b", "c", "a"])
        await facts.signalled(visitor, "card-view", day(1), { sku, conversationId });
      await facts.signalled(visitor, "card-view", day(2), { sku: "a", conversationId: second });
      for (const sku of ["a", "a", "d"])
        await facts.signalled(visitor, "card-click", day(1), { sku, conversationId });
      await facts.signalled(visitor, "cart-add", day(1), { sku: "a" });
      await facts.signalled(visitor, "satisfaction", day(1), { value: 5 });
      await facts.signalled(visitor, "satisfaction", day(2), { value: 3 });
      await facts.signalled(visitor, "opening-dismiss", day(-1));
      await facts.signalled(visitor, "page-delay", day(1), { value: 120.5 });
      await facts.signalled(visitor, "page-delay", day(1), { value: 1e12 });
      await settleAll();
      expect(await measuredOf(experiment, visitor, "card-click")).toMatchObject({
        value: 2,
        over: 5,
        before: 0,
      });
      expect(await measuredOf(experiment, visitor, "cart-add")).toMatchObject({ value: 1 });
      expect(await measuredOf(experiment, visitor, "satisfaction")).toMatchObject({ value: 8, over: 2 });
      expect(await measuredOf(experiment, visitor, "dismissal")).toMatchObject({ value: 0, before: 1 });
      expect(await measuredOf(experiment, visitor, "page-delay")).toMatchObject({ value: 60_120.5, over: 2 });
      expect(await measuredOf(experiment, visitor, "complaint")).toBeNull();
      await facts.signalled(visitor, "turn-rate", day(3), { value: -1 });
      await settleAll();
      expect(await measuredOf(experiment, visitor, "complaint")).toMatchObject({ value: 1 });
    });

    it("tell a panel closed at once from one that was read", async () => {
      const { experiment, visitor } = await someone();
      await facts.signalled(visitor, "panel-open", day(1));
      await facts.signalled(visitor, "panel-close", day(1 + 6 * SECOND));
      await settleAll();
      expect(await measuredOf(experiment, visitor, "quick-close")).toBeNull();
      await facts.signalled(visitor, "panel-open", day(2));
      await facts.signalled(visitor, "panel-close", day(2 + 4 * SECOND));
      await settleAll();
      expect(await measuredOf(experiment, visitor, "quick-close")).toMatchObject({ value: 1 });
    });

    it("call a conversation engaged by its second message, and know who asked for a person", async () => {
      const { experiment, visitor } = await someone();
      const first = await facts.conversation(visitor);
      const second = await facts.conversation(visitor);
      await facts.happened(visitor, first, "message-stored", day(1));
      await facts.happened(visitor, second, "message-stored", day(1));
      await settleAll();
      expect(await measuredOf(experiment, visitor, "engaged")).toBeNull();
      await facts.happened(visitor, second, "message-stored", day(2));
      await facts.happened(visitor, second, "human-asked", day(2));
      await settleAll();
      expect(await measuredOf(experiment, visitor, "engaged")).toMatchObject({ value: 1 });
      expect(await measuredOf(experiment, visitor, "human-asked")).toMatchObject({ value: 1 });
    });
  });

  describe("[EXP-1] [EXP-2] a person", () => {
    it("who is several visitors counts once, in the arm of the earliest exposure, with all they did", async () => {
      const experiment = await facts.experiment();
      const [phone, desk] = [await facts.visitor(), await facts.visitor()];
      await facts.exposed(experiment, phone, "sociable", day(0));
      await facts.exposed(experiment, desk, "sociable", day(1));
      await facts.ordered(phone, { placedAt: day(0.5), value: 10 });
      await facts.ordered(desk, { placedAt: day(2), value: 5 });
      await settleAll();
      expect(await measuredOf(experiment, phone, "revenue")).toMatchObject({ value: 10 });
      await facts.identified(phone, desk);
      await settleAll();
      expect(await measuredOf(experiment, phone, "revenue")).toBeNull();
      expect(await measuredOf(experiment, desk, "revenue")).toMatchObject({ value: 15 });
      const { counts, units } = await tables(experiment);
      expect(counts).toEqual([{ arm: "sociable", standing: "counted", units: "1" }]);
      expect(units).toMatchObject([{ visitor_id: desk, arm: "sociable" }]);
    });

    it("seen in two arms, or left out, is told of and counts nowhere", async () => {
      const experiment = await facts.experiment();
      const [phone, desk, bot] = [await facts.visitor(), await facts.visitor(), await facts.visitor()];
      await facts.exposed(experiment, phone, "sociable", day(0));
      await facts.exposed(experiment, desk, "informational", day(1));
      await facts.exposed(experiment, bot, "informational", day(1));
      for (const visitor of [phone, desk, bot]) await facts.ordered(visitor, { placedAt: day(2), value: 10 });
      await settleAll();
      await facts.identified(phone, desk);
      await facts.leftOut(bot, "bot");
      await settleAll();
      const { counts, values, sums } = await tables(experiment);
      expect(counts).toEqual([
        { arm: "informational", standing: "bot", units: "1" },
        { arm: "sociable", standing: "crossed", units: "1" },
      ]);
      expect({ values, sums }).toEqual({ values: [], sums: [] });
    });

    it("who is erased leaves nothing behind in any figure", async () => {
      const { experiment, visitor } = await someone();
      await facts.ordered(visitor, { placedAt: day(2), value: 10 });
      await settleAll();
      await facts.erased(visitor);
      await settleAll();
      expect(await tables(experiment)).toEqual({ units: [], values: [], sums: [], emptied: [], counts: [] });
    });
  });

  describe("settling", () => {
    /** A fact of one of a few visitors: which, of what kind, when, and a number. */
    const fact = fc.record({
      who: fc.integer({ min: 0, max: 4 }),
      kind: fc.constantFrom(
        "expose",
        "order",
        "refund",
        "cancel",
        "signal",
        "message",
        "alias",
        "leave-out",
        "erase",
      ),
      // Weighted towards what is seldom reached by chance: the days around the exposure.
      at: fc.double({ min: -3, max: 9, noNaN: true }),
      number: fc.integer({ min: 0, max: 100_000 }),
      settle: fc.constantFrom(0, 1, 3, 1_000),
    });
    type Fact = typeof fact extends fc.Arbitrary<infer T> ? T : never;
    const SIGNALS = [
      "card-view",
      "card-click",
      "cart-add",
      "turn-rate",
      "satisfaction",
      "opening-dismiss",
      "panel-open",
      "panel-close",
      "page-delay",
    ];

    async function live(
      experiments: string[],
      visitors: string[],
      talks: string[],
      one: Fact,
    ): Promise<void> {
      const visitor = visitors[one.who] ?? "";
      const [alive] = await sql`select id from visitors where id = ${visitor}`;
      if (!alive) return;
      const at = day(one.at);
      const [order] =
        await sql`select order_id from orders where visitor_id = ${visitor} order by value limit 1`;
      switch (one.kind) {
        case "expose":
          for (const experiment of experiments)
            await facts.exposed(experiment, visitor, one.number % 5 === 0 ? "sociable" : "informational", at);
          return;
        case "order":
          await facts.ordered(visitor, {
            placedAt: at,
            value: one.number,
            signed: one.number % 3 > 0,
            currency: one.number % 7 === 0 ? "USD" : "EUR",
          });
          return;
        case "refund":
          if (order) await facts.refunded(visitor, order.order_id, one.number, at);
          return;
        case "cancel":
          if (!order) return;
          await sql`update orders set cancelled_at = ${at} where order_id = ${order.order_id}`;
          await sql`insert into unsettled_visitors (site_id, visitor_id) values (${scene.siteId}, ${visitor})`;
          return;
        case "signal": {
          const type = SIGNALS[one.number % SIGNALS.length] ?? "";
          await facts.signalled(visitor, type, at, {
            value: (one.number % 50) / 7,
            sku: `sku-${one.number % 3}`,
          });
          return;
        }
        case "message":
          await facts.happened(
            visitor,
            talks[one.who] ?? "",
            one.number % 4 ? "message-stored" : "human-asked",
            at,
          );
          return;
        case "alias": {
          // Whoever is known already stays who they are.
          const root = visitors[one.number % visitors.length] ?? "";
          const free = await sql`
            select id from visitors where id in (${root}, ${visitor}) and alias_of is null and ${root} <> ${visitor}`;
          if (free.length === 2) await facts.identified(visitor, root);
          return;
        }
        case "leave-out":
          if (one.number % 3 === 0) await facts.leftOut(visitor, one.number % 2 ? "bot" : "staff");
          return;
        case "erase":
          if (one.number % 3 === 0) await facts.erased(visitor);
      }
    }

    async function scenery() {
      const experiments = [
        await facts.experiment(),
        await facts.experiment(planOf({ purchases: "signed", lookbackDays: 0 })),
      ];
      const visitors: string[] = [];
      const talks: string[] = [];
      for (let number = 0; number < 5; number++) {
        const visitor = await facts.visitor();
        visitors.push(visitor);
        talks.push(await facts.conversation(visitor));
        for (const experiment of experiments)
          await facts.exposed(
            experiment,
            visitor,
            number % 2 ? "sociable" : "informational",
            day(number / 4),
          );
      }
      return { experiments, visitors, talks };
    }

    async function expectExact(experiments: string[]) {
      for (const experiment of experiments) {
        const settled = await tables(experiment);
        expect(settled.emptied).toEqual([]);
        await recount(sql, experiment);
        expect(settled).toEqual(await tables(experiment));
      }
    }

    it("in any pieces and order, and twice, ends in what a fresh count gives", {
      timeout: 120_000,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fact, { minLength: 10, maxLength: 60 }), async (life) => {
          const { experiments, visitors, talks } = await scenery();
          for (const one of life) {
            await live(experiments, visitors, talks, one);
            if (one.settle > 0) await settle(sql, scene.siteId, one.settle);
          }
          await settleAll(2);
          // Whom nothing has happened to may be settled as well.
          for (const visitor of visitors)
            await sql`insert into unsettled_visitors (site_id, visitor_id) values (${scene.siteId}, ${visitor})`;
          await settleAll();
          await expectExact(experiments);
        }),
        { numRuns: 12, endOnFailure: true },
      );
    });

    it("by two servers at once, while things go on, ends in what a fresh count gives", {
      timeout: 120_000,
    }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fact, { minLength: 30, maxLength: 60 }), async (life) => {
          const { experiments, visitors, talks } = await scenery();
          let isOver = false;
          const server = async (on: postgres.Sql) => {
            while (!isOver) await settle(on, scene.siteId, 2);
          };
          const settling = [server(raw.sql), server(other.sql)];
          try {
            for (const one of life) await live(experiments, visitors, talks, one);
          } finally {
            isOver = true;
            await Promise.all(settling);
          }
          await settleAll();
          await expectExact(experiments);
        }),
        { numRuns: 4, endOnFailure: true },
      );
    });

    it("keeps sums that are those of the values, by every metric there is", async () => {
      const { experiments, visitors } = await scenery();
      for (const [place, visitor] of visitors.entries()) {
        await facts.ordered(visitor, { placedAt: day(2), value: 100 * (place + 1) });
        await facts.ordered(visitor, { placedAt: day(-1), value: 10 * place });
        for (const type of SIGNALS) await facts.signalled(visitor, type, day(1.5), { value: 2, sku: "a" });
      }
      await settleAll();
      const [experiment = ""] = experiments;
      const sums = await sql`
        select arm, non_zero, sum, sum_squares, before_sum, before_squares, before_cross from experiment_sums
        where experiment_id = ${experiment} and metric = 'revenue' order by arm`;
      // Persons 1, 3 are sociable; 0, 2, 4 informational.
      expect(sums.map((row) => [row.arm, ...Object.values(row).slice(1).map(Number)])).toEqual([
        ["informational", 3, 900, 350_000, 60, 2_000, 26_000],
        ["sociable", 2, 600, 200_000, 40, 1_000, 14_000],
      ]);
      const metrics =
        await sql`select distinct metric from experiment_sums where experiment_id = ${experiment}`;
      const without = ["engaged", "human-asked"];
      expect(metrics.map(({ metric }) => metric).sort()).toEqual(
        METRIC_KEYS.filter((key) => !without.includes(key)).sort(),
      );
    });
  });
});
