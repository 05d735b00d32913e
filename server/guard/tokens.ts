/** Words, their stems, and whether a text affirms or denies them. */

import { matchesOf } from "./matches-of.ts";
import { normaliseLower } from "./normalise.ts";

export interface Token {
  /** Lower case. */
  text: string;
  /** As written, after normalisation. */
  cased: string;
  stem: string;
  /** In the normalised text. */
  start: number;
  end: number;
  /** "It isn't waterproof" denies "waterproof"; so does "waterproof-free". */
  denied: boolean;
}

const WORD = /\d+(?:[.,]\d+)*(?![\p{L}\d])|[\p{L}\p{N}]+(?:'\p{L}+)*/gu;
const BREAK = /[.,;:!?()[\]—|/]|\bbut\b|\balthough\b/;

/** British and American spellings, and pairs that mean one thing in a catalog. */
const SPELLINGS = new Map(
  Object.entries<string>({
    colour: "color",
    grey: "gray",
    aluminium: "aluminum",
    alloy: "alloy",
    tyre: "tire",
    litre: "liter",
    metre: "meter",
    fibre: "fiber",
    centre: "center",
    jewellery: "jewelry",
    flavour: "flavor",
    moisturise: "moisturize",
    mould: "mold",
    favourite: "favorite",
    odour: "odor",
    programme: "program",
    display: "screen",
    tv: "television",
    fridge: "refrigerator",
    mic: "microphone",
    wifi: "wifi",
    bike: "bicycle",
    phone: "phone",
    laptop: "laptop",
    notebook: "notebook",
    waterproofing: "waterproof",
    rode: "ride",
    ridden: "ride",
    wore: "wear",
    worn: "wear",
    kept: "keep",
    slept: "sleep",
    held: "hold",
    came: "come",
    broke: "break",
    broken: "break",
    built: "build",
    wove: "weave",
    woven: "weave",
    thrown: "throw",
    hung: "hang",
    shone: "shine",
    stung: "sting",
    bent: "bend",
    took: "take",
    taken: "take",
    felt: "feel",
    fell: "fall",
    fallen: "fall",
    stood: "stand",
    stuck: "stick",
    lost: "lose",
    left: "left",
    spun: "spin",
    swam: "swim",
    swung: "swing",
    tore: "tear",
    torn: "tear",
    woke: "wake",
    froze: "freeze",
    frozen: "freeze",
    drove: "drive",
    driven: "drive",
    drew: "draw",
    drawn: "draw",
    flew: "fly",
    flown: "fly",
    grew: "grow",
    grown: "grow",
    ran: "run",
    sat: "sit",
    shook: "shake",
    shaken: "shake",
    shrank: "shrink",
    shrunk: "shrink",
    sold: "sell",
    spent: "spend",
    spilt: "spill",
    taught: "teach",
    went: "go",
    bought: "buy",
    brought: "bring",
    caught: "catch",
    dug: "dig",
    fed: "feed",
    forgot: "forget",
    gave: "give",
    hid: "hide",
    hidden: "hide",
    laid: "lay",
    lit: "light",
    blew: "blow",
    blown: "blow",
    ground: "ground",
  }),
);

const NEGATIONS = new Set(
  "not no non without never neither nor none isn't aren't doesn't don't didn't won't can't cannot wasn't weren't hasn't haven't lacks lack lacking minus isnt doesnt cant aren zero".split(
    " ",
  ),
);
/** "No need to worry, it is waterproof": these take the negation for themselves. */
const NEGATION_ABSORBERS = new Set(
  "only just that need problem doubt wonder matter longer later less more worry surprise".split(" "),
);
/** "Leaves out parabens", "wool instead of down". */
const EXCLUSIONS = new Set([
  "leaves out",
  "leave out",
  "rather than",
  "instead of",
  "lacking in",
  "devoid of",
]);
const AFFIRMS = new Set("is are has comes weighs costs".split(" "));
const NEGATION_REACH = 5;
const NO_DISTANCE = new Set(["a", "an", "the", "for", "of"]);

/** Splits normalised text into words. `cased` and `lower` have equal length. */
export function tokenise(cased: string, lower: string): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(WORD, lower)) {
    const start = match.index;
    const end = start + match[0].length;
    tokens.push({
      text: match[0],
      cased: cased.slice(start, end),
      stem: stemOf(match[0]),
      start,
      end,
      denied: false,
    });
  }
  markDenied(tokens, lower);
  return tokens;
}

