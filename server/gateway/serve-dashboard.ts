/**
 * The built dashboard, at `/dashboard/`. Every address without a file of its own is one of its views, so that links lead
 * anywhere in it; which of them there are is the dashboard's to know.
 */
import { type Context, Hono } from "hono";
import { httpError } from "./http-error.ts";
import { createStaticFiles, IMMUTABLE_CACHE, type StaticFile, sendFile } from "./static-files.ts";

const FILE_CACHE = "public, max-age=300";

/** The styles that the plotting library puts into each of its plots, by their hash, which its next version may change; everything else comes from files. */
const PLOT_STYLES = "'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM='";

/** Nothing runs or is shown that this server did not send, and no other page may frame it. */
const CONTENT_POLICY = [
  "default-src 'self'",
  `style-src 'self' ${PLOT_STYLES}`,
  "img-src 'self' data: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Mounted at `/dashboard`. `directory` is asked for at the first request. */
export function createDashboardFiles(directory: () => Promise<string>): Hono {
  const files = createStaticFiles(directory);
  const app = new Hono();
  app.get("/*", async (context) => {
    // Relative addresses would lead elsewhere.
    if (context.req.path === "/dashboard") return context.redirect("/dashboard/", 308);
    const name = context.req.path.slice("/dashboard/".length);
    const file = name === "" || name === "try/index.html" ? null : await files.find(name);
    if (file && name !== "index.html") {
      context.header("cache-control", file.isHashed ? IMMUTABLE_CACHE : FILE_CACHE);
      return sendFile(context, file);
    }
    if (name === "try/") return serveTryPage(context, await files.find("try/index.html"));
    // A script of an earlier build is no view.
    if (name.startsWith("assets/")) return nothing(context);
    const index = await files.find("index.html");
    if (!index) return nothing(context);
    context.header("cache-control", "no-store");
    context.header("content-security-policy", CONTENT_POLICY);
    context.header("x-frame-options", "DENY");
    return sendFile(context, index);
  });
  return app;
}

/**
 * A page that the dashboard frames, with the widget as shops have it. Its styles are objects of its scripts, which need no leave;
 * its socket is on this very address, which not every browser takes `self` for.
 */
function serveTryPage(context: Context, file: StaticFile | null): Response {
  if (!file) return nothing(context);
  const { host } = new URL(context.req.url);
  context.header("cache-control", "no-store");
  context.header(
    "content-security-policy",
    [
      "default-src 'self'",
      `connect-src 'self' ws://${host} wss://${host}`,
      "img-src 'self' data: https:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join("; "),
  );
  context.header("x-frame-options", "SAMEORIGIN");
  return sendFile(context, file);
}

function nothing(context: Context): Response {
  return httpError(context, 404, "request/not-found", "There is nothing at this address.");
}
