import type { ComponentChildren } from "preact";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/** Asks before something is done that cannot be undone, in words that say what is lost. */
export function ConfirmDialog({
  title,
  says,
  doIt,
  onClose,
  onSay,
}: {
  title: string;
  says: ComponentChildren;
  /** The button's word: what is done, not "OK". */
  doIt: string;
  onClose: () => void;
  onSay: () => void;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p class="soft">{says}</p>
      <div class="dialog-actions">
        <Button onClick={onClose}>Cancel</Button>
        <Button
          kind="danger"
          onClick={() => {
            onClose();
            onSay();
          }}
        >
          {doIt}
        </Button>
      </div>
    </Dialog>
  );
}
