/**
 * A site's tokens of the day. What this thread uses counts at once; the ledger, which all threads and nodes share, is told
 * and tells back the sum, and nobody waits for it. Days are UTC.
 */
import type { ChatPurpose, ModelUsage } from "./chat-model.ts";

/** "2026-03-01" */
export type Day = string;

/** Where the tokens of a site are added up for good. */
export interface TokenLedger {
  /** Adds one request, and tells the site's tokens of that day, this request included. */
  add(day: Day, purpose: ChatPurpose, usage: ModelUsage): Promise<number>;
  usedOn(day: Day): Promise<number>;
}

export interface TokenBudget {
  /**
   * Sets tokens aside for a request; null when that would go beyond the limit.
   * @param tokens the most that it can take.
   * @param limit of a day; null for none.
   */
  reserve(tokens: number, limit: number | null): Reservation | null;
}

export interface Reservation {
  /** What the request really took; null when it took nothing. Call once. */
  settle(purpose: ChatPurpose, usage: ModelUsage | null): void;
}

export interface TokenBudgetOptions {
  ledger: TokenLedger;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Told when the ledger could not be reached; what it was to be told is told it later. */
  onTrouble?: (error: unknown) => void;
}

interface Entry {
  day: Day;
  purpose: ChatPurpose;
  usage: ModelUsage;
}

export function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

export function createTokenBudget({
  ledger,
  now = Date.now,
  onTrouble = () => {},
}: TokenBudgetOptions): TokenBudget {
  let day = "";
  /** As the ledger told it last, and what it has not been told or not answered yet. */
  let told = 0;
  let untold = 0;
  let reserved = 0;
  let late: Entry[] = [];

  function turnPage(): void {
    const today = dayOf(now());
    if (today === day) return;
    day = today;
    told = 0;
    untold = 0;
    ledger.usedOn(today).then((used) => learn(today, used), onTrouble);
  }

  function learn(of: Day, used: number): void {
    if (of === day) told = Math.max(told, used);
  }

  function tell(entry: Entry): void {
    ledger.add(entry.day, entry.purpose, entry.usage).then(
      (used) => {
        learn(entry.day, used);
        if (entry.day === day) untold -= tokensOf(entry.usage);
      },
      (error: unknown) => {
        late.push(entry);
        onTrouble(error);
      },
    );
  }

  turnPage();
  return {
    reserve(tokens, limit) {
      turnPage();
      if (limit !== null && told + untold + reserved + tokens > limit) return null;
      reserved += tokens;
      return {
        settle(purpose, usage) {
          turnPage();
          reserved -= tokens;
          if (!usage) return;
          untold += tokensOf(usage);
          const entries = [...late, { day, purpose, usage }];
          late = [];
          entries.forEach(tell);
        },
      };
    },
  };
}

function tokensOf({ promptTokens, completionTokens }: ModelUsage): number {
  return promptTokens + completionTokens;
}
