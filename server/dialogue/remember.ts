/** What a conversation leaves to be remembered: a fold of its log, small and without a clock of its own. */
import type { LoggedEvent } from "./events.ts";
import { openShopperQuestions } from "./ledger.ts";
import { type Remembered, type RememberedItem, type RememberedQuestion, weightOf } from "./memory.ts";
import { heldPreferences } from "./preferences.ts";
import { fold } from "./reduce.ts";
import type { DialogueState, OpenQuestion } from "./state.ts";
import type { HeardPreference } from "./understanding.ts";

const WISHES_MAX = 8;
const ITEMS_MAX = 5;
const QUESTIONS_MAX = 3;
const ATTRIBUTES_MAX = 8;
const TEXT_MAX = 160;

/** Null when the log settled nothing, and nothing earlier is still worth offering. */
export function rememberConversation(log: readonly LoggedEvent[]): Remembered | null {
  const spoke = log.findLast(
    ({ event }) => event.type === "message-stored" || event.type === "signal-received",
  );
  return remember(fold(log), spoke?.at ?? log.at(-1)?.at ?? "");
}

export function remember(state: DialogueState, at: string): Remembered | null {
  const wishes = heldPreferences(state.preferences).filter(isLasting).slice(-WISHES_MAX).map(wishOf);
  const items = tellingItems(state).slice(0, ITEMS_MAX);
  const questions = openShopperQuestions(state.openQuestions)
    .filter(isWorthKeeping)
    .slice(-QUESTIONS_MAX)
    .map(questionOf);
  const isSettled =
    wishes.length + questions.length > 0 ||
    items.some(({ reaction }) => reaction === "chosen" || reaction === "liked" || reaction === "asked");
  if (isSettled) return { version: 1, at, wishes, items, questions };
  // Whoever came back and said nothing of it hears of it once more.
  return state.recall?.standing === "offered" ? state.recall.memory : null;
}

/** What is still remembered after some time: null once it is older than `days`, or of a version this code doesn't know. */
export function whatHasNotFaded(memory: Remembered | null, days: number, now: Date): Remembered | null {
  if (memory === null || memory.version !== 1) return null;
  const ageMs = now.getTime() - Date.parse(memory.at);
  return ageMs < days * DAY_MS ? memory : null;
}
const DAY_MS = 86_400_000;

/** "Cheaper than this one" means nothing without the item, and what a page suggested was never said. */
function isLasting({ origin, operator }: DialogueState["preferences"][number]): boolean {
  return origin !== "page" && (origin !== "critique" || operator === "is");
}

/** "I'll think about it" is over once somebody comes back, and what a claim or a wish implied was never a question. */
function isWorthKeeping({ kind, about }: OpenQuestion): boolean {
  return kind === "asked" || kind === "condition" || (kind === "doubt" && about !== "other");
}

function wishOf(wish: HeardPreference): HeardPreference {
  const { attribute, operator, value, unit, polarity, firmness, lasting, exact, isPart, said } = wish;
  return {
    attribute,
    operator,
    value: typeof value === "string" ? cut(value) : value,
    ...(unit === undefined ? {} : { unit }),
    polarity,
    firmness,
    ...(lasting && { lasting }),
    ...(exact && { exact }),
    ...(isPart && { isPart }),
    said: cut(said),
  };
}

function questionOf({ kind, about, text, skus, value }: OpenQuestion): RememberedQuestion {
  const named = value === undefined ? {} : { value: cut(value) };
  return { kind, about, text: cut(text), skus: skus.slice(0, 2), ...named };
}

function tellingItems(state: DialogueState): RememberedItem[] {
  const suggested = new Set(state.commitments.filter(({ held }) => held).map(({ sku }) => sku));
  const latest = new Map(state.shown.map((item) => [item.sku, item]));
  const items = [...latest.values()].map(
    ({ turnId: _turn, place: _place, ...item }): RememberedItem => ({
      ...item,
      title: cut(item.title),
      attributes: Object.fromEntries(
        Object.entries(item.attributes)
          .slice(0, ATTRIBUTES_MAX)
          .map(([name, value]) => [name, cut(value)]),
      ),
      reaction: item.sku === state.chosen ? "chosen" : item.reaction,
      suggested: suggested.has(item.sku),
    }),
  );
  const focus = (sku: string) => state.focus.indexOf(sku) + 1 || state.focus.length + 1;
  return items.sort((a, b) => weightOf(a) - weightOf(b) || focus(a.sku) - focus(b.sku));
}

function cut(text: string): string {
  return text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX - 1)}…`;
}
