import type { Beacon } from "../../shared/beacon.ts";
import type { Signal } from "../../shared/shopper-socket.ts";

/** Outside any conversation, and without a socket. */
export function sendSignal(server: string, siteKey: string, visitorToken: string, signal: Signal): void {
  const beacon: Beacon = { siteKey, visitorToken, signals: [signal] };
  navigator.sendBeacon(`${server}/api/events`, JSON.stringify(beacon));
}
