import type { AgentLine } from "../session/view.ts";
import { CompareTable } from "./compare-table.tsx";
import { Mark } from "./icons.tsx";
import type { PanelActions, PanelModel } from "./panel-model.ts";
import { ProductCards } from "./product-cards.tsx";
import * as words from "./words.ts";

export function AgentTurn({
  turn,
  model,
  actions,
}: {
  turn: AgentLine;
  model: PanelModel;
  actions: PanelActions;
}) {
  return (
    <div class="line">
      <div class="turn">
        {!turn.person && <Mark size={14} />}
        <span class={turn.person ? "small" : "unseen"}>{turn.person || `${model.agentName}:`}</span>
        <p class="text" dir="auto">
          {turn.text}
        </p>
      </div>
      {turn.cards.length > 0 && (
        <ProductCards turn={turn} offersCart={model.takesCartAdd} actions={actions} />
      )}
      {turn.comparison && <CompareTable turn={turn} rows={turn.comparison.rows} />}
      {turn.sources.length > 0 && (
        <details class="turn small sources">
          <summary>{words.sources}</summary>
          <ul>
            {turn.sources.map(({ says, url }) => (
              <li key={says}>{url ? <a href={url}>{says}</a> : says}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
