/** A site's way to the model: its own limits, the circuit breaker of the whole process, and the tokens of the day. */
import type { ChatModel, EmbeddingModel, TimeBounds } from "./chat-model.ts";
import { openCircuitBreaker } from "./circuit-breaker.ts";
import { limitChatModel } from "./limit-chat-model.ts";
import type { EmbeddingLimits } from "./limit-embedding-model.ts";
import type { ModelSettings } from "./model-settings.ts";
import { ModelTrouble } from "./model-trouble.ts";
import type { ModelUsageLedger, ModelUse } from "./ports.ts";
import { createTokenBudget, type TokenLedger } from "./token-budget.ts";
import type { TokenPrices } from "./token-prices.ts";

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
  prices: TokenPrices | null;
}

export interface SiteModel {
  /** Null where the site has switched it off. */
  use(use: ModelUse): UsableModel | null;
  /** Within the limits that `use` was told last; null where none is configured. */
  embedding: EmbeddingModel | null;
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
  let tokensPerDay = settings.tokensPerDay;
  return {
    embedding: await openLimitedEmbeddings(settings, { circuit, budget, tokensPerDay: () => tokensPerDay }),
    use({ enabled, tokensPerDay: ownLimit, refine }) {
      tokensPerDay = ownLimit ?? settings.tokensPerDay;
      if (!enabled) return null;
      return {
        chat: limitChatModel(model, { circuit, budget, tokensPerDay }),
        bounds: settings.bounds,
        refineMs: refine ? settings.refineMs : 0,
        prices: settings.prices ?? null,
      };
    },
  };
}

/** For what embeds a site's catalog, where nobody talks; null where no embedding model is configured. */
export async function openSiteEmbeddings(
  { settings, circuit }: SharedModel,
  ledger: TokenLedger,
  { tokensPerDay, onTrouble }: { tokensPerDay: () => number | null; onTrouble?: (error: unknown) => void },
): Promise<EmbeddingModel | null> {
  const budget = createTokenBudget({ ledger, ...(onTrouble && { onTrouble }) });
  const limits = { circuit: openCircuitBreaker(circuit), budget };
  const limit = () => tokensPerDay() ?? settings.tokensPerDay;
  return await openLimitedEmbeddings(settings, { ...limits, tokensPerDay: limit });
}

async function openLimitedEmbeddings(
  settings: ModelSettings,
  limits: EmbeddingLimits,
): Promise<EmbeddingModel | null> {
  if (settings.embeddingModel === null) return null;
  const [{ openEmbeddingModel }, { limitEmbeddingModel }] = await Promise.all([
    import("./open-embedding-model.ts"),
    import("./limit-embedding-model.ts"),
  ]);
  const model = openEmbeddingModel(settings);
  return model && limitEmbeddingModel(model, limits);
}

/** One site's part of all sites' tokens. */
export function ledgerOfSite(ledger: ModelUsageLedger, siteId: string): TokenLedger {
  return {
    add: (...entry) => ledger.add(siteId, ...entry),
    usedOn: (day) => ledger.usedOn(siteId, day),
  };
}

/** Trouble that is told about once elsewhere, and would otherwise be told again in every turn. */
export function isStandingTrouble(error: unknown): boolean {
  return (
    error instanceof ModelTrouble &&
    (error.code === "model/circuit-open" || error.code === "model/budget-spent")
  );
}
