/** A policy file of the merchant's own becomes a version of the shop; what is not one is refused with the reason. */
import { useId, useState } from "preact/hooks";
import { importPolicy } from "../../api/policies.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { toast } from "../../parts/toast.tsx";

export function ImportDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async (event: Event) => {
    event.preventDefault();
    if (!file) return setError("Choose a file first.");
    setBusy(true);
    setError(null);
    try {
      const { policy, outcome } = await importPolicy(await parsed(file));
      toast(outcome === "registered" ? `${policy} is registered.` : `${policy} was registered before.`);
      onDone();
      onClose();
    } catch (failure) {
      setError((failure as Error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog title="Import a policy" onClose={onClose}>
      <form class="form" onSubmit={run}>
        <p class="soft">
          A policy file is what <code>overture train</code> writes, or what another shop's policy page gives
          to download. It is checked and kept as a version, which never changes; nothing uses it yet.
        </p>
        <div class="field">
          <label for={id}>Policy file</label>
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              setError(null);
            }}
          />
        </div>
        {error && (
          <p class="notice notice-bad" role="alert">
            {error}
          </p>
        )}
        <div class="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={isBusy}>
            Import
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

async function parsed(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    throw new Error(`${file.name} is no policy file: it is not JSON.`);
  }
}
