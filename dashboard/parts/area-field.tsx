import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { describedBy, LabelledField } from "./field.tsx";

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
    <LabelledField {...{ id, label, help, error: error ?? null }}>
      <textarea
        {...rest}
        {...describedBy(id, help, error)}
        id={id}
        rows={rows}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </LabelledField>
  );
}
