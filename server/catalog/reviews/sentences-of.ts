/** A part of a text, [start, end) in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/**
 * The sentences of a text, where each begins and ends. Lines end sentences; "2.5 kg", "e.g." and an initial do not.
 * "Great.Would buy again" is two sentences written in haste.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== "") spans.push({ start: start + lead, end: start + raw.trimEnd().length });
    start = end;
  };
  for (const match of text.matchAll(ENDING)) {
    const end = match.index + match[0].length;
    if (
      match[0] === "\n" ||
      WIDE.test(match[0]) ||
      endsSentence(text.slice(start, end), text.slice(end, end + 2))
    )
      close(end);
  }
  close(text.length);
  return spans;
}

const ENDING = /\n|[.!?…]+["'”’)]*|[。！？]+/gu;
const WIDE = /[。！？]/;
const ABBREVIATED =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|approx|mr|mrs|ms|dr|prof|st|vs|no|nr|min|max|incl|ca|z\.b|d\.h|\p{L})\.$/iu;

function endsSentence(before: string, after: string): boolean {
  if (/^\s|^$/.test(after)) return !ABBREVIATED.test(before) || after === "";
  return /\p{Ll}[.!?]+$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(after);
}
