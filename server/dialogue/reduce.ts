/**
 * The dialogue state as a fold over the event log: `state = events.reduce(reduce, initialState())`. Replaying a log
 * gives the same state, because nothing here looks at a clock, a catalog or chance.
 */
import { kindAtHand, wishOfCritique } from "./critiques.ts";
import type { ConversationEvent, LoggedEvent, SpokenTurn } from "./events.ts";
import { hearTalk, speakTalk } from "./follow-talk.ts";
import { forgetComparisons, hearQuestions, leaveToPerson, speakQuestions } from "./ledger.ts";
import { answerRecall, EARLIER, itemInMind, resumeItems, resumeQuestions } from "./memory.ts";
import {
  hearPreferences,
  heldPreferences,
  type NewPreference,
  type PreferenceChange,
} from "./preferences.ts";
import { NO_STALL, stallAfter, stallAfterLength, stallScore } from "./stall.ts";
import type { Commitment, DialogueState, Engagement, Phase, Preference, Reaction } from "./state.ts";
import { NO_TALK } from "./talk.ts";
import type { Understanding } from "./understanding.ts";

export function initialState(): DialogueState {
  return {
    position: 0,
    mode: "sociable",
    locale: "en",
    language: "en",
    phase: "opening",
    page: null,
    recall: null,
    preferences: [],
    shown: [],
    focus: [],
    likeSku: null,
    openQuestions: [],
    commitments: [],
    told: [],
    asked: [],
    strategies: {},
    lastStrategies: [],
    lastInvitation: null,
    said: [],
    recent: [],
    talk: NO_TALK,
    engagement: { messages: 0, lastLength: 0, meanLength: 0, mood: 0 },
    stall: 0,
    stallSigns: NO_STALL,
    redirections: [],
    turns: 0,
    questionTurns: 0,
    unanswered: [],
    overheard: [],
    heard: [],
    sought: [],
    chosen: null,
    humanAsked: false,
    farewell: false,
    closed: false,
    followUps: 0,
    noticed: null,
    lastTurnId: null,
    person: false,
    wantsTime: false,
    dismissed: false,
  };
}

export function fold(events: Iterable<LoggedEvent>, from: DialogueState = initialState()): DialogueState {
  let state = from;
  for (const { event, position } of events) state = reduce(state, event, position);
  return state;
}

/** One event. Never changes the state it is given. */
export function reduce(state: DialogueState, event: ConversationEvent, position: number): DialogueState {
  return { ...apply(state, event), position };
}

function apply(state: DialogueState, event: ConversationEvent): DialogueState {
  switch (event.type) {
    case "conversation-opened":
      return visit(open(state, event), event.page);
    case "page-viewed":
      return visit(state, event.page);
    case "attention-noticed":
      return { ...state, noticed: event.notice };
    case "message-stored":
      return {
        ...state,
        noticed: null,
        unanswered: [...state.unanswered, { id: event.id, text: event.text }],
        recent: [...state.recent, { by: "shopper" as const, text: event.text }].slice(-UTTERANCES_REMEMBERED),
        engagement: hearLength(state.engagement, event.text.length),
        stallSigns: stallAfterLength(state.stallSigns, event.text.length, state.engagement.lastLength),
        followUps: 0,
        farewell: false,
        wantsTime: false,
        dismissed: false,
      };
    case "messages-understood": {
      const { messages, overheard = [] } = event;
      const before = overheard.reduce(
        (heard, { id, understanding }) => overhear(heard, id, understanding),
        state,
      );
      return messages.reduce((heard, { id, understanding }) => hear(heard, id, understanding), before);
    }
    case "turn-spoken":
      return speak(state, event.turn);
    case "signal-received":
      if (event.signal === "opening-dismiss") return { ...state, dismissed: true };
      if (event.signal === "purchase") return { ...state, wantsTime: true };
      return event.signal === "card-click" && event.sku !== null
        ? { ...react(state, [event.sku], "liked"), focus: toFront(state.focus, [event.sku]) }
        : state;
    case "human-asked":
      return { ...state, humanAsked: true };
    case "conversation-closed":
      return { ...state, closed: true };
    case "agent-joined":
      return { ...state, person: true, noticed: null };
    case "person-spoke":
      return giveWay(state, event.text);
    case "agent-left":
      return { ...state, person: false, humanAsked: false };
  }
}

