import { describe, expect, it } from "vitest";
import type { MetricKey } from "../../../server/experiment/metrics.ts";
import type { ExperimentPlan } from "../../../server/experiment/plan.ts";
import { largestNeeded } from "../../../server/experiment/report/arm-sums.ts";
import {
  type ExperimentFigures,
  type LargeValue,
  NO_SUMS,
  type StoredSums,
} from "../../../server/experiment/report/figures.ts";
import { clearestLooks } from "../../../server/experiment/report/look.ts";
import { reportOn } from "../../../server/experiment/report/report.ts";
import { capOf } from "../../../server/experiment/statistics/winsorise.ts";
import { chanceFrom } from "../../../server/turn/chance.ts";

const ARMS = ["informational", "sociable"];

function planned(changes: Partial<ExperimentPlan> = {}): ExperimentPlan {
  return {
    hypothesis: "Sociable talk sells more.",
    arms: ARMS.map((key) => ({ key, name: key, treatment: {}, weight: 0.5 })),
    metrics: [{ metric: "conversion", windowDays: 7 }],
    guardrails: [{ metric: "complaint", windowDays: 7, margin: 0 }],
    namespace: null,
    alpha: 0.05,
    minimumEffect: 0.02,
    power: 0.8,
    plannedVisitors: 20_000,
    purchases: "signed",
    lookbackDays: 30,
    ...changes,
  };
}

/** So many of so many, per arm. */
type Shares = Partial<Record<MetricKey, number[]>>;

function figuresOf(
  units: number[],
  shares: Shares,
  changes: Partial<ExperimentFigures> = {},
): ExperimentFigures {
  return {
    state: "running",
    at: "2026-01-11T00:00:00.000Z",
    startedAt: "2026-01-01T00:00:00.000Z",
    stoppedAt: null,
    coverage: 1,
    currency: "USD",
    halts: [],
    arms: units.map((counted, place) => ({
      arm: ARMS[place] ?? `arm-${place}`,
      units: { counted },
      sums: Object.fromEntries(
        Object.entries(shares).map(([key, counts]) => [key, ofShare(counts?.[place] ?? 0)]),
      ),
    })),
    largest: {},
    clearest: [],
    mismatchP: 1,
    interactsWith: [],
    ...changes,
  };
}

function ofShare(count: number): StoredSums {
  return { ...NO_SUMS, nonZero: count, sum: count, sumSquares: count };
}

