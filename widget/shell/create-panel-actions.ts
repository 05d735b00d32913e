import { afterDismissal, type OpeningHistory } from "../opening/opening-rules.ts";
import { closeOnBack } from "../panel/close-on-back.ts";
import type { PanelActions } from "../panel/panel-model.ts";
import type { Session } from "../session/session.ts";
import type { Shell } from "./shell.ts";

export const openingHistory = (shell: Shell): OpeningHistory => ({
  dismissals: [],
  quietUntil: 0,
  ...shell.visitor.read(),
});

export interface ShellActions extends PanelActions {
  /** Shows the panel without anybody having asked for it just now: it takes no focus and counts as nothing. */
  restore(): void;
}

/** What the shopper can do. `draw` draws at once, because focus can only go to what is there. */
export function createPanelActions(shell: Shell, session: Session, draw: () => void): ShellActions {
  const { embed, inPlace, visitor, tab, events } = shell;
  const { host, launcher } = embed;
  let returnFocusTo: HTMLElement | null = null;
  let stopWatchingBack = () => {};

  function show(takesFocus: boolean): void {
    if (shell.open) return;
    const active = document.activeElement;
    returnFocusTo =
      active instanceof HTMLElement && active !== document.body && active !== host ? active : launcher;
    Object.assign(shell, { open: true, takesFocus, teaser: null, awaitsOpening: false });
    if (shell.sheet) stopWatchingBack = closeOnBack(actions.close);
    tab.write({ open: true, opened: true, seenSeq: session.view.seq });
    session.connect();
    draw();
  }

  const actions: ShellActions = {
    restore: () => show(false),
    open() {
      if (shell.open) return;
      show(true);
      session.signal({ type: "panel-open" });
      events.emit("open");
    },
    close() {
      if (!shell.open || inPlace) return;
      shell.open = false;
      stopWatchingBack();
      tab.write({ open: false });
      session.signal({ type: "panel-close" });
      draw();
      (returnFocusTo?.isConnected ? returnFocusTo : launcher)?.focus();
      events.emit("close");
    },
    say: (text) => session.say(text.slice(0, 2_000)),
    retry: session.retry,
    keepDraft(draft) {
      if (!tab.read().draft !== !draft) session.attend({ typing: !!draft });
      tab.write({ draft });
    },
    dismissTeaser() {
      shell.teaser = null;
      if (shell.config)
        visitor.write(afterDismissal(openingHistory(shell), Date.now(), shell.config.opening));
      tab.write({ seenSeq: session.view.seq });
      session.signal({ type: "opening-dismiss" });
      draw();
      launcher?.focus();
    },
    viewCard: ({ sku }, turnId) => session.signal({ type: "card-view", sku, turnId }),
    clickCard({ sku, url }, turnId) {
      session.signal({ type: "card-click", sku, turnId });
      // A full screen would cover the product that was asked for; the talk waits behind the launcher.
      if (shell.sheet && !inPlace) tab.write({ open: false });
      return events.emit("card-click", { sku, url, turnId });
    },
    addToCart({ sku, url }, turnId) {
      if (events.emit("cart-add", { sku, url, turnId })) location.assign(url);
      else session.signal({ type: "cart-add", sku, turnId });
    },
    askPerson: () => void session.askPerson(),
    startOver: session.startOver,
    erase: session.erase,
    readMemory: session.readMemory,
    adoptStyles: embed.adoptStyles,
  };
  return actions;
}