/** Any text to its words, normalised, in order. */
export function wordsOf(text: string): string[] {
  return normaliseLower(text).match(WORD) ?? [];
}

/** Any text to its stems, in order. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).map(stemOf);
}

/**
 * A light stem: enough to make "pockets" and "pocket", "folding" and "folds" one word, too little to make different
 * features equal.
 */
export function stemOf(word: string): string {
  const before = stems.get(word);
  if (before !== undefined) return before;
  const stem = findStem(word);
  if (stems.size >= REMEMBERED_MOST) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** A memo, not state: a stem is a pure function of its word, and the same few thousand words come again and again. */
const stems = new Map<string, string>();
const REMEMBERED_MOST = 20_000;

function findStem(word: string): string {
  const bare = word.replace(/'(s|re|ll|ve|d|m)?$/, "");
  const spelled = SPELLINGS.get(bare) ?? bare;
  // "The Q7s" are a Q7.
  if (/\d/.test(spelled)) return spelled.length > 2 ? spelled.replace(/(?<=\d)s$/, "") : spelled;
  if (spelled.length < 4) return spelled;
  const stem = stripEnding(spelled);
  const other = SPELLINGS.get(stem);
  return other === undefined ? stem : stripEnding(other);
}

function stripEnding(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s")) return stripEnding(word.slice(0, -1));
  if (word.endsWith("ing") && word.length > 6) return trimStem(word.slice(0, -3));
  if (word.endsWith("ed") && word.length > 5) return trimStem(word.slice(0, -2));
  if (word.endsWith("ly") && word.length > 5) return trimStem(word.slice(0, -2));
  return trimStem(word);
}

function trimStem(stem: string): string {
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return stem.length > 4 && stem.endsWith("e") ? stem.slice(0, -1) : stem;
}

/**
 * What is left of a stem without the ending that makes a verb, a noun or an adjective of it, so that "removable" and
 * "remove", "repels" and "repellent" are known for relatives. Too coarse to call two stems the same word.
 */
export function rootOf(stem: string): string {
  const root = stem.replace(DERIVED, "");
  return root.length >= (/(?:ing|ed)$/.test(stem) ? 3 : 4)
    ? root.replace(/([bdglmnprt])\1$/, "$1").replace(/(?<=...)[ei]$/, "")
    : stem;
}

const DERIVED =
  /(?:(?:i[sz])?ations?|ions?|ments?|ness|ances?|ences?|ants?|ents?|abl[ey]?|ibl[ey]?|ability|ers?|ors?|ing|ed|ive|ful|y|e|at|s)$/;

function markDenied(tokens: Token[], lower: string): void {
  let reach = 0;
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    if (
      previous !== undefined &&
      BREAK.test(lower.slice(previous.end, token.start) + (token.text === "but" ? "but" : ""))
    )
      reach = 0;
    const next = tokens[index + 1];
    // "It doesn't have a sleeve and is water-resistant": a new verb that nothing denies.
    if (
      token.text === "and" &&
      AFFIRMS.has(next?.text ?? "") &&
      !NEGATIONS.has(tokens[index + 2]?.text ?? "")
    )
      reach = 0;
    const isExclusion = EXCLUSIONS.has(`${token.text} ${next?.text}`);
    if (NEGATIONS.has(token.text) || isExclusion) {
      // "No need to worry, it is waterproof", but "no need for wifi".
      const isAbsorbed =
        next !== undefined &&
        NEGATION_ABSORBERS.has(next.text) &&
        !(next.text === "need" && tokens[index + 2]?.text !== "to");
      reach = isAbsorbed ? 0 : NEGATION_REACH;
      return;
    }
    const freeOf = /^(?:of|from)$/.test(previous?.text ?? "") && tokens[index - 2]?.text === "free";
    const isFree = next?.text === "free" && token.text !== "for" && token.text !== "is";
    token.denied = reach > 0 || isFree || freeOf;
    if (reach > 0 && !NO_DISTANCE.has(token.text)) reach--;
  });
}
