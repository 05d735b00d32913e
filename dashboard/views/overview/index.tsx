/** What came of it lately, against the time before; what is being tried; and who is talking now. */
import { useLocation } from "preact-iso/router";
import { listExperiments } from "../../api/experiments.ts";
import { type Overview, type OverviewFigures, readOverview } from "../../api/overview.ts";
import { useSession } from "../../frame/session-state.tsx";
import { ButtonLink } from "../../parts/button.tsx";
import { tellAgo, tellCount, tellDay, tellMoney, tellShare } from "../../parts/format.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { StateBadge } from "../experiments/state-badge.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { FigureTile } from "./figure-tile.tsx";
import { HoldoutCard } from "./holdout-card.tsx";
import "./overview.css";

const PERIODS = [7, 28, 90] as const;
const REFRESH_MS = 30_000;

export default function OverviewView() {
  const { query, route } = useLocation();
  const days = PERIODS.find((period) => String(period) === query.days) ?? 28;
  const overview = useResource(`overview ${days}`, (signal) => readOverview(days, signal), {
    refreshMs: REFRESH_MS,
  });
  return (
    <>
      <PageHead
        title="Overview"
        about={
          overview.data ? `${tellDay(overview.data.from)} to today, against the ${days} days before` : " "
        }
        actions={
          <Segments
            label="Period"
            value={String(days)}
            options={PERIODS.map((period) => ({ value: String(period), name: `${period} days` }))}
            onValue={(period) => route(`/dashboard/?days=${period}`, true)}
          />
        }
      />
      <Loaded resource={overview} skeleton={<TilesSkeleton />}>
        {(data) => (isEmpty(data) ? <FirstSteps /> : <Figures data={data} />)}
      </Loaded>
    </>
  );
}

function isEmpty({ current, previous }: Overview): boolean {
  return current.conversations + previous.conversations + current.orders + previous.orders === 0;
}

function Figures({ data }: { data: Overview }) {
  const { current, previous, daily, currency, days } = data;
  const rate = ({ engaged, conversations }: OverviewFigures) =>
    conversations === 0 ? null : engaged / conversations;
  return (
    <>
      <div class="tiles">
        <FigureTile
          name="Conversations"
          says="In which something was said."
          value={tellCount(current.conversations)}
          now={current.conversations}
          before={previous.conversations}
          tellBefore={tellCount}
          daily={daily.map(({ conversations }) => conversations)}
          days={days}
        />
        <FigureTile
          name="Engaged"
          says="Conversations in which the shopper wrote at least twice."
          value={rate(current) === null ? "–" : tellShare(rate(current) ?? 0)}
          now={rate(current)}
          before={rate(previous)}
          isShare
          tellBefore={tellShare}
          daily={daily.map((one) => rate(one) ?? 0)}
          days={days}
        />
        <FigureTile
          name="Accepted recommendations"
          says="Conversations in which the shopper settled on an item, put one in the cart or bought."
          value={tellCount(current.accepted)}
          now={current.accepted}
          before={previous.accepted}
          tellBefore={tellCount}
          daily={daily.map(({ accepted }) => accepted)}
          days={days}
        />
        <FigureTile
          name="Attributed revenue"
          says={`Of ${tellCount(current.orders)} orders within a week of a conversation, less refunds.`}
          value={tellMoney(current.revenue, currency)}
          now={current.revenue}
          before={previous.revenue}
          tellBefore={(minor) => tellMoney(minor, currency)}
          daily={daily.map(({ revenue }) => revenue)}
          days={days}
        />
      </div>
      <p class="small soft tiles-note">
        Revenue is attributed, not caused: some of these shoppers would have bought anyway.
      </p>
      <div class="columns">
        <div class="overview-column">
          <HoldoutCard />
          <UnderWay />
          <Live live={data.live} />
        </div>
        <ChangesCard overview={data} />
      </div>
    </>
  );
}

function UnderWay() {
  const experiments = useResource("experiments", listExperiments);
  return (
    <section class="card" aria-labelledby="under-way">
      <div class="card-head">
        <h2 id="under-way">Experiments</h2>
        <a class="small" href="/dashboard/experiments">
          All
        </a>
      </div>
      <div class="card-body">
        <Loaded resource={experiments} skeleton={<Skeleton lines={2} />}>
          {(all) => {
            const shown = all.filter(({ state }) => state === "running" || state === "paused").slice(0, 4);
            if (shown.length === 0)
              return (
                <p class="soft">None is under way. One tells what the assistant is worth to this shop.</p>
              );
            return (
              <ul class="rows">
                {shown.map(({ key, name, state }) => (
                  <li key={key}>
                    <a href={`/dashboard/experiments/${key}`}>{name}</a>
                    <StateBadge state={state} />
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
      </div>
    </section>
  );
}

function Live({ live }: { live: Overview["live"] }) {
  return (
    <section class="card" aria-labelledby="live">
      <div class="card-head">
        <h2 id="live">
          Live now{" "}
          <span class={live.conversations > 0 ? "badge badge-good" : "badge"}>
            {tellCount(live.conversations)}
          </span>
        </h2>
        <a class="small" href="/dashboard/conversations?state=live">
          All
        </a>
      </div>
      <div class="card-body">
        {live.latest.length === 0 ? (
          <p class="soft">
            Nobody is talking at the moment. A conversation counts as live for a quarter of an hour.
          </p>
        ) : (
          <ul class="rows">
            {live.latest.map(({ id, openedAt, messages }) => (
              <li key={id}>
                <a href={`/dashboard/conversations/${id}`}>Since {tellAgo(openedAt)}</a>
                <span class="small soft">
                  {messages === 1 ? "1 message" : `${tellCount(messages)} messages`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function FirstSteps() {
  const { site } = useSession();
  return (
    <EmptyState title="No shopper has talked yet">
      <p>
        They appear here as soon as a shopper meets the assistant: put the script tag on your shop's pages,
        open one of its products and wait a few seconds.
      </p>
      <pre class="code">{`<script async src="${location.origin}/widget.js" data-site="${site.siteKey}"></script>`}</pre>
      <p class="soft">
        Bots, previews and the shop's own people are not counted here. Their conversations stand with the
        others under Conversations.
      </p>
      <div>
        <ButtonLink href="/dashboard/conversations">Conversations</ButtonLink>
      </div>
    </EmptyState>
  );
}

function TilesSkeleton() {
  return (
    <div class="tiles">
      {["a", "b", "c", "d"].map((tile) => (
        <div key={tile} class="tile">
          <Skeleton lines={3} />
        </div>
      ))}
    </div>
  );
}
