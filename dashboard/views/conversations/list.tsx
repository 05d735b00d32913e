import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { type ConversationPage, type ListFilter, listConversations } from "../../api/conversations.ts";
import { countLive } from "../../api/live.ts";
import { Button } from "../../parts/button.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import "./conversations.css";
import { FilterBar, filterOf, isFiltered } from "./filter-bar.tsx";
import { ListRow } from "./list-row.tsx";

/** How often what goes on is looked for anew. */
const LOOK_MS = 5_000;

export function ConversationsList() {
  const { query, route } = useLocation();
  const filter = filterOf(query);
  const change = (part: Partial<ListFilter>) => {
    const set = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== "");
    const address = new URLSearchParams(set).toString();
    route(`/dashboard/conversations${address && `?${address}`}`, true);
  };
  const key = JSON.stringify(filter);
  const goesOn = filter.state !== "";
  const first = useResource(
    key,
    (signal) => listConversations(filter, null, signal),
    goesOn ? { refreshMs: LOOK_MS } : {},
  );
  const counts = useResource("live", countLive, { refreshMs: LOOK_MS }).data;
  return (
    <>
      <PageHead title="Conversations" about="What was said, and why. The latest first." />
      <div class="talk-states">
        <Segments
          label="Which conversations"
          value={stateOf(filter.state)}
          options={[
            { value: "", name: "All" },
            { value: "live", name: withCount("Live", counts?.live) },
            { value: "waiting", name: withCount("Waiting for a person", counts?.waiting) },
          ]}
          onValue={(state) => change({ state })}
        />
      </div>
      <FilterBar filter={filter} onChange={change} />
      <Loaded resource={first} skeleton={<Skeleton lines={9} />}>
        {(page) =>
          page.conversations.length === 0 ? (
            <Nothing
              state={isFiltered({ ...filter, state: "" }) ? "" : stateOf(filter.state)}
              isNarrowed={isFiltered(filter)}
              onClear={() => route("/dashboard/conversations")}
            />
          ) : (
            <Pages key={key} first={page} filter={filter} />
          )
        }
      </Loaded>
    </>
  );
}

/** The first page, and those that were asked for after it. */
function Pages({ first, filter }: { first: ConversationPage; filter: ListFilter }) {
  const [further, setFurther] = useState<ConversationPage[]>([]);
  const [isLoading, setLoading] = useState(false);
  useEffect(() => setFurther([]), [first]);
  const pages = [first, ...further];
  const next = pages.at(-1)?.next ?? null;
  const more = () => {
    setLoading(true);
    listConversations(filter, next)
      .then((page) => setFurther((had) => [...had, page]), toastError)
      .finally(() => setLoading(false));
  };
  return (
    <>
      <ol class="card talks" aria-label="Conversations">
        {pages.flatMap(({ conversations }) =>
          conversations.map((talk) => <ListRow key={talk.id} talk={talk} />),
        )}
      </ol>
      {next && (
        <p class="talks-more">
          <Button onClick={more} disabled={isLoading}>
            {isLoading ? "Loading…" : "Show earlier ones"}
          </Button>
        </p>
      )}
    </>
  );
}

type State = "" | "live" | "waiting";

function stateOf(state: string): State {
  return state === "live" || state === "waiting" ? state : "";
}

/** "Live (3)". */
function withCount(name: string, count: number | undefined): string {
  return count ? `${name} (${count})` : name;
}

function Nothing({ state, isNarrowed, onClear }: { state: State; isNarrowed: boolean; onClear: () => void }) {
  if (state === "waiting")
    return (
      <EmptyState title="Nobody waits for a person">
        <p>
          A shopper who asks for one, in words or by the menu, stands here until somebody takes over, for an
          hour at most. You can take over any other conversation as well.
        </p>
      </EmptyState>
    );
  if (state === "live")
    return (
      <EmptyState title="Nobody is talking at the moment">
        <p>
          A conversation is live for 15 minutes after something happened in it. This page looks by itself.
        </p>
      </EmptyState>
    );
  if (isNarrowed)
    return (
      <EmptyState title="No conversation is like that">
        <p>
          Words have to stand in the same message or turn, each may be the beginning of a longer one. Fewer
          words or filters find more.
        </p>
        <div>
          <Button onClick={onClear}>Clear all filters</Button>
        </div>
      </EmptyState>
    );
  return (
    <EmptyState title="Nobody has talked with your agent yet">
      <p>
        As soon as a shopper opens the panel on a page with your snippet, the conversation stands here, with
        the reason for every turn the agent took.
      </p>
    </EmptyState>
  );
}
