import type { AnswerList, Overruling, StoredAnswer } from "../../api/answers.ts";
import { Button } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { fullTime, shortTime } from "../../parts/words.ts";
import { BY_WORDS, nameOfTopic } from "./topics.ts";

interface Acts {
  onEdit(answer: StoredAnswer): void;
  onRemove(answer: StoredAnswer): void;
  onRestore(answer: StoredAnswer): void;
}

/** @param acts null for who may not change anything. */
export function AnswerCards({
  list: { answers, titles },
  removed,
  overruled,
  acts,
  onHistory,
}: {
  list: AnswerList;
  removed: AnswerList;
  overruled: readonly Overruling[];
  acts: Acts | null;
  onHistory: (answer: StoredAnswer) => void;
}) {
  return (
    <>
      {answers.length === 0 ? (
        <EmptyState title="You have answered nothing yet">
          <p>
            Answer a question once, and the agent quotes you from then on: on delivery and returns, or what
            your listings leave out. Begin with a question that is left, or with “New answer”.
          </p>
        </EmptyState>
      ) : (
        <ul class="answers card">
          {answers.map((answer) => (
            <li key={answer.id}>
              <div class="answer-head">
                <h2>{answer.question}</h2>
                <div class="answer-acts">
                  <Button kind="quiet" onClick={() => onHistory(answer)}>
                    History
                  </Button>
                  {acts && (
                    <>
                      <Button kind="quiet" onClick={() => acts.onEdit(answer)}>
                        Edit
                      </Button>
                      <Button kind="quiet" onClick={() => acts.onRemove(answer)}>
                        Remove
                      </Button>
                    </>
                  )}
                </div>
              </div>
              <blockquote class="answer-text">{answer.text}</blockquote>
              <p class="answer-facts small faint">
                <span>{calledFor(answer)}</span>
                <span>{scopeOf(answer, titles)}</span>
                <span>
                  {answer.by},{" "}
                  <time dateTime={answer.at} title={fullTime(answer.at)}>
                    {shortTime(answer.at)}
                  </time>
                </span>
              </p>
              <Overruled found={overruled.filter(({ answerId }) => answerId === answer.id)} />
            </li>
          ))}
        </ul>
      )}
      {removed.answers.length > 0 && (
        <details class="answers-removed">
          <summary>Removed ({removed.answers.length})</summary>
          <ul class="rows">
            {removed.answers.map((answer) => (
              <li key={answer.id}>
                <span>
                  {answer.question} <span class="small soft">{answer.text}</span>
                </span>
                {acts && (
                  <Button kind="quiet" onClick={() => acts.onRestore(answer)}>
                    Bring back
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Overruled({ found }: { found: readonly Overruling[] }) {
  if (found.length === 0) return null;
  return (
    <div class="notice notice-warn small">
      Your catalog says something on this itself, and the agent tells that instead:
      <ul class="bullets">
        {found.map(({ sku, title, attribute, value }) => (
          <li key={sku}>
            {title}: {attribute === "listing" ? `“${value}”` : `${attribute} is ${value}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function calledFor({ topic, phrases }: StoredAnswer): string {
  const words = phrases.map((phrase) => `“${phrase}”`).join(" or ");
  if (BY_WORDS.has(topic)) return `asked with ${words}`;
  return phrases.length === 0 ? nameOfTopic(topic) : `${nameOfTopic(topic)}, asked with ${words}`;
}

const NAMED = 3;

export function scopeOf({ about }: StoredAnswer, titles: Readonly<Record<string, string>>): string {
  if (about.type === "shop") return "the whole shop";
  if (about.type === "category") return about.category;
  const named = about.skus.slice(0, NAMED).map((sku) => titles[sku] ?? sku);
  const more = about.skus.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
