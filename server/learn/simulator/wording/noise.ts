/** What thumbs and haste make of a sentence: slips of neighbouring keys, no capitals, no full stops. */
import type { Draws } from "../draws.ts";
import type { Persona } from "../personas.ts";

export function roughen(
  text: string,
  { typos, lowerCase, unpunctuated }: Pick<Persona, "typos" | "lowerCase" | "unpunctuated">,
  draws: Draws,
): string {
  let rough = text;
  if (draws.happens("noise/unpunctuated", unpunctuated)) rough = unpunctuate(rough, draws);
  if (draws.happens("noise/lower-case", lowerCase)) rough = rough.toLowerCase();
  return rough
    .split(" ")
    .map((word) => (draws.happens("noise/typo", typos) ? misspell(word, draws) : word))
    .join(" ");
}

function unpunctuate(text: string, draws: Draws): string {
  const dropsQuestionMarks = draws.happens("noise/question-mark", 0.3);
  return text
    .replace(/[.!](?=\s|$)/g, "")
    .replace(dropsQuestionMarks ? /[?](?=\s|$)/g : /$^/, "")
    .replace(/'(?=(?:s|m|t|re|d|ve|ll)\b)/g, draws.happens("noise/apostrophe", 0.5) ? "" : "'");
}

/** Rows of a keyboard: slips hit a key beside the one that was meant. */
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Short words and numbers are written with care. */
function misspell(word: string, draws: Draws): string {
  if (!/^\p{L}{4,}\p{P}*$/u.test(word)) return word;
  const letters = word.match(/^\p{L}+/u)?.[0].length ?? 0;
  const at = draws.between("noise/at", 1, letters - 2);
  const letter = word.charAt(at);
  switch (draws.between("noise/slip", 0, 3)) {
    case 0:
      return `${word.slice(0, at)}${word.charAt(at + 1)}${letter}${word.slice(at + 2)}`;
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at);
    default:
      return word.slice(0, at) + besideKey(letter, draws) + word.slice(at + 1);
  }
}

function besideKey(letter: string, draws: Draws): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()));
  const at = row?.indexOf(letter.toLowerCase()) ?? -1;
  const beside = row ? [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== "") : [];
  return draws.pick("noise/key", beside) ?? letter;
}
