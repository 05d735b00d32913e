/** What shoppers would read: said on this catalog by the server, of settings that need not be saved. */
import type { AgentSettings, PreviewedTurn } from "../../api/settings.ts";
import { Button } from "../../parts/button.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { Portrait } from "./portrait.tsx";
import { wordsOfScene } from "./scenes.ts";
import type { AskedPreview } from "./use-preview.ts";

interface PreviewProps {
  asked: AskedPreview;
  draft: AgentSettings;
  onSayOtherwise: () => void;
}

export function Preview({
  asked: { preview, problems, error, isLoading },
  draft,
  onSayOtherwise,
}: PreviewProps) {
  const isWrong = Object.keys(problems).length > 0;
  return (
    <section class="card agent-preview" aria-labelledby="agent-preview">
      <div class="card-head agent-preview-head">
        <h2 id="agent-preview">What it would say</h2>
        <Button onClick={onSayOtherwise}>Say it differently</Button>
      </div>
      <p class="agent-preview-about small soft" role="status">
        {isWrong
          ? "As before: something is wrong in the settings beside."
          : isLoading
            ? "Asking the agent…"
            : "On your catalog, by these settings, in the built-in voice."}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the keys. */}
      <section class="agent-preview-body" aria-label="Its words" tabIndex={0}>
        {error && <p class="notice notice-warn">{error.message}</p>}
        {preview?.greetingStopped && (
          <p class="notice notice-warn">
            The greeting can't be said: “{preview.greetingStopped.sentence}” {preview.greetingStopped.why}.
          </p>
        )}
        {preview === null && error === null && <Skeleton lines={8} />}
        <ol class="agent-turns">
          {preview?.turns.map((previewed) => (
            <Scene key={previewed.scene} previewed={previewed} draft={draft} />
          ))}
        </ol>
      </section>
    </section>
  );
}

function Scene({
  previewed: { scene, about, turn },
  draft,
}: {
  previewed: PreviewedTurn;
  draft: AgentSettings;
}) {
  const { title, when, isOff } = wordsOfScene(scene, draft);
  const quoted = scene === "no-results" || scene === "return-visit";
  return (
    <li>
      <h3>
        {title}
        {when && !isOff && <span class="agent-when soft">, {when}</span>}
      </h3>
      {about.length > 0 && !isOff && (
        <p class="small soft">{about.map((one) => (quoted ? `“${one}”` : one)).join(" and ")}</p>
      )}
      {isOff ? (
        <p class="small soft">Switched off: it stays silent.</p>
      ) : turn === null ? (
        <p class="small soft">It has nothing to say here, and stays silent.</p>
      ) : (
        <Turn turn={turn} draft={draft} />
      )}
    </li>
  );
}

function Turn({
  turn,
  draft: { agent, theme },
}: {
  turn: NonNullable<PreviewedTurn["turn"]>;
  draft: AgentSettings;
}) {
  const { text, cards, replies, stopped } = turn;
  return (
    <div class="agent-said">
      <Portrait url={agent.avatarUrl} accent={theme.accent} />
      <div class="agent-said-what">
        <p class="agent-bubble">{text}</p>
        {cards.length > 0 && (
          <ul class="agent-cards" aria-label="Products shown">
            {cards.map(({ sku, title }) => (
              <li key={sku}>{title}</li>
            ))}
          </ul>
        )}
        {replies.length > 0 && (
          <ul class="agent-replies" aria-label="Replies offered">
            {replies.map((reply) => (
              <li key={reply}>{reply}</li>
            ))}
          </ul>
        )}
        {stopped.map((sentence) => (
          <p key={sentence.text} class="agent-stopped small">
            Not said, for the guard stopped it: “{sentence.text}” ({sentence.why})
          </p>
        ))}
      </div>
    </div>
  );
}
