/** Policies as a merchant sees and changes them: the real server, a real browser. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findPolicy } from "../../server/strategy/policies/find-policy.ts";
import { hasChromium } from "../support/browser.ts";
import { turn } from "../support/conversation-events.ts";
import { type DashboardInBrowser, startDashboard } from "../support/dashboard-in-browser.ts";
import { policyFile } from "../support/policy-file.ts";

describe.skipIf(!hasChromium)("the dashboard's views of policies", () => {
  let dashboard: DashboardInBrowser;
  beforeAll(async () => {
    dashboard = await startDashboard();
  }, 120_000);
  afterEach(() => dashboard.closePages());
  afterAll(() => dashboard?.stop());

  const inUse = async () => (await dashboard.store.sites.byId(dashboard.siteId))?.settings.policy;
  function fileOf(name: string, content: unknown): string {
    const path = join(tmpdir(), `${process.pid}-${name}.json`);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  }

  test("[POL-9] a file is imported, put in use with a reason, and rolled back", async () => {
    const page = await dashboard.open("policies", { role: "editor" });
    await page.getByRole("button", { name: "Import a policy…" }).click();
    await page.getByLabel("Policy file").setInputFiles(fileOf("damaged", { ...policyFile(), model: 1 }));
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page
      .getByRole("alert")
      .getByText(/^The file does not add up: model/)
      .waitFor();
    const training = {
      ...{ by: "self-play", at: "2026-01-01T00:00:00.000Z", data: "shoppers of ours", settings: {} },
      figures: { success: 0.5 },
      curve: [1, 2].map((n) => ({ episodes: n * 100, success: n / 4, turns: 5, actEntropy: 2 })),
    };
    await page
      .getByLabel("Policy file")
      .setInputFiles(fileOf("good", policyFile({ name: "ours", version: "7", training })));
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByText("ours@7 is registered.").waitFor();

    await page.getByRole("link", { name: "ours" }).click();
    await page.getByText("Self-play with simulated shoppers, 1 Jan 2026").waitFor();
    await page.getByRole("heading", { name: "How it learned" }).waitFor();
    await page.getByRole("button", { name: "Use…" }).click();
    await page.getByLabel("Why").fill("it was better in June");
    await page.getByRole("button", { name: "Use it" }).click();
    await page.getByText("ours@7 is in use.").waitFor();
    expect(await inUse()).toBe("ours@7");

    await page.getByRole("link", { name: "Policies" }).first().click();
    await page.getByText(/planner → ours@7: it was better in June by editor@/).waitFor();
    await page.getByRole("button", { name: "Roll back…" }).click();
    await page.getByRole("button", { name: "Roll back", exact: true }).click();
    await page.getByText("planner is in use.").waitFor();
    expect(await inUse()).toBe("planner");
  });

  test("[POL-9] undo is one press away", async () => {
    const page = await dashboard.open("policies", { role: "editor" });
    await page.getByRole("button", { name: "Use rules" }).click();
    await page.getByRole("button", { name: "Use it" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").waitFor();
    expect(await inUse()).toBe("planner");
  });

  test("[POL-10] a ban is tried on the conversations there were, saved, and undone", async () => {
    const { store, siteId } = dashboard;
    const visitorId = await store.visitors.create(siteId);
    const { conversationId } = await store.desk.open({
      ...{ siteId, visitorId, fresh: true, mode: "sociable", locale: "en" },
      page: { url: "https://velo.example/" },
    });
    // What was all but sure to be taken, where little else was on offer.
    const because = "a first message greets";
    const step = { features: {}, masked: { credibility: "nothing grounded to say" } };
    const decision = {
      ...{ policy: "rules", policyVersion: findPolicy("rules")?.version ?? "", reasons: [] },
      obligations: [{ oneOf: ["offer-help" as const], because }],
      steps: [{ ...step, strategy: "offer-help" as const, propensity: 1, distribution: { "offer-help": 1 } }],
    };
    await store.log.appendTurn(conversationId, 0, [
      turn("turn-1", { text: "What can I do?", strategies: ["offer-help"], decision }),
    ]);
    const page = await dashboard.open("policies/weights", { role: "editor" });
    await page.getByText("By 1 turn of the last 1 conversation").waitFor({ timeout: 8_000 });
    expect(await page.getByLabel("Transparency").locator("option", { hasText: "Never" }).count()).toBe(0);
    await page.getByText(/Can't be switched off: it says that an AI speaks/).waitFor();
    await page.getByLabel("Offer help").selectOption("off");
    await page
      .getByText(/1 of 1 turn of the last 1 conversation would have been otherwise/)
      .waitFor({ timeout: 8_000 });
    expect(await page.getByRole("link", { name: "What can I do?" }).getAttribute("href")).toContain(
      `/dashboard/conversations/${conversationId}#turn-`,
    );
    const settings = async () => (await store.sites.byId(siteId))?.settings;
    expect((await settings())?.forbidden).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It holds from the next turn on.").waitFor();
    expect((await settings())?.forbidden).toEqual(["offer-help"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").waitFor();
    expect((await settings())?.forbidden).toEqual([]);
  });

  test("[POL-11] a what-if that nobody can tell is refused with the reason and a way out", async () => {
    const page = await dashboard.open("policies/what-if?policy=rules", { role: "viewer" });
    await page.getByText(/nothing to judge by|visitors? talked with the agent in these days/).waitFor();
    await page.getByLabel("Policy").selectOption("inspired");
    await page.waitForURL(/policy=inspired/);
    await page.locator(".verdict").waitFor();
  });

  test("[POL-12] a conversation is had under another policy, beside what was said", async () => {
    const { store, siteId, siteKey } = dashboard;
    const site = await store.sites.byKey(siteKey);
    const visitorId = await store.visitors.create(siteId);
    const { conversationId } = await store.desk.open({
      ...{ siteId, visitorId, fresh: true, mode: site?.mode ?? "sociable", locale: "en" },
      page: { url: "https://velo.example/" },
    });
    await store.log.appendTurn(conversationId, 0, [
      turn("turn-2", { text: "Hello from before.", respondsTo: { type: "opening" } }),
    ]);
    const page = await dashboard.open(`conversations/${conversationId}`, { role: "viewer" });
    await page.getByRole("button", { name: "Replay under another policy" }).click();
    // It was led by the rules.
    await page.waitForURL(/replay=planner/);
    await page.getByText("The shopper's lines stay as they were").waitFor();
    const replayed = page.getByRole("article", { name: "By planner" });
    await replayed.getByText(/AI assistant/).waitFor({ timeout: 15_000 });
    expect(await page.getByRole("article", { name: /^As it was/ }).innerText()).toContain(
      "Hello from before.",
    );
    expect(await dashboard.violations(page)).toEqual([]);
    await page.getByLabel("Under the policy").selectOption("inspired");
    await page.getByRole("article", { name: "By inspired" }).waitFor();
    await page.getByRole("button", { name: "Back to the conversation" }).click();
    await page.getByRole("button", { name: "Replay under another policy" }).waitFor();
    expect((await store.log.read(conversationId, 0)).length).toBe(2);
  });

  test("[ADM-1] a viewer sees the policies and can change nothing", async () => {
    const page = await dashboard.open("policies", { role: "viewer" });
    await page.getByRole("link", { name: "inspired" }).first().waitFor();
    expect(await page.getByRole("button", { name: /Use|Import|Roll back/ }).count()).toBe(0);
  });

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)("are accessible and as wide as the screen: %s, %i px", async (scheme, width) => {
    for (const path of ["policies", "policies/planner", "policies/weights", "policies/what-if"]) {
      const page = await dashboard.open(path, { scheme, width });
      await page.locator(".card").first().waitFor();
      expect([path, await dashboard.violations(page)]).toEqual([path, []]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }
  });
});
