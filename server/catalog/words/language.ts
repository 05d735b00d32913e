import { stemmer as stemDutch } from "@orama/stemmers/dutch";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import { stemmer as stemItalian } from "@orama/stemmers/italian";
import { stemmer as stemPortuguese } from "@orama/stemmers/portuguese";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import { rootOf, STOP_WORDS, singularOf } from "../fold-text.ts";

/** Languages whose endings are known; words of others are found as they stand. */
export type Language =
  | "english"
  | "spanish"
  | "german"
  | "french"
  | "italian"
  | "portuguese"
  | "dutch"
  | "russian";

/** Words that say nothing of a product, by which a text's language is told too. Without accents. */
const FUNCTION_WORDS: Record<Language, ReadonlySet<string>> = {
  english: setOf("the and of for with without in on at to from by or is are it this that your"),
  spanish: setOf("de la el los las y con para sin en por un una del al su que es o se"),
  german: setOf("der die das und mit fur von ohne im in den dem ein eine zu auf ist fuer oder aus bei"),
  french: setOf("le la les de des du et avec pour sans en un une au aux sur est ou dans votre"),
  italian: setOf("il la lo gli le di e con per senza in un una del della dei da al che o"),
  portuguese: setOf("o a os as de e com para sem em um uma do da dos das no na por que"),
  dutch: setOf("de het en van met voor zonder in een op te is of uit bij aan je"),
  russian: setOf("и в на с для из по от без до не или под к за"),
};

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const ANY_FUNCTION_WORD = new Set(Object.values(FUNCTION_WORDS).flatMap((words) => [...words]));

/** Words of a question that it is not about: "what is the best … for me". */
export function isStopWord(word: string, language: Language): boolean {
  return STOP_WORDS.has(word) || FUNCTION_WORDS[language].has(word);
}

/** Counts function words to tell the language that most of a catalog is written in. */
export class LanguageCounter {
  readonly #counts = new Map<string, number>();

  add(word: string): void {
    if (ANY_FUNCTION_WORD.has(word)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** English where nothing speaks for another. */
  finish(): Language {
    let most: Language = "english";
    let highest = 0;
    for (const language of LANGUAGES) {
      let count = 0;
      for (const word of FUNCTION_WORDS[language]) count += this.#counts.get(word) ?? 0;
      if (count > highest) [most, highest] = [language, count];
    }
    return most;
  }
}

const LANGUAGES: readonly Language[] = [
  "english",
  "spanish",
  "german",
  "french",
  "italian",
  "portuguese",
  "dutch",
  "russian",
];

const STEMMERS: Record<Language, (word: string) => string> = {
  english: singularOf,
  spanish: stemSpanish,
  german: stemGerman,
  french: stemFrench,
  italian: stemItalian,
  portuguese: stemPortuguese,
  dutch: stemDutch,
  russian: singularOf,
};

/**
 * The form under which a word is indexed: it has its inflections in common, not its relatives. In English that is the
 * singular, because stems would make printers of prints. Cyrillic words are read as Russian whatever the rest of the
 * catalog is; what has digits in it is a name and stays.
 */
export function termOf(word: string, language: Language): string {
  if (word.length < 3 || /\d/.test(word)) return word;
  if (CYRILLIC.test(word)) return stemRussian(word);
  return STEMMERS[language](word);
}
const CYRILLIC = /^[\u0400-\u04ff]/;

/** What a term has in common with its relatives: "commut" of commute, commuter and commuting. */
export function familyOf(term: string, language: Language): string {
  return language === "english" ? rootOf(term) : term;
}
