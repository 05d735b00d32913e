/** A message with all that is told by its words alone: tokens spelt right, clauses, names, amounts, and what is negated. */
import type { CatalogVocabulary } from "../catalog/vocabulary-types.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { CatalogLexicon } from "./catalog-lexicon.ts";
import { splitClauses } from "./clauses.ts";
import { restoreApostrophes } from "./dropped-apostrophes.ts";
import { COMMON_WORDS } from "./english-words.ts";
import { inEnglish } from "./foreign-words.ts";
import { readLanguage } from "./language.ts";
import { negatedSpans, withoutLacks } from "./negation.ts";
import { findQuantities } from "./quantities.ts";
import type { FoundReference } from "./shown-cards.ts";
import type { TitleIndex } from "./title-index.ts";
import { overlaps, plainOf, readMessage, respell, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

/** What is read of one message; the rest of a longer text is kept as not understood. */
const LONGEST_READ = 2000;
/** Prose of that length has some four hundred words; more tokens than this are digits and marks. */
const MOST_TOKENS = 600;
const WEIGHT_TALK = /\b(?:weigh|weighs|weight|light|lighter|lightweight|heavy|heavier)\b/;

export function readContext(
  text: string,
  state: DialogueState,
  vocabulary: CatalogVocabulary,
  lexicon: CatalogLexicon,
  titles: TitleIndex,
): Context {
  const written = readMessage(text.slice(0, LONGEST_READ), MOST_TOKENS);
  const language = readLanguage(written, (word) => vocabulary.hasWord(word));
  // Another language's words are no misspelt English ones.
  const isForeign = language !== "en" && language !== "und";
  const correct = (word: string) => withoutDrawl(word) ?? lexicon.correct(word);
  const message = isForeign
    ? respell(written, (word) => inEnglish(word, language))
    : restoreApostrophes(respell(written, correct));
  const clauses = splitClauses(message);
  const negated = negatedSpans(message, clauses);
  return {
    message,
    language,
    clauses,
    mentions: lexicon.mentions(message),
    quantities: findQuantities(message, vocabulary.currency, WEIGHT_TALK.test(message.plain)),
    negated: hasItemInView(state) ? withoutLacks(message, clauses, negated) : negated,
    state,
    vocabulary,
    lexicon,
    titles,
  };
}

/** "Heyyy", "sooo": the word that is drawn out; null for a word that is not. */
function withoutDrawl(word: string): string | null {
  if (!/(\p{L})\1\1/u.test(word)) return null;
  const forms = [word.replace(/(\p{L})\1\1+/gu, "$1"), word.replace(/(\p{L})\1\1+/gu, "$1$1")];
  return forms.find((form) => COMMON_WORDS.has(form)) ?? null;
}

/** The number of "#2" and "option 1" counts cards: it is no price, no size and no model. */
export function withoutPlaces(context: Context, references: readonly FoundReference[]): Context {
  const places = references.filter(({ reference }) => reference.kind === "ordinal");
  const isPlace = (span: Span) => places.some((place) => overlaps(place, span));
  return {
    ...context,
    quantities: context.quantities.filter(({ core }) => !isPlace(core)),
    mentions: context.mentions.filter(
      (mention) => !(isPlace(mention) && /^\d+$/.test(plainOf(context.message, mention))),
    ),
  };
}
