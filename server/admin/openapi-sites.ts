/** Sites and the first start, as the OpenAPI document tells it. */
import { z } from "zod";
import { sessionAnswerSchema } from "./access/people.ts";
import { ROLES } from "./access/ports.ts";
import { setupSchema, setupStateSchema } from "./access/setup-api.ts";
import type { OpenApiWords } from "./openapi-experiments.ts";
import { previewSchema, setupProgressSchema } from "./setup-api.ts";
import { siteFieldsSchema } from "./site-fields.ts";
import { rotateSchema, siteChangesSchema, switchSchema } from "./sites-api.ts";

const siteSchema = z.object({
  ...{ siteKey: z.string(), name: z.string(), origins: z.array(z.string()) },
  ...{ currency: z.string(), locale: z.string() },
});
const listedSchema = z.object({
  ...{ siteKey: z.string(), name: z.string(), role: z.enum(ROLES) },
  isHere: z.boolean().describe("The one that the session is in"),
});

export function sitePaths({ merchant, answer, failure }: OpenApiWords): Record<string, object> {
  const malformed = failure("Malformed");
  const gone = failure("There is no such site");
  const signedIn = answer("Signed in; sets the session's cookie", sessionAnswerSchema);
  const site = answer("The site", siteSchema);
  return {
    "/api/setup": {
      get: {
        ...merchant("Whether nobody has set the server up", { 200: answer("Whether", setupStateSchema) }),
        security: [],
      },
      post: {
        ...merchant(
          "The first site and its owner, by the link that the server prints while it has no member",
          {
            ...{ 200: signedIn, 400: malformed, 401: failure("It is not the server's link") },
            ...{ 409: failure("Somebody is a member already"), 429: failure("Too many tries") },
          },
          { body: setupSchema },
        ),
        security: [],
      },
    },
    "/api/admin/sites": {
      get: merchant("The sites of who is signed in", {
        200: answer("The sites", z.object({ sites: z.array(listedSchema) })),
      }),
      post: merchant(
        "Adds a site, whose owner is who is signed in",
        {
          201: answer("The site", z.object({ site: siteSchema.pick({ siteKey: true, name: true }) })),
          400: malformed,
        },
        { body: siteFieldsSchema },
      ),
    },
    "/api/admin/session/site": {
      post: merchant(
        "Goes to another site of the same account: a new session, and the end of this one",
        { 200: signedIn, 400: malformed, 404: failure("None of the account's sites has this key") },
        { body: switchSchema },
      ),
    },
    "/api/admin/setup": {
      get: merchant("How far the shop has come with its set-up", {
        200: answer("The steps that are done", setupProgressSchema),
      }),
    },
    "/api/admin/preview": {
      post: merchant("A page of the dashboard's address on which the agent can be tried for some hours", {
        200: answer("Its address", previewSchema),
      }),
    },
    "/api/admin/site": {
      get: merchant("The site itself", { 200: site, 404: gone }),
      patch: merchant(
        "Changes what the site is",
        { 200: site, 400: malformed, 404: gone },
        { body: siteChangesSchema },
      ),
    },
    "/api/admin/site/rotate-key": {
      post: merchant(
        "A new secret key, told this once; the one before ends",
        {
          200: answer("The keys", z.object({ siteKey: z.string(), secretKey: z.string() })),
          ...{ 400: malformed, 404: gone },
        },
        { body: rotateSchema },
      ),
    },
  };
}
