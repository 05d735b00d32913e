/** Superlatives and comparisons: verified against numbers of the items, or refused. */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import { majorOf, type Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import { COMPARABLES, type Comparable, RANKED_NOUNS } from "../words/comparables.ts";

const SUPERLATIVE =
  /\b(?:(?:most|least) ([a-z-]+)|([a-z]{2,}est)|((?:top|best|highest|lowest)[- ]rated)|(best|worst)(?!-))\b/g;
const COMPARATIVE =
  /\b(?:(more|less) ([a-z-]+)(?= than\b|[.,;!?]|$)|(?!better\b)([a-z]{2,}er)\b(?= than\b| one\b| (?:choice|option|pick|pack|model|item|pair|product|capacity|screen|battery|rating|price|weight|capacity)\b|[.,;!?]|$| of the two)|(better|worse)\b(?! off\b))/g;
/** "The B holds more" compares without naming what. */
const VERB_COMPARATIVE =
  /\b(costs?|weighs?|holds?|carries|lasts?|offers?|fits) (more|less|longer)(?=[.,;!?]|$| than\b)/g;
const VERB_ATTRIBUTES = new Map(
  Object.entries<Comparable["attribute"]>({
    cost: "price",
    weigh: /weight/,
    hold: /capacity|volume/,
    carries: /capacity|volume/,
    fit: /capacity|volume/,
    last: /battery|life|runtime/,
  }),
);
const RECORD =
  /\b(?:best[- ]?sell(?:er|ers|ing)|top[- ]?sell(?:er|ers|ing)|number one|no\.? ?1|#1|second to none|unbeatable|unbeaten|one of a kind|like no other|nothing (?:else )?(?:beats|comes close)|can't be beaten|world'?s|in its class|award[- ]winning|market[- ]leading|leading brand|industry[- ]leading|top of the (?:line|range)|most people|everyone (?:loves|buys|wants)|everybody (?:loves|buys|wants)|fan favou?rite|crowd favou?rite|trending|must-have|our most|top (?:choice|pick) (?:of|among|for)|popular(?: choice| pick| model)?)\b/g;
/** Not superlatives, for all their ending; and stances, which are the agent's own. */
const NOT_SUPERLATIVE = new Set(
  "rest test west guest quest request interest suggest honest modest forest harvest invest contest nearest closest latest next chest vest nestest best-fit priest digest protest arrest".split(
    " ",
  ),
);
const NOT_COMPARATIVE = new Set(
  "over under after other another either neither never ever together rather whether number order offer prefer consider remember answer matter water power leather rubber silver copper paper filter cover corner center meter liter summer winter weather shopper customer buyer seller reviewer maker manufacturer rider user owner server order computer printer speaker charger adapter holder helper later per her super inner outer upper lower river further former latter shower layer counter carrier zipper timer finger letter gather deliver designer commuter traveler traveller beginner partner mother father daughter brother sister baker eyeliner liner pencil primer powder eyeshadow shimmer lipliner bronzer moisturizer concealer cleanser toner conditioner router monitor controller recorder player receiver mixer blender toaster cooker washer dryer freezer cooler heater scooter roller trailer hanger folder sticker poster cluster december november october september amber ginger lavender clever tender gender wonder thunder border ladder spider cider differ refer suffer transfer register cluster master starter chapter sweater jumper trousers slipper sneaker trainer stroller newer either header drawer quarter dollar driver diver hiker biker killer hairdryer".split(
    " ",
  ),
);
/** A stance: the best for this shopper, in the agent's judgement. */
const STANCE_BEST =
  /\bbest (?:match|fit|bet|suited|suits|answer)\b|\b(?:fits?|suits?|match(?:es)?|works?|meets?|covers?) (?:\w+ ){0,5}best\b|\bbest (?:of luck|regards|wishes|way|to)\b|\bdo my best\b|\bworks best\b|\b(?:do|did|know|get|deserve) better\b|\bat (?:best|least|most|the (?:most|least|latest|earliest))\b|\bat best\b|\bbetter off\b/;
const SHOP_WIDE =
  /\b(?:our|we (?:have|sell|carry|stock)|in (?:the|our) (?:shop|store|catalog(?:ue)?|range|market|world|whole)|on the market|you'll find|anywhere|around|ever|of all|in its class|online|money can buy|by far)\b/;
const TALK_KINDS = new Set<Clause["kind"]>(["question", "offer", "condition", "absence", "shopper"]);

export const checkRankings: Check = (reading, support) =>
  reading.clauses.flatMap((clause) => [
    ...records(clause, reading),
    ...superlatives(clause, reading, support),
    ...comparatives(clause, reading, support),
    ...verbComparatives(clause, reading, support),
  ]);

/** "Best-seller", "number one": only in the row's own words. */
function records(clause: Clause, reading: Reading): Finding[] {
  if (clause.kind === "absence" || clause.kind === "question") return [];
  return [...clause.text.matchAll(RECORD)].flatMap((match): Finding[] => {
    const start = clause.start + match.index;
    const place = { start, end: start + match[0].length };
    if (
      subjectsOf(place, clause, reading).some((item) =>
        item.phrases.includes(` ${stemsOf(match[0]).join(" ")} `),
      )
    )
      return [];
    if (reading.mentions.some((mention) => start >= mention.start && start < mention.end)) return [];
    return [{ type: "unsupported", ...place, why: "a rank that nothing supports" }];
  });
}

function superlatives(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (TALK_KINDS.has(clause.kind)) return [];
  return [...clause.text.matchAll(SUPERLATIVE)].flatMap((match): Finding[] => {
    const word = match[1] ?? match[2] ?? match[3] ?? match[4] ?? "";
    const start = clause.start + match.index;
    const place = { start, end: start + match[0].length };
    if (match[2] !== undefined && NOT_SUPERLATIVE.has(word)) return [];
    if (
      match[1] !== undefined &&
      /^(?:of|in|on|by|from|people|likely|importantly|important|part|cases|relevant|buyers|sense)$/.test(word)
    )
      return [];
    if (
      STANCE_BEST.test(clause.text.slice(Math.max(0, match.index - 45), match.index + match[0].length + 12))
    )
      return [];
    if (reading.mentions.some((mention) => start >= mention.start && start < mention.end)) return [];
    const about = subjectsOf(place, clause, reading);
    if (isInRow(clause, match.index, match[0], about)) return [];
    // "It isn't the lightest" concedes.
    if (
      /(?:\bnot|n't|\bhardly|\bfar from|\bnever) (?:quite |exactly |really )?(?:the |our |their )?$/.test(
        clause.text.slice(0, match.index),
      )
    )
      return [];
    const comparable = comparableOf(
      match[1] ?? word,
      match[0],
      clause.text.slice(match.index + match[0].length),
    );
    const ranked = clause.named.length > 0 ? clause.named.slice(0, 1) : about;
    if (ranked.some((item) => isClaimedExtreme(item, match[0], comparable, support))) return [];
    const fewest = /^least /.test(match[0]) || /^lowest[- ]rated/.test(match[0]);
    if (comparable !== null && support.items.length > 1 && !SHOP_WIDE.test(clause.text)) {
      const wanted = fewest && match[2] === undefined ? opposite(comparable) : comparable;
      if (
        ranked.some((item) =>
          support.items.every((other) => other === item || beats(item, other, wanted, true, support)),
        )
      )
        return [];
    }
    return [{ type: "unsupported", ...place, why: "a superlative that nothing supports" }];
  });
}

/** The plan has searched for it: "the cheapest" of what fits, which the items at hand alone could not show. */
function isClaimedExtreme(
  { product }: ItemFacts,
  said: string,
  comparable: Comparable | null,
  { extremes }: Support,
): boolean {
  const isLeast = /^(?:least|lowest|fewest)/.test(said);
  const isMost = /^(?:most|highest|greatest|best)/.test(said);
  return extremes.some(({ sku, attribute, direction }) => {
    if (sku !== product.sku) return false;
    if (comparable === null) return direction === (isLeast ? "least" : isMost ? "most" : direction);
    const wanted = isLeast ? opposite(comparable) : comparable;
    const isAbout =
      typeof wanted.attribute === "string" ? wanted.attribute === attribute : attribute !== "price";
    return isAbout && direction === (wanted.direction === "less" ? "least" : "most");
  });
}

function comparatives(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (TALK_KINDS.has(clause.kind)) return [];
  return [...clause.text.matchAll(COMPARATIVE)].flatMap((match): Finding[] => {
    const word = match[2] ?? match[3] ?? match[4] ?? "";
    const start = clause.start + match.index;
    const place = { start, end: start + match[0].length };
    if (STANCE_BEST.test(clause.text.slice(Math.max(0, match.index - 12), match.index + match[0].length)))
      return [];
    if (match[3] !== undefined && NOT_COMPARATIVE.has(word)) return [];
    if (
      match[2] !== undefined &&
      /^(?:than|of|about|on|to|or|effort|time|work|attention|patience|help|thing|things|detail|details|information|options?|questions?|if|in|for)$/.test(
        word,
      )
    )
      return [];
    if (reading.mentions.some((mention) => start >= mention.start && start < mention.end)) return [];
    if (isInRow(clause, match.index, match[0], clause.about)) return [];
    const rest = clause.text.slice(match.index + match[0].length);
    if (
      /^ than (?:it|they) (?:used|was|were)\b|^ than (?:before|the (?:old|former|original) price)/.test(rest)
    )
      if (word === "cheaper" && clause.about.some((item) => item.product.was !== null)) return [];
    // "One more point" counts; it compares nothing.
    if (
      match[1] !== undefined &&
      /\b(?:one|two|three|some|any|no|few|once|bit|what's|\d+) $/.test(clause.text.slice(0, match.index))
    )
      return [];
    // "Something lighter" is a wish; it says of no item that it is.
    if (/\b(?:something|anything) (?:a bit |a little |much )?$/.test(clause.text.slice(0, match.index)))
      return [];
    const isRated = /\brated (?:a little |slightly |much |somewhat )?$/.test(
      clause.text.slice(0, match.index),
    );
    const comparable: Comparable | null = isRated
      ? { attribute: "rating", direction: word.startsWith("low") ? "less" : "more" }
      : comparableOf(word, match[0], clause.text.slice(match.index + match[0].length));
    if (
      comparable !== null &&
      holdsBetween(clause, place, reading, support, match[1] === "less" ? opposite(comparable) : comparable)
    )
      return [];
    // An ending alone makes no comparison: "than" or a known adjective does.
    if (
      comparable === null &&
      match[3] !== undefined &&
      !/^ than\b/.test(clause.text.slice(match.index + match[0].length))
    )
      return [];
    return [{ type: "unsupported", ...place, why: "a comparison that the items do not bear out" }];
  });
}

function verbComparatives(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (TALK_KINDS.has(clause.kind)) return [];
  return [...clause.text.matchAll(VERB_COMPARATIVE)].flatMap((match): Finding[] => {
    const start = clause.start + match.index;
    const verb = match[1] ?? "";
    const attribute = VERB_ATTRIBUTES.get(verb) ?? VERB_ATTRIBUTES.get(verb.replace(/s$/, ""));
    const direction = match[2] === "less" ? "less" : "more";
    if (
      attribute !== undefined &&
      holdsBetween(clause, { start }, reading, support, { attribute, direction })
    )
      return [];
    return [
      {
        type: "unsupported",
        start,
        end: start + match[0].length,
        why: "a comparison that the items do not bear out",
      },
    ];
  });
}

/** "A is lighter than B": the first named is compared with the second; "it is lighter" with the other items. */
function holdsBetween(
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
  if (before !== undefined && after !== undefined)
    return before.some((a) => after.some((b) => a !== b && beats(a, b, comparable, false, support)));
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

function comparableOf(word: string, match: string, after: string): Comparable | null {
  const noun = RANKED_NOUNS.get(/^ (\w+)/.exec(after)?.[1] ?? "");
  if (noun !== undefined && /^(?:higher|highest|better|best|lower|lowest)$/.test(word)) {
    return { attribute: noun, direction: word.startsWith("low") ? "less" : "more" };
  }
  if (/rated/.test(match)) return { attribute: "rating", direction: "more" };
  if (word === "popular") return { attribute: "popularity", direction: "more" };
  const base = word.replace(/i(?:er|est)$/, "y").replace(/(?:er|est)$/, "");
  for (const candidate of [word, base, `${base}e`, base.replace(/(.)\1$/, "$1")]) {
    const comparable = COMPARABLES.get(candidate);
    if (comparable !== undefined) return comparable;
  }
  return null;
}

function opposite(comparable: Comparable): Comparable {
  return { ...comparable, direction: comparable.direction === "less" ? "more" : "less" };
}

/** `ties` counts an equal as beaten: "the cheapest" may be shared, "cheaper" may not. */
function beats(a: ItemFacts, b: ItemFacts, comparable: Comparable, ties: boolean, support: Support): boolean {
  if (isClaimed(a, b, comparable, support)) return true;
  const wanted = comparable.direction;
  return pairs(a, b, comparable.attribute).some(
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
  if (attribute === "popularity") return numbers(a.product.popularity, b.product.popularity);
  return a.measures.flatMap((own) =>
    b.measures.flatMap((other): [number, number][] => {
      const same =
        own.dimension === other.dimension && own.attribute?.join(" ") === other.attribute?.join(" ");
      const named =
        attribute.test(own.attribute?.join(" ") ?? "") ||
        (own.dimension === "weight" && attribute.test("weight"));
      return same && named ? [[own.value, other.value]] : [];
    }),
  );
}

function numbers(a: number | null | undefined, b: number | null | undefined): [number, number][] {
  return a === null || b === null || a === undefined || b === undefined ? [] : [[a, b]];
}

/** The row says it in these very words, with the word that follows: "best results", "softest fleece". */
function isInRow(clause: Clause, index: number, match: string, about: readonly ItemFacts[]): boolean {
  const next = /^\s+([a-z]+)/.exec(clause.text.slice(index + match.length))?.[1];
  if (next === undefined) return false;
  const phrase = ` ${stemsOf(`${match} ${next}`).join(" ")} `;
  return about.some((item) => item.phrases.includes(phrase));
}
