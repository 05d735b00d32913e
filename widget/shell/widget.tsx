import { Panel } from "../panel/panel.tsx";
import type { PanelActions, PanelModel } from "../panel/panel-model.ts";
import type { Shell } from "./shell.ts";

interface WidgetProps {
  model: PanelModel;
  actions: PanelActions;
  Teaser: Shell["Teaser"];
}

/** All that is drawn besides the launcher. The live region outlives the panel, so that the teaser is heard too. */
export function Widget({ model, actions, Teaser }: WidgetProps) {
  const { open, teaser, unread, agentName } = model;
  return (
    <>
      <div class="unseen" aria-live="polite">
        {model.announcement}
      </div>
      {open && <Panel model={model} actions={actions} />}
      {!open && unread && <span class="unread" />}
      {!open && teaser && Teaser && <Teaser turn={teaser} agentName={agentName} actions={actions} />}
    </>
  );
}
