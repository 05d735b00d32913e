/** [POL-7] Learning over the real store: each conversation once, posterior and marks in step, judged by the same log. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Strategy } from "../../../server/dialogue/strategies.ts";
import {
  isDue,
  learnerFrom,
  learnOnce,
  startLearnSchedule,
} from "../../../server/learn/online/learn-schedule.ts";
import { connectionOfUrl, type Database, openDatabase } from "../../../server/store/database.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { openPolicy } from "../../../server/turn/policy-shelf.ts";
import { turn } from "../../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let store: Store;
let raw: Database;
let siteId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  raw = openDatabase(connectionOfUrl(database.databaseUrl));
});
afterAll(async () => {
  await raw.close();
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
});

const HOUR_MS = 3_600_000;
const later = () => new Date(Date.now() + HOUR_MS);

async function talk(strategies: Strategy[], accepted = false, visitor?: string) {
  const visitorId = visitor ?? (await store.visitors.create(siteId));
  const { conversationId } = await store.desk.open({
    ...{ siteId, visitorId, fresh: true, mode: "sociable" as const, locale: "en" },
    page: { url: "https://velo.example/" },
  });
  for (const [index, strategy] of strategies.entries()) {
    const step = {
      strategy,
      propensity: 0.5,
      distribution: { [strategy]: 0.5, yield: 0.5 },
      masked: { housekeeping: "nothing grounded to say" },
      features: { turn: index },
    };
    const decision = { policy: "rules", policyVersion: "2", steps: [step], reasons: [] };
    await store.log.appendTurn(conversationId, index, [turn(randomUUID(), { strategies, decision })]);
  }
  if (accepted) await store.desk.storeSignal(conversationId, { id: randomUUID(), type: "cart-add" });
  return { conversationId, visitorId };
}
const newest = async () => {
  const file = await store.policies.read(siteId, "bandit", null);
  return file as { version: string; model: { learned: { conversations: number } } } | null;
};

describe("[POL-7] a site's bandit", () => {
  it("learns from conversations that are over, each exactly once", async () => {
    await talk(["credibility", "opinion-inquiry"], true);
    await talk(["credibility"]);
    // Half an hour has to pass in silence.
    expect(await learnOnce(store.learning, siteId, new Date())).toBeNull();
    expect(await learnOnce(store.learning, siteId, later())).toEqual({ version: "2", learned: 2 });
    expect(await learnOnce(store.learning, siteId, later())).toBeNull();
    await talk(["credibility"]);
    expect(await learnOnce(store.learning, siteId, later())).toEqual({ version: "3", learned: 1 });
    expect((await newest())?.model.learned.conversations).toBe(3);
  });

  it("loses and repeats nothing when it is stopped in the middle", async () => {
    await talk(["credibility"], true);
    const broken = store.learning.learn(siteId, { now: later(), limit: 10 }, (stored) => {
      const learner = learnerFrom(stored);
      return {
        ...learner,
        added: 1,
        add: (...talkAndBefore) => learner.add(...talkAndBefore),
        file: () => {
          throw new Error("the process ends");
        },
      };
    });
    await expect(broken).rejects.toThrow("the process ends");
    expect(await newest()).toBeNull();
    expect(await learnOnce(store.learning, siteId, later())).toEqual({ version: "1", learned: 1 });
  });

  it("is taught by one node at a time", async () => {
    for (let index = 0; index < 5; index++) await talk(["credibility"]);
    const rounds = await Promise.all([1, 2, 3].map(() => learnOnce(store.learning, siteId, later())));
    expect(rounds.reduce((sum, round) => sum + (round?.learned ?? 0), 0)).toBe(5);
    expect((await newest())?.model.learned.conversations).toBe(5);
  });

  it("counts a visitor who comes often for little more than one", async () => {
    const { visitorId } = await talk(["credibility"]);
    await learnOnce(store.learning, siteId, later());
    await talk(["credibility"], false, visitorId);
    const earlier: number[] = [];
    await store.learning.learn(siteId, { now: later(), limit: 10 }, (stored) => {
      const learner = learnerFrom(stored);
      return {
        get added() {
          return learner.added;
        },
        add(logged, before) {
          earlier.push(before);
          learner.add(logged, before);
        },
        file: (at) => learner.file(at),
      };
    });
    expect(earlier).toEqual([1]);
  });

  it("is the newest version wherever its name alone stands, and the untaught one before that", async () => {
    const versionInUse = async () => {
      const opening = await openPolicy(store.policies, siteId, "bandit");
      return opening.ok ? opening.policy.version : opening.why;
    };
    expect(await versionInUse()).toBe("0");
    await talk(["credibility"], true);
    await learnOnce(store.learning, siteId, later());
    expect(await versionInUse()).toBe("1");
    await talk(["credibility"], true);
    await learnOnce(store.learning, siteId, later());
    expect(await versionInUse()).toBe("2");
    expect((await store.policies.list(siteId)).map(({ file }) => file.version)).toEqual(["2"]);
    // A version that a decision names stays what it was.
    expect(await store.policies.read(siteId, "bandit", "1")).toMatchObject({ version: "1" });
  });

  it("learns by itself at the sites that use it, and at no other", async () => {
    const idle = siteId;
    await talk(["credibility"]);
    ({ siteId } = await store.sites.create({ name: "Other", origins: [], currency: "EUR" }));
    await store.policies.use(siteId, "bandit", { why: "", by: "a test" });
    for (let index = 0; index < 12; index++) await talk(["credibility"], index % 2 === 0);
    let rounds = 0;
    let asleep: () => void;
    const firstRound = new Promise<void>((resolve) => {
      asleep = resolve;
    });
    const learning = startLearnSchedule({
      desk: store.learning,
      log: { info: () => {}, error: (fields) => expect(fields).toBeUndefined() },
      clock: {
        now: later,
        sleep: (_, signal) => {
          rounds += 1;
          asleep();
          return new Promise((_resolve, reject) => {
            signal.addEventListener("abort", () => reject(new Error("stopped")));
          });
        },
      },
    });
    await firstRound;
    await learning.stop();
    expect(rounds).toBe(1);
    expect((await newest())?.version).toBe("12");
    expect(await store.policies.read(idle, "bandit", null)).toBeNull();
  });

  it("[EXP-3] learns also where it is an arm, for as long as the experiment is under way", async () => {
    const isTaught = async () => (await store.learning.sites()).includes(siteId);
    const arm = (key: string, policy: string) => ({ key, name: key, treatment: { policy }, weight: 0.5 });
    const plan = {
      ...{
        hypothesis: "",
        arms: [arm("rules", "rules"), arm("bandit", "bandit")],
        guardrails: [],
        namespace: null,
      },
      metrics: [{ metric: "conversion" as const, windowDays: 7 }],
      ...{ alpha: 0.05, minimumEffect: 0.03, power: 0.8, plannedVisitors: 1_000, lookbackDays: 0 },
      purchases: "signed" as const,
    };
    const { experiments } = store;
    await experiments.create(siteId, { key: "learns", name: "", plan }, "mara");
    expect(await isTaught()).toBe(false);
    await experiments.start(siteId, "learns", 1, "mara");
    expect(await isTaught()).toBe(true);
    // Who was in it is still treated by it.
    await experiments.pause(siteId, "learns", "mara", "");
    expect(await isTaught()).toBe(true);
    const decision = { arm: "bandit", verdict: "", note: "", by: "mara" };
    await experiments.stop(siteId, "learns", decision);
    expect(await isTaught()).toBe(false);
    // As the winner it goes on.
    await experiments.ship(siteId, "learns", { arm: null, by: "mara", isForced: false });
    expect(await isTaught()).toBe(true);
  });

  it("waits until there is something worth a version, but not for ever", () => {
    const now = new Date();
    const justNow = new Date(now.getTime() - 60_000);
    const longAgo = new Date(now.getTime() - 30 * HOUR_MS);
    expect(isDue({ learned: 0, waiting: 9, waitingSince: justNow }, now)).toBe(false);
    expect(isDue({ learned: 0, waiting: 10, waitingSince: justNow }, now)).toBe(true);
    expect(isDue({ learned: 5_000, waiting: 90, waitingSince: justNow }, now)).toBe(false);
    expect(isDue({ learned: 5_000, waiting: 100, waitingSince: justNow }, now)).toBe(true);
    expect(isDue({ learned: 5_000, waiting: 1, waitingSince: longAgo }, now)).toBe(true);
    expect(isDue({ learned: 0, waiting: 0, waitingSince: null }, now)).toBe(false);
  });
});

describe("[POL-7] logged conversations", () => {
  const read = async (since: Date | null = null) => {
    const found = [];
    for await (const talks of store.talks.finished(siteId, { since, by: later() })) found.push(...talks);
    return found;
  };

  it("hold chances, acts and the outcome, up to the turn that led to it", async () => {
    const { conversationId, visitorId } = await talk(["credibility"], true);
    // What is said after the acceptance has not led to it.
    const after = { policy: "rules", policyVersion: "2", steps: [], reasons: [] };
    await store.log.appendTurn(conversationId, 1, [turn(randomUUID(), { decision: after })]);
    const refused = await talk(["opinion-inquiry", "credibility"]);
    expect(await read()).toEqual([
      {
        conversationId,
        visitorId,
        accepted: true,
        turns: [
          [
            {
              strategy: "credibility",
              propensity: 0.5,
              distribution: { credibility: 0.5, yield: 0.5 },
              features: { turn: 0 },
            },
          ],
        ],
      },
      expect.objectContaining({ conversationId: refused.conversationId, accepted: false }),
    ]);
    expect((await read())[1]?.turns).toHaveLength(2);
    expect(await read(later())).toEqual([]);
  });

  it("are read on where the last few ended, and gone when they are erased", async () => {
    const count = 230;
    const { conversationId } = await talk(["credibility"]);
    await raw.sql`
      insert into conversations (id, site_id, visitor_id, mode, locale, turns, opened_at)
      select gen_random_uuid(), site_id, visitor_id, mode, locale, turns, opened_at
      from conversations, generate_series(1, ${count}::integer) where id = ${conversationId}`;
    await raw.sql`
      insert into decisions (conversation_id, position, site_id, turn_id, at, policy, policy_version, strategies, record)
      select conversations.id, decisions.position, decisions.site_id, turn_id, at, policy, policy_version, strategies, record
      from conversations, decisions
      where conversations.site_id = ${siteId} and decisions.conversation_id = ${conversationId}
        and conversations.id <> ${conversationId}`;
    const all = await read();
    expect(new Set(all.map((logged) => logged.conversationId)).size).toBe(count + 1);
    await store.desk.erase(conversationId);
    expect(await read()).toEqual([]);
  });
});
