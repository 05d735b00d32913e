import type { SpokenTurn } from "../../server/dialogue/events.ts";
import { heldPreferences } from "../../server/dialogue/preferences.ts";
import type { DialogueState } from "../../server/dialogue/state.ts";

/** One exchange as people read it: what was said, what is known now, what was decided and why. */
export function writeExchange(heard: string | null, turn: SpokenTurn, state: DialogueState): string {
  const lines = [
    ...(heard === null ? [] : [`shopper: ${heard}`]),
    `agent:   ${turn.text}`,
    ...turn.cards.map((card) => `         [${card.title} · ${card.price.text} · ${card.why}]`),
    ...(turn.replies.length > 0 ? [`         (${turn.replies.join(" | ")})`] : []),
    `  state    ${state.phase}; ${wishesOf(state)}`,
    `  decided  ${turn.decision.steps.map((step) => `${step.strategy} ${step.propensity.toFixed(2)}`).join(" > ")}`,
    ...turn.decision.reasons.map((reason) => `  because  ${reason}`),
  ];
  return `${lines.join("\n")}\n`;
}

function wishesOf(state: DialogueState): string {
  const wishes = heldPreferences(state.preferences).map(
    ({ attribute, operator, value, polarity, firmness }) =>
      `${polarity === "negative" ? "not " : ""}${attribute}${operator === "is" ? "" : ` ${operator}`} ${value}${firmness === "prefer" ? " (rather)" : ""}`,
  );
  return wishes.length > 0 ? wishes.join(", ") : "no wishes yet";
}
