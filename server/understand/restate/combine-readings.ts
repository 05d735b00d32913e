/** Two readings of one message: its own words, and a model's restatement of it in plain English. Pure. */
import type {
  DialogueAct,
  HeardPreference,
  Restatement,
  Understanding,
} from "../../dialogue/understanding.ts";

/**
 * What was written in another language is understood by its restatement. Of one in English, the own words count, and the
 * restatement adds what they left unclear; where the two contradict each other, that is recorded, and the own words stand.
 */
export function combineReadings(own: Understanding, restated: Understanding, by: Restatement): Understanding {
  if (by.language !== "en") return translated(own, restated, by);
  const wishes = restated.preferences.filter(
    (wish) => !own.preferences.some((other) => isSameWish(wish, other)),
  );
  const contradicting = wishes.filter((wish) => own.preferences.some((other) => contradicts(wish, other)));
  const newWishes = wishes.filter((wish) => !contradicting.includes(wish));
  const newCritiques = restated.critiques.filter(
    (critique) => !own.critiques.some(({ attribute }) => attribute === critique.attribute),
  );
  const newQuestions = restated.questions.filter(
    (question) => !own.questions.some(({ about }) => about === question.about),
  );
  const newActs = restated.acts.filter((act) => !own.acts.includes(act));
  // An act that says nothing is given up for one that does.
  const kept = own.acts.filter((act) => newActs.length === 0 || !EMPTY_ACTS.has(act));
  const missed = own.acts.filter((act) => !restated.acts.includes(act) && !EMPTY_ACTS.has(act));
  return {
    ...own,
    acts: [...kept, ...newActs],
    preferences: [...own.preferences, ...newWishes],
    critiques: [...own.critiques, ...newCritiques],
    questions: [...own.questions, ...newQuestions],
    references: own.references.length > 0 ? own.references : restated.references,
    sentiment: own.sentiment === "neutral" ? restated.sentiment : own.sentiment,
    unclear: restated.unclear.length < own.unclear.length ? restated.unclear : own.unclear,
    restated: {
      ...by,
      added: [
        ...newActs,
        ...newWishes.map(wordsOfWish),
        ...newCritiques.map(({ direction, attribute }) => `${direction} ${attribute}`),
        ...newQuestions.map(({ about }) => `asks ${about}`),
      ],
      disagreements: [
        ...contradicting.map((wish) => `restated as ${wordsOfWish(wish)}`),
        ...missed.map((act) => `only in the own words: ${act}`),
        ...(own.sentiment !== "neutral" && restated.sentiment !== own.sentiment
          ? [`sentiment ${own.sentiment}, restated ${restated.sentiment}`]
          : []),
      ],
    },
  };
}

/** Acts of a message that nothing was made of. */
const EMPTY_ACTS: ReadonlySet<DialogueAct> = new Set<DialogueAct>(["out-of-scope", "smalltalk"]);

function translated(own: Understanding, restated: Understanding, by: Restatement): Understanding {
  return {
    ...restated,
    language: "en",
    restated: {
      ...by,
      added: [...restated.acts, ...restated.preferences.map(wordsOfWish)],
      disagreements: own.preferences
        .filter((wish) => restated.preferences.some((other) => contradicts(wish, other)))
        .map((wish) => `own words: ${wordsOfWish(wish)}`),
    },
  };
}

function isSameWish(a: HeardPreference, b: HeardPreference): boolean {
  return (
    a.attribute === b.attribute &&
    a.operator === b.operator &&
    a.polarity === b.polarity &&
    JSON.stringify(a.value).toLowerCase() === JSON.stringify(b.value).toLowerCase()
  );
}

/** Of one attribute, two readings that cannot both hold: another number, or yes against no. */
function contradicts(a: HeardPreference, b: HeardPreference): boolean {
  if (a.attribute !== b.attribute || isSameWish(a, b)) return false;
  const sameValue = JSON.stringify(a.value).toLowerCase() === JSON.stringify(b.value).toLowerCase();
  return (
    (sameValue && a.polarity !== b.polarity) || typeof a.value === "number" || typeof b.value === "number"
  );
}

function wordsOfWish({ attribute, operator, value, polarity }: HeardPreference): string {
  return `${polarity === "negative" ? "not " : ""}${attribute} ${operator} ${JSON.stringify(value)}`;
}
