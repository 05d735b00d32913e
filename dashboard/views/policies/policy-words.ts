import type { ListedPolicy } from "../../api/policies.ts";

const SHIPPED: Record<string, string> = {
  planner: "Learned from human recommenders, then practised on simulated shoppers. The default of new shops.",
  rules: "Written by hand: readable rules, the same for every shop.",
  inspired: "Does what human recommenders did at this point of a talk.",
  random: "Any move that is possible, by lot. For measuring others, not for shoppers.",
  bandit: "Begins as the planner, and learns from what your own shoppers accept.",
};

export function aboutPolicy({ origin, name, training, buildsOn }: ListedPolicy): string {
  if (origin !== "registered") return SHIPPED[name] ?? "";
  const base = buildsOn === null ? "" : `, on top of ${buildsOn}`;
  return training ? `${wayOf(training.by)}${base}: ${training.data}` : "";
}

const WAYS: Record<string, string> = {
  inspired: "Fitted to human recommenders",
  "self-play": "Self-play with simulated shoppers",
  online: "Learned from this shop's conversations",
};

export function wayOf(by: string): string {
  return WAYS[by] ?? `Made by ${by}`;
}

/** A version as a merchant knows it; what ships has its name alone. */
export function versionOf({ origin, version }: ListedPolicy): string {
  if (version === null) return "nothing learned yet";
  return origin === "registered" ? `version ${version}` : `version ${version}, shipped`;
}
