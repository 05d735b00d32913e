import type { Sku } from "../../catalog/product.ts";
import type { Frames, Slots, Words } from "../frames.ts";
import type { Scene } from "../scene.ts";

/** Longer sentences lose a reader in a chat. */
const MAX_SENTENCE_WORDS = 28;

/** A frame's own words, about. */
const FRAME_WORDS = 6;

const BARE: Frames = { all: ["{facts}."] };

/** Facts on one item in as few sentences as stay readable; by pronoun once the item has been named. */
export function tellFacts(
  sku: Sku,
  claims: readonly string[],
  scene: Scene,
  frames: Frames = BARE,
): (Words | null)[] {
  const [first, ...rest] = inBreaths(sku, claims, scene);
  if (first === undefined) return [];
  const isNamed = scene.refer(sku).pronoun;
  const lead = scene.say(frames, {
    ...scene.slotsOf(sku),
    facts: scene.clauses(sku, first),
    front: !isNamed && scene.cards.length > 1 && scene.cards[0] === sku ? "The first" : null,
    // For frames that name the item themselves, which they need not do when it was named just before.
    "its facts": isNamed ? null : scene.clauses(sku, first, { byPronoun: true }),
  });
  scene.stayWith(sku);
  return [lead, ...rest.map((ids) => scene.say(BARE, { facts: scene.clauses(sku, ids) }))];
}

/** How something is recommended: the frames with reasons and without, and what goes with the reasons. */
export interface Recommendation {
  reasoned: Frames;
  bare: Frames;
  /** The item that comparisons are understood to be with. */
  against?: Sku | null;
  /** A last reason that is no property of the item: what the shopper said. */
  afterthought: Words | null;
}

/**
 * A sentence that gives its reasons after `{reasons}`; when that gets too long to read in one go, the sentence of
 * `bare` and the reasons behind it.
 */
export function sayWithReasons(
  sku: Sku,
  claims: readonly string[],
  scene: Scene,
  { reasoned, bare, against = null, afterthought }: Recommendation,
  slots: Slots = {},
): (Words | null)[] {
  const reasons = joinReasons(scene.clauses(sku, claims, { byPronoun: true, against }), afterthought);
  const room =
    MAX_SENTENCE_WORDS - FRAME_WORDS - wordsIn(scene.refer(sku).name) - wordsIn(reasons?.text ?? "");
  if (reasons && room >= 0) {
    // What else the frame could mention is left out where it would make the sentence too long.
    const brief = Object.fromEntries(Object.entries(slots).filter(([, slot]) => wordsOf(slot) <= room));
    const sentence = scene.say(reasoned, { ...scene.slotsOf(sku), ...brief, reasons });
    scene.stayWith(sku);
    return [sentence];
  }
  const sentence = scene.say(bare, { ...scene.slotsOf(sku), ...slots });
  scene.stayWith(sku);
  if (reasons && wordsIn(reasons.text) <= MAX_SENTENCE_WORDS)
    return [sentence, scene.say(BARE, { facts: reasons })];
  const thought = afterthought && scene.say({ all: ["And {thought}."] }, { thought: afterthought });
  return [sentence, ...tellFacts(sku, claims, scene), thought];
}

function joinReasons(clauses: Words | null, afterthought: Words | null): Words | null {
  if (clauses === null || afterthought === null) return clauses ?? afterthought;
  const joint = clauses.text.includes(" and ") ? ", and " : " and ";
  return {
    text: `${clauses.text}${joint}${afterthought.text}`,
    claims: [...clauses.claims, ...afterthought.claims],
  };
}

/** Claims in groups whose clauses stay within one sentence's length. */
function inBreaths(sku: Sku, claims: readonly string[], scene: Scene): string[][] {
  const groups: string[][] = [];
  for (const { id } of scene.predicates(claims)) {
    const last = groups.at(-1);
    const length = wordsIn(scene.clauses(sku, [...(last ?? []), id])?.text ?? "");
    if (last && length <= MAX_SENTENCE_WORDS) last.push(id);
    else groups.push([id]);
  }
  return groups;
}

function wordsOf(slot: Slots[string]): number {
  return wordsIn((typeof slot === "object" ? slot?.text : slot) ?? "");
}

export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}
