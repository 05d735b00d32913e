/** What phrasing one turn knows and keeps track of: who was named last, what was repeated already, what was said. */
import type { Money, Product, Sku } from "../catalog/product.ts";
import type { Claim, Statement } from "../dialogue/claims.ts";
import type { Preference } from "../dialogue/state.ts";
import type { Content, TurnPlan } from "../plan/turn-plan.ts";
import type { VoiceContext } from "../turn/ports.ts";
import { type Frames, heardOf, type OnFrame, realise, type Slots, type Words } from "./frames.ts";
import { isComparative, phraseOfStatement } from "./meaning/phrase-statement.ts";
import { phraseTarget, phraseWish, phraseWishes } from "./meaning/phrase-wish.ts";
import {
  coordinate,
  objectOf,
  type Predicate,
  type Referent,
  subjectOf,
  subjectWithBe,
} from "./words/clauses.ts";
import { inlineText, sentencesIn } from "./words/finish-sentence.ts";
import { englishOf } from "./words/join-phrases.ts";
import { possessiveOf } from "./words/nouns.ts";
import { familiarTitle, isPluralTitle, shortTitles } from "./words/short-title.ts";

export type FormatMoney = (money: Money, locale: string) => string;

/** How the content at hand may end. */
export type Ending =
  /** It is the turn's invitation, put as a question: the one place where a question mark may stand. */
  | "question"
  /** It is the turn's invitation, put as a statement. */
  | "invitation"
  | "plain";

export type ContentType = Content["type"];
export type ContentOf<T extends ContentType> = Extract<Content, { type: T }>;
export type Phraser<T extends ContentType> = (content: ContentOf<T>, scene: Scene) => (Words | null)[];
export type Phrasers<T extends ContentType> = { [K in T]: Phraser<K> };

export interface Scene {
  readonly ending: Ending;
  /** The agent has said nothing before this turn. */
  readonly isFirstTurn: boolean;
  /** How many items the turn lays on the table. */
  readonly cardCount: number;
  /** What is on the table, in its order. */
  readonly cards: readonly Sku[];
  /** The item the turn is on; what a pronoun means. */
  readonly focus: Sku | null;
  readonly locale: string;
  readonly shop: string;
  readonly agent: string;
  money(money: Money): string;
  /** Chooses a frame and fills it. `{shop}`, `{shop's}` and `{agent}` are always there. */
  say(frames: Frames, slots?: Slots): Words | null;
  product(sku: Sku): Product | undefined;
  /** `{item}`, `{it}`, `{it's}`, `{them}`: by name at first, pointed at while the turn stays with the item. */
  slotsOf(sku: Sku): Slots;
  refer(sku: Sku): Referent;
  /** From here on a pronoun means this item; null means that none is clear. */
  stayWith(sku: Sku | null): void;
  statements(claimIds: readonly string[]): { id: string; statement: Statement; claim: Claim }[];
  predicates(claimIds: readonly string[]): { id: string; said: Predicate; statement: Statement }[];
  /** Those of the claims that no sentence of this turn has told. */
  untold(claimIds: readonly string[]): string[];
  /** "it weighs 9 kg and comes in red", resting on those claims. Null when none of them says something of an item. */
  clauses(sku: Sku, claimIds: readonly string[], manner?: ClauseManner): Words | null;
  wishes(preferences: readonly Preference[]): string;
  wish(preference: Preference): string;
  target(preferences: readonly Preference[]): string;
  /** True the first time: what was just repeated to the shopper is not repeated again in the same turn. */
  firstMention(preferences: readonly Preference[]): boolean;
  names: ReadonlySet<string>;
  heard: readonly string[];
}

export interface ClauseManner {
  byPronoun?: boolean;
  /** The item that a comparison is understood to be with; any other is named. */
  against?: Sku | null;
}

export interface TurnScene {
  scene: Scene;
  setEnding(ending: Ending): void;
}

