import { spokenSentences } from "../session/reduce-view.ts";
import type { Line, ShopperLine } from "../session/view.ts";
import { AgentTurn } from "./agent-turn.tsx";
import { DownIcon, Mark } from "./icons.tsx";
import type { PanelActions, PanelModel } from "./panel-model.ts";
import { QuickReplies } from "./quick-replies.tsx";
import { useReadingPosition } from "./use-reading-position.ts";
import * as words from "./words.ts";

/** The log is silent for screen readers: the widget's one live region speaks each turn once, when it is complete. */
export function MessageList({ model, actions }: { model: PanelModel; actions: PanelActions }) {
  const { view } = model;
  const { log, hasNewer, onScroll, goToEnd } = useReadingPosition(view);
  const last = view.lines.at(-1);
  const mayReply = last?.type === "agent" && !view.speaking && !view.closed;
  return (
    <div class="talk">
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label={words.conversation}
        tabindex={0}
        ref={log}
        onScroll={onScroll}
      >
        {view.lines.map((line) => (
          <MessageLine key={keyOf(line)} line={line} model={model} actions={actions} />
        ))}
        {view.speaking && (
          <SpokenTurn sentences={spokenSentences(view.speaking.sentences)} agentName={model.agentName} />
        )}
        {mayReply && <QuickReplies replies={last.replies} say={actions.say} />}
      </div>
      {hasNewer && (
        <button type="button" class="pill newer" onClick={goToEnd}>
          <DownIcon />
          {words.newMessages}
        </button>
      )}
    </div>
  );
}

const keyOf = (line: Line) =>
  line.type === "shopper" ? line.id : line.type === "agent" ? line.turnId : `${line.notice}-${line.seq}`;

function MessageLine({ line, model, actions }: { line: Line; model: PanelModel; actions: PanelActions }) {
  switch (line.type) {
    case "shopper":
      return <ShopperMessage line={line} retry={actions.retry} />;
    case "agent":
      return <AgentTurn turn={line} model={model} actions={actions} />;
    case "notice":
      return (
        <p class="line small notice">
          {line.name} {words.notices[line.notice]}
        </p>
      );
  }
}

function ShopperMessage({ line, retry }: { line: ShopperLine; retry: (id: string) => void }) {
  return (
    <div class={`line mine ${line.status}`}>
      <span class="unseen">{words.youSaid}</span>
      <p class="said" dir="auto">
        {line.text}
      </p>
      {line.status === "pending" && <p class="small fate">{words.sending}</p>}
      {line.status === "failed" && (
        <p class="small fate">
          {words.notSent}{" "}
          <button type="button" onClick={() => retry(line.id)}>
            {words.tryAgain}
          </button>
        </p>
      )}
    </div>
  );
}

function SpokenTurn({ sentences, agentName }: { sentences: string[]; agentName: string }) {
  return (
    <div class="line turn fresh">
      <Mark size={14} />
      {sentences.length === 0 ? (
        <p class="thinking">
          <i />
          <i />
          <i />
          <span class="unseen">
            {agentName} {words.typing}
          </span>
        </p>
      ) : (
        <p class="text" dir="auto">
          {sentences.map((sentence, index) => (
            <span class="sentence" key={index}>
              {sentence}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
