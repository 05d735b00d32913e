import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { eraseVisitor } from "../../api/conversations.ts";
import { Button } from "../../parts/button.tsx";
import { toast, toastError } from "../../parts/toast.tsx";

/** Nothing brings back what was erased, so it is asked for once more, with what goes. */
export function EraseDialog({ visitorId, onClose }: { visitorId: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { route } = useLocation();
  const [isErasing, setErasing] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const erase = () => {
    setErasing(true);
    eraseVisitor(visitorId).then(
      () => {
        toast("The person was erased, with everything that was kept of them.");
        route("/dashboard/conversations");
      },
      (error: unknown) => {
        setErasing(false);
        toastError(error);
      },
    );
  };
  return (
    <dialog ref={dialog} class="erase" aria-labelledby="erase-title" onClose={onClose}>
      <h2 id="erase-title">Erase this person?</h2>
      <p>
        All conversations of whoever held this one go, on every device they signed in on, with their orders
        and with what is remembered of them. Figures and experiments no longer count them. It cannot be
        undone.
      </p>
      <div class="erase-actions">
        <Button onClick={onClose}>Keep</Button>
        <Button kind="danger" onClick={erase} disabled={isErasing}>
          {isErasing ? "Erasing…" : "Erase the person"}
        </Button>
      </div>
    </dialog>
  );
}
