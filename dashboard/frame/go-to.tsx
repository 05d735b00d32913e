/** Anywhere in the dashboard by a few letters of its name: places, experiments, and conversations that hold some words. */
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { queryOf } from "../api/client.ts";
import { listExperiments } from "../api/experiments.ts";
import { useResource } from "../parts/use-resource.tsx";
import "./go-to.css";

export interface Destination {
  href: string;
  name: string;
  /** What kind of thing it is, where its name does not say. */
  kind?: string;
}

const SHOWN_MOST = 9;

export interface GoToProps {
  places: readonly Destination[];
  onClose: () => void;
}

export default function GoTo({ places, onClose }: GoToProps) {
  const { route } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const experiments = useResource("experiments", listExperiments);
  useEffect(() => dialog.current?.showModal(), []);
  const found = useMemo(
    () => destinationsFor(text, [...places, ...experimentsOf(experiments.data)]),
    [text, places, experiments.data],
  );
  const chosen = Math.min(at, found.length - 1);
  const go = (destination: Destination | undefined) => {
    if (!destination) return;
    onClose();
    route(destination.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((chosen + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(found[chosen]);
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same.
    <dialog
      ref={dialog}
      class="dialog go-to"
      aria-label="Go to"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <input
        class="go-to-text"
        type="text"
        role="combobox"
        aria-label="Where to?"
        aria-expanded={true}
        aria-controls={list}
        aria-autocomplete="list"
        {...(found[chosen] && { "aria-activedescendant": `${list}-${chosen}` })}
        placeholder="Where to?"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label="Destinations" class="go-to-list">
        {found.map((destination, index) => (
          // The keys are heard by the field above, which keeps the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          <div
            key={destination.href}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            class="go-to-option"
            onClick={() => go(destination)}
            onMouseMove={() => setAt(index)}
          >
            <span>{destination.name}</span>
            {destination.kind && <span class="small faint">{destination.kind}</span>}
          </div>
        ))}
      </div>
    </dialog>
  );
}

function experimentsOf(all: { key: string; name: string }[] | null): Destination[] {
  return [
    ...(all ?? []).map(({ key, name }) => {
      return { href: `/dashboard/experiments/${key}`, name, kind: "Experiment" };
    }),
    { href: "/dashboard/experiments/new", name: "New experiment", kind: "Action" },
  ];
}

/** Those whose words begin with what was typed, the place where nothing was; words that name none are looked for in conversations. */
export function destinationsFor(text: string, all: readonly Destination[]): Destination[] {
  const wanted = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return all.filter(({ kind }) => kind === undefined);
  const named = all.filter(({ name }) => {
    const words = name.toLowerCase().split(/[\s/–-]+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
  const search = {
    href: `/dashboard/conversations${queryOf({ query: text.trim() })}`,
    name: `“${text.trim()}”`,
    kind: "Search in conversations",
  };
  return [...named.slice(0, SHOWN_MOST - 1), search];
}
