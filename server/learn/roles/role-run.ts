/** What all talks of one run of self-play share: the model behind its roles or a record of its answers, and the account. */
import type { ChatModel, ChatOptions, ChatRequest } from "../../model/chat-model.ts";
import { ModelTrouble } from "../../model/model-trouble.ts";
import type { Role } from "./roles.ts";
import { RunOver } from "./run-over.ts";
import type { RoleTokens } from "./token-meter.ts";

export interface RoleFigures {
  /** Of prompts and answers. */
  tokens: number;
  byRole: Partial<Record<Role, RoleTokens>>;
  /** Requests that came to nothing and answers of no use, counted by role and reason: what was built in went on there. */
  troubles: Record<string, number>;
}

export interface RoleRun {
  readonly roles: readonly Role[];
  readonly endpoint: string;
  readonly model: string;
  /** So many talks, and so many requests, at the same time. */
  readonly atOnce: number;
  /**
   * Null for a talk that is not held, because the run's tokens are spent.
   * @param name of the talk in the record; no two talks of a run have the same.
   */
  begin(name: string): RoleTalk | null;
  figures(): RoleFigures;
  close(): void;
}

export interface RoleTalk {
  model(role: Role): ChatModel;
  /** Hears of each answer that could not be used. */
  onTrouble(role: Role): (error: unknown) => void;
  /** Why the talk counts for nothing, whatever became of it; null as long as it counts. */
  readonly over: RunOver | null;
}

/** Where a request stands in its run. */
export interface Place {
  talk: string;
  role: Role;
  /** From 0, within the talk and the role. */
  at: number;
}

export interface RunSource {
  endpoint: string;
  model: string;
  /** Throws what a chat model throws, and a `RunOver` where the talk is to count for nothing. */
  ask(place: Place, request: ChatRequest, options: ChatOptions): AsyncIterable<string>;
}

/** Counts why what was built in had to go on. */
export interface Troubles {
  readonly counts: Record<string, number>;
  add(role: Role, code: string): void;
}

export function createTroubles(): Troubles {
  const counts: Record<string, number> = {};
  return {
    counts,
    add(role, code) {
      const key = `${role}: ${code}`;
      counts[key] = (counts[key] ?? 0) + 1;
    },
  };
}

export function createTalk(name: string, { endpoint, model, ask }: RunSource, troubles: Troubles): RoleTalk {
  const asked = new Map<Role, number>();
  let over: RunOver | null = null;

  async function* listened(place: Place, request: ChatRequest, options: ChatOptions): AsyncGenerator<string> {
    try {
      if (over) throw over;
      yield* ask(place, request, options);
    } catch (error) {
      // Kept, because a voice that fails is stood in for without a word.
      if (error instanceof RunOver) over = error;
      if (error instanceof ModelTrouble) troubles.add(place.role, error.code);
      throw error;
    }
  }

  return {
    get over() {
      return over;
    },
    model(role) {
      const stream = (request: ChatRequest, options: ChatOptions) => {
        const at = asked.get(role) ?? 0;
        asked.set(role, at + 1);
        return listened({ talk: name, role, at }, { ...request, purpose: role }, options);
      };
      return {
        endpoint,
        model,
        stream,
        async complete(request, options) {
          let whole = "";
          for await (const text of stream(request, options)) whole += text;
          return whole;
        },
      };
    },
    onTrouble: (role) => (error) => {
      // Those were counted where they came from.
      if (error instanceof ModelTrouble || error instanceof RunOver) return;
      const isNamed = error instanceof Error && "code" in error && typeof error.code === "string";
      troubles.add(role, isNamed ? String(error.code) : "roles/unusable-answer");
    },
  };
}
