import { useState } from "preact/hooks";
import { takeOver } from "../../api/live.ts";
import { useSession } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field } from "../../parts/field.tsx";
import { toastError } from "../../parts/toast.tsx";

/** In this browser: who answered once is asked with the same name. */
const NAME_KEY = "overture-person-name";
const NAME_MAX = 60;

/** What taking over means, and by which name the shopper is to know the person. */
export function TakeOverDialog({
  id,
  onClose,
  onDone,
}: {
  id: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { member } = useSession();
  const [name, setName] = useState(() => localStorage.getItem(NAME_KEY) ?? nameOfEmail(member.email));
  const [isTaking, setTaking] = useState(false);
  const take = () => {
    setTaking(true);
    localStorage.setItem(NAME_KEY, name.trim());
    takeOver(id, name.trim()).then(onDone, (error: unknown) => {
      toastError(error);
      onDone();
    });
  };
  return (
    <Dialog title="Answer yourself?" onClose={onClose}>
      <p class="soft">
        The shopper is told that you joined, and the agent says nothing more until you hand the conversation
        back. If nothing is heard of you for ten minutes, it goes back by itself.
      </p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") take();
        }}
      >
        <Field
          label="Your name, as the shopper sees it"
          help="Not your e-mail address: that stays here."
          value={name}
          onValue={(value) => setName(value.slice(0, NAME_MAX))}
          autocomplete="off"
          required
        />
        <div class="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={isTaking || name.trim() === ""}>
            {isTaking ? "Taking over…" : "Take over"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** "anna.berg@shop.example" → "Anna". */
function nameOfEmail(email: string): string {
  const [first = ""] = /^[^@.+_\d-]+/.exec(email) ?? [];
  return first.charAt(0).toUpperCase() + first.slice(1);
}
