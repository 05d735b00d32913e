/** What each step of a turn chose, against what, and what was not on offer. */
import type { AgentTurn } from "../../api/conversations.ts";
import { nameOf, percent } from "../../parts/words.ts";

type Decision = AgentTurn["decision"];
type Step = Decision["steps"][number];

/** Alternatives below this would not be seen as a bar. */
const SHOWN_FROM = 0.005;

export function Steps({ decision }: { decision: Decision }) {
  return (
    <section class="decision-part small">
      <h3>What was chosen, and against what</h3>
      <ol class="steps">
        {decision.steps.map((step, index) => (
          <li key={index}>
            <Chances step={step} />
          </li>
        ))}
      </ol>
      <Masked mask={decision.mask} />
    </section>
  );
}

function Chances({ step: { strategy, propensity, distribution } }: { step: Step }) {
  const others = Object.entries(distribution)
    .filter(([name, chance]) => name !== strategy && chance >= SHOWN_FROM)
    .sort(([, a], [, b]) => b - a);
  const rows: [string, number][] = [[strategy, propensity], ...others];
  return (
    <ul class="chances">
      {rows.map(([name, chance], index) => (
        <li key={name} class={index === 0 ? "chance chance-taken" : "chance"}>
          <span>
            {index === 0 && <span class="visually-hidden">Chosen: </span>}
            {actName(name)}
          </span>
          <span class="chance-bar" aria-hidden="true">
            <span style={{ width: `${chance * 100}%` }} />
          </span>
          <span class="number">{percent(chance, 0)}</span>
        </li>
      ))}
    </ul>
  );
}

/** By reason: most strategies share theirs. */
function Masked({ mask }: { mask: Decision["mask"] }) {
  const byReason = new Map<string, string[]>();
  for (const [strategy, why] of Object.entries(mask))
    byReason.set(why, [...(byReason.get(why) ?? []), strategy]);
  if (byReason.size === 0) return null;
  return (
    <>
      <h3>Not on offer</h3>
      <ul class="claims">
        {[...byReason].map(([why, strategies]) => (
          <li key={why} class="claim">
            <span>{strategies.map(actName).join(", ")}</span>
            <span class="faint">{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function actName(strategy: string): string {
  return strategy === "yield" ? "Hand over to the shopper" : nameOf(strategy);
}
