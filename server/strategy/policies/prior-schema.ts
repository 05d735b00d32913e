/** How the prior stands in a policy file; see `prior-model.ts`. */
import { z } from "zod";
import { ACTS, type Act } from "../../dialogue/talk.ts";

const row = z.array(z.number());
const table = z.array(row);

const tree = z
  .strictObject({ columns: z.array(z.int().min(0)), thresholds: z.array(z.number().nullable()), leaves: row })
  .refine(
    ({ columns, thresholds, leaves }) =>
      thresholds.length === columns.length && leaves.length === columns.length + 1,
    { error: "is no full tree" },
  );

const member = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("logistic"), weights: table }),
  z.strictObject({ kind: z.literal("boosted-trees"), base: row, rounds: z.array(z.array(tree)) }),
  z.strictObject({
    kind: z.literal("network"),
    inward: table,
    inwardBias: row,
    outward: table,
    outwardBias: row,
    direct: table,
  }),
]);

export const priorSchema = z
  .strictObject({
    type: z.literal("prior"),
    features: z.array(z.string()).min(1),
    acts: z.array(z.enum(ACTS as [Act, ...Act[]])).min(2),
    members: z.array(member).min(1),
    temperature: z.number().min(0.05).max(20),
    yield: row,
  })
  .refine(
    ({ features, acts, yield: ends, members }) => {
      const isTable = (rows: number[][], height: number, width: number) =>
        rows.length === height && rows.every(({ length }) => length === width);
      const isSize = (part: z.infer<typeof member>) => {
        if (part.kind === "logistic") return isTable(part.weights, features.length, acts.length);
        if (part.kind === "boosted-trees")
          return (
            part.base.length === acts.length &&
            part.rounds.every(
              (trees) =>
                trees.length === acts.length &&
                trees.every(({ columns }) => columns.every((column) => column < features.length)),
            )
          );
        const units = part.inwardBias.length;
        return (
          isTable(part.inward, features.length, units) &&
          isTable(part.outward, units, acts.length) &&
          part.outwardBias.length === acts.length &&
          isTable(part.direct, features.length, acts.length)
        );
      };
      return ends.length === features.length && members.every(isSize);
    },
    { error: "has weights that do not fit its features and acts" },
  );
