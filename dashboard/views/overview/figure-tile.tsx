import { signOf, tellShare } from "../../parts/format.ts";

/** A figure, how it stands to the one before, and its course by days. */
export function FigureTile(props: {
  name: string;
  says: string;
  value: string;
  /** Null where there is nothing to be a share of. */
  now: number | null;
  before: number | null;
  tellBefore: (value: number) => string;
  daily: number[];
  days: number;
  /** Shares differ by points, everything else by per cent. */
  isShare?: boolean;
}) {
  const { name, says, value, now, before, tellBefore, daily, days, isShare = false } = props;
  return (
    <section class="tile" aria-label={name}>
      <h2>{name}</h2>
      <p class="tile-value">{value}</p>
      <Change {...{ now, before, tellBefore, days, isShare }} />
      <Spark values={daily} />
      <p class="tile-says">{says}</p>
    </section>
  );
}

interface ChangeProps {
  now: number | null;
  before: number | null;
  tellBefore: (value: number) => string;
  days: number;
  isShare: boolean;
}

function Change({ now, before, tellBefore, days, isShare }: ChangeProps) {
  if (now === null || before === null || (before === 0 && !isShare))
    return <p class="tile-change soft">nothing in the {days} days before</p>;
  const change = isShare ? now - before : now / before - 1;
  const size = Math.abs(change);
  const told = isShare ? `${(size * 100).toFixed(1)} points` : tellShare(size, size < 0.1 ? 1 : 0);
  if (size < 0.0005) return <p class="tile-change soft">as in the {days} days before</p>;
  return (
    <p class="tile-change">
      <span class={change > 0 ? "good" : "bad"}>
        {signOf(change)}
        {told}
      </span>{" "}
      <span class="soft">from {tellBefore(before)}</span>
    </p>
  );
}

const WIDTH = 160;
const HEIGHT = 32;

/** Its figures stand beside it, so that it is decoration to who cannot see it. */
function Spark({ values }: { values: number[] }) {
  const most = Math.max(...values, Number.MIN_VALUE);
  const x = (index: number) => (values.length < 2 ? 0 : (index / (values.length - 1)) * WIDTH);
  const y = (value: number) => HEIGHT - 2 - (Math.max(0, value) / most) * (HEIGHT - 4);
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <polygon points={`0,${HEIGHT} ${points.join(" ")} ${WIDTH},${HEIGHT}`} />
      <polyline points={points.join(" ")} />
    </svg>
  );
}
