/** Units that measure the same thing, in terms of the first. Exact by definition, or rounded beyond what shops write. */
const SCALES: Record<string, number>[] = [
  { mm: 1, cm: 10, m: 1_000, km: 1_000_000, in: 25.4, ft: 304.8, µm: 0.001 },
  { g: 1, mg: 0.001, kg: 1_000, lb: 453.592_37, oz: 28.349_523 },
  { ml: 1, cl: 10, l: 1_000, "fl oz": 29.573_53 },
  { mb: 1, gb: 1_000, tb: 1_000_000 },
  { mw: 0.001, w: 1, kw: 1_000 },
  { mv: 0.001, v: 1, kv: 1_000 },
  { mah: 1, ah: 1_000 },
  { hz: 1, khz: 1e3, mhz: 1e6, ghz: 1e9 },
  { min: 1, s: 1 / 60, h: 60, days: 1_440 },
  { months: 1, years: 12 },
];
const SCALE_OF = new Map(SCALES.flatMap((scale) => Object.keys(scale).map((unit) => [unit, scale] as const)));

/** Memory is counted in powers of two or of ten, as it comes: 16,384 MB and 16,000 MB are both called 16 GB. */
const BINARY_STEP = 1_024;

/** A number as people write it: two decimals, and of less than one three digits that say something ("0.98", "0.0123"). */
export function asWritten(number: number): number {
  if (number === 0 || !Number.isFinite(number)) return number;
  const magnitude = Math.floor(Math.log10(Math.abs(number)));
  return Number(number.toFixed(Math.min(20, Math.max(2, 2 - magnitude))));
}

/** A measure in another unit; null when they don't measure the same thing. Without a unit on either side, the number as it is. */
export function convert(number: number, from: string | undefined, to: string | undefined): number | null {
  if (from === to || from === undefined || to === undefined) return number;
  const scale = SCALE_OF.get(from);
  if (scale === undefined || scale !== SCALE_OF.get(to)) return null;
  const factor = (scale[from] ?? 1) / (scale[to] ?? 1);
  const inSteps = number * BINARY_STEP ** Math.round(Math.log10(factor) / 3);
  const isBinary = "gb" in scale && factor < 1 && Number.isInteger(inSteps);
  return isBinary ? inSteps : number * factor;
}

/** Whether two units measure the same thing; true of a unit and itself, known or not. */
export function areAlike(one: string, other: string): boolean {
  return one === other || (SCALE_OF.has(one) && SCALE_OF.get(one) === SCALE_OF.get(other));
}

/** A measure in the smallest customary unit of its kind ("g" for weights), so that equal measures give equal numbers. */
export function inBaseUnit(number: number, unit: string): { number: number; unit: string } {
  const base = Object.keys(SCALE_OF.get(unit) ?? { [unit]: 1 })[0] ?? unit;
  return { number: convert(number, unit, base) ?? number, unit: base };
}
