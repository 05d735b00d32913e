/** What strategies come to: their shares as INSPIRED's authors counted them, by phase, by category, and how they follow one another. */
import { useLocation } from "preact-iso/router";
import { useDays } from "../../parts/days.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Flow } from "./flow.tsx";
import { Kinds } from "./kinds.tsx";
import { Phases } from "./phases.tsx";
import { Shares } from "./shares.tsx";
import "./strategies.css";

const VIEWS = [
  { value: "shares", name: "Shares" },
  { value: "phases", name: "By phase" },
  { value: "categories", name: "By category" },
  { value: "flow", name: "Flow" },
] as const;
type View = (typeof VIEWS)[number]["value"];

const ABOUT: Record<View, string> = {
  shares: "How often the agent used each, and how often in the turn after which a shopper accepted an item.",
  phases: "How often shoppers accepted an item right after a turn with each strategy, as the talk went on.",
  categories: "How often talks came to an accepted item, by what shoppers looked for.",
  flow: "Which strategy followed which.",
};

export default function Strategies() {
  const { query, route } = useLocation();
  const { days, select } = useDays();
  const view = VIEWS.find(({ value }) => value === query.view)?.value ?? "shares";
  return (
    <>
      <PageHead title="Strategies" about={ABOUT[view]} actions={select()} />
      <div class="strategy-views">
        <Segments
          label="What to show"
          value={view}
          options={VIEWS}
          onValue={(next) => {
            const kept = query.days === undefined ? {} : { days: query.days };
            route(`/dashboard/strategies?${new URLSearchParams({ ...kept, view: next })}`);
          }}
        />
      </div>
      {view === "shares" && <Shares days={days} />}
      {view === "phases" && <Phases days={days} />}
      {view === "categories" && <Kinds days={days} />}
      {view === "flow" && <Flow days={days} />}
    </>
  );
}
