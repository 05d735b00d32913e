/** A site's way to the model: its own limits, the circuit breaker of the whole process, and the tokens of the day. */
import type { ChatModel, TimeBounds } from "./chat-model.ts";
import { openCircuitBreaker } from "./circuit-breaker.ts";
import { limitChatModel } from "./limit-chat-model.ts";
import type { ModelSettings } from "./model-settings.ts";
import { ModelTrouble } from "./model-trouble.ts";
import type { ModelUse } from "./ports.ts";
import { createTokenBudget, type TokenLedger } from "./token-budget.ts";

/** What the threads of a process have in common. It can be handed to them as it is. */
export interface SharedModel {
  settings: ModelSettings;
  circuit: SharedArrayBuffer;
}

/** What a turn needs of it. */
export interface UsableModel {
  chat: ChatModel;
  bounds: TimeBounds;
  refineMs: number;
}

export interface SiteModel {
  /** Null where the site has switched it off. */
  use(use: ModelUse): UsableModel | null;
}

/**
 * @param ledger of this site.
 * @param onTrouble told when the ledger could not be reached.
 */
export async function openSiteModel(
  { settings, circuit: memory }: SharedModel,
  ledger: TokenLedger,
  onTrouble?: (error: unknown) => void,
): Promise<SiteModel> {
  const budget = createTokenBudget({ ledger, ...(onTrouble && { onTrouble }) });
  const circuit = openCircuitBreaker(memory);
  // Servers without a model never load the package.
  const { openChatModel } = await import("./open-chat-model.ts");
  const model = openChatModel(settings);
  return {
    use({ enabled, tokensPerDay: ownLimit, refine }) {
      if (!enabled) return null;
      const tokensPerDay = ownLimit ?? settings.tokensPerDay;
      return {
        chat: limitChatModel(model, { circuit, budget, tokensPerDay }),
        bounds: settings.bounds,
        refineMs: refine ? settings.refineMs : 0,
      };
    },
  };
}

/** Trouble that is told about once elsewhere, and would otherwise be told again in every turn. */
export function isStandingTrouble(error: unknown): boolean {
  return (
    error instanceof ModelTrouble &&
    (error.code === "model/circuit-open" || error.code === "model/budget-spent")
  );
}
