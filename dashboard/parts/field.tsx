import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  type?: "text" | "email" | "password" | "number" | "search";
  autocomplete?: "username" | "current-password" | "new-password" | "off";
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  /** The id of a datalist. */
  list?: string;
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
    <LabelledField {...{ id, label, help, error: error ?? null }}>
      <input
        {...rest}
        {...describedBy(id, help, error)}
        id={id}
        // JSX tells apart kinds of input that are alike in all that is used here.
        type={type as "text"}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </LabelledField>
  );
}

/** A label above what is filled in, and below it what helps or what is wrong. */
export function LabelledField({
  id,
  label,
  help,
  error,
  children,
}: Pick<FieldProps, "label" | "help" | "error"> & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {(help || error) && (
        <p id={`${id}-help`} class={error ? "field-error" : "field-help"}>
          {error ?? help}
        </p>
      )}
    </div>
  );
}

export function describedBy(id: string, help: ComponentChildren, error: string | null | undefined) {
  return {
    ...(error && { "aria-invalid": true as const }),
    ...((help || error) && { "aria-describedby": `${id}-help` }),
  };
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
