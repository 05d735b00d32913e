/**
 * Whether a page of this origin may talk for a site. An entry of `allowed` is an exact origin (`https://shop.example`) or
 * stands for every subdomain (`https://*.shop.example`, which does not cover `https://shop.example` itself).
 *
 * A client that sends no `Origin` header is allowed: browsers always send one with a socket or a cross-origin request, so
 * its absence says that no page is behind the request, and the check protects pages, not secrets.
 */
export function originAllowed(origin: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  const url = parseOrigin(origin);
  return url !== null && allowed.some((entry) => matches(url, entry));
}

/** Whether a site can be given this entry. */
export function isAllowableOrigin(entry: string): boolean {
  return parseOrigin(entry.replace(WILDCARD, "://")) !== null;
}

const WILDCARD = "://*.";

function matches(origin: URL, entry: string): boolean {
  if (!entry.includes(WILDCARD)) return parseOrigin(entry)?.origin === origin.origin;
  const parent = parseOrigin(entry.replace(WILDCARD, "://"));
  return (
    parent !== null &&
    parent.protocol === origin.protocol &&
    parent.port === origin.port &&
    origin.hostname.endsWith(`.${parent.hostname}`)
  );
}

/** Labels that are not empty, and no wildcard among them. */
const HOST_NAME = /^[^.*]+(\.[^.*]+)*$/;

/** Null for anything that is not exactly an origin: `null`, paths, credentials, other schemes. */
function parseOrigin(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const isBare =
    url.pathname === "/" &&
    url.search === "" &&
    url.hash === "" &&
    url.username === "" &&
    url.password === "";
  return isWeb && isBare && HOST_NAME.test(url.hostname) ? url : null;
}
