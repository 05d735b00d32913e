/** A draft's plan, to be changed; one that has started is frozen. */
import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso/router";
import { changeDraft, type Experiment, readExperiment } from "../../api/experiments.ts";
import { useSession } from "../../frame/session-state.tsx";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { draftOf, planOf } from "./plan-draft.ts";
import { PlanForm } from "./plan-form.tsx";

export default function EditExperiment() {
  const { key = "" } = useRoute().params;
  const experiment = useResource(`experiment ${key}`, (signal) => readExperiment(key, signal));
  return (
    <>
      <p class="crumb small">
        <a href="/dashboard/experiments">Experiments</a>
        {" / "}
        <a href={`/dashboard/experiments/${key}`}>{experiment.data?.name ?? key}</a>
      </p>
      <Loaded resource={experiment}>{(found) => <Changing experiment={found} />}</Loaded>
    </>
  );
}

function Changing({ experiment }: { experiment: Experiment }) {
  const { key, plan: before, state } = experiment;
  const { site } = useSession();
  const { route } = useLocation();
  const [draft, setDraft] = useState(() => draftOf(experiment, site.currency));
  const plan = planOf(draft, site.currency, before);
  const page = `/dashboard/experiments/${key}`;
  if (state !== "draft")
    return (
      <PageHead
        title="This plan is frozen"
        about={
          <>
            It has been started, so it stays as it is. <a href={page}>See what it has found.</a>
          </>
        }
      />
    );
  const submit = () =>
    changeDraft(key, { name: draft.name.trim(), plan }).then(() => {
      toast("The draft is changed.");
      route(page);
    }, toastError);
  return (
    <>
      <PageHead title={`Change “${experiment.name}”`} about="It is a draft, so everything can be changed." />
      <PlanForm draft={draft} plan={plan} onDraft={setDraft} onSubmit={submit}>
        <ButtonLink href={page}>Cancel</ButtonLink>
        <Button kind="primary" type="submit">
          Keep the changes
        </Button>
      </PlanForm>
    </>
  );
}
