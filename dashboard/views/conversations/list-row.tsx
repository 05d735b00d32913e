import type { ListedConversation } from "../../api/conversations.ts";
import { counted, fullTime, nameOf, shortTime } from "../../parts/words.ts";
import { Outcomes } from "./outcomes.tsx";

const SPEAKERS = { agent: "Agent", shopper: "Shopper", person: "Person" };

/** A conversation in a line or two: how it began, or where the words are; how long it was, and what came of it. */
export function ListRow({ talk }: { talk: ListedConversation }) {
  const { id, openedAt, firstWords, found, outcomes, messages, turns, mode, arms } = talk;
  const { isLive, isWaiting, person } = talk;
  const place = found ? `#turn-${found.seq}` : "";
  return (
    <li>
      <a class="talk" href={`/dashboard/conversations/${id}${place}`}>
        <span class="talk-words">
          {firstWords === null ? <span class="faint">The shopper said nothing</span> : firstWords}
        </span>
        <time class="talk-time small faint" dateTime={openedAt} title={fullTime(openedAt)}>
          {shortTime(openedAt)}
        </time>
        {found && (
          <span class="talk-found small soft">
            {SPEAKERS[found.speaker]}:
            {found.pieces.map(({ text, isFound }, index) =>
              isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
            )}
          </span>
        )}
        <span class="talk-facts small faint">
          {isWaiting && <span class="badge badge-warn">Waiting for a person</span>}
          {person !== null && <span class="badge badge-accent">{person} is answering</span>}
          {isLive && (
            <span class="badge badge-good">
              <span class="live-dot" aria-hidden="true" />
              Live
            </span>
          )}
          <Outcomes outcomes={isWaiting ? outcomes.filter((one) => one !== "person-asked") : outcomes} />
          <span>{counted(messages, "message")}</span>
          <span>{counted(turns, "turn")}</span>
          <span>{nameOf(mode)}</span>
          {arms.map(({ experiment, arm }) => (
            <span key={experiment}>
              {experiment}: {arm}
            </span>
          ))}
        </span>
      </a>
    </li>
  );
}
