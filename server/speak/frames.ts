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
}
export type Slots = Record<string, Words | string | null | undefined>;

export interface FrameChoice {
  tone: Persona["tone"];
  /** What was said before, oldest first, this turn's sentences last. */
  said: readonly string[];
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
  const draft = (frame: string, start: number) => {
    const words = fill(frame, slots);
    return { frame, words, cost: start + costOf(frame, words.text, choice.said) };
  };
  const fitting = (candidates: readonly string[] = []) =>
    candidates.filter((frame) => isFilled(frame, slots));
  const drafts = [
    ...fitting(frames[choice.tone]).map((frame) => draft(frame, 0)),
    ...fitting(frames.all).map((frame) => draft(frame, OTHER_TONE_COST)),
  ];
  const lowest = Math.min(...drafts.map((draft) => draft.cost));
  const best = drafts.filter((draft) => draft.cost === lowest);
  const taken = best[Math.floor(choice.chance() * best.length)];
  if (taken) choice.onFrame?.(taken.frame);
  return taken?.words ?? null;
}

/** How stale a frame is: 0 when it is new, higher the more recently it, or only its opener, was heard. */
function costOf(frame: string, text: string, said: readonly string[]): number {
  const pattern = patternOf(frame);
  const frameHeard = pattern === null ? 0 : 1 + said.findLastIndex((earlier) => pattern.test(earlier));
  const opener = openerOf(text);
  const openerHeard = 1 + said.findLastIndex((earlier) => openerHeardIn(earlier) === opener);
  return frameHeard * 1_000 + openerHeard;
}

/** "Got it" and "Noted" open a sentence alike whatever follows; elsewhere it takes two words. */
export function openerOf(sentence: string): string {
  const words = sentence.toLowerCase().split(/\s+/u);
  const first = words[0] ?? "";
  return /[,:.!–—-]$/.test(first)
    ? first.replace(/\P{L}+$/u, "")
    : `${first} ${(words[1] ?? "").replace(/\P{L}+$/u, "")}`;
}

/** What was said before is looked at for each frame that could come now. */
const openers = new Map<string, string>();
const OPENERS_MAX = 2_000;

function openerHeardIn(earlier: string): string {
  const known = openers.get(earlier);
  if (known !== undefined) return known;
  if (openers.size >= OPENERS_MAX) openers.clear();
  const opener = openerOf(earlier);
  openers.set(earlier, opener);
  return opener;
}

/** Frames are constants, so each is made into a pattern once. */
const patterns = new Map<string, RegExp | null>();

function patternOf(frame: string): RegExp | null {
  const known = patterns.get(frame);
  if (known !== undefined) return known;
  const pattern = readPattern(frame);
  patterns.set(frame, pattern);
  return pattern;
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

function isFilled(frame: string, slots: Slots): boolean {
  return [...frame.matchAll(SLOT)].every(([, name]) => textOf(slots[name ?? ""]) !== "");
}

function fill(frame: string, slots: Slots): Words {
  const claims = new Set<string>();
  const text = frame.replace(SLOT, (_, name: string) => {
    const slot = slots[name];
    if (typeof slot === "object" && slot !== null) for (const claim of slot.claims) claims.add(claim);
    return textOf(slot);
  });
  return { text: finishSentence(text), claims: [...claims] };
}

function textOf(slot: Slots[string]): string {
  return (typeof slot === "object" ? slot?.text : slot) ?? "";
}
