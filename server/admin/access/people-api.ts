/** `/api/admin/members`, `/keys` and `/audit`: who looks after the site, which programs may, and what they did. For owners. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { adminError } from "../admin-error.ts";
import type { AdminVariables } from "../catalog-api.ts";
import { nameOf } from "./authenticate.ts";
import type { People } from "./people.ts";
import { type MemberChange, ROLES, SCOPES } from "./ports.ts";
import { modest, readBody } from "./read-body.ts";
import { welcomeUrl } from "./welcome-url.ts";

export const inviteSchema = z.strictObject({
  email: z.email().max(320),
  role: z.enum(ROLES).default("viewer"),
});
export const roleSchema = z.strictObject({ role: z.enum(ROLES) });
export const keySchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .max(SCOPES.length)
    .transform((scopes) => [...new Set(scopes)]),
});
const pageSchema = z.object({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 53 - 1)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export function createPeopleApi(people: People): Hono<AdminVariables> {
  const { members, keys, audit } = people;
  const api = new Hono<AdminVariables>();
  for (const path of ["/members/*", "/keys/*"]) api.use(path, modest);

  api.get("/members", async (context) =>
    context.json({ members: await members.list(context.get("site").id) }),
  );
  api.post("/members", async (context) => {
    const read = await readBody(context, inviteSchema);
    if ("refusal" in read) return read.refusal;
    const { email, role } = read.body;
    const member = await members.invite(context.get("site").id, email, role);
    if (member === null)
      return adminError(context, 409, "member/exists", "The site has a member of that address.");
    context.set("told", { email: member.email, role });
    const { siteId: _, ...shown } = member;
    return context.json({ member: shown, link: await linkOf(context, member.id) }, 201);
  });
  api.patch("/members/:id", async (context) => {
    const read = await readBody(context, roleSchema);
    if ("refusal" in read) return read.refusal;
    const siteId = context.get("site").id;
    const id = context.req.param("id");
    const before = await members.byId(siteId, id);
    const change = await members.setRole(siteId, id, read.body.role);
    if (change !== "done" || !before) return notChanged(context, change);
    context.set("told", { email: before.email, from: before.role, to: read.body.role });
    return context.json({ member: { ...before, siteId: undefined, role: read.body.role } });
  });
  api.delete("/members/:id", async (context) => {
    const siteId = context.get("site").id;
    const id = context.req.param("id");
    const before = await members.byId(siteId, id);
    const change = await members.remove(siteId, id);
    if (change !== "done" || !before) return notChanged(context, change);
    context.set("told", { email: before.email });
    return context.json({ removed: true });
  });
  api.post("/members/:id/link", async (context) => {
    const member = await members.byId(context.get("site").id, context.req.param("id"));
    if (!member) return notChanged(context, "unknown");
    context.set("told", { email: member.email });
    return context.json(await linkOf(context, member.id), 201);
  });

  api.get("/keys", async (context) => context.json({ keys: await keys.list(context.get("site").id) }));
  api.post("/keys", async (context) => {
    const read = await readBody(context, keySchema);
    if ("refusal" in read) return read.refusal;
    const createdBy = nameOf(context.get("actor"));
    const created = await keys.create(context.get("site").id, { ...read.body, createdBy });
    context.set("told", { ...read.body, id: created.key.id });
    return context.json(created, 201);
  });
  api.delete("/keys/:id", async (context) => {
    const removed = await keys.remove(context.get("site").id, context.req.param("id"));
    if (!removed) return adminError(context, 404, "key/unknown", "The site has no such key.");
    context.set("told", { name: removed.name });
    return context.json({ removed: true });
  });

  api.get("/audit", async (context) => {
    const page = pageSchema.safeParse(context.req.query());
    if (!page.success)
      return adminError(
        context,
        400,
        "payload/invalid",
        "before is an entry's id, limit goes from 1 to 500; both are whole numbers.",
      );
    const { before = null, limit } = page.data;
    return context.json({ entries: await audit.list(context.get("site").id, { before, limit }) });
  });
  return api;

  async function linkOf(context: Context, memberId: string): Promise<{ url: string; expiresAt: string }> {
    const { token, expiresAt } = await members.openLink(memberId);
    return { url: welcomeUrl(people.publicUrl ?? new URL(context.req.url).origin, token), expiresAt };
  }
}

function notChanged(context: Context, change: MemberChange): Response {
  return change === "last-owner"
    ? adminError(
        context,
        409,
        "member/last-owner",
        "A site keeps an owner. Make somebody else an owner first.",
      )
    : adminError(context, 404, "member/unknown", "The site has no such member.");
}
