/**
 * What shoppers' words mean, within the little time that a turn can spare. What comes too late is kept for the next turn, and an
 * endpoint that keeps coming late is left alone for a while: turns then wait for nothing.
 */
import type { EmbeddingModel } from "../model/chat-model.ts";
import type { Meaning } from "../turn/ports.ts";
import { blend } from "./quantise.ts";

export interface MeaningOptions {
  model: EmbeddingModel;
  /** How long a turn waits at the most, in milliseconds. */
  boundMs: number;
  /** Milliseconds on a clock that never goes back. */
  now?: () => number;
  /** Told when the endpoint is left alone, with why. */
  onTrouble?: (error: Error) => void;
}

/** Texts whose meaning is kept; one takes some kilobytes. */
const KEPT_MAX = 500;
/** A late answer is waited for so long, off the turn. */
const LATE_MS = 10_000;
/** After so many in a row that came late or failed … */
const TROUBLES_MAX = 3;
/** … turns wait no more, each time for twice as long; an endpoint that failed is left alone meanwhile. */
const REST_MS = { first: 5_000, longest: 120_000 };
/** The newest text counts most, each other so much of the one after it. */
const FADING = 0.5;
/** In characters; what a shopper is after is said in less. */
const TEXT_MAX = 1_000;

export function createMeaning({
  model,
  boundMs,
  now = () => performance.now(),
  onTrouble = () => {},
}: MeaningOptions): Meaning {
  /** In order of use, the one used longest ago first. */
  const known = new Map<string, Float32Array>();
  /** What is asked for now, with what went wrong; never rejects. */
  const asked = new Map<string, Promise<Error | null>>();
  let troubles = 0;
  /** What went wrong first since it last worked or was told: what follows (an open circuit) only comes of it. */
  let cause: Error | null = null;
  let restMs = REST_MS.first;
  let rest = { until: Number.NEGATIVE_INFINITY, isLate: false };

  function ask(texts: string[]): void {
    const answer = model.embed(texts, { timeoutMs: LATE_MS }).then(
      (vectors) => {
        texts.forEach((text, place) => {
          const vector = vectors[place];
          if (vector) keep(text, vector);
        });
        return null;
      },
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    const over = answer.finally(() => {
      for (const text of texts) asked.delete(text);
    });
    for (const text of texts) asked.set(text, over);
  }

  function keep(text: string, vector: Float32Array): void {
    known.delete(text);
    known.set(text, vector);
    for (const oldest of known.keys()) {
      if (known.size <= KEPT_MAX) break;
      known.delete(oldest);
    }
  }

  function miss(failure: Error | null): void {
    troubles += 1;
    cause ??= failure;
    if (troubles < TROUBLES_MAX) return;
    // One try after the rest decides whether there is another.
    troubles = TROUBLES_MAX - 1;
    rest = { until: now() + restMs, isLate: failure === null };
    restMs = Math.min(2 * restMs, REST_MS.longest);
    onTrouble(cause ?? new Error(`${model.endpoint} takes longer than ${boundMs} ms to embed a message`));
    cause = null;
  }

  async function fetchMissing(texts: readonly string[]): Promise<void> {
    const missing = [...new Set(texts)].filter((text) => !known.has(text));
    const rests = now() < rest.until;
    if (missing.length === 0 || (rests && !rest.isLate)) return;
    const fresh = missing.filter((text) => !asked.has(text));
    if (fresh.length > 0) ask(fresh);
    // What comes late is of use to the next turn.
    if (rests) return;
    const answers = Promise.all(missing.map((text) => asked.get(text) ?? null));
    const failures = await within(answers, boundMs);
    if (missing.every((text) => known.has(text))) {
      troubles = 0;
      cause = null;
      restMs = REST_MS.first;
    } else miss(failures?.find((failure) => failure !== null) ?? null);
  }

  return async (given) => {
    const texts = given.map((text) => text.trim().slice(0, TEXT_MAX)).filter((text) => text !== "");
    if (texts.length === 0) return null;
    await fetchMissing(texts);
    const held = texts.flatMap((text, place) => {
      const vector = known.get(text);
      if (vector) keep(text, vector);
      return vector ? [{ vector, weight: FADING ** (texts.length - 1 - place) }] : [];
    });
    return blend(held);
  };
}

/** Null when the time is over first. */
async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  const first = await Promise.race([work, over]);
  clearTimeout(timer);
  return first;
}
