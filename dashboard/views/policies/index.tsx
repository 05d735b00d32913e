/** Which policies the shop has, which of them chooses the agent's moves now, and how it came to that. */
import { useState } from "preact/hooks";
import { type ListedPolicy, type PolicyOverview, readPolicies } from "../../api/policies.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { tellDay } from "../../parts/format.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { ChangeList } from "./change-list.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { PolicyTabs } from "./policy-tabs.tsx";
import { aboutPolicy, versionOf } from "./policy-words.ts";
import { RollBackDialog, UseDialog } from "./use-dialog.tsx";
import "./policies.css";

export default function Policies() {
  const policies = useResource("policies", readPolicies);
  const mayChange = useMay("editor");
  const [isImporting, setImporting] = useState(false);
  return (
    <>
      <PageHead
        title="Policies"
        about="A policy chooses what the agent does next. Every version is kept, and any change can be taken back."
        actions={mayChange && <Button onClick={() => setImporting(true)}>Import a policy…</Button>}
      />
      <PolicyTabs />
      <Loaded resource={policies} skeleton={<Skeleton lines={10} />}>
        {(data) => <Shown data={data} mayChange={mayChange} reload={policies.reload} />}
      </Loaded>
      {isImporting && <ImportDialog onClose={() => setImporting(false)} onDone={policies.reload} />}
    </>
  );
}

interface ShownProps {
  data: PolicyOverview;
  mayChange: boolean;
  reload: () => void;
}

function Shown({ data, mayChange, reload }: ShownProps) {
  const { policies, changes } = data;
  const [wanted, setWanted] = useState<ListedPolicy | null>(null);
  return (
    <>
      <InUse data={data} mayChange={mayChange} reload={reload} />
      <section class="card" aria-labelledby="versions">
        <div class="card-head">
          <h2 id="versions">All policies</h2>
        </div>
        <ul class="policy-list">
          {inOrder(policies).map((policy) => (
            <li key={policy.policy} class="policy-row">
              <div class="policy-what">
                <a class="row-link" href={`/dashboard/policies/${encodeURIComponent(policy.policy)}`}>
                  {policy.name}
                </a>{" "}
                <span class="small faint">{versionOf(policy)}</span>
                <p class="small soft">{aboutPolicy(policy)}</p>
              </div>
              <div class="policy-state">
                <Standing policy={policy} />
                {mayChange && !policy.inUse && (
                  <Button onClick={() => setWanted(policy)} aria-label={`Use ${policy.policy}`}>
                    Use…
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <ChangeList changes={changes} />
      {wanted && <UseDialog policy={wanted} onClose={() => setWanted(null)} onDone={reload} />}
    </>
  );
}

/** What is in use first, then the shop's own, then what ships; what is only for measuring last. */
function inOrder(policies: readonly ListedPolicy[]): ListedPolicy[] {
  const rank = ({ inUse, arms, origin, name }: ListedPolicy) =>
    inUse ? 0 : arms.length > 0 ? 1 : origin !== "shipped" ? 2 : name === "random" ? 4 : 3;
  return policies.toSorted((a, b) => rank(a) - rank(b));
}

function InUse({ data: { inUse, policies, changes, rollBackTo }, mayChange, reload }: ShownProps) {
  const [isRollingBack, setRollingBack] = useState(false);
  const policy = policies.find((one) => one.policy === inUse);
  const [last] = changes;
  const others = policies.flatMap(({ policy, arms }) => arms.map((arm) => ({ policy, ...arm })));
  return (
    <section class="card policy-now" aria-labelledby="in-use">
      <div>
        <h2 id="in-use" class="small soft">
          In use
        </h2>
        <p class="policy-name">
          {policy ? (
            <a href={`/dashboard/policies/${encodeURIComponent(policy.policy)}`}>{policy.name}</a>
          ) : (
            inUse
          )}{" "}
          {policy && <span class="small faint">{versionOf(policy)}</span>}
        </p>
        {policy ? (
          <p class="soft">{aboutPolicy(policy)}</p>
        ) : (
          <p class="bad">The shop has no such policy any more: the agent goes by the one it had before.</p>
        )}
        <p class="small faint">
          {last
            ? `Since ${tellDay(last.at)}${last.by && `, put in use by ${last.by}`}`
            : "From the beginning"}
        </p>
        {others.length > 0 && (
          <p class="notice small">
            Visitors in a running experiment keep the policy of their arm:{" "}
            {others.map(({ experiment, arm, policy }, index) => (
              <span key={`${experiment} ${arm}`}>
                {index > 0 && ", "}
                <a href={`/dashboard/experiments/${encodeURIComponent(experiment)}`}>
                  {experiment}: {arm}
                </a>{" "}
                ({policy})
              </span>
            ))}
            .
          </p>
        )}
      </div>
      {mayChange && rollBackTo !== null && (
        <div>
          <Button onClick={() => setRollingBack(true)}>Roll back…</Button>
        </div>
      )}
      {isRollingBack && rollBackTo !== null && (
        <RollBackDialog from={inUse} to={rollBackTo} onClose={() => setRollingBack(false)} onDone={reload} />
      )}
    </section>
  );
}

export function Standing({ policy: { inUse, arms, origin } }: { policy: ListedPolicy }) {
  if (!inUse && arms.length === 0 && origin === "shipped") return null;
  return (
    <span class="policy-badges">
      {inUse && <span class="badge badge-good">In use</span>}
      {arms.map(({ experiment, arm }) => (
        <a
          key={`${experiment} ${arm}`}
          class="badge badge-accent"
          href={`/dashboard/experiments/${encodeURIComponent(experiment)}`}
        >
          {experiment}: {arm}
        </a>
      ))}
      {origin === "registered" && <span class="badge">Yours</span>}
      {origin === "learning" && <span class="badge">Learns</span>}
    </span>
  );
}
