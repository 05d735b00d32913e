import { render } from "preact";
import type { PanelActions, PanelModel } from "../panel/panel-model.ts";
import * as words from "../panel/words.ts";
import type { View } from "../session/view.ts";
import { applyTheme } from "../theme/apply-theme.ts";
import type { Shell } from "./shell.ts";
import { Widget } from "./widget.tsx";

/** Above every banner while it fills a small screen, modest otherwise. */
const SHEET_Z_INDEX = "2147483647";
const Z_INDEX = "1000";

export const agentName = (shell: Shell, view: View): string =>
  view.agent?.name ?? shell.config?.agent.name ?? words.assistant;

/** Draws all of one embed: launcher, teaser, panel. */
export function drawWidget(shell: Shell, view: View, actions: PanelActions, mountPoint: HTMLElement): void {
  const { embed, config, open, sheet } = shell;
  const { attributes, host, launcher } = embed;
  const side = attributes.position ?? config?.theme.position ?? "right";
  applyTheme({
    host,
    mountPoint,
    accent: attributes.accent ?? config?.theme.accent,
    scheme: shell.theme ?? config?.theme.scheme,
    locale: shell.locale,
  });
  mountPoint.dataset.side = side;
  host.style.setProperty(
    "--overture-z-index",
    sheet && open ? SHEET_Z_INDEX : (attributes["z-index"] ?? Z_INDEX),
  );
  render(<Widget model={modelOf(shell, view)} actions={actions} Teaser={shell.Teaser} />, mountPoint);
  if (!launcher) return;
  launcher.style.display = open ? "none" : "";
  launcher.ariaExpanded = String(open);
  launcher.classList.toggle("left", side === "left");
}

function modelOf(shell: Shell, view: View): PanelModel {
  const { seenSeq = 0, draft = "" } = shell.tab.read();
  const agent = view.agent ?? shell.config?.agent;
  const { open, inPlace, sheet, teaser, takesFocus, announcement } = shell;
  return {
    view,
    agentName: agentName(shell, view),
    avatarUrl: agent?.avatarUrl,
    disclosure: agent?.disclosure ?? "",
    open,
    inPlace,
    sheet,
    teaser,
    takesFocus,
    unread: view.lines.some((line) => line.type === "agent" && line.seq > seenSeq),
    announcement,
    draft,
    takesCartAdd: shell.events.hears("cart-add"),
  };
}
