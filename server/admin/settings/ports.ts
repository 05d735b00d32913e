/** What the merchant's settings need of the rooms behind them. Times are in milliseconds unless their names say otherwise. */
import type { OpeningReason } from "../../../shared/shopper-socket.ts";
import type { OpeningRules, SiteConfig } from "../../../shared/site-config.ts";
import type { Mode } from "../../dialogue/strategies.ts";
import type { MemorySettings, Site, StaffRules } from "../../gateway/ports.ts";
import type { SilenceRules } from "../../initiative/follow-up.ts";
import type { ModelUse } from "../../model/ports.ts";
import type { Persona } from "../../plan/turn-plan.ts";

/** What a merchant sets of their agent; policies, weights, the shop's name and its addresses have places of their own. */
export interface AgentSettings {
  /** BCP 47. */
  locale: string;
  mode: Mode;
  /** A person can take over. */
  humanAvailable: boolean;
  agent: {
    name: string;
    tone: Persona["tone"];
    emoji: boolean;
    avatarUrl?: string | undefined;
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
}
