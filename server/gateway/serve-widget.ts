/** The built widget: `/widget.js` and the chunks it loads. */
import { Hono } from "hono";
import { httpError } from "./http-error.ts";
import { createStaticFiles, IMMUTABLE_CACHE, sendFile } from "./static-files.ts";

const ENTRY_CACHE = "public, max-age=300, stale-while-revalidate=86400";

export function createWidgetFiles(directory: () => Promise<string>): Hono {
  const files = createStaticFiles(directory);
  return new Hono().get("/*", async (context) => {
    const file = await files.find(context.req.path.slice(1));
    if (!file) return httpError(context, 404, "request/not-found", "There is nothing at this address.");
    context.header("cache-control", file.isHashed ? IMMUTABLE_CACHE : ENTRY_CACHE);
    // Shops load the widget from their own origins, some with crossorigin attributes or under COEP.
    context.header("access-control-allow-origin", "*");
    context.header("cross-origin-resource-policy", "cross-origin");
    return sendFile(context, file);
  });
}
