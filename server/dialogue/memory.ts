/**
 * What is remembered of a visitor from one conversation to the next, and what becomes of it there. It is made by
 * `remember.ts` from the last conversation's log and stands in the `conversation-opened` event of the next: so a state
 * stays a fold of one log, and what is remembered is bounded, versioned, and gone when the logs are.
 */
import type { NewPreference } from "./preferences.ts";
import type { OpenQuestion, ShownItem } from "./state.ts";
import type { HeardPreference, Understanding } from "./understanding.ts";

export type RememberedItem = Omit<ShownItem, "turnId" | "place"> & {
  /** The agent had taken a stance for it. */
  suggested: boolean;
};

export type RememberedQuestion = Pick<OpenQuestion, "kind" | "about" | "text" | "skus" | "value">;

export interface Remembered {
  version: 1;
  /** When the shopper last spoke of it, ISO 8601. */
  at: string;
  wishes: HeardPreference[];
  /** The most telling first: chosen, liked, suggested, asked about, shown, rejected. */
  items: RememberedItem[];
  /** What the shopper asked and nobody has settled. */
  questions: RememberedQuestion[];
}

/** What became of it in this conversation. Until the shopper goes on from there it is only offered: it filters nothing. */
export interface Recall {
  memory: Remembered;
  standing: "offered" | "resumed" | "dropped";
  /** The message that took it up or set it aside. */
  by: string | null;
}

/** Stands for the message and the turn of an earlier conversation. */
export const EARLIER = "earlier";
/** Withdrawing a wish with this name sets aside what was remembered: "something new". */
export const REMEMBERED = "remembered";

/** How telling an item is: the lower, the more. */
export function weightOf({ reaction, suggested }: RememberedItem): number {
  if (reaction === "chosen") return 0;
  if (reaction === "liked") return 1;
  if (reaction === "rejected") return 5;
  if (suggested) return 2;
  return reaction === "asked" ? 3 : 4;
}

/** The item that what was remembered puts before both again; null when none was more than shown. */
export function itemInMind(memory: Remembered): RememberedItem | null {
  const [first] = memory.items;
  return first !== undefined && wasInMind(first) ? first : null;
}

/** Whether anybody spoke of it, rather than that it was merely shown, or turned down. */
export function wasInMind(item: RememberedItem): boolean {
  return weightOf(item) < 4;
}

export interface RecallAnswer {
  recall: Recall | null;
  /** The wishes it brings back, when it is taken up. */
  wishes: NewPreference[];
  /** It was taken up or set aside just now. */
  moved: boolean;
}

/**
 * What a message makes of what was remembered. A yes takes it up as it was; a wish that fits it takes it up softly, and
 * another kind of product, like "something new", sets it aside. Anything else leaves it on the table.
 */
export function answerRecall(recall: Recall | null, messageId: string, heard: Understanding): RecallAnswer {
  const unmoved: RecallAnswer = { recall, wishes: [], moved: false };
  if (recall?.standing !== "offered") return unmoved;
  const move = (standing: Recall["standing"], wishes: NewPreference[] = []): RecallAnswer => ({
    recall: { ...recall, standing, by: messageId },
    wishes,
    moved: true,
  });
  const wishes = recall.memory.wishes.map((wish): NewPreference => ({ ...wish, origin: "remembered" }));
  const isAnew = heard.preferences.some(
    ({ attribute, operator }) => attribute === REMEMBERED && operator === "any",
  );
  if (isAnew || namesOtherKind(recall.memory, heard)) return move("dropped");
  if (heard.acts.includes("accept")) return move("resumed", wishes);
  if (heard.preferences.length + heard.critiques.length > 0)
    return move(
      "resumed",
      wishes.map((wish) => ({ ...wish, firmness: "prefer" })),
    );
  return unmoved;
}

function namesOtherKind(memory: Remembered, heard: Understanding): boolean {
  const isKind = ({ attribute, polarity, operator }: HeardPreference) =>
    attribute === "category" && polarity === "positive" && operator === "is";
  const known = new Set(memory.wishes.filter(isKind).map(({ value }) => String(value).toLowerCase()));
  return heard.preferences.some((wish) => isKind(wish) && !known.has(String(wish.value).toLowerCase()));
}

/** Taken up again: what was shown and left open then stands before both as if it had been now. */
export function resumeItems({ items }: Remembered): ShownItem[] {
  return items.map(({ suggested: _suggested, ...item }, index) => ({
    ...item,
    turnId: EARLIER,
    place: index + 1,
  }));
}

export function resumeQuestions({ questions }: Remembered, ledger: readonly OpenQuestion[]): OpenQuestion[] {
  return questions.map((question, index) => ({
    ...question,
    id: `q${ledger.length + index + 1}`,
    raisedBy: "shopper",
    raisedIn: EARLIER,
    status: "open",
  }));
}
