/** `/api/admin/session`: signing in and out, and one's password [ADM-2]. `/api/welcome` does it by a one-time link [ADM-5]. */
import { setTimeout as pause } from "node:timers/promises";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { adminError } from "../admin-error.ts";
import type { AdminVariables } from "../catalog-api.ts";
import { memberOf, openSession, type People, passwordSchema, recordEntry, sessionAnswer } from "./people.ts";
import type { SignedIn } from "./ports.ts";
import { fromElsewhere, isFromElsewhere, modest, readBody, tooFast } from "./read-body.ts";
import { clearSessionCookie } from "./session-cookie.ts";

export const signInSchema = z.strictObject({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(200),
  siteKey: z.string().min(1).max(100).optional().describe("Where one is a member of several sites"),
});
export const passwordChangeSchema = z.strictObject({
  current: z.string().min(1).max(200),
  next: passwordSchema,
});
export const welcomeSchema = z.strictObject({ token: z.string().min(1).max(200), password: passwordSchema });

export function createSessionApi(people: People): Hono<AdminVariables> {
  const { members, sessions, limits } = people;
  const api = new Hono<AdminVariables>();
  api.use("/session/*", modest);

  api.post("/session", async (context) => {
    const read = await readBody(context, signInSchema);
    if ("refusal" in read) return read.refusal;
    if (isFromElsewhere(context)) return fromElsewhere(context);
    const { email, password, siteKey = null } = read.body;
    const known = email.trim().toLowerCase();
    if (!(await mayTry(context, people, known))) return tooFast(context);
    // Whatever was wrong, and of however many sites the address is known, the answer takes as long.
    const patience = pause(people.refusalMs);
    const found = await members.verify(email, password, siteKey);
    const [signedIn, ...others] = found;
    if (signedIn === undefined) {
      await patience;
      return adminError(context, 401, "auth/wrong", "The e-mail address or the password is wrong.");
    }
    await limits.forgive("email", known);
    if (others.length > 0) return whichSite(context, found);
    await recordEntry(context, people, signedIn, "session/open");
    return openSession(context, people, signedIn);
  });

  api.get("/session", (context) => {
    const actor = memberOf(context.get("actor"));
    return context.json(sessionAnswer(people.secret, actor, actor.sessionHash));
  });
  api.delete("/session", async (context) => {
    const { sessionHash } = memberOf(context.get("actor"));
    await sessions.close(sessionHash);
    clearSessionCookie(context, people);
    return context.json({ signedOut: true });
  });
  api.delete("/sessions", async (context) => {
    const { member } = memberOf(context.get("actor"));
    await sessions.closeAll(member.id);
    clearSessionCookie(context, people);
    return context.json({ signedOut: true });
  });
  api.put("/session/password", async (context) => {
    const read = await readBody(context, passwordChangeSchema);
    if ("refusal" in read) return read.refusal;
    const { member, site } = memberOf(context.get("actor"));
    // Whoever sits down at an open screen may not try either.
    if (!(await mayTry(context, people, member.email))) return tooFast(context);
    const { current, next } = read.body;
    if (!(await members.passwordIs(member.id, current)))
      return adminError(context, 403, "auth/wrong", "The current password is another one.");
    if (current === next || next.toLowerCase().includes(member.email))
      return adminError(
        context,
        400,
        "payload/invalid",
        "next: Choose another password than the current one, without your e-mail address in it.",
      );
    await limits.forgive("email", member.email);
    await members.setPassword(member.id, next);
    return openSession(context, people, { site, member: { ...member, passwordIsOneTime: false } });
  });
  return api;
}

/** Mounted at `/api/welcome`. */
export function createWelcomeApi(people: People): Hono {
  const api = new Hono();
  api.use(modest);
  api.post("/", async (context) => {
    context.header("cache-control", "no-store");
    const read = await readBody(context, welcomeSchema);
    if ("refusal" in read) return read.refusal;
    if (isFromElsewhere(context)) return fromElsewhere(context);
    const address = people.addressOf(context);
    if (address !== null && !(await people.limits.allows("address", address))) return tooFast(context);
    const signedIn = await people.members.useLink(read.body.token, read.body.password);
    if (signedIn === null)
      return adminError(
        context,
        401,
        "auth/link-invalid",
        "The link was used, is older than two days, or was replaced by another one. Ask an owner of the site for a new one.",
      );
    await recordEntry(context, people, signedIn, "member/welcome");
    return openSession(context, people, signedIn);
  });
  return api;
}

async function mayTry(context: Context, { limits, addressOf }: People, email: string): Promise<boolean> {
  const address = addressOf(context);
  const byAddress = address === null || (await limits.allows("address", address));
  return byAddress && (await limits.allows("email", email));
}
function whichSite(context: Context, found: readonly SignedIn[]): Response {
  const sites = found.map(({ site: { siteKey, name } }) => ({ siteKey, name }));
  const error = {
    code: "auth/which-site",
    message: "You look after several sites: send the siteKey of one.",
  };
  return context.json({ error, sites }, 409);
}
