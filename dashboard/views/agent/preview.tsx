/** What shoppers would read: held on this catalog by the server, of settings that need not be saved. */
import { useEffect, useState } from "preact/hooks";
import { type AgentChanges, type AgentPreview, type PreviewScene, previewAgent } from "../../api/settings.ts";
import { Button } from "../../parts/button.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";

const SCENES: Record<PreviewScene, string> = {
  "panel-open": "Somebody opens the chat",
  "product-dwell": "Somebody looks at a product for a while",
  "product-compare": "Somebody weighs two products",
  "cart-idle": "A filled cart is left standing",
  "no-results": "Your shop's search finds nothing",
  "return-visit": "Somebody comes back",
  "silence-first": "Silence after that",
  "silence-second": "Silence once more",
};

/** Asked for when nobody has typed for so long. */
const SETTLE_MS = 400;

export function Preview({ changes }: { changes: AgentChanges }) {
  const [wording, setWording] = useState(0);
  const [shown, setShown] = useState<AgentPreview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const key = JSON.stringify(changes);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      previewAgent(JSON.parse(key) as AgentChanges, wording).then(
        (preview) => {
          if (isOver) return;
          setShown(preview);
          setError(null);
        },
        (failure: Error) => {
          if (!isOver) setError(failure.message);
        },
      );
    }, SETTLE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [key, wording]);
  return (
    <section class="card agent-preview" aria-label="What it would say">
      <div class="card-head">
        <h2>What it would say</h2>
        <Button kind="quiet" onClick={() => setWording(wording + 1)}>
          Another wording
        </Button>
      </div>
      <div class="card-body">
        <p class="small soft">On your catalog, by the built-in voice, as these settings stand.</p>
        {error && <p class="notice notice-warn">{error}</p>}
        {shown?.greetingStopped && (
          <p class="notice notice-warn">
            Your greeting is left out: “{shown.greetingStopped.sentence}” – {shown.greetingStopped.why}.
          </p>
        )}
        {shown === null && error === null && <Skeleton lines={8} />}
        <ol class="agent-turns" aria-live="polite">
          {shown?.turns.map(({ scene, about, turn }) => (
            <li key={scene}>
              <h3>{SCENES[scene]}</h3>
              {about.length > 0 && <p class="small faint">{about.join(" · ")}</p>}
              {turn ? (
                <p class="agent-bubble">{turn.text}</p>
              ) : (
                <p class="soft">Nothing to say here: it stays silent.</p>
              )}
              {turn && turn.cards.length > 0 && (
                <p class="small soft">Shows {turn.cards.map(({ title }) => title).join(", ")}</p>
              )}
              {turn && turn.replies.length > 0 && (
                <p class="agent-replies">
                  {turn.replies.map((reply) => (
                    <span key={reply} class="badge">
                      {reply}
                    </span>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
