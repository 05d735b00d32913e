/** What a question's own words lead to, whatever it was taken to be about. */
import type { Attribute, Product } from "../catalog/product.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import { type Found, SHOP_TOPICS } from "./answer-from-row.ts";
import type { ClaimBook } from "./claim-book.ts";
import { isKindred } from "./kindred-words.ts";
import type { PlanContext } from "./plan-context.ts";
import { sayable } from "./product-facts.ts";

/** What the question's own words lead to: an attribute they name, or a customer who wrote of the same. */
export function answerFromWords(
  question: OpenQuestion,
  product: Product,
  context: PlanContext,
  book: ClaimBook,
): Found | null {
  if (SHOP_TOPICS.has(question.about) || question.about === "discount") return null;
  const attribute = attributeNamedIn(question.text, product);
  if (attribute) return { claims: [book.attribute(product, attribute)], holds: null };
  return answerFromExperience(question.text, product, context, book);
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

/** A customer's sentence that speaks of what was asked: at least two of the question's own words. */
function answerFromExperience(
  text: string,
  product: Product,
  context: PlanContext,
  book: ClaimBook,
): Found | null {
  const asked = [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].filter(
    (word) => !ASKING_WORDS.has(word),
  );
  for (const review of context.reviews(product.sku)) {
    for (const sentence of review.text.match(/[^.!?]+[.!?]+(?=\s|$)/g) ?? []) {
      const words = sentence.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
      const shared = asked.filter((word) => words.some((other) => isKindred(word, other)));
      if (shared.length >= 2 && sentence.length <= 200)
        return { claims: [book.review(review, sentence.trim())], holds: null };
    }
  }
  return null;
}

const ASKING_WORDS = new Set(
  "does will would could should this that they them with have what which where when there about really actually sure from your into than some very much many this it's".split(
    " ",
  ),
);
