/** Commands leave the same trace as the merchant API: who changed what of a site, on which machine [ADM-7]. */
import { hostname, userInfo } from "node:os";
import type { AuditDetail } from "../admin/access/ports.ts";
import type { Store } from "../store/open-store.ts";

/** @param action as `admin/access/access-rules.ts` names what the API can do, too. */
export async function recordCommand(
  { audit }: Store,
  siteId: string,
  action: string,
  detail: AuditDetail,
): Promise<void> {
  await audit.record(siteId, { by: commandName(), from: hostname(), action, detail });
}

/** As the audit log names whoever runs a command. */
export function commandName(): string {
  return `command (${accountName()})`;
}

/** Whose command it is. */
export function accountName(): string {
  try {
    return userInfo().username || "command";
  } catch {
    // An account without a name, as in some containers.
    return "command";
  }
}
