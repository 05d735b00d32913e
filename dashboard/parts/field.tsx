import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  type?: "text" | "email" | "password" | "number" | "search";
  autocomplete?: "username" | "current-password" | "new-password" | "off";
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  min?: number;
  max?: number;
  step?: number | "any";
  label: string;
  /** What to put in, or what comes of it. */
  help?: ComponentChildren;
  error?: string | null;
  value: string;
  onValue: (value: string) => void;
}

export function Field({ label, help, error, value, onValue, type = "text", ...rest }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...rest}
        id={id}
        // JSX tells apart kinds of input that are alike in all that is used here.
        type={type as "text"}
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

export function Select<Value extends string>({
  label,
  value,
  options,
  onValue,
  isLabelHidden,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; name: string }[];
  onValue: (value: Value) => void;
  isLabelHidden?: boolean;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={isLabelHidden ? "visually-hidden" : ""}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
