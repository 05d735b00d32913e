/** What the loader and the panel chunk know of each other. Types only: neither bundles the other. */

export const COMMANDS = [
  "open",
  "close",
  "toggle",
  "show",
  "hide",
  "send",
  "page",
  "track",
  "identify",
  "locale",
  "theme",
  "on",
  "off",
  "destroy",
] as const;
export type Command = (typeof COMMANDS)[number];

/** `overture("send", "Hello")` as it was called. The page may pass anything, so nothing is believed yet. */
export type Call = readonly unknown[];

/** One widget on a page: a launcher with its floating panel, or an `<overture-chat>` in place. */
export interface Embed {
  /** The attributes of the script tag or element, `data-` taken off their names. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Base of the HTTP API and the socket, without a slash at the end. */
  readonly server: string;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  adoptStyles(css: string): void;
  /** Null in place, where the panel is always open. */
  readonly launcher: HTMLButtonElement | null;
  /** Calls that wait for the panel chunk. */
  readonly calls: Call[];
  /** The panel chunk puts its own handler here when it mounts. */
  run: (call: Call) => void;
}

export interface Overture {
  (...call: Call): void;
  embeds: Embed[];
  /** What the page's own stub has queued before this script came. */
  q?: ArrayLike<unknown>[];
}

/** The panel chunk's one export. */
export interface PanelChunk {
  mountWidget(embed: Embed): void;
}

/** The one export of what a page with `data-holdout` loads first. */
export interface HoldoutChunk {
  /** Calls `show` when the visitor is to have the widget. */
  askForWidget(embed: Embed, show: () => void): Promise<void>;
}

declare global {
  interface Window {
    overture?: Overture;
  }
}
