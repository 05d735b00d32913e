/** What may be concluded from the shares, and what may not, in sentences. */
import type { StrategyShares } from "../../api/insight.ts";
import { counted, nameOf } from "../../parts/words.ts";
import type { StrategyRow } from "./sorted.ts";

/** Below this, intervals are wider than any difference one would act on. */
const ENOUGH_ACCEPTED = 30;

export function conclude({ conversations, accepted, turns, strategies }: StrategyShares): string[] {
  const basis = `${counted(turns, "turn")} in ${counted(conversations, "conversation")}; in ${accepted.toLocaleString()} of them an item was accepted.`;
  if (accepted === 0) return [basis, "Without an acceptance there is nothing to compare yet."];
  if (accepted < ENOUGH_ACCEPTED)
    return [
      basis,
      `That is too few to conclude anything from: with ${counted(accepted, "acceptance")} the intervals are wide, and some look narrower than they are. Wait for ${ENOUGH_ACCEPTED}.`,
    ];
  const more = strategies.filter(({ difference }) => difference && difference.low > 0);
  const less = strategies.filter(isLess);
  const names = (rows: typeof strategies) => rows.map(({ strategy }) => nameOf(strategy)).join(", ");
  const found =
    more.length + less.length === 0
      ? "No strategy's share before acceptance differs from its share in general by more than chance explains."
      : [
          more.length > 0 && `More frequent before an acceptance than in general: ${names(more)}.`,
          less.length > 0 && `Less frequent: ${names(less)}.`,
        ]
          .filter(Boolean)
          .join(" ");
  const compared = strategies.filter(({ difference }) => difference !== null).length;
  return [
    basis,
    found,
    `This shows what goes together, not what causes it: a strategy may be frequent there because of when it is used, such as late in a talk that goes well anyway. Whether using it more would help, an experiment can tell. And of ${compared} intervals at 95 %, about one in twenty misses by chance.`,
  ];
}

/** What was never seen before an acceptance has no variance there: then the two intervals have to lie apart. */
function isLess({ difference, acceptedActs, acceptedShare, share }: StrategyRow): boolean {
  if (!difference || !acceptedShare || !share || difference.high >= 0) return false;
  return acceptedActs > 0 || acceptedShare.high < share.low;
}
