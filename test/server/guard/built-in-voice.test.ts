import { describe, expect, it } from "vitest";
import { createGuard } from "../../../server/guard/create-guard.ts";
import { buildNameIndex } from "../../../server/guard/name-index.ts";
import { phraseTurn } from "../../../server/speak/phrase-turn.ts";
import {
  bike,
  claimsOn,
  contextOf,
  endless,
  everyContent,
  formatMoney,
  oddProducts,
  otherBike,
  pair,
  planOf,
} from "../speak/plans.ts";

const guard = createGuard(buildNameIndex(oddProducts));
const HEARD = ["I carry it up my stairs"];

describe("[GRD-3] the built-in voice", () => {
  it.each([
    [bike, otherBike],
    [endless, bike],
    [pair, bike],
  ])("is never stopped on $title", (item, other) => {
    const stopped = new Set<string>();
    for (const content of everyContent(item, other)) {
      const cards = content.type === "present-cards" ? content.skus.map((sku) => ({ sku, why: "" })) : [];
      const plan = planOf([content], { products: [item, other], claims: claimsOn(item, other), cards });
      for (let seed = 0; seed < 8; seed++) {
        for (const tone of ["warm", "brisk", "playful"] as const) {
          const context = contextOf({ seed, persona: { tone }, heard: HEARD });
          for (const { text } of phraseTurn(plan, context, formatMoney)) {
            const verdict = guard(text, plan, context);
            if (verdict.type !== "pass")
              stopped.add(`${text} (${text.slice(...verdict.span)}: ${verdict.why})`);
          }
        }
      }
    }
    expect([...stopped]).toEqual([]);
  });
});
