import { type BucketRange, isInRange } from "./bucket-ranges.ts";
import { hashShare } from "./hash.ts";

/** Experiments with disjoint ranges of one namespace have no unit in common [EXP-1]. */
export interface NamespaceRange extends BucketRange {
  id: string;
}

export function inNamespace(unit: string, namespace: NamespaceRange): boolean {
  return isInRange(hashShare(`__${namespace.id}`, unit, 1), namespace);
}
