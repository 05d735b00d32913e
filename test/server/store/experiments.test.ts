import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import type { ExperimentPlan, Treatment } from "../../../server/experiment/plan.ts";
import type { Experiment } from "../../../server/experiment/ports.ts";
import { SETTLING_LOCK } from "../../../server/store/settle-experiments.ts";
import { servers, storeOn } from "./store-on-servers.ts";

const [embedded] = servers;
if (!embedded) throw new Error("the embedded server is always there");
const scene = storeOn(embedded);
const BY = "mara";

function planOf(treatments: Treatment[], changes: Partial<ExperimentPlan> = {}): ExperimentPlan {
  return {
    hypothesis: "Talking helps.",
    arms: treatments.map((treatment, index) => {
      return { key: `arm-${index}`, name: `Arm ${index}`, treatment, weight: 1 / treatments.length };
    }),
    metrics: [{ metric: "conversion", windowDays: 7 }],
    guardrails: [{ metric: "complaint", windowDays: 7, margin: 0 }],
    ...{ namespace: null, alpha: 0.05, minimumEffect: 0.03, power: 0.8, plannedVisitors: 4_000 },
    ...{ purchases: "signed", lookbackDays: 14 },
    ...changes,
  };
}
const MODES: Treatment[] = [{ mode: "sociable" }, { mode: "informational" }];
const QUIET: Treatment[] = [{}, { initiative: false }];

type Answer =
  | { ok: true; experiment: Experiment }
  | { ok: false; refusals: { code: string; message: string }[] };

async function granted(answer: Promise<Answer>): Promise<Experiment> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.experiment;
}
async function codeOf(answer: Promise<Answer>): Promise<string | undefined> {
  const result = await answer;
  return result.ok ? undefined : result.refusals[0]?.code;
}
const book = () => scene.store.experiments;
const create = (key: string, treatments = MODES, changes: Partial<ExperimentPlan> = {}) =>
  granted(book().create(scene.siteId, { key, name: key, plan: planOf(treatments, changes) }, BY));
const start = (key: string, coverage = 1) => book().start(scene.siteId, key, coverage, BY);
async function running(key: string, treatments = MODES, changes: Partial<ExperimentPlan> = {}) {
  await create(key, treatments, changes);
  return granted(start(key));
}
async function stopped(key: string, treatments: Treatment[], arm: string | null = "arm-1") {
  await running(key, treatments);
  return granted(book().stop(scene.siteId, key, { arm, verdict: "better", note: "", by: BY }));
}
const siteNow = async () => {
  const site = await scene.store.sites.byId(scene.siteId);
  if (!site) throw new Error("the site is there");
  return site;
};
const storedSettings = () =>
  scene.beside(async (sql) => (await sql`select mode, settings from sites where id = ${scene.siteId}`)[0]);

it("[EXP-4] stops by the clock of the database, and never while figures are settled", async () => {
  await running("talk");
  const stop = await scene.beside((sql) =>
    sql.begin(async (settling) => {
      await settling`select pg_advisory_xact_lock(hashtext(${SETTLING_LOCK}), hashtext(${scene.siteId}))`;
      const ended = book().stop(scene.siteId, "talk", { arm: null, verdict: "collecting", note: "", by: BY });
      await vi.waitUntil(async () => {
        const waiting = await settling`
          select from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`;
        return waiting.length > 0;
      });
      const [row] = await settling<{ now: number }[]>`
        select extract(epoch from clock_timestamp())::double precision * 1000 as now`;
      return { ended, settledAt: row?.now ?? Number.POSITIVE_INFINITY };
    }),
  );
  const { stoppedAt } = await granted(stop.ended);
  expect(Date.parse(stoppedAt ?? "")).toBeGreaterThanOrEqual(stop.settledAt);
});

