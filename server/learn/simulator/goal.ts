/** What a shopper comes for: drawn from a shelf, worded in what stands on it [POL-4]. */

import type { Product, Sku } from "../../catalog/product.ts";
import { exponentOf, majorOf } from "../../dialogue/money.ts";
import type { Draws } from "./draws.ts";
import { judgeNeed, meetsAll, type Need, valuesOf } from "./needs.ts";
import type { Persona } from "./personas.ts";
import { likeKind, type Shelf } from "./shelves.ts";

export interface Goal {
  kind: string;
  /** What the target is filed under, broad to narrow. */
  paths: readonly string[];
  target: Sku;
  /** Everything of this kind: what it is, anybody sees. */
  ofKind: ReadonlySet<Sku>;
  /** Those of them that would do as well as the target, itself included. */
  acceptable: ReadonlySet<Sku>;
  needs: Need[];
  /** For whom, when it is a present: "my sister". */
  recipient: string | null;
  /** A product page the talk begins on. */
  arrivesOn: Sku | null;
}

const ARRIVES_ON_PAGE = 0.15;

/** Null when there is nothing to be had. */
export function drawGoal(
  shelves: readonly Shelf[],
  persona: Persona,
  recipients: readonly string[],
  draws: Draws,
): Goal | null {
  // By the root of its size: large shelves are gone to more often, but do not crowd out the small ones.
  const shelf = draws.pickWeighted("goal/shelf", shelves, ({ products }) => Math.sqrt(products.length));
  const target = shelf && draws.pick("goal/target", shelf.products);
  if (!target) return null;

  const needs = drawNeeds(shelf.products, target, persona, draws);
  const ofKind = likeKind(shelves, shelf);
  const acceptable = ofKind.filter((product) => meetsAll(product, needs));
  const page = draws.pick("goal/page", shelf.products);
  const arrives = draws.happens("goal/arrives", ARRIVES_ON_PAGE);
  return {
    kind: shelf.kind,
    paths: target.categories,
    target: target.sku,
    ofKind: new Set(ofKind.map(({ sku }) => sku)),
    acceptable: new Set(acceptable.map(({ sku }) => sku)),
    needs,
    recipient: persona.gift ? (draws.pick("goal/recipient", recipients) ?? null) : null,
    arrivesOn: arrives && page && !meetsAll(page, needs) ? page.sku : null,
  };
}

function drawNeeds(shelf: readonly Product[], target: Product, persona: Persona, draws: Draws): Need[] {
  const wanted = draws.between("goal/needs", ...persona.needs);
  const traits = draws.shuffled("goal/traits", traitsOf(target)).sort((a, b) => likely(b) - likely(a));
  const needs: Need[] = [];
  let left = shelf;
  for (const trait of traits) {
    if (needs.length >= wanted) break;
    if (needs.some(({ attribute }) => attribute === trait.attribute && attribute !== "feature")) continue;
    const meeting = left.filter((product) => judgeNeed(product, trait) === "meets");
    const share = meeting.length / Math.max(1, left.length);
    // What everything has is no need, and nobody asks for the one of its kind by its rarest trait first.
    if (shelf.length > 1 && share > COMMONPLACE) continue;
    needs.push(trait);
    left = meeting;
  }
  spreadKnowledge(needs, persona, draws);
  secondThoughts(needs, shelf, persona, draws);
  const budget = drawBudget(target, persona, draws);
  return budget ? [budget, ...needs] : needs;
}

const COMMONPLACE = 0.9;

/** Which traits people choose by: a colour or a use before a brand, a word of the description last. */
function likely({ kind, attribute }: Need): number {
  if (kind === "brand") return BRAND_SELDOM;
  if (kind === "feature") return FEATURE_AT_TIMES;
  return /colou?r|size|\buse\b|type|material|compatible/i.test(attribute) ? 1 : 0.5;
}
const BRAND_SELDOM = 0.2;
const FEATURE_AT_TIMES = 0.4;

