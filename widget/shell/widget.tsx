import { Teaser } from "../launcher/teaser.tsx";
import { Panel } from "../panel/panel.tsx";
import type { PanelActions, PanelModel } from "../panel/panel-model.ts";

/** All that is drawn besides the launcher. The live region outlives the panel, so that the teaser is heard too. */
export function Widget({ model, actions }: { model: PanelModel; actions: PanelActions }) {
  const { open, teaser, unread, agentName } = model;
  return (
    <>
      <div class="unseen" aria-live="polite">
        {model.announcement}
      </div>
      {open && <Panel model={model} actions={actions} />}
      {!open && unread && <span class="unread" />}
      {!open && teaser && <Teaser turn={teaser} agentName={agentName} actions={actions} />}
    </>
  );
}
