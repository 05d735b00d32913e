/** Who is signed in. One person of one site; the cookie that says so is nothing a script can read. */
import { get, post, request, setCsrf } from "./client.ts";

export type Role = "owner" | "editor" | "viewer";

export interface Session {
  member: { id: string; email: string; role: Role; passwordIsOneTime: boolean };
  site: { siteKey: string; name: string; currency: string; locale: string };
  csrf: string;
}

export async function currentSession(): Promise<Session> {
  return remembered(await get<Session>("/admin/session"));
}

/** @param siteKey where the address is a member of several sites. */
export async function signIn(email: string, password: string, siteKey?: string): Promise<Session> {
  return remembered(await post<Session>("/admin/session", { email, password, ...(siteKey && { siteKey }) }));
}

/** By an invitation or a link to reset: the token is good for one time. */
export async function welcome(token: string, password: string): Promise<Session> {
  return remembered(await post<Session>("/welcome", { token, password }));
}

/** All other sessions end, and this one is replaced by a new one. */
export async function changePassword(current: string, next: string): Promise<Session> {
  return remembered(await request<Session>("PUT", "/admin/session/password", { body: { current, next } }));
}

export async function signOut(where: "here" | "everywhere"): Promise<void> {
  await request("DELETE", where === "here" ? "/admin/session" : "/admin/sessions");
  setCsrf(null);
}

/** The session's token is sent with every change from now on. */
export function remembered(session: Session): Session {
  setCsrf(session.csrf);
  return session;
}
