import { describe, expect, test } from "vitest";
import { leftOutReason, type Visit } from "../../../server/gateway/left-out.ts";

const nobody: Visit = { userAgent: null, pageUrl: null, userId: null, address: null };
const staff = { staffUserIds: ["ann"], staffAddresses: ["203.0.113.0/24", "198.51.100.7", "2001:db8::/32"] };
const reason = (visit: Partial<Visit>) => leftOutReason({ ...nobody, ...visit }, staff);

describe("[OUT-5] who counts in no figures", () => {
  test.each([
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko; compatible; bingbot/2.0)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36",
    "facebookexternalhit/1.1",
  ])("a bot: %s", (userAgent) => {
    expect(reason({ userAgent })).toBe("bot");
  });

  test.each([
    null,
    "",
    "node-XMLHttpRequest",
    "node",
    "undici",
    "axios/1.7.2",
    "python-requests/2.31.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
  ])("no bot, but a browser or a client of the API: %s", (userAgent) => {
    expect(reason({ userAgent })).toBeNull();
  });

  test.each([
    ["https://shop.example/p/1?overture-preview", "preview"],
    ["https://shop.example/p/1?a=b&overture-preview=1#top", "preview"],
    ["/p/1?overture-preview=yes", "preview"],
    ["https://shop.example/overture-preview", null],
    ["https://shop.example/?q=overture-preview", null],
    ["http://[", null],
  ])("a preview by its address: %s", (pageUrl, expected) => {
    expect(reason({ pageUrl })).toBe(expected);
  });

  test.each([
    [{ userId: "ann" }, "staff"],
    [{ userId: "bob" }, null],
    [{ address: "203.0.113.77" }, "staff"],
    [{ address: "::ffff:203.0.113.77" }, "staff"],
    [{ address: "203.0.114.1" }, null],
    [{ address: "198.51.100.7" }, "staff"],
    [{ address: "2001:db8:1::5" }, "staff"],
    [{ address: "2001:db9::5" }, null],
    [{ address: "unknown" }, null],
  ])("staff by account or address: %j", (visit, expected) => {
    expect(reason(visit)).toBe(expected);
  });

  test("of several reasons, bot before preview before staff", () => {
    const all = { userAgent: "Googlebot/2.1", pageUrl: "/?overture-preview", userId: "ann" };
    expect([reason(all), reason({ ...all, userAgent: null })]).toEqual(["bot", "preview"]);
  });
});