/** Everything of a product that somebody could want of it, as needs. */
function traitsOf(product: Product): Need[] {
  const base = { firmness: "must", knowledge: "asked" } as const;
  const traits: Need[] = [];
  if (product.brand !== null && isSpeakable(product.brand))
    traits.push({ ...base, kind: "brand", attribute: "brand", value: product.brand });
  const names = new Set([
    ...product.attributes.map(({ name }) => name),
    ...product.variants.flatMap(({ options }) => options.map(({ name }) => name)),
  ]);
  for (const name of names) {
    if (UNSHOPPED.test(name)) continue;
    const measured = product.attributes.find((each) => each.name === name && each.number !== undefined);
    if (measured?.unit !== undefined) {
      const { number, unit, value } = measured;
      traits.push({ ...base, kind: "number", attribute: name, value, number: number ?? 0, unit });
      continue;
    }
    const [value] = valuesOf(product, name);
    if (value === undefined || !isSpeakable(value) || /^no\b/i.test(value)) continue;
    // "a coffee maker dripper" is said by nobody.
    if (name === "type" && /\s/.test(value)) continue;
    traits.push({ ...base, kind: /^yes$/i.test(value) ? "flag" : "text", attribute: name, value });
  }
  for (const word of featureWords(product))
    traits.push({ ...base, kind: "feature", attribute: "feature", value: word });
  return traits;
}

const UNSHOPPED = /^(rating|stars?|reviews?|ingredients|sku|id|gtin|mpn|condition|age group)$/i;

/** Short enough to be said in a chat. */
function isSpeakable(value: string): boolean {
  return (
    value.length <= 28 &&
    value.split(/\s+/).length <= 4 &&
    /\p{L}/u.test(value) &&
    !/[,;:|<>(){}×]|\d.*\s.*\d/.test(value)
  );
}

/** Words of the description that say what a thing is like: they end as English adjectives of use do. */
function featureWords({ description, title }: Product): string[] {
  const words = description.toLowerCase().match(/\p{L}[\p{L}-]{4,}/gu) ?? [];
  const found = words.filter((word) => FEATURE.test(word) && !NO_FEATURE.test(word));
  return [...new Set(found)].filter((word) => !title.toLowerCase().includes(word)).slice(0, FEATURES_MAX);
}
const FEATURE =
  /(proof|resistant|lasting|friendly|weight|washable|breathable|adjustable|foldable|removable|comfortable|durable|portable|reflective|padded|wireless|flexible|insulated|seamless)$/;
const NO_FEATURE = /^(weight|proof|overweight|non-|un|in)/;
const FEATURES_MAX = 3;

/** The first of them are told, the others come out late; one may be a mere preference. */
function spreadKnowledge(needs: Need[], persona: Persona, draws: Draws): void {
  const latent = Math.min(draws.between("goal/latent", ...persona.latent), needs.length);
  const late = new Set(draws.shuffled("goal/late", needs).slice(0, latent));
  for (const need of needs) {
    if (!late.has(need)) need.knowledge = "volunteered";
    else
      need.knowledge = draws.happens("goal/lived", need.kind === "feature" ? 0.8 : 0.5) ? "lived" : "asked";
    if (draws.happens("goal/prefer", MERE_PREFERENCES)) need.firmness = "prefer";
  }
}
const MERE_PREFERENCES = 0.2;

/** One wish may be another at first: a colour that is thought better of. */
function secondThoughts(needs: Need[], shelf: readonly Product[], persona: Persona, draws: Draws): void {
  if (!draws.happens("goal/revises", persona.revises)) return;
  const need = needs.find(({ kind, knowledge }) => kind === "text" && knowledge === "volunteered");
  if (!need) return;
  const others = new Set(shelf.flatMap((product) => valuesOf(product, need.attribute)).filter(isSpeakable));
  others.delete(need.value);
  const first = draws.pick("goal/first-thought", [...others]);
  if (first !== undefined) need.atFirst = first;
}

function drawBudget(target: Product, { budget }: Persona, draws: Draws): Need | null {
  if (target.price.minor <= 0 || !draws.happens("goal/has-budget", budget.share)) return null;
  const [low, high] = budget.slack;
  const most = majorOf(target.price) * (1 + low + draws.number("goal/slack") * (high - low));
  const minor = 10 ** exponentOf(target.price.currency);
  const stated = spokenAmount(most * (draws.happens("goal/understates", UNDERSTATES) ? STATED_LOWER : 1));
  return {
    kind: "price",
    attribute: "price",
    value: "",
    number: Math.max(Math.ceil(most), stated) * minor,
    stated: Math.round(stated * minor),
    firmness: "must",
    knowledge: draws.happens("goal/tells-budget", TELLS_BUDGET) ? "volunteered" : "asked",
  };
}
const TELLS_BUDGET = 0.5;
/** Some name less than they would spend in the end. */
const UNDERSTATES = 0.15;
const STATED_LOWER = 0.88;

/** As budgets are spoken of: 12, 45, 120, 850, 2300. Never below the amount by more than its rounding. */
function spokenAmount(amount: number): number {
  const step = amount < 20 ? 1 : amount < 100 ? 5 : amount < 500 ? 10 : amount < 2_000 ? 50 : 100;
  return Math.max(1, Math.ceil(amount / step) * step);
}
