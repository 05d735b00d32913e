/** What the merchant's settings need of the rooms behind them. Times are in milliseconds unless their names say otherwise. */
import type { OpeningReason } from "../../../shared/shopper-socket.ts";
import type { OpeningRules, SiteConfig } from "../../../shared/site-config.ts";
import type { Mode } from "../../dialogue/strategies.ts";
import type { MemorySettings, Site, StaffRules } from "../../gateway/ports.ts";
import type { SilenceRules } from "../../initiative/follow-up.ts";
import type { Handover } from "../../initiative/opening-hours.ts";
import type { ModelUse } from "../../model/ports.ts";
import type { Persona } from "../../plan/turn-plan.ts";
import type { PreviewAsked, PreviewedTurn } from "../../site-threads/preview-turns.ts";

/** What a merchant sets of their agent; policies, weights, the shop's name and its addresses have places of their own. */
export interface AgentSettings {
  /** BCP 47. */
  locale: string;
  mode: Mode;
  /** People take over at all; when they are there, `handover` says. */
  humanAvailable: boolean;
  handover: Handover & {
    /** What is said outside the hours, in the merchant's words; `{name}` and `{shop}` are filled in. */
    away: string | null;
  };
  agent: {
    name: string;
    tone: Persona["tone"];
    emoji: boolean;
    avatarUrl?: string | undefined;
    /** The merchant's own words to greet a new shopper with. */
    greeting?: string | undefined;
    /** `{name}` and `{shop}` are filled in. */
    disclosure: string;
  };
  theme: SiteConfig["theme"];
  opening: OpeningRules & { withheld: OpeningReason[] };
  silence: SilenceRules;
  memory: MemorySettings;
  outcomes: StaffRules;
  model: ModelUse;
}

/** The same with every value left out that stays, and null for what goes back to its default. */
export type AgentChanges = {
  [Key in keyof AgentSettings]?: AgentSettings[Key] extends string
    ? AgentSettings[Key]
    : AgentSettings[Key] extends boolean
      ? boolean | null
      : { [Name in keyof AgentSettings[Key]]?: AgentSettings[Key][Name] | null };
};

type SettingsGroups = Omit<AgentSettings, "locale" | "mode">;

export interface SettingsBook {
  /** `stored` is what was set; the other two hold every setting. Null when there is no such site. */
  settingsOf(
    siteId: string,
  ): Promise<{ site: Site; settings: SettingsGroups; stored: object; defaults: SettingsGroups } | null>;
  /** Throws a `ZodError` on what is no setting. */
  update(siteKey: string, changes: AgentChanges): Promise<Site | null>;
  /** The site as that would leave it; throws as it does. */
  asChanged(siteId: string, changes: AgentChanges): Promise<Site | null>;
}

/** This server only reads and writes; another one talks. */
export class AgentAway extends Error {}

/** The agent itself, by settings that need not be stored. Both reject where it cannot be had. */
export interface AgentAtHand {
  preview(site: Site, asked: PreviewAsked): Promise<PreviewedTurn[]>;
  /** The first sentence that the guard would stop, and why; null where it lets all of them pass. */
  checkWords(site: Site, text: string): Promise<{ sentence: string; why: string } | null>;
}
