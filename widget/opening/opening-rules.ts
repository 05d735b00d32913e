/** When the agent may speak unasked [INI-1, INI-2]. Pure: time and what happened on the page arrive as arguments. */
import type { OpeningReason } from "../../shared/shopper-socket.ts";
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
  /** The page has told of a search that found nothing. */
  emptySearch: boolean;
  /** Since this visitor, who has talked with us, was last here, in milliseconds; 0 for anybody else. */
  awayMs: number;
}

/** Even a shopper who goes back and forth, or comes back, gets a moment to look. */
const GLANCE_MS = 2_000;

export function openingReason(attention: Attention, rules: OpeningRules): OpeningReason | null {
  const { sku, visibleMs, idleMs, returns, cartItems, emptySearch, awayMs } = attention;
  if (!rules.enabled) return null;
  if (emptySearch && visibleMs >= rules.noResultsMs) return "no-results";
  if (sku && returns >= rules.compareVisits && visibleMs >= GLANCE_MS) return "product-compare";
  if (sku && visibleMs >= rules.productDwellMs) return "product-dwell";
  if (cartItems > 0 && idleMs >= rules.cartIdleMs) return "cart-idle";
  if (awayMs && awayMs >= rules.returnAfterMs && visibleMs >= GLANCE_MS) return "return-visit";
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

/** The other one of the two products that are being weighed. */
export function otherAddress(addresses: readonly string[]): string | undefined {
  const current = withoutHash(addresses.at(-1) ?? "");
  return addresses.map(withoutHash).findLast((address) => address !== current && isSibling(address, current));
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

export function mayOpen(history: OpeningHistory, nowMs: number): boolean {
  return nowMs >= history.quietUntil;
}

export function afterOpening(history: OpeningHistory, nowMs: number, rules: OpeningRules): OpeningHistory {
  return { ...history, quietUntil: Math.max(history.quietUntil, nowMs + rules.pauseMs) };
}

/** One dismissal quiets the visit, the second one a week. The server counts the same, for when the browser forgets. */
export function afterDismissal(history: OpeningHistory, nowMs: number, rules: OpeningRules): OpeningHistory {
  const dismissals = [...history.dismissals, nowMs];
  if (dismissals.length > 1) return { dismissals: [], quietUntil: nowMs + rules.quietMs };
  return { ...afterOpening(history, nowMs, rules), dismissals };
}
