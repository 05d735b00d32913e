/** Cyrillic letters as brands are heard and written in them; й and я as in "сяоми" and "найк". */
const LATIN: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "u",
  я: "ia",
};

/** A folded word in Latin letters, as near as letters come: "самсунг" is "samsung". Other scripts stay. */
export function latinOf(word: string): string {
  return word.replace(/[а-я]/g, (letter) => LATIN[letter] ?? letter);
}
