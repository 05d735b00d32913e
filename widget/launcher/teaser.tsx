import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { CloseIcon, Mark } from "../panel/icons.tsx";
import type { PanelActions } from "../panel/panel-model.ts";
import { QuickReplies } from "../panel/quick-replies.tsx";
import * as words from "../panel/words.ts";
import type { AgentLine } from "../session/view.ts";

interface TeaserProps {
  turn: AgentLine;
  agentName: string;
  actions: PanelActions;
}

/** The agent's first words beside the launcher. It takes no focus, covers no more than it must, and goes for good. */
export function Teaser({ turn, agentName, actions }: TeaserProps) {
  const answer = (reply: string) => {
    actions.open();
    actions.say(reply);
  };
  const bubble = useRef<HTMLElement>(null);
  const [isSlim, setIsSlim] = useState(false);
  useLayoutEffect(() => {
    if (bubble.current && coversControls(bubble.current)) setIsSlim(true);
  }, []);
  return (
    <aside
      ref={bubble}
      class={isSlim ? "teaser slim" : "teaser"}
      aria-label={`${agentName}, ${words.assistant}`}
    >
      <button type="button" class="opener" onClick={actions.open}>
        <span class="small from">
          <Mark size={13} />
          {agentName} · {words.assistant}
        </span>
        <span class="opening" dir="auto">
          {turn.text}
        </span>
      </button>
      <QuickReplies replies={turn.replies.slice(0, 2)} say={answer} />
      <button type="button" class="round tool" aria-label={words.dismiss} onClick={actions.dismissTeaser}>
        <CloseIcon />
      </button>
    </aside>
  );
}

/** Whether something of the page that is to be pressed lies below: the teaser then makes itself slim. */
function coversControls(bubble: HTMLElement): boolean {
  const { left, top, width, height } = bubble.getBoundingClientRect();
  for (let at = 0; at < 1; at += 0.04) {
    const [x, y] = [left + width * ((at * 5) % 1), top + height * at];
    if (document.elementsFromPoint(x, y).some((element) => element.closest("button, input, select")))
      return true;
  }
  return false;
}
