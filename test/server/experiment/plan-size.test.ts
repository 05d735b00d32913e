import { describe, expect, it } from "vitest";
import {
  daysFor,
  effectFound,
  remainingOf,
  type SizeQuestion,
  visitorsNeeded,
  wholeWeeks,
} from "../../../server/experiment/plan-size.ts";
import { sequenceHalfWidth, sequenceRho } from "../../../server/experiment/statistics/confidence-sequence.ts";

const conversion = { metric: "conversion" as const, visitors: 10_000, mean: 0.05, variance: 0.0475 };
const question: SizeQuestion = {
  weights: [0.5, 0.5],
  alpha: 0.05,
  power: 0.8,
  metrics: 1,
  metric: "conversion",
  baseline: conversion,
};

describe("[EXP-9] the power calculator", () => {
  it("gives the textbook's number for one look at the end", () => {
    // n = 2 σ² (z₀.₉₇₅ + z₀.₈)² / δ² = 2 · 0.0475 · 7.8489 / 0.0001 in each arm.
    expect(visitorsNeeded(question, 0.01, "fixed")).toBe(2 * 7_457 - 1);
  });

  it("asks for more where the verdict holds at every look", () => {
    const fixed = visitorsNeeded(question, 0.01, "fixed") ?? 0;
    const sequential = visitorsNeeded(question, 0.01, "sequential") ?? 0;
    expect(sequential / fixed).toBeGreaterThan(1.3);
    expect(sequential / fixed).toBeLessThan(2);
    // With so many, the sequence tuned for them is just so wide that the effect is missed one time in five.
    const rho = sequenceRho({ alpha: 0.05, plannedUnits: sequential, tail: "two-sided" });
    const standardError = Math.sqrt((4 * conversion.variance) / sequential);
    const width = sequenceHalfWidth({
      standardError,
      units: sequential,
      rho,
      alpha: 0.05,
      tail: "two-sided",
    });
    expect((0.01 - width) / standardError).toBeCloseTo(0.8416, 2);
  });

  it("finds the effect that a number of visitors shows: the way back", () => {
    for (const verdict of ["fixed", "sequential"] as const) {
      const visitors = visitorsNeeded(question, 0.012, verdict) ?? 0;
      expect(effectFound(question, visitors, verdict)).toBeCloseTo(0.012, 5);
    }
  });

  it("asks for more with more arms, more metrics and unequal parts", () => {
    const needed = (change: Partial<SizeQuestion>) =>
      visitorsNeeded({ ...question, ...change }, 0.01, "sequential") ?? 0;
    const plain = needed({});
    expect(needed({ weights: [1 / 3, 1 / 3, 1 / 3] })).toBeGreaterThan(1.5 * plain);
    expect(needed({ metrics: 3 })).toBeGreaterThan(plain);
    expect(needed({ weights: [0.9, 0.1] })).toBeGreaterThan(2.5 * plain);
    // An arm that gets nobody is not compared.
    expect(needed({ weights: [0.5, 0.5, 0] })).toBe(plain);
  });

  it("[EXP-6] never plans for fewer visitors than a verdict takes", () => {
    expect(visitorsNeeded(question, 0.9, "sequential")).toBe(100 / 0.05 / 0.5);
  });

  it("[EXP-10] takes the worst case of a share nothing is known of, and says nothing of money", () => {
    expect(visitorsNeeded({ ...question, baseline: null }, 0.03, "fixed")).toBe(8_721);
    expect(visitorsNeeded({ ...question, metric: "revenue", baseline: null }, 100, "fixed")).toBeNull();
    const revenue = { metric: "revenue" as const, visitors: 500, mean: 0, variance: 0 };
    expect(visitorsNeeded({ ...question, metric: "revenue", baseline: revenue }, 100, "fixed")).toBeNull();
    expect(visitorsNeeded(question, 0, "fixed")).toBeNull();
    expect(effectFound(question, 0, "fixed")).toBeNull();
    expect(visitorsNeeded(question, 1e-9, "fixed")).toBeNull();
  });
});

describe("[EXP-9] the days an experiment takes", () => {
  it("are those until its visitors have come, in whole weeks where that is to be fair", () => {
    expect(daysFor(1_001, 100)).toBe(11);
    expect(wholeWeeks(11)).toBe(14);
    expect(wholeWeeks(0)).toBe(7);
    expect(daysFor(1_000, 0)).toBeNull();
  });

  it("while it runs, go by how many come to it", () => {
    const early = { plannedVisitors: 10_000, visitors: 30, days: 0.2, expectedPerDay: 500 };
    expect(remainingOf(early)).toEqual({ visitorsLeft: 9_970, visitorsPerDay: 500, daysLeft: 20 });
    expect(remainingOf({ ...early, visitors: 1_000, days: 4 })).toEqual({
      visitorsLeft: 9_000,
      visitorsPerDay: 250,
      daysLeft: 36,
    });
    expect(remainingOf({ ...early, visitors: 12_000, days: 40 })).toMatchObject({
      visitorsLeft: 0,
      daysLeft: 0,
    });
  });
});
