/** The cookie of a session. No script reads it, and no other site's form sends it. */
import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { People } from "./people.ts";

export const SESSION_COOKIE = "overture_session";
/** As long as a session lasts at the most; the server ends it earlier. */
const MAX_AGE_SECONDS = 60 * 86_400;

const options = ({ isSecure: secure }: Pick<People, "isSecure">) =>
  ({ httpOnly: true, sameSite: "Lax", path: "/", secure }) as const;

export function setSessionCookie(context: Context, people: Pick<People, "isSecure">, token: string): void {
  setCookie(context, SESSION_COOKIE, token, { ...options(people), maxAge: MAX_AGE_SECONDS });
}

export function clearSessionCookie(context: Context, people: Pick<People, "isSecure">): void {
  deleteCookie(context, SESSION_COOKIE, options(people));
}
