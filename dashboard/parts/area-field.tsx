import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A field of several lines. */
export function AreaField({
  label,
  help,
  error,
  value,
  onValue,
  rows = 3,
  ...rest
}: {
  label: string;
  help?: ComponentChildren;
  error?: string | null;
  value: string;
  onValue: (value: string) => void;
  rows?: number;
  required?: boolean;
  placeholder?: string;
  maxLength?: number;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        {...(error && { "aria-invalid": true })}
        {...((help || error) && { "aria-describedby": `${id}-help` })}
      />
      {(help || error) && (
        <p id={`${id}-help`} class={error ? "field-error" : "field-help"}>
          {error ?? help}
        </p>
      )}
    </div>
  );
}
