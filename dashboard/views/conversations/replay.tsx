/** The same conversation under another policy: what the agent said beside what it would have said, turn by turn. */
import { useEffect, useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { AgentTurn, ConversationRecord } from "../../api/conversations.ts";
import { readPolicies } from "../../api/policies.ts";
import { type Replay, type ReplayedTurn, replayConversation } from "../../api/replay.ts";
import { Button } from "../../parts/button.tsx";
import { Select } from "../../parts/field.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { counted, nameOf, percent } from "../../parts/words.ts";
import "./replay.css";

/** The policy that the address asks for, as `?replay=`; null where the conversation is shown as it was. */
export function useReplay(): { policy: string | null; show: (policy: string | null) => void } {
  const { query, path, route } = useLocation();
  return {
    policy: query.replay ?? null,
    show: (policy) => route(policy === null ? path : `${path}?${new URLSearchParams({ replay: policy })}`),
  };
}

/** One that ships and did not lead the conversation, to begin with. */
export function otherPolicy({ turns }: ConversationRecord): string {
  const isLedByRules = turns.some((turn) => turn.speaker === "agent" && turn.decision.policy === "rules");
  return isLedByRules ? "planner" : "rules";
}

export function ReplayView({
  record,
  policy,
  onShow,
}: {
  record: ConversationRecord;
  policy: string;
  onShow: (policy: string | null) => void;
}) {
  const policies = useResource("policies", readPolicies);
  const replay = useResource(`replay ${record.id} ${policy}`, (signal) =>
    replayConversation(record.id, policy, signal),
  );
  const names = useMemo(() => {
    const known = policies.data?.policies.map((one) => one.policy) ?? [];
    return known.includes(policy) ? known : [policy, ...known];
  }, [policies.data, policy]);
  useEffect(() => scrollTo(0, 0), []);
  return (
    <>
      <div class="replay-tools">
        <Select
          label="Under the policy"
          value={policy}
          options={names.map((name) => ({ value: name, name }))}
          onValue={onShow}
        />
        <Button onClick={() => onShow(null)}>Back to the conversation</Button>
      </div>
      <p class="notice small replay-note">
        Each turn of the agent is decided anew where it stood, with the same chance, by the catalog and the
        settings of now, in the built-in voice's words. <strong>The shopper's lines stay as they were</strong>
        : what they would have answered to another turn, nobody knows.
      </p>
      <Loaded resource={replay} skeleton={<Skeleton lines={8} />}>
        {(found) => <SideBySide record={record} replay={found} />}
      </Loaded>
    </>
  );
}

function SideBySide({ record, replay }: { record: ConversationRecord; replay: Replay }) {
  const replayed = new Map(replay.turns.map((turn) => [turn.seq, turn]));
  const agentTurns = record.turns.filter((turn): turn is AgentTurn => turn.speaker === "agent");
  const otherwise = agentTurns.filter(
    (turn) => alike(turn, replayed.get(turn.seq)?.turn ?? null) === "otherwise",
  ).length;
  return (
    <>
      <p class="small soft" role="status">
        {counted(otherwise, "turn")} of {agentTurns.length} would have made other moves.
      </p>
      <ol class="replay-turns">
        {record.turns.map((turn) => (
          <li key={turn.seq}>
            {turn.speaker === "agent" ? (
              <Pair
                turn={turn}
                replayed={replayed.get(turn.seq)}
                was={`${turn.decision.policy} ${turn.decision.policyVersion}`}
                policy={replay.policy}
                id={record.id}
              />
            ) : (
              <div class="bubble bubble-shopper">
                <p class="small faint">{turn.speaker === "shopper" ? "Shopper" : turn.name}</p>
                <p class="bubble-text">{turn.text}</p>
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface PairProps {
  turn: AgentTurn;
  replayed: ReplayedTurn | undefined;
  was: string;
  policy: string;
  id: string;
}

function Pair({ turn, replayed, was, policy, id }: PairProps) {
  const isLike = replayed === undefined ? "same" : alike(turn, replayed.turn);
  const spoken = turn.decision.strategies.filter((strategy) => strategy !== "yield");
  if (isLike === "same")
    return (
      <article class="bubble bubble-agent" aria-label="The same under both">
        <p class="small faint">The same under both</p>
        <p class="bubble-text">{turn.text}</p>
        <p class="small soft">{movesIn(spoken)}</p>
      </article>
    );
  return (
    <div class="replay-pair">
      <article class="bubble bubble-agent" aria-label={`As it was, by ${was}`}>
        <p class="small faint">
          As it was, by {was} · <a href={`/dashboard/conversations/${id}#turn-${turn.seq}`}>why</a>
        </p>
        <p class="bubble-text">{turn.text}</p>
        <Cards cards={turn.cards} />
        <p class="small soft">{movesIn(spoken)}</p>
      </article>
      <article class="bubble replay-other" aria-label={`By ${policy}`}>
        <p class="small faint">
          By {policy}
          {isLike === "moves" && " · the same moves in other words"}
        </p>
        {replayed?.turn ? (
          <>
            <p class="bubble-text">{replayed.turn.text}</p>
            <Cards cards={replayed.turn.cards} />
            <p class="small soft">{movesIn(replayed.turn.strategies)}</p>
            <details class="small">
              <summary>Why</summary>
              <ul class="bullets">
                {replayed.turn.reasons.map((reason, place) => (
                  <li key={reason}>
                    {reason}{" "}
                    <span class="faint">({percent(replayed.turn?.propensities[place] ?? 0, 0)})</span>
                  </li>
                ))}
              </ul>
            </details>
          </>
        ) : (
          <p class="soft">It would have left the silence alone.</p>
        )}
      </article>
    </div>
  );
}

function Cards({ cards }: { cards: readonly { sku: string; title: string; url: string }[] }) {
  if (cards.length === 0) return null;
  return (
    <ul class="turn-cards small">
      {cards.map(({ sku, title, url }) => (
        <li key={sku}>
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A model's words are other ones each time; the moves tell what was decided. */
function alike({ text, decision }: AgentTurn, turn: ReplayedTurn["turn"]): "same" | "moves" | "otherwise" {
  if (turn === null) return "otherwise";
  const spoken = decision.strategies.filter((strategy) => strategy !== "yield");
  if (spoken.join() !== turn.strategies.join()) return "otherwise";
  return text === turn.text ? "same" : "moves";
}

function movesIn(strategies: readonly string[]): string {
  return strategies.map(nameOf).join(", ") || "Nothing but handing over";
}
