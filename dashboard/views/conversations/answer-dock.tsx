/** Who answers in this conversation, and how to take the agent's place or give it back [TRN-6]. */
import { useState } from "preact/hooks";
import { handBack } from "../../api/live.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { shortTime } from "../../parts/words.ts";
import { MessageBox } from "./message-box.tsx";
import { TakeOverDialog } from "./take-over-dialog.tsx";
import type { Live, Standing } from "./use-live.ts";

export function AnswerDock({ id, standing, live }: { id: string; standing: Standing; live: Live }) {
  const mayAnswer = useMay("editor");
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { person, isWaiting, isLive } = standing;
  const leave = () => {
    setLeaving(true);
    handBack(id)
      .then(() => toast("The agent answers again."), toastError)
      .finally(() => {
        setLeaving(false);
        live.refresh();
      });
  };
  return (
    <section class="dock" aria-label="Answering">
      <div class="dock-head">
        <p class="dock-state">
          <State standing={standing} isLost={live.isLost} />
        </p>
        {mayAnswer && person === null && (
          <Button kind={isWaiting ? "primary" : "plain"} onClick={() => setAsking(true)}>
            Take over…
          </Button>
        )}
        {person?.isYou && (
          <Button onClick={leave} disabled={isLeaving}>
            {isLeaving ? "Handing back…" : "Hand back to the agent"}
          </Button>
        )}
      </div>
      {person?.isYou && <MessageBox id={id} onSent={live.refresh} takesFocus={!isAsking} />}
      {standing.newer && (
        <p class="small">
          The shopper has begun{" "}
          <a href={`/dashboard/conversations/${standing.newer}`}>another conversation</a> since, and does not
          see this one.
        </p>
      )}
      {person === null && !isLive && !isWaiting && !standing.newer && (
        <p class="small faint">
          Nothing has happened here for 15 minutes. What you write stands there when the shopper comes back.
        </p>
      )}
      {isAsking && (
        <TakeOverDialog
          id={id}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            live.refresh();
          }}
        />
      )}
    </section>
  );
}

function State({
  standing: { person, isWaiting, isLive, isSpeaking },
  isLost,
}: {
  standing: Standing;
  isLost: boolean;
}) {
  if (isLost)
    return (
      <>
        <span class="badge badge-warn">No connection</span> Trying again…
      </>
    );
  if (person?.isYou)
    return (
      <>
        <span class="badge badge-accent">You are answering</span> The shopper sees you as {person.name}. The
        agent is silent.
      </>
    );
  if (person)
    return (
      <>
        <span class="badge badge-accent">{person.name} is answering</span> Since {shortTime(person.since)}.
        The agent is silent.
      </>
    );
  if (isWaiting)
    return (
      <>
        <span class="badge badge-warn">Waiting for a person</span> The shopper asked for one, and the agent
        goes on meanwhile.
      </>
    );
  if (isLive)
    return (
      <>
        <span class="badge badge-good">
          <span class="live-dot" aria-hidden="true" />
          Live
        </span>{" "}
        {isSpeaking ? "The agent is writing…" : "The agent answers."}
      </>
    );
  return <>The agent answers.</>;
}
