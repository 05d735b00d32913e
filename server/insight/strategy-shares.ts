/**
 * What INSPIRED's authors did for human recommenders, for a site's own conversations: each strategy's share of the agent's
 * acts, and its share of the acts in turns that led to acceptance. Acts of one conversation are alike, so conversations
 * and not acts are what the intervals count (linearised ratio estimates: Cochran, Sampling Techniques, 1977, 6.4).
 */
import { STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
import type { StrategyCounts, StrategySum } from "./ports.ts";

/** A share from 0 to 1 with its 95 % interval. */
export interface Share {
  value: number;
  low: number;
  high: number;
}

export interface StrategyShares {
  conversations: number;
  accepted: number;
  turns: number;
  /** The largest share among accepting turns first. Null where there is nothing to take a share of. */
  strategies: {
    strategy: Strategy;
    acts: number;
    share: Share | null;
    acceptedActs: number;
    acceptedShare: Share | null;
    /** The second share less the first. */
    difference: Share | null;
  }[];
}

const Z = 1.959964;

export function strategyShares(counts: StrategyCounts): StrategyShares {
  const { conversations, accepted, turns, all } = counts;
  const strategies = STRATEGIES.filter((strategy) => strategy !== "yield").map((strategy) => {
    const sums = counts.strategies.find((each) => each.strategy === strategy) ?? { strategy, ...NONE };
    const share = ratio(
      { part: sums.n, partSquared: sums.nn, cross: sums.nAll, whole: all.n, wholeSquared: all.nn },
      conversations,
    );
    const acceptedShare = ratio(
      { part: sums.m, partSquared: sums.mm, cross: sums.mAllM, whole: all.m, wholeSquared: all.mm },
      accepted,
    );
    return {
      strategy,
      acts: sums.n,
      share,
      acceptedActs: sums.m,
      acceptedShare,
      difference: difference(sums, counts, share, acceptedShare),
    };
  });
  strategies.sort((a, b) => b.acceptedActs - a.acceptedActs || b.acts - a.acts);
  return { conversations, accepted, turns, strategies };
}

const NONE: Record<StrategySum, number> = {
  ...{ n: 0, m: 0, nn: 0, mm: 0, nm: 0 },
  ...{ nAll: 0, mAllM: 0, nAllM: 0, mAll: 0 },
};

interface Sums {
  part: number;
  partSquared: number;
  /** Sum of part times whole, over conversations. */
  cross: number;
  whole: number;
  wholeSquared: number;
}

/**
 * Wilson's interval with the number of independent acts that would give the ratio's variance. At 0 and at 1, where no variance
 * shows, acts of one conversation are taken to be all alike.
 */
function ratio(sums: Sums, clusters: number): Share | null {
  const { part, whole, wholeSquared } = sums;
  if (whole === 0) return null;
  const value = part / whole;
  const variance = residualSquares(sums, value) / whole ** 2;
  const independent =
    variance > 0 && clusters > 1
      ? (value * (1 - value) * (clusters - 1)) / (variance * clusters)
      : whole ** 2 / wholeSquared;
  const spread = Z ** 2 / independent;
  const middle = (value + spread / 2) / (1 + spread);
  const half = Math.sqrt(spread * value * (1 - value) + spread ** 2 / 4) / (1 + spread);
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function residualSquares({ partSquared, cross, wholeSquared }: Sums, value: number): number {
  return Math.max(0, partSquared - 2 * value * cross + value ** 2 * wholeSquared);
}

/** Both shares come from the same conversations, so they vary together. */
function difference(
  sums: Record<StrategySum, number>,
  { all, conversations }: StrategyCounts,
  share: Share | null,
  acceptedShare: Share | null,
): Share | null {
  if (!share || !acceptedShare || conversations < 2) return null;
  const p = share.value;
  const q = acceptedShare.value;
  const ofAll = (sums.nn - 2 * p * sums.nAll + p ** 2 * all.nn) / all.n ** 2;
  const ofAccepted = (sums.mm - 2 * q * sums.mAllM + q ** 2 * all.mm) / all.m ** 2;
  const together = (sums.nm - q * sums.nAllM - p * sums.mAll + p * q * all.nm) / (all.n * all.m);
  const variance = (Math.max(0, ofAll + ofAccepted - 2 * together) * conversations) / (conversations - 1);
  const half = Z * Math.sqrt(variance);
  return { value: q - p, low: Math.max(-1, q - p - half), high: Math.min(1, q - p + half) };
}
