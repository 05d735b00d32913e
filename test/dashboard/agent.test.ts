/** The agent's settings as a merchant sees and changes them: the real server, a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hasChromium } from "../support/browser.ts";
import { type DashboardInBrowser, startDashboard } from "../support/dashboard-in-browser.ts";

describe.skipIf(!hasChromium)("the dashboard's view of the agent", () => {
  let dashboard: DashboardInBrowser;
  beforeAll(async () => {
    dashboard = await startDashboard();
  }, 120_000);
  afterEach(() => dashboard.closePages());
  afterAll(() => dashboard?.stop());

  const persona = async () => (await dashboard.store.sites.byId(dashboard.siteId))?.settings.persona;

  test("[AGT-1] [AGT-2] a name and a greeting are heard before they are saved, saved, and undone", async () => {
    const page = await dashboard.open("agent", { role: "editor" });
    const preview = page.getByRole("region", { name: "What it would say" });
    await preview
      .getByText(/Ada.*AI assistant/)
      .first()
      .waitFor();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Juno");
    await page.getByRole("textbox", { name: "Greeting" }).fill("Lovely to see you at {shop}!");
    await preview
      .getByText(/Lovely to see you at Velo!/)
      .first()
      .waitFor();
    await preview
      .getByText(/Juno.*AI assistant/)
      .first()
      .waitFor();
    expect(await persona()).toMatchObject({ name: "Ada" });

    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It holds within seconds.").waitFor();
    expect(await persona()).toMatchObject({ name: "Juno", greeting: "Lovely to see you at Velo!" });
    expect(await page.getByRole("button", { name: "Save" }).count()).toBe(0);

    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").waitFor();
    expect(await page.getByRole("textbox", { name: "Name", exact: true }).inputValue()).toBe("Ada");
    const before = await persona();
    expect(before).toMatchObject({ name: "Ada" });
    expect(before).not.toHaveProperty("greeting");
  });

  test("[AGT-1] what is wrong is said at its field, and nothing is saved", async () => {
    const page = await dashboard.open("agent", { role: "editor" });
    const disclosure = page.getByRole("textbox", { name: "Says that it is an AI" });
    await disclosure.fill("I'm {name}, your friend.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("This must say that shoppers talk with an AI").waitFor();
    expect(await disclosure.getAttribute("aria-invalid")).toBe("true");

    await page.getByRole("button", { name: /^Set so.*Says that it is an AI as it ships$/ }).click();
    await page.getByRole("region", { name: "Unsaved changes" }).waitFor({ state: "detached" });
    const dwell = page.getByRole("spinbutton", { name: "Time on the page" });
    expect(await dwell.inputValue()).toBe("20");
    await dwell.fill("-5");
    await page.getByText("This must be 0 or more.").waitFor();
    await page.getByRole("button", { name: "Discard" }).click();
    expect(await dwell.inputValue()).toBe("20");
  });

  test("[INI-1] a reason that is switched off is silent in the preview, and left so when it is saved", async () => {
    const page = await dashboard.open("agent", { role: "editor" });
    const preview = page.getByRole("region", { name: "What it would say" });
    await preview.getByText("A shopper leaves a filled cart standing").waitFor();
    await page.getByRole("checkbox", { name: "Leaves a filled cart standing" }).uncheck();
    await preview.getByText("Switched off: it stays silent.").waitFor();
    let asked = 0;
    page.on("dialog", (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await page.getByRole("link", { name: "People" }).click();
    expect(asked).toBe(1);
    expect(page.url()).toMatch(/\/agent$/);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It holds within seconds.").waitFor();
    await page.reload();
    const cart = page.getByRole("checkbox", { name: "Leaves a filled cart standing" });
    await cart.waitFor();
    expect(await cart.isChecked()).toBe(false);
  });

  test("[AGT-4] hours in which people take over are set day by day, and told back", async () => {
    const page = await dashboard.open("agent", { role: "editor" });
    await page.getByRole("checkbox", { name: "People may take over" }).check();
    await page.getByRole("checkbox", { name: "Only at certain hours" }).check();
    await page.getByRole("combobox", { name: "Time zone" }).fill("Europe/Berlin");
    await page.getByLabel("Monday, to").fill("12:30");
    await page.getByRole("button", { name: "Copy to Tuesday to Friday" }).click();
    await page.getByRole("button", { name: "Open on Saturday" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. It holds within seconds.").waitFor();
    await page
      .getByText(/^As saved: (?:people take over now|nobody takes over now; the next opening)/)
      .waitFor();
    const stored = await dashboard.store.sites.settingsOf(dashboard.siteId);
    expect(stored?.settings).toMatchObject({
      humanAvailable: true,
      handover: {
        timeZone: "Europe/Berlin",
        hours: { mon: [["09:00", "12:30"]], fri: [["09:00", "12:30"]], sat: [["09:00", "17:00"]], sun: [] },
      },
    });
  });

  test("[ADM-1] a viewer reads all of it and can change nothing", async () => {
    const page = await dashboard.open("agent", { role: "viewer" });
    await page.getByText("Owners and editors can change them.").waitFor();
    expect(await page.getByRole("textbox", { name: "Name", exact: true }).isDisabled()).toBe(true);
    await page
      .getByText(/Ada.*AI assistant/)
      .first()
      .waitFor();
    expect(await page.getByRole("button", { name: /Save|as it ships/ }).count()).toBe(0);
  });

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
  ] as const)("is accessible and as wide as the screen: %s, %i px", async (scheme, width) => {
    const page = await dashboard.open("agent", { scheme, width });
    await page
      .getByText(/Ada.*AI assistant/)
      .first()
      .waitFor();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Juno");
    await page.getByRole("button", { name: "Save" }).waitFor();
    expect(await dashboard.violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });
});
