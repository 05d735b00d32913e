import { Teaser } from "./launcher/teaser.tsx";
import { Panel } from "./panel/panel.tsx";
import type { PanelActions, PanelModel } from "./panel/panel-model.ts";

/** All that is drawn besides the launcher. The live region outlives the panel, so that the teaser is heard too. */
export function Widget({ model, actions, side }: { model: PanelModel; actions: PanelActions; side: string }) {
  const { open, teaser, unread, agentName } = model;
  return (
    <>
      <div class="unseen" aria-live="polite">
        {model.announcement}
      </div>
      {open && <Panel model={model} actions={actions} side={side} />}
      {!open && unread && <span class={`unread ${side}`} />}
      {!open && teaser && <Teaser turn={teaser} agentName={agentName} side={side} actions={actions} />}
    </>
  );
}
