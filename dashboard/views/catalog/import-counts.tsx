import type { ImportOutcome } from "../../api/catalog.ts";
import { tellCount } from "../../parts/format.ts";

/** What an import gives, in a row of figures. */
export function ImportFigures({ outcome }: { outcome: ImportOutcome }) {
  const { added, updated, unchanged, removed, hidden, rejected, rejectedTotal } = outcome;
  const figures = [
    { name: "New", value: added },
    { name: "Changed", value: updated },
    { name: "As before", value: unchanged },
    ...(removed === undefined ? [] : [{ name: "Left out, hidden", value: removed }]),
    { name: "Not shown", value: hidden },
    { name: "Rows rejected", value: rejectedTotal ?? rejected.length, isBad: true },
  ];
  return (
    <dl class="import-figures">
      {figures.map(({ name, value, isBad }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd {...(isBad && value > 0 && { class: "bad" })}>{tellCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What an import that is held back would take away. */
export function tellLeaving({ leaving, visible, examples }: NonNullable<ImportOutcome["held"]>): string {
  const such = examples.length === 0 ? "" : `, such as ${examples.slice(0, 3).join(", ")}`;
  return `${tellCount(leaving)} of the ${tellCount(visible)} products that shoppers see are missing from it${such}.`;
}

/** Why products of the file are not shown to shoppers. */
export function HiddenReasons({ reasons }: { reasons: Record<string, number> | undefined }) {
  const found = Object.entries(reasons ?? {});
  if (found.length === 0) return null;
  return (
    <section>
      <h3>Not shown to shoppers</h3>
      <ul class="rows small">
        {found.map(([reason, count]) => (
          <li key={reason}>
            <span>{reason}</span>
            <span>{tellCount(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
