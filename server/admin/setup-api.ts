/** `/api/admin/setup`: how far the shop has come; `/api/admin/preview`: a page on which the agent can be tried [ADM-11] [ADM-12]. */
import { Hono } from "hono";
import { z } from "zod";
import { PREVIEW_PARAMETER } from "../gateway/left-out.ts";
import { signPreview } from "../gateway/preview-ticket.ts";
import type { AdminVariables } from "./catalog-api.ts";

export const setupProgressSchema = z.object({
  isStocked: z.boolean().describe("Shoppers can be shown a product"),
  sightings: z
    .array(
      z.object({
        origin: z.string(),
        page: z.string().nullable().describe("The last whose address was told"),
        ...{ firstSeenAt: z.iso.datetime(), lastSeenAt: z.iso.datetime() },
      }),
    )
    .describe("Where the shop's pages have loaded the script, the latest first"),
  triedAt: z.iso.datetime().nullable().describe("When somebody last talked with the agent on a preview"),
  firstShopperAt: z.iso.datetime().nullable().describe("When the first who counts began to talk"),
  isComplete: z.boolean(),
});
export const previewSchema = z.object({ url: z.string(), expiresAt: z.iso.datetime() });

export type SetupProgress = z.infer<typeof setupProgressSchema>;
export type SetupState = Omit<SetupProgress, "isComplete">;
export interface SetupLedger {
  state(siteId: string): Promise<SetupState>;
}

export function createSetupProgressApi(
  ledger: SetupLedger,
  siteKeyOf: (siteId: string) => Promise<string>,
  secret: string,
): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  api.get("/setup", async (context) => {
    const state = await ledger.state(context.get("site").id);
    const isComplete = state.isStocked && state.sightings.length > 0 && state.firstShopperAt !== null;
    return context.json({ ...state, isComplete } satisfies SetupProgress);
  });
  api.post("/preview", async (context) => {
    const { id } = context.get("site");
    // The page that asks is on the dashboard's own address, whatever stands before the server.
    const origin = context.req.header("origin") ?? new URL(context.req.url).origin;
    const { ticket, expiresAt } = signPreview(secret, id, origin, new Date());
    const query = new URLSearchParams({ site: await siteKeyOf(id), [PREVIEW_PARAMETER]: ticket });
    return context.json({ url: `/dashboard/try/?${query}`, expiresAt });
  });
  return api;
}
