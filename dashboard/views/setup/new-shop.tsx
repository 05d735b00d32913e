/** A further shop of the same owner, with a catalog, people and figures of its own. */
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { addSite, goToSite } from "../../api/sites.ts";
import { useMay, useSessionState } from "../../frame/session-state.tsx";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { toast } from "../../parts/toast.tsx";
import { fieldsOf, newDraft, ShopFields } from "./shop-fields.tsx";
import "./setup.css";

export default function NewShop() {
  const isOwner = useMay("owner");
  const { enter } = useSessionState();
  const { route } = useLocation();
  const [draft, setDraft] = useState(newDraft);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const { site } = await addSite(fieldsOf(draft));
      const session = await goToSite(site.siteKey);
      route("/dashboard/setup");
      enter(session);
      toast(`You are in ${site.name} now.`);
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead
        title="Add a shop"
        about="With a catalog, people and figures of its own. You are its owner, and go from one shop to the other by its name in the corner."
      />
      {isOwner ? (
        <form class="form shop-form" onSubmit={submit}>
          <ShopFields draft={draft} onDraft={setDraft} />
          {error !== null && (
            <p class="notice notice-bad" role="alert">
              {error}
            </p>
          )}
          <div class="page-actions">
            <Button kind="primary" type="submit" disabled={isBusy}>
              {isBusy ? "Creating…" : "Create the shop"}
            </Button>
            <ButtonLink href="/dashboard/">Cancel</ButtonLink>
          </div>
        </form>
      ) : (
        <p class="notice">Only an owner of a shop can add another.</p>
      )}
    </>
  );
}
