import { expect, test } from "vitest";
import { learnUnits } from "../../../../server/catalog/import/column-units.ts";

const learn = (rows: Record<string, unknown>[]) =>
  Object.fromEntries(
    learnUnits(
      rows.map((fields, place) => ({ row: place + 1, fields })),
      ["title"],
    ),
  );

test("[FCT-2] a bare number has the unit in which titles say it", () => {
  const rows = [13.3, 14, 15.6, 17.3].map((size, place) => ({
    title: `Norrvik ${place} Laptop ${size}" with ${size} ports`,
    display_diagonal: size,
    ports: size,
    lucky: size,
  }));
  expect(learn(rows)).toEqual({ display_diagonal: "in" });
});

test("[FCT-2] an imperial sibling tells what the metric column is in, by the ratio", () => {
  const rows = [250, 980, 1300, 4100].map((weight) => ({
    title: "Thing",
    weight,
    weight_imperial: (weight / 453.59).toFixed(2),
  }));
  expect(learn(rows)).toEqual({ weight: "g", weight_imperial: "lb" });
});

test.each<[why: string, rows: Record<string, unknown>[]]>([
  [
    "too few rows say it",
    [1, 2, 3, 4].map((length) => ({ title: length === 1 ? "Cable 1 m" : "Cable", length })),
  ],
  [
    "rows disagree",
    [1, 2, 3, 4].map((length) => ({ title: `Cable ${length} ${length % 2 ? "m" : "ft"}`, length })),
  ],
  ["it is of another kind", [1, 2, 3, 4].map((length) => ({ title: `Cable ${length} kg`, length }))],
  ["the column holds text too", [1, 2, 3, "long"].map((length) => ({ title: `Cable ${length} m`, length }))],
  [
    "its name has a unit",
    [1, 2, 3, 4].map((length) => ({ title: `Cable ${length} m`, "length (cm)": length })),
  ],
  [
    "it is paper's weight by area",
    [80, 90, 100, 120].map((weight) => ({ title: `Paper ${weight} g/m²`, weight })),
  ],
])("[FCT-2] no unit where %s", (_, rows) => {
  expect(learn(rows)).toEqual({});
});
