/**
 * How well each product answers one thing that was asked for, in two-hundredths: `FULLY`, 0 for not at all, in between
 * partly; `UNSAID` when the catalog does not say. A byte each, because a hundred wishes of a large catalog are kept.
 */
export type Grades = Uint8Array;
export const FULLY = 200;
export const UNSAID = 255;

/** From here on a preference counts as met. */
export const MET = 0.4 * FULLY;

/** Meets, misses or unknown, as a candidate tells it. What has no word on a thing to avoid is not known to be free of it. */
export function verdictOf(grade: number): "meets" | "misses" | "unknown" {
  if (grade === UNSAID) return "unknown";
  return grade >= MET ? "meets" : "misses";
}
