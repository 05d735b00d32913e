/** How the demo's site is set up: what a merchant would choose for a shop like this one. */
import type { OpeningRules, SiteConfig } from "../shared/site-config.ts";

interface DemoSite {
  name: string;
  currency: string;
  mode: "sociable" | "informational";
  agent: { name: string; tone: "warm" };
  theme: SiteConfig["theme"];
  opening: Partial<OpeningRules>;
}

/** Times are shorter than a real shop's, so that the agent can be seen to open a conversation. */
export const demoSite: DemoSite = {
  name: "Tarn & Tram",
  currency: "USD",
  mode: "sociable",
  agent: { name: "Wren", tone: "warm" },
  theme: { accent: "#2f5645", scheme: "light", position: "right" },
  opening: { enabled: true, productDwellMs: 6_000, cartIdleMs: 20_000, compareVisits: 2 },
};
