/** Putting a policy in use, and going back: what that does is said first, and it can be undone. */
import { useState } from "preact/hooks";
import { type ListedPolicy, type PolicyUse, putInUse, rollBackPolicy } from "../../api/policies.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field } from "../../parts/field.tsx";
import { toast, toastError } from "../../parts/toast.tsx";

interface Closing {
  onClose: () => void;
  onDone: () => void;
}

export function UseDialog({ policy: { policy, name }, onClose, onDone }: Closing & { policy: ListedPolicy }) {
  return (
    <ChangeDialog
      title={`Use ${policy}`}
      action="Use it"
      act={(why) => putInUse(policy, why)}
      onClose={onClose}
      onDone={onDone}
    >
      <p class="soft">
        From the next turn on it chooses what the agent does, also in conversations that run now. You can roll
        back at any time.
      </p>
      {name === "random" && (
        <p class="notice notice-warn">
          It chooses by lot. It is there to measure others, and no good to shoppers.
        </p>
      )}
    </ChangeDialog>
  );
}

export function RollBackDialog({ from, to, onClose, onDone }: Closing & { from: string; to: string }) {
  return (
    <ChangeDialog
      title={`Back to ${to}`}
      action="Roll back"
      act={rollBackPolicy}
      onClose={onClose}
      onDone={onDone}
    >
      <p class="soft">
        {to} was in use before {from}. From the next turn on it is again, also in conversations that run now.
      </p>
    </ChangeDialog>
  );
}

function ChangeDialog({
  title,
  action,
  act,
  onClose,
  onDone,
  children,
}: Closing & {
  title: string;
  action: string;
  act: (why: string) => Promise<PolicyUse>;
  children: preact.ComponentChildren;
}) {
  const [why, setWhy] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const { change, overriddenBy } = await act(why);
      tell(change?.to ?? null, overriddenBy, onDone);
      onDone();
      onClose();
    } catch (failure) {
      setError((failure as Error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="form" onSubmit={run}>
        {children}
        <Field label="Why (for the record)" value={why} onValue={setWhy} />
        {error && (
          <p class="notice notice-bad" role="alert">
            {error}
          </p>
        )}
        <div class="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={isBusy}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function tell(to: string | null, overriddenBy: readonly string[], onDone: () => void): void {
  if (to === null) {
    toast("It was in use already.");
    return;
  }
  const undo = () =>
    void rollBackPolicy("undone").then(() => {
      toast("Undone.");
      onDone();
    }, toastError);
  const others =
    overriddenBy.length === 0
      ? ""
      : ` Visitors of ${overriddenBy.join(", ")} keep the policy of their arm until it is stopped.`;
  toast(`${to} is in use.${others}`, undo);
}
