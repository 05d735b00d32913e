import { useId } from "preact/hooks";
import type { Weighting, WeightsPreview } from "../../api/policies.ts";
import { nameOf, percent } from "../../parts/words.ts";
import { STRATEGIES_IN_ORDER, STRATEGY_WORDS } from "./strategy-words.ts";

const OFF = "off";
const CHOICES = [
  { value: "4", name: "Much more (× 4)" },
  { value: "2", name: "More (× 2)" },
  { value: "1", name: "As the policy likes" },
  { value: "0.5", name: "Less (× ½)" },
  { value: "0.25", name: "Much less (× ¼)" },
] as const;

interface WeightRowsProps {
  wanted: Weighting;
  indispensable: Record<string, string>;
  preview: WeightsPreview | null;
  isFixed: boolean;
  /** Something is chosen that is not in force. */
  isChanged: boolean;
  onWant: (weighting: Weighting) => void;
}

/** Each strategy with how much of it is wanted, and its share by that. */
export function WeightRows({ wanted, indispensable, preview, isFixed, isChanged, onWant }: WeightRowsProps) {
  const shares = sharesIn(preview);
  const top = Math.max(0.05, ...[...shares.values()].flatMap(({ now, tried }) => [now, tried]));
  const choose = (strategy: string, choice: string) => {
    const { [strategy]: _, ...weights } = wanted.weights;
    const forbidden = wanted.forbidden.filter((one) => one !== strategy);
    if (choice === OFF) onWant({ weights, forbidden: [...forbidden, strategy] });
    else
      onWant({ weights: choice === "1" ? weights : { ...weights, [strategy]: Number(choice) }, forbidden });
  };
  return (
    <ul class="weight-rows">
      {STRATEGIES_IN_ORDER.map((strategy) => (
        <li key={strategy} class="weight-row">
          <div class="weight-what">
            <a href={`/dashboard/conversations?strategy=${strategy}`}>{nameOf(strategy)}</a>
            <span class="small soft">{STRATEGY_WORDS[strategy]}</span>
          </div>
          <Choice
            strategy={strategy}
            value={wanted.forbidden.includes(strategy) ? OFF : String(wanted.weights[strategy] ?? 1)}
            why={indispensable[strategy]}
            isFixed={isFixed}
            onChoose={(choice) => choose(strategy, choice)}
          />
          <Shares share={shares.get(strategy) ?? null} top={top} isChanged={isChanged} />
        </li>
      ))}
    </ul>
  );
}

function Choice({
  strategy,
  value,
  why,
  isFixed,
  onChoose,
}: {
  strategy: string;
  value: string;
  /** Why it cannot be switched off. */
  why: string | undefined;
  isFixed: boolean;
  onChoose: (choice: string) => void;
}) {
  const id = useId();
  const isCustom = value !== OFF && !CHOICES.some((choice) => choice.value === value);
  return (
    <div class="field weight-choice">
      <label for={id} class="visually-hidden">
        {nameOf(strategy)}
      </label>
      <select
        id={id}
        value={value}
        disabled={isFixed}
        onChange={(event) => onChoose(event.currentTarget.value)}
        {...(why && { "aria-describedby": `${id}-why` })}
      >
        {CHOICES.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
        {isCustom && <option value={value}>× {value}</option>}
        {why === undefined && <option value={OFF}>Never</option>}
      </select>
      {why !== undefined && (
        <p id={`${id}-why`} class="field-help">
          Can't be switched off: {why}.
        </p>
      )}
    </div>
  );
}

interface BothShares {
  now: number;
  tried: number;
}

function Shares({ share, top, isChanged }: { share: BothShares | null; top: number; isChanged: boolean }) {
  if (share === null) return <span class="weight-shares" />;
  const { now, tried } = share;
  return (
    <span class="weight-shares">
      <span class="weight-bars" aria-hidden="true">
        <span class="weight-bar" style={{ width: `${(100 * now) / top}%` }} />
        {isChanged && (
          <span class="weight-bar weight-bar-tried" style={{ width: `${(100 * tried) / top}%` }} />
        )}
      </span>
      <span class="weight-figures small">
        <span class="soft">
          {percent(now)}
          <span class="visually-hidden"> of all acts as it is,</span>
        </span>
        {isChanged && (
          <span>
            {percent(tried)}
            <span class="visually-hidden"> by what is chosen here</span>
          </span>
        )}
      </span>
    </span>
  );
}

function sharesIn(preview: WeightsPreview | null): Map<string, BothShares> {
  if (preview === null || preview.turns === 0) return new Map();
  const all = preview.strategies.reduce(
    (sum, { now, tried }) => ({ now: sum.now + now, tried: sum.tried + tried }),
    { now: 0, tried: 0 },
  );
  return new Map(
    preview.strategies.map(({ strategy, now, tried }) => [
      strategy,
      { now: now / Math.max(1, all.now), tried: tried / Math.max(1, all.tried) },
    ]),
  );
}
