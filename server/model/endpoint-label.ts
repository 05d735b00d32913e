/** Safe to log and to show: the address without what may be secret in it. */
export function endpointLabel(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl);
  return `${origin}${pathname}`.replace(/\/+$/, "");
}
