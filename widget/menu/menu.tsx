/** The menu chunk: what few shoppers ask for, so it is loaded only when the menu is opened. */
import type { ComponentChild } from "preact";
import type { PanelActions, PanelModel } from "../panel/panel-model.ts";
import { ForgetQuestion } from "./forget-question.tsx";
import * as words from "./menu-words.ts";
import { downloadText, writeTranscript } from "./write-transcript.ts";

export { menuCss } from "./menu.css.ts";

interface MenuProps {
  model: PanelModel;
  actions: PanelActions;
  close: () => void;
  /** Shows something above the composer until it is given null. */
  show: (content: ComponentChild) => void;
}

export function Menu({ model, actions, close, show }: MenuProps) {
  const askToForget = () => show(<ForgetQuestion erase={actions.erase} onDone={() => show(null)} />);
  const items: [string, () => void][] = [
    [words.talkToPerson, actions.askPerson],
    [
      words.download,
      () => downloadText(writeTranscript(model.view.lines, model.agentName), "conversation.txt"),
    ],
    [words.startOver, actions.startOver],
    [words.forget, askToForget],
  ];
  return (
    <>
      {items.map(([label, act]) => (
        <button
          type="button"
          key={label}
          onClick={() => {
            close();
            act();
          }}
        >
          {label}
        </button>
      ))}
    </>
  );
}
