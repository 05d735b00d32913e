/** The ledger of open questions [LED-1, LED-2]: who raised what, and what became of it. */
import type { SpokenTurn } from "./events.ts";
import type { OpenQuestion, Preference } from "./state.ts";
import type { Understanding } from "./understanding.ts";

/** A message settles the agent's open question, by answering it or by going elsewhere, and may raise its own. */
export function hearQuestions(
  ledger: readonly OpenQuestion[],
  messageId: string,
  understanding: Understanding,
  added: readonly Preference[],
): OpenQuestion[] {
  const settled = ledger.map((entry) =>
    entry.status === "open" && entry.raisedBy === "agent"
      ? { ...entry, status: agentQuestionStatus(entry, understanding, added) }
      : entry,
  );
  const raised = understanding.questions.map(
    (question, index): OpenQuestion => ({
      id: `q${ledger.length + index + 1}`,
      raisedBy: "shopper",
      raisedIn: messageId,
      kind: question.kind,
      about: question.about,
      text: question.text,
      skus: question.skus,
      ...(question.value === undefined ? {} : { value: question.value }),
      status: "open",
    }),
  );
  return [...settled, ...raised];
}

function agentQuestionStatus(
  entry: OpenQuestion,
  understanding: Understanding,
  added: readonly Preference[],
): OpenQuestion["status"] {
  const declined = understanding.preferences.some(
    (wish) => wish.operator === "any" && wish.attribute === entry.about,
  );
  if (declined) return "declined";
  const answered =
    added.some((wish) => wish.attribute === entry.about) ||
    understanding.preferences.some((wish) => wish.attribute === entry.about) ||
    (entry.about === "preferences" && understanding.acts.includes("accept"));
  return answered ? "answered" : "moved-on";
}

/** An agent's turn settles shopper's questions and may ask one of its own. */
export function speakQuestions(ledger: readonly OpenQuestion[], turn: SpokenTurn): OpenQuestion[] {
  const outcome = new Map(turn.settled.map((entry) => [entry.questionId, entry.status]));
  const settled = ledger.map((entry) => ({ ...entry, status: outcome.get(entry.id) ?? entry.status }));
  if (turn.asks === null) return settled;
  return [
    ...settled,
    {
      id: `q${ledger.length + 1}`,
      raisedBy: "agent",
      raisedIn: turn.turnId,
      kind: "asked",
      about: turn.asks,
      text: turn.invitation?.text ?? "",
      skus: [],
      status: "open",
    },
  ];
}

/** What the shopper raised and nobody has settled, oldest first. */
export function openShopperQuestions(ledger: readonly OpenQuestion[]): OpenQuestion[] {
  return ledger.filter((entry) => entry.raisedBy === "shopper" && entry.status === "open");
}
