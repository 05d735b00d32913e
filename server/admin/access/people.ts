/** What it takes to let people in, and what they are told when they are. */
import type { Context } from "hono";
import { z } from "zod";
import { csrfToken } from "./csrf.ts";
import {
  type Actor,
  type AuditDetail,
  type PeopleRooms,
  ROLES,
  type SignedIn,
  type SignInLimits,
} from "./ports.ts";
import { setSessionCookie } from "./session-cookie.ts";

export interface People extends PeopleRooms {
  limits: SignInLimits;
  /** Signs tokens. */
  secret: string;
  /** The server is reached by https only. */
  isSecure: boolean;
  /** Where the dashboard is, without a slash at the end; the address that was asked when undefined. */
  publicUrl: string | undefined;
  /** Whom a request counts as; null when it comes from this machine. */
  addressOf(context: Context): string | null;
  /** So long at least a sign-in that fails takes, whatever was wrong. */
  refusalMs: number;
}

/** Long enough not to be guessed; the most is what a server should be made to hash. */
export const passwordSchema = z
  .string()
  .min(12, "A password has at least 12 characters.")
  .max(200, "A password has at most 200 characters.");

export const sessionAnswerSchema = z.object({
  member: z.object({
    ...{ id: z.uuid(), email: z.string(), role: z.enum(ROLES) },
    passwordIsOneTime: z.boolean().describe("It was made up for the member and is to be replaced"),
  }),
  site: z.object({ siteKey: z.string(), name: z.string(), currency: z.string(), locale: z.string() }),
  csrf: z.string().describe("To be sent as X-Overture-CSRF with every change"),
});

export function sessionAnswer(
  secret: string,
  { member, site }: SignedIn,
  sessionHash: string,
): z.infer<typeof sessionAnswerSchema> {
  const { id, email, role, passwordIsOneTime } = member;
  const { siteKey, name, currency, locale } = site;
  return {
    member: { id, email, role, passwordIsOneTime },
    site: { siteKey, name, currency, locale },
    csrf: csrfToken(secret, sessionHash),
  };
}

/** Opens a session, sets its cookie, and says who is signed in where. */
export async function openSession(context: Context, people: People, signedIn: SignedIn): Promise<Response> {
  const { member } = signedIn;
  const { token, tokenHash } = await people.sessions.open(member.id, context.req.header("user-agent") ?? "");
  setSessionCookie(context, people, token);
  return context.json(sessionAnswer(people.secret, signedIn, tokenHash));
}

/** Who is signed in; for routes whose rule lets nobody else come. */
export function memberOf(actor: Actor): Extract<Actor, { kind: "member" }> {
  if (actor.kind !== "member") throw new Error("a key has no session");
  return actor;
}

/** An entry of the audit log that is not about the site of the request, or not about who makes it. */
export function recordEntry(
  context: Context,
  people: People,
  { member, site }: SignedIn,
  action: string,
  detail: AuditDetail = {},
): Promise<void> {
  const from = people.addressOf(context) ?? "local";
  return people.audit.record(site.id, { by: member.email, from, action, detail });
}
