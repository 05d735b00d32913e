import type { Comparison } from "../../shared/shopper-socket.ts";
import type { AgentLine } from "../session/view.ts";
import * as words from "./words.ts";

/** The cards side by side. Scrolls by itself where it is wider than the panel, also with the keyboard. */
export function CompareTable({ turn, rows }: { turn: AgentLine; rows: Comparison["rows"] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse.
    <section class="compare small" aria-label={words.products} tabIndex={0}>
      <table>
        <tr>
          <td />
          {turn.cards.map(({ sku, title }) => (
            <th key={sku} scope="col" dir="auto">
              {title}
            </th>
          ))}
        </tr>
        {rows.map(({ label, values }) => (
          <tr key={label}>
            <th scope="row" dir="auto">
              {label}
            </th>
            {values.map((value, place) => (
              <td key={turn.cards[place]?.sku} dir="auto">
                {value ?? words.notStated}
              </td>
            ))}
          </tr>
        ))}
      </table>
    </section>
  );
}
