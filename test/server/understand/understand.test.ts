import { afterAll, describe, expect, it } from "vitest";
import type { Understanding } from "../../../server/dialogue/understanding.ts";
import { DIALOGUE_ACTS } from "../../../server/dialogue/understanding.ts";
import { createUnderstanding } from "../../../server/understand/understand.ts";
import { fixtureProducts, fixtureVocabulary } from "./fixture-vocabulary.ts";
import { MESSAGES } from "./messages.ts";
import { situations } from "./situations.ts";

const understand = createUnderstanding(fixtureVocabulary, fixtureProducts);
const tally = new Map(DIALOGUE_ACTS.map((act) => [act, { both: 0, heard: 0, labelled: 0 }]));

for (const [group, { situation, rows }] of Object.entries(MESSAGES)) {
  describe(group, () => {
    for (const row of rows) {
      it(`"${row.text}"`, () => {
        const heard = understand(row.text, situations[situation]);
        const labelled = row.acts.split(" ");
        for (const [act, counts] of tally) {
          if (heard.acts.includes(act)) counts.heard++;
          if (labelled.includes(act)) counts.labelled++;
          if (heard.acts.includes(act) && labelled.includes(act)) counts.both++;
        }
        const actual = describeUnderstanding(heard);
        const { text: _, ...labels } = row;
        expect(actual).toMatchObject(labels);
      });
    }
  });
}

afterAll(() => {
  const lines = [...tally].map(([act, { both, heard, labelled }]) => {
    const share = (of: number) => (of === 0 ? "-" : (both / of).toFixed(2));
    return `${act.padEnd(20)} n ${String(labelled).padStart(3)}  precision ${share(heard)}  recall ${share(labelled)}`;
  });
  console.log(`acts on the labelled messages\n${lines.join("\n")}`);
});

/** The understanding in the notation of the labels. */
function describeUnderstanding(heard: Understanding) {
  const at = (skus: string[]) => skus.map((sku) => ` @${sku}`).join("");
  return {
    acts: heard.acts.join(" "),
    wishes: heard.preferences.map((wish) => {
      const value = wish.value === null ? "" : ` ${wish.value}`;
      const unit = wish.unit === undefined ? "" : ` ${wish.unit}`;
      const sign = wish.polarity === "negative" ? "not " : "";
      return `${sign}${wish.attribute} ${wish.operator}${value}${unit}${wish.firmness === "prefer" ? "?" : ""}`;
    }),
    questions: heard.questions.map(
      ({ kind, about, value, skus }) =>
        `${kind} ${about}${value === undefined ? "" : `=${value}`}${at(skus)}`,
    ),
    critiques: heard.critiques.map(
      ({ attribute, direction, orEqual, value, sku }) =>
        `${attribute} ${direction}${orEqual ? " orEqual" : ""}${value === undefined ? "" : `=${value}`}${sku === null ? "" : ` @${sku}`}`,
    ),
    references: heard.references.map(({ kind, skus }) => `${kind}${at(skus)}`),
    sentiment: heard.sentiment,
    language: heard.language,
    unclear: heard.unclear,
  };
}