/** A person has spoken: what was open is theirs, and what the shopper wrote is understood when the agent is back [TRN-8]. */
function giveWay(state: DialogueState, text: string): DialogueState {
  return {
    ...state,
    noticed: null,
    recent: [...state.recent, { by: "person" as const, text }].slice(-UTTERANCES_REMEMBERED),
    overheard: [...state.overheard, ...state.unanswered],
    unanswered: [],
    heard: [],
    openQuestions: leaveToPerson(state.openQuestions),
  };
}

/** What was said to a person tells what is wanted; it is not answered again, and it asks for nobody. */
function overhear(state: DialogueState, messageId: string, understanding: Understanding): DialogueState {
  const { heard, openQuestions, humanAsked } = state;
  const after = hear(state, messageId, understanding);
  const known = new Set(openQuestions.map(({ id }) => id));
  const raised = after.openQuestions.filter(({ id }) => !known.has(id));
  return {
    ...after,
    ...{ heard, humanAsked },
    openQuestions: [...after.openQuestions.filter(({ id }) => known.has(id)), ...leaveToPerson(raised)],
    overheard: state.overheard.filter(({ id }) => id !== messageId),
  };
}

function open(
  state: DialogueState,
  { mode, locale, remembered = null }: Extract<ConversationEvent, { type: "conversation-opened" }>,
): DialogueState {
  const inMind = remembered ? itemInMind(remembered) : null;
  return {
    ...state,
    mode,
    locale,
    recall: remembered && { memory: remembered, standing: "offered", by: null },
    focus: inMind ? [inMind.sku] : [],
  };
}

function visit(state: DialogueState, page: DialogueState["page"]): DialogueState {
  const focus = page?.sku ? toFront(state.focus, [page.sku]) : state.focus;
  return { ...state, page, focus };
}

/** "ok" is said in many languages. One that was not understood is not answered in, either. */
function languageAfter(before: string, { language, restated }: Understanding): string {
  if (restated) return restated.language;
  return language === "en" ? "en" : before;
}

/** Folds what one message did. The order matters: references first, since wishes and reactions point at them. */
function hear(before: DialogueState, messageId: string, understanding: Understanding): DialogueState {
  const { state, recalled, moved } = hearRecall(before, messageId, understanding);
  const waiting = [...state.overheard, ...state.unanswered];
  const text = waiting.find((message) => message.id === messageId)?.text ?? "";
  const referred = understanding.references.flatMap((reference) => reference.skus.slice(0, 1));
  const focused = { ...state, focus: toFront(state.focus, referred) };

  const critiqueWishes = understanding.critiques.flatMap(
    (critique) => wishOfCritique(critique, focused) ?? [],
  );
  const saidWishes = understanding.preferences.map((wish): NewPreference => ({ ...wish, origin: "said" }));
  const named = saidWishes.some((wish) => wish.attribute === "category");
  const refines = understanding.critiques.length + saidWishes.length > 0;
  const kind = refines && !named ? kindAtHand(understanding.critiques, focused) : null;
  const wishes = [...(kind ? [kind] : []), ...saidWishes, ...critiqueWishes];
  const said = hearPreferences(state.preferences, wishes, messageId);
  const stillHeld = (wish: Preference) => said.preferences.some(({ id, held }) => id === wish.id && held);
  const change = { ...said, added: [...recalled.filter(stillHeld), ...said.added] };

  const changes = change.added.length + change.withdrawn.length + (moved ? 1 : 0);
  const stallSigns = stallAfter(state.stallSigns, understanding, changes, state.openQuestions);

  const next: DialogueState = {
    ...focused,
    language: languageAfter(state.language, understanding),
    preferences: change.preferences,
    openQuestions: hearQuestions(state.openQuestions, {
      messageId,
      understanding,
      added: change.added,
      withdrawn: change.withdrawn,
      turns: state.turns,
    }),
    talk: hearTalk(state.talk, text, understanding),
    engagement: hearMood(state.engagement, understanding.sentiment),
    stall: stallScore(stallSigns),
    stallSigns,
    likeSku: likeAfter(focused, understanding),
    // Whoever goes on to look for something else is no longer choosing.
    chosen: change.added.some((wish) => wish.attribute === "category") ? null : state.chosen,
    heard: [
      ...state.heard,
      { messageId, text, understanding, added: change.added, withdrawn: change.withdrawn },
    ],
    sought: seek(state.sought, text, understanding, change),
    humanAsked: state.humanAsked || understanding.acts.includes("ask-human"),
    wantsTime: state.wantsTime || understanding.questions.some(asksForTime) || ASKS_FOR_PEACE.test(text),
    commitments: state.commitments.map((stance) =>
      stance.held && isOutOfPlay(stance, understanding, referred, change)
        ? { ...stance, held: false }
        : stance,
    ),
  };
  return withPhase(settleReactions(next, understanding, referred));
}

