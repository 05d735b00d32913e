/** What stands beside the overview's figures: what the assistant adds, what has moved, and what was done. */
import { beforeEach, describe, expect, it } from "vitest";
import { createExperimentReports } from "../../../server/insight/experiment-reports.ts";
import { holdoutFigures, latestHoldout } from "../../../server/insight/holdout.ts";
import { movedFigures } from "../../../server/insight/moved-figures.ts";
import type { OverviewFigures } from "../../../server/insight/overview.ts";
import type { Store } from "../../../server/store/open-store.ts";
import { experimentFacts, planOf } from "../../support/experiment-facts.ts";
import { servers, storeOn } from "./store-on-servers.ts";

const HOLDOUT = { key: "holdout", name: "No widget", treatment: { widget: false }, weight: 0.2 };
const AS_IS = { key: "as-is", name: "With it", treatment: {}, weight: 0.8 };
const METRICS = [
  { metric: "conversion", windowDays: 7 },
  { metric: "revenue", windowDays: 7 },
] as const;
const holdoutPlan = (arms = [HOLDOUT, AS_IS]) => planOf({ arms, metrics: [...METRICS], guardrails: [] });

describe.each(servers)("the overview on $name", (server) => {
  const scene = storeOn(server);
  const { beside } = scene;
  let store: Store;
  let siteId: string;
  beforeEach(() => {
    ({ store, siteId } = scene);
  });

  async function crowds(arms = [HOLDOUT, AS_IS], size = 3_200): Promise<void> {
    await beside(async (sql) => {
      const facts = experimentFacts(sql, siteId);
      const experiment = await facts.experiment(holdoutPlan(arms));
      await facts.crowd(experiment, "holdout", { size: 800, orders: 120 });
      await facts.crowd(experiment, "as-is", { size, orders: size / 4 });
    });
    while ((await store.experimentFigures.settle(siteId)).isMore);
  }
  async function holdout() {
    const experiment = latestHoldout(await store.experiments.list(siteId));
    if (!experiment) return null;
    const rooms = { ledger: store.experimentFigures, book: store.experiments, now: () => new Date() };
    return holdoutFigures(experiment, await createExperimentReports(rooms).settled(experiment));
  }
  /** Visitors of an arm one by one: whether they have bought, and for how much. */
  async function byHand(arm: string) {
    return beside(async (sql) => {
      const rows = await sql<{ spent: number }[]>`
        select coalesce((
          select sum(value) from orders
          where orders.visitor_id = exposures.visitor_id and placed_at >= exposures.at
            and placed_at < exposures.at + interval '7 days'
        ), 0)::float8 as spent
        from exposures join visitors on visitors.id = exposures.visitor_id where arm = ${arm} and site_id = ${siteId}`;
      const bought = rows.filter(({ spent }) => spent > 0).length;
      const spent = rows.reduce((sum, row) => sum + row.spent, 0);
      return { visitors: rows.length, conversion: bought / rows.length, revenue: spent / rows.length };
    });
  }

  it("[ADM-14] tells how many more bought of those who had the assistant, as the rows have it", async () => {
    expect(await holdout()).toBeNull();
    await crowds();
    const [having, without] = [await byHand("as-is"), await byHand("holdout")];
    const found = await holdout();
    expect(found?.visitors).toEqual({ with: having.visitors, without: without.visitors });
    expect(found?.standing).toBe("sound");
    for (const metric of ["conversion", "revenue"] as const) {
      const told = found?.[metric];
      // Of money, the largest values are cut to the report's cap: that is cents here.
      const digits = metric === "revenue" ? 1 : 6;
      expect(told?.with).toBeCloseTo(having[metric], digits);
      expect(told?.without).toBeCloseTo(without[metric], digits);
      expect(told?.difference.value).toBeCloseTo(having[metric] - without[metric], digits);
      expect(told?.difference.low).toBeLessThan(told?.difference.value ?? 0);
      expect(told?.difference.high).toBeGreaterThan(told?.difference.value ?? 0);
    }
    // So that the two cannot agree on nothing.
    expect(having.conversion).toBe(0.25);
    expect(without.conversion).toBe(0.15);
  });

  it("[ADM-14] tells it the same way round where the holdout is not the control", async () => {
    await crowds([AS_IS, HOLDOUT]);
    const found = await holdout();
    expect(found?.conversion?.difference.value).toBeCloseTo(0.1, 6);
    expect(found?.conversion?.difference.low).toBeGreaterThan(0);
    expect(found?.conversion?.difference.high).toBeLessThan(0.2);
  });

  it("[ADM-14] concludes nothing where the arms' sizes cannot be chance", async () => {
    await crowds([HOLDOUT, AS_IS], 800);
    expect((await holdout())?.standing).toBe("unsound");
  });

  it("[ADM-16] lists what was done to the shop, the latest first, without what anything was set to", async () => {
    const record = (action: string, detail: Record<string, unknown>) =>
      store.audit.record(siteId, { by: "ada@velo.example", from: "local", action, detail });
    await record("settings/change", { settings: ["agent.tone"] });
    await record("settings/change", { settings: ["agent.name", "agent.tone"] });
    await record("site/set", { settings: ["model.key=sk_secret"] });
    await record("member/invite", { email: "bob@velo.example" });
    await beside(async (sql) => {
      const id = await experimentFacts(sql, siteId).experiment(holdoutPlan());
      await sql`insert into experiment_changes (experiment_id, at, changed_by, action, detail)
        values (${id}, now() - interval '1 hour', 'ada', 'started', '{}'), (${id}, now(), 'ada', 'created', '{}')`;
      await sql`insert into policy_changes (id, site_id, from_policy, to_policy, why, at)
        values (gen_random_uuid(), ${siteId}, 'rules', 'planner', 'It sells more.', now() - interval '2 hours')`;
      const counts = JSON.stringify({ added: 3, updated: 0, unchanged: 4, hidden: 0, removed: 1 });
      const nothing = JSON.stringify({ added: 0, updated: 0, unchanged: 7, hidden: 0 });
      for (const told of [counts, nothing])
        await sql`insert into catalog_imports (id, site_id, state, source, replaces, counts, started_at, finished_at)
          values (gen_random_uuid(), ${siteId}, 'applied', 'spring.csv', true, ${told}::text::jsonb,
            now() - interval '3 days', now() - interval '3 days')`;
    });
    const since = (days: number) => new Date(Date.now() - days * 86_400_000);
    const changes = await store.shopChanges.list(siteId, { since: since(7), limit: 50 });
    expect(changes).toMatchObject([
      { type: "setting", action: "site/set", fields: ["model.key"] },
      { type: "setting", action: "settings/change", times: 2, fields: ["agent.name", "agent.tone"] },
      { type: "experiment", name: "Who leads", action: "started", arm: null },
      { type: "policy", from: "rules", to: "planner", why: "It sells more." },
      { type: "catalog", source: "spring.csv", times: 1, added: 3, updated: 0, removed: 1 },
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/secret|ada@|bob@/);
    expect(await store.shopChanges.list(siteId, { since: since(2), limit: 50 })).toHaveLength(4);
    const other = await store.sites.create({ name: "Lux", origins: [], currency: "USD" });
    expect(await store.shopChanges.list(other.siteId, { since: since(7), limit: 50 })).toEqual([]);
  });
});

describe("[ADM-15] a figure has moved", () => {
  /** Days that differ by chance as days do. */
  const days = (part: Partial<OverviewFigures>, wobble = [0, 4, -3, 2, -4, 3, -2]): OverviewFigures[] =>
    wobble.map((off, nth) => {
      const all = { conversations: 100, engaged: 50, accepted: 20, orders: 10, revenue: 50_000, ...part };
      return { ...all, conversations: all.conversations + off, engaged: all.engaged + (nth % 3) };
    });
  const steady = days({});

  it("when it left what days differ by anyway, and which way it went stands beside it", () => {
    const [moved, ...others] = movedFigures(steady, days({ conversations: 160, engaged: 80, accepted: 32 }));
    expect(others).toEqual([]);
    expect(moved).toMatchObject({ figure: "conversations", before: 100, now: 160 });
    expect(moved?.change.value).toBeCloseTo(0.6, 2);
    expect(moved?.change.low).toBeGreaterThan(0.5);
    const [rate] = movedFigures(steady, days({ engaged: 30 }));
    expect(rate).toMatchObject({ figure: "engaged-rate" });
    expect(rate?.change.value).toBeCloseTo(-0.2, 2);
    expect(rate?.change.high).toBeLessThan(0);
  });

  it("not when days are as they were, nor when there is too little to tell", () => {
    expect(movedFigures(steady, days({}, [4, -3, 2, -4, 3, -2, 0]))).toEqual([]);
    expect(movedFigures(steady, days({ conversations: 103 }))).toEqual([]);
    const none = { conversations: 0, engaged: 0, accepted: 0, orders: 0, revenue: 0 };
    expect(movedFigures([none, none], [none, none])).toEqual([]);
    expect(movedFigures([none], [steady[0] ?? none])).toEqual([]);
  });

  it("by chance in one of twenty looks at the most, over all figures together", () => {
    let state = 7;
    const chance = () => {
      state = (state * 16_807) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const about = (mean: number) => mean + (chance() + chance() + chance() - 1.5) * Math.sqrt(mean) * 2;
    const week = () =>
      Array.from({ length: 7 }, () => {
        const conversations = about(200);
        const [engaged, accepted] = [conversations * about(0.5), conversations * 0.2 + chance() * 9];
        return { conversations, engaged, accepted, orders: about(30), revenue: about(900) };
      });
    let alarms = 0;
    for (let look = 0; look < 400; look++) if (movedFigures(week(), week()).length > 0) alarms += 1;
    expect(alarms / 400).toBeLessThan(0.08);
  });
});
