import type { DialogueState } from "./state.ts";

/** Whether the agent has told something of an item: an attribute's name, or the type of a statement. */
export function wasTold({ told }: Pick<DialogueState, "told">, sku: string, what: string): boolean {
  let facts = factsOf.get(told);
  if (facts === undefined) {
    facts = new Set(told);
    factsOf.set(told, facts);
  }
  return facts.has(`${sku} ${what}`);
}

/** A turn asks of many facts, and a long conversation has told many. */
const factsOf = new WeakMap<readonly string[], ReadonlySet<string>>();
