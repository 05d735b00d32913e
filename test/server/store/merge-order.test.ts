/** [OUT-1] What is known of an order does not hang on the way round in which it was told. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { OrderEvent } from "../../../server/gateway/ports.ts";
import { type KnownOrder, mergeOrder, refundedOf } from "../../../server/store/merge-order.ts";

const unknown: KnownOrder = { purchase: null, refunds: new Map(), cancelledAt: null };

/** What a shop and its page tell of one order, each with one mind. */
const story = fc
  .record({
    value: fc.nat(100_000),
    pageValue: fc.option(fc.nat(100_000)),
    currency: fc.constantFrom("EUR", "USD"),
    items: fc.array(
      fc.record({ sku: fc.constantFrom("a", "b", "c"), quantity: fc.integer({ min: 1, max: 3 }) }),
      {
        maxLength: 3,
      },
    ),
    refunds: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("r1", "r2", "r3"),
        value: fc.nat(80_000),
        currency: fc.constantFrom("EUR", "USD"),
      }),
      { selector: ({ id }) => id },
    ),
    isSigned: fc.boolean(),
    isReported: fc.boolean(),
    isCancelled: fc.boolean(),
  })
  .map(({ value, pageValue, currency, items, refunds, isSigned, isReported, isCancelled }): OrderEvent[] => {
    const orderId = "1001";
    const page = { value: pageValue, currency: pageValue === null ? null : "EUR", items: [] };
    return [
      ...(isReported
        ? [{ type: "purchase" as const, orderId, visitorId: "by page", ...page, signed: false }]
        : []),
      ...(isSigned
        ? [{ type: "purchase" as const, orderId, visitorId: "by shop", value, currency, items, signed: true }]
        : []),
      ...refunds.map(({ id, ...amount }) => ({ type: "refund" as const, orderId, refundId: id, ...amount })),
      ...(isCancelled ? [{ type: "cancellation" as const, orderId }] : []),
    ];
  })
  .filter((events) => events.length > 0);

function known(events: readonly OrderEvent[]) {
  const order = events.reduce((before, event) => mergeOrder(before, event, "now").order, unknown);
  return { ...order, refunds: [...order.refunds].sort(), refunded: refundedOf(order) };
}

test("[OUT-1] any permutation and repetition of what is told ends in the same order", () => {
  const told = story.chain((events) =>
    fc.record({
      events: fc.constant(events),
      again: fc
        .array(fc.constantFrom(...events), { maxLength: 6 })
        .chain((repeated) =>
          fc.shuffledSubarray([...events, ...repeated], { minLength: events.length + repeated.length }),
        ),
    }),
  );
  fc.assert(
    fc.property(told, ({ events, again }) => {
      expect(known(again)).toEqual(known(events));
    }),
    { numRuns: 500 },
  );
});

test("[OUT-1] what was told before changes nothing when it is told again", () => {
  fc.assert(
    fc.property(story, (events) => {
      const order = events.reduce((before, event) => mergeOrder(before, event, "then").order, unknown);
      const refused = events.filter((event) => mergeOrder(order, event, "now").standing === "changed");
      expect(refused).toEqual([]);
    }),
  );
});

test("[OUT-1] refunds never take more off an order than it was worth", () => {
  fc.assert(
    fc.property(story, (events) => {
      const { purchase, refunded } = known(events);
      expect(refunded).toBeGreaterThanOrEqual(0);
      if (purchase?.value != null) expect(refunded).toBeLessThanOrEqual(purchase.value);
    }),
  );
});

const purchase = (part: Partial<Extract<OrderEvent, { type: "purchase" }>>) => ({
  type: "purchase" as const,
  orderId: "1001",
  visitorId: "v",
  value: 100,
  currency: "EUR",
  items: [{ sku: "a", quantity: 1 }],
  signed: true,
  ...part,
});

test.each([
  ["the same again", {}, "duplicate"],
  [
    "the same items the other way round",
    {
      items: [
        { sku: "b", quantity: 2 },
        { sku: "a", quantity: 1 },
      ],
    },
    "duplicate",
  ],
  ["another value", { value: 99 }, "conflict"],
  ["another currency", { currency: "USD" }, "conflict"],
  ["another buyer", { visitorId: "w" }, "conflict"],
  ["other items", { items: [{ sku: "c", quantity: 1 }] }, "conflict"],
  [
    "the page's report of it, without an amount",
    { signed: false, value: null, currency: null, items: [] },
    "duplicate",
  ],
  ["a page's report of more", { signed: false, value: 1_000_000, items: [] }, "conflict"],
] as const)("[OUT-1] beside a signed purchase, %s is a %s and changes nothing", (_name, part, standing) => {
  const first = purchase({
    items: [
      { sku: "a", quantity: 1 },
      { sku: "b", quantity: 2 },
    ],
  });
  const items = "items" in part ? [...part.items] : first.items;
  const { order } = mergeOrder(unknown, first, "then");
  const second = mergeOrder(order, { ...first, ...part, items }, "now");
  expect(second).toEqual({ order, standing });
});

test("[OUT-1] another amount under a refund's id is a conflict", () => {
  const refund = { type: "refund" as const, orderId: "1001", refundId: "r1", value: 10, currency: "EUR" };
  const { order } = mergeOrder(unknown, refund, "then");
  expect(mergeOrder(order, { ...refund, value: 20 }, "now")).toEqual({ order, standing: "conflict" });
});
