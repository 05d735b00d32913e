/** How much the shop wants of each strategy, and what that would have made of its last conversations, before it is saved. */
import { useEffect, useState } from "preact/hooks";
import {
  previewWeighting,
  putWeighting,
  readWeighting,
  type Weighting,
  type WeightsPreview,
} from "../../api/policies.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { counted } from "../../parts/words.ts";
import { ChangedTurns } from "./changed-turns.tsx";
import { PolicyTabs } from "./policy-tabs.tsx";
import { STRATEGIES_IN_ORDER } from "./strategy-words.ts";
import { useLeaveGuard } from "./use-leave-guard.ts";
import { WeightRows } from "./weight-rows.tsx";
import "./policies.css";

export default function PolicyWeights() {
  const weighting = useResource("weighting", readWeighting);
  return (
    <>
      <PageHead
        title="Policies"
        about="What you want more or less of. The policy still decides by the situation; your weights tip the scales."
      />
      <PolicyTabs />
      <Loaded resource={weighting} skeleton={<Skeleton lines={12} />}>
        {({ indispensable, ...saved }) => (
          <Editor
            saved={saved}
            indispensable={indispensable}
            onSaved={(next) => weighting.replace({ ...next, indispensable })}
          />
        )}
      </Loaded>
    </>
  );
}

interface EditorProps {
  saved: Weighting;
  indispensable: Record<string, string>;
  onSaved: (weighting: Weighting) => void;
}

function Editor({ saved, indispensable, onSaved }: EditorProps) {
  const mayChange = useMay("editor");
  const [wanted, setWanted] = useState(saved);
  const [isBusy, setBusy] = useState(false);
  const { preview, error, isLoading } = usePreview(wanted);
  const isChanged = keyOf(wanted) !== keyOf(saved);
  useLeaveGuard(isChanged);
  const put = async (weighting: Weighting, isUndo: boolean) => {
    setBusy(true);
    try {
      const { before, ...now } = await putWeighting(weighting);
      setWanted(now);
      onSaved(now);
      toast(
        isUndo ? "Undone." : "Saved. It holds from the next turn on.",
        isUndo ? null : () => void put(before, true),
      );
    } catch (failure) {
      toastError(failure);
    }
    setBusy(false);
  };
  return (
    <>
      <section class="card" aria-labelledby="weights">
        <div class="card-head">
          <h2 id="weights">Strategies</h2>
          <PreviewNote preview={preview} isLoading={isLoading} isChanged={isChanged} />
        </div>
        {error && <p class="card-body bad">{error.message}</p>}
        <WeightRows
          wanted={wanted}
          indispensable={indispensable}
          preview={preview}
          isFixed={!mayChange}
          isChanged={isChanged}
          onWant={setWanted}
        />
        <p class="card-body small soft">
          Bars: the share of all acts in your last conversations, by the settings in force and, below, by
          those chosen here. Each turn is decided anew at its own situation, with the same chance; what
          shoppers would have answered to another turn nobody knows. Visitors in experiments are treated
          alike.
        </p>
      </section>
      {preview && isChanged && <ChangedTurns preview={preview} />}
      {mayChange && isChanged && (
        <section class="save-bar" aria-label="Unsaved changes">
          <span>Not saved yet</span>
          <Button onClick={() => setWanted(saved)}>Discard</Button>
          <Button kind="primary" disabled={isBusy} onClick={() => put(wanted, false)}>
            Save
          </Button>
        </section>
      )}
    </>
  );
}

function PreviewNote({
  preview,
  isLoading,
  isChanged,
}: {
  preview: WeightsPreview | null;
  isLoading: boolean;
  isChanged: boolean;
}) {
  if (preview === null) return <span class="small faint">{isLoading ? "Working it out…" : ""}</span>;
  const { conversations, turns, leftOut, otherwise } = preview;
  const left = leftOut === 0 ? "" : ` (${counted(leftOut, "older turn")} left out)`;
  const rest = `${counted(turns, "turn")} of the last ${counted(conversations, "conversation")}${left}`;
  return (
    <span class="small soft" role="status">
      {conversations === 0
        ? "No conversation yet to try it on"
        : isChanged
          ? `${otherwise.toLocaleString("en")} of ${rest} would have been otherwise`
          : `By ${rest}`}
    </span>
  );
}

/** So long nothing is typed before it is asked for. */
const PAUSE_MS = 200;

function usePreview(wanted: Weighting) {
  const [preview, setPreview] = useState<WeightsPreview | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isLoading, setLoading] = useState(true);
  useEffect(() => {
    const asking = new AbortController();
    setLoading(true);
    const timer = setTimeout(() => {
      previewWeighting(wanted, asking.signal).then(
        (found) => {
          if (asking.signal.aborted) return;
          setPreview(found);
          setError(null);
          setLoading(false);
        },
        (failure: Error) => {
          if (asking.signal.aborted) return;
          setError(failure);
          setLoading(false);
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [keyOf(wanted)]);
  return { preview, error, isLoading };
}

/** Equal for what means the same. */
function keyOf({ weights, forbidden }: Weighting): string {
  return STRATEGIES_IN_ORDER.map((strategy) =>
    forbidden.includes(strategy) ? "off" : (weights[strategy] ?? 1),
  ).join(" ");
}
