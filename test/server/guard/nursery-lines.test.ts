import { describe, expect, it } from "vitest";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { NURSERY } from "./independent/nursery.ts";
import { FALSE_LINES, HEARD, TRUE_LINES } from "./nursery-lines.ts";

const stock = new Map(
  [...NURSERY.truths, ...NURSERY.lies].flatMap(({ items }) => items.map((item) => [item.sku, item] as const)),
);

const isStopped = (skus: string, sentence: string): boolean => {
  const items = skus.split(",").flatMap((sku) => stock.get(sku) ?? []);
  expect(items.length).toBe(skus.split(",").length);
  const evidence = NURSERY.evidenceOn({ kind: "", items, sentence, heard: HEARD });
  return checkSentence(sentence, evidence).type !== "pass";
};

describe("[GRD-2] figures that follow from others and statements on things that nothing names", () => {
  it.each(TRUE_LINES)("pass where they are true: %s: %s", (skus, sentence) => {
    expect(isStopped(skus, sentence)).toBe(false);
  });
  it.each(FALSE_LINES)("are stopped where they are false: %s: %s", (skus, sentence) => {
    expect(isStopped(skus, sentence)).toBe(true);
  });
});
