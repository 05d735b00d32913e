/** What the list is narrowed to. It stands in the address, so that a link shows the same. */
import { useEffect, useState } from "preact/hooks";
import type { ListFilter } from "../../api/conversations.ts";
import { Button } from "../../parts/button.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { nameOf } from "../../parts/words.ts";
import { OUTCOME_NAMES } from "./outcome-names.ts";
import { STRATEGY_NAMES } from "./strategy-names.ts";

const NOTHING: ListFilter = {
  state: "",
  query: "",
  strategy: "",
  outcome: "",
  mode: "",
  gap: "",
  from: "",
  before: "",
};
/** After the last key: a search for every letter would flicker. */
const TYPING_MS = 250;

export function filterOf(query: Record<string, string>): ListFilter {
  const known = Object.entries(query).filter(([name]) => name in NOTHING);
  return { ...NOTHING, ...Object.fromEntries(known) };
}

export function isFiltered(filter: ListFilter): boolean {
  return Object.values(filter).some((value) => value !== "");
}

export function FilterBar({
  filter,
  onChange,
}: {
  filter: ListFilter;
  onChange: (part: Partial<ListFilter>) => void;
}) {
  return (
    <search class="talk-filters">
      <Words value={filter.query} onValue={(query) => onChange({ query })} />
      <Select
        label="Came to"
        value={filter.outcome}
        options={[{ value: "", name: "Anything" }, ...named(OUTCOME_NAMES)]}
        onValue={(outcome) => onChange({ outcome })}
      />
      <Select
        label="Strategy used"
        value={filter.strategy}
        options={[
          { value: "", name: "Any" },
          ...STRATEGY_NAMES.map((value) => ({ value, name: nameOf(value) })),
        ]}
        onValue={(strategy) => onChange({ strategy })}
      />
      <Select
        label="Mode"
        value={filter.mode}
        options={[
          { value: "", name: "Both" },
          { value: "sociable", name: "Sociable" },
          { value: "informational", name: "Informational" },
        ]}
        onValue={(mode) => onChange({ mode })}
      />
      <Day label="From" value={filter.from} onValue={(from) => onChange({ from })} />
      <Day label="Before" value={filter.before} onValue={(before) => onChange({ before })} />
      {filter.gap && (
        <p class="talk-filter-gap small">
          <span class="badge badge-accent">Only those with the content gap you came from</span>{" "}
          <Button kind="quiet" onClick={() => onChange({ gap: "" })}>
            Show all
          </Button>
        </p>
      )}
    </search>
  );
}

function Words({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value.trim()) return;
    const timer = setTimeout(() => onValue(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Field
      type="search"
      label="Words said"
      placeholder="waterproof tent, &quot;in stock&quot;"
      value={typed}
      onValue={setTyped}
    />
  );
}

function Day({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  return (
    <div class="field">
      <label>
        {label}
        <input type="date" value={value} onChange={(event) => onValue(event.currentTarget.value)} />
      </label>
    </div>
  );
}

function named<Key extends string>(names: Record<Key, string>): { value: string; name: string }[] {
  return Object.entries<string>(names).map(([value, name]) => ({ value, name }));
}
