import type { ComponentChild } from "preact";
import type { ProductCard, RememberedView } from "../../shared/shopper-socket.ts";
import type { AgentLine, View } from "../session/view.ts";

/** Everything the components draw. They keep nothing but their own passing state (an open menu, a draft). */
export interface PanelModel {
  view: View;
  agentName: string;
  avatarUrl?: string | undefined;
  disclosure: string;
  open: boolean;
  /** In place of an `<overture-chat>` element instead of floating above the page. */
  inPlace: boolean;
  /** Fills a small screen. */
  sheet: boolean;
  /** The agent's unasked words beside the launcher. */
  teaser: AgentLine | null;
  /** The shopper asked for the panel, so it takes the focus. One that was left open before a reload does not. */
  takesFocus: boolean;
  unread: boolean;
  /** What a screen reader is to hear now. */
  announcement: string;
  draft: string;
  /** The page listens to `cart-add`, so cards may offer it. */
  takesCartAdd: boolean;
}

/** Something above the composer: what it is, and what puts it away again. */
export interface Shown {
  content: ComponentChild;
  done: () => void;
}

export interface PanelActions {
  open(): void;
  close(): void;
  say(text: string): void;
  retry(id: string): void;
  keepDraft(text: string): void;
  dismissTeaser(): void;
  viewCard(card: ProductCard, turnId: string): void;
  /** False when the page has taken the click over. */
  clickCard(card: ProductCard, turnId: string): boolean;
  addToCart(card: ProductCard, turnId: string): void;
  askPerson(): void;
  startOver(): void;
  erase(): Promise<boolean>;
  /** Null when nothing is remembered, undefined when the server could not be reached. */
  readMemory(): Promise<RememberedView | null | undefined>;
  /** For what is loaded later and brings its own looks. */
  adoptStyles(css: string): void;
}
