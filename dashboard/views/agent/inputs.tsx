import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Field } from "../../parts/field.tsx";

/** A number in the unit that people think in; what is no number is not taken up. */
export function Amount({
  label,
  value,
  perUnit = 1,
  min = 0,
  help,
  error,
  onValue,
}: {
  label: string;
  value: number;
  /** How much of what is stored one of the unit is. */
  perUnit?: number;
  min?: number;
  help?: ComponentChildren;
  error?: string | undefined;
  onValue: (value: number) => void;
}) {
  const [text, setText] = useState(String(value / perUnit));
  // What is stored may have become another one meanwhile.
  const shown = text.trim() !== "" && Number(text) * perUnit === value ? text : String(value / perUnit);
  return (
    <Field
      label={label}
      type="number"
      min={min}
      step="any"
      value={text.trim() === "" ? text : shown}
      help={help}
      error={error ?? null}
      onValue={(next) => {
        setText(next);
        if (next.trim() !== "" && Number.isFinite(Number(next))) onValue(Math.round(Number(next) * perUnit));
      }}
    />
  );
}

export function Switch({
  label,
  help,
  isOn,
  onSwitch,
}: {
  label: string;
  help?: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <div class="agent-switch">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
        {...(help && { "aria-describedby": `${id}-help` })}
      />
      <label for={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} class="field-help">
          {help}
        </p>
      )}
    </div>
  );
}
