/** A figure and how sure it is, on a line on which nothing has its place in the middle. */
export function IntervalBar({
  value,
  low,
  high,
  reach,
  tone,
  label,
}: {
  value: number;
  /** An open end is null. */
  low: number | null;
  high: number | null;
  /** What the line ends at, on both sides: the same for all that are to be compared. */
  reach: number;
  tone: "good" | "bad" | "open";
  label: string;
}) {
  const at = (figure: number) => 100 + Math.max(-1, Math.min(1, figure / reach)) * 96;
  const from = at(low ?? -reach);
  const to = at(high ?? reach);
  return (
    <svg
      class={`interval interval-${tone}`}
      viewBox="0 0 200 24"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line class="interval-axis" x1="0" x2="200" y1="12" y2="12" />
      <rect class="interval-range" x={from} y="6" width={Math.max(1, to - from)} height="12" rx="2" />
      <line class="interval-zero" x1="100" x2="100" y1="1" y2="23" />
      <line class="interval-value" x1={at(value)} x2={at(value)} y1="4" y2="20" />
    </svg>
  );
}
