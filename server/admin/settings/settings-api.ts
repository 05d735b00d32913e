/** `/api/admin/settings`: how the agent is called, looks and behaves, and what it would say then. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { modest } from "../access/read-body.ts";
import { adminError } from "../admin-error.ts";
import type { AdminVariables } from "../catalog-api.ts";
import { changeSettings, readChange, viewSettings } from "./change-settings.ts";
import { type AgentAtHand, AgentAway, type SettingsBook } from "./ports.ts";
import type { SettingProblem } from "./read-changes.ts";

export const previewSchema = z.strictObject({
  changes: z.looseObject({}).default({}),
  sku: z.string().max(200).nullable().default(null),
  query: z.string().max(200).nullable().default(null),
  wording: z.number().int().min(0).max(1_000).default(0),
});

/** Lists of the shop's own people are the longest of it. */
const BODY_MAX_BYTES = 2 ** 20;

export function createSettingsApi(book: SettingsBook, agent: AgentAtHand): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  api.use(
    "/settings/*",
    bodyLimit({
      maxSize: BODY_MAX_BYTES,
      onError: (context) => adminError(context, 413, "payload/too-large", "The body is too large."),
    }),
  );

  api.onError((error, context) => {
    if (!(error instanceof AgentAway)) throw error;
    return adminError(context, 503, "agent/away", "No agent can be asked on this server.");
  });

  for (const path of ["/settings", "/settings/*"]) api.use(path, modest);
  api.get("/settings", async (context) => context.json(await viewSettings(book, context.get("site").id)));

  api.patch("/settings", async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    if (typeof body !== "object" || body === null)
      return adminError(context, 400, "payload/invalid", "Send the settings to change as JSON.");
    const change = await changeSettings(book, agent, context.get("site").id, body);
    if (!change.ok) return context.json(refusal(change.problems), 400);
    context.set("told", { settings: change.changed });
    return context.json({ ...change.view, undo: change.undo });
  });

  api.post("/settings/preview", async (context) => {
    const body = previewSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success)
      return adminError(context, 400, "payload/invalid", "Send { changes, sku, query, wording }, or {}.");
    const { changes, ...asked } = body.data;
    const reading = await readChange(book, context.get("site").id, changes);
    if (!reading.ok) return context.json(refusal(reading.problems), 400);
    const { site } = reading;
    const { greeting } = site.settings.persona;
    const [turns, stopped] = await Promise.all([
      agent.preview(site, asked),
      greeting === undefined ? null : agent.checkWords(site, greeting),
    ]);
    const { name, disclosure } = site.config.agent;
    return context.json({ agent: { name, disclosure }, turns, greetingStopped: stopped });
  });

  return api;
}

function refusal(problems: readonly SettingProblem[]) {
  const message = problems.map((problem) => `${problem.setting} ${problem.message}`).join("; ");
  return { error: { code: "settings/invalid", message: `Nothing was changed: ${message}.` }, problems };
}
