import type { Experiment } from "../../api/experiments.ts";

const LOOKS: Record<Experiment["state"], { name: string; kind: string }> = {
  draft: { name: "Draft", kind: "" },
  running: { name: "Running", kind: "badge-accent" },
  paused: { name: "Paused", kind: "badge-warn" },
  stopped: { name: "Stopped", kind: "" },
  archived: { name: "Archived", kind: "" },
};

export function StateBadge({ state }: Pick<Experiment, "state">) {
  const { name, kind } = LOOKS[state];
  return <span class={`badge ${kind}`}>{name}</span>;
}
