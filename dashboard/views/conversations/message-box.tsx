import { useEffect, useRef, useState } from "preact/hooks";
import { sayAsPerson } from "../../api/live.ts";
import { Button } from "../../parts/button.tsx";
import { toastError } from "../../parts/toast.tsx";

const TEXT_MAX = 2_000;

/** Where a person writes to the shopper. What could not be sent stays here, and is stored once however often it is sent. */
export function MessageBox({
  id,
  onSent,
  takesFocus,
}: {
  id: string;
  onSent: () => void;
  /** Not while a dialog is open, which would give the focus back to what it came from. */
  takesFocus: boolean;
}) {
  const [text, setText] = useState("");
  const [isSending, setSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Of the text that is being written. */
  const messageId = useRef(crypto.randomUUID());
  useEffect(() => {
    if (takesFocus) field.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const send = () => {
    const said = text.trim();
    if (said === "" || isSending) return;
    setSending(true);
    sayAsPerson(id, { id: messageId.current, text: said })
      .then(() => {
        setText("");
        messageId.current = crypto.randomUUID();
        onSent();
      }, toastError)
      .finally(() => {
        setSending(false);
        field.current?.focus({ preventScroll: true });
      });
  };
  return (
    <form
      class="dock-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="field">
        <textarea
          ref={field}
          rows={2}
          maxLength={TEXT_MAX}
          aria-label="Message to the shopper"
          placeholder="Write to the shopper"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter that ends a composition picks a word.
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
      </div>
      <Button type="submit" kind="primary" disabled={isSending || text.trim() === ""}>
        {isSending ? "Sending…" : "Send"}
      </Button>
    </form>
  );
}
