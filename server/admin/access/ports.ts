/** Who may be let in to the merchant's side, and what is needed of the store for it. Instants are ISO 8601, UTC. */
import type { CatalogSite } from "../../sync/run-import.ts";

/** An owner may do everything, an editor change the shop's settings, a viewer look. Each may what those after it may. */
export const ROLES = ["owner", "editor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What a key is good for: reading; every change that an editor may make; the catalog; orders and what they amount to. */
export const SCOPES = ["read", "write", "catalog", "orders"] as const;
export type Scope = (typeof SCOPES)[number];

/** The site that somebody was let in to. */
export interface AdminSite extends CatalogSite {
  siteKey: string;
  name: string;
  locale: string;
}

export interface Member {
  id: string;
  siteId: string;
  email: string;
  role: Role;
  /** The password was made up for the member and is to be replaced. */
  passwordIsOneTime: boolean;
}

export interface ListedMember extends Omit<Member, "siteId"> {
  createdAt: string;
  /** When one of their sessions was last used; null when they are signed in nowhere. */
  lastSeenAt: string | null;
}

/** Who makes a request. */
export type Actor =
  | { kind: "member"; member: Member; site: AdminSite; sessionHash: string }
  | { kind: "key"; id: string; name: string; scopes: readonly Scope[] }
  /** Whoever holds the site's secret key. */
  | { kind: "secret" };

export interface SignedIn {
  member: Member;
  site: AdminSite;
}

export type MemberChange = "done" | "unknown" | "last-owner";

export interface MemberDesk {
  /**
   * Those whose e-mail address and password these are: at most one per site, and of one site where `siteKey` names it. Takes as
   * long for an address that nobody has.
   */
  verify(email: string, password: string, siteKey: string | null): Promise<SignedIn[]>;
  /** @param secret the password itself, of a member who is signed in. */
  passwordIs(memberId: string, password: string): Promise<boolean>;
  /** Of all members of the account, who are signed out everywhere; a link that was not used is void. */
  setPassword(memberId: string, password: string): Promise<void>;
  list(siteId: string): Promise<ListedMember[]>;
  byId(siteId: string, memberId: string): Promise<Member | null>;
  /** Null when the site has a member of that address. The password is one that nobody knows. */
  invite(siteId: string, email: string, role: Role): Promise<Member | null>;
  /** A site keeps an owner. */
  setRole(siteId: string, memberId: string, role: Role): Promise<MemberChange>;
  remove(siteId: string, memberId: string): Promise<MemberChange>;
  /** A one-time link's token; whatever link the member had is void. */
  openLink(memberId: string): Promise<{ token: string; expiresAt: string }>;
  /**
   * Sets the password of the link's member, who is signed out everywhere; null when the link does not hold. The link is used up.
   * An owner of one site may have made it, so it opens that site alone: the member gets an account of their own.
   */
  useLink(token: string, password: string): Promise<SignedIn | null>;
}

export interface SessionDesk {
  /** @returns what goes into the cookie. */
  open(memberId: string, userAgent: string): Promise<{ token: string; tokenHash: string }>;
  /** Null when there is no such session any more. Reading it keeps it alive. */
  read(token: string): Promise<(SignedIn & { tokenHash: string }) | null>;
  close(tokenHash: string): Promise<void>;
  /** Of all members of the member's account. */
  closeAll(memberId: string): Promise<void>;
}

/** What a site is made of. */
export interface NewSite {
  name: string;
  origins: string[];
  /** ISO 4217. */
  currency: string;
  /** BCP 47. */
  locale: string;
}

/** One person's members of several sites [ADM-9], and the first of all [ADM-8]. */
export interface AccountDesk {
  /** Nobody is a member of any site: the server was never set up. */
  isEmpty(): Promise<boolean>;
  /** The first site and its owner; null when somebody is a member already. */
  begin(site: NewSite, email: string, password: string): Promise<SignedIn | null>;
  /** A further site, whose owner is the same person. */
  addSite(memberId: string, site: NewSite): Promise<SignedIn>;
  /** By name. */
  sitesOf(memberId: string): Promise<{ siteKey: string; name: string; role: Role }[]>;
  /** The same person as a member of another site; null where they are none of it. */
  memberAt(memberId: string, siteKey: string): Promise<SignedIn | null>;
}

export interface ApiKey {
  id: string;
  name: string;
  scopes: Scope[];
  /** The last characters of the key. */
  ending: string;
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
}

export interface KeyDesk {
  /** The key itself is told once, here. */
  create(
    siteId: string,
    key: Pick<ApiKey, "name" | "scopes" | "createdBy">,
  ): Promise<{ key: ApiKey; secret: string }>;
  list(siteId: string): Promise<ApiKey[]>;
  /** The key that was removed; null when the site has no such key. */
  remove(siteId: string, keyId: string): Promise<ApiKey | null>;
  bySecret(secret: string): Promise<{ key: ApiKey; site: AdminSite } | null>;
}

export type AuditDetail = Record<string, unknown>;

export interface AuditEntry {
  id: number;
  at: string;
  /** A member's e-mail address, a key by its name, "secret key", or a command with the account it ran under. */
  by: string;
  /** The address it came from, or the machine that a command ran on. */
  from: string;
  action: string;
  detail: AuditDetail;
  /** More than 1 where a program did the same over and over within a minute. */
  times: number;
}

export interface AuditLog {
  /** `isFrequent`: like ones within a minute are counted in one entry, whose detail is that of the first. */
  record(
    siteId: string,
    entry: Pick<AuditEntry, "by" | "from" | "action" | "detail"> & { isFrequent?: boolean },
  ): Promise<void>;
  /** The latest first; those before an entry's id. */
  list(siteId: string, page: { before: number | null; limit: number }): Promise<AuditEntry[]>;
}

/** How often signing in may be tried. A try counts when it is asked for, and is forgiven when it was right. */
export interface SignInLimits {
  allows(what: "address" | "email", key: string): Promise<boolean>;
  forgive(what: "address" | "email", key: string): Promise<void>;
}

/** What the store keeps of people. */
export interface PeopleRooms {
  members: MemberDesk;
  accounts: AccountDesk;
  sessions: SessionDesk;
  keys: KeyDesk;
  audit: AuditLog;
}
