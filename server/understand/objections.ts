/** What a shopper holds against an item, [MOV-4]: no wish for another one, and no question, but something to be answered. */
import type { HeardObjection } from "../dialogue/understanding.ts";
import type { FoundCritique } from "./critique-parts.ts";
import type { FoundReference } from "./shown-cards.ts";
import { overlaps, plainOf, quote, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

export interface FoundObjection extends Span {
  objection: HeardObjection;
}

/** What is objected to, and the words it is objected in; the whole clause then belongs to the objection. */
const RULES: [about: string, pattern: RegExp][] = [
  [
    "reviews",
    /\b(?:bad|poor|negative|terrible|awful|mixed|horrible|critical|worrying|one[- ]star) (?:reviews?|feedback|press|things|opinions?|experiences?|reputation)\b|\breviews? (?:\w+ )?(?:is|are|were|was|look|looks|seem|sound) (?:\w+ )?(?:bad|poor|mixed|terrible|awful|negative|worrying|not)\b|\breviews? (?:is|are|were) not\b|\b(?:people|others|buyers|customers|reviewers) (?:say|said|complain|hate|wrote) \b/,
  ],
  ["rating", /\b(?:only|just) (?:\d(?:[.,]\d)?|one|two|three) stars?\b|\b(?:low|bad|poor) ratings?\b/],
  [
    "quality",
    /\b(?:looks?|seems?|feels?|sounds?) (?:\w+ ){0,3}?(?:cheap(?:ly made)?|flims(?:y|ily)|tacky|plasticky?|low[- ]quality|badly made|poorly made|shoddy|fragile)\b|\b(?:flimsy|tacky|plasticky|shoddy|cheaply made|poorly made|badly made)\b|\b(?:not (?:so |too |entirely )?(?:sure|convinced)|worried|sceptical|skeptical|doubt\w*|concerned) (?:about|of|by) (?:the |its |their )?(?:quality|durability|build)\b|\b(?:poor|bad|low) quality\b|\bfall apart\b/,
  ],
  [
    "brand",
    /\b(?:that|this|the|which) (?:brand|make|maker|company|manufacturer)$|\b(?:never|have not|not) (?:\w+ ){0,2}?heard of (?:it|them|that|this|the (?:brand|make|company))\b|\b(?:do not|not|never) (?:really |quite |so |too )?(?:trust|like|know|sure about|convinced (?:by|of)|a fan of) (?:that|this|the|their) (?:brand|make|maker|company|manufacturer)\b|\b(?:never|not) (?:\w+ ){0,2}?heard of (?:that|this) (?:brand|make|company)\b/,
  ],
  [
    "price",
    /^(?:\w+ ){0,2}?(?:pricey|steep|expensive)$|\b(?:is|are|seems?|looks?|sounds?|feels?) (?:\w+ ){0,3}?(?:pricey|steep|overpriced)\b|\b(?:is|are|seems?|looks?|sounds?|feels?) (?:(?:a|bit|little|tad|rather|quite|very|really|pretty|so|awfully|kind|kinda|of|not|it|this|that|these|they) ){0,4}?(?:expensive|costly)\b|\ba lot of money\b|\b(?:out of|over|above|beyond) my (?:budget|price range|league)\b|\bcan ?not afford\b|\bcosts? (?:too|so) much\b/,
  ],
];

/** Words of a question are no objection to anything: "does it look cheap?" One that denies objects: "isn't that flimsy?" */
const ASKS =
  /^(?!(?:is|are|does|do|did|will|would|can|could|has|have) not\b)(?:is|are|does|do|did|will|would|can|could|how|what|why|who|where|when|any|anything)\b/;

/** "Something that doesn't look cheap" is wished for. */
const REQUESTS =
  /^(?:please )?(?:show|give|find|get|i (?:want|need|would like|am looking|am after)|looking for|something|anything|nothing|do you have)\b/;

/** Objections in words of their own. Those that are critiques as well ("too heavy") are wishes too, and come from these. */
export function findObjections(
  context: Context,
  references: readonly FoundReference[],
  critiques: readonly FoundCritique[],
): FoundObjection[] {
  if (!hasItemInView(context.state)) return [];
  return context.clauses.flatMap((clause) => {
    const words = plainOf(context.message, clause).replace(
      /^(?:[^\p{L}\d]|h+m+\b|well\b|but\b)+|[^\p{L}\d]+$/gu,
      "",
    );
    const about = RULES.find(([, pattern]) => pattern.test(words))?.[0];
    if (about === undefined || (clause.asked && ASKS.test(words)) || REQUESTS.test(words)) return [];
    // What the shop takes for sending it is no price of the item.
    if (about === "price" && /\b(?:shipping|delivery|postage|returns?)\b/.test(words)) return [];
    if (about === "price" && critiques.some((critique) => overlaps(critique, clause))) return [];
    const sku = references.find((found) => overlaps(found, clause))?.reference.skus[0] ?? null;
    return [
      { from: clause.from, to: clause.to, objection: { about, sku, said: quote(context.message, clause) } },
    ];
  });
}

/** "Too heavy for me" asks for something lighter, and objects to what was shown. */
export function objectionsOf(critiques: readonly FoundCritique[]): HeardObjection[] {
  return critiques.flatMap(({ critique }) =>
    OBJECTS.test(critique.said) && critique.value === undefined && critique.direction !== "same"
      ? [{ about: critique.attribute, sku: critique.sku, said: critique.said }]
      : [],
  );
}

/** "Lighter" asks; "too heavy", "a bit pricey" and "over my budget" object. */
const OBJECTS = /^(?:too|so|way too|a bit|a little|pricey|overpriced|over|above|out of|beyond)\b|\bafford\b/i;
