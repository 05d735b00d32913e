import { expect, test } from "vitest";
import { toneOf } from "../../../../server/catalog/reviews/quote-tone.ts";

test.each([
  "Through heavy rain to the office and everything inside stayed dry.",
  "Rough roads, bad weather, and it still runs.",
  "Heavy autumn rain for a week, dry socks.",
  "I have a bad back and this helps.",
  "I wish I had bought it years ago.",
])("[REV-5] what the product met with is no blame of it: %s", (text) => {
  expect(toneOf(text, 5)).toBe("pleased");
});

test.each(["Far too heavy for me.", "Heavy and it leaks in the rain.", "The zip is stiff and it broke."])(
  "[REV-5] what is wrong with the product is blame: %s",
  (text) => {
    expect(toneOf(text, 2)).toBe("critical");
  },
);