describe("[EXP-11] an experiment's life", () => {
  it("goes from a draft to the archive, and who did what is kept", async () => {
    await create("talk");
    await granted(book().change(scene.siteId, "talk", { name: "Talk or facts" }, BY));
    const begun = await granted(start("talk", 0.1));
    expect(begun).toMatchObject({ state: "running", coverage: 0.1, name: "Talk or facts" });
    expect(begun.startedAt).not.toBeNull();
    await granted(book().ramp(scene.siteId, "talk", 0.5, "jo"));
    await granted(book().pause(scene.siteId, "talk", BY, "stock-taking"));
    await granted(book().resume(scene.siteId, "talk", BY));
    const ended = await granted(
      book().stop(scene.siteId, "talk", { arm: "arm-1", verdict: "better", note: "three points", by: BY }),
    );
    expect(ended).toMatchObject({
      state: "stopped",
      seed: begun.seed,
      decision: { arm: "arm-1", verdict: "better", note: "three points", by: BY, shipped: null },
    });
    expect((await granted(book().archive(scene.siteId, "talk", BY))).state).toBe("archived");
    const changes = await book().changes(scene.siteId, "talk");
    expect(changes.map(({ action, by }) => `${action} by ${by}`)).toEqual([
      "created by mara",
      "changed by mara",
      "started by mara",
      "ramped by jo",
      "paused by mara",
      "resumed by mara",
      "stopped by mara",
      "archived by mara",
    ]);
    expect(changes[3]?.detail).toEqual({ from: 0.1, to: 0.5 });
    expect(changes[4]?.detail).toEqual({ note: "stock-taking" });
  });

  it("freezes the plan at the start, with what its arms leave to the site", async () => {
    await scene.store.policies.use(scene.siteId, "rules", { why: "", by: "a test" });
    await create("talk", [{}, { mode: "informational" }]);
    const { plan } = await granted(start("talk"));
    // The policy is left to the site by every arm, so that it is no part of the comparison.
    expect(plan.arms.map(({ treatment }) => treatment)).toEqual([
      { mode: "sociable" },
      { mode: "informational" },
    ]);
    expect(await codeOf(book().change(scene.siteId, "talk", { plan: planOf(QUIET) }, BY))).toBe(
      "experiment/frozen",
    );
    expect(await codeOf(book().change(scene.siteId, "talk", { name: "New" }, BY))).toBe("experiment/frozen");
    expect((await book().read(scene.siteId, "talk"))?.plan).toEqual(plan);
  });

  it("takes more of the traffic, never less", async () => {
    await running("talk");
    expect(await codeOf(book().ramp(scene.siteId, "talk", 0.5, BY))).toBe("experiment/coverage-shrinks");
    expect(await codeOf(book().ramp(scene.siteId, "talk", 1.5, BY))).toBe("experiment/coverage-outside");
    await create("quiet", QUIET);
    expect(await codeOf(start("quiet", 0))).toBe("experiment/coverage-outside");
    expect(await codeOf(book().ramp(scene.siteId, "quiet", 0.5, BY))).toBe("experiment/not-running");
  });

  it("knows no way back, and each refusal leaves everything as it was", async () => {
    await create("talk");
    const { siteId } = scene;
    const stop = () => book().stop(siteId, "talk", { arm: null, verdict: "", note: "", by: BY });
    expect(await codeOf(book().pause(siteId, "talk", BY, ""))).toBe("experiment/not-running");
    expect(await codeOf(stop())).toBe("experiment/not-running");
    expect(await codeOf(book().archive(siteId, "talk", BY))).toBe("experiment/not-stopped");
    await granted(start("talk"));
    expect(await codeOf(start("talk"))).toBe("experiment/under-way");
    expect(await codeOf(book().resume(siteId, "talk", BY))).toBe("experiment/not-paused");
    expect(await codeOf(book().remove(siteId, "talk"))).toBe("experiment/not-a-draft");
    expect(
      await codeOf(book().stop(siteId, "talk", { arm: "none such", verdict: "", note: "", by: BY })),
    ).toBe("experiment/arm-unknown");
    await granted(stop());
    expect(await codeOf(stop())).toBe("experiment/not-running");
    expect(await codeOf(start("talk"))).toBe("experiment/not-a-draft");
    expect((await book().changes(siteId, "talk")).map(({ action }) => action)).toEqual([
      "created",
      "started",
      "stopped",
    ]);
    expect(await codeOf(book().pause(siteId, "unheard-of", BY, ""))).toBe("experiment/unknown");
    expect(await codeOf(book().create(siteId, { key: "talk", name: "Again", plan: planOf(MODES) }, BY))).toBe(
      "experiment/key-taken",
    );
  });

  it("of a draft may end without a trace", async () => {
    await create("talk");
    await granted(book().remove(scene.siteId, "talk"));
    expect(await book().read(scene.siteId, "talk")).toBeNull();
    expect(await book().list(scene.siteId)).toEqual([]);
  });

  it("is its own site's", async () => {
    await create("talk");
    const { siteId } = await scene.store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    expect(await book().read(siteId, "talk")).toBeNull();
    expect(await codeOf(book().start(siteId, "talk", 1, BY))).toBe("experiment/unknown");
    expect(await book().changes(siteId, "talk")).toEqual([]);
  });
});

