/** "Ill take it", "id like the red one": without their apostrophes these are words of their own, so where they stand decides. */
import { stem } from "./normalise.ts";
import { type Message, type Token, withPlain } from "./tokens.ts";

const MEANT: Readonly<Record<string, readonly [string, string]>> = {
  ill: ["i", "will"],
  id: ["i", "would"],
  its: ["it", "is"],
};
/** What a sentence begins with before its subject. */
const BEFORE_SUBJECT =
  /^(?:and|but|so|then|ok|okay|yes|yeah|yep|sure|well|alright|right|fine|great|perfect|thanks|cool|think|guess|if|because|that|maybe|oh|hmm|no|what|which|whatever|one|now|actually)$/;
/** "Its colour" is a possessive; "its too heavy" is not. */
const AFTER_IS =
  /^(?:a|an|the|too|so|not|very|really|quite|for|my|just|perfect|great|good|nice|ok|okay|fine|been|got|almost|still|only|pretty|way|all|that|exactly|what)$/;
/** "ID card", "id number", "ill fitting". */
const NOT_SUBJECT_BEFORE = /^(?:card|cards|number|holder|badge|tag|fitting|people|person|health)$/;

/** The same message with "ill" read as "I will" where it begins a sentence. Quotes stay as they were written. */
export function restoreApostrophes(message: Message): Message {
  if (!message.tokens.some(({ word }) => Object.hasOwn(MEANT, word))) return message;
  return withPlain(
    message.text,
    message.tokens.flatMap((token, index): Token[] => {
      const words = Object.hasOwn(MEANT, token.word) ? MEANT[token.word] : undefined;
      if (!words || !isSubject(message.tokens, index)) return [token];
      return words.map((word) => ({ ...token, word, stem: stem(word) }));
    }),
  );
}

function isSubject(tokens: readonly Token[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (next?.kind !== "word") return false;
  if (token?.word === "its") return AFTER_IS.test(next.word);
  const begins = before === undefined || before.kind === "mark" || BEFORE_SUBJECT.test(before.word);
  return begins && !NOT_SUBJECT_BEFORE.test(next.word);
}
