/** How new wishes meet old ones [DST-1]: the latest wins, and what it replaced is kept with a pointer to its successor. */
import type { Preference } from "./state.ts";
import type { HeardPreference } from "./understanding.ts";

/** Wishes that stand beside each other instead of replacing one another: "waterproof" and "lightweight". */
const ACCUMULATING = new Set(["feature", "usage"]);
/** What a shopper keeps in mind when the talk moves to another kind of product. */
const CATEGORY_INDEPENDENT = new Set(["category", "price", "recipient", "usage"]);

export interface PreferenceChange {
  preferences: Preference[];
  added: Preference[];
  withdrawn: Preference[];
}

/** A preference before it has its place in the list. */
export type NewPreference = HeardPreference & Pick<Preference, "origin"> & Partial<Pick<Preference, "than">>;

/** Takes what one message said into the list. Wishes of the same message never replace each other ("red or blue"). */
export function hearPreferences(
  preferences: readonly Preference[],
  heard: readonly NewPreference[],
  messageId: string,
): PreferenceChange {
  const list = [...preferences];
  const added: Preference[] = [];
  const withdrawn: Preference[] = [];
  const retire = (old: Preference, successor: Preference | null) => {
    const retired = { ...old, held: false, ...(successor && { revisedBy: successor.id }) };
    list[list.indexOf(old)] = retired;
    withdrawn.push(retired);
  };

  for (const wish of heard) {
    const standing = list.filter((old) => old.held && old.sourceMessageId !== messageId);
    if (wish.operator === "any") {
      const withdrawn = (old: Preference) =>
        old.attribute === wish.attribute && (wish.value === null || sameValue(old.value, wish.value));
      for (const old of standing) if (withdrawn(old)) retire(old, null);
      continue;
    }
    // "A backpack, no, not a backpack": the latest wins within a message, too.
    for (const old of list)
      if (old.held && old.sourceMessageId === messageId && isOpposite(old, wish)) retire(old, null);
    // What is heard twice in one message, as a wish and in a critique, is one wish.
    if (list.some((old) => old.held && says(old, wish) && !isSaidAnew(old, wish, messageId, list))) continue;
    const { said, ...rest } = wish;
    const next: Preference = {
      ...rest,
      said,
      id: `p${list.length + 1}`,
      sourceMessageId: messageId,
      held: true,
    };
    const hadKind = standing.some(isKind);
    for (const old of standing) {
      // An order goes with the kind of thing it was asked for; before any was named it is that of the first.
      const isOrderLeft = isSuperlative(old) && isKind(next) && hadKind && next.origin === "said";
      if (isOrderLeft || replaces(next, old)) retire(old, next);
    }
    list.push(next);
    added.push(next);
  }
  return { preferences: list, added: added.filter(({ held }) => held), withdrawn };
}

function isOpposite(old: Preference, wish: HeardPreference): boolean {
  return (
    old.attribute === wish.attribute &&
    old.operator === wish.operator &&
    old.polarity !== wish.polarity &&
    wish.value !== null &&
    sameValue(old.value, wish.value)
  );
}

/** "Which is the cheapest?" asks each time, and "the mug first" leaves the backpack for later. */
function isSaidAnew(
  old: Preference,
  wish: NewPreference,
  messageId: string,
  list: readonly Preference[],
): boolean {
  if (old.sourceMessageId === messageId) return false;
  const isOneOfSeveral =
    isKind(old) &&
    wish.origin === "said" &&
    list.some((other) => other !== old && other.held && isKind(other));
  return isSuperlative(wish) || isOneOfSeveral;
}

function says(old: Preference, wish: HeardPreference): boolean {
  return (
    old.attribute === wish.attribute &&
    old.operator === wish.operator &&
    old.polarity === wish.polarity &&
    old.firmness === wish.firmness &&
    sameValue(old.value, wish.value)
  );
}

/** "The cheapest", "the lightest": an order, and no condition that anything could miss. */
export function isSuperlative({ operator }: Pick<HeardPreference, "operator">): boolean {
  return operator === "least" || operator === "most";
}

function isKind({ attribute, polarity }: Preference): boolean {
  return attribute === "category" && polarity === "positive";
}

function replaces(next: Preference, old: Preference): boolean {
  // There is one order. It takes up what "cheaper" asked for, and stands beside a budget.
  if (isSuperlative(next))
    return isSuperlative(old) || (old.attribute === next.attribute && old.origin === "critique");
  if (isKind(next) && isKind(old)) return true;
  if (isSuperlative(old)) return next.origin === "critique" && isAgainst(next, old);
  if (isKind(next) && !old.lasting && !CATEGORY_INDEPENDENT.has(old.attribute)) {
    // Another kind of product: what was wanted of the last kind (its colour, its brand) no longer binds.
    return next.origin === "said";
  }
  if (isKind(next) && old.origin === "critique") return true;
  if (old.attribute !== next.attribute) return false;
  if (sameValue(old.value, next.value) && old.operator === next.operator) return true;
  // "Cheaper" does not lift the budget: when nothing is, that still stands.
  if (next.origin === "critique" && old.origin === "said" && isWithin(next, old)) return false;
  if (old.polarity !== next.polarity || next.polarity === "negative") return false;
  if (ACCUMULATING.has(next.attribute)) return measures(next) !== null && measures(next) === measures(old);
  return !bound(old, "at-least", next, "at-most") && !bound(old, "at-most", next, "at-least");
}

/** "More expensive" is no longer the cheapest. */
function isAgainst(next: Preference, order: Preference): boolean {
  if (next.attribute !== order.attribute && !order.alternatives?.includes(next.attribute)) return false;
  return next.operator === (order.operator === "least" ? "at-least" : "at-most");
}

/** Whether one bound says all that the other says, and more. */
function isWithin(tighter: Preference, wider: Preference): boolean {
  if (tighter.operator !== wider.operator) return false;
  const [value, limit] = [tighter.value, wider.value];
  if (typeof value !== "number" || typeof limit !== "number") return false;
  return tighter.operator === "at-most" ? value < limit : tighter.operator === "at-least" && value > limit;
}

/** "54 cm" takes the place of "50 cm" also where the catalog has no attribute for either: the unit of a bare measure. */
function measures({ value, polarity }: HeardPreference): string | null {
  if (typeof value !== "string" || polarity === "negative") return null;
  return (
    /^\d+(?:[.,]\d+)? ?- ?([a-z"°%]+)$|^\d+(?:[.,]\d+)? ?([a-z"°%]+)$/i
      .exec(value)
      ?.slice(1)
      .find(Boolean)
      ?.toLowerCase() ?? null
  );
}

/** A lower and an upper bound on the same attribute stand together, unless they leave nothing between them. */
function bound(old: Preference, oldOperator: string, next: Preference, nextOperator: string): boolean {
  if (old.operator !== oldOperator || next.operator !== nextOperator) return false;
  const [low, high] = oldOperator === "at-least" ? [old.value, next.value] : [next.value, old.value];
  return typeof low === "number" && typeof high === "number" && low <= high;
}

function sameValue(a: HeardPreference["value"], b: HeardPreference["value"]): boolean {
  const plain = (value: HeardPreference["value"]) =>
    typeof value === "string" ? value.toLowerCase() : JSON.stringify(value);
  return plain(a) === plain(b);
}

/** The wishes that count now. */
export function heldPreferences(preferences: readonly Preference[]): Preference[] {
  return preferences.filter((preference) => preference.held);
}
