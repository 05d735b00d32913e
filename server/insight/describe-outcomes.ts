/** A site's outcomes in lines of text, as a merchant reads them. */
import { formatMoney } from "../catalog/format-money.ts";
import type { OutcomeSummary, Owed } from "./ports.ts";

export function describeOutcomes(summary: OutcomeSummary, locale: string): string[] {
  const { currency, orders, revenue, cartAdds, attributed, strategies, arms, refused, leftOut } = summary;
  const money = (minor: number) => formatMoney({ minor, currency }, locale);
  const owed = ({ orders: count, net, cartAdds: adds }: Owed) =>
    `${counted(count, "order")} (${money(net)}), ${counted(adds, "cart addition")}`;
  const notes = [`${orders.signed} signed`, `${orders.cancelled} cancelled`];
  if (orders.foreign > 0) notes.push(`${orders.foreign} in another currency`);
  return [
    `${counted(orders.placed, "order")} (${notes.join(", ")}) and ${counted(cartAdds, "cart addition")}.`,
    `Revenue ${money(revenue.net)}: ${money(revenue.gross)}, less ${money(revenue.refunded)} refunded and ${money(revenue.cancelled)} cancelled.`,
    `Owed to conversations directly (an item was shown): ${owed(attributed.direct)}.`,
    `Assisted by them: ${owed(attributed.assisted)}.`,
    ...section(
      "Strategies of the turns it is owed to:",
      strategies,
      (row) => `${row.strategy}: ${owed(row)}`,
    ),
    ...section("Arms:", arms, (row) => `${row.experiment}, ${row.arm}: ${owed(row)}`),
    ...section("Changed nothing:", Object.entries(refused), ([reason, times]) => `${reason}: ${times}`),
    ...section(
      "Left out:",
      Object.entries(leftOut).filter(([, { visitors, outcomes }]) => visitors + outcomes > 0),
      ([reason, { visitors, outcomes }]) =>
        `${reason}: ${counted(visitors, "visitor")}, ${counted(outcomes, "outcome")}`,
    ),
  ];
}

function section<Row>(title: string, rows: readonly Row[], line: (row: Row) => string): string[] {
  return rows.length === 0 ? [] : [title, ...rows.map((row) => `  ${line(row)}`)];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
