/** The merchant's side over a real store, as `main.ts` assembles it: every route, and people who sign in by HTTP. */
import { Hono } from "hono";
import type { Role } from "../../server/admin/access/ports.ts";
import { readConfig } from "../../server/config.ts";
import { type LiveTalks, liveTalks, merchantRoutes } from "../../server/merchant-routes.ts";
import { createModelDesk } from "../../server/model/model-desk.ts";
import type { Store } from "../../server/store/open-store.ts";

type Turns = Parameters<typeof merchantRoutes>[6];
export type SignInTries = Parameters<typeof merchantRoutes>[4];
/** Whoever wants to try as often as they like. */
const UNLIMITED: SignInTries = { allows: async () => true, forgive: async () => {} };
/** What the node server tells of a connection. */
export const CONNECTION = {
  incoming: { socket: { remoteAddress: "10.0.0.1", remotePort: 1, remoteFamily: "IPv4" } },
};
const PASSWORD = "correct horse battery";

export function merchantSide(
  store: Store,
  {
    publicUrl,
    limits = UNLIMITED,
    live = liveTalks(store),
    turns = { replay: async () => [] },
  }: { publicUrl?: string; limits?: SignInTries; live?: LiveTalks; turns?: Turns } = {},
) {
  const reading = readConfig({
    OVERTURE_SECRET: "a secret of the tests",
    TRUST_PROXY: "1",
    ...(publicUrl !== undefined && { PUBLIC_URL: publicUrl }),
  });
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  const { config } = reading;
  const app = new Hono();
  const routes = merchantRoutes(
    store,
    config,
    createModelDesk(null, store.modelUsage),
    "1",
    limits,
    live,
    turns,
    0,
  );
  for (const [path, part] of Object.entries(routes)) app.route(path, part);
  // As the gateway has it: files of the widget are looked for at every address.
  app.get("/*", (context) => context.json({ error: { code: "request/not-found" } }, 404));

  const request = async (
    method: string,
    path: string,
    { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
  ) => {
    const response = await app.request(
      path,
      {
        method,
        headers: { "content-type": "application/json", "x-forwarded-for": "203.0.113.9", ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      CONNECTION,
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: jsonOf(text) };
  };

  /** The cookie and the token of an answer that signs in. */
  const sessionOf = (answer: Awaited<ReturnType<typeof request>>) => {
    const [, cookie = ""] = /(overture_session=[^;]+)/.exec(answer.headers.get("set-cookie") ?? "") ?? [];
    return { cookie, "x-overture-csrf": String(answer.body?.csrf ?? "") };
  };

  return {
    app,
    request,
    sessionOf,
    signIn: async (email: string, password: string, siteKey?: string) =>
      request("POST", "/api/admin/session", { body: { email, password, siteKey } }),
    /** Signed in as a member of this role: the headers to send. */
    async as(role: Role, siteId: string, email = `${role}@${siteId}.example`) {
      const { member } = await store.members.add(siteId, email, role);
      const { token } = await store.members.openLink(member.id);
      const headers = sessionOf(
        await request("POST", "/api/welcome", { body: { token, password: PASSWORD } }),
      );
      return { member, headers, password: PASSWORD };
    },
  };
}
export type MerchantSide = ReturnType<typeof merchantSide>;

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into.
function jsonOf(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
