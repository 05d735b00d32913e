import type { StoredAnswer } from "../../api/answers.ts";
import type { AnsweredGap } from "../../api/insight.ts";
import { Button } from "../../parts/button.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { counted, fullTime, shortTime } from "../../parts/words.ts";
import { titleOfGap } from "./topics.ts";

/** @param onAnswer null for who may not. */
export function GapTable({
  gaps,
  answers,
  onAnswer,
  onEdit,
}: {
  gaps: readonly AnsweredGap[];
  answers: readonly StoredAnswer[];
  onAnswer: ((gap: AnsweredGap) => void) | null;
  onEdit: ((answer: StoredAnswer) => void) | null;
}) {
  return (
    <div class="card">
      <TableScroll label="Content gaps">
        <table class="table gaps">
          <thead>
            <tr>
              <th scope="col">Asked or wished for</th>
              <th scope="col">In the shopper's words, the latest</th>
              <th scope="col" class="number">
                Conversations
              </th>
              <th scope="col">Last</th>
              {onAnswer && (
                <th scope="col">
                  <span class="visually-hidden">Answer</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <tr key={gap.id}>
                <th scope="row">
                  <span class="gap-name">{titleOfGap(gap)}</span>
                  <span class="gap-facts small faint">
                    <Standing gap={gap} />
                    {gap.kind && <span>{gap.kind}</span>}
                    {gap.products.length > 0 && <span>{productsOf(gap)}</span>}
                  </span>
                </th>
                <td class="gap-example">
                  “{gap.example}”
                  {answersOf(gap, answers).map((answer) => (
                    <span key={answer.id} class="gap-answer">
                      {onEdit ? (
                        <button type="button" class="link" onClick={() => onEdit(answer)}>
                          You: {answer.text}
                        </button>
                      ) : (
                        `You: ${answer.text}`
                      )}
                    </span>
                  ))}
                </td>
                <td class="number">
                  <a href={`/dashboard/conversations?gap=${gap.id}`}>
                    {counted(gap.conversations, "conversation")}
                  </a>
                  {gap.times > gap.conversations && (
                    <span class="gap-times small faint">{counted(gap.times, "time")}</span>
                  )}
                </td>
                <td class="gap-last">
                  <time dateTime={gap.lastAt} title={fullTime(gap.lastAt)}>
                    {shortTime(gap.lastAt)}
                  </time>
                </td>
                {onAnswer && (
                  <td class="gap-act">
                    {gap.type === "unanswerable" && gap.answered !== "yes" && (
                      <Button onClick={() => onAnswer(gap)}>
                        Answer<span class="visually-hidden"> “{titleOfGap(gap)}”</span>
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

function Standing({ gap }: { gap: AnsweredGap }) {
  if (gap.type === "misunderstood") return <span class="badge">Not understood</span>;
  if (gap.type === "dead-end") return <span class="badge badge-warn">Nothing found</span>;
  if (isAskedSince(gap)) return <span class="badge badge-warn">Asked again since</span>;
  if (gap.answered === "yes") return <span class="badge badge-good">Answered</span>;
  return <span class="badge">{gap.answered === "partly" ? "Answered in part" : "Not answered"}</span>;
}

/** The agent had no answer to it after there was one: it was not called for. */
export function isAskedSince({ answered, answeredAt, lastAt }: AnsweredGap): boolean {
  return answered === "yes" && answeredAt !== null && lastAt > answeredAt;
}

function answersOf(gap: AnsweredGap, answers: readonly StoredAnswer[]): StoredAnswer[] {
  return answers.filter(({ id }) => gap.answers.includes(id));
}

const NAMED_PRODUCTS = 3;

/** Of a gap that is answered in part, those that are left. */
function productsOf({ products, answered, left }: AnsweredGap): string {
  const told = answered === "partly" ? products.filter(({ sku }) => left.includes(sku)) : products;
  const named = told.slice(0, NAMED_PRODUCTS).map(({ sku, title }) => title ?? sku);
  const more = told.length - named.length;
  const which = `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return answered === "partly" ? `left for ${which}` : `of ${which}`;
}
