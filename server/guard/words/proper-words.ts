/** Words that carry a capital without naming a product. */
export const PROPER_WORDS: ReadonlySet<string> = new Set(
  `i i'm i'd i'll i've ai ok us usa uk eu usd eur gbp cad aud english german french spanish italian european american british
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december christmas easter mr mrs ms dr faq id sku url pdf hi hello no yes a the`.split(/\s+/),
);