/** What is sought in words of before, when these are many, is no longer what is sought now. */
const SOUGHT_MAX = 3;

/** Wishes and words that were not understood say what is sought, but for a price; another kind of thing begins anew. */
function seek(
  sought: readonly string[],
  text: string,
  { preferences, unclear }: Understanding,
  change: PreferenceChange,
): string[] {
  const says = unclear.length > 0 || preferences.some(({ attribute }) => attribute !== "price");
  if (!says) return [...sought];
  return [...(changesKind(change) ? [] : sought), text].slice(-SOUGHT_MAX);
}

/** A stance binds until its item is turned down or another kind of thing is looked for. */
function isOutOfPlay(
  stance: Commitment,
  { acts }: Understanding,
  referred: readonly string[],
  change: PreferenceChange,
): boolean {
  const isRefused = acts.includes("reject") && (referred.length === 0 || referred.includes(stance.sku));
  return isRefused || changesKind(change);
}

function changesKind({ added, withdrawn }: PreferenceChange): boolean {
  const isKind = (wish: Preference) => wish.attribute === "category" && wish.polarity === "positive";
  return withdrawn.some(isKind) && added.some(isKind);
}

/** Whoever wants to be left alone is not followed up on. */
const ASKS_FOR_PEACE =
  /\b(?:stop (?:writing|messaging|texting|talking|asking)|leave me (?:alone|be|in peace)|(?:give me|need) (?:a|some|one) (?:minute|moment|second|sec|time)|(?:hold|hang) on|wait a (?:minute|moment|second|sec)|(?:one|just a) (?:minute|moment|sec(?:ond)?)|brb|be right back|let me think|thinking about it)\b/i;

/** A doubt about nothing in particular: "I'll think about it". */
function asksForTime({ kind, about }: Understanding["questions"][number]): boolean {
  return kind === "doubt" && about === "other";
}

/** Wishes that were remembered come before those of the message, which may change them. */
function hearRecall(
  state: DialogueState,
  messageId: string,
  understanding: Understanding,
): { state: DialogueState; recalled: Preference[]; moved: boolean } {
  const { recall, wishes, moved } = answerRecall(state.recall, messageId, understanding);
  if (!moved || recall === null) return { state, recalled: [], moved };
  if (recall.standing === "dropped") {
    const setAside = new Set(recall.memory.items.map(({ sku }) => sku));
    const focus = state.focus.filter((sku) => !setAside.has(sku) || sku === state.page?.sku);
    return { state: { ...state, recall, focus }, recalled: [], moved };
  }
  const { preferences, added } = hearPreferences(state.preferences, wishes, EARLIER);
  const items = resumeItems(recall.memory);
  return {
    state: {
      ...state,
      recall,
      preferences,
      shown: [...items, ...state.shown],
      openQuestions: [...state.openQuestions, ...resumeQuestions(recall.memory, state.openQuestions)],
    },
    recalled: added,
    moved,
  };
}

