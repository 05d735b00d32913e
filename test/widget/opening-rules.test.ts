import { describe, expect, test } from "vitest";
import {
  type Attention,
  afterDismissal,
  afterOpening,
  countReturns,
  mayOpen,
  openingReason,
  otherAddress,
} from "../../widget/opening/opening-rules.ts";

const rules = {
  enabled: true,
  productDwellMs: 20_000,
  cartIdleMs: 45_000,
  compareVisits: 2,
  noResultsMs: 3_000,
  returnAfterMs: 12 * 3_600_000,
  pauseMs: 30 * 60_000,
  quietMs: 7 * 24 * 3_600_000,
};
const looking: Attention = {
  sku: "a",
  visibleMs: 0,
  idleMs: 0,
  returns: 0,
  cartItems: 0,
  emptySearch: false,
  awayMs: 0,
};
const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

describe("[INI-1] a reason to speak first", () => {
  test.each<[string, Partial<Attention>, ReturnType<typeof openingReason>]>([
    ["a glance at a product", { visibleMs: 19_999 }, null],
    ["dwelling on a product", { visibleMs: 20_000 }, "product-dwell"],
    ["dwelling on a page without a product", { sku: undefined, visibleMs: 90_000 }, null],
    ["coming back for the second time", { returns: 2, visibleMs: 2_000 }, "product-compare"],
    ["coming back, but only just", { returns: 2, visibleMs: 500 }, null],
    ["coming back for the first time", { returns: 1, visibleMs: 2_000 }, null],
    ["a cart that is left alone", { sku: undefined, cartItems: 1, idleMs: 45_000 }, "cart-idle"],
    ["an empty cart", { sku: undefined, cartItems: 0, idleMs: 90_000 }, null],
    ["a search that found nothing", { sku: undefined, emptySearch: true, visibleMs: 3_000 }, "no-results"],
    ["a search that found nothing just now", { sku: undefined, emptySearch: true, visibleMs: 500 }, null],
    [
      "coming back the next day",
      { sku: undefined, awayMs: 20 * 60 * MINUTE, visibleMs: 5_000 },
      "return-visit",
    ],
    ["coming back after lunch", { sku: undefined, awayMs: 60 * MINUTE, visibleMs: 90_000 }, null],
    ["a cart while the shopper is busy", { sku: undefined, cartItems: 2, idleMs: 10_000 }, null],
  ])("%s", (_what, attention, reason) => {
    expect(openingReason({ ...looking, ...attention }, rules)).toBe(reason);
  });

  test("none where the merchant has switched openings off", () => {
    const attention = { ...looking, visibleMs: 90_000, returns: 5 };
    expect(openingReason(attention, { ...rules, enabled: false })).toBeNull();
  });
});

describe("[INI-1] going back and forth", () => {
  const shop = "https://shop.example";
  test.each<[string, string[], number]>([
    ["a first visit", ["/p/a"], 0],
    ["two products", ["/p/a", "/p/b"], 0],
    ["back to the first", ["/p/a", "/p/b", "/p/a"], 1],
    ["and forth", ["/p/a", "/p/b", "/p/a", "/p/b"], 2],
    ["by way of the list", ["/p/a", "/list/bags", "/p/b", "/list/bags", "/p/a"], 1],
    ["a reload is no return", ["/p/a", "/p/a", "/p/b"], 0],
    ["a third product begins anew", ["/p/a", "/p/c", "/p/a", "/p/b", "/p/a"], 1],
    ["products told apart by their query", ["/item?id=1", "/item?id=2", "/item?id=1"], 1],
    ["a jump within the page is no return", ["/p/a", "/p/a#reviews", "/p/a"], 0],
  ])("%s", (_what, paths, returns) => {
    expect(countReturns(paths.map((path) => shop + path))).toBe(returns);
  });
});

test("[INI-1] of two products that are weighed, the other one's address is told", () => {
  const shop = "https://shop.example";
  const visited = ["/p/c", "/p/a", "/list", "/p/b", "/p/b#reviews"].map((path) => shop + path);
  expect(otherAddress(visited)).toBe(`${shop}/p/a`);
  expect(otherAddress([`${shop}/p/a`])).toBeUndefined();
});

describe("[INI-2] restraint", () => {
  const never = { dismissals: [], quietUntil: 0 };
  const now = 1_800_000_000_000;

  test("one opening in half an hour, across tabs and pages", () => {
    const history = afterOpening(never, now, rules);
    expect(mayOpen(never, now)).toBe(true);
    expect(mayOpen(history, now + 29 * MINUTE)).toBe(false);
    expect(mayOpen(history, now + 30 * MINUTE)).toBe(true);
  });

  test("one dismissal leaves the next visit open, two silence a week", () => {
    const once = afterDismissal(never, now, rules);
    expect(mayOpen(once, now + 31 * MINUTE)).toBe(true);
    const twice = afterDismissal(once, now + MINUTE, rules);
    expect(mayOpen(twice, now + WEEK - MINUTE)).toBe(false);
    expect(mayOpen(twice, now + WEEK + MINUTE)).toBe(true);
  });

  test("an opening does not shorten a week of silence", () => {
    const silent = { dismissals: [], quietUntil: now + WEEK };
    expect(afterOpening(silent, now, rules).quietUntil).toBe(now + WEEK);
  });
});
