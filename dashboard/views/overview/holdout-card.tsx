/** What the assistant adds: those who had it against those it was kept from. */
import { type HoldoutFigures, type Incremental, readHoldout } from "../../api/overview.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { signOf, tellCount, tellDay, tellMoney, tellShare } from "../../parts/format.ts";
import { IntervalBar } from "../../parts/interval-bar.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";

export function HoldoutCard() {
  const holdout = useResource("holdout", readHoldout);
  return (
    <section class="card" aria-labelledby="holdout">
      <div class="card-head">
        <h2 id="holdout">What the assistant adds</h2>
        {holdout.data && (
          <a class="small" href={`/dashboard/experiments/${holdout.data.experiment.key}`}>
            The experiment
          </a>
        )}
      </div>
      <div class="card-body">
        {holdout.isLoading && holdout.data === null && holdout.error === null ? (
          <Skeleton lines={3} />
        ) : holdout.error ? (
          <Loaded resource={holdout}>{() => null}</Loaded>
        ) : holdout.data ? (
          <Figures figures={holdout.data} />
        ) : (
          <NoHoldout />
        )}
      </div>
    </section>
  );
}

function Figures({ figures }: { figures: HoldoutFigures }) {
  const { visitors, conversion, revenue, currency, says, standing } = figures;
  const isTelling = standing === "sound";
  return (
    <>
      <p class="small soft">{tellSpan(figures)}</p>
      {standing === "unsound" && <p class="holdout-warning">{says}</p>}
      {conversion && (
        <Row
          name="Visitors who bought"
          figure={conversion}
          isTelling={isTelling}
          tell={(share) => tellShare(share)}
          tellDifference={(share) => `${signOf(share)}${(Math.abs(share) * 100).toFixed(1)} points`}
        />
      )}
      {revenue && (
        <>
          <Row
            name="Revenue per visitor"
            figure={revenue}
            isTelling={isTelling}
            tell={(minor) => tellMoney(minor, currency)}
            tellDifference={(minor) => `${signOf(minor)}${tellMoney(Math.abs(minor), currency)}`}
          />
          <p class="holdout-sum">{tellSum(revenue, visitors.with, currency)}</p>
        </>
      )}
      {standing !== "unsound" && <p class="small soft">{says}</p>}
    </>
  );
}

function Row({
  name,
  figure: { with: having, without, difference },
  isTelling,
  tell,
  tellDifference,
}: {
  name: string;
  figure: Incremental;
  isTelling: boolean;
  tell: (value: number) => string;
  tellDifference: (value: number) => string;
}) {
  const { value, low, high } = difference;
  const side = low !== null && low > 0 ? "good" : high !== null && high < 0 ? "bad" : "open";
  const tone = isTelling ? side : "open";
  const range = `${low === null ? "open" : tellDifference(low)} to ${high === null ? "open" : tellDifference(high)}`;
  const reach = Math.max(Math.abs(low ?? value), Math.abs(high ?? value), Number.MIN_VALUE);
  return (
    <div class="holdout-row">
      <div>
        <h3>{name}</h3>
        <p class="small soft">
          {tell(having)} with it, {tell(without)} without
        </p>
      </div>
      <div class="holdout-difference">
        <strong class={tone === "open" ? "" : tone}>{tellDifference(value)}</strong>
        <span class="small soft">{range}</span>
      </div>
      <IntervalBar {...{ value, low, high, reach, tone }} label={`${tellDifference(value)}, ${range}`} />
    </div>
  );
}

function tellSpan({ experiment: { state, startedAt, stoppedAt }, visitors }: HoldoutFigures): string {
  const kept = `${tellCount(visitors.with)} visitors had it, and ${tellCount(visitors.without)} did not.`;
  if (startedAt === null) return kept;
  if (stoppedAt !== null) return `From ${tellDay(startedAt)} to ${tellDay(stoppedAt)}, ${kept}`;
  return `Since ${tellDay(startedAt)}, ${kept}${state === "paused" ? " The experiment is paused." : ""}`;
}

/** Of the whole of those who had it. */
function tellSum(
  { difference: { value, low, high } }: Incremental,
  visitors: number,
  currency: string,
): string {
  const whole = (perVisitor: number) => {
    const minor = perVisitor * visitors;
    return `${minor < 0 ? "−" : ""}${tellMoney(Math.abs(minor), currency)}`;
  };
  const range = `${low === null ? "open" : whole(low)} to ${high === null ? "open" : whole(high)}`;
  return `Over all who had it: ${whole(value)} (${range}).`;
}

function NoHoldout() {
  return (
    <div class="holdout-none">
      <p class="soft">
        Attributed revenue does not tell what the assistant brings: some of these shoppers would have bought
        anyway. Keep it from every tenth visitor for some weeks, and what the others buy more is its doing.
      </p>
      <div>
        <ButtonLink href="/dashboard/experiments/new">Plan an experiment with a holdout</ButtonLink>
      </div>
    </div>
  );
}
