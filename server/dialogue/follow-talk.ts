/** Our own conversations as utterances: what was heard and spoken, with names marked as learned policies know them. */
import type { SpokenTurn } from "./events.ts";
import type { ShownItem } from "./state.ts";
import { type Act, ITEM, KIND, NAME, sentencesOf, type Talk, utter, wordsOf } from "./talk.ts";
import type { Understanding } from "./understanding.ts";

/** A message: its sentences, and at the end a mark for each name that was understood. */
export function hearTalk(talk: Talk, text: string, understanding: Understanding): Talk {
  const marks = [
    ...understanding.references.flatMap(({ kind }) => (kind === "title" ? [ITEM] : [])),
    ...understanding.preferences.flatMap(({ attribute }) =>
      attribute === "category" ? [KIND] : attribute === "brand" ? [NAME] : [],
    ),
  ];
  const sentences = sentencesOf(text.slice(0, TEXT_READ));
  return sentences.reduce((before, sentence, index) => {
    const words = wordsOf(sentence);
    const isLast = index === sentences.length - 1;
    return utter(before, { by: "shopper", words: isLast ? [...words, ...marks] : words, act: null });
  }, talk);
}

/** What nobody reads to the end has shown what it is by here. In characters. */
const TEXT_READ = 600;

/** A turn: an utterance for each strategy, in order, with its share of the sentences. */
export function speakTalk(talk: Talk, turn: SpokenTurn, shown: readonly ShownItem[]): Talk {
  const titles = new Set([...turn.items, ...shown.slice(-TITLES_MARKED)].map(({ title }) => title));
  let text = turn.text;
  for (const title of titles) if (title !== "") text = text.replaceAll(title, ITEM);
  const sentences = sentencesOf(text);
  const acts = turn.strategies.filter((strategy): strategy is Act => strategy !== "yield");
  const spoken: (Act | null)[] = acts.length > 0 ? acts : [null];
  return spoken.reduce((before, act, index) => {
    const from = Math.floor((index * sentences.length) / spoken.length);
    const to = Math.floor(((index + 1) * sentences.length) / spoken.length);
    return utter(before, { by: "agent", words: sentences.slice(from, to).flatMap(wordsOf), act });
  }, talk);
}

const TITLES_MARKED = 6;

/** The talk as it will be once a turn holds these strategies, which nobody has phrased yet. */
export function planTalk(talk: Talk, strategies: readonly (Act | "yield")[]): Talk {
  return strategies.reduce(
    (before, act) => (act === "yield" ? before : utter(before, { by: "agent", words: [], act })),
    talk,
  );
}
