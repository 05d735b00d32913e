/** What of a question's words tells what it is about. */

const SMALL_WORDS = new Set(
  "a an and any are as at be but by can could do does for from get got has have how i if in is it its me my not of on or really so some sure that the them there these they this to was we what when where whether which who will with would you your".split(
    " ",
  ),
);

/** In lower case and in their order, without those that every question may have. */
export function tellingWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !SMALL_WORDS.has(word));
}
