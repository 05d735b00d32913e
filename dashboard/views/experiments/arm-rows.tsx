/** The arms of a plan, the control first, each with its part of the visitors. */
import { readPolicies } from "../../api/policies.ts";
import { Button } from "../../parts/button.tsx";
import { useResource } from "../../parts/use-resource.tsx";
import { ARMS_MOST, type ArmDraft, PRESETS } from "./plan-draft.ts";

/** It stands among the presets. */
const BANDIT = "bandit";

export function ArmRows({ arms, onArms }: { arms: ArmDraft[]; onArms: (arms: ArmDraft[]) => void }) {
  const policies = useResource("policies", readPolicies).data?.policies ?? [];
  const change = (id: number, changes: Partial<ArmDraft>) =>
    onArms(arms.map((arm) => (arm.id === id ? { ...arm, ...changes } : arm)));
  const add = () => {
    const free = PRESETS.find(({ value }) => !arms.some(({ choice }) => choice === value));
    const id = Math.max(...arms.map((arm) => arm.id)) + 1;
    onArms([...arms, { id, choice: free?.value ?? "as-is", kept: null, percent: "" }]);
  };
  const shares = arms.map(({ percent }) => percent.trim());
  const sum = shares.reduce((total, share) => total + (Number(share) || 0), 0);
  const hasShares = shares.some((share) => share !== "");
  return (
    <fieldset class="arm-rows">
      <legend>Arms</legend>
      <ol>
        {arms.map((arm, index) => (
          <li key={arm.id}>
            <span class="small soft arm-role">{index === 0 ? "Control" : `Against, ${index}`}</span>
            <select
              aria-label={index === 0 ? "The control" : `Arm ${index + 1}`}
              value={arm.choice}
              onChange={(event) =>
                change(arm.id, {
                  choice: event.currentTarget.value,
                  kept: arm.kept?.key === event.currentTarget.value ? arm.kept : null,
                })
              }
            >
              {arm.kept && <option value={arm.kept.key}>{arm.kept.name}</option>}
              {PRESETS.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
              {policies.length > 0 && (
                <optgroup label="As now, by another policy">
                  {policies
                    .filter(({ policy }) => policy !== BANDIT)
                    .map(({ policy }) => (
                      <option key={policy} value={`policy:${policy}`}>
                        Policy {policy}
                      </option>
                    ))}
                </optgroup>
              )}
            </select>
            <span class="arm-share">
              <input
                type="number"
                min={0}
                max={100}
                step="any"
                aria-label={`Per cent of the visitors in arm ${index + 1}`}
                placeholder={(100 / arms.length).toLocaleString("en", { maximumFractionDigits: 1 })}
                value={arm.percent}
                onInput={(event) => change(arm.id, { percent: event.currentTarget.value })}
              />
              %
            </span>
            <Button
              kind="quiet"
              disabled={arms.length <= 2}
              aria-label={`Remove arm ${index + 1}`}
              onClick={() => onArms(arms.filter(({ id }) => id !== arm.id))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ol>
      <div class="arm-foot">
        <Button disabled={arms.length >= ARMS_MOST} onClick={add}>
          Add an arm
        </Button>
        <span class={hasShares && Math.abs(sum - 100) > 0.1 ? "small field-error" : "small soft"}>
          {hasShares
            ? `${Number(sum.toFixed(1))} of 100 % given away`
            : "Equal parts, unless you write others."}
        </span>
      </div>
    </fieldset>
  );
}
