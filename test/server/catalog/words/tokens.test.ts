import { expect, test } from "vitest";
import { tokensOf } from "../../../../server/catalog/words/tokens.ts";

test.each([
  ["Crème Brûlée", ["creme", "brulee"]],
  ["256 GB", ["256gb"]],
  ["256GB", ["256gb"]],
  ['15.6"', ["15.6in"]],
  ["15.6″ display", ["15.6in", "display"]],
  ["15,6 inch", ["15.6in"]],
  ["15.6-inch", ["15.6in"]],
  ["2.0 m cable", ["2m", "cable"]],
  ["10,000 mAh", ["10000mah"]],
  ["256 гб", ["256gb"]],
  ["Стиральный", ["стиральный"]],
  ["Straße", ["strasse"]],
  ["802.11ac", ["802.11ac"]],
  ["006", ["006"]],
  ["women's", ["womens"]],
])("%s is %j", (text, words) => {
  expect(tokensOf(text).words).toEqual(words);
});

test.each([
  ["dv7-1211ea", ["dv7", "1211ea"], "dv71211ea"],
  ["Wi-Fi", ["wi", "fi"], "wifi"],
  ["startech.com", ["startech", "com"], "startechcom"],
  ["256 GB", ["256gb"], "256"],
])("%s is also found as it is written elsewhere", (text, words, variant) => {
  expect(tokensOf(text)).toEqual({ words, variants: [variant] });
});