describe("[EXP-1] two experiments on the same visitors", () => {
  it("never vary the same thing", async () => {
    await running("talk");
    await create("facts", [{}, { mode: "informational" }]);
    const answer = await start("facts");
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: "experiment/overlaps" }] });
    expect(!answer.ok && answer.refusals[0].message).toContain("“talk”");
    // A paused one still has its visitors.
    await granted(book().pause(scene.siteId, "talk", BY, ""));
    expect(await codeOf(start("facts"))).toBe("experiment/overlaps");
    await granted(book().stop(scene.siteId, "talk", { arm: null, verdict: "", note: "", by: BY }));
    expect(await codeOf(start("facts"))).toBeUndefined();
  });

  it("do where a namespace keeps them apart", async () => {
    const part = (start: number, end: number) => ({ namespace: { id: "front", start, end } });
    await running("left", MODES, part(0, 0.5));
    await create("right", MODES, part(0.5, 1));
    await create("middle", MODES, part(0.4, 0.6));
    await create("elsewhere", MODES, { namespace: { id: "back", start: 0.5, end: 1 } });
    expect(await codeOf(start("right"))).toBeUndefined();
    expect(await codeOf(start("middle"))).toBe("experiment/overlaps");
    expect(await codeOf(start("elsewhere"))).toBe("experiment/overlaps");
    expect(await book().interacting(scene.siteId, "left")).toEqual([]);
  });

  it("may vary different things, and each knows of the other", async () => {
    await running("talk");
    await create("quiet", QUIET);
    expect(await book().interacting(scene.siteId, "quiet")).toEqual(["talk"]);
    expect(await start("quiet")).toMatchObject({ ok: true, interacting: ["talk"] });
    expect(await book().interacting(scene.siteId, "talk")).toEqual(["quiet"]);
    await granted(book().stop(scene.siteId, "talk", { arm: null, verdict: "", note: "", by: BY }));
    // Both ran at once for a time, and that stays so; who comes later meets only what is left.
    expect(await book().interacting(scene.siteId, "talk")).toEqual(["quiet"]);
    await create("later", [{}, { policy: "rules" }]);
    expect(await book().interacting(scene.siteId, "later")).toEqual(["quiet"]);
  });

  it("never both win when they are started at once", async () => {
    const keys = ["a", "b", "c", "d", "e"];
    for (const key of keys) await create(key);
    const codes = await Promise.all(keys.map((key) => codeOf(start(key))));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === "experiment/overlaps")).toHaveLength(4);
  });
});

describe("[EXP-4] a guardrail that is crossed", () => {
  const halt = (arm: string) => {
    return {
      arm,
      metric: "complaint" as const,
      at: "2026-03-01T12:00:00.000Z",
      why: "4 points more complaints",
    };
  };

  it("halts the arm, once, and pauses the experiment where nothing is left to compare", async () => {
    const three = await running("three", [...MODES, { mode: "informational", policy: "rules" }]);
    expect(await book().halt(three.id, halt("arm-2"))).toMatchObject({
      state: "running",
      halts: [halt("arm-2")],
    });
    expect(await book().halt(three.id, halt("arm-2"))).toMatchObject({ halts: [halt("arm-2")] });
    expect(await book().halt(three.id, halt("arm-1"))).toMatchObject({ state: "paused" });
    expect(
      (await book().changes(scene.siteId, "three")).slice(2).map(({ action, by }) => `${action} by ${by}`),
    ).toEqual(["halted by guardrail", "halted by guardrail", "paused by guardrail"]);
    const answer = await book().resume(scene.siteId, "three", BY);
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: "experiment/no-arms-left" }] });
  });

  it("changes nothing where the experiment has ended", async () => {
    const { id } = await stopped("talk", MODES, null);
    expect(await book().halt(id, halt("arm-1"))).toBeNull();
    expect(await book().halt(randomUUID(), halt("arm-1"))).toBeNull();
  });
});

