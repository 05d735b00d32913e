import type { Commands } from "../page/run-command.ts";
import type { PanelActions } from "../panel/panel-model.ts";
import type { Session } from "../session/session.ts";
import { currentPage, type Shell } from "./shell.ts";

/** What the page can ask for, in terms of what the shopper can do and what the page alone knows. */
export function createCommands(
  shell: Shell,
  session: Session,
  actions: PanelActions,
  on: {
    redraw(): void;
    pageStated(): void;
    cart(items: number): void;
    searchFailed(query: string): void;
    destroy(): void;
  },
): Commands {
  const { host } = shell.embed;
  return {
    open: actions.open,
    close: actions.close,
    toggle: () => (shell.open ? actions.close() : actions.open()),
    show: () => host.removeAttribute("hidden"),
    hide: () => host.setAttribute("hidden", ""),
    send(text) {
      actions.open();
      actions.say(text);
    },
    page(page) {
      Object.assign(shell.statedPage, page);
      session.viewPage(currentPage(shell));
      on.pageStated();
    },
    trackCart: on.cart,
    trackNoResults: on.searchFailed,
    trackSignal(signal) {
      // Somebody who never talked to us is nobody to us.
      if (shell.visitor.read().token) session.signal(signal);
    },
    identify(userId, hash) {
      shell.identity = { userId, hash };
      session.reconnect();
    },
    locale(locale) {
      shell.locale = locale;
      on.redraw();
    },
    theme(theme) {
      shell.theme = theme;
      on.redraw();
    },
    destroy: on.destroy,
  };
}
