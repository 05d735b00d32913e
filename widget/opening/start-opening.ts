import type { Opening as OpeningFacts } from "../../shared/shopper-socket.ts";
import type { OpeningRules } from "../../shared/site-config.ts";
import { visitedAddresses } from "../page/watch-navigation.ts";
import { countReturns, openingReason, otherAddress } from "./opening-rules.ts";
import { watchAttention } from "./watch-attention.ts";

/** What the page says of itself, perhaps before the opening rules are known. */
export interface PageTold {
  cartItems: number;
  /** What the shop's search found nothing for, on this page. */
  emptySearch: string | null;
}

export interface Opening {
  /** The shopper is on another page, or the page says it is about another product. */
  restart(): void;
  stop(): void;
}

/** Watches for a reason to speak first, and reports the first one of a page while `mayOpen` says that one is welcome. */
export function startOpening(ports: {
  rules: OpeningRules;
  sku(): string | undefined;
  mayOpen(): boolean;
  awayMs: number;
  told: PageTold;
  onReason(opening: OpeningFacts): void;
}): Opening {
  let returns = countReturns(visitedAddresses());
  const watch = watchAttention(({ visibleMs, idleMs }) => {
    const { awayMs, rules } = ports;
    const { cartItems, emptySearch: query } = ports.told;
    const emptySearch = query !== null;
    const reason = openingReason(
      { sku: ports.sku(), visibleMs, idleMs, returns, cartItems, emptySearch, awayMs },
      rules,
    );
    if (!reason || !ports.mayOpen()) return;
    const other = reason === "product-compare" && otherAddress(visitedAddresses());
    ports.onReason({ reason, ...(other && { other }), ...(query && { query }) });
  });
  return {
    restart() {
      returns = countReturns(visitedAddresses());
      watch.restart();
    },
    stop: watch.stop,
  };
}
