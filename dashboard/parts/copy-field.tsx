import { useState } from "preact/hooks";
import { Button } from "./button.tsx";

/** Something to be taken elsewhere: it can be marked, and copied by one press. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <div class="copy-field">
      <input aria-label={label} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      <Button onClick={copy}>{isCopied ? "Copied" : "Copy"}</Button>
    </div>
  );
}
