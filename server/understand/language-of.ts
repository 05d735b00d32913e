import { readLanguage } from "./language.ts";
import { readMessage } from "./tokens.ts";

/** BCP 47 primary tag of a text, "und" when it can't be told. `isOfCatalog` tells the words that the catalog's own texts are made of. */
export function languageOf(text: string, isOfCatalog: (word: string) => boolean): string {
  return readLanguage(readMessage(text), isOfCatalog);
}
