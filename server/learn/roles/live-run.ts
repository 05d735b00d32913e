/** A run that asks a model's endpoint: so much at a time, so many tokens at the most, and written down where that is wanted. */
import type { ChatModel, ModelUsage } from "../../model/chat-model.ts";
import { ModelTrouble, type ModelTroubleCode } from "../../model/model-trouble.ts";
import { createTalk, createTroubles, type Place, type RoleRun, type RunSource } from "./role-run.ts";
import type { Role } from "./roles.ts";
import { RunOver } from "./run-over.ts";
import { openRunRecorder } from "./run-record.ts";
import { createTokenMeter } from "./token-meter.ts";
import { createTurnstile } from "./turnstile.ts";

export interface LiveRunParts {
  roles: readonly Role[];
  atOnce: number;
  model: ChatModel;
  /** The most tokens, of prompts and answers together; null for no limit. */
  tokensMax: number | null;
  /** Where requests and answers are written. */
  record?: string;
}

/** Troubles that no further request will mend. */
const LASTING: ReadonlySet<ModelTroubleCode> = new Set(["model/key-refused", "model/not-found"]);
/** So many requests in a row that fail, and what is built in would be all that the run is made of. */
const FAILURES_IN_ROW = 20;

/** Throws a `RunOver` where the record cannot be written. */
export function openLiveRun({ roles, atOnce, model, tokensMax, record }: LiveRunParts): RoleRun {
  const identity = { endpoint: model.endpoint, model: model.model };
  const meter = createTokenMeter(tokensMax);
  const turnstile = createTurnstile(atOnce);
  const troubles = createTroubles();
  const recorder = record === undefined ? null : openRunRecorder(record, { ...identity, roles: [...roles] });
  const dropped = new Set<string>();
  /** Whatever is asked from then on, this is the answer. */
  let over: RunOver | null = null;
  let failuresInRow = 0;

  const drop = (talk: string) => {
    if (!dropped.has(talk)) recorder?.drop(talk);
    dropped.add(talk);
  };

  /** Throws what ends the run, or the talk at least. */
  function expectLeave(talk: string, mayReserve: () => boolean): void {
    if (over === null && !mayReserve())
      over = new RunOver("roles/tokens-spent", `the ${tokensMax} tokens of this run are spent`);
    if (over === null) return;
    if (over.code === "roles/tokens-spent") drop(talk);
    throw over;
  }

  function takeNote(trouble: ModelTrouble | null): void {
    failuresInRow = trouble === null ? 0 : failuresInRow + 1;
    if (trouble !== null && (LASTING.has(trouble.code) || failuresInRow >= FAILURES_IN_ROW))
      over ??= new RunOver("roles/model-fails", trouble.message, { cause: trouble });
  }

  const source: RunSource = {
    ...identity,
    async *ask(place, request, options) {
      await turnstile.enter();
      try {
        expectLeave(place.talk, () => meter.reserve(request));
        yield* asked(place, request, options);
      } finally {
        turnstile.leave();
      }
    },
  };

  async function* asked(
    place: Place,
    request: Parameters<RunSource["ask"]>[1],
    options: Parameters<RunSource["ask"]>[2],
  ): AsyncGenerator<string> {
    let answer = "";
    let usage: ModelUsage | null = null;
    let trouble: ModelTrouble | null = null;
    const onUsage = (used: ModelUsage, later?: Promise<ModelUsage>) => {
      usage = used;
      options.onUsage?.(used, later);
    };
    try {
      for await (const text of model.stream(request, { ...options, onUsage })) {
        answer += text;
        yield text;
      }
    } catch (error) {
      if (error instanceof ModelTrouble) trouble = error;
      throw error;
    } finally {
      takeNote(trouble);
      meter.settle(request, place.role, usage);
      recorder?.write({ ...place, request, answer, trouble: told(trouble), usage });
    }
  }

  return {
    roles,
    atOnce,
    ...identity,
    begin(name) {
      if (over === null) return createTalk(name, source, troubles);
      if (over.code !== "roles/tokens-spent") throw over;
      drop(name);
      return null;
    },
    figures: () => ({ tokens: meter.total, byRole: meter.byRole, troubles: troubles.counts }),
    close: () => recorder?.close(),
  };
}

function told(trouble: ModelTrouble | null) {
  if (trouble === null) return null;
  const { code, detail } = trouble;
  return { code, ...(detail !== undefined && { detail }) };
}
