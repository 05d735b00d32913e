/** The teaser chunk: only who is spoken to first needs it, so it is loaded when the agent is about to. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { CloseIcon, Mark } from "../panel/icons.tsx";
import type { PanelActions } from "../panel/panel-model.ts";
import { QuickReplies } from "../panel/quick-replies.tsx";
import * as words from "../panel/words.ts";
import type { AgentLine } from "../session/view.ts";

export { teaserCss } from "./teaser.css.ts";

interface TeaserProps {
  turn: AgentLine;
  agentName: string;
  actions: PanelActions;
}

/** From all that it can show to the least, each taken when the one before would cover a control of the page. */
const SHAPES = ["", "slim", "slim two", "slim two bare"];

/** The agent's first words beside the launcher. It takes no focus, covers no more than it must, and goes for good. */
export function Teaser({ turn, agentName, actions }: TeaserProps) {
  const answer = (reply: string) => {
    actions.open();
    actions.say(reply);
  };
  const introduction = introductionOf(turn.text, agentName);
  const bubble = useRef<HTMLElement>(null);
  const [shape, setShape] = useState(0);
  useLayoutEffect(() => {
    if (shape < SHAPES.length - 1 && bubble.current && coversControls(bubble.current)) setShape(shape + 1);
  }, [shape]);
  return (
    <aside ref={bubble} class={`teaser ${SHAPES[shape]}`} aria-label={`${agentName}, ${words.assistant}`}>
      <button type="button" class="opener" onClick={actions.open}>
        <span class="small from">
          <Mark size={13} />
          {agentName} · {words.assistant}
        </span>
        <span class="opening" dir="auto">
          <span class="introduction">{introduction}</span>
          {turn.text.slice(introduction.length)}
        </span>
      </button>
      <QuickReplies replies={turn.replies.slice(0, 2)} say={answer} />
      <button type="button" class="round tool" aria-label={words.dismiss} onClick={actions.dismissTeaser}>
        <CloseIcon />
      </button>
    </aside>
  );
}

/** The beginning of `text` in which an AI gives its name: where room is short, the line above says as much. */
function introductionOf(text: string, name: string): string {
  const [beginning = ""] = /^.{0,120}?\bAI\b[^.!?]*[.!?]\s+/s.exec(text) ?? [];
  return beginning.includes(name) ? beginning : "";
}

/** So close to a control the bubble would look as if it lay on it. In pixels, as what follows. */
const CLEARANCE = 5;
/** Less than what can be pressed with a finger, so nothing of the kind slips through. */
const STEP = 12;

/**
 * Whether something of the page that is to be pressed lies below. Measured by the layout, because the bubble is still
 * moving in.
 */
function coversControls({ offsetLeft, offsetTop, offsetWidth, offsetHeight }: HTMLElement): boolean {
  for (let y = offsetTop - CLEARANCE; y < offsetTop + offsetHeight; y += STEP) {
    for (let x = offsetLeft; x < offsetLeft + offsetWidth; x += STEP) {
      if (document.elementsFromPoint(x, y).some((element) => element.closest("button, input, select")))
        return true;
    }
  }
  return false;
}
