/** On which pages an experiment runs, and how an address can ask for an arm to be shown. */

export interface PageTarget {
  /** `simple`: a page's address in parts, with `*` for anything; `regex`: an expression the address, or its path on, has to hold. */
  type: "simple" | "regex";
  pattern: string;
  /** False for a page that it does not run on, whatever else matches. */
  include?: boolean;
}

/** Does the page match any target to include, if there are some, and none to leave out? Without targets, none does. */
export function isTargeted(url: string, targets: readonly PageTarget[]): boolean {
  if (targets.length === 0) return false;
  const included = targets.filter(({ include }) => include !== false);
  const left = targets.filter(({ include }) => include === false);
  const isMatched = (target: PageTarget) => matchesTarget(url, target);
  return !left.some(isMatched) && (included.length === 0 || included.some(isMatched));
}

/** An address without a host is on this one. */
const SOME_HOST = "https://_";

function matchesTarget(url: string, { type, pattern }: PageTarget): boolean {
  const page = urlOf(url, SOME_HOST);
  if (!page) return false;
  return type === "regex" ? matchesExpression(page, pattern) : matchesParts(page, pattern);
}

function matchesExpression(page: URL, pattern: string): boolean {
  const expression = expressionOf(pattern);
  return Boolean(expression?.test(page.href) || expression?.test(page.href.slice(page.origin.length)));
}

/** `*` is no part of an address: it stands as this while the pattern is taken apart as one. */
const WILDCARD = "_____";

function matchesParts(page: URL, pattern: string): boolean {
  const withProtocol = pattern.replace(/^([^:/?]*)\./i, "https://$1.").replaceAll("*", WILDCARD);
  const wanted = urlOf(withProtocol, `https://${WILDCARD}`);
  if (!wanted) return false;
  return (
    matchesPart(page.host, wanted.host) &&
    // A slash at either end makes no other page.
    matchesPart(withoutSlashes(page.pathname), withoutSlashes(wanted.pathname)) &&
    (wanted.hash === "" || matchesPart(page.hash, wanted.hash)) &&
    [...wanted.searchParams].every(([name, value]) => matchesPart(page.searchParams.get(name) ?? "", value))
  );
}

function matchesPart(actual: string, wanted: string): boolean {
  const escaped = wanted.replace(/[*.+?^${}()|[\]\\]/g, "\\$&").replaceAll(WILDCARD, ".*");
  return new RegExp(`^${escaped}$`, "i").test(actual);
}

function withoutSlashes(path: string): string {
  return path.replace(/^\/|\/$/g, "");
}

/** An expression of the address, or of the address without its host. */
export function matchesAddress(url: string, pattern: string): boolean {
  const expression = expressionOf(pattern);
  if (url === "" || !expression) return false;
  const path = url.replace(/^https?:\/\//, "").replace(/^[^/]*\//, "/");
  return expression.test(url) || expression.test(path);
}

/** The arm an address asks for, as `?key=1`; null where it asks for none, or for one there is not. */
export function armInAddress(url: string, key: string, arms: number): number | null {
  const query = url.split("?")[1]?.replace(/#.*/, "") ?? "";
  const asked = query
    .split("&")
    .map((pair) => pair.split("=", 2))
    .find(([name]) => name === key);
  const arm = Number.parseInt(asked?.[1] ?? "", 10);
  return arm >= 0 && arm < arms ? arm : null;
}

function urlOf(text: string, base: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}

function expressionOf(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern);
  } catch {
    return null;
  }
}
