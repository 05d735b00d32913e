import { describe, expect, test } from "vitest";
import type { Review } from "../../../server/catalog/product.ts";
import { indexReviews } from "../../../server/catalog/reviews/review-index.ts";
import { createClaimBook } from "../../../server/plan/claim-book.ts";
import { quoteCustomers, wordsAsked } from "../../../server/plan/quote-customers.ts";
import { says, stateAfter, turn } from "../../support/conversation-events.ts";
import { bySku, found, planContext } from "../../support/fixture-shop.ts";

const review = (id: string, rating: number, text: string): Review => ({
  id,
  sku: "tern",
  author: "Mara K.",
  rating,
  text,
  at: "2025-01-01",
});
const PLEASED = [
  "It stayed dry inside through a whole night of rain.",
  "Rain never came in, and the floor stayed dry all week.",
  "We had three days of rain and it never leaked once.",
  "After an hour of heavy rain everything inside stayed dry.",
  "No leaks at all in the rain on our tour.",
].map((text, place) => review(`p${place}`, 5, text));
const CRITICAL = review("c", 2, "It leaked badly in the first rain of the summer.");

function quoted(reviews: Review[], about: string[], told: string[] = []) {
  const index = indexReviews(reviews);
  const claims = told.map((reviewId) => ({
    id: "c1",
    statement: { type: "review", sku: "tern", reviewId, quote: "x", author: "", rating: 5 } as const,
    evidence: [],
  }));
  const state = stateAfter(turn("t1", { claims }), says("m1", "hello there"));
  const book = createClaimBook();
  const context = planContext(state, found([]), { quotes: (sku, search) => index.quotable(sku, search) });
  const ids = quoteCustomers(bySku("tern"), about, context, book);
  return (ids ?? []).flatMap((id) => {
    const claim = book.claims.find((each) => each.id === id);
    return claim?.statement.type === "review" ? [claim] : [];
  });
}
const idsOf = (...given: Parameters<typeof quoted>) =>
  quoted(...given).map(({ statement }) => (statement.type === "review" ? statement.reviewId : ""));

describe("[REV-5] whose words a turn passes on", () => {
  test("one of those who agree, with review and words as evidence", () => {
    const [claim, ...others] = quoted(PLEASED.slice(0, 1), ["waterproof"]);
    expect(others).toEqual([]);
    expect(claim?.evidence).toEqual([
      { type: "review", sku: "tern", reviewId: "p0", quote: PLEASED[0]?.text },
    ]);
  });
  test("one from each side where reviews disagree, the larger side first", () => {
    expect(idsOf([...PLEASED.slice(0, 3), CRITICAL], ["waterproof"])).toEqual([
      expect.stringMatching(/^p/),
      "c",
    ]);
    const complaints = [1, 2, 3].map((place) =>
      review(`n${place}`, 1, `It leaked in the rain on day number ${place}.`),
    );
    expect(idsOf([...complaints, ...PLEASED.slice(0, 1)], ["waterproof"])).toEqual([
      expect.stringMatching(/^n/),
      "p0",
    ]);
  });
  test("a single complaint among many is not half of the picture", () => {
    const more = PLEASED.map(({ id, text }) => review(`${id}+`, 5, `${text.slice(0, -1)} again.`));
    expect(idsOf([...PLEASED, ...more, CRITICAL], ["waterproof"])).toEqual([expect.stringMatching(/^p/)]);
  });
  test("complaints alone are not hidden", () => {
    expect(idsOf([CRITICAL], ["waterproof"])).toEqual(["c"]);
  });
  test("nobody twice in a conversation", () => {
    const two = PLEASED.slice(0, 2);
    const [first] = idsOf(two, ["rain"]);
    expect(idsOf(two, ["rain"], [first ?? ""])).toEqual(two.map(({ id }) => id).filter((id) => id !== first));
    expect(idsOf(two, ["rain"], ["p0", "p1"])).toEqual([]);
  });
  test("those who complain, where complaints are asked for", () => {
    const index = indexReviews([...PLEASED, CRITICAL]);
    const context = planContext(stateAfter(says("m1", "any complaints?")), found([]), {
      quotes: (sku, search) => index.quotable(sku, search),
    });
    const book = createClaimBook();
    expect(quoteCustomers(bySku("tern"), [], context, book, "critical")).toHaveLength(1);
    expect(book.claims[0]?.statement).toMatchObject({ reviewId: "c", tone: "critical" });
  });
  test("nobody where nobody spoke of it", () => {
    expect(idsOf(PLEASED, ["battery"])).toEqual([]);
  });
  test("a question's own words, without those that ask", () => {
    expect(wordsAsked("What do people say about the battery life?")).toEqual(["battery", "life"]);
    expect(wordsAsked("is it any good")).toEqual([]);
  });
});
