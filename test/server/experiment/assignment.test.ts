import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AssignmentRules, assign } from "../../../server/experiment/assignment/assign.ts";
import { bucketRanges } from "../../../server/experiment/assignment/bucket-ranges.ts";
import { chooseVariation } from "../../../server/experiment/assignment/choose-variation.ts";
import { meetsCondition } from "../../../server/experiment/assignment/condition.ts";
import { hashShare } from "../../../server/experiment/assignment/hash.ts";
import { inNamespace } from "../../../server/experiment/assignment/namespace.ts";
import { isTargeted, matchesAddress } from "../../../server/experiment/assignment/page-targeting.ts";
import { checkRatio } from "../../../server/experiment/statistics/srm.ts";

const rules: AssignmentRules = { key: "warmth", arms: ["control", "warm"], hashVersion: 2 };
const visitor = (id: unknown) => ({ attributes: { id } });

describe("assignment", () => {
  it("[EXP-1] splits a hundred thousand visitors as the weights say", () => {
    const weights = [0.2, 0.3, 0.5];
    const counts = [0, 0, 0];
    const ranges = bucketRanges(3, 1, weights);
    for (let i = 0; i < 100_000; i++) {
      const arm = chooseVariation(hashShare("split", `visitor-${i}`, 2), ranges);
      counts[arm] = (counts[arm] ?? 0) + 1;
    }
    expect(checkRatio(counts, weights).p).toBeGreaterThan(0.001);
  });

  it("[EXP-1] is independent of that of another seed", () => {
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) {
      const [one, other] = ["first", "second"].map((seed) => hashShare(seed, `visitor-${i}`, 2) < 0.5);
      const cell = (one ? 2 : 0) + (other ? 1 : 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(checkRatio(counts, [1, 1, 1, 1]).p).toBeGreaterThan(0.001);
  });

  it("[EXP-1] keeps everyone who was in as coverage grows", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, fc.string(), (one, other, weight, id) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)];
        const weights = [weight, 1 - weight];
        const was = assign({ ...rules, weights, coverage: before }, visitor(id));
        const is = assign({ ...rules, weights, coverage: after }, visitor(id));
        if (was.isIn) expect(is).toMatchObject({ isIn: true, arm: was.arm });
      }),
    );
  });

  it("[EXP-1] puts nobody into two experiments of a namespace", () => {
    const halves = [
      { id: "talk", start: 0, end: 0.5 },
      { id: "talk", start: 0.5, end: 1 },
    ];
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(halves.filter((half) => inNamespace(id, half))).toHaveLength(1);
      }),
    );
  });

  it("[EXP-1] says why somebody is in none", () => {
    const why = (more: Partial<AssignmentRules>, id: unknown = "a") =>
      assign({ ...rules, ...more }, visitor(id)).notIn;
    expect(why({ arms: ["control"] })).toBe("too-few-arms");
    expect(why({}, "")).toBe("no-unit");
    expect(why({ state: "draft" })).toBe("not-running");
    expect(why({ state: "stopped" })).toBe("not-running");
    expect(why({ coverage: 0 })).toBe("not-covered");
    expect(why({ namespace: { id: "x", start: 0, end: 0 } })).toBe("other-namespace");
    expect(why({ filters: [{ seed: "x", ranges: [] }] })).toBe("filtered");
    expect(why({ condition: { country: "FR" } })).toBe("condition");
    expect(why({ prerequisites: [{ id: "other", condition: { value: true } }] })).toBe("prerequisite");
    expect(why({ groups: ["staff"] })).toBe("other-group");
    expect(why({ pages: [{ type: "simple", pattern: "/sale" }] })).toBe("other-page");
    expect(why({ address: "^https" })).toBe("other-page");
    expect(why({ forcedArm: 5 })).toBe("no-such-arm");
    expect(assign(rules, visitor("a"), { isEnabled: false }).notIn).toBe("disabled");
    expect(assign(rules, visitor("a"), { isTrial: true }).notIn).toBe("trial");
    expect(why({})).toBeNull();
  });

  it("[EXP-1] asks what another experiment says", () => {
    const gated = { ...rules, prerequisites: [{ id: "other", condition: { value: "warm" } }] };
    expect(assign(gated, visitor("a"), { answerOf: () => "warm" }).isIn).toBe(true);
    expect(assign(gated, visitor("a"), { answerOf: () => "control" }).isIn).toBe(false);
    expect(assign(gated, visitor("a"), { answerOf: () => undefined }).isIn).toBe(false);
  });

  it("[EXP-1] by force is no part of the measurement", () => {
    for (const forced of [
      assign(rules, { ...visitor("a"), url: "https://shop.example/?warmth=1#top" }),
      assign(rules, visitor("a"), { forcedArms: { warmth: 1 } }),
      assign({ ...rules, forcedArm: 1 }, visitor("a")),
    ])
      expect(forced).toMatchObject({ arm: 1, armKey: "warm", isIn: true, isByHash: false });
  });
});

