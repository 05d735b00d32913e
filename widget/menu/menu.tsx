/** The menu chunk: what few shoppers ask for, so it is loaded only when the menu is opened. */
import type { PanelActions, PanelModel, Shown } from "../panel/panel-model.ts";
import { ForgetQuestion } from "./forget-question.tsx";
import { MemoryView } from "./memory-view.tsx";
import * as words from "./menu-words.ts";
import { downloadText, writeTranscript } from "./write-transcript.ts";

export { menuCss } from "./menu.css.ts";

interface MenuProps {
  model: PanelModel;
  actions: PanelActions;
  close: () => void;
  /** Shows something above the composer until it is given null. */
  show: (shown: Shown | null) => void;
}

export function Menu({ model, actions, close, show }: MenuProps) {
  const done = () => {
    show(null);
    // Back to where the keyboard came from.
    close();
  };
  const askToForget = () => show({ content: <ForgetQuestion erase={actions.erase} onDone={done} />, done });
  const showMemory = () =>
    show({
      content: <MemoryView read={actions.readMemory} onForget={askToForget} onDone={done} />,
      done,
    });
  const items: [string, () => void][] = [
    ...(model.view.person === null ? [[words.talkToPerson, actions.askPerson] as [string, () => void]] : []),
    [
      words.download,
      () => downloadText(writeTranscript(model.view.lines, model.agentName), "conversation.txt"),
    ],
    [words.startOver, actions.startOver],
    [words.whatIRemember, showMemory],
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
