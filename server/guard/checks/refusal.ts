import type { Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Token } from "../tokens.ts";

/** A word that the listings of these items do not bear out. */
export function refusal(token: Token, about: readonly ItemFacts[]): Finding {
  const [only] = about;
  const where =
    about.length === 1 && only !== undefined ? `the listing of ${only.product.title}` : "any of its listings";
  return {
    type: "unsupported",
    start: token.start,
    end: token.end,
    why: `"${token.text}" ${token.denied ? "is not denied" : "does not stand"} in ${where}`,
  };
}
