/** What the cards of settings are made of, and what each of them is given. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { AgentSettings, AgentSettingsView } from "../../api/settings.ts";
import { isSame } from "./draft.ts";

export interface CardProps {
  draft: AgentSettings;
  /** What holds where nothing is set. */
  defaults: AgentSettings;
  /** Whole groups, or settings that stand in none. */
  set: (values: Partial<AgentSettings>) => void;
  /** What is wrong, by setting: "agent.name". */
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
  /** Whether somebody of the shop's may be called in at this moment, by what is saved. */
  people: AgentSettingsView["people"];
}

type Group = "agent" | "theme" | "opening" | "silence" | "memory" | "outcomes" | "model";

export interface Setting<Value> {
  value: Value;
  shipped: Value;
  error: string | null;
  put: (value: Value) => void;
  /** Null where it is as it ships, and where nothing may be changed. */
  reset: (() => void) | null;
}

export function settingIn<G extends Group, Name extends keyof AgentSettings[G] & string>(
  { draft, defaults, set, problems, mayChange }: CardProps,
  group: G,
  name: Name,
): Setting<AgentSettings[G][Name]> {
  const value = draft[group][name];
  const shipped = defaults[group][name];
  const put = (next: AgentSettings[G][Name]) =>
    set({ [group]: { ...draft[group], [name]: next } } as Partial<AgentSettings>);
  return {
    ...{ value, shipped, put },
    error: problemAt(problems, `${group}.${name}`),
    reset: mayChange && !isSame(value, shipped) ? () => put(shipped) : null,
  };
}

/** Problems follow their setting's name in a sentence; here they stand under it. */
export function problemAt(problems: CardProps["problems"], setting: string): string | null {
  const problem = problems[setting];
  return problem === undefined ? null : `This ${problem}${/[.”]$/.test(problem) ? "" : "."}`;
}

export function Card({
  title,
  about,
  children,
}: {
  title: string;
  about: string;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="card agent-card" aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{title}</h2>
        <p class="small soft">{about}</p>
      </div>
      <div class="card-body form">{children}</div>
    </section>
  );
}

/** A field with the way back to how it ships, where it is not so. */
export function Shipped({
  name,
  as,
  reset,
  children,
}: {
  name: string;
  /** How it ships, in words. */
  as: string;
  reset: (() => void) | null;
  children: ComponentChildren;
}) {
  return (
    <div class="agent-setting">
      {children}
      {reset && (
        <p class="agent-ships">
          <span>As it ships: {as}</span>
          <button type="button" onClick={reset}>
            Set so<span class="visually-hidden">: {name} as it ships</span>
          </button>
        </p>
      )}
    </div>
  );
}
