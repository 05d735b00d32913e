/**
 * The ledger of open questions [LED-1, LED-2]: who raised what, in which turn, and what became of it. An entry is `open`
 * until it is `answered`, found `unanswerable` by the catalog, `declined` by the one who was asked, or `moved-on` from.
 */
import type { Statement } from "./claims.ts";
import type { SpokenTurn } from "./events.ts";
import type { OpenQuestion, Preference } from "./state.ts";
import type { Understanding } from "./understanding.ts";

/** What one message brought about, as far as the ledger minds. */
export interface HeardMessage {
  messageId: string;
  understanding: Understanding;
  added: readonly Preference[];
  withdrawn: readonly Preference[];
  /** How many turns the agent had spoken. */
  turns: number;
}

/** A message may settle what is open, by answering it or by going elsewhere, and may raise questions of its own. */
export function hearQuestions(ledger: readonly OpenQuestion[], heard: HeardMessage): OpenQuestion[] {
  const settled = ledger.map((entry) => {
    const status = statusAfter(entry, heard);
    return status === entry.status ? entry : { ...entry, status };
  });
  const raised = heard.understanding.questions.map(
    (question, index): OpenQuestion => ({
      id: `q${ledger.length + index + 1}`,
      raisedBy: "shopper",
      raisedIn: heard.messageId,
      raisedAfter: heard.turns,
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

function statusAfter(entry: OpenQuestion, heard: HeardMessage): OpenQuestion["status"] {
  if (entry.kind === "asked" && entry.raisedBy === "agent") return askedAfter(entry, heard);
  if (entry.status !== "open") return entry.status;
  if (isAnswered(entry, heard)) return "answered";
  const leaves = entry.kind === "comparison" ? namesKind(heard) : leavesKind(heard);
  return leaves && ofItems(entry) ? "moved-on" : "open";
}

/** A question of the agent's that was passed over is answered late as well: "oh, and in green". */
function askedAfter(entry: OpenQuestion, { understanding, added }: HeardMessage): OpenQuestion["status"] {
  if (entry.status !== "open" && entry.status !== "moved-on") return entry.status;
  if (declines(entry, understanding)) return "declined";
  const answered =
    [...added, ...understanding.preferences].some((wish) => answers(wish, entry)) ||
    (entry.about === "preferences" && understanding.acts.includes("accept"));
  return answered ? "answered" : "moved-on";
}

function declines(entry: OpenQuestion, { preferences, declines: turnedDown }: Understanding): boolean {
  if (turnedDown && entry.status === "open") return true;
  return preferences.some((wish) => wish.operator === "any" && wish.attribute === entry.about);
}

/** By the attribute it was about, or with one of the answers that were offered. */
function answers(wish: Understanding["preferences"][number], { about, offered }: OpenQuestion): boolean {
  if (wish.operator === "any") return false;
  if (wish.attribute === about) return true;
  const value = typeof wish.value === "string" ? wish.value.toLowerCase() : null;
  return value !== null && (offered ?? []).some((text) => ` ${text.toLowerCase()} `.includes(` ${value} `));
}

/** What was left unsaid is said, or a wish in conflict gives way. */
function isAnswered(entry: OpenQuestion, { understanding, withdrawn }: HeardMessage): boolean {
  const { preferences } = understanding;
  switch (entry.kind) {
    case "assumption":
      return preferences.some(
        (wish) =>
          wish.attribute === entry.about ||
          (entry.about === "size" && BODY_SIZE.test(wish.attribute)) ||
          (entry.about === "age" && saysAge(wish)),
      );
    case "conflict":
      return (
        withdrawn.some((wish) => wish.attribute === entry.about) ||
        preferences.some((wish) => wish.attribute === entry.about && wish.operator === "any")
      );
    default:
      return false;
  }
}

/** By whatever name a catalog gives the size of who wears or rides it. */
const BODY_SIZE = /^(?:head|shoe|frame|clothing|waist|glove|hand|foot|ring) size$|^(?:rider|body) height$/;

/** "She is six" describes whom it is for. */
function saysAge({ attribute, value }: Understanding["preferences"][number]): boolean {
  if (attribute === "recipient") return /\d/.test(String(value));
  return attribute === "feature" && /^\d+[ -](?:years?|months?)\b/.test(String(value));
}

/** "Show me tents instead": what was asked of the bags is not waited for any more. */
function leavesKind(heard: HeardMessage): boolean {
  return namesKind(heard) && heard.withdrawn.some(isKind);
}

/** Items that were compared are off the table as soon as a kind is named. */
function namesKind({ added }: HeardMessage): boolean {
  return added.some((wish) => isKind(wish) && wish.origin === "said");
}

function isKind({ attribute, polarity }: Preference): boolean {
  return attribute === "category" && polarity === "positive";
}

/** Questions on the shop and its terms outlive a change of mind; those on items don't. */
function ofItems({ kind, about }: OpenQuestion): boolean {
  return kind !== "assumption" && !isOfShop(about);
}

/** Whether it is asked of the shop and not of an item. */
export function isOfShop(about: string): boolean {
  return OF_SHOP.has(about);
}

const OF_SHOP: ReadonlySet<string> = new Set([
  "shipping",
  "returns",
  "warranty",
  "payment",
  "discount",
  "identity",
]);

/** What was claimed of a rejected item is of no interest any more. */
export function forgetComparisons(
  ledger: readonly OpenQuestion[],
  rejected: readonly string[],
): OpenQuestion[] {
  return ledger.map((entry) =>
    entry.kind === "comparison" && entry.status === "open" && entry.skus.some((sku) => rejected.includes(sku))
      ? { ...entry, status: "moved-on" }
      : entry,
  );
}

/** An agent's turn settles questions, comes back to some, opens comparisons by its claims, and may ask one of its own. */
export function speakQuestions(
  ledger: readonly OpenQuestion[],
  turn: SpokenTurn,
  turns: number,
): OpenQuestion[] {
  const settled = ledger.map((entry) => settle(entry, turn));
  const raised = [...comparisonsOpened(settled, turn), ...questionAsked(turn)];
  return [
    ...settled,
    ...raised.map(
      (entry, index): OpenQuestion => ({
        ...entry,
        id: `q${ledger.length + index + 1}`,
        raisedBy: "agent",
        raisedIn: turn.turnId,
        raisedAfter: turns,
        status: "open",
      }),
    ),
  ];
}

type Raised = Pick<OpenQuestion, "kind" | "about" | "text" | "skus" | "offered">;

function settle(entry: OpenQuestion, turn: SpokenTurn): OpenQuestion {
  const outcome = turn.settled.find(({ questionId }) => questionId === entry.id);
  const returned = turn.returnsTo?.includes(entry.id) ?? false;
  const compared = entry.kind === "comparison" && entry.status === "open" && tellsDifference(entry, turn);
  if (!outcome && !returned && !compared) return entry;
  return {
    ...entry,
    status: outcome?.status ?? (compared ? "answered" : entry.status),
    ...(outcome?.sku === undefined ? {} : { settledFor: outcome.sku }),
    ...(returned ? { returns: (entry.returns ?? 0) + 1 } : {}),
  };
}

function questionAsked({ asks, invitation, replies }: SpokenTurn): Raised[] {
  if (asks === null) return [];
  return [{ kind: "asked", about: asks, text: invitation?.text ?? "", skus: [], offered: replies }];
}

type Comparison = Extract<Statement, { type: "comparison" }>;

/** "It's lighter than the others": by how much, if that wasn't said, and at what price [LED-1]. */
function comparisonsOpened(ledger: readonly OpenQuestion[], turn: SpokenTurn): Raised[] {
  return comparisonsOf(turn).flatMap((claim) => {
    const { sku, over, attribute, direction } = claim;
    const abouts = [
      ...(direction !== "other" && !hasDifference(claim) ? [attribute] : []),
      ...(attribute === "price" ? [] : ["price"]),
    ];
    const raised = abouts.map(
      (about): Raised => ({ kind: "comparison", about, text: attribute, skus: [sku, over] }),
    );
    return raised.filter(
      (entry, index) =>
        !tellsDifference(entry, turn) &&
        !ledger.some((other) => isSame(other, entry)) &&
        !raised.slice(0, index).some((other) => isSame(other, entry)),
    );
  });
}

function isSame(one: Raised, other: Raised): boolean {
  return one.kind === other.kind && one.about === other.about && isPair(one.skus, other.skus);
}

/** By a comparison with its measure, or by telling both values. */
function tellsDifference({ about, skus }: Raised, turn: SpokenTurn): boolean {
  const isCompared = comparisonsOf(turn).some(
    (claim) =>
      claim.attribute === about &&
      isPair(skus, [claim.sku, claim.over]) &&
      (claim.direction === "other" || hasDifference(claim)),
  );
  const isTold = (sku: string) =>
    turn.claims.some(
      ({ statement }) =>
        ("sku" in statement && statement.sku === sku && about === "price" && statement.type === "price") ||
        (statement.type === "attribute" && statement.sku === sku && statement.attribute === about),
    );
  return isCompared || skus.every(isTold);
}

function comparisonsOf({ claims }: SpokenTurn): Comparison[] {
  return claims.flatMap(({ statement }) => (statement.type === "comparison" ? [statement] : []));
}

function hasDifference({ difference, differenceMoney }: Comparison): boolean {
  return difference !== undefined || differenceMoney !== undefined;
}

function isPair(pair: readonly string[], other: readonly string[]): boolean {
  return pair.every((sku) => other.includes(sku));
}

/** A person who speaks has taken everything up that was open: what of it they have answered, only their words could tell [TRN-8]. */
export function leaveToPerson(ledger: readonly OpenQuestion[]): OpenQuestion[] {
  return ledger.map((entry) =>
    entry.status === "open"
      ? { ...entry, status: entry.raisedBy === "shopper" ? "answered" : "moved-on" }
      : entry,
  );
}

/** What the shopper raised and nobody has settled, oldest first. */
export function openShopperQuestions(ledger: readonly OpenQuestion[]): OpenQuestion[] {
  return ledger.filter((entry) => entry.raisedBy === "shopper" && entry.status === "open");
}

/** A question that was passed over may come back, once, and not right away; one that was declined may not. */
const TURNS_BEFORE_ASKING_AGAIN = 2;

/** The attributes that were asked about in vain and may be asked about once more [LED-4]. */
export function askableAgain(ledger: readonly OpenQuestion[], turns: number): Set<string> {
  const asked = ledger.filter((entry) => entry.raisedBy === "agent" && entry.kind === "asked");
  return new Set(
    asked
      .filter(
        (entry) =>
          entry.status === "moved-on" &&
          turns - (entry.raisedAfter ?? turns) > TURNS_BEFORE_ASKING_AGAIN &&
          asked.filter(({ about }) => about === entry.about).length === 1,
      )
      .map(({ about }) => about),
  );
}
