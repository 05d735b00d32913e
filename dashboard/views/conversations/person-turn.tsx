import type { PersonTurn } from "../../api/conversations.ts";
import { fullTime } from "../../parts/words.ts";
import { TurnHead } from "./turn-head.tsx";

/** What a person said in the agent's place: words, and no decision behind them. */
export function PersonTurnView({ turn }: { turn: PersonTurn }) {
  return (
    <article class="bubble bubble-person" aria-label={`${turn.name}, ${fullTime(turn.at)}`}>
      <TurnHead who={turn.name} at={turn.at} seq={turn.seq} badge="Person" />
      <p class="bubble-text">{turn.text}</p>
    </article>
  );
}
