/**
 * Where a unit falls between 0 and 1: the same for the same seed and unit, on every node and after every restart, and unlike any
 * other seed's [EXP-1]. As in GrowthBook (packages/sdk-js/src/util.ts), so that a shop may compute the same arms elsewhere.
 */

/** 2 is even; 1 has a thousand steps and mixes poorly, and is kept for namespaces, whose ranges others compute with it. */
export type HashVersion = 1 | 2;

/** @returns from 0 up to but without 1, in ten thousand steps (version 2) or a thousand (version 1). */
export function hashShare(seed: string, unit: string, version: HashVersion): number {
  return version === 2
    ? (fnv1a32(String(fnv1a32(seed + unit))) % 10_000) / 10_000
    : (fnv1a32(unit + seed) % 1_000) / 1_000;
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a, 32 bits, over UTF-16 code units: not over bytes, so letters beyond Latin hash as they do in a browser. */
function fnv1a32(text: string): number {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
}