export function createScene(
  plan: TurnPlan,
  context: VoiceContext,
  formatMoney: FormatMoney,
  onFrame?: OnFrame,
): TurnScene {
  const locale = englishOf(context.locale);
  const money = (amount: Money) => formatMoney(amount, context.locale);
  const products = new Map(plan.products.map((product) => [product.sku, product]));
  const claims = new Map(plan.claims.map((claim) => [claim.id, claim]));
  const titles = shortTitles(plan.products);
  const names = brandWords(plan.products);
  const currency = plan.products[0]?.price.currency ?? "USD";
  // Turns are remembered whole; what opens alike is told sentence by sentence.
  const said = context.said.flatMap(sentencesOfTurn);
  const heard = said.map(heardOf);
  const statementContext = { locale, money, names, said, product: (sku: Sku) => products.get(sku) };
  const wishContext = { locale, money, names, currency };
  const repeated = new Set<string>();
  const told = new Set<string>();
  const shop = inlineText(context.persona.shop) || "the shop";
  const agent = inlineText(context.persona.name);
  let focus: Sku | null = null;
  let ending: Ending = "plain";

  const refer = (sku: Sku): Referent => {
    const product = products.get(sku);
    const title = titles.get(sku) ?? "";
    return {
      name: title === "" ? "this one" : nameOf(title, product),
      plural: product !== undefined && isPluralTitle(product, title),
      pronoun: focus === sku,
    };
  };
  /** By its full name at first; once that was said, as people say it. */
  const nameOf = (title: string, product: Product | undefined): string => {
    const familiar = product ? familiarTitle(product, title) : null;
    const isKnown = familiar !== null && heard.some(({ lower }) => lower.includes(title.toLowerCase()));
    const isClear =
      familiar !== null &&
      !plan.products.some((other) => other !== product && other.title.includes(familiar));
    return withThe(isKnown && isClear ? familiar : title);
  };
  const statements = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const claim = claims.get(id);
      return claim ? [{ id, statement: claim.statement, claim }] : [];
    });
  const predicates = (ids: readonly string[]) =>
    statements(ids).flatMap(({ id, statement }) => {
      const phrase = phraseOfStatement(statement, statementContext);
      return phrase ? [{ id, said: phrase, statement }] : [];
    });

  const scene: Scene = {
    get ending() {
      return ending;
    },
    get focus() {
      return focus;
    },
    isFirstTurn: context.said.length === 0,
    cardCount: plan.cards.length,
    cards: plan.cards.map(({ sku }) => sku),
    locale,
    shop,
    agent,
    money,
    names,
    heard: context.heard,
    say(frames, slots = {}) {
      const words = realise(
        frames,
        { shop, "shop's": possessiveOf(shop), agent, ...slots },
        { tone: context.persona.tone, said: heard, chance: context.chance, ...(onFrame ? { onFrame } : {}) },
      );
      if (words) {
        said.push(words.text);
        heard.push(heardOf(words.text));
      }
      for (const id of words?.claims ?? []) told.add(id);
      return words;
    },
    product: (sku) => products.get(sku),
    slotsOf(sku) {
      const referent = refer(sku);
      const isPlural = referent.plural;
      return {
        item: referent.pronoun ? (isPlural ? "these" : "this one") : referent.name,
        it: subjectOf(referent),
        "it's": subjectWithBe(referent),
        them: objectOf(referent),
        is: isPlural ? "are" : "is",
        has: isPlural ? "have" : "has",
        does: isPlural ? "do" : "does",
        this: isPlural ? null : "this one",
      };
    },
    refer,
    stayWith(sku) {
      focus = sku;
    },
    statements,
    predicates,
    untold: (ids) => ids.filter((id) => !told.has(id)),
    clauses(sku, ids, { byPronoun = false, against = null } = {}) {
      const found = predicates(ids);
      if (found.length === 0) return null;
      const referent = { ...refer(sku), ...(byPronoun ? { pronoun: true } : {}) };
      const lastCompared = found.findLast(({ statement }) => isComparative(statement))?.statement;
      const sayings = found.map(({ said: phrase, statement }) => {
        const isTold = statement !== lastCompared || !isComparative(statement) || statement.over === against;
        return isTold ? phrase : { ...phrase, rest: `${phrase.rest} than ${refer(statement.over).name}` };
      });
      return { text: coordinate(referent, sayings, locale), claims: found.map(({ id }) => id) };
    },
    wishes: (preferences) => phraseWishes(preferences, wishContext),
    wish: (preference) => phraseWish(preference, wishContext),
    target: (preferences) => phraseTarget(preferences, wishContext),
    firstMention(preferences) {
      const isFirst =
        preferences.length === 0 || preferences.some((preference) => !repeated.has(preference.id));
      for (const preference of preferences) repeated.add(preference.id);
      return isFirst;
    },
  };
  return {
    scene,
    setEnding(next) {
      ending = next;
    },
  };
}

/** A turn is looked back on by those that follow it. */
const sentencesOfTurns = new Map<string, readonly string[]>();
const TURNS_MAX = 1_000;

function sentencesOfTurn(text: string): readonly string[] {
  let sentences = sentencesOfTurns.get(text);
  if (sentences === undefined) {
    sentences = sentencesIn(text);
    if (sentencesOfTurns.size >= TURNS_MAX) sentencesOfTurns.clear();
    sentencesOfTurns.set(text, sentences);
  }
  return sentences;
}

/** Product names stand with "the", unless they bring an article of their own. */
function withThe(title: string): string {
  return /^(?:the|my|your|la|le|el|los|las|les|der|die|das)\s/i.test(title) ? title : `the ${title}`;
}

function brandWords(products: readonly Product[]): ReadonlySet<string> {
  return new Set(
    products
      .flatMap((product) => (product.brand ?? "").toLowerCase().split(/[^\p{L}\p{N}'’-]+/u))
      .filter(Boolean),
  );
}
