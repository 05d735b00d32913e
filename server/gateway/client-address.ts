import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * The address a connection is counted under, or null when it counts as no one's. `trustedProxies` is the number of proxies
 * in front that add themselves to `X-Forwarded-For`; with none the header is ignored, because anyone can send it.
 *
 * Loopback is no one's: a proxy on the same machine that was not declared would else share one limit among all shoppers.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string | null {
  const forwarded = forwardedFor?.split(",").map((part) => part.trim()) ?? [];
  const address = (trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined) ?? remote;
  return address === undefined || address === "" || isLoopback(address) ? null : address;
}

/** The same of an HTTP request. */
export function requestAddress(context: Context, trustedProxies: number): string | null {
  const forwarded = context.req.header("x-forwarded-for");
  return clientAddress(getConnInfo(context).remote.address, forwarded, trustedProxies);
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}
