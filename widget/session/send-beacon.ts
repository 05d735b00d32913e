import type { Beacon } from "../../shared/beacon.ts";
import type { TabMemory } from "./remembered.ts";

/** A page that goes away takes its socket along: signals that were not acknowledged go by beacon. Ids make doubles harmless. */
export function sendBeacon(
  server: string,
  siteKey: string,
  visitorToken: string | undefined,
  tab: Partial<TabMemory>,
): void {
  const signals = (tab.outbox ?? []).flatMap((entry) => (entry.event === "signal" ? [entry.payload] : []));
  if (!visitorToken || signals.length === 0) return;
  const conversationId = tab.conversation?.id;
  const beacon: Beacon = {
    siteKey,
    visitorToken,
    signals: signals.slice(0, 50),
    ...(conversationId && { conversationId }),
  };
  navigator.sendBeacon(`${server}/api/events`, JSON.stringify(beacon));
}
