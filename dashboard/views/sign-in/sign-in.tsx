import { useState } from "preact/hooks";
import { ApiError } from "../../api/client.ts";
import { signIn } from "../../api/session.ts";
import { isSetupNeeded } from "../../api/sites.ts";
import { useSessionState } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { useResource } from "../../parts/use-resource.tsx";
import { DoorPage } from "./door.tsx";

interface SiteChoice {
  siteKey: string;
  name: string;
}

export default function SignIn() {
  const { enter } = useSessionState();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [sites, setSites] = useState<SiteChoice[]>([]);
  const [siteKey, setSiteKey] = useState("");
  const setup = useResource("setup", isSetupNeeded);
  if (setup.data === true) return <NotSetUp onRetry={setup.reload} />;
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      enter(await signIn(email.trim(), password, siteKey || undefined));
    } catch (failure) {
      setBusy(false);
      const choices = failure instanceof ApiError ? sitesOf(failure) : [];
      if (choices.length > 0) {
        setSites(choices);
        setSiteKey(choices[0]?.siteKey ?? "");
      } else setError(failure instanceof Error ? failure.message : String(failure));
    }
  };
  return (
    <DoorPage title="Sign in" about="See what your assistant does, why, and what comes of it.">
      <form onSubmit={submit}>
        <Field
          label="E-mail address"
          type="email"
          autocomplete="username"
          required
          value={email}
          onValue={setEmail}
        />
        <Field
          label="Password"
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
        {sites.length > 0 && (
          <Select
            label="Which shop?"
            value={siteKey}
            onValue={setSiteKey}
            options={sites.map((site) => ({ value: site.siteKey, name: site.name }))}
          />
        )}
        {error !== null && (
          <p class="notice notice-bad" role="alert">
            {error}
          </p>
        )}
        <Button kind="primary" type="submit" disabled={isBusy}>
          {isBusy ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      <p class="small soft">
        Forgot it? An owner of the shop can make you a link to set a new one, on the page People.
      </p>
    </DoorPage>
  );
}

/** Nobody can sign in yet. */
function NotSetUp({ onRetry }: { onRetry: () => void }) {
  return (
    <DoorPage
      title="Nobody has set this server up"
      about="It printed a link when it started. Open it, and you become the owner of the first shop."
    >
      <pre class="code">set it up in the browser, once: …/dashboard/welcome#setup-…</pre>
      <p class="small soft">
        The line stands where the server was started: in its terminal, or in the log of what runs it. Is it
        out of sight? The server prints it again whenever it starts, until there is an owner.
      </p>
      <div>
        <Button onClick={onRetry}>Look again</Button>
      </div>
    </DoorPage>
  );
}

function sitesOf({ code, answer }: ApiError): SiteChoice[] {
  if (code !== "auth/which-site") return [];
  return (answer as { sites?: SiteChoice[] } | null)?.sites ?? [];
}
