/** How many tokens a text is, without the model's own vocabulary: for endpoints that do not say, and to bound prompts. */
import type { ChatMessage } from "./chat-model.ts";

/** What a message costs beside its words: its role and the marks between messages. */
const PER_MESSAGE = 4;

/** Pieces that vocabularies do not join: scripts without spaces letter by letter, words, digits by threes, signs, lines. */
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|[\p{L}\p{M}]+|\p{N}{1,3}|[^\s\p{L}\p{M}\p{N}]+|\n+/gu;
/** Common words are one token; what is longer, or rarer in what vocabularies were made from, is several. */
const LETTERS = { ofAscii: 7, ofOthers: 3, ofSigns: 2 };

/** An estimate, within a fifth for running text. */
export function countTokens(text: string): number {
  let count = 0;
  for (const [piece] of text.matchAll(PIECES)) count += tokensOfPiece(piece);
  return count;
}

export function countPromptTokens(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { content }) => sum + countTokens(content) + PER_MESSAGE, PER_MESSAGE);
}

function tokensOfPiece(piece: string): number {
  if (/^[a-z]+$/i.test(piece)) return Math.ceil(piece.length / LETTERS.ofAscii);
  if (/^[\p{L}\p{M}]/u.test(piece)) return Math.ceil(piece.length / LETTERS.ofOthers);
  return /^[\p{N}\n]/u.test(piece) ? 1 : Math.ceil(piece.length / LETTERS.ofSigns);
}
