/** Who may talk for a site beside its shop's pages, and where the shop's script was seen. */
import { describe, expect, it } from "vitest";
import { pageAllowed, signPreview, withoutTicket } from "../../../server/gateway/preview-ticket.ts";
import { sightScript } from "../../../server/gateway/sight-script.ts";

const SECRET = "a secret of the tests";
const SITE = {
  id: "018f0000-0000-7000-8000-000000000001",
  origins: ["https://shop.example", "https://*.velo.example"],
};
const DASHBOARD = "https://overture.example";
const NOW = new Date("2026-03-01T12:00:00Z");
const HOUR_MS = 3_600_000;

const { ticket } = signPreview(SECRET, SITE.id, DASHBOARD, NOW);
const pageWith = (value: string) => `${DASHBOARD}/dashboard/try/?site=pk_1&overture-preview=${value}`;
const allowed = (
  change: { site?: object; origin?: string; pageUrl?: string; secret?: string; hours?: number } = {},
) =>
  pageAllowed(
    { ...SITE, ...change.site },
    { origin: change.origin ?? DASHBOARD, pageUrl: change.pageUrl ?? pageWith(ticket) },
    {
      secret: change.secret ?? SECRET,
      now: () => new Date(NOW.getTime() + (change.hours ?? 1) * HOUR_MS),
    },
  );

describe("a preview's ticket", () => {
  it("[ADM-12] lets a page in that is none of the shop's, for some hours", () => {
    expect(allowed()).toBe(true);
    expect(allowed({ hours: 3.9 })).toBe(true);
    expect(allowed({ hours: 4.1 })).toBe(false);
  });

  it("[ADM-12] is good for one site, one origin, and as it was signed", () => {
    const [until = "", signature = ""] = ticket.split(".");
    const forged = `${Number(until) + 60}.${signature}`;
    for (const change of [
      { site: { id: "018f0000-0000-7000-8000-000000000002" } },
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { secret: "another secret of tests" },
      { pageUrl: pageWith(forged) },
      { pageUrl: pageWith("1") },
      { pageUrl: pageWith("") },
      { pageUrl: `${DASHBOARD}/dashboard/try/` },
      { pageUrl: "/dashboard/try/" },
    ])
      expect(allowed(change), JSON.stringify(change)).toBe(false);
  });

  it("[ADM-12] leaves the shop's own pages as they are", () => {
    expect(allowed({ origin: "https://shop.example", pageUrl: "https://shop.example/" })).toBe(true);
    expect(allowed({ origin: "https://shop.example", pageUrl: pageWith("1") })).toBe(true);
  });

  it("[ADM-12] is kept nowhere, and the page is still a preview", () => {
    expect(withoutTicket(pageWith(ticket))).toBe(pageWith("1"));
    for (const page of ["https://shop.example/?a=b", "/a page", ""]) expect(withoutTicket(page)).toBe(page);
  });
});

describe("a sighting of the script", () => {
  const seen = (origin: string | undefined, page: string | undefined) => {
    const found: (string | null)[][] = [];
    const desk = { see: (_: string, from: string, at: string | null) => void found.push([from, at]) };
    sightScript(desk, SITE, { origin, page });
    return found;
  };

  it("[ADM-11] is of the shop's own origins, with the page where one is told", () => {
    expect(seen("https://shop.example", "https://shop.example/")).toEqual([["https://shop.example", null]]);
    expect(seen("https://shop.example", undefined)).toEqual([["https://shop.example", null]]);
    expect(seen("https://de.velo.example", "https://de.velo.example/rad?a=1")).toEqual([
      ["https://de.velo.example", "https://de.velo.example/rad?a=1"],
    ]);
    expect(seen(undefined, "https://shop.example/lamp")).toEqual([
      ["https://shop.example", "https://shop.example/lamp"],
    ]);
  });

  it("[ADM-11] is none of other pages, of previews or of the dashboard's own", () => {
    expect(seen("https://elsewhere.example", "https://elsewhere.example/")).toEqual([]);
    expect(seen("null", undefined)).toEqual([]);
    expect(seen(undefined, undefined)).toEqual([]);
    expect(seen("https://shop.example", "https://shop.example/?overture-preview=1")).toEqual([]);
    expect(seen(undefined, "https://shop.example/dashboard/setup")).toEqual([]);
  });
});
