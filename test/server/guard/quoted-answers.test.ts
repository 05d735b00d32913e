import { describe, expect, it } from "vitest";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { CATALOG, evidenceOn } from "./fixture-catalog.ts";

const [first, second] = CATALOG;
if (!first || !second) throw new Error("the fixture has two items");
const ANSWER = "We deliver within 2 days. It is free from $60. Not to islands, though.";
const verdict = (sentence: string, of: string | null = null, heard: string[] = []) =>
  checkSentence(sentence, { ...evidenceOn([first, second]), answers: [{ text: ANSWER, of }], heard }).type;

describe("[GAP-2] the guard passes what the merchant has answered", () => {
  it.each([
    ["whole", `The shop says: “${ANSWER}”`],
    ["a sentence of it", "The shop says: “It is free from $60.”"],
    ["sentences as they follow each other", "Fernway says: “It is free from $60. Not to islands, though.”"],
    ["with the topic that was asked in front", "On delivery, the shop says: “We deliver within 2 days.”"],
  ])("%s", (_, sentence) => {
    expect(verdict(sentence, null, ["how long does delivery take?"])).toBe("pass");
  });

  it.each([
    ["a part that says otherwise", "The shop says: “free from $60.”"],
    [
      "sentences that don't follow each other",
      "The shop says: “We deliver within 2 days. Not to islands, though.”",
    ],
    ["other figures", "The shop says: “We deliver within 1 day.”"],
    ["more than it", `The shop says: “${ANSWER} And to Mars.”`],
    ["a promise before it", "On free next-day delivery, the shop says: “We deliver within 2 days.”"],
    ["a promise behind it", "The shop says: “We deliver within 2 days.” and ships worldwide."],
    ["the same without a quotation, as a promise of its own", "We deliver within 2 days."],
    ["it as a customer's words", `One buyer wrote: “${ANSWER}”`],
  ])("and not %s", (_, sentence) => {
    expect(verdict(sentence, null, ["how long does delivery take?"])).not.toBe("pass");
  });

  it("of the item it was written for, and of no other", () => {
    expect(verdict(`On the ${first.title}, the shop says: “${ANSWER}”`, first.sku)).toBe("pass");
    expect(verdict(`On the ${second.title}, the shop says: “${ANSWER}”`, first.sku)).not.toBe("pass");
  });
});
