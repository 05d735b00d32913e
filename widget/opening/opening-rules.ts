/** When the agent may speak unasked [INI-1, INI-2]. Pure: time and what happened on the page arrive as arguments. */
import type { OpeningRules } from "../../shared/site-config.ts";

export interface Attention {
  /** The product this page is about. */
  sku?: string | undefined;
  /** How long this page has been visible, in milliseconds. */
  visibleMs: number;
  /** Time since the shopper last did anything on this page. */
  idleMs: number;
  /** How often the shopper has come back to one of the two products they are weighing. */
  returns: number;
  cartItems: number;
}
export type OpeningReason = "product-dwell" | "product-compare" | "cart-idle";

/** Even a shopper who goes back and forth gets a moment to look. */
const COMPARE_DWELL_MS = 2_000;

export function openingReason(attention: Attention, rules: OpeningRules): OpeningReason | null {
  const { sku, visibleMs, idleMs, returns, cartItems } = attention;
  if (!rules.enabled) return null;
  if (sku && returns >= rules.compareVisits && visibleMs >= COMPARE_DWELL_MS) return "product-compare";
  if (sku && visibleMs >= rules.productDwellMs) return "product-dwell";
  if (cartItems > 0 && idleMs >= rules.cartIdleMs) return "cart-idle";
  return null;
}

/**
 * Counts how often the shopper returned to one of two products: A, B, A is one return, A, B, A, B two. Pages that
 * aren't products (a list in between) don't interrupt it; a third product does. Products are recognised by living
 * beside the current one: same path but for its last part, or same path with another query.
 */
export function countReturns(addresses: readonly string[]): number {
  const current = addresses.at(-1);
  if (current === undefined) return 0;
  const visits = addresses
    .filter((address) => isSibling(address, current))
    .map(withoutHash)
    .filter((address, at, all) => address !== all[at - 1]);
  const pair = new Set<string>();
  let steps = 0;
  for (const address of visits.toReversed()) {
    pair.add(address);
    if (pair.size > 2) break;
    steps += 1;
  }
  return Math.max(0, steps - 2);
}

const withoutHash = (address: string) => address.split("#")[0] ?? address;

function isSibling(address: string, current: string): boolean {
  const [a, b] = [withoutHash(address), withoutHash(current)];
  if (a === b) return true;
  const [pathA, queryA] = a.split("?");
  const [pathB, queryB] = b.split("?");
  if (queryA !== undefined && queryB !== undefined) return pathA === pathB;
  const parent = (path = "") => path.replace(/\/+$/, "").replace(/[^/]*$/, "");
  return parent(pathA) === parent(pathB);
}

export interface OpeningHistory {
  dismissals: number[];
  quietUntil: number;
}
const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
/** Across tabs and pages: one opening in half an hour. */
const PAUSE_AFTER_OPENING_MS = 30 * MINUTE_MS;

export function mayOpen(history: OpeningHistory, nowMs: number): boolean {
  return nowMs >= history.quietUntil;
}

export function afterOpening(history: OpeningHistory, nowMs: number): OpeningHistory {
  return { ...history, quietUntil: Math.max(history.quietUntil, nowMs + PAUSE_AFTER_OPENING_MS) };
}

/** One dismissal quiets the visit, which the pause after the opening has done; the second one quiets a week. */
export function afterDismissal(history: OpeningHistory, nowMs: number): OpeningHistory {
  const dismissals = [...history.dismissals, nowMs];
  if (dismissals.length < 2) return { ...history, dismissals };
  return { dismissals: [], quietUntil: nowMs + WEEK_MS };
}
