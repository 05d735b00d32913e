import { capitaliseStart } from "./letter-case.ts";

/** The last touch on every sentence: one space, no stranded punctuation, a capital first, a full stop last. */
export function finishSentence(draft: string): string {
  const tidy = (UNTIDY.test(draft) ? tidied(draft) : draft).trim();
  const closed = /[.!?…]["”’)]?$/.test(tidy) ? tidy : `${tidy.replace(/[,;:–—-]$/, "")}.`;
  return capitaliseStart(closed);
}

/** Any of what `tidied` mends; most sentences have none of it. */
const UNTIDY = /[^\S ]|\s[\s,.;:!?]|[,;:][,;:.!?]|\.\.|[.!?]”\.$/;

function tidied(draft: string): string {
  return draft
    .replace(/\s+/gu, " ")
    .replace(/\s+([,.;:!?])/g, "$1")
    .replace(/([,;:])(?=[,;:.!?])/g, "")
    .replace(/(^|[^.])\.\.(?!\.)/g, "$1.")
    .replace(/([.!?]”)\.$/, "$1");
}

/** Shop owners' and shoppers' own words, made fit to stand inside a sentence: one line, no braces, no stray quotes. */
export function inlineText(text: string): string {
  if (!/[\p{Cc}\p{Cf}{}<>]|[^\S ]|\s\s/u.test(text)) return text.trim();
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/[{}<>]/g, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** A text's sentences; those of a quote that stands in one of them count as sentences too. */
export function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?…][”"]?)\s+(?=[\p{Lu}\p{N}“])/u);
}
