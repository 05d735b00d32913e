/** `/api/setup`: the first site and its owner, by the link that the server prints while it has no member [ADM-8]. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { adminError } from "../admin-error.ts";
import { siteFieldsSchema } from "../site-fields.ts";
import { openSession, type People, passwordSchema, recordEntry } from "./people.ts";
import { fromElsewhere, isFromElsewhere, modest, readBody, tooFast } from "./read-body.ts";
import { welcomeUrl } from "./welcome-url.ts";

export const setupSchema = siteFieldsSchema.extend({
  token: z.string().min(1).max(200),
  email: z.email("It is not an e-mail address.").max(320),
  password: passwordSchema,
});
export const setupStateSchema = z.object({
  needed: z.boolean().describe("Nobody is a member of any site yet"),
});

/** What the dashboard's page knows the first start's link by. */
const PREFIX = "setup-";

/**
 * Where the first owner comes in. Its token follows from the server's secret, so that it outlasts a restart and is the same on every
 * node, and nothing is kept of it; it opens nothing once there is a member.
 */
export function setupUrl(origin: string, secret: string): string {
  return welcomeUrl(origin, `${PREFIX}${setupToken(secret)}`);
}

/** Mounted at `/api/setup`. */
export function createSetupApi(people: People): Hono {
  const { accounts, limits } = people;
  const api = new Hono();
  api.use(modest);
  api.use(async (context, next) => {
    context.header("cache-control", "no-store");
    await next();
  });
  api.get("/", async (context) => context.json({ needed: await accounts.isEmpty() }));
  api.post("/", async (context) => {
    const read = await readBody(context, setupSchema);
    if ("refusal" in read) return read.refusal;
    if (isFromElsewhere(context)) return fromElsewhere(context);
    const address = people.addressOf(context);
    if (address !== null && !(await limits.allows("address", address))) return tooFast(context);
    const { token, email, password, ...site } = read.body;
    if (!holds(token, people.secret))
      return adminError(
        context,
        401,
        "auth/link-invalid",
        "This is not the link of this server. It prints the right one whenever it starts, until it is set up.",
      );
    const signedIn = await accounts.begin(site, email, password);
    if (signedIn === null)
      return adminError(
        context,
        409,
        "setup/done",
        "This server is set up already. Sign in, or ask an owner of the shop to invite you.",
      );
    await recordEntry(context, people, signedIn, "site/create", { name: site.name });
    return openSession(context, people, signedIn);
  });
  return api;
}

function setupToken(secret: string): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["overture first start"]))
    .digest("base64url");
}

function holds(token: string, secret: string): boolean {
  const expected = Buffer.from(PREFIX + setupToken(secret));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
