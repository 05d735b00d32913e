/** What a question's own words lead to, whatever it was taken to be about. */
import type { Attribute, Product } from "../catalog/product.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import { type Found, SHOP_TOPICS } from "./answer-from-row.ts";
import type { ClaimBook } from "./claim-book.ts";
import { isKindred } from "./kindred-words.ts";
import type { PlanContext } from "./plan-context.ts";
import { sayable } from "./product-facts.ts";
import { quoteCustomers, wordsAsked } from "./quote-customers.ts";

/** An attribute that the question's own words name. */
export function answerFromNames(question: OpenQuestion, product: Product, book: ClaimBook): Found | null {
  if (isOfTerms(question)) return null;
  const attribute = attributeNamedIn(ofItsOwn(question).text, product);
  return attribute ? { claims: [book.attribute(product, attribute)], holds: null } : null;
}

/** A customer who wrote of the same. */
export function answerFromQuotes(
  question: OpenQuestion,
  product: Product,
  context: PlanContext,
  book: ClaimBook,
): Found | null {
  if (isOfTerms(question)) return null;
  const asked = wordsAsked(ofItsOwn(question).text);
  const claims = asked.length === 0 ? null : quoteCustomers(product, asked, context, book);
  return claims && { claims, holds: null };
}

function isOfTerms({ about }: OpenQuestion): boolean {
  return SHOP_TOPICS.has(about) || about === "discount";
}

/** Of two things asked in one breath each is looked for by its own name. */
function ofItsOwn({ text, value, kind }: OpenQuestion): { text: string } {
  return { text: value !== undefined && kind !== "doubt" ? value : text };
}

/** Words of an attribute's name that questions leave out: "how long does it keep hot" asks for the "keeps hot time". */
const UNSAID = new Set(["time", "rating", "type", "level", "max", "min", "of", "the"]);

/** An attribute that the question names in passing, whatever it was taken to be about. */
function attributeNamedIn(text: string, product: Product): Attribute | undefined {
  const asked = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return product.attributes.find((attribute) => {
    const words = attribute.name.split(/\s+/).filter((word) => !UNSAID.has(word));
    return (
      sayable(attribute) &&
      words.length > 0 &&
      words.every((word) => asked.some((other) => isKindred(word, other)))
    );
  });
}
