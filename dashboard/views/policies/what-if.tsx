/** What another policy would have achieved in the conversations there were, with how sure that is, or why nobody can tell. */
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { askWhatIf, readPolicies, type WhatIf } from "../../api/policies.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { useDays } from "../../parts/days.tsx";
import { Select } from "../../parts/field.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { ErrorState } from "../../parts/states.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { counted } from "../../parts/words.ts";
import { Estimates } from "./estimates.tsx";
import { PolicyTabs } from "./policy-tabs.tsx";
import "./policies.css";

export default function PolicyWhatIf() {
  const { path, query, route } = useLocation();
  const { days, select } = useDays();
  const policies = useResource("policies", readPolicies);
  return (
    <>
      <PageHead
        title="Policies"
        about="What another policy would have achieved with the shoppers you had, estimated from what was logged."
      />
      <PolicyTabs />
      <Loaded resource={policies} skeleton={<Skeleton lines={8} />}>
        {({ policies, inUse }) => {
          const names = policies.map(({ policy }) => policy);
          const asked = names.find((name) => name === query.policy) ?? otherThan(inUse, names);
          return (
            <>
              <div class="what-if-asked">
                <Select
                  label="Policy"
                  value={asked}
                  options={names.map((name) => ({
                    value: name,
                    name: name === inUse ? `${name} (in use)` : name,
                  }))}
                  onValue={(policy) => route(`${path}?${new URLSearchParams({ ...query, policy })}`, true)}
                />
                {select()}
              </div>
              <Answer key={`${asked} ${days}`} policy={asked} days={days} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

/** What learns from the shop is nearest; else the first that is not in use. */
function otherThan(inUse: string, names: readonly string[]): string {
  const others = names.filter((name) => name !== inUse);
  return others.find((name) => name === "bandit") ?? others[0] ?? inUse;
}

const AGAIN_MS = 500;

function Answer({ policy, days }: { policy: string; days: number | null }) {
  const [whatIf, setWhatIf] = useState<WhatIf | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      askWhatIf(policy, days, asking.signal).then(
        (answer) => {
          if (asking.signal.aborted) return;
          setWhatIf(answer);
          if (answer.result === null) timer = setTimeout(ask, AGAIN_MS);
        },
        (failure: Error) => {
          if (!asking.signal.aborted) setError(failure);
        },
      );
    };
    setError(null);
    ask();
    return () => {
      asking.abort();
      clearTimeout(timer);
    };
  }, [policy, days, tries]);
  if (error) return <ErrorState error={error} onRetry={() => setTries(tries + 1)} />;
  if (whatIf === null) return <Skeleton lines={6} />;
  if (whatIf.result === null) return <Underway whatIf={whatIf} />;
  return <Result whatIf={whatIf} result={whatIf.result} />;
}

function Underway({ whatIf: { heard, of } }: { whatIf: WhatIf }) {
  return (
    <section class="card what-if-underway" aria-label="Working it out">
      <p role="status">
        {heard === 0 ? "Waiting for its turn…" : `Read ${heard} of ${counted(of, "conversation")}`}
      </p>
      <progress max={Math.max(1, of)} value={heard} aria-label="Conversations read" />
    </section>
  );
}

const TONES = { better: "good", worse: "bad", open: "open", refused: "warn" } as const;

function Result({ whatIf, result }: { whatIf: WhatIf; result: NonNullable<WhatIf["result"]> }) {
  const { told, evaluation } = result;
  const { conversations, visitors } = evaluation;
  return (
    <>
      <section class={`card verdict verdict-${TONES[told.verdict]}`} aria-label="What it comes to">
        <p class="verdict-says">{told.says}</p>
        <p class="soft">{told.next}</p>
        <p class="small faint">
          From {counted(conversations, "conversation")} of {counted(visitors, "visitor")} that are over
          {whatIf.isCut && ", the latest of those days"}.
        </p>
        {told.verdict !== "worse" && conversations > 0 && (
          <div>
            <ButtonLink href="/dashboard/experiments/new">Plan an experiment</ButtonLink>
          </div>
        )}
      </section>
      {evaluation.ok && <Estimates policy={whatIf.policy} evaluation={evaluation} />}
      <section class="card" aria-labelledby="reading">
        <div class="card-head">
          <h2 id="reading">How to read this</h2>
        </div>
        <ul class="card-body bullets notes">
          <li>
            With every turn, the log keeps how likely each move was. Conversations in which the agent happened
            to do what {whatIf.policy} would do count for more, others for less. That is how the past answers
            for it.
          </li>
          <li>
            “Comes to an accepted item” means that an item was accepted, put in the cart or bought. Your
            weights and bans are applied as they are now.
          </li>
          <li>
            The longer conversations are, and the more a policy differs, the fewer of them resemble what it
            would have done. Where too few do, there is no figure but the reason.
          </li>
          <li>It is an estimate of the past. Only an experiment shows what real visitors do.</li>
        </ul>
      </section>
    </>
  );
}
