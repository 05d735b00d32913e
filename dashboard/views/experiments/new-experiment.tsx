/** A plan that does not exist yet. */
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { createExperiment } from "../../api/experiments.ts";
import { useSession } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { toastError } from "../../parts/toast.tsx";
import { NEW_PLAN, planOf } from "./plan-draft.ts";
import { PlanForm } from "./plan-form.tsx";

export default function NewExperiment() {
  const { site, member } = useSession();
  const { route } = useLocation();
  const [draft, setDraft] = useState(NEW_PLAN);
  const plan = planOf(draft, site.currency);
  const submit = () =>
    createExperiment({ name: draft.name.trim(), plan, by: member.email }).then(
      ({ key }) => route(`/dashboard/experiments/${key}`),
      toastError,
    );
  return (
    <>
      <p class="crumb small">
        <a href="/dashboard/experiments">Experiments</a>
      </p>
      <PageHead
        title="New experiment"
        about="It stays a draft until you start it; then the plan is frozen."
      />
      <PlanForm draft={draft} plan={plan} onDraft={setDraft} onSubmit={submit}>
        <Button kind="primary" type="submit">
          Keep as a draft
        </Button>
      </PlanForm>
    </>
  );
}
