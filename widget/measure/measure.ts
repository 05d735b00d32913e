/**
 * A chunk of its own, loaded for who is known to us: what a page's visitor is worth knowing by, and nothing that anybody waits for.
 */
import type { Shell } from "../shell/shell.ts";
import { measurePageDelay } from "./page-delay.ts";
import { sendSignal } from "./send-signal.ts";
import { tellArms } from "./tell-arms.ts";

let isMeasured = false;

/** May be called again, when there may be more to tell. */
export function measure(
  { embed: { server }, site, visitor, events }: Shell,
  // Handed over: what is imported of the panel's chunk would be split off it, and be one more request.
  createId: () => string,
): void {
  const { token } = visitor.read();
  if (!token) return;
  void tellArms(server, site, token, events);
  if (isMeasured) return;
  isMeasured = true;
  measurePageDelay((value) => sendSignal(server, site, token, { id: createId(), type: "page-delay", value }));
}
