import type { StrategyRow } from "./sorted.ts";

const FIGURES = ["share", "acceptedShare", "difference"] as const;

/** Header and rows; shares from 0 to 1, empty where there is none. */
export function csvRows(rows: readonly StrategyRow[]): [string[], (string | number | null)[][]] {
  const header = [
    ...["strategy", "acts", "acts_before_acceptance"],
    ...["share", "share_before_acceptance", "difference"].flatMap((name) => [
      name,
      `${name}_low`,
      `${name}_high`,
    ]),
  ];
  return [
    header,
    rows.map((row) => [
      row.strategy,
      row.acts,
      row.acceptedActs,
      ...FIGURES.flatMap((figure) => {
        const share = row[figure];
        return [share?.value ?? null, share?.low ?? null, share?.high ?? null];
      }),
    ]),
  ];
}
