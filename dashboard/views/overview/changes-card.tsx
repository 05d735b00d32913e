/** Which figures have moved by more than chance, and what was done to the shop meanwhile that they may have moved by. */
import { type MovedFigure, type Overview, readChanges, type ShopChange } from "../../api/overview.ts";
import { signOf, tellCount, tellMinute, tellMoney, tellShare } from "../../parts/format.ts";
import { Skeleton } from "../../parts/skeleton.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { counted } from "../../parts/words.ts";
import { describeChange } from "./describe-change.ts";

/** The others come when they are asked for. */
const SHOWN = 6;

export function ChangesCard({ overview }: { overview: Overview }) {
  const { days, moved, currency } = overview;
  const changes = useResource(`changes ${days}`, (signal) => readChanges(days, signal));
  return (
    <section class="card" aria-labelledby="changed">
      <div class="card-head">
        <h2 id="changed">What changed</h2>
      </div>
      <div class="card-body">
        {moved.length === 0 ? (
          <p class="soft">No figure has moved by more than days differ anyway.</p>
        ) : (
          <>
            <ul class="rows moved">
              {moved.map((figure) => (
                <Moved key={figure.figure} figure={figure} currency={currency} />
              ))}
            </ul>
            <p class="small soft">
              Against the {days} days before, with the range it is in; figures that may have moved by chance
              are left out.
            </p>
          </>
        )}
        <h3 class="changes-head">What was done</h3>
        <Loaded resource={changes} skeleton={<Skeleton lines={3} />}>
          {(all) =>
            all.length === 0 ? (
              <p class="soft">
                Nothing was changed in these days: no setting, policy, experiment or catalog.
              </p>
            ) : (
              <Changes all={all} />
            )
          }
        </Loaded>
      </div>
    </section>
  );
}

const NAMES: Readonly<Record<MovedFigure["figure"], string>> = {
  conversations: "Conversations a day",
  "engaged-rate": "Engaged",
  "accepted-rate": "Conversations with an accepted item",
  orders: "Attributed orders a day",
  revenue: "Attributed revenue a day",
};

function Moved({
  figure: { figure, before, now, change },
  currency,
}: {
  figure: MovedFigure;
  currency: string;
}) {
  const isShare = figure.endsWith("-rate");
  const tell = (value: number) =>
    isShare
      ? tellShare(value)
      : figure === "revenue"
        ? tellMoney(value, currency)
        : value < 100
          ? value.toFixed(1)
          : tellCount(value);
  const tellChange = (value: number) =>
    isShare
      ? `${signOf(value)}${(Math.abs(value) * 100).toFixed(1)} points`
      : `${signOf(value)}${tellShare(Math.abs(value), 0)}`;
  return (
    <li>
      <span>
        {NAMES[figure]}
        <span class="small soft moved-from">
          {tell(before)} → {tell(now)}
        </span>
      </span>
      <span class="moved-change">
        <strong class={change.value > 0 ? "good" : "bad"}>{tellChange(change.value)}</strong>
        <span class="small soft">
          {tellChange(change.low)} to {tellChange(change.high)}
        </span>
      </span>
    </li>
  );
}

function Changes({ all }: { all: readonly ShopChange[] }) {
  const [first, rest] = [all.slice(0, SHOWN), all.slice(SHOWN)];
  return (
    <>
      <ChangeList changes={first} />
      {rest.length > 0 && (
        <details class="changes-more">
          <summary class="small">{counted(rest.length, "earlier change")}</summary>
          <ChangeList changes={rest} />
        </details>
      )}
    </>
  );
}

function ChangeList({ changes }: { changes: readonly ShopChange[] }) {
  return (
    <ul class="rows">
      {changes.map((change) => {
        const { says, href, detail } = describeChange(change);
        return (
          <li key={`${change.at} ${says}`}>
            <span>
              {href === null ? says : <a href={href}>{says}</a>}
              {detail !== "" && <span class="small soft moved-from">{detail}</span>}
            </span>
            <time class="small soft nowrap" dateTime={change.at}>
              {tellMinute(change.at)}
            </time>
          </li>
        );
      })}
    </ul>
  );
}
