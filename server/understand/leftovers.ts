/** What carried meaning and was not understood [NLU-2]: kept in the shopper's own words, never dropped. */
import { CONVERSATION_WORDS, NO_PROPERTY } from "./english-words.ts";
import { isSmallWord } from "./language.ts";
import { SpanCover } from "./span-cover.ts";
import { quote, type Span, type Token } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export function findLeftovers(context: Context, understood: Span[], language: string): string[] {
  const { message } = context;
  const taken = new SpanCover(understood);
  for (const mention of context.mentions) if (mention.kind === "attribute") taken.add(mention);
  const spans: Span[] = [];
  for (const [index, token] of message.tokens.entries()) {
    const span = { from: index, to: index + 1 };
    if (!carriesMeaning(token, language) || taken.overlaps(span)) continue;
    const previous = spans.at(-1);
    // Words with only grammar between them were said as one thing.
    if (previous && index - previous.to <= 2 && isGrammar(message.tokens.slice(previous.to, index)))
      previous.to = index + 1;
    else spans.push(span);
  }
  return spans.map((span) => quote(message, span));
}

function carriesMeaning(token: Token, language: string): boolean {
  if (token.kind === "mark") return false;
  if (token.kind === "number") return true;
  return (
    !CONVERSATION_WORDS.has(token.word) &&
    !NO_PROPERTY.has(token.word) &&
    !isSmallWord(token.word, language) &&
    (token.word.length > 1 || !/[a-z]/.test(token.word))
  );
}

function isGrammar(tokens: Token[]): boolean {
  return tokens.every((token) => token.kind === "word" && CONVERSATION_WORDS.has(token.word));
}
