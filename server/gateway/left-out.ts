/** Who counts in no figures [OUT-5]: bots, previews and the shop's own people. They are served like everybody else. */
import { BlockList, isIPv6 } from "node:net";
import { isbot } from "isbot";
import type { LeftOut } from "../experiment/plan.ts";
import type { StaffRules } from "./ports.ts";

/** What is known of a visit. Null where nothing is said. */
export interface Visit {
  userAgent: string | null;
  pageUrl: string | null;
  userId: string | null;
  address: string | null;
}

/** In a page's address, whatever its value. */
export const PREVIEW_PARAMETER = "overture-preview";

/** Of several reasons the first of bot, preview and staff; null for who counts. */
export function leftOutReason(visit: Visit, staff: StaffRules): LeftOut | null {
  if (visit.userAgent !== null && isCrawler(visit.userAgent)) return "bot";
  if (visit.pageUrl !== null && isPreview(visit.pageUrl)) return "preview";
  return isStaff(visit, staff) ? "staff" : null;
}

/**
 * Programs that talk to the API on purpose (load tests, apps, other widgets) name the library they are written with, or nothing.
 * Lists of crawlers name these libraries, too.
 */
const LIBRARY =
  /^(?:node|node-fetch|node-xmlhttprequest|undici|axios|got|deno|bun|python-requests|python-urllib\d?|python-httpx|aiohttp|python|curl|okhttp|go-http-client|java|ruby|guzzlehttp|dart)(?:[/ ]|$)/i;

function isCrawler(userAgent: string): boolean {
  return !LIBRARY.test(userAgent.trim()) && isbot(userAgent);
}

function isPreview(pageUrl: string): boolean {
  // A page may give its address without the host.
  const base = "https://page.invalid";
  return URL.canParse(pageUrl, base) && new URL(pageUrl, base).searchParams.has(PREVIEW_PARAMETER);
}

function isStaff({ userId, address }: Visit, { staffUserIds, staffAddresses }: StaffRules): boolean {
  if (userId !== null && staffUserIds.includes(userId)) return true;
  if (address === null || staffAddresses.length === 0) return false;
  const ranges = new BlockList();
  for (const range of staffAddresses) {
    const [network = "", bits] = range.split("/");
    const family = isIPv6(network) ? "ipv6" : "ipv4";
    if (bits === undefined) ranges.addAddress(network, family);
    else ranges.addSubnet(network, Number(bits), family);
  }
  // An IPv4 address on a socket for both kinds.
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "");
  return ranges.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}
