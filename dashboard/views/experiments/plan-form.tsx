/** Everything a plan says, with what it takes beside it; for a new one, and for a draft that is changed. */
import type { ComponentChildren } from "preact";
import type { MetricKey } from "../../../server/experiment/metrics.ts";
import type { PlanInput } from "../../api/experiments.ts";
import { useSession } from "../../frame/session-state.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { ArmRows } from "./arm-rows.tsx";
import { GOALS, GUARDRAILS, METRIC_NAMES, UNITS } from "./metric-names.ts";
import type { PlanDraft } from "./plan-draft.ts";
import { SizeCard } from "./size-card.tsx";
import "./experiments.css";

export function PlanForm({
  draft,
  plan,
  onDraft,
  onSubmit,
  children,
}: {
  draft: PlanDraft;
  /** The same, as it would be sent. */
  plan: PlanInput;
  onDraft: (draft: PlanDraft) => void;
  onSubmit: () => void;
  /** The buttons. */
  children: ComponentChildren;
}) {
  const { currency } = useSession().site;
  const set = (changes: Partial<PlanDraft>) => onDraft({ ...draft, ...changes });
  const unit = UNITS[draft.decides];
  return (
    <form
      class="form-page"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div class="form">
        <Field
          label="Name"
          required
          value={draft.name}
          onValue={(name) => set({ name })}
          placeholder="Talk or facts"
        />
        <Field
          label="What do you believe, and why?"
          value={draft.hypothesis}
          onValue={(hypothesis) => set({ hypothesis })}
          placeholder="Shoppers who are talked with buy more often."
        />
        <ArmRows arms={draft.arms} onArms={(arms) => set({ arms })} />
        <label class="check">
          <input
            type="checkbox"
            checked={draft.isCheck}
            onChange={(event) => set({ isCheck: event.currentTarget.checked })}
          />
          Arms may be alike, to check that the measuring is sound
        </label>
        <Select
          label="What decides"
          value={draft.decides}
          options={GOALS.map((value) => ({ value, name: METRIC_NAMES[value] }))}
          onValue={(decides) => set({ decides, further: draft.further.filter((one) => one !== decides) })}
        />
        <Field
          label={`The least difference worth having, in ${unit === "share" ? "percentage points" : unit === "money" ? currency : "points"}`}
          type="number"
          step="any"
          min={0}
          value={draft.effect}
          onValue={(effect) => set({ effect })}
          help="A smaller one takes many more visitors: half of it takes four times as many."
        />
        <Field
          label="Days that count for a visitor"
          type="number"
          min={1}
          max={90}
          step={1}
          value={draft.windowDays}
          onValue={(windowDays) => set({ windowDays })}
          help="What somebody does later than this after they came into the experiment does not count."
        />
        <Checks
          legend="What is looked at beside"
          options={GOALS.filter((goal) => goal !== draft.decides)}
          chosen={draft.further}
          onChosen={(further) => set({ further })}
        />
        <Checks
          legend="What must not get worse"
          options={GUARDRAILS}
          chosen={draft.guardrails}
          onChosen={(guardrails) => set({ guardrails })}
        />
        <div class="form-actions">{children}</div>
      </div>
      <SizeCard plan={plan} currency={currency} />
    </form>
  );
}

function Checks({
  legend,
  options,
  chosen,
  onChosen,
}: {
  legend: string;
  options: readonly MetricKey[];
  chosen: readonly MetricKey[];
  onChosen: (chosen: MetricKey[]) => void;
}) {
  return (
    <fieldset class="checks">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) =>
              onChosen(
                event.currentTarget.checked ? [...chosen, option] : chosen.filter((one) => one !== option),
              )
            }
          />
          {METRIC_NAMES[option]}
        </label>
      ))}
    </fieldset>
  );
}
