/** What a turn could not answer, find or understand, for the merchant to fill in [LED-3]. */
import { redactPrivate } from "../catalog/reviews/redact-private.ts";
import type { ContentGap } from "../dialogue/events.ts";
import type { OpenQuestion, Preference } from "../dialogue/state.ts";
import { tellingWords } from "../dialogue/telling-words.ts";
import { asWritten } from "../dialogue/units.ts";
import type { Content, TurnPlan } from "../plan/turn-plan.ts";

/** @param kind what is being looked for, a category of the catalog; null when that is not known. */
export function gapsOf(
  plan: TurnPlan,
  isSpoken: (move: number) => boolean,
  kind: string | null,
): ContentGap[] {
  const gaps = plan.moves.flatMap((move, place) =>
    isSpoken(place) ? move.contents.flatMap((content) => gapOf(content, plan, kind) ?? []) : [],
  );
  return gaps.map((gap) => ({ ...gap, value: withoutPersons(gap.value), words: withoutPersons(gap.words) }));
}

function gapOf(content: Content, plan: TurnPlan, kind: string | null): ContentGap | null {
  switch (content.type) {
    case "cannot-answer": {
      const { question, sku } = content;
      const product = plan.products.find((candidate) => candidate.sku === sku);
      return {
        type: "unanswerable",
        topic: question.about,
        value: valueAsked(question),
        sku,
        kind: product?.categories.at(-1) ?? (sku === null ? null : kind),
        words: question.text,
      };
    }
    case "brand-elsewhere":
    case "relax": {
      const { preference } = content;
      return {
        type: "dead-end",
        topic: preference.attribute,
        value: valueWished(preference),
        sku: null,
        kind: preference.attribute === "category" ? null : kind,
        words: preference.said,
      };
    }
    case "no-such-kind":
      return {
        type: "dead-end",
        topic: "category",
        value: content.kind.toLowerCase(),
        sku: null,
        kind: null,
        words: content.kind,
      };
    case "not-understood":
      return {
        type: "misunderstood",
        topic: "message",
        value: wordsThatMatter(content.fragment),
        sku: null,
        kind: null,
        words: content.fragment,
      };
    default:
      return null;
  }
}

/** What sets questions on the same topic apart: the feature asked for, or the words where no topic was made out. */
function valueAsked({ about, value, text }: OpenQuestion): string {
  if (about === "feature" || about === "variants") return (value ?? wordsThatMatter(text)).toLowerCase();
  return about === "other" ? wordsThatMatter(text) : "";
}

function valueWished({ operator, value, unit, polarity }: Preference): string {
  const written = (part: unknown) =>
    typeof part === "number" ? String(asWritten(part)) : String(part ?? "").toLowerCase();
  const amount = Array.isArray(value) ? value.map(written).join(" to ") : written(value);
  const words = [polarity === "negative" ? "not" : "", BOUNDS.get(operator) ?? "", amount, unit ?? ""];
  return words.filter(Boolean).join(" ");
}
const BOUNDS = new Map([
  ["at-most", "at most"],
  ["at-least", "at least"],
  ["about", "about"],
  ["between", "between"],
]);

const WORDS_THAT_MATTER_MAX = 5;

/** So that the same question in slightly other words counts as one. */
function wordsThatMatter(text: string): string {
  return tellingWords(withoutPersons(text)).slice(0, WORDS_THAT_MATTER_MAX).join(" ");
}

const WORDS_LENGTH_MAX = 300;

/** Of the shopper's words, those that are about the goods. */
function withoutPersons(text: string): string {
  return redactPrivate(text).slice(0, WORDS_LENGTH_MAX);
}
