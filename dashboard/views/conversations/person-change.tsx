import type { PersonChange } from "../../api/conversations.ts";
import { fullTime, shortTime } from "../../parts/words.ts";

/** A line between the turns: from here on somebody else answered. */
export function PersonChangeLine({ change }: { change: PersonChange }) {
  return (
    <p class="turn-change small">
      {wordsOf(change)}{" "}
      <time class="faint" dateTime={change.at} title={fullTime(change.at)}>
        {shortTime(change.at)}
      </time>
    </p>
  );
}

export function wordsOf({ type, name, reason }: PersonChange): string {
  if (type === "joined") return `${name} took the agent’s place.`;
  return reason === "timed-out"
    ? `Nothing was heard of ${name} for ten minutes: the agent answers again.`
    : `${name} handed back to the agent.`;
}
