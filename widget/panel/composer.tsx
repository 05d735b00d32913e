import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { SendIcon } from "./icons.tsx";
import type { PanelActions, PanelModel } from "./panel-model.ts";
import * as words from "./words.ts";

/** Kept equal to `MESSAGE_MAX_LENGTH` of the wire by a test; the widget bundles nothing of `shared`. */
export const MESSAGE_LIMIT = 2_000;
const WARN_BELOW = 200;

export function Composer({ model, actions }: { model: PanelModel; actions: PanelActions }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(model.draft);
  const left = MESSAGE_LIMIT - text.length;

  useLayoutEffect(() => {
    const area = field.current;
    if (!area || CSS.supports("field-sizing: content")) return;
    area.style.height = "0";
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  const change = (next: string) => {
    setText(next);
    actions.keepDraft(next);
  };
  const send = () => {
    const message = text.trim();
    if (!message) return;
    change("");
    actions.say(message);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a composition (Japanese, Chinese, Korean) picks a word; Safari tells only by key code 229.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    send();
  };
  return (
    <>
      {left < WARN_BELOW && <p class="small left-over">{words.leftOf(left)}</p>}
      <form
        class="composer"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label={words.writeMessage}
          placeholder={words.writeMessage}
          maxLength={MESSAGE_LIMIT}
          enterkeyhint="send"
          value={text}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="round send" aria-label={words.send} disabled={!text.trim()}>
          <SendIcon />
        </button>
      </form>
    </>
  );
}
