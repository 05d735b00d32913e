/**
 * `GET /api/sites/:siteKey/config`: what a page may know of a site before any conversation. Public and cacheable, but for what
 * it holds of a visitor who asks with their token.
 */
export interface SiteConfig {
  agent: { name: string; avatarUrl?: string; disclosure: string };
  theme: { accent: string; scheme: "auto" | "light" | "dark"; position: "right" | "left" };
  locale: string;
  opening: OpeningRules;
  /** Which arms the visitor was exposed to, where one asks. */
  experiments?: ExposedArm[];
}

/** Both as the merchant has called them. */
export interface ExposedArm {
  experiment: string;
  arm: string;
}

/** When the launcher may show an opening teaser by itself [INI-1]. Times in milliseconds. */
export interface OpeningRules {
  enabled: boolean;
  /** Attention on one product page before the agent speaks. */
  productDwellMs: number;
  /** Idle time with something in the cart. */
  cartIdleMs: number;
  /** Going back and forth between the same two products this many times. */
  compareVisits: number;
  /** After a search of the shop's that found nothing, once the page has told of it. */
  noResultsMs: number;
  /** A visitor who talked with us comes back after so long. */
  returnAfterMs: number;
  /** Between one opening and the next, and after a first dismissal; across tabs and pages. */
  pauseMs: number;
  /** After a second dismissal. */
  quietMs: number;
}