describe("the verdict", () => {
  it("[EXP-6] is withheld before each arm has 100 conversions, however large the difference", () => {
    const { verdict } = reportOn(planned(), figuresOf([2_000, 2_000], { conversion: [99, 400] }));
    expect(verdict.code).toBe("too-early");
    expect(verdict.says).toContain("99 visitors");
  });

  it("[EXP-6] names the better arm, with figures in words and an interval that leaves out nothing", () => {
    const { verdict, metrics } = reportOn(planned(), figuresOf([10_000, 10_000], { conversion: [500, 700] }));
    expect(verdict).toMatchObject({ code: "winner", arm: "sociable" });
    expect(verdict.says).toContain("7 % against 5 % (+40 %)");
    expect(metrics[0]?.comparisons[0]?.difference.interval.low).toBeGreaterThan(0);
  });

  it("[EXP-6] keeps the control when every arm is worse", () => {
    const { verdict } = reportOn(planned(), figuresOf([10_000, 10_000], { conversion: [700, 500] }));
    expect(verdict).toMatchObject({ code: "control-wins", arm: "informational" });
  });

  it("[EXP-6] stays what it was when the interval has widened since, and opens again when the difference changed sides", () => {
    const first = reportOn(planned(), figuresOf([10_000, 10_000], { conversion: [500, 700] }));
    const clearest = clearestLooks([first.look]);
    const later = figuresOf([10_100, 10_100], { conversion: [600, 690] }, { clearest });
    expect(reportOn(planned(), { ...later, clearest: [] }).verdict.code).not.toBe("winner");
    expect(reportOn(planned(), later).verdict.code).toBe("winner");
    const turned = figuresOf([10_100, 10_100], { conversion: [700, 690] }, { clearest });
    expect(reportOn(planned(), turned).verdict.code).not.toBe("winner");
  });

  it("[EXP-6] says that nothing worth having is there, once the interval lies within the least effect", () => {
    const { verdict } = reportOn(
      planned({ minimumEffect: 0.02 }),
      figuresOf([20_000, 20_000], { conversion: [1_000, 1_010] }),
    );
    expect(verdict.code).toBe("no-difference");
  });

  it("[EXP-6] says when the planned size is reached without an answer", () => {
    const { verdict } = reportOn(
      planned({ minimumEffect: 0.001, plannedVisitors: 8_000 }),
      figuresOf([4_000, 4_000], { conversion: [200, 210] }),
    );
    expect(verdict.code).toBe("inconclusive");
  });

  it.each([
    ["draft", {}, /^Start it /],
    ["paused", { conversion: [120, 130] }, /Resume it/],
    ["stopped", { conversion: [20, 30] }, /has ended, so this stays open/],
    ["stopped", { conversion: [120, 130] }, /has ended, so this stays open/],
    ["stopped", { conversion: [120, 600] }, /has ended\. Ship that arm/],
    ["archived", { conversion: [600, 120] }, /has ended\. The control/],
    ["archived", { complaint: [50, 350], conversion: [120, 130] }, /do not ship that arm/],
    ["stopped", null, /ended without any/],
  ] as const)("[EXP-6] %s, it asks for nothing that cannot be done any more", (state, shares, next) => {
    const units = shares === null || state === "draft" ? [0, 0] : [2_000, 2_000];
    const figures = figuresOf(units, shares === null ? {} : structuredClone(shares as Shares), { state });
    const { verdict, traffic } = reportOn(planned(), figures);
    expect(verdict.next).toMatch(next);
    expect(traffic.daysLeft).toBeNull();
  });

  it("[EXP-3] without anybody, says where a holdout's visitors come from", () => {
    const arms = ARMS.map((key, place) => ({
      key,
      name: key,
      treatment: place === 1 ? { widget: false } : {},
      weight: 0.5,
    }));
    expect(reportOn(planned({ arms }), figuresOf([0, 0], {})).verdict.next).toContain("data-holdout");
    expect(reportOn(planned(), figuresOf([0, 0], {})).verdict.next).toContain("first turn");
  });

  it("[EXP-9] tells how long it will take at today's pace", () => {
    const { verdict, traffic } = reportOn(planned(), figuresOf([2_000, 2_000], { conversion: [120, 130] }));
    expect(traffic).toMatchObject({ units: 4_000, unitsLeft: 16_000, daysLeft: 40 });
    expect(verdict.next).toContain("40 days");
  });
});

describe("[EXP-6] the verdict of more than two arms", () => {
  const three = (weights: number[]) => ({
    arms: ["informational", "sociable", "arm-2"].map((key, place) => {
      return { key, name: key, treatment: {}, weight: weights[place] ?? 0 };
    }),
  });
  const halts = [
    { arm: "sociable", metric: "complaint" as const, at: "2026-01-05T00:00:00.000Z", why: "complaints 3 %" },
  ];

  it("waits for no arm that nobody is given, and shares no level with it", () => {
    const two = reportOn(planned(), figuresOf([10_000, 10_000], { conversion: [500, 700] }));
    const { verdict, metrics } = reportOn(
      planned(three([0.5, 0.5, 0])),
      figuresOf([10_000, 10_000, 0], { conversion: [500, 700, 0] }),
    );
    expect(verdict).toEqual(two.verdict);
    expect(metrics[0]?.comparisons).toEqual(two.metrics[0]?.comparisons);
  });

  it("[EXP-8] is about the arms that are left, once one is halted with few conversions or for harm", () => {
    const plan = planned(three([0.4, 0.3, 0.3]));
    const figures = figuresOf([4_000, 3_000, 3_000], { conversion: [200, 50, 280], complaint: [20, 90, 20] });
    expect(reportOn(plan, figures).verdict).toMatchObject({ code: "harm", arm: "sociable" });
    const { verdict } = reportOn(plan, { ...figures, halts });
    expect(verdict).toMatchObject({ code: "winner", arm: "arm-2" });
  });

  it("[EXP-8] never recommends an arm that was halted, even where its harm has become less certain", () => {
    const { verdict } = reportOn(
      planned(),
      figuresOf([10_000, 10_000], { conversion: [500, 700], complaint: [50, 55] }, { halts }),
    );
    expect(verdict).toMatchObject({ code: "harm", arm: "sociable" });
    expect(verdict.says).toContain("complaints 3 %");
  });
});

