/** One shopper of a population in front of one catalog: the seed decides who it is and what they are after. */
import { createDraws } from "./draws.ts";
import { drawGoal, type Goal } from "./goal.ts";
import type { Persona } from "./personas.ts";
import type { Population } from "./populations.ts";
import type { Shelf } from "./shelves.ts";
import type { Shopper } from "./shopper.ts";
import { createSimulatedShopper } from "./simulated-shopper.ts";

export interface DrawnShopper {
  shopper: Shopper;
  persona: Persona;
  goal: Goal;
}

/** Null when the catalog has nothing in stock. The same seed gives the same shopper, whatever the agent does. */
export function drawShopper(
  shelves: readonly Shelf[],
  { personas, wording, responses }: Population,
  seed: string,
  currency: string,
): DrawnShopper | null {
  const draws = createDraws(seed);
  const persona = draws.pick("persona", personas);
  const goal = persona ? drawGoal(shelves, persona, wording.recipients, draws) : null;
  if (!persona || !goal) return null;
  return {
    shopper: createSimulatedShopper({ goal, persona, responses, wording, currency, draws }),
    persona,
    goal,
  };
}