describe("[EXP-12] the winner as the site's default", () => {
  const ship = (key: string, arm: string | null = null, isForced = false) =>
    book().ship(scene.siteId, key, { arm, by: BY, isForced });
  const unship = (key: string, isForced = false) => book().unship(scene.siteId, key, { by: BY, isForced });

  it("is one action, and undoing it restores exactly what was before", async () => {
    const before = await storedSettings();
    await stopped("talk", [
      { mode: "sociable" },
      { mode: "informational", policy: "rules", initiative: false },
    ]);
    expect((await siteNow()).mode).toBe("sociable");
    expect((await granted(ship("talk"))).decision?.shipped).toMatchObject({
      arm: "arm-1",
      by: BY,
      before: { mode: "sociable", policy: null, opening: null, silence: null },
      after: { mode: "informational", policy: "rules", opening: false, silence: false },
    });
    const shipped = await siteNow();
    expect(shipped).toMatchObject({
      mode: "informational",
      settings: { policy: "rules" },
      silence: { enabled: false },
    });
    expect(shipped.config.opening.enabled).toBe(false);
    // It stands among the changes of policy, too.
    expect((await scene.store.policies.changes(scene.siteId, 1))[0]).toMatchObject({ to: "rules" });
    expect(await codeOf(ship("talk"))).toBe("ship/shipped-already");

    await granted(unship("talk"));
    expect(await storedSettings()).toEqual(before);
    expect(await codeOf(unship("talk"))).toBe("ship/not-shipped");
    expect((await book().changes(scene.siteId, "talk")).slice(-2).map(({ action }) => action)).toEqual([
      "shipped",
      "unshipped",
    ]);
  });

  it("touches nothing that the arm leaves alone", async () => {
    const { siteKey } = await siteNow();
    await scene.store.sites.update(siteKey, {
      opening: { productDwellMs: 9_000 },
      silence: { enabled: false },
    });
    const before = await storedSettings();
    await stopped("quiet", QUIET);
    await granted(ship("quiet"));
    expect(await storedSettings()).toMatchObject({
      settings: { opening: { productDwellMs: 9_000, enabled: false }, silence: { enabled: false } },
    });
    // Meanwhile the merchant changes something else.
    await scene.store.sites.update(siteKey, { agent: { name: "Bea" } });
    await granted(unship("quiet"));
    expect(await storedSettings()).toMatchObject({
      settings: { opening: { productDwellMs: 9_000 }, silence: { enabled: false }, agent: { name: "Bea" } },
    });
    expect((await storedSettings())?.settings.opening).toEqual(before?.settings.opening);
  });

  it("is not undone over what was changed since, unless that is forced", async () => {
    await stopped("talk", MODES);
    await granted(ship("talk"));
    await scene.store.sites.update((await siteNow()).siteKey, { mode: "sociable" });
    const answer = await unship("talk");
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: "ship/settings-changed" }] });
    expect(!answer.ok && answer.refusals[0].message).toContain("mode=sociable now");
    await granted(unship("talk", true));
    expect((await siteNow()).mode).toBe("sociable");
  });

  it("is none while it runs, without a choice, of a holdout, or of an arm that did harm", async () => {
    await running("talk");
    expect(await codeOf(ship("talk"))).toBe("experiment/not-stopped");
    const { id } = await granted(
      book().stop(scene.siteId, "talk", { arm: null, verdict: "none", note: "", by: BY }),
    );
    expect(id).toBeDefined();
    expect(await codeOf(ship("talk"))).toBe("ship/no-arm");
    expect(await codeOf(ship("talk", "arm-7"))).toBe("experiment/arm-unknown");
    // Who decides later says so when shipping.
    expect((await granted(ship("talk", "arm-1"))).decision).toMatchObject({ arm: "arm-1" });
    await granted(unship("talk"));
    await stopped("widget", [{}, { widget: false }]);
    expect(await codeOf(ship("widget"))).toBe("ship/holdout");
    const harmful = await running("harm");
    await book().halt(harmful.id, {
      arm: "arm-1",
      metric: "complaint",
      at: new Date().toISOString(),
      why: "more",
    });
    await granted(book().stop(scene.siteId, "harm", { arm: "arm-1", verdict: "", note: "", by: BY }));
    expect(await codeOf(ship("harm"))).toBe("ship/halted");
    expect(await codeOf(ship("harm", null, true))).toBeUndefined();
  });
});
