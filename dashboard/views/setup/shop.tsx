/** What the shop itself is: its name, where its pages are, its money, and its keys. */
import { useEffect, useState } from "preact/hooks";
import { changeSite, readSite, rotateKey, type SiteFacts } from "../../api/sites.ts";
import { useMay, useSessionState } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { CopyField } from "../../parts/copy-field.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { draftOf, fieldsOf, ShopFields } from "./shop-fields.tsx";
import { Snippet } from "./snippet.tsx";
import "./setup.css";

export default function Shop() {
  const site = useResource("site", readSite);
  return (
    <>
      <PageHead
        title="This shop's details"
        about="What the assistant knows of the shop, beside its catalog."
      />
      <Loaded resource={site}>
        {(facts) => (
          <div class="form-page">
            <Details facts={facts} onChanged={site.replace} />
            <div class="stack">
              <section class="card" aria-labelledby="tag">
                <div class="card-head">
                  <h2 id="tag">Script tag</h2>
                </div>
                <div class="card-body stack">
                  <p class="soft">On every page of the shop, before the end of its body.</p>
                  <Snippet siteKey={facts.siteKey} />
                </div>
              </section>
              <SecretKey siteKey={facts.siteKey} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}

function Details({ facts, onChanged }: { facts: SiteFacts; onChanged: (facts: SiteFacts) => void }) {
  const isOwner = useMay("owner");
  const { reload } = useSessionState();
  const [draft, setDraft] = useState(() => draftOf(facts));
  const [error, setError] = useState<string | null>(null);
  useEffect(() => setDraft(draftOf(facts)), [facts]);
  const wanted = fieldsOf(draft);
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(fieldsOf(draftOf(facts)));
  const save = async (fields: Partial<SiteFacts>, undo: Partial<SiteFacts> | null) => {
    setError(null);
    try {
      onChanged(await changeSite(fields));
      // The frame shows the name, and the figures the currency.
      reload();
      toast(undo ? "Saved." : "Taken back.", undo && (() => save(undo, null)));
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    }
  };
  const { siteKey: _, ...before } = facts;
  return (
    <section class="card" aria-label="Details">
      <form
        class="card-body form"
        onSubmit={(event) => {
          event.preventDefault();
          save(wanted, before);
        }}
      >
        <ShopFields draft={draft} onDraft={setDraft} />
        {wanted.currency !== facts.currency && (
          <p class="notice notice-warn">
            Prices in {facts.currency} are not converted: import the catalog again once this is saved. Until
            then its products keep the prices they have.
          </p>
        )}
        {error !== null && (
          <p class="notice notice-bad" role="alert">
            {error}
          </p>
        )}
        {isOwner ? (
          <div class="page-actions">
            <Button kind="primary" type="submit" disabled={!isChanged}>
              Save
            </Button>
            {isChanged && <Button onClick={() => setDraft(draftOf(facts))}>Discard</Button>}
          </div>
        ) : (
          <p class="soft">An owner of the shop can change this.</p>
        )}
      </form>
    </section>
  );
}

function SecretKey({ siteKey }: { siteKey: string }) {
  const isOwner = useMay("owner");
  const [isAsking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  if (!isOwner) return null;
  const rotate = () => {
    setAsking(false);
    rotateKey(siteKey).then(({ secretKey }) => setSecret(secretKey), toastError);
  };
  return (
    <section class="card" aria-labelledby="secret">
      <div class="card-head">
        <h2 id="secret">Secret key</h2>
      </div>
      <div class="card-body stack">
        <p class="soft">
          With it the shop's own server signs orders and who is signed in, and may do everything over the API.
          It stays on that server. For other programs, make keys of their own under{" "}
          <a href="/dashboard/people">People</a>.
        </p>
        <div>
          <Button onClick={() => setAsking(true)}>Replace it…</Button>
        </div>
      </div>
      {isAsking && (
        <Dialog title="Replace the secret key?" onClose={() => setAsking(false)}>
          <p class="soft">
            The one in use ends at once: what is signed with it is refused until your server has the new one.
            The script tag on your pages stays as it is.
          </p>
          <div class="dialog-actions">
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button kind="danger" onClick={rotate}>
              Replace it
            </Button>
          </div>
        </Dialog>
      )}
      {secret !== null && (
        <Dialog title="Your new secret key" onClose={() => setSecret(null)}>
          <p class="soft">Copy it now: it is not shown again.</p>
          <CopyField label="Secret key" value={secret} />
        </Dialog>
      )}
    </section>
  );
}
