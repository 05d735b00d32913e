import { useState } from "preact/hooks";
import { type ApiKey, createKey, listKeys, removeKey, type Scope } from "../../api/people.ts";
import { Button } from "../../parts/button.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { CopyField } from "../../parts/copy-field.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field } from "../../parts/field.tsx";
import { tellAgo } from "../../parts/format.ts";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";

const SCOPES: { scope: Scope; says: string }[] = [
  { scope: "read", says: "Read everything that a viewer sees" },
  { scope: "write", says: "Make every change that an editor may" },
  { scope: "catalog", says: "Keep the catalog in step" },
  { scope: "orders", says: "Tell orders, and read what they amount to" },
];

/** Keys for programs, each good for what it was made for. A key itself is told once. */
export function Keys() {
  const keys = useResource("keys", listKeys);
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  return (
    <section class="card" aria-labelledby="keys">
      <div class="card-head">
        <h2 id="keys">API keys</h2>
        <Button onClick={() => setMaking(true)}>New key…</Button>
      </div>
      <div class="card-body">
        <Loaded resource={keys}>
          {(all) =>
            all.length === 0 ? (
              <p class="soft">
                None yet. A program that keeps the catalog in step needs one with the scope catalog only.
              </p>
            ) : (
              <ul class="rows">
                {all.map((key) => (
                  <li key={key.id}>
                    <span>
                      {key.name} <code class="faint">…{key.ending}</code>{" "}
                      <span class="small soft">
                        {key.scopes.join(", ")} ·{" "}
                        {key.lastUsedAt ? `used ${tellAgo(key.lastUsedAt)}` : "never used"}
                      </span>
                    </span>
                    <Button kind="quiet" onClick={() => setEnding(key)}>
                      Remove…
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
      {isMaking && (
        <KeyDialog
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            setSecret(made);
            keys.reload();
          }}
        />
      )}
      {ending && (
        <ConfirmDialog
          title={`Remove “${ending.name}”?`}
          says={`Programs that use it are refused from now on${ending.lastUsedAt ? `; it was used ${tellAgo(ending.lastUsedAt)}` : ""}. It cannot be brought back.`}
          doIt="Remove"
          onClose={() => setEnding(null)}
          onSay={() =>
            removeKey(ending.id).then(() => {
              toast(`“${ending.name}” is good for nothing any more.`);
              keys.reload();
            }, toastError)
          }
        />
      )}
      {secret !== null && (
        <Dialog title="Your new key" onClose={() => setSecret(null)}>
          <p class="soft">Copy it now: it is not shown again.</p>
          <CopyField label="API key" value={secret} />
        </Dialog>
      )}
    </section>
  );
}

function KeyDialog({ onClose, onMade }: { onClose: () => void; onMade: (secret: string) => void }) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<Scope[]>(["read"]);
  const submit = (event: Event) => {
    event.preventDefault();
    createKey(name, scopes).then(({ secret }) => onMade(secret), toastError);
  };
  return (
    <Dialog title="New API key" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <Field label="What it is for" required value={name} onValue={setName} placeholder="Stock system" />
        <fieldset class="checks">
          <legend>It may</legend>
          {SCOPES.map(({ scope, says }) => (
            <label key={scope}>
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={(event) =>
                  setScopes(
                    event.currentTarget.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope),
                  )
                }
              />
              {says}
            </label>
          ))}
        </fieldset>
        <div class="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={scopes.length === 0}>
            Make the key
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
