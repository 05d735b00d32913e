/** `/api/admin/settings`: how the agent is called, looks and behaves. */
import { Hono } from "hono";
import { adminError } from "../admin-error.ts";
import type { AdminVariables } from "../catalog-api.ts";
import { changeSettings, viewSettings } from "./change-settings.ts";
import type { SettingsBook } from "./ports.ts";
import type { SettingProblem } from "./read-changes.ts";

export function createSettingsApi(book: SettingsBook): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();

  api.get("/settings", async (context) => context.json(await viewSettings(book, context.get("site").id)));

  api.patch("/settings", async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    if (typeof body !== "object" || body === null)
      return adminError(context, 400, "payload/invalid", "Send the settings to change as JSON.");
    const change = await changeSettings(book, context.get("site").id, body);
    if (!change.ok) return context.json(refusal(change.problems), 400);
    context.set("told", { settings: change.changed });
    return context.json({ ...change.view, undo: change.undo });
  });

  return api;
}

function refusal(problems: readonly SettingProblem[]) {
  const message = problems.map((problem) => `${problem.setting} ${problem.message}`).join("; ");
  return { error: { code: "settings/invalid", message: `Nothing was changed: ${message}.` }, problems };
}
