import type { StrategyShares } from "../../api/insight.ts";

export type StrategyRow = StrategyShares["strategies"][number];

export const ORDERS = [
  { value: "accepted", name: "By share before acceptance" },
  { value: "difference", name: "By difference" },
  { value: "share", name: "By share of all acts" },
  { value: "name", name: "By name" },
] as const;
export type Order = (typeof ORDERS)[number]["value"];

/** The largest first, but for names. */
export function sorted(rows: readonly StrategyRow[], order: Order): StrategyRow[] {
  if (order === "name") return rows.toSorted((a, b) => a.strategy.localeCompare(b.strategy));
  const figure = ({ share, acceptedShare, difference }: StrategyRow) =>
    ({ share, accepted: acceptedShare, difference })[order]?.value ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => compare(figure(b), figure(a)) || b.acts - a.acts);
}

/** Without a difference of infinities, which is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
