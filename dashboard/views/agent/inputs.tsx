import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { AreaField } from "../../parts/area-field.tsx";
import { describedBy, LabelledField } from "../../parts/field.tsx";
import { counted } from "../../parts/words.ts";
import { type Setting, Shipped } from "./card.tsx";

export interface Unit {
  /** How much of what is stored one of it is. */
  size: number;
  one: string;
}

export const SECONDS: Unit = { size: 1_000, one: "second" };
export const MINUTES: Unit = { size: 60_000, one: "minute" };
export const HOURS: Unit = { size: 3_600_000, one: "hour" };
export const DAYS: Unit = { size: 86_400_000, one: "day" };

/** "20 seconds". */
export function inUnit(value: number, { size, one }: Unit): string {
  return counted(Number((value / size).toFixed(2)), one);
}

/** A number in the unit that people think in. What is no number is not taken up, and gone when the field is left. */
export function Amount({
  label,
  unit,
  setting: { value, shipped, error, put, reset },
  help,
}: {
  label: string;
  unit: Unit;
  setting: Setting<number>;
  help?: ComponentChildren;
}) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const stored = (words: string) => {
    const number = Number(words) * unit.size;
    return unit.size === 1 ? number : Math.round(number);
  };
  // Another value may have come meanwhile: by undoing, or as it ships.
  const isTyped = text !== null && (text.trim() === "" || stored(text) === value);
  return (
    <Shipped name={label} as={inUnit(shipped, unit)} reset={reset}>
      <LabelledField {...{ id, label, help, error }}>
        <span class="agent-amount">
          <input
            {...describedBy(id, help, error)}
            id={id}
            type="number"
            step="any"
            value={isTyped ? text : String(value / unit.size)}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              if (currentTarget.value.trim() !== "") put(stored(currentTarget.value));
            }}
            onBlur={() => setText(null)}
          />
          <span class="soft" aria-hidden="true">
            {unit.one}s
          </span>
        </span>
      </LabelledField>
    </Shipped>
  );
}

export function Switch({
  label,
  help,
  isOn,
  onSwitch,
}: {
  label: string;
  help?: ComponentChildren;
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

/** One a line. */
export function Lines({
  label,
  help,
  error,
  lines,
  onLines,
}: {
  label: string;
  help: string;
  error: string | null;
  lines: string[];
  onLines: (lines: string[]) => void;
}) {
  const [text, setText] = useState(lines.join("\n"));
  const isTyped = linesIn(text).join("\n") === lines.join("\n");
  return (
    <AreaField
      {...{ label, help, error }}
      value={isTyped ? text : lines.join("\n")}
      onValue={(next) => {
        setText(next);
        onLines(linesIn(next));
      }}
    />
  );
}

function linesIn(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
