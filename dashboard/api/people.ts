/** Who may sign in, with which keys programs may, and who did what. */
import type { ApiKey, AuditEntry, ListedMember, Role, Scope } from "../../server/admin/access/ports.ts";
import { get, post, queryOf, request } from "./client.ts";

export type { ApiKey, AuditEntry, ListedMember, Role, Scope };

/** Good for one time; whoever opens it chooses a password. */
export interface OneTimeLink {
  url: string;
  expiresAt: string;
}

export const listMembers = (signal: AbortSignal): Promise<ListedMember[]> =>
  get<{ members: ListedMember[] }>("/admin/members", signal).then(({ members }) => members);
export const inviteMember = (email: string, role: Role): Promise<OneTimeLink> =>
  post("/admin/members", { email, role });
export const changeRole = (id: string, role: Role): Promise<unknown> =>
  request("PATCH", `/admin/members/${id}`, { body: { role } });
export const removeMember = (id: string): Promise<unknown> => request("DELETE", `/admin/members/${id}`);
export const linkFor = (id: string): Promise<OneTimeLink> => post(`/admin/members/${id}/link`);
export const listKeys = (signal: AbortSignal): Promise<ApiKey[]> =>
  get<{ keys: ApiKey[] }>("/admin/keys", signal).then(({ keys }) => keys);
export const createKey = (name: string, scopes: Scope[]): Promise<{ key: ApiKey; secret: string }> =>
  post("/admin/keys", { name, scopes });
export const removeKey = (id: string): Promise<unknown> => request("DELETE", `/admin/keys/${id}`);
export const readAudit = (signal: AbortSignal): Promise<AuditEntry[]> =>
  get<{ entries: AuditEntry[] }>(`/admin/audit${queryOf({ limit: 50 })}`, signal).then(
    ({ entries }) => entries,
  );
