/** Which of two items has more of what an adjective speaks of. */
import { isClaimedSo } from "../compared-items.ts";
import type { FactMeasure, ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { majorOf, type Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import type { Comparable } from "../words/comparables.ts";

/** "A is lighter than B": the first named is compared with the second; "it is lighter" with the other items. */
export function holdsBetween(
  clause: Clause,
  place: { start: number },
  reading: Reading,
  support: Support,
  comparable: Comparable,
): boolean {
  const inClause = reading.mentions.filter(
    (mention) => mention.start >= clause.start && mention.end <= clause.end,
  );
  const before = inClause.filter((mention) => mention.end <= place.start).at(-1)?.items;
  const after = inClause.find((mention) => mention.start >= place.start)?.items;
  const claimed = after && isClaimedSo({ first: before ?? clause.about, second: after }, comparable, support);
  if (typeof claimed === "boolean") return claimed;
  if (before !== undefined && after !== undefined)
    return before.every((a) => after.every((b) => a !== b && beats(a, b, comparable, false, support)));
  if (before !== undefined || (after === undefined && clause.named.length === 0)) {
    const owners = before ?? clause.about;
    return owners.some(
      (a) =>
        support.items.some((b) => a !== b && beats(a, b, comparable, false, support)) &&
        support.items.every((b) => a === b || !beats(b, a, comparable, false, support)),
    );
  }
  return (after ?? []).some((b) =>
    support.items.some((a) => a !== b && beats(a, b, comparable, false, support)),
  );
}

/** `ties` counts an equal as beaten: "the cheapest" may be shared, "cheaper" may not. */
export function beats(
  a: ItemFacts,
  b: ItemFacts,
  comparable: Comparable,
  ties: boolean,
  support: Support,
): boolean {
  if (isClaimed(a, b, comparable, support)) return true;
  const wanted = comparable.direction;
  const found = pairs(a, b, comparable.attribute);
  return (found.length > 0 ? found : pairsIn(a, b, comparable.dimension)).some(
    ([own, other]) => (wanted === "less" ? own < other : own > other) || (ties && own === other),
  );
}

function isClaimed(
  a: ItemFacts,
  b: ItemFacts,
  { attribute, direction }: Comparable,
  support: Support,
): boolean {
  const isAbout = (name: string) =>
    typeof attribute === "string" ? attribute === name : attribute.test(name);
  return support.comparisons.some(
    (claimed) =>
      isAbout(claimed.attribute) &&
      ((claimed.sku === a.product.sku && claimed.over === b.product.sku && claimed.direction === direction) ||
        (claimed.sku === b.product.sku &&
          claimed.over === a.product.sku &&
          claimed.direction === (direction === "less" ? "more" : "less"))),
  );
}

function pairs(a: ItemFacts, b: ItemFacts, attribute: Comparable["attribute"]): [number, number][] {
  if (attribute === "price") {
    return a.product.price.currency === b.product.price.currency
      ? [[majorOf(a.product.price), majorOf(b.product.price)]]
      : [];
  }
  if (attribute === "rating") return numbers(a.product.rating?.value, b.product.rating?.value);
  if (attribute === "ratings") return numbers(a.product.rating?.count, b.product.rating?.count);
  if (attribute === "popularity") return numbers(a.product.popularity, b.product.popularity);
  const isNamed = ({ attribute: name, dimension }: FactMeasure) =>
    attribute.test(name?.join(" ") ?? "") || (dimension === "weight" && attribute.test("weight"));
  const ofEach = (isAlike: (own: FactMeasure, other: FactMeasure) => boolean) =>
    a.measures.flatMap((own) =>
      b.measures.flatMap((other): [number, number][] =>
        own.dimension === other.dimension && isAlike(own, other) ? [[own.value, other.value]] : [],
      ),
    );
  const countOf = ({ product }: ItemFacts) =>
    product.attributes.find(
      ({ name, number }) => number !== undefined && attribute.test(stemsOf(name).join(" ")),
    );
  const [ownCount, otherCount] = [countOf(a), countOf(b)];
  if (
    ownCount?.name === otherCount?.name &&
    ownCount?.number !== undefined &&
    ownCount.unit === otherCount?.unit
  )
    return numbers(ownCount.number, otherCount?.number);
  const alike = ofEach(
    (own, other) => isNamed(own) && own.attribute?.join(" ") === other.attribute?.join(" "),
  );
  if (alike.length > 0) return alike;
  // One row's depth is another's width; and a cable's title says a length without calling it one.
  const across = ofEach((own, other) => isNamed(own) && isNamed(other));
  if (across.length > 0 || !attribute.test("length")) return across;
  const only = ({ measures }: ItemFacts) => {
    const lengths = new Set(
      measures.flatMap(({ dimension, value }) => (dimension === "length" ? [value] : [])),
    );
    return lengths.size === 1 ? [...lengths] : [];
  };
  return numbers(only(a)[0], only(b)[0]);
}

/** Measures of one dimension under one name: the watts of both items' speakers. */
function pairsIn(a: ItemFacts, b: ItemFacts, dimension: string | undefined): [number, number][] {
  if (dimension === undefined) return [];
  return a.measures.flatMap((own) =>
    b.measures.flatMap((other): [number, number][] =>
      own.dimension === dimension &&
      other.dimension === dimension &&
      own.attribute?.join(" ") === other.attribute?.join(" ")
        ? [[own.value, other.value]]
        : [],
    ),
  );
}

function numbers(a: number | null | undefined, b: number | null | undefined): [number, number][] {
  return a === null || b === null || a === undefined || b === undefined ? [] : [[a, b]];
}
