/** One policy: what it is, how it was made, and what its acts are worth by what it was trained on. */
import { useState } from "preact/hooks";
import { useRoute } from "preact-iso/router";
import { type PolicyDetail, readPolicy, type TrainingRecord } from "../../api/policies.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { downloadJson } from "../../parts/download.ts";
import { PageHead } from "../../parts/page-head.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { fullTime, percent } from "../../parts/words.ts";
import { lazyView } from "../lazy-view.tsx";
import { ChangeList } from "./change-list.tsx";
import { Effects } from "./effects.tsx";
import { Standing } from "./index.tsx";
import { aboutPolicy, versionOf, wayOf } from "./policy-words.ts";
import { UseDialog } from "./use-dialog.tsx";

const LearningCurve = lazyView(() => import("../../plots/learning-curve.tsx"));

export default function PolicyPage() {
  const { policy = "" } = useRoute().params;
  const detail = useResource(`policy ${policy}`, (signal) => readPolicy(policy, signal));
  return (
    <>
      <p class="crumb small">
        <a href="/dashboard/policies">Policies</a>
      </p>
      <Loaded resource={detail}>{(data) => <Shown detail={data} reload={detail.reload} />}</Loaded>
    </>
  );
}

function Shown({ detail: { policy, file, changes }, reload }: { detail: PolicyDetail; reload: () => void }) {
  const mayChange = useMay("editor");
  const [isUsing, setUsing] = useState(false);
  const { training } = policy;
  return (
    <>
      <PageHead
        title={policy.policy}
        about={
          <>
            <Standing policy={policy} /> {aboutPolicy(policy)}
          </>
        }
        actions={
          <>
            {file && (
              <Button onClick={() => downloadJson(`${file.name}-${file.version}`, file)}>
                Download file
              </Button>
            )}
            <ButtonLink href={`/dashboard/policies/what-if?policy=${encodeURIComponent(policy.policy)}`}>
              What if?
            </ButtonLink>
            {mayChange && !policy.inUse && (
              <Button kind="primary" onClick={() => setUsing(true)}>
                Use…
              </Button>
            )}
          </>
        }
      />
      <section class="card" aria-labelledby="training">
        <div class="card-head">
          <h2 id="training">Training record</h2>
        </div>
        <div class="card-body">
          {training ? (
            <Training training={training} version={versionOf(policy)} buildsOn={policy.buildsOn} />
          ) : (
            <p class="soft">{withoutTraining(policy.name)}</p>
          )}
        </div>
      </section>
      {training?.effects && <Effects effects={training.effects} />}
      {training?.curve && training.curve.length > 1 && <LearningCurve curve={training.curve} />}
      {changes.length > 0 && <ChangeList changes={changes} title="When it was in use" />}
      {isUsing && <UseDialog policy={policy} onClose={() => setUsing(false)} onDone={reload} />}
    </>
  );
}

function withoutTraining(name: string): string {
  if (name === "bandit")
    return "It has learned nothing yet. Put it in use, and it learns every few minutes from the conversations that are over.";
  return "It was not trained: what it does is written down in the program, the same for every shop.";
}

interface TrainingProps {
  training: TrainingRecord;
  version: string;
  buildsOn: string | null;
}

function Training({ training, version, buildsOn }: TrainingProps) {
  const { by, at, data, seed, settings, figures } = training;
  // A bandit that has learned nothing bears the date of nothing.
  const when = Date.parse(at) === 0 ? "" : `, ${fullTime(at)}`;
  return (
    <>
      <dl class="policy-facts">
        <Fact name="Version">{version}</Fact>
        <Fact name="How">
          {wayOf(by)}
          {when}
        </Fact>
        <Fact name="On what">{data}</Fact>
        {buildsOn !== null && (
          <Fact name="Changes">
            <a href={`/dashboard/policies/${encodeURIComponent(buildsOn)}`}>{buildsOn}</a>
          </Fact>
        )}
        {seed !== undefined && <Fact name="Seed">{String(seed)}</Fact>}
      </dl>
      <Numbers title="Figures at the end of training" numbers={figures} />
      {Object.keys(settings).length > 0 && (
        <details class="small policy-settings">
          <summary>Settings of the training, for whoever repeats it</summary>
          <Numbers title="Settings" numbers={settings} />
        </details>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Longer values, such as hashes of what it was trained on, are for the file. */
const VALUE_LENGTH_MAX = 60;

function Numbers({
  title,
  numbers,
}: {
  title: string;
  numbers: TrainingRecord["settings"] | TrainingRecord["figures"];
}) {
  // The ends of intervals are in the file: beside the figures they would hide them.
  const shown = Object.entries(numbers).filter(
    ([name, value]) =>
      value !== null && String(value).length <= VALUE_LENGTH_MAX && !/(?:Low|High)$/.test(name),
  );
  if (shown.length === 0) return null;
  return (
    <>
      <h3 class="policy-numbers-title">{title}</h3>
      <dl class="policy-numbers">
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt class="small soft">{spelledOut(name)}</dt>
            <dd>{figureIn(name, value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What training most often tells of, in words; the rest keeps its name. */
const NAMES: Record<string, string> = {
  success: "Talks that succeed",
  turns: "Turns of a talk",
  actEntropy: "Variety of acts (nats)",
  entropy: "Variety of acts (nats)",
  divergence: "Distance from its base (nats)",
  top1: "Right at the first guess",
  top3: "Right among three guesses",
  macroF1: "F1, mean over acts",
  weightedF1: "F1, weighted by acts",
  nll: "Surprise per act (nats)",
  calibrationError: "Error of its chances",
  conversations: "Conversations learned from",
};
const SHARES = ["success", "top1", "top3", "calibrationError"];

function figureIn(name: string, value: string | number | boolean | null): string {
  if (typeof value !== "number") return String(value);
  return SHARES.includes(name) ? percent(value) : value.toLocaleString("en");
}

/** "top1Low" → "Top1 low". */
function spelledOut(name: string): string {
  const known = NAMES[name];
  if (known !== undefined) return known;
  const words = name.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
