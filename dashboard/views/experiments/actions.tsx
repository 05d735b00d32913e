/** What may be done with an experiment in its state; what cannot be taken back is asked about first. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { type Action, act, type Experiment, type Report, removeDraft } from "../../api/experiments.ts";
import { useSession } from "../../frame/session-state.tsx";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field, Select } from "../../parts/field.tsx";
import { toast, toastError } from "../../parts/toast.tsx";

type Asked = "remove" | "start" | "ramp" | "stop" | "ship" | null;

export function Actions({ report, onDone }: { report: Report; onDone: () => void }) {
  const { experiment } = report;
  const { key, name, state, decision } = experiment;
  const by = useSession().member.email;
  const { route } = useLocation();
  const [asked, setAsked] = useState<Asked>(null);
  const run = async (action: Action, body: Record<string, unknown>, done: string, undo?: Action) => {
    setAsked(null);
    try {
      await act(key, action, { ...body, by });
      toast(done, undo ? () => void run(undo, {}, "Undone.") : null);
      onDone();
    } catch (error) {
      toastError(error);
    }
  };
  const remove = () =>
    removeDraft(key).then(() => {
      toast(`“${name}” is deleted.`);
      route("/dashboard/experiments");
    }, toastError);
  const isUnderWay = state === "running" || state === "paused";
  return (
    <>
      {state === "draft" && (
        <>
          <Button kind="danger" onClick={() => setAsked("remove")}>
            Delete…
          </Button>
          <ButtonLink href={`/dashboard/experiments/${key}/edit`}>Change</ButtonLink>
          <Button kind="primary" onClick={() => setAsked("start")}>
            Start…
          </Button>
        </>
      )}
      {state === "running" && (
        <Button onClick={() => run("pause", {}, "Paused: it takes no new visitors.", "resume")}>Pause</Button>
      )}
      {state === "paused" && (
        <Button onClick={() => run("resume", {}, "It goes on.", "pause")}>Resume</Button>
      )}
      {isUnderWay && experiment.coverage < 1 && (
        <Button onClick={() => setAsked("ramp")}>More visitors…</Button>
      )}
      {isUnderWay && <Button onClick={() => setAsked("stop")}>Stop…</Button>}
      {decision?.shipped && (
        <Button onClick={() => run("unship", {}, "The site is as it was before.")}>Undo shipping</Button>
      )}
      {state === "stopped" && !decision?.shipped && (
        <>
          <Button onClick={() => run("archive", {}, "It is in the archive.")}>Archive</Button>
          <Button kind="primary" onClick={() => setAsked("ship")}>
            Ship…
          </Button>
        </>
      )}
      {asked === "remove" && (
        <ConfirmDialog
          title={`Delete “${name}”?`}
          says="The draft is gone for good. Nobody was ever in it, so no figures are lost."
          doIt="Delete it"
          onClose={() => setAsked(null)}
          onSay={remove}
        />
      )}
      {(asked === "start" || asked === "ramp") && (
        <CoverageDialog
          experiment={experiment}
          action={asked}
          onClose={() => setAsked(null)}
          onSay={(coverage) =>
            run(asked, { coverage }, asked === "start" ? "It runs." : "More visitors are in it.")
          }
        />
      )}
      {asked === "stop" && (
        <StopDialog
          report={report}
          onClose={() => setAsked(null)}
          onSay={(arm, note) => run("stop", { arm, note }, "It is stopped.")}
        />
      )}
      {asked === "ship" && (
        <ShipDialog
          experiment={experiment}
          onClose={() => setAsked(null)}
          onSay={(arm) =>
            run("ship", { arm }, "It is the site's default from the next conversation on.", "unship")
          }
        />
      )}
    </>
  );
}

interface Asking<Said extends unknown[]> {
  onClose: () => void;
  onSay: (...said: Said) => void;
}

function CoverageDialog({
  experiment,
  action,
  onClose,
  onSay,
}: Asking<[coverage: number]> & { experiment: Experiment; action: "start" | "ramp" }) {
  const [percent, setPercent] = useState("100");
  const share = Number(percent) / 100;
  const least = action === "ramp" ? experiment.coverage : 0;
  const isRight = share > 0 && share <= 1 && share >= least;
  return (
    <Dialog title={action === "start" ? `Start “${experiment.name}”` : "More visitors"} onClose={onClose}>
      <p class="soft">
        {action === "start"
          ? "From now on the plan stays as it is, so that its result can be trusted."
          : "The share only grows, so that everybody stays in their arm."}
      </p>
      <Field
        label="Per cent of the visitors"
        type="number"
        min={1}
        max={100}
        value={percent}
        onValue={setPercent}
        error={isRight ? null : `A number from ${Math.max(1, Math.round(least * 100))} to 100.`}
      />
      <DialogActions onClose={onClose}>
        <Button kind="primary" disabled={!isRight} onClick={() => onSay(share)}>
          {action === "start" ? "Start" : "Ramp up"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function StopDialog({
  report,
  onClose,
  onSay,
}: Asking<[arm: string | null, note: string]> & { report: Report }) {
  const { experiment, verdict } = report;
  const [arm, setArm] = useState(
    verdict.code === "winner" || verdict.code === "control-wins" ? (verdict.arm ?? "") : "",
  );
  const [note, setNote] = useState("");
  return (
    <Dialog title={`Stop “${experiment.name}”`} onClose={onClose}>
      <p class="soft">{verdict.says}</p>
      <p class="soft">It cannot be started again. Its figures stay.</p>
      <Select
        label="Which arm do you choose?"
        value={arm}
        onValue={setArm}
        options={[
          { value: "", name: "None" },
          ...experiment.plan.arms.map(({ key, name }) => ({ value: key, name })),
        ]}
      />
      <Field label="Why (for the record)" value={note} onValue={setNote} />
      <DialogActions onClose={onClose}>
        <Button kind="primary" onClick={() => onSay(arm || null, note)}>
          Stop it
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function ShipDialog({ experiment, onClose, onSay }: Asking<[arm: string]> & { experiment: Experiment }) {
  const { plan, decision } = experiment;
  const [arm, setArm] = useState(decision?.arm ?? plan.arms[0]?.key ?? "");
  return (
    <Dialog title="Ship an arm" onClose={onClose}>
      <p class="soft">
        What its visitors were given becomes the default for everybody, from the next conversation on. You can
        undo it.
      </p>
      <Select
        label="Arm"
        value={arm}
        onValue={setArm}
        options={plan.arms.map(({ key, name }) => ({ value: key, name }))}
      />
      <DialogActions onClose={onClose}>
        <Button kind="primary" onClick={() => onSay(arm)}>
          Ship it
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function DialogActions({ onClose, children }: { onClose: () => void; children: ComponentChildren }) {
  return (
    <div class="dialog-actions">
      <Button onClick={onClose}>Cancel</Button>
      {children}
    </div>
  );
}