function settleReactions(
  state: DialogueState,
  { acts, sentiment }: Understanding,
  referred: string[],
): DialogueState {
  if (acts.includes("reject")) {
    const rejected = referred.length > 0 ? referred : lastShown(state);
    const gone = {
      ...react(state, rejected, "rejected"),
      openQuestions: forgetComparisons(state.openQuestions, rejected),
      focus: state.focus.filter((sku) => !rejected.includes(sku)),
    };
    return state.chosen !== null && rejected.includes(state.chosen) ? { ...gone, chosen: null } : gone;
  }
  if (acts.includes("accept")) {
    // "Yes" to a question or an offer of the agent's is an answer to it; "I'll take it" refers to an item.
    const chosen = referred[0] ?? (state.lastInvitation === "choice" ? state.focus[0] : undefined);
    return chosen === undefined
      ? state
      : { ...react(state, [chosen], "chosen"), chosen, focus: toFront(state.focus, [chosen]) };
  }
  if (acts.includes("ask-fact") || acts.includes("compare")) return react(state, referred, "asked");
  // "The first one looks nice" leans to it without choosing it.
  return sentiment === "positive" ? react(state, referred, "liked") : state;
}

function lastShown({ shown }: DialogueState): string[] {
  const lastTurn = shown.at(-1)?.turnId;
  return shown.filter((item) => item.turnId === lastTurn).map((item) => item.sku);
}

function speak(state: DialogueState, turn: SpokenTurn): DialogueState {
  const shown = turn.items.map((item, index) => ({
    ...item,
    turnId: turn.turnId,
    place: index + 1,
    reaction: state.shown.findLast((old) => old.sku === item.sku)?.reaction ?? ("none" as Reaction),
  }));
  const spokenOf = [...(turn.stance ? [turn.stance.sku] : []), ...turn.items.map((item) => item.sku)];
  const answered = new Set(turn.respondsTo.type === "messages" ? turn.respondsTo.ids : []);
  const counts = { ...state.strategies };
  for (const strategy of turn.strategies) counts[strategy] = (counts[strategy] ?? 0) + 1;

  return withPhase({
    ...state,
    preferences: soften(state.preferences, turn),
    shown: [...state.shown, ...shown],
    focus: toFront(state.focus, spokenOf),
    openQuestions: speakQuestions(state.openQuestions, turn, state.turns),
    commitments: commit(state, turn),
    told: [...state.told, ...factsTold(turn)],
    asked: turn.asks === null ? state.asked : [...state.asked, turn.asks],
    strategies: counts,
    lastStrategies: turn.strategies,
    lastInvitation: turn.invitation?.kind ?? null,
    said: [...state.said, turn.text].slice(-TURNS_REMEMBERED),
    recent: [...state.recent, { by: "agent" as const, text: turn.text }].slice(-UTTERANCES_REMEMBERED),
    talk: speakTalk(state.talk, turn, state.shown),
    turns: state.turns + 1,
    questionTurns: state.questionTurns + (turn.text.includes("?") ? 1 : 0),
    unanswered: state.unanswered.filter((message) => !answered.has(message.id)),
    // A turn that was under way when a person spoke has understood what they answered.
    overheard: state.overheard.filter((message) => !answered.has(message.id)),
    heard: state.heard.filter((message) => !answered.has(message.messageId)),
    followUps: turn.respondsTo.type === "silence" ? state.followUps + 1 : state.followUps,
    noticed: null,
    lastTurnId: turn.turnId,
    farewell: turn.farewell,
    // "Take your time" is meant.
    wantsTime: state.wantsTime || turn.redirection === "graceful-end",
    redirections: turn.redirection ? [...state.redirections, turn.redirection] : state.redirections,
  });
}

/**
 * What was said can't be had is not insisted on any more: the next turn would run into the same dead end. What was set
 * aside is no wish any more.
 */