describe("what is kept of an assignment", () => {
  const kept = { ...rules, attribute: "user", fallbackAttribute: "visitor" };
  const arms = (weights: [number, number]) => ({ ...kept, weights });

  it("[EXP-1] holds when the visitor identifies, and whatever becomes of weights and conditions", () => {
    const first = assign(arms([1, 0]), { attributes: { visitor: "v1" }, buckets: {} });
    expect(first).toMatchObject({
      armKey: "control",
      isSticky: false,
      unit: { attribute: "visitor", value: "v1" },
    });
    const later = assign(
      { ...arms([0, 1]), condition: { country: "FR" } },
      { attributes: { visitor: "v1", user: "u1" }, buckets: first.buckets ?? {} },
    );
    expect(later).toMatchObject({
      armKey: "control",
      isSticky: true,
      unit: { attribute: "user", value: "u1" },
    });
    const elsewhere = assign(arms([0, 1]), { attributes: { user: "u1" }, buckets: later.buckets ?? {} });
    expect(elsewhere).toMatchObject({ armKey: "control", isSticky: true });
  });

  it("[EXP-1] is dropped by a new version, and shuts out whoever had an old one where it may not be mixed", () => {
    const buckets = assign(arms([1, 0]), { attributes: { user: "u1" }, buckets: {} }).buckets ?? {};
    const subject = { attributes: { user: "u1" }, buckets };
    expect(assign({ ...arms([0, 1]), sticky: { version: 1 } }, subject)).toMatchObject({ armKey: "warm" });
    const blocked = assign({ ...arms([0, 1]), sticky: { version: 1, versionLeast: 1 } }, subject);
    expect(blocked).toMatchObject({ isIn: false, notIn: "earlier-version", buckets });
    expect(assign({ ...arms([0, 1]), sticky: null }, subject)).toMatchObject({
      armKey: "warm",
      isSticky: false,
    });
  });
});

describe("conditions", () => {
  const shopper = {
    country: "FR",
    age: 42,
    tags: ["a", "B"],
    app: "1.10.0",
    cart: { items: [{ sku: "x", count: 2 }], total: null },
  };

  it.each([
    [{ country: "FR", age: { $gte: 42, $lt: 43 } }, true],
    [{ country: { $in: ["DE", "FR"] }, tags: { $in: ["a"] } }, true],
    [{ country: { $nin: ["FR"] } }, false],
    [{ country: { $in: "FR" } }, false],
    [{ country: { $ini: ["fr"] }, tags: { $alli: ["b"] } }, true],
    [{ tags: { $nini: ["b"] } }, false],
    [{ tags: { $all: ["a", "B"], $size: { $gt: 1 } } }, true],
    [{ tags: { $all: ["a", "b"] } }, false],
    [{ "cart.items": { $elemMatch: { sku: "x", count: { $gt: 1 } } } }, true],
    [{ tags: { $elemMatch: { $eq: "B" } } }, true],
    [{ "cart.items": { $elemMatch: { sku: "y" } } }, false],
    [{ $or: [{ country: "DE" }, { age: 42 }], $nor: [{ country: "DE" }] }, true],
    [{ $or: [], $and: [] }, true],
    [{ $not: { country: "FR" } }, false],
    [{ country: { $not: { $regex: "^f" } } }, true],
    [{ country: { $regexi: "^f" } }, true],
    [{ country: { $regex: "(" } }, false],
    [{ app: { $vgt: "1.9.9", $vlt: "v1.10.0+build", $vne: "2" } }, false],
    [{ app: { $vgte: "1.10.0-beta", $vlte: "1.10.0", $veq: "v1.10.0" } }, true],
    [{ city: { $exists: false }, country: { $exists: true } }, true],
    [{ "cart.total": null, "cart.total.sum": null }, true],
    [{ age: { $type: "number" }, tags: { $type: "array" }, cart: { $type: "object" } }, true],
    [{ country: { $inGroup: "euro" }, age: { $notInGroup: "euro" } }, true],
    [{ tags: ["a", "B"] }, true],
    [{ age: { $unheardOf: 1 } }, false],
    [{ age: { $ne: 41 } }, true],
  ])("[EXP-1] %j: %s", (condition, meets) => {
    expect(meetsCondition(shopper, condition, { euro: ["FR", "DE"] })).toBe(meets);
  });
});

describe("pages", () => {
  it.each([
    ["/shoes", "https://shop.example/shoes/?q=1#top", true],
    ["/shoes/*", "https://shop.example/shoes/red", true],
    ["/shoes", "https://shop.example/shoes/red", false],
    ["*.example/shoes", "https://shop.example/shoes", true],
    ["/shoes?size=4*", "https://shop.example/shoes?size=42&q=1", true],
    ["/shoes?size=4*", "https://shop.example/shoes", false],
    ["/shoes#sale", "https://shop.example/shoes#top", false],
  ])("[EXP-1] %s on %s: %s", (pattern, url, matches) => {
    expect(isTargeted(url, [{ type: "simple", pattern }])).toBe(matches);
    expect(isTargeted(url, [{ type: "simple", pattern, include: false }])).toBe(!matches);
  });

  it("[EXP-1] are found by expressions of the whole address or its path, and never by broken ones", () => {
    const url = "https://shop.example/shoes?q=1";
    expect(isTargeted(url, [{ type: "regex", pattern: "^/shoes" }])).toBe(true);
    expect(isTargeted(url, [{ type: "regex", pattern: "(" }])).toBe(false);
    expect(isTargeted(url, [])).toBe(false);
    expect(matchesAddress(url, "^/shoes")).toBe(true);
    expect(matchesAddress(url, "/hats")).toBe(false);
    expect(matchesAddress("", ".*")).toBe(false);
  });
});
