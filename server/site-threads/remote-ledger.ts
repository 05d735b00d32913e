import type { ModelUsageLedger } from "../model/ports.ts";
import type { TokenLedger } from "../model/token-budget.ts";
import { carriedError, errorOf, type TokensAnswer, type TokensCall } from "./protocol.ts";

export interface RemoteLedger extends TokenLedger {
  /** Takes in what the main thread answers. */
  answer(answer: TokensAnswer): void;
}

/** The tokens of a site as its thread has them. */
export function createRemoteLedger(siteId: string, send: (call: TokensCall) => void): RemoteLedger {
  const waiting = new Map<number, (answer: TokensAnswer) => void>();
  let calls = 0;

  async function ask(day: string, added: TokensCall["added"]): Promise<number> {
    const answer = await new Promise<TokensAnswer>((resolve) => {
      calls += 1;
      waiting.set(calls, resolve);
      send({ type: "tokens", call: calls, siteId, day, added });
    });
    if (answer.type === "tokens-failed") throw errorOf(answer.error);
    return answer.used;
  }

  return {
    answer(answer) {
      waiting.get(answer.call)?.(answer);
      waiting.delete(answer.call);
    },
    add: (day, purpose, usage) => ask(day, { purpose, usage }),
    usedOn: (day) => ask(day, null),
  };
}

/** The other end. Never rejects. */
export async function answerTokensCall(
  ledger: ModelUsageLedger,
  { call, siteId, day, added }: TokensCall,
): Promise<TokensAnswer> {
  try {
    const used = await (added
      ? ledger.add(siteId, day, added.purpose, added.usage)
      : ledger.usedOn(siteId, day));
    return { type: "tokens-used", call, used };
  } catch (error) {
    return { type: "tokens-failed", call, error: carriedError(error) };
  }
}
