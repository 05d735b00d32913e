/** "Bright" and "brightness", "breathable" and "breathability": the same word but for its ending. */
export function isKindred(word: string, other: string): boolean {
  if (word === other) return true;
  const shorter = Math.min(word.length, other.length);
  // "Water" is no short form of "waterproof": only endings may differ.
  const endings = shorter <= 5 ? 3 : 6;
  if (shorter < 4 || Math.abs(word.length - other.length) > endings) return false;
  const shared = shorter <= 5 ? shorter : Math.max(5, shorter - 3);
  return word.slice(0, shared) === other.slice(0, shared);
}