function soften(
  preferences: DialogueState["preferences"],
  { gaveUp = [], setAside = [] }: Pick<SpokenTurn, "gaveUp" | "setAside">,
): DialogueState["preferences"] {
  if (gaveUp.length + setAside.length === 0) return preferences;
  return preferences.map((wish) => {
    if (setAside.includes(wish.id)) return { ...wish, held: false };
    return gaveUp.includes(wish.id) ? { ...wish, firmness: "prefer" } : wish;
  });
}

/** A new stance on the same question takes the place of the old one; the plan has said so aloud [MOV-3]. */
function commit(state: DialogueState, turn: SpokenTurn): DialogueState["commitments"] {
  if (!turn.stance) return state.commitments;
  const { sku, over, because } = turn.stance;
  const kept = state.commitments.map((old) => (old.held ? { ...old, held: false } : old));
  const item = [...turn.items, ...state.shown].find((candidate) => candidate.sku === sku);
  const earlier = state.commitments.findLast((old) => old.sku === sku);
  const price =
    turn.items.find((shown) => shown.sku === sku)?.price ??
    priceTold(turn, sku) ??
    earlier?.price ??
    item?.price;
  const wishes = heldPreferences(state.preferences).map(({ id }) => id);
  return [...kept, { turnId: turn.turnId, sku, over, because, wishes, ...(price && { price }), held: true }];
}

function priceTold({ claims }: SpokenTurn, sku: string): Commitment["price"] {
  return claims.flatMap(({ statement }) =>
    statement.type === "price" && statement.sku === sku ? statement.price : [],
  )[0];
}

function factsTold(turn: SpokenTurn): string[] {
  return turn.claims.flatMap(({ statement }) => {
    if (!("sku" in statement)) return [];
    if (statement.type === "review") return [`${statement.sku} review:${statement.reviewId}`];
    return [`${statement.sku} ${"attribute" in statement ? statement.attribute : statement.type}`];
  });
}

function react(state: DialogueState, skus: string[], reaction: Reaction): DialogueState {
  if (skus.length === 0) return state;
  const shown = state.shown.map((item) => (skus.includes(item.sku) ? { ...item, reaction } : item));
  return { ...state, shown };
}

/** Wording older than this may come back without sounding repeated. */
const TURNS_REMEMBERED = 20;

/** More than a model is given to read; how much of it is a matter of its tokens. */
const UTTERANCES_REMEMBERED = 16;

/** How long an item stays salient: what was talked of more than this many items ago is not "it" any more. */
const FOCUS_DEPTH = 8;

function toFront(focus: string[], skus: string[]): string[] {
  return [...new Set([...skus, ...focus])].slice(0, FOCUS_DEPTH);
}

function hearLength(engagement: Engagement, length: number): Engagement {
  const messages = engagement.messages + 1;
  const meanLength = engagement.meanLength + (length - engagement.meanLength) / messages;
  return { ...engagement, messages, lastLength: length, meanLength };
}

function hearMood(engagement: Engagement, sentiment: Understanding["sentiment"]): Engagement {
  const now = sentiment === "positive" ? 1 : sentiment === "negative" ? -1 : 0;
  return { ...engagement, mood: engagement.mood / 2 + now / 2 };
}

function likeAfter(state: DialogueState, understanding: Understanding): DialogueState["likeSku"] {
  if (understanding.critiques.length > 0) return understanding.critiques[0]?.sku ?? state.focus[0] ?? null;
  return understanding.preferences.some((wish) => wish.attribute === "category") ? null : state.likeSku;
}

function withPhase(state: DialogueState): DialogueState {
  return { ...state, phase: phaseOf(state) };
}

function phaseOf(state: DialogueState): Phase {
  if (state.chosen !== null || state.farewell) return "closing";
  if (state.engagement.messages === 0) return "opening";
  if (heldPreferences(state.preferences).length === 0 && state.shown.length === 0) return "eliciting";
  return state.shown.length === 0 ? "narrowing" : "recommending";
}
