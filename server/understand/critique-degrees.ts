/** "Too heavy", "a bit steep", "less flashy", "not light enough", "not more expensive": adjectives and how much of them. */
import type { Sku } from "../catalog/product.ts";
import { describesItem, type FoundCritique, measured, styled } from "./critique-parts.ts";
import { ADJECTIVES } from "./dimensions.ts";
import { CONVERSATION_WORDS, FEATURES } from "./english-words.ts";
import { findAll, overlaps, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

/** Too many, too late and the like say nothing of an item. */
const NOT_ADJECTIVES = new Set([
  "many",
  "late",
  "bad",
  "soon",
  "early",
  "few",
  "often",
  "kind",
  "good",
  "well",
  "long ago",
  "much",
]);

const DEGREE =
  /\b(?:(?:a bit|bit|a little|little|a touch|a tad|much|way|far|slightly|somewhat|even|a lot|lots) )?((?:not|no|without being|without getting) (?:any |much )?(?:more|less)|too|a bit|a little|a tad|a touch|a shade|slightly|somewhat|kind of|kinda|rather|quite|less|more|bit|not quite as|nowhere near as|not nearly as|not as|not so|as|not that|not too|not very|nothing too|not) ([a-z]+)( enough)?/g;

const MILD = /^(?:bit|a bit|a little|a tad|a touch|a shade|slightly|somewhat|kind of|kinda|rather|quite)$/;

/** "Too heavy", "less flashy", "not light enough", "more modern". */
export function degrees(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return findAll(context.message, DEGREE, clause).flatMap((found) => {
    const [, degree = "", adjective = "", enough] = found.match;
    if (NOT_ADJECTIVES.has(adjective) || context.quantities.some((quantity) => overlaps(quantity, found)))
      return [];
    const dimension = ADJECTIVES.get(adjective);
    const kept = /^(?:not|no|without).* (more|less)$/.exec(degree);
    if (kept) {
      // "Lighter but not more expensive": the item's own price will do.
      if (!dimension) return [];
      const bounded = measured(context, found, dimension, sku, kept[1] === "more");
      return [{ ...bounded, critique: { ...bounded.critique, orEqual: true } }];
    }
    const falls =
      degree === "too" ||
      degree === "less" ||
      (degree.startsWith("not") && !enough) ||
      degree === "nothing too";
    const rises = degree === "more" || (degree.startsWith("not") && enough !== undefined);
    // "These are a bit pricey" asks for less of it, as "too pricey" does.
    const complains =
      MILD.test(degree) &&
      (describesItem(context, clause) ||
        (hasItemInView(context.state) && endsClause(context, found, clause)));
    if (complains && dimension) return [measured(context, found, dimension, sku, true)];
    if (complains && isProperty(adjective)) return [styled(context, found, adjective, "negative", sku)];
    if (!falls && !rises) return [];
    if (degree === "not" && !enough && !dimension) return [];
    const hedged = degree.startsWith("not") && !enough;
    if (dimension) {
      // "Not too expensive" is a wish as much as a criticism: nothing was shown that it could be said of.
      const isWhole = found.from === clause.from && found.to === clause.to && degree !== "not";
      const measures =
        describesItem(context, clause) || sku !== null || (isWhole && hasItemInView(context.state));
      const act = (hedged || degree === "nothing too") && !measures ? "inform" : "critique";
      // Falling means less of the adjective: "too light" asks for more weight.
      return [measured(context, found, dimension, sku, falls, act)];
    }
    // Of what is shown, whatever is "too" something is that; of wishes only what looks like an adjective.
    const said = degree === "too" && hasItemInView(context.state);
    const isNamed = context.mentions.some((mention) => overlaps(mention, found) && mention.kind !== "tag");
    // "More upright" by itself cannot be more of a thing.
    const isAlone =
      /^(?:more|less)$/.test(degree) &&
      hasItemInView(context.state) &&
      found.to === clause.to &&
      clause.to - clause.from <= 3;
    if (!said && !isAlone && !isProperty(adjective)) return [];
    if (CONVERSATION_WORDS.has(adjective) || (isNamed && !FEATURES.has(adjective))) return [];
    const styledCritique = styled(context, found, adjective, falls ? "negative" : "positive", sku);
    return [
      degree === "nothing too" || hedged ? { ...styledCritique, act: "inform" as const } : styledCritique,
    ];
  });
}

function isProperty(adjective: string): boolean {
  return (
    FEATURES.has(adjective) ||
    /(?:y|ish|ful|ed|ing|ern|ic|ous|able|al|ive|ant|ent|proof|less)$/.test(adjective)
  );
}

/** "A tad expensive", "a bit pricey for me": nothing follows that the adjective could describe. */
function endsClause(context: Context, found: Span, clause: Span): boolean {
  return (
    found.to === clause.to ||
    /^(?:for|though|tbh|imo|then|too)$/.test(context.message.tokens[found.to]?.word ?? "")
  );
}
