import type { StoredAnswer } from "../../api/answers.ts";
import type { AnsweredGap } from "../../api/insight.ts";
import { downloadCsv } from "../../parts/download.ts";

export function saveGaps(gaps: readonly AnsweredGap[], answers: readonly StoredAnswer[]): void {
  downloadCsv(
    "content-gaps",
    [
      "type",
      "topic",
      "value",
      "kind",
      "conversations",
      "times",
      "last_at",
      "example",
      "products",
      "answered",
      "answers",
    ],
    gaps.map(
      ({
        type,
        topic,
        value,
        kind,
        conversations,
        times,
        lastAt,
        example,
        products,
        answered,
        answers: ids,
      }) => [
        ...[type, topic, value, kind, conversations, times, lastAt, example],
        products.map(({ sku }) => sku).join(" "),
        answered,
        answers
          .filter(({ id }) => ids.includes(id))
          .map(({ text }) => text)
          .join(" | "),
      ],
    ),
  );
}

export function saveAnswers(answers: readonly StoredAnswer[]): void {
  downloadCsv(
    "answers",
    ["question", "answer", "topic", "phrases", "holds_for", "which", "by", "changed_at", "created_at"],
    answers.map(({ question, text, topic, phrases, about, by, at, createdAt }) => [
      ...[question, text, topic, phrases.join(", "), about.type],
      about.type === "products" ? about.skus.join(" ") : about.type === "category" ? about.category : "",
      ...[by, at, createdAt],
    ]),
  );
}
