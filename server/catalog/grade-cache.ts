import { kindAsked } from "../dialogue/kinds.ts";
import type { Preference } from "../dialogue/state.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { Grades } from "./grades.ts";
import { gradesOf } from "./match-preference.ts";

/** What all grades that are kept may take, in bytes; one of them takes one per product. */
const BYTES_MAX = 1 << 25;
const LEAST_KEPT = 16;
const MOST_KEPT = 1_000;

/** A shopper's wishes stay the same over many turns, and many shoppers wish the same. */
export class GradeCache {
  readonly #index: CatalogIndex;
  readonly #kept = new Map<string, Grades>();
  readonly #keptMax: number;

  constructor(index: CatalogIndex) {
    this.#index = index;
    this.#keptMax = Math.max(
      LEAST_KEPT,
      Math.min(MOST_KEPT, Math.floor(BYTES_MAX / Math.max(1, index.size))),
    );
  }

  of(preference: Preference): Grades {
    const { attribute, operator, unit, polarity, firmness, exact, isPart } = preference;
    const value = attribute === "category" ? kindAsked(preference) : preference.value;
    const key = JSON.stringify([attribute, operator, value, unit, polarity, firmness, exact, isPart]);
    const grades = this.#kept.get(key) ?? gradesOf(preference, this.#index);
    // The newest stands last: what is forgotten is what was not asked for longest.
    this.#kept.delete(key);
    this.#kept.set(key, grades);
    if (this.#kept.size > this.#keptMax) this.#kept.delete(this.#kept.keys().next().value ?? "");
    return grades;
  }

  /** When prices or stock have changed. */
  clear(): void {
    this.#kept.clear();
  }
}
