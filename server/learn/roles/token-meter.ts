/** What a run of self-play takes in tokens, and how much it may take. */
import type { ChatRequest, ModelUsage } from "../../model/chat-model.ts";
import { countPromptTokens } from "../../model/count-tokens.ts";
import type { Role } from "./roles.ts";

export interface RoleTokens {
  requests: number;
  promptTokens: number;
  completionTokens: number;
  /** Of the prompt's tokens, those that the endpoint had in its cache. */
  cachedTokens: number;
  /** Requests whose tokens the endpoint did not tell. */
  estimated: number;
}

export interface TokenMeter {
  /**
   * Sets aside the most that the request can take; false where that is more than is left. Whoever is let through calls
   * `settle`.
   */
  reserve(request: ChatRequest): boolean;
  /** @param usage null for a request that never reached the endpoint. */
  settle(request: ChatRequest, role: Role, usage: ModelUsage | null): void;
  /** Adds what a record tells. */
  count(role: Role, usage: ModelUsage): void;
  /** Roles that asked for something. */
  readonly byRole: Partial<Record<Role, RoleTokens>>;
  readonly total: number;
}

/** @param most of prompts and answers together; null for no limit. */
export function createTokenMeter(most: number | null): TokenMeter {
  const byRole: Partial<Record<Role, RoleTokens>> = {};
  let total = 0;
  let reserved = 0;
  const mostOf = ({ messages, maxTokens }: ChatRequest) => countPromptTokens(messages) + maxTokens;
  const count = (role: Role, usage: ModelUsage) => {
    const tokens = byRole[role] ?? {
      requests: 0,
      promptTokens: 0,
      completionTokens: 0,
      cachedTokens: 0,
      estimated: 0,
    };
    byRole[role] = {
      requests: tokens.requests + 1,
      promptTokens: tokens.promptTokens + usage.promptTokens,
      completionTokens: tokens.completionTokens + usage.completionTokens,
      cachedTokens: tokens.cachedTokens + usage.cachedTokens,
      estimated: tokens.estimated + Number(usage.isEstimated),
    };
    total += usage.promptTokens + usage.completionTokens;
  };
  return {
    byRole,
    get total() {
      return total;
    },
    reserve(request) {
      const needed = mostOf(request);
      if (most !== null && total + reserved + needed > most) return false;
      reserved += needed;
      return true;
    },
    settle(request, role, usage) {
      reserved -= mostOf(request);
      if (usage !== null) count(role, usage);
    },
    count,
  };
}
