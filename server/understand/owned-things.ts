/** What somebody has and does not look for: "he has a gas stove already", "we've got a tent and a bike light". */
import { isOwnedKindWanted } from "./kind-wishes.ts";
import { PEOPLE } from "./purposes.ts";
import { findAll, plainOf, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export interface OwnedThing extends Span {
  /** The words that name it. */
  kind: Span;
  attribute: string;
  value: string;
  /** They have one "already": no other is wanted. */
  isEnough: boolean;
}

const ARTICLE = "(?:an?|the|some|two|three|several|enough|plenty of|lots of)";
/** Up to where the thing is named. What one can or would have is no thing one has. */
const HAS = new RegExp(
  `(?<!\\b(?:can|could|may|might|shall|should|would|will|do|did|must|until|once|where|when) )\\b(?:i|we|he|she|${PEOPLE}) (?:(already) |also |still |do )?(?:(?:have|has)(?: got)?|owns?)(?: (already))? ${ARTICLE} (?=[a-z])`,
  "g",
);
/** They don't have it, or not for long. */
const NOT_HAD = /^(?:in mind|to (?:buy|get|find|pick|choose|replace|sell|return))$/;
const WORDS_MOST = 4;
/** A thing's name is over here. */
const ENDS = /^(?:and|or|but|so|that|which|for|with|in|from|already)$/;

export function findOwnedThings(context: Context): OwnedThing[] {
  const { tokens } = context.message;
  const named = context.mentions;
  const things: OwnedThing[] = [];
  for (const found of findAll(context.message, HAS)) {
    let isEnough = (found.match[1] ?? found.match[2]) !== undefined;
    const own: OwnedThing[] = [];
    let from: number | null = found.to;
    while (from !== null) {
      const thing = thingAt(from, isEnough);
      if (thing === null) break;
      own.push(thing);
      from = nextAfter(thing.to);
    }
    const end = own.at(-1)?.to;
    if (end === undefined) continue;
    const [next, following] = [tokens[end]?.word ?? "", tokens[end + 1]?.word ?? ""];
    if (NOT_HAD.test(`${next} ${following}`)) continue;
    isEnough ||= next === "already";
    things.push(...own.map((thing) => ({ ...thing, isEnough })));
  }
  // "I have a tent but need a bigger one" tells which kind is wanted.
  return isOwnedKindWanted(context, named) ? [] : things;

  /** The words from an article on, up to the last that names a kind of product. */
  function thingAt(from: number, hasEnough: boolean): OwnedThing | null {
    let thing: OwnedThing | null = null;
    for (let to = from + 1; to <= from + WORDS_MOST && tokens[to - 1]?.kind === "word"; to++) {
      const head = tokens[to - 1];
      if (!head || ENDS.test(head.word)) break;
      const kind = named.findLast(
        (mention) =>
          mention.to === to &&
          mention.from >= from &&
          (mention.kind === "category" || (mention.kind === "value" && context.vocabulary.isKind(head.stem))),
      );
      if (!kind) continue;
      const attribute = kind.kind === "category" ? "category" : (kind.attributes[0] ?? "feature");
      thing = { from, to, kind, attribute, value: kind.name, isEnough: false };
    }
    return thing ?? (hasEnough ? wordsAt(from) : null);
  }

  /** Of what somebody has "already" they want no other, also where the shop has no kind of that name. */
  function wordsAt(from: number): OwnedThing | null {
    let to = from;
    while (to < from + WORDS_MOST && tokens[to]?.kind === "word" && !ENDS.test(tokens[to]?.word ?? ""))
      to += 1;
    if (to === from) return null;
    const kind = { from, to };
    return { ...kind, kind, attribute: "feature", value: plainOf(context.message, kind), isEnough: true };
  }

  /** Where another thing of the same list begins. */
  function nextAfter(end: number): number | null {
    let at = end;
    while (/^(?:,|and|or|plus)$/.test(tokens[at]?.word ?? "")) at += 1;
    return at > end && /^(?:an?|the|some|two|three|several)$/.test(tokens[at]?.word ?? "") ? at + 1 : null;
  }
}
