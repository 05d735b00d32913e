import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDashboardFiles } from "../../../server/gateway/serve-dashboard.ts";

describe("the dashboard's files", () => {
  let folder = "";
  let app = new Hono();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "overture-dashboard-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>Overture</title>");
    mkdirSync(join(folder, "try"));
    writeFileSync(join(folder, "try/index.html"), "<!doctype html><title>Your shop</title>");
    writeFileSync(join(folder, "assets/index-AbCdEf12.js"), "export {};".repeat(100));
    app = new Hono().route(
      "/dashboard",
      createDashboardFiles(async () => folder),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    "/dashboard/",
    "/dashboard/experiments/spring",
    "/dashboard/conversations/1234",
    "/dashboard/index.html",
  ])(
    "%s is a view: the page, kept by nobody, which runs nothing that is not the server's own",
    async (path) => {
      const answer = await app.request(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("<title>Overture</title>");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe-inline");
      expect(policy).not.toContain("unsafe-eval");
    },
  );

  test("[ADM-12] the page for trying is framed by the dashboard and by nobody else, and runs nothing from elsewhere", async () => {
    const answer = await app.request("http://overture.example/dashboard/try/?site=pk_1");
    expect(await answer.text()).toContain("<title>Your shop</title>");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("ws://overture.example");
    expect(policy).not.toContain("unsafe");
    expect(await (await app.request("/dashboard/try/index.html")).text()).toContain(
      "<title>Overture</title>",
    );
  });

  test("what has a hash in its name is kept for good, and sent compressed", async () => {
    const answer = await app.request("/dashboard/assets/index-AbCdEf12.js", {
      headers: { "accept-encoding": "gzip, br" },
    });
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect(answer.headers.get("content-type")).toContain("text/javascript");
  });

  test("a script of an earlier build is not there, rather than a page in its stead", async () => {
    expect((await app.request("/dashboard/assets/index-00000000.js")).status).toBe(404);
  });

  test("without the last slash it leads to the one with it", async () => {
    const answer = await app.request("/dashboard");
    expect(answer.status).toBe(308);
    expect(answer.headers.get("location")).toBe("/dashboard/");
  });

  test("no path leads out of the folder", async () => {
    const answer = await app.request("/dashboard/..%2f..%2fetc%2fpasswd");
    expect(await answer.text()).not.toContain("root:");
  });
});
