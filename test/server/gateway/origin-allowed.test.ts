import { describe, expect, test } from "vitest";
import { isAllowableOrigin, originAllowed } from "../../../server/gateway/origin-allowed.ts";

const ALLOWED = ["https://shop.example", "https://*.shop.example", "http://localhost:4000"];

describe("origins", () => {
  test.each([
    ["the exact origin", "https://shop.example"],
    ["a subdomain of the wildcard", "https://www.shop.example"],
    ["a subdomain's subdomain", "https://de.www.shop.example"],
    ["an upper-case spelling", "https://WWW.Shop.Example"],
    ["the default port, written out", "https://shop.example:443"],
    ["a port that is named", "http://localhost:4000"],
    ["no origin: no page is behind it", undefined],
  ])("allows %s", (_name, origin) => {
    expect(originAllowed(origin, ALLOWED)).toBe(true);
  });

  test.each([
    ["another shop", "https://evil.example"],
    ["a name that ends like the shop's", "https://evilshop.example"],
    ["the shop's name as a subdomain", "https://shop.example.evil.example"],
    ["another scheme", "http://shop.example"],
    ["another port", "https://shop.example:8443"],
    ["another port of a subdomain", "https://www.shop.example:8443"],
    ["a sandboxed frame", "null"],
    ["nothing", ""],
    ["a path", "https://shop.example/evil"],
    ["credentials", "https://shop.example@evil.example"],
    ["credentials of the shop's own", "https://user:password@shop.example"],
    ["two origins", "https://shop.example https://evil.example"],
    ["a file", "file:///etc/passwd"],
    ["an empty subdomain", "https://.shop.example"],
    ["a wildcard itself", "https://*.shop.example"],
  ])("refuses %s", (_name, origin) => {
    expect(originAllowed(origin, ALLOWED)).toBe(false);
  });

  test("a wildcard does not cover the domain it stands before", () => {
    expect(originAllowed("https://shop.example", ["https://*.shop.example"])).toBe(false);
  });

  test.each([
    ["https://shop.example", true],
    ["https://*.shop.example", true],
    ["shop.example", false],
    ["https://shop.example/path", false],
    ["*", false],
    ["https://*", false],
    ["javascript:alert(1)", false],
  ])("a site can be given %s: %s", (entry, allowed) => {
    expect(isAllowableOrigin(entry)).toBe(allowed);
  });
});
