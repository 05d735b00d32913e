/** "a" or "an" goes by sound, not by letter: "an 8GB card", "a USB cable", "an LED light", "an hour". */

/** Capitals that are read as a word, not letter by letter. */
const READ_AS_WORDS = new Set([
  "RAM",
  "ROM",
  "SIM",
  "LAN",
  "NAS",
  "SATA",
  "RAID",
  "HEPA",
  "NASA",
  "LIDAR",
  "MIDI",
  "MOLLE",
  "NATO",
]);
const LETTERS_THAT_SOUND_OPEN = /^[AEFHILMNORSX]/;
/** "unisex", "used", "euro", "one-piece": written with a vowel, spoken with a consonant. */
const SOUNDS_CLOSED = /^(?:uni(?!n|m)|us[aeu]|ute|uk|eu|ewe|one\b|once\b|ubiq|uri)/i;
const SILENT_H = /^(?:hour|honest|heir|honou?r)/i;

export function indefiniteArticle(phrase: string): "a" | "an" {
  const word = phrase.replace(/^[^\p{L}\p{N}]+/u, "").split(/[\s/]/u)[0] ?? "";
  if (/^\d/.test(word)) return startsOpenAsNumber(word) ? "an" : "a";
  const letters = word.split("-")[0] ?? word;
  if (isSpelledOut(letters)) return LETTERS_THAT_SOUND_OPEN.test(letters) ? "an" : "a";
  if (SILENT_H.test(word)) return "an";
  if (SOUNDS_CLOSED.test(word)) return "a";
  return /^[aeiouàáâäåæèéêëìíîïòóôöøœùúûü]/i.test(word) ? "an" : "a";
}

export function withArticle(phrase: string): string {
  return `${indefiniteArticle(phrase)} ${phrase}`;
}

/** Eight, eleven, eighteen and whatever is counted in them: "an 8", "an 80", "an 11,000", but "a 110". */
function startsOpenAsNumber(word: string): boolean {
  const digits = /^[\d,]*/.exec(word)?.[0].replaceAll(",", "") ?? "";
  if (digits.startsWith("8")) return true;
  return /^1[18]/.test(digits) && digits.length % 3 === 2;
}

function isSpelledOut(word: string): boolean {
  if (/^\p{Lu}$/u.test(word)) return true;
  return /^[A-Z]{2,5}s?\d*$/.test(word) && !READ_AS_WORDS.has(word.replace(/s?\d*$/, ""));
}
