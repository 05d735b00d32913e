import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityHolds, readVisitorToken, signVisitorToken } from "../../../server/gateway/visitor-token.ts";

describe("[WIRE-6] visitor tokens", () => {
  test("open the visitor they were made for, and only on their site and with their secret", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (secret, site, visitor, other) => {
        const token = signVisitorToken(secret, site, visitor);
        // An empty id is no visitor.
        expect(readVisitorToken(secret, site, token)).toBe(visitor === "" ? null : visitor);
        if (other !== site) expect(readVisitorToken(secret, other, token)).toBeNull();
        if (other !== secret) expect(readVisitorToken(other, site, token)).toBeNull();
      }),
    );
  });

  test("a token with any character changed is refused or means the same bytes", () => {
    const token = signVisitorToken("secret", "site", "visitor");
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(..."abcXYZ019-_. ="), (at, character) => {
        const changed = token.slice(0, at) + character + token.slice(at + 1);
        expect([null, "visitor"]).toContain(readVisitorToken("secret", "site", changed));
      }),
    );
  });

  test.each(["", ".", "..", "v1", "v1..", "v1.dmlzaXRvcg.", "v2.dmlzaXRvcg.AAAA", "v1.a.b.c"])(
    "%j is no token",
    (token) => {
      expect(readVisitorToken("secret", "site", token)).toBeNull();
    },
  );

  test("an identity holds with HMAC-SHA256(secretKey, userId) in hex, and with nothing else", () => {
    const hash = createHmac("sha256", "sk").update("user 7").digest("hex");
    expect(identityHolds("sk", { userId: "user 7", hash })).toBe(true);
    expect(identityHolds("sk", { userId: "user 8", hash })).toBe(false);
    expect(identityHolds("other", { userId: "user 7", hash })).toBe(false);
    expect(identityHolds("sk", { userId: "user 7", hash: "z".repeat(64) })).toBe(false);
  });
});
