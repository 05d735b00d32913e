/** Units that measure the same thing, in terms of the first. Exact by definition, or rounded beyond what shops write. */
const SCALES: Record<string, number>[] = [
  { mm: 1, cm: 10, m: 1_000, km: 1_000_000, in: 25.4, ft: 304.8 },
  { g: 1, mg: 0.001, kg: 1_000, lb: 453.592_37, oz: 28.349_523 },
  { ml: 1, l: 1_000, "fl oz": 29.573_53 },
  { mb: 1, gb: 1_000, tb: 1_000_000 },
  { w: 1, kw: 1_000 },
  { hz: 1, ghz: 1e9 },
  { min: 1, h: 60 },
  { months: 1, years: 12 },
];

/** A measure in another unit; null when they don't measure the same thing. Without a unit on either side, the number as it is. */
export function convert(number: number, from: string | undefined, to: string | undefined): number | null {
  if (from === to || from === undefined || to === undefined) return number;
  const scale = SCALES.find((candidate) => from in candidate && to in candidate);
  if (scale === undefined) return null;
  return (number * (scale[from] ?? 1)) / (scale[to] ?? 1);
}
