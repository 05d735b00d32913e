/**
 * Frames: sentences with slots in braces, as data. A frame can be chosen only when all its slots are filled, so a
 * sentence never has a hole; and it is not chosen again while there is another that was not said yet.
 */
import type { Persona } from "../plan/turn-plan.ts";
import { finishSentence } from "./words/finish-sentence.ts";

/** `all` suits every tone. */
export type Frames = Partial<Record<Persona["tone"] | "all", readonly string[]>>;

/** Words with the claims they rest on. */
export interface Words {
  text: string;
  claims: string[];
  /** No other voice rewords them. */
  verbatim?: true;
}
export type Slots = Record<string, Words | string | null | undefined>;

export interface FrameChoice {
  tone: Persona["tone"];
  /** What was said before, oldest first, this turn's sentences last. */
  said: readonly Heard[];
  /** Uniform on [0, 1). */
  chance: () => number;
  /** Told which frame was taken, before its slots were filled. For measuring variety. */
  onFrame?: OnFrame;
}
export type OnFrame = (frame: string) => void;

/** Frames that may come again within a conversation: they are nothing but what is to be said. */
export const NATURAL_REPEATS: ReadonlySet<string> = new Set(["{facts}.", "{fact}."]);

const SLOT = /\{([^{}]+)\}/g;
/** A frame with fewer letters of its own is all slots: nobody hears it twice. */
const MIN_OWN_LETTERS = 5;

/** Between two frames that are equally new, the one in the persona's own tone comes first. */
const OTHER_TONE_COST = 0.5;

/** The sentence of the frame that was said least, least recently, or never. Null when no frame has its slots filled. */
export function realise(frames: Frames, slots: Slots, choice: FrameChoice): Words | null {
  const { said } = choice;
  const fitting = (candidates: readonly string[] | undefined, start: number) =>
    (candidates ?? [])
      .map((frame) => ({ frame, shape: shapeOf(frame), start }))
      .filter(({ shape }) => isFilled(shape, slots))
      .map((one) => ({ ...one, heard: lastHeard(one.shape, said) }));
  const candidates = [...fitting(frames[choice.tone], 0), ...fitting(frames.all, OTHER_TONE_COST)];
  const newest = lowestOf(candidates, ({ heard }) => heard);
  // How long ago an opener was heard decides between frames that are equally new: only these are filled.
  const drafts = newest.map(({ frame, shape, start }) => {
    const words = fill(shape, slots);
    return { frame, words, cost: start + lastOpened(words.text, said) };
  });
  const best = lowestOf(drafts, ({ cost }) => cost);
  const taken = best[Math.floor(choice.chance() * best.length)];
  if (taken) choice.onFrame?.(taken.frame);
  return taken?.words ?? null;
}

function lowestOf<T>(items: readonly T[], costOf: (item: T) => number): T[] {
  const lowest = Math.min(...items.map(costOf));
  return items.filter((item) => costOf(item) === lowest);
}

/** How stale a frame is: 0 when it is new, higher the more recently it was heard. */
function lastHeard({ pattern, landmark }: Shape, said: readonly Heard[]): number {
  if (pattern === null) return 0;
  return 1 + said.findLastIndex(({ lower, text }) => lower.includes(landmark) && pattern.test(text));
}

/** The same of how a sentence begins. */
function lastOpened(text: string, said: readonly Heard[]): number {
  const opener = openerOf(text);
  return 1 + said.findLastIndex((earlier) => earlier.opener === opener);
}

/** "Got it" and "Noted" open a sentence alike whatever follows; elsewhere it takes two words. */
export function openerOf(sentence: string): string {
  const words = sentence.toLowerCase().split(/\s+/u);
  const first = words[0] ?? "";
  return /[,:.!–—-]$/.test(first)
    ? first.replace(/\P{L}+$/u, "")
    : `${first} ${(words[1] ?? "").replace(/\P{L}+$/u, "")}`;
}

/** A sentence that was said before. */
export interface Heard {
  text: string;
  opener: string;
  lower: string;
}

/** What was said before is looked at for each frame that could come now. */
const heard = new Map<string, Heard>();
const HEARD_MAX = 2_000;

export function heardOf(text: string): Heard {
  const known = heard.get(text);
  if (known !== undefined) return known;
  if (heard.size >= HEARD_MAX) heard.clear();
  const read = { text, opener: openerOf(text), lower: text.toLowerCase() };
  heard.set(text, read);
  return read;
}

interface Shape {
  /** What stands around the slots, one more than there are slots. */
  pieces: string[];
  slots: string[];
  /** Finds the frame in what was said; null for one that is all slots. */
  pattern: RegExp | null;
  /** In lower case: what has not these letters has not the frame, which is quicker to see than by the pattern. */
  landmark: string;
}

/** Frames are constants, so each is read once. */
const shapes = new Map<string, Shape>();

function shapeOf(frame: string): Shape {
  const known = shapes.get(frame);
  if (known !== undefined) return known;
  const pieces = frame.split(/\{[^{}]+\}/);
  const shape = {
    pieces,
    slots: [...frame.matchAll(SLOT)].map(([, name]) => name ?? ""),
    pattern: readPattern(frame),
    landmark: landmarkOf(pieces),
  };
  shapes.set(frame, shape);
  return shape;
}

/** The longest run of ASCII: its letters have one other case each, the same to a pattern and to `toLowerCase`. */
function landmarkOf(pieces: readonly string[]): string {
  return pieces
    .flatMap((piece) => piece.match(/[ -~]+/g) ?? [])
    .reduce((longest, run) => (run.length > longest.length ? run : longest), "")
    .toLowerCase();
}

function readPattern(frame: string): RegExp | null {
  const own = frame.replace(SLOT, "");
  if (own.replace(/\P{L}/gu, "").length < MIN_OWN_LETTERS) return null;
  const source = frame
    .split(/\{[^{}]+\}/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^]{1,300}?");
  return new RegExp(source, "i");
}

function isFilled(shape: Shape, slots: Slots): boolean {
  return shape.slots.every((name) => textOf(slots[name]) !== "");
}

function fill({ pieces, slots: names }: Shape, slots: Slots): Words {
  const claims = new Set<string>();
  let text = pieces[0] ?? "";
  names.forEach((name, place) => {
    const slot = slots[name];
    if (typeof slot === "object" && slot !== null) for (const claim of slot.claims) claims.add(claim);
    text += textOf(slot) + (pieces[place + 1] ?? "");
  });
  return { text: finishSentence(text), claims: [...claims] };
}

function textOf(slot: Slots[string]): string {
  return (typeof slot === "object" ? slot?.text : slot) ?? "";
}
