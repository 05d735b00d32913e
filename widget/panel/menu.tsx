import { useRef, useState } from "preact/hooks";
import { MoreIcon } from "./icons.tsx";
import type { PanelActions } from "./panel-model.ts";
import * as words from "./words.ts";

/** A button that discloses more buttons: simpler for everybody than a menu with arrow keys. */
export function Menu({ actions, onForget }: { actions: PanelActions; onForget: () => void }) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const items: [string, () => void][] = [
    [words.talkToPerson, actions.askPerson],
    [words.download, actions.downloadTranscript],
    [words.startOver, actions.startOver],
    [words.forget, onForget],
  ];

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    // Only the menu closes, not the panel behind it.
    event.preventDefault();
    close();
  };
  const onFocusOut = (event: FocusEvent) => {
    const { currentTarget, relatedTarget } = event;
    const inside =
      currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (relatedTarget && !inside) setOpen(false);
  };
  return (
    <fieldset aria-label={words.more} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        ref={opener}
        type="button"
        class="round tool"
        aria-label={words.more}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      {open && (
        <div class="menu">
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
        </div>
      )}
    </fieldset>
  );
}
