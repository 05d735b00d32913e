/** Sentences and clauses: as far as a negation, a question or a condition reaches. */
import type { Message, Span, Token } from "./tokens.ts";

export interface Clause extends Span {
  sentence: number;
  /** Its sentence ends with a question mark. */
  asked: boolean;
}

const SENTENCE_END = new Set([".", "!", "?", "\n", ";", "。", "？", "！", "…"]);
const CLAUSE_MARKS = new Set([",", ":", "(", ")", "–", "—", "،"]);
const CONTRASTS = new Set([
  "but",
  "though",
  "although",
  "however",
  "because",
  "since",
  "unless",
  "otherwise",
]);
const JOINERS = new Set(["and", "or", "so", "plus", "then"]);
/** A joiner begins a new clause only before a word that can begin a statement or a question. */
const CLAUSE_STARTERS = new Set(
  "i it you we they he she is are do does did can could will would should what which how where when who why not no nothing please show make maybe ideally preferably also have has let my there tell give".split(
    " ",
  ),
);
/** "if" after these belongs to the clause before it: "not sure if it fits". */
const BEFORE_EMBEDDED_IF = new Set([
  "sure",
  "wonder",
  "wondering",
  "know",
  "see",
  "ask",
  "doubt",
  "matter",
  "even",
  "as",
  "certain",
  "tell",
  "only",
  "what",
  "check",
  "unsure",
  "surprised",
  "amazed",
  "astonished",
  "shocked",
  "question",
  // Behind a word of asking or telling, what follows is asked and no condition.
  "idea",
  "clue",
  "hear",
  "learn",
  "asked",
  "asking",
  "wondered",
  "wonders",
  "say",
  "says",
  "explain",
  "confirm",
  "understand",
  "remember",
  "curious",
  "interested",
  "out",
  "word",
]);
const AFTER_PARENTHETICAL_IF = new Set([
  "possible",
  "you",
  "so",
  "not",
  "any",
  "anything",
  "need",
  "necessary",
]);

export function splitClauses(message: Message): Clause[] {
  const { tokens } = message;
  const clauses: Clause[] = [];
  let from = 0;
  let sentence = 0;
  let sentenceStart = 0;
  const close = (to: number) => {
    if (to > from) clauses.push({ from, to, sentence, asked: false });
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (SENTENCE_END.has(token.word) && !isInsideName(tokens, index)) {
      close(index);
      if (token.word === "?" || token.word === "？") {
        for (let i = sentenceStart; i < clauses.length; i++) {
          const clause = clauses[i];
          if (clause) clause.asked = true;
        }
      }
      from = index + 1;
      sentence++;
      sentenceStart = clauses.length;
    } else if (
      (isClauseMark(token) && !isMinus(tokens, index)) ||
      isContrast(tokens, index) ||
      endsCondition(tokens, from, index)
    ) {
      close(index);
      from = token.kind === "mark" ? index + 1 : index;
    } else if (startsClause(tokens, index)) {
      close(index);
      from = index;
    }
  }
  close(tokens.length);
  return clauses;
}

/** "Anything but Apple" contrasts nothing. */
function isContrast(tokens: Token[], index: number): boolean {
  const previous = tokens[index - 1]?.word ?? "";
  return (
    CONTRASTS.has(tokens[index]?.word ?? "") && !/^(?:anything|everything|nothing|all|any)$/.test(previous)
  );
}

/** "If it comes in black I'll take it": what follows the condition is a clause of its own. */
function endsCondition(tokens: Token[], from: number, index: number): boolean {
  if (tokens[from]?.word !== "if" || index < from + 3) return false;
  const next = tokens[index + 1]?.word ?? "";
  if (/^(?:will|would|can|could|does|is)$/.test(tokens[index]?.word ?? "") && /^(?:it|they)$/.test(next))
    return true;
  return tokens[index]?.word === "then" || (tokens[index]?.word === "i" && /^(?:will|would|am)$/.test(next));
}

/** The points of "e.l.f." and "dr.jart" end no sentence. */
function isInsideName(tokens: Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (tokens[index]?.word !== "." || next?.kind !== "word") return false;
  // "e.l.f. Studio": the last point of initials, unless what follows can begin a sentence.
  const isAfterInitials = tokens[index - 1]?.word.length === 1 && tokens[index - 2]?.word === ".";
  return next.glued || (isAfterInitials && !CLAUSE_STARTERS.has(next.word));
}

/** "Down to -15". */
function isMinus(tokens: Token[], index: number): boolean {
  const next = tokens[index + 1];
  return tokens[index]?.word === "-" && next?.kind === "number" && next.glued;
}

function isClauseMark(token: Token): boolean {
  return CLAUSE_MARKS.has(token.word) || (token.word === "-" && !token.glued);
}

function startsClause(tokens: Token[], index: number): boolean {
  const word = tokens[index]?.word ?? "";
  const next = tokens[index + 1]?.word ?? "";
  if (/^(?:as|so)$/.test(word) && next === "long" && tokens[index + 2]?.word === "as") return index > 0;
  if (JOINERS.has(word)) return CLAUSE_STARTERS.has(next);
  if (word === "if" || word === "provided") {
    const previous = tokens[index - 1]?.word ?? "";
    // "Tell me if", "my question would be if".
    const before = tokens.slice(Math.max(0, index - 4), index - 1).map((token) => token.word);
    if (previous === "me" && before.some((one) => /^(?:tell|telling|remind)$/.test(one))) return false;
    if (before.some((one) => /^(?:ask|asked|asking)$/.test(one)) && !/^[.,!?]$/.test(previous)) return false;
    if (/^(?:be|is|was)$/.test(previous) && before.includes("question")) return false;
    return index > 0 && !BEFORE_EMBEDDED_IF.has(previous) && !AFTER_PARENTHETICAL_IF.has(next);
  }
  if (word === "once") return index > 0 && /^(?:i|it|they)$/.test(next);
  return (word === "providing" || word === "assuming") && index > 0 && next !== "";
}
