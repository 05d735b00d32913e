/** The people's part of the merchant API, as the OpenAPI document tells it. */
import { z } from "zod";
import { sessionAnswerSchema } from "./access/people.ts";
import { inviteSchema, keySchema, roleSchema } from "./access/people-api.ts";
import { ROLES, SCOPES } from "./access/ports.ts";
import { passwordChangeSchema, signInSchema, welcomeSchema } from "./access/session-api.ts";
import type { OpenApiWords } from "./openapi-experiments.ts";

const memberSchema = z.object({
  ...{ id: z.uuid(), email: z.string(), role: z.enum(ROLES), passwordIsOneTime: z.boolean() },
});
const listedMemberSchema = memberSchema.extend({
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable().describe("Null when they are signed in nowhere"),
});
const linkSchema = z.object({
  url: z.url().describe("Opens once, within 48 hours; an earlier one no longer does"),
  expiresAt: z.iso.datetime(),
});
const keyShownSchema = z.object({
  ...{ id: z.uuid(), name: z.string(), scopes: z.array(z.enum(SCOPES)) },
  ...{ ending: z.string(), createdBy: z.string() },
  ...{ createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() },
});
const auditSchema = z.object({
  entries: z.array(
    z.object({
      ...{ id: z.int(), at: z.iso.datetime(), by: z.string(), from: z.string() },
      ...{ action: z.string(), detail: z.record(z.string(), z.unknown()) },
      times: z.int().describe("More than 1 where a program did the same over and over within a minute"),
    }),
  ),
});
const removed = z.object({ removed: z.literal(true) });
const signedOut = z.object({ signedOut: z.literal(true) });

export function peoplePaths({ merchant, answer, failure, parameter }: OpenApiWords): Record<string, object> {
  const id = parameter("id", "path");
  const malformed = failure("Malformed");
  const limited = failure("Too many tries; wait a quarter of an hour");
  const signedIn = answer("Signed in; sets the session's cookie", sessionAnswerSchema);
  const noMember = failure("The site has no such member");
  const lastOwner = failure("A site keeps an owner");
  return {
    "/api/admin/session": {
      post: {
        ...merchant(
          "Signs in",
          {
            ...{ 200: signedIn, 400: malformed, 403: failure("Asked by another site's page"), 429: limited },
            409: failure("A member of several sites; `sites` beside the error names them"),
          },
          { body: signInSchema },
        ),
        security: [],
      },
      get: merchant("Who is signed in", { 200: answer("Who, and where", sessionAnswerSchema) }),
      delete: merchant("Signs out here", { 200: answer("Signed out", signedOut) }),
    },
    "/api/admin/sessions": {
      delete: merchant("Signs out everywhere", { 200: answer("Signed out", signedOut) }),
    },
    "/api/admin/session/password": {
      put: merchant(
        "Changes one's password; all other sessions end, and this one is replaced",
        { 200: signedIn, 400: malformed, 403: failure("The current password is another one"), 429: limited },
        { body: passwordChangeSchema },
      ),
    },
    "/api/welcome": {
      post: {
        ...merchant(
          "Chooses a password by a one-time link, and signs in",
          { 200: signedIn, 400: malformed, 429: limited },
          { body: welcomeSchema },
        ),
        security: [],
      },
    },
    "/api/admin/members": {
      get: merchant("The members", {
        200: answer("The members", z.object({ members: z.array(listedMemberSchema) })),
      }),
      post: merchant(
        "Invites somebody",
        {
          201: answer(
            "A member, and the link to hand over",
            z.object({ member: memberSchema, link: linkSchema }),
          ),
          ...{ 400: malformed, 409: failure("The site has a member of that address") },
        },
        { body: inviteSchema },
      ),
    },
    "/api/admin/members/{id}": {
      patch: merchant(
        "Changes a member's role",
        {
          200: answer("The member", z.object({ member: memberSchema })),
          ...{ 400: malformed, 404: noMember, 409: lastOwner },
        },
        { body: roleSchema, parameters: [id] },
      ),
      delete: merchant(
        "Removes a member",
        { 200: answer("Removed", removed), 404: noMember, 409: lastOwner },
        { parameters: [id] },
      ),
    },
    "/api/admin/members/{id}/link": {
      post: merchant(
        "A link by which a member chooses a new password",
        { 201: answer("The link", linkSchema), 404: noMember },
        { parameters: [id] },
      ),
    },
    "/api/admin/keys": {
      get: merchant("The API keys", { 200: answer("The keys", z.object({ keys: z.array(keyShownSchema) })) }),
      post: merchant(
        "Makes an API key, which is told this once",
        {
          201: answer("The key", z.object({ key: keyShownSchema, secret: z.string() })),
          400: malformed,
        },
        { body: keySchema },
      ),
    },
    "/api/admin/keys/{id}": {
      delete: merchant(
        "Removes an API key; it ends at once",
        { 200: answer("Removed", removed), 404: failure("The site has no such key") },
        { parameters: [id] },
      ),
    },
    "/api/admin/audit": {
      get: merchant(
        "Who changed what from where, the latest first",
        { 200: answer("The entries", auditSchema), 400: malformed },
        { parameters: [parameter("before", "query", false), parameter("limit", "query", false)] },
      ),
    },
  };
}
