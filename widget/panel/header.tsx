import { useState } from "preact/hooks";
import { ChevronIcon, CloseIcon, Mark } from "./icons.tsx";
import { MenuButton } from "./menu-button.tsx";
import type { PanelActions, PanelModel, Shown } from "./panel-model.ts";
import * as words from "./words.ts";

interface HeaderProps {
  model: PanelModel;
  actions: PanelActions;
  show: (shown: Shown | null) => void;
}

/** Who is speaking. That it is a machine is always said, and what that means is one tap away [GRD-5, WGT-7]. */
export function Header({ model, actions, show }: HeaderProps) {
  const [explains, setExplains] = useState(false);
  const { person } = model.view;
  return (
    <>
      <header class="header">
        {model.avatarUrl ? (
          <img class="round avatar" src={model.avatarUrl} alt="" />
        ) : (
          <span class="round avatar">
            <Mark size={18} />
          </span>
        )}
        <div class="identity">
          <div class="name">{person || model.agentName}</div>
          {person === null && (
            <button
              type="button"
              class="small badge"
              aria-expanded={explains}
              onClick={() => setExplains(!explains)}
            >
              {words.assistant}
              <ChevronIcon />
            </button>
          )}
        </div>
        <MenuButton model={model} actions={actions} show={show} />
        {!model.inPlace && (
          <button type="button" class="round tool" aria-label={words.close} onClick={actions.close}>
            <CloseIcon />
          </button>
        )}
      </header>
      {explains && (
        <div class="small disclosure">
          <p>{model.disclosure}</p>
          <p>{words.remembered}</p>
        </div>
      )}
    </>
  );
}
