/** A talk that has stalled is redirected [INI-3]: which way, given what there is to redirect to. */
import { type Redirection, STALLED, type StallSigns } from "../dialogue/stall.ts";
import type { DialogueState } from "../dialogue/state.ts";

/**
 * The way to go now, or null when the talk moves, or nothing is possible. No way is taken twice before every other
 * possible one was taken; which of them comes first depends on what the stall looks like.
 */
export function nextRedirection(
  state: DialogueState,
  possible: ReadonlySet<Redirection>,
): Redirection | null {
  if (state.stall < STALLED || state.wantsTime || state.chosen !== null) return null;
  const inOrder = orderFor(state.stallSigns).filter((way) => possible.has(way));
  const ways = inOrder.filter((way) => way !== "graceful-end" || isTimeToEnd(inOrder, state));
  const lastTaken = (way: Redirection) => state.redirections.lastIndexOf(way);
  return [...ways].sort((a, b) => lastTaken(a) - lastTaken(b))[0] ?? null;
}

/** Nobody is shown the door before something else was tried: two ways, or all that there are. */
const TRIED_BEFORE_END = 2;

function isTimeToEnd(possible: readonly Redirection[], { redirections }: DialogueState): boolean {
  const others = possible.filter((way) => way !== "graceful-end");
  return new Set(redirections).size >= TRIED_BEFORE_END || others.every((way) => redirections.includes(way));
}

function orderFor({ frustration, rejections, shorter }: StallSigns): Redirection[] {
  if (frustration > 0)
    return ["person", "relaxed-wish", "summary", "contrast-pair", "another-attribute", "graceful-end"];
  if (rejections > 1)
    return ["relaxed-wish", "another-attribute", "contrast-pair", "summary", "person", "graceful-end"];
  if (shorter > 1)
    return ["contrast-pair", "another-attribute", "relaxed-wish", "summary", "person", "graceful-end"];
  return ["another-attribute", "contrast-pair", "relaxed-wish", "summary", "person", "graceful-end"];
}
