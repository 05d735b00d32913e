/** What hash tables in packed arrays are built with. */

/** Spreads what distinguishes two hashes over all of their bits (Murmur3's finaliser), so that the low ones can be used. */
export function mixBits(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** At least 2. */
export function powerOfTwoFrom(least: number): number {
  return 2 ** Math.max(1, Math.ceil(Math.log2(least)));
}
