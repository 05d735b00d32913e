import type { Page } from "../../shared/shopper-socket.ts";
import type { SiteConfig } from "../../shared/site-config.ts";
import type { Embed } from "../embed-types.ts";
import { createPageEvents, type PageEvents } from "../page/page-events.ts";
import { readPage } from "../page/read-page.ts";
import type { TabMemory, VisitorMemory } from "../session/remembered.ts";
import { createShelf, type Shelf } from "../session/shelf.ts";
import type { AgentLine } from "../session/view.ts";
import type { Teaser } from "../teaser/teaser.tsx";

/** What one embed knows besides the conversation: how it is shown, and what the page and the site said of it. */
export interface Shell {
  readonly embed: Embed;
  readonly site: string;
  /** Where the browser remembers the visitor; also the name of the lock that its tabs take turns by. */
  readonly storageKey: string;
  /** An `<overture-chat>`: no launcher, no teaser, always open. */
  readonly inPlace: boolean;
  readonly visitor: Shelf<VisitorMemory>;
  readonly tab: Shelf<TabMemory>;
  readonly events: PageEvents;
  config: SiteConfig | null;
  open: boolean;
  takesFocus: boolean;
  sheet: boolean;
  teaser: AgentLine | null;
  /** What draws the teaser, once it is loaded. */
  Teaser: typeof Teaser | null;
  /** The agent was asked to speak first, and its words belong beside the launcher. */
  awaitsOpening: boolean;
  announcement: string;
  locale: string | undefined;
  theme: string | undefined;
  identity: { userId: string; hash: string } | undefined;
  /** What the page itself says of the page. */
  statedPage: Partial<Page>;
}

export function createShell(embed: Embed): Shell {
  const { site = "", locale, theme, sku } = embed.attributes;
  const inPlace = embed.launcher === null;
  const storageKey = `overture:${site}`;
  return {
    embed,
    site,
    storageKey,
    inPlace,
    visitor: createShelf(() => localStorage, storageKey),
    // Two panels of one page have their own drafts and outboxes.
    tab: createShelf(() => sessionStorage, inPlace ? `${storageKey}:in-place` : storageKey),
    events: createPageEvents(),
    config: null,
    open: inPlace,
    takesFocus: false,
    sheet: false,
    teaser: null,
    Teaser: null,
    awaitsOpening: false,
    announcement: "",
    locale,
    theme,
    identity: undefined,
    statedPage: sku ? { sku } : {},
  };
}

export const currentPage = (shell: Shell): Page => ({ ...readPage(), ...shell.statedPage });
