import type { OpeningRules } from "../../shared/site-config.ts";
import { visitedAddresses } from "../page/watch-navigation.ts";
import { countReturns, type OpeningReason, openingReason } from "./opening-rules.ts";
import { watchAttention } from "./watch-attention.ts";

export interface Opening {
  /** The shopper is on another page, or the page says it is about another product. */
  restart(): void;
  setCartItems(items: number): void;
  stop(): void;
}

/** Watches for a reason to speak first, and reports the first one of a page while `mayOpen` says that one is welcome. */
export function startOpening(ports: {
  rules: OpeningRules;
  sku(): string | undefined;
  mayOpen(): boolean;
  onReason(reason: OpeningReason): void;
}): Opening {
  let cartItems = 0;
  let returns = countReturns(visitedAddresses());
  const watch = watchAttention(({ visibleMs, idleMs }) => {
    const reason = openingReason({ sku: ports.sku(), visibleMs, idleMs, returns, cartItems }, ports.rules);
    if (reason && ports.mayOpen()) ports.onReason(reason);
  });
  return {
    restart() {
      returns = countReturns(visitedAddresses());
      watch.restart();
    },
    setCartItems(items) {
      cartItems = items;
    },
    stop: watch.stop,
  };
}
