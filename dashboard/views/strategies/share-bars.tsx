/** Each strategy with two intervals over one scale: of all acts, and of the acts before an acceptance. */
import type { Share } from "../../api/insight.ts";
import { nameOf, percent } from "../../parts/words.ts";
import type { StrategyRow } from "./sorted.ts";

export function ShareBars({ rows }: { rows: readonly StrategyRow[] }) {
  const top = scaleTop(rows);
  return (
    <div class="share-bars">
      <div class="share-legend small soft" aria-hidden="true">
        <span class="share-key share-key-all">of all acts</span>
        <span class="share-key share-key-accepted">of acts before an acceptance</span>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.strategy} class="share-row">
            <a href={`/dashboard/conversations?strategy=${row.strategy}`}>{nameOf(row.strategy)}</a>
            <span class="share-tracks">
              <Interval share={row.share} top={top} kind="all" />
              <Interval share={row.acceptedShare} top={top} kind="accepted" />
            </span>
            <span class="share-figures small">
              <Figure share={row.share} of="of all acts" />
              <Figure share={row.acceptedShare} of="of acts before an acceptance" />
            </span>
          </li>
        ))}
      </ul>
      <div class="share-scale small faint" aria-hidden="true">
        <span>0 %</span>
        <span>{percent(top / 2, 0)}</span>
        <span>{percent(top, 0)}</span>
      </div>
    </div>
  );
}

function Interval({ share, top, kind }: { share: Share | null; top: number; kind: "all" | "accepted" }) {
  const at = (value: number) => `${(100 * value) / top}%`;
  return (
    <span class={`share-track share-${kind}`} aria-hidden="true">
      {share && (
        <>
          <span class="share-interval" style={{ left: at(share.low), width: at(share.high - share.low) }} />
          <span class="share-value" style={{ left: at(share.value) }} />
        </>
      )}
    </span>
  );
}

function Figure({ share, of }: { share: Share | null; of: string }) {
  return (
    <span>
      {share ? percent(share.value) : "–"}
      <span class="visually-hidden">
        {" "}
        {of}
        {share && `, ${percent(share.low)} to ${percent(share.high)}`}
      </span>
    </span>
  );
}

/** The next tenth above all that is drawn. */
function scaleTop(rows: readonly StrategyRow[]): number {
  const highest = Math.max(
    ...rows.flatMap(({ share, acceptedShare }) => [share?.high ?? 0, acceptedShare?.high ?? 0]),
  );
  return Math.min(1, Math.max(0.1, Math.ceil(highest * 10) / 10));
}
