/** What a merchant sees first: the figures of a period, the same of the period before, and what is going on this minute. */

import { type MovedFigure, movedFigures } from "./moved-figures.ts";
import { LIVE_MINUTES } from "./ports.ts";

/**
 * Of the conversations that began in a span, and of the orders placed in it. Visitors who are left out count nowhere, nor do
 * conversations in which nothing was said or that were erased.
 */
export interface OverviewFigures {
  conversations: number;
  /** Those in which the shopper wrote at least two messages. */
  engaged: number;
  /** Those in which the shopper settled on an item, put one in the cart or bought. */
  accepted: number;
  /** Orders owed to a conversation, directly or assisted [OUT-6]. */
  orders: number;
  /** What these are worth, less refunds, in minor units of the site's currency. */
  revenue: number;
}

export interface LiveConversation {
  id: string;
  /** ISO 8601, UTC. */
  openedAt: string;
  lastEventAt: string;
  /** Of the shopper's. */
  messages: number;
}

export interface Overview {
  days: number;
  /** ISO 8601, UTC: the period, whose end is now; the one before is as long and ends where this begins. */
  from: string;
  until: string;
  /** ISO 4217, of the revenue. */
  currency: string;
  current: OverviewFigures;
  previous: OverviewFigures;
  /** The period in spans of 24 hours, the oldest first: they add up to `current`. */
  daily: OverviewFigures[];
  /** What has moved against the period before by more than days differ anyway. */
  moved: MovedFigure[];
  live: { conversations: number; latest: LiveConversation[] };
}

/** What the store has by spans of 24 hours, numbered from 0. A span in which nothing was is left out. */
export interface OverviewCounts {
  currency: string;
  spans: (OverviewFigures & { span: number })[];
}

export interface OverviewLedger {
  count(siteId: string, range: { from: Date; until: Date }): Promise<OverviewCounts>;
  /** Of those with an event since then that are not over: how many, and the latest of them. */
  live(siteId: string, range: { since: Date; limit: number }): Promise<Overview["live"]>;
}

const DAY_MS = 86_400_000;
const LIVE_MS = LIVE_MINUTES * 60_000;
const LATEST = 5;

export async function overviewOf(
  ledger: OverviewLedger,
  siteId: string,
  { days, now }: { days: number; now: Date },
): Promise<Overview> {
  const from = new Date(now.getTime() - days * DAY_MS);
  const before = new Date(from.getTime() - days * DAY_MS);
  const [{ currency, spans }, live] = await Promise.all([
    ledger.count(siteId, { from: before, until: now }),
    ledger.live(siteId, { since: new Date(now.getTime() - LIVE_MS), limit: LATEST }),
  ]);
  const daily = Array.from({ length: 2 * days }, (_, span) =>
    sumOf(spans.filter((one) => one.span === span)),
  );
  return {
    days,
    from: from.toISOString(),
    until: now.toISOString(),
    currency,
    current: sumOf(daily.slice(days)),
    previous: sumOf(daily.slice(0, days)),
    daily: daily.slice(days),
    moved: movedFigures(daily.slice(0, days), daily.slice(days)),
    live,
  };
}

function sumOf(all: readonly OverviewFigures[]): OverviewFigures {
  const sum = (figure: keyof OverviewFigures) => all.reduce((total, one) => total + one[figure], 0);
  return {
    conversations: sum("conversations"),
    engaged: sum("engaged"),
    accepted: sum("accepted"),
    orders: sum("orders"),
    revenue: sum("revenue"),
  };
}