describe("what is wrong with an experiment itself", () => {
  it("[EXP-7] blocks the verdict at a sample ratio mismatch, and says which arm and where to look", () => {
    const { verdict, traffic } = reportOn(planned(), figuresOf([10_000, 9_000], { conversion: [500, 800] }));
    expect(traffic.mismatch.p).toBeLessThan(0.001);
    expect(verdict.code).toBe("mismatch");
    expect(verdict.says).toMatch(/has 47\.4 % .* should have 50 %/);
    expect(verdict.next).toContain("Look for");
  });

  it("[EXP-7] tests the arms that take visitors: a halted one, or one without weight, is no mismatch", () => {
    const arms = ["informational", "sociable", "none"].map((key, place) => {
      return { key, name: key, treatment: {}, weight: place === 2 ? 0 : 0.5 };
    });
    const halts = [
      { arm: "sociable", metric: "complaint" as const, at: "2026-01-05T00:00:00.000Z", why: "" },
    ];
    expect(
      reportOn(planned({ arms }), figuresOf([10_000, 10_050, 0], { conversion: [500, 500, 0] })).traffic
        .mismatch.p,
    ).toBeGreaterThan(0.5);
    expect(
      reportOn(planned(), figuresOf([10_000, 1_000], { conversion: [500, 50] }, { halts })).traffic.mismatch
        .isBlocking,
    ).toBe(false);
  });

  it("[EXP-2] counts who was seen in two arms, and says so when they are many", () => {
    const figures = figuresOf([5_000, 5_000], { conversion: [300, 300] });
    for (const arm of figures.arms) arm.units.crossed = 60;
    const { traffic, verdict } = reportOn(planned(), figures);
    expect(traffic.crossed).toMatchObject({ units: 120, health: "unhealthy" });
    expect(verdict.code).toBe("crossed");
  });

  it("[EXP-2] takes a few of the first visitors seen in two arms for no pattern", () => {
    const figures = figuresOf([20, 20], { conversion: [1, 2] });
    for (const arm of figures.arms) arm.units.crossed = 1;
    expect(reportOn(planned(), figures).verdict.code).toBe("too-early");
  });

  it("[EXP-8] halts on harm: one-sided, uncorrected, beyond the margin", () => {
    const harmful = figuresOf([5_000, 5_000], { conversion: [300, 500], complaint: [50, 150] });
    const { verdict, guardrails } = reportOn(planned(), harmful);
    expect(verdict).toMatchObject({ code: "harm", arm: "sociable" });
    expect(guardrails[0]?.results[0]?.isCrossed).toBe(true);
    const guardrail = { metric: "complaint" as const, windowDays: 7, margin: 0.05 };
    expect(reportOn(planned({ guardrails: [guardrail] }), harmful).verdict.code).toBe("winner");
    const helpful = figuresOf([5_000, 5_000], { conversion: [300, 500], complaint: [150, 50] });
    expect(reportOn(planned(), helpful).verdict.code).toBe("winner");
  });

  it("[EXP-8] sees harm also where the control has none of it at all", () => {
    const { verdict } = reportOn(
      planned(),
      figuresOf([5_000, 5_000], { conversion: [300, 310], complaint: [0, 150] }),
    );
    expect(verdict.code).toBe("harm");
  });
});

