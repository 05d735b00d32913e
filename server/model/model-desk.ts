/** The model as whoever runs the server and its merchants see it: where it is, whether it works, what it took. */
import type { EndpointCheck } from "./check-endpoint.ts";
import { type CircuitState, createCircuitMemory, openCircuitBreaker } from "./circuit-breaker.ts";
import { endpointLabel } from "./endpoint-label.ts";
import type { ModelSettings } from "./model-settings.ts";
import { type ModelTroubleCode, WAY_OUT } from "./model-trouble.ts";
import type { ModelUsageLedger, ModelUse, PurposeUsage } from "./ports.ts";
import type { SharedModel } from "./site-model.ts";
import { dayOf } from "./token-budget.ts";
import { costOf, type TokenPrices } from "./token-prices.ts";

export interface ModelReport {
  /** Null where none is configured: the built-in voice speaks. */
  endpoint: string | null;
  model: string | null;
  embeddingModel: string | null;
  /** The site's own switch. */
  enabled: boolean;
  /** Null until the first one is over. */
  lastCheck: EndpointCheck | null;
  /** "open": the endpoint failed too often and is left alone for a while. Of the node that answers. */
  circuit: CircuitState;
  lastTrouble: { code: ModelTroubleCode; at: string; message: string } | null;
  tokens: {
    /** UTC, "2026-03-01". */
    day: string;
    used: number;
    /** Null for none. */
    limit: number | null;
    /** US dollars; null where nobody has said what tokens cost. Embeddings, which cost next to nothing, are not in it. */
    costUsd: number | null;
    byPurpose: PurposeUsage[];
  };
}

export interface ModelDesk {
  /** For the threads; null where none is configured. */
  readonly shared: SharedModel | null;
  /** Asks the endpoint whether it works; null where none is configured. Never rejects but with the signal's reason. */
  check(signal?: AbortSignal): Promise<EndpointCheck | null>;
  report(siteId: string, use: ModelUse): Promise<ModelReport>;
}

export function createModelDesk(
  settings: ModelSettings | null,
  ledger: Pick<ModelUsageLedger, "byPurpose">,
  now: () => number = Date.now,
): ModelDesk {
  const shared = settings && { settings, circuit: createCircuitMemory(now()) };
  const circuit = shared && openCircuitBreaker(shared.circuit);
  let lastCheck: EndpointCheck | null = null;
  return {
    shared,
    async check(signal) {
      if (!settings) return null;
      // Servers without a model never load the package.
      const { checkEndpoint } = await import("./check-endpoint.ts");
      lastCheck = await checkEndpoint(settings, { now: () => new Date(now()), ...(signal && { signal }) });
      return lastCheck;
    },
    async report(siteId, { enabled, tokensPerDay }) {
      const day = dayOf(now());
      const byPurpose = await ledger.byPurpose(siteId, day);
      const trouble = circuit?.lastTrouble ?? null;
      return {
        endpoint: settings && endpointLabel(settings.baseUrl),
        model: settings?.model ?? null,
        embeddingModel: settings?.embeddingModel ?? null,
        enabled,
        lastCheck,
        circuit: circuit?.state(now()) ?? "closed",
        lastTrouble: trouble && {
          code: trouble.code,
          at: new Date(trouble.at).toISOString(),
          message: WAY_OUT[trouble.code],
        },
        tokens: {
          day,
          used: byPurpose.reduce((sum, each) => sum + each.promptTokens + each.completionTokens, 0),
          limit: tokensPerDay ?? settings?.tokensPerDay ?? null,
          costUsd: costOfDay(settings?.prices ?? null, byPurpose),
          byPurpose,
        },
      };
    },
  };
}

function costOfDay(prices: TokenPrices | null, byPurpose: readonly PurposeUsage[]): number | null {
  if (prices === null) return null;
  return byPurpose
    .filter(({ purpose }) => purpose !== "embedding")
    .reduce((sum, tokens) => sum + costOf(prices, tokens), 0);
}
