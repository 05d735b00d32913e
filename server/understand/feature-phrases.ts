/** Properties that are no attribute in most catalogs, as phrases of a fixed list and of a few fixed forms. */
import { FEATURES, LONGEST_FEATURE } from "./english-words.ts";
import type { Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export interface FoundFeature extends Span {
  value: string;
}

/** "Sugar free", "street legal", but not "everything is free". */
const FREE_OF =
  /^(?!(?:is|are|was|be|for|so|all|it|get|got|the|a|totally|completely|everything|today|now) |not |really |actually |even |also )[a-z]+ (?:free|neutral|legal|safe|proof|approved|certified|friendly|compatible|resistant)$/;

/** Properties of the feature list in a span, the longest phrase first at each place. Hyphens read as spaces. */
export function findFeatures(context: Context, span: Span): FoundFeature[] {
  const { tokens } = context.message;
  const found: FoundFeature[] = [];
  for (let from = span.from; from < span.to; from++) {
    let phrase = "";
    let longest: FoundFeature | null = null;
    let words = 0;
    for (let index = from; index < span.to && words < LONGEST_FEATURE; index++) {
      const token = tokens[index];
      if (!token || (token.kind === "mark" && (token.word !== "-" || index === from))) break;
      if (token.kind === "mark") continue;
      phrase = phrase === "" ? token.word : `${phrase} ${token.word}`;
      words++;
      const value = FEATURES.get(phrase) ?? (FREE_OF.test(phrase) ? phrase : undefined);
      if (value !== undefined) longest = { from, to: index + 1, value };
    }
    if (!longest) continue;
    found.push(longest);
    from = longest.to - 1;
  }
  return found;
}
