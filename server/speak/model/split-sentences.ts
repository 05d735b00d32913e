/**
 * A model's answer, as it comes, to sentences: each is released the moment its end is certain. One sentence per line with a
 * tag in front is what the prompt asks for; prose without either is taken, too.
 */

export interface ModelSentence {
  text: string;
  /** As tagged; null where the line has no tag. Counted from 1. */
  move: number | null;
  claims: string[];
}

export interface SentenceSplitter {
  /** Sentences that the text so far completes. */
  push(delta: string): ModelSentence[];
  /** What is left when the answer is over; a sentence without an end is one only where `isWhole`. */
  end(isWhole: boolean): ModelSentence[];
}

/** A sentence that goes on for longer is no sentence. */
const SENTENCE_CHARACTERS_MAX = 600;

/** `names` are those in which a full stop ends nothing: "St. Moritz Parka". */
export function createSentenceSplitter(names: readonly string[]): SentenceSplitter {
  const dotted = names.filter((name) => /[.!?]/.test(name));
  let buffer = "";
  let isThinking = false;
  /** Of a line that is too long for a sentence, the rest is not listened to. */
  let isOverlong = false;
  let tag: Pick<ModelSentence, "move" | "claims"> = { move: null, claims: [] };
  let atLineStart = true;

  function* sentences(isOver: boolean): Generator<ModelSentence> {
    for (;;) {
      if (!dropThoughts() || !dropOverlong()) return;
      if (atLineStart) {
        buffer = buffer.replace(/^[\s>#*•\])}-]+/, "");
        const read = readTag(buffer, isOver);
        if (read === "wait") return;
        if (read !== null) {
          tag = read.tag;
          buffer = buffer.slice(read.length);
        }
        if (buffer === "") return;
        atLineStart = false;
      }
      const end = endOfSentence(buffer, dotted);
      if (end === null) return;
      const text = cleaned(buffer.slice(0, end.at));
      buffer = buffer.slice(end.at);
      // What closes a sentence and came late belongs to no other.
      buffer = buffer.replace(/^[ \t]*[!?.…"'”’)*_`]+(?=\s|$)/, "").replace(/^[ \t]+/, "");
      if (/^\s*\n/.test(buffer) || end.isLine) {
        buffer = buffer.replace(/^\s+/, "");
        atLineStart = true;
      }
      if (text !== null) yield { text, ...tag };
    }
  }

  /** Some models think aloud between tags. False while the thought goes on. */
  function dropThoughts(): boolean {
    for (;;) {
      if (!isThinking) {
        const start = /^\s*<think(?:ing)?>/i.exec(buffer);
        if (!start) return !/^\s*<[a-z]*$/i.test(buffer);
        isThinking = true;
        buffer = buffer.slice(start[0].length);
      }
      const end = /<\/think(?:ing)?>\s*/i.exec(buffer);
      if (!end) {
        // The closing tag may come in parts.
        buffer = buffer.slice(-12);
        return false;
      }
      buffer = buffer.slice(end.index + end[0].length);
      isThinking = false;
    }
  }

  /** False until the next line. */
  function dropOverlong(): boolean {
    if (!isOverlong) return true;
    const line = buffer.indexOf("\n");
    buffer = line === -1 ? "" : buffer.slice(line);
    isOverlong = line === -1;
    return !isOverlong;
  }

  return {
    push(delta) {
      buffer += delta;
      const found = [...sentences(false)];
      isOverlong ||= !isThinking && buffer.length > SENTENCE_CHARACTERS_MAX;
      return found;
    },
    end(isWhole) {
      const found = [...sentences(true)];
      const last = isWhole && !isThinking && !isOverlong ? cleaned(buffer) : null;
      buffer = "";
      return last === null ? found : [...found, { text: last, ...tag }];
    },
  };
}

/** "[2 c1 c4] ", also as "[move 2: c1, c4]"; null when the line has none, "wait" while it may still become one. */
function readTag(
  line: string,
  isOver: boolean,
): { tag: Pick<ModelSentence, "move" | "claims">; length: number } | "wait" | null {
  if (line === "") return isOver ? null : "wait";
  if (!line.startsWith("[")) return null;
  const tag = /^\[\s*(?:move\s*)?(\d{1,2})?\s*[:,;]?\s*((?:c\d+[\s,;]*)*)\]\s*[:–-]?[ \t]*/i.exec(line);
  if (!tag) return !isOver && /^\[[\w\s,:;]{0,60}$/.test(line) ? "wait" : null;
  // More of the space behind it may come.
  if (tag[0].length === line.length && !isOver) return "wait";
  return {
    tag: {
      move: tag[1] === undefined ? null : Number(tag[1]),
      claims: tag[2]?.toLowerCase().match(/c\d+/g) ?? [],
    },
    length: tag[0].length,
  };
}

/** Where the first sentence ends, after its closing quotes; null while that is not certain. */
function endOfSentence(text: string, dotted: readonly string[]): { at: number; isLine: boolean } | null {
  const line = text.indexOf("\n");
  const stop = /[.!?…]+["'”’)\]*_]*/g;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    const at = match.index + match[0].length;
    if (line !== -1 && line < match.index) break;
    const before = text.slice(0, match.index);
    const next = text.slice(at);
    if (isInside(text, match.index, dotted)) continue;
    if (
      next === ""
        ? endsForSure(before, match[0])
        : /^\s/.test(next) && isClosed(before + match[0]) && !isAbbreviated(before, match[0], next)
    )
      return { at, isLine: false };
  }
  return line === -1 ? null : { at: line, isLine: true };
}

/** Without a look at what comes next: a plain word, and nothing that is still open. */
function endsForSure(before: string, stop: string): boolean {
  if (/^[!?]/.test(stop)) return isClosed(before + stop);
  return stop === "." && /\p{Ll}{3,}$/u.test(before) && !ABBREVIATED.test(before) && isClosed(before);
}

function isClosed(text: string): boolean {
  const count = (character: string) => text.split(character).length - 1;
  return (
    count("(") === count(")") && count("“") === count("”") && count('"') % 2 === 0 && count("**") % 2 === 0
  );
}

/** "approx. 3 kg", "J. Smith", "No. 5"; before a small letter nothing ends. */
function isAbbreviated(before: string, stop: string, next: string): boolean {
  if (!stop.startsWith(".")) return false;
  if (/^\s+\p{Ll}/u.test(next)) return true;
  return ABBREVIATED.test(before) || /(?:^|\s)\p{Lu}$/u.test(before);
}
const ABBREVIATED =
  /(?:^|[\s(])(?:e\.g|i\.e|vs|etc|approx|incl|excl|max|min|no|nr|mr|mrs|ms|dr|st|jr|sr|inc|ltd|co|corp|ft|in|oz|lb|lbs|sq|cu|dia|dept|est|fig|vol|u\.s|u\.k|a\.m|p\.m)$/i;

/** The stop belongs to a name of the plan's, which is there or still on its way. */
function isInside(text: string, index: number, dotted: readonly string[]): boolean {
  return dotted.some((name) => {
    for (let at = name.search(/[.!?]/); at !== -1; at = nextStop(name, at)) {
      const start = index - at;
      if (start < 0) continue;
      const here = text.slice(start, start + name.length);
      if (here.length > at && name.startsWith(here) && at < name.length - 1) return true;
    }
    return false;
  });
}

function nextStop(name: string, after: number): number {
  const found = name.slice(after + 1).search(/[.!?]/);
  return found === -1 ? -1 : after + 1 + found;
}

/** Without a model's habits of writing; null when no words are left. */
function cleaned(text: string): string | null {
  const plain = text
    .replace(/\*\*|__|`/g, "")
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === "\u200d" ? character : " "))
    .replace(/\s+/g, " ")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return null;
  return /[.!?…]["'”’)]*$/.test(plain) || /\p{Extended_Pictographic}\uFE0F?$/u.test(plain)
    ? plain
    : `${plain}.`;
}
