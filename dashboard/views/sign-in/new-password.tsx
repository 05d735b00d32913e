import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";

const LEAST = 12;

/**
 * Asks for a new password twice, and gives it on.
 * @param before what else the form asks for.
 * @param save rejects with why it was not taken.
 */
export function NewPassword({
  verb,
  before,
  save,
}: {
  verb: string;
  before?: ComponentChildren;
  save: (password: string) => Promise<void>;
}) {
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (password.length < LEAST) return setError(`A password has at least ${LEAST} characters.`);
    if (password !== again) return setError("The two are not the same.");
    setBusy(true);
    setError(null);
    try {
      await save(password);
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit}>
      {before}
      <Field
        label="New password"
        type="password"
        autocomplete="new-password"
        help={`At least ${LEAST} characters; a few words are better than a few signs.`}
        required
        value={password}
        onValue={setPassword}
      />
      <Field
        label="Once more"
        type="password"
        autocomplete="new-password"
        required
        value={again}
        onValue={setAgain}
      />
      {error !== null && (
        <p class="notice notice-bad" role="alert">
          {error}
        </p>
      )}
      <Button kind="primary" type="submit" disabled={isBusy}>
        {verb}
      </Button>
    </form>
  );
}
