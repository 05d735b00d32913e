/** `/api/admin/sites`, `/session/site` and `/site`: the sites of one account, going from one to another, and what a site is [ADM-9]. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { memberOf, openSession, type People, recordEntry } from "./access/people.ts";
import { modest, readBody } from "./access/read-body.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";
import { siteFieldsSchema } from "./site-fields.ts";

/** A site as its owner sees and changes it. */
export interface SiteFacts {
  siteKey: string;
  name: string;
  origins: string[];
  currency: string;
  locale: string;
}
export interface SiteDesk {
  byId(siteId: string): Promise<SiteFacts | null>;
  update(siteKey: string, changes: Partial<Omit<SiteFacts, "siteKey">>): Promise<SiteFacts | null>;
  rotateKey(siteKey: string): Promise<{ secretKey: string } | null>;
}

export const switchSchema = z.strictObject({ siteKey: z.string().min(1).max(100) });
/** A key that is in use elsewhere ends at once, so the site is named again. */
export const rotateSchema = z.strictObject({ siteKey: z.string().min(1).max(100) });
export const siteChangesSchema = siteFieldsSchema
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "Say what is to be changed.");

export function createSitesApi(people: People, sites: SiteDesk): Hono<AdminVariables> {
  const { accounts, sessions } = people;
  const api = new Hono<AdminVariables>();
  for (const path of ["/sites", "/site", "/site/*"]) api.use(path, modest);

  api.get("/sites", async (context) => {
    const { member, site } = memberOf(context.get("actor"));
    const found = await accounts.sitesOf(member.id);
    return context.json({ sites: found.map((one) => ({ ...one, isHere: one.siteKey === site.siteKey })) });
  });
  api.post("/sites", async (context) => {
    const read = await readBody(context, siteFieldsSchema);
    if ("refusal" in read) return read.refusal;
    const actor = context.get("actor");
    if (actor.kind !== "member")
      return adminError(context, 403, "auth/members-only", "A site has an owner: sign in to make one.");
    const made = await accounts.addSite(actor.member.id, read.body);
    context.set("told", { name: made.site.name, siteKey: made.site.siteKey });
    await recordEntry(context, people, made, "site/create", { name: made.site.name });
    const { siteKey, name } = made.site;
    return context.json({ site: { siteKey, name } }, 201);
  });
  api.post("/session/site", async (context) => {
    const read = await readBody(context, switchSchema);
    if ("refusal" in read) return read.refusal;
    const { member, sessionHash } = memberOf(context.get("actor"));
    const there = await accounts.memberAt(member.id, read.body.siteKey);
    if (there === null)
      return adminError(
        context,
        404,
        "site/unknown",
        "None of your sites has this key. If you are a member of it with another password, sign out and sign in there.",
      );
    context.set("told", { to: there.site.name });
    await sessions.close(sessionHash);
    await recordEntry(context, people, there, "session/open");
    return openSession(context, people, there);
  });

  api.get("/site", async (context) => {
    const site = await sites.byId(context.get("site").id);
    return site === null ? gone(context) : context.json(factsOf(site));
  });
  api.patch("/site", async (context) => {
    const read = await readBody(context, siteChangesSchema);
    if ("refusal" in read) return read.refusal;
    const before = await sites.byId(context.get("site").id);
    const after = before && (await sites.update(before.siteKey, definedOf(read.body)));
    if (after === null) return gone(context);
    context.set("told", { ...read.body });
    return context.json(factsOf(after));
  });
  api.post("/site/rotate-key", async (context) => {
    const read = await readBody(context, rotateSchema);
    if ("refusal" in read) return read.refusal;
    const site = await sites.byId(context.get("site").id);
    if (site?.siteKey !== read.body.siteKey)
      return adminError(context, 400, "payload/invalid", "siteKey: it is not the key of this site.");
    const keys = await sites.rotateKey(site.siteKey);
    return keys === null ? gone(context) : context.json({ siteKey: site.siteKey, secretKey: keys.secretKey });
  });
  return api;
}

function factsOf({ siteKey, name, origins, currency, locale }: SiteFacts): SiteFacts {
  return { siteKey, name, origins, currency, locale };
}

/** Without what was left out, which is no change. */
function definedOf(changes: z.output<typeof siteChangesSchema>): Partial<Omit<SiteFacts, "siteKey">> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function gone(context: Context): Response {
  return adminError(context, 404, "site/unknown", "The site is gone.");
}