describe("the figures", () => {
  it("[EXP-5] decides on the absolute difference, and shows a lift that takes the same side", () => {
    const chance = chanceFrom("sides");
    for (let round = 0; round < 200; round++) {
      const control = 100 + Math.floor(chance() * 300);
      const treated = 100 + Math.floor(chance() * 300);
      const report = reportOn(planned(), figuresOf([4_000, 4_000], { conversion: [control, treated] }));
      const [comparison] = report.metrics[0]?.comparisons ?? [];
      const side = ({ low, high }: { low: number | null; high: number | null }) =>
        (low ?? 0) > 0 ? 1 : (high ?? 0) < 0 ? -1 : 0;
      expect(comparison?.lift?.interval).toBeTruthy();
      if (comparison?.lift?.interval)
        expect(side(comparison.lift.interval)).toBe(side(comparison.difference.interval));
    }
  });

  it("[EXP-8] corrects by Holm over metrics and arms, with intervals that agree with every conclusion", () => {
    const plan = planned({
      metrics: ["conversion", "cart-add", "engaged"].map((metric) => {
        return { metric: metric as MetricKey, windowDays: 7 };
      }),
    });
    const chance = chanceFrom("holm");
    for (let round = 0; round < 100; round++) {
      const drawn = () => [400 + Math.floor(chance() * 150), 400 + Math.floor(chance() * 150)];
      const shares = { conversion: drawn(), "cart-add": drawn(), engaged: drawn() };
      const { metrics } = reportOn(plan, figuresOf([8_000, 8_000], shares));
      for (const { comparisons } of metrics) {
        for (const { conclusion, adjustedP, p, difference } of comparisons) {
          const { low, high } = difference.interval;
          expect((low ?? 0) > 0 || (high ?? 0) < 0).toBe(conclusion !== "open");
          expect(adjustedP).toBeGreaterThanOrEqual(p);
        }
      }
    }
  });

  it("[EXP-4] winsorises revenue at 99.9 % of the orders of all arms, from sums and the largest alone", () => {
    const chance = chanceFrom("orders");
    const orders = Array.from({ length: 3_000 }, (_, place) => ({
      arm: ARMS[place % 2] ?? "",
      value: Math.round(1_000 * Math.exp(3 * chance())),
      before: place % 3 === 0 ? 2_000 : 0,
    }));
    orders.push({ arm: "sociable", value: 50_000_000, before: 5_000 });
    const cap =
      capOf(
        orders.map(({ value }) => value),
        { percentile: 0.999, ignoresZeros: true },
      ) ?? 0;
    const summed = (of: (value: number) => number, arm: string): StoredSums => {
      const own = orders.filter((order) => order.arm === arm);
      const add = (pick: (order: LargeValue) => number) => own.reduce((sum, order) => sum + pick(order), 0);
      return {
        ...NO_SUMS,
        nonZero: own.length,
        sum: add(({ value }) => of(value)),
        sumSquares: add(({ value }) => of(value) ** 2),
        beforeSum: add(({ before }) => before),
        beforeSquares: add(({ before }) => before ** 2),
        beforeCross: add(({ value, before }) => of(value) * before),
      };
    };
    const largest = orders
      .toSorted((a, b) => b.value - a.value)
      .slice(0, largestNeeded(orders.length, 0.999));
    const plan = planned({ metrics: [{ metric: "revenue", windowDays: 7 }] });
    const of = (sums: (arm: string) => StoredSums, top: LargeValue[]) => {
      const figures = figuresOf([20_000, 20_000], {});
      figures.arms = ARMS.map((arm) => ({ arm, units: { counted: 20_000 }, sums: { revenue: sums(arm) } }));
      return reportOn(plan, { ...figures, largest: { revenue: top } }).metrics[0];
    };
    const shown = of((arm) => summed((value) => value, arm), largest);
    // Cut beforehand, the largest are all alike, and nothing more is to be cut.
    const cutBefore = of((arm) => summed((value) => Math.min(value, cap), arm), []);
    expect(shown?.cap).toBeCloseTo(cap, 6);
    for (const [place, value] of (shown?.values ?? []).entries()) {
      expect(value.mean).toBeCloseTo(cutBefore?.values[place]?.mean ?? 0, 6);
      expect(value.standardDeviation / (cutBefore?.values[place]?.standardDeviation ?? 0)).toBeCloseTo(1, 9);
    }
    const [saved, before] = [shown?.comparisons[0]?.varianceSaved, cutBefore?.comparisons[0]?.varianceSaved];
    expect(saved).toBeCloseTo(before ?? 0, 9);
  });

  it("[EXP-10] says why there is nothing to compare, and holds no figure that is none", () => {
    const empty = [
      figuresOf([0, 0], {}),
      figuresOf([1, 1], { conversion: [1, 0] }),
      figuresOf([500, 500], { conversion: [500, 500] }),
      figuresOf([500, 500], { conversion: [0, 200] }),
      figuresOf([], {}),
    ];
    for (const figures of empty) {
      const report = reportOn(planned(), figures);
      expect(["no-visitors", "too-early", "nothing-to-compare"]).toContain(report.verdict.code);
      const numbers = JSON.stringify(report, (_, value: unknown) => {
        if (typeof value === "number" && !Number.isFinite(value)) throw new Error("a figure that is none");
        return value;
      });
      expect(numbers).not.toContain("NaN");
    }
  });

  it("[EXP-11] follows from the inputs that the report holds", () => {
    const report = reportOn(
      planned(),
      figuresOf([10_000, 10_000], { conversion: [500, 700], complaint: [20, 30] }),
    );
    const { plan, figures } = structuredClone(report.inputs);
    expect(reportOn(plan, figures)).toEqual(report);
  });
});
