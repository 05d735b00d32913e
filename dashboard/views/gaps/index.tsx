/** What shoppers asked that the catalog cannot answer, and wished for in vain; and what the merchant has answered of it since. */
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import {
  listAnswers,
  listOverruled,
  removeAnswer,
  restoreAnswer,
  type SavedAnswer,
  type StoredAnswer,
} from "../../api/answers.ts";
import { type AnsweredGap, readGaps } from "../../api/insight.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { useDays } from "../../parts/days.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Segments } from "../../parts/segments.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { AnswerDialog, type AnswerDraft, NEW_ANSWER } from "./answer-dialog.tsx";
import { AnswerHistory } from "./answer-history.tsx";
import { AnswerCards } from "./answer-list.tsx";
import { GapTable, isAskedSince } from "./gap-table.tsx";
import { saveAnswers, saveGaps } from "./save-csv.ts";
import { BY_WORDS } from "./topics.ts";
import "./gaps.css";

type Part = "left" | "answered" | "answers";

export default function Gaps() {
  const { days, select } = useDays();
  const { query, path, route } = useLocation();
  const part = (["answered", "answers"] as const).find((one) => one === query.show) ?? "left";
  const mayChange = useMay("editor");
  const gaps = useResource(`gaps ${days}`, (signal) => readGaps(days, signal));
  const answers = useResource("answers", (signal) => listAnswers(false, signal));
  const removed = useResource("removed", (signal) => listAnswers(true, signal));
  const overruled = useResource("overruled", listOverruled);
  const [draft, setDraft] = useState<AnswerDraft | null>(null);
  const [history, setHistory] = useState<StoredAnswer | null>(null);

  const reload = () => {
    for (const resource of [gaps, answers, removed, overruled]) resource.reload();
  };
  const left = gaps.data?.filter((gap) => gap.answered !== "yes" || isAskedSince(gap));
  const answered = gaps.data?.filter((gap) => gap.answered !== "no");
  const edit = (answer: StoredAnswer) => setDraft(draftOf(answer, answers.data?.titles ?? {}));
  const saved = ({ answer, overruled: found }: SavedAnswer) => {
    setDraft(null);
    reload();
    const already =
      found.length > 0 ? ` Of ${found.length} of its products your catalog says something itself.` : "";
    toast(
      `Saved. The agent tells it from the next turns on.${already}`,
      answer.version > 1 ? null : () => remove(answer),
    );
  };
  const remove = (answer: StoredAnswer) => {
    removeAnswer(answer.id).then(() => {
      reload();
      toast(`“${answer.question}” is no longer answered.`, () => restore(answer));
    }, toastError);
  };
  const restore = (answer: StoredAnswer) => {
    restoreAnswer(answer.id).then(() => {
      reload();
      toast(`“${answer.question}” is answered again.`);
    }, toastError);
  };
  const shown = part === "answered" ? answered : left;
  return (
    <>
      <PageHead
        title="Content gaps"
        about="What your catalog leaves open. Answer it once, and the agent quotes you."
        actions={
          <>
            {part !== "answers" && select()}
            <Button
              disabled={part === "answers" ? !answers.data?.answers.length : !shown?.length}
              onClick={() => {
                if (part === "answers") saveAnswers(answers.data?.answers ?? []);
                else saveGaps(shown ?? [], answers.data?.answers ?? []);
              }}
            >
              CSV
            </Button>
            {mayChange && (
              <Button kind="primary" onClick={() => setDraft(NEW_ANSWER)}>
                New answer
              </Button>
            )}
          </>
        }
      />
      <div class="gap-parts">
        <Segments<Part>
          label="What to show"
          value={part}
          options={[
            { value: "left", name: `Left${numberOf(left)}` },
            { value: "answered", name: `Answered${numberOf(answered)}` },
            { value: "answers", name: `Your answers${numberOf(answers.data?.answers)}` },
          ]}
          onValue={(show) => route(`${path}?${new URLSearchParams({ ...query, show })}`, true)}
        />
      </div>
      {part === "answers" ? (
        <Loaded resource={answers}>
          {(list) => (
            <AnswerCards
              list={list}
              removed={removed.data ?? { answers: [], titles: {} }}
              overruled={overruled.data ?? []}
              acts={mayChange ? { onEdit: edit, onRemove: remove, onRestore: restore } : null}
              onHistory={setHistory}
            />
          )}
        </Loaded>
      ) : (
        <Loaded resource={gaps}>
          {() =>
            shown?.length ? (
              <GapTable
                gaps={shown}
                answers={answers.data?.answers ?? []}
                onAnswer={mayChange ? (gap) => setDraft(draftFor(gap)) : null}
                onEdit={mayChange ? edit : null}
              />
            ) : (
              <Nothing part={part} />
            )
          }
        </Loaded>
      )}
      {draft && <AnswerDialog draft={draft} onClose={() => setDraft(null)} onSaved={saved} />}
      {history && <AnswerHistory answer={history} onClose={() => setHistory(null)} />}
    </>
  );
}

function numberOf(list: readonly unknown[] | undefined): string {
  return list === undefined ? "" : ` (${list.length})`;
}

/** For the products it was asked of that it is still open for; for the shop where it was asked of none. */
function draftFor({ topic, value, example, products, left }: AnsweredGap): AnswerDraft {
  const open = products.filter(({ sku, title }) => title !== null && left.includes(sku));
  const skus = open.map(({ sku }) => sku);
  return {
    answer: null,
    content: {
      ...{ question: asQuestion(example), topic, text: "" },
      phrases: BY_WORDS.has(topic) && value !== "" ? [value] : [],
      about: skus.length > 0 ? { type: "products", skus } : { type: "shop" },
    },
    products: open.map(({ sku, title, categories }) => ({
      sku,
      title: title ?? sku,
      kind: categories.at(-1),
    })),
  };
}

/** "does it float" → "Does it float?" */
function asQuestion(words: string): string {
  const bare = words.trim().replace(/[?.!…\s]+$/u, "");
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}?`;
}

function draftOf(answer: StoredAnswer, titles: Readonly<Record<string, string>>): AnswerDraft {
  const { question, topic, phrases, about, text } = answer;
  const skus = about.type === "products" ? about.skus : [];
  return {
    answer,
    content: { question, topic, phrases, about, text },
    products: skus.map((sku) => ({ sku, title: titles[sku] ?? sku })),
  };
}

function Nothing({ part }: { part: Part }) {
  return part === "answered" ? (
    <EmptyState title="None of these days' gaps is answered yet">
      <p>What you answer moves here, with your words beside the question and a link to who asked it.</p>
    </EmptyState>
  ) : (
    <EmptyState title="Nothing was asked in vain in these days">
      <p>
        When a shopper asks what your listings do not say, or wishes for what none of your products has, the
        agent says so, and it stands here: to be answered once, or to be added to your listings or your range.
      </p>
    </EmptyState>
  );
}
