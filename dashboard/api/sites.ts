/** The sites of whoever is signed in, and the first start of a server. */
import type { SiteFacts } from "../../server/admin/sites-api.ts";
import { get, post, request } from "./client.ts";
import { type Role, remembered, type Session } from "./session.ts";

export type { SiteFacts };
export type SiteFields = Omit<SiteFacts, "siteKey">;
export interface ListedSite {
  siteKey: string;
  name: string;
  role: Role;
  /** The one that the session is in. */
  isHere: boolean;
}

/** Whether the server has nobody yet. */
export const isSetupNeeded = (signal: AbortSignal): Promise<boolean> =>
  get<{ needed: boolean }>("/setup", signal).then(({ needed }) => needed);
/** The first owner, by the link that the server printed. */
export async function begin(
  token: string,
  owner: { email: string; password: string },
  site: SiteFields,
): Promise<Session> {
  return remembered(await post<Session>("/setup", { token, ...owner, ...site }));
}

export const listSites = (signal: AbortSignal): Promise<ListedSite[]> =>
  get<{ sites: ListedSite[] }>("/admin/sites", signal).then(({ sites }) => sites);
export const addSite = (site: SiteFields): Promise<{ site: { siteKey: string; name: string } }> =>
  post("/admin/sites", site);
/** The same person, in another of their sites. */
export async function goToSite(siteKey: string): Promise<Session> {
  return remembered(await post<Session>("/admin/session/site", { siteKey }));
}
export const readSite = (signal: AbortSignal): Promise<SiteFacts> => get("/admin/site", signal);
export const changeSite = (changes: Partial<SiteFields>): Promise<SiteFacts> =>
  request("PATCH", "/admin/site", { body: changes });
export const rotateKey = (siteKey: string): Promise<{ secretKey: string }> =>
  post("/admin/site/rotate-key", { siteKey });
