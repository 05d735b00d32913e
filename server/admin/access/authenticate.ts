/** Who asks, and whether they may: before any of the merchant API's handlers, and the audit log after them. */
import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { matchedRoutes, routePath } from "hono/route";
import type { CatalogSite } from "../../sync/run-import.ts";
import { adminError } from "../admin-error.ts";
import type { AdminVariables } from "../catalog-api.ts";
import { ACCESS_RULES, type AccessRule } from "./access-rules.ts";
import { CSRF_HEADER, csrfHolds } from "./csrf.ts";
import type { People } from "./people.ts";
import type { Actor, Role } from "./ports.ts";
import { SESSION_COOKIE } from "./session-cookie.ts";

export interface MerchantAccess {
  /** The site that a secret key belongs to. */
  siteOfSecret(secretKey: string): Promise<CatalogSite | null>;
  /** Left out, only secret keys are let in, and nothing is recorded. */
  people?: People;
}

type AdminContext = Context<AdminVariables>;

const MAY: Record<Role, readonly Role[]> = {
  owner: ["owner", "editor", "viewer"],
  editor: ["editor", "viewer"],
  viewer: ["viewer"],
};
const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

export function authenticate(access: MerchantAccess): MiddlewareHandler<AdminVariables> {
  const { people } = access;
  return async (context, next) => {
    // What is answered is for this merchant's eyes; no cache between may keep it.
    context.header("cache-control", "no-store");
    const rules = rulesOf(context);
    if (rules.length > 0 && rules.every((rule) => rule?.role === "anyone")) return next();
    const found = await identify(context, access);
    if (found === null) return unauthenticated(context);
    const { actor, site } = found;
    if (actor.kind === "member" && !SAFE_METHODS.includes(context.req.method)) {
      const given = context.req.header(CSRF_HEADER);
      if (!people || !csrfHolds(people.secret, actor.sessionHash, given))
        return adminError(
          context,
          403,
          "auth/csrf",
          "Send the token of GET /api/admin/session as X-Overture-CSRF.",
        );
    }
    for (const rule of rules) {
      const refusal = refusalOf(context, actor, rule);
      if (refusal) return refusal;
    }
    context.set("site", site);
    context.set("actor", actor);
    const audited = rules.find((rule) => rule?.audited);
    // Known now: what is recorded after the answer's end may find the connection gone.
    const from = audited && people ? (people.addressOf(context) ?? "local") : "";
    context.set("record", async (told) => {
      if (!people || !audited?.audited) return;
      await people.audit.record(site.id, {
        ...{ by: nameOf(actor), from, action: audited.audited },
        detail: { ...context.req.param(), ...told },
        isFrequent: audited.isFrequent ?? false,
      });
    });
    await next();
    if (audited && context.res.ok && !context.get("recordsItself"))
      await context.get("record")(context.get("told") ?? {});
  };
}

/** As the audit log names them. */
export function nameOf(actor: Actor): string {
  if (actor.kind === "member") return actor.member.email;
  return actor.kind === "key" ? `key ${actor.name}` : "secret key";
}

/**
 * Of every handler of the merchant API that the request meets; undefined where one has no rule. None where there is no such
 * address. What stands beside the API, such as the widget's files, is not its business.
 */
function rulesOf(context: AdminContext): (AccessRule | undefined)[] {
  const below = routePath(context).replace(/\*$/, "");
  return matchedRoutes(context)
    .filter(({ method, path }) => method !== "ALL" && path.startsWith(below))
    .map(({ method, path }) => ACCESS_RULES[`${method} /${path.slice(below.length)}`]);
}

async function identify(
  context: AdminContext,
  { siteOfSecret, people }: MerchantAccess,
): Promise<{ actor: Actor; site: CatalogSite } | null> {
  const authorization = context.req.header("authorization");
  if (authorization?.startsWith("Bearer ")) {
    const [, secret] = /^Bearer (sk_[\w-]+)$/.exec(authorization) ?? [];
    if (secret === undefined) return null;
    const site = await siteOfSecret(secret);
    if (site) return { actor: { kind: "secret" }, site };
    const known = await people?.keys.bySecret(secret);
    if (!known) return null;
    const { id, name, scopes } = known.key;
    return { actor: { kind: "key", id, name, scopes }, site: known.site };
  }
  const token = getCookie(context, SESSION_COOKIE);
  const session = token === undefined ? null : await people?.sessions.read(token);
  if (!session) return null;
  const { member, site, tokenHash: sessionHash } = session;
  return { actor: { kind: "member", member, site, sessionHash }, site };
}

function unauthenticated(context: AdminContext): Response {
  context.header("www-authenticate", "Bearer");
  return adminError(
    context,
    401,
    "auth/required",
    "Sign in, or send the site's secret key or one of its API keys as Authorization: Bearer sk_…",
  );
}

/** Null where the actor may. */
function refusalOf(context: AdminContext, actor: Actor, rule: AccessRule | undefined): Response | null {
  if (rule === undefined) return adminError(context, 403, "auth/role-missing", "Nobody may do this yet.");
  const { role, scopes } = rule;
  if (role === "anyone") return null;
  if (actor.kind === "member") {
    if (role === "member" || MAY[actor.member.role].includes(role)) return null;
    const article = role === "viewer" ? "a" : "an";
    return adminError(
      context,
      403,
      "auth/role-missing",
      `This takes ${article} ${role}, and you are ${actor.member.role === "viewer" ? "a viewer" : "an editor"}. An owner of the site can change that.`,
    );
  }
  if (role === "member")
    return adminError(
      context,
      403,
      "auth/members-only",
      "This is for people who are signed in, not for keys.",
    );
  if (actor.kind === "secret" || scopes.some((scope) => actor.scopes.includes(scope))) return null;
  const way =
    scopes.length === 0
      ? "no key has; an owner who is signed in can do it"
      : `a key with ${scopes.join(" or ")} has`;
  return adminError(context, 403, "auth/scope-missing", `This takes a scope that ${way}.`);
}
