/** Superlatives and comparisons: verified against numbers of the items, or refused. */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import { matchesOf } from "../matches-of.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import { COMPARABLES, type Comparable, RANKED_NOUNS } from "../words/comparables.ts";
import { beats, holdsBetween } from "./beats.ts";

const SUPERLATIVE =
  /\b(?:(?:most|least) ([a-z-]+)|([a-z]{2,}est)|((?:top|best|highest|lowest)[- ]rated)|(best|worst)(?!-))\b/g;
const COMPARATIVE =
  /\b(?:((?<=\bthe )(?:more|less|fewer)(?= [a-z-]{4,} [a-z]+\b)|more|less|fewer) ([a-z-]+)(?= (?:with|on|from|in) (?:the|this|that|your) [a-z]|(?<=\bthe (?:more|less) [a-z-]{4,}) [a-z]+\b| than\b| one\b| (?:choice|option|pick|pack|model|item|pair|product)\b|[.,;!?]|$| of the two)|(?!better\b)([a-z]{2,}er)\b(?= than\b| one\b| (?:choice|option|pick|pack|model|item|pair|product|capacity|screen|battery|rating|price|weight|capacity)\b| (?:[a-z-]+ ){1,2}than\b| (?!side\b)[a-z-]+(?:[.,;!?]|$)|[.,;!?]|$| of the two)|(better|worse)\b(?! off\b))/g;
/** "The B holds more" compares without naming what. */
const VERB_COMPARATIVE =
  /\b(costs?|weighs?|holds?|carries|lasts?|runs?|offers?|fits|takes?) (?:the )?(more|less|longer|most|least|longest)(?=[.,;!?]|$| than\b| of\b)/g;
const VERB_ATTRIBUTES = new Map(
  Object.entries<Comparable["attribute"]>({
    cost: "price",
    weigh: /weight/,
    hold: /capacity|volume/,
    carries: /capacity|volume|load/,
    fit: /capacity|volume/,
    last: /battery|life|run ?time/,
    run: /battery|life|run ?time/,
    take: /load|capacity|volume|limit/,
  }),
);
const RECORD =
  /\b(?:best[- ]?sell(?:er|ers|ing)|top[- ]?sell(?:er|ers|ing)|number one|no\.? ?1|#1|second to none|unbeatable|unbeaten|one of a kind|like no other|nothing (?:else )?(?:beats|comes close)|can't be beaten|world'?s|in its class|award[- ]winning|market[- ]leading|leading brand|industry[- ]leading|top of the (?:line|range)|most people|everyone (?:loves|buys|wants)|everybody (?:loves|buys|wants)|fan favou?rite|crowd favou?rite|trending|must-have|our most|top of the line|top-of-the-(?:line|range)|top[- ]notch|(?:you )?(?:won't|will not|can't|cannot|will never|'ll never|couldn't|haven't|never) (?:\w+ )?(?:find|found|get|see|seen|come across) (?:anything |an? |any(?:one|where)? |one )?(?:[a-z]{3,}er|better|more|less|worse)\b(?! (?:about|in the listing))|nothing (?:else )?(?:compares|matches up)|none (?:better|finer|cheaper)|unsurpassed|unparalleled|peerless|the ultimate|gold standard|hard to (?:beat|top)|no other (?:[a-z]+ (?=[a-z]+s (?:as|so|like|that|this|its)\b)|(?:\w+ ){1,2}(?=comes?|offers?|has|have|can|gives?|gets?|does|is|beats))[a-z]+|no other (?:\w+ ){1,2}(?:comes?|offers?|has|have|can|gives?|gets?|does|is|beats)|(?:no|hardly any|few|barely any) (?:[a-z-]+ ){1,3}(?:is|are|has|gets?|comes|does|gives|feels|runs|rides|lasts|can be)(?: rated)? (?:[a-z]{3,}er|more|less|better)|bar none|hands down|ever made|of all time|outperforms|outclasses|most (?:loved|wanted|sold|bought|recommended|trusted|reviewed)|(?:beats|outdoes) (?:all|every|any)|in the (?:world|country|business|industry)|premier|top (?:choice|pick) (?:of|among|for)|popular(?: choice| pick| model)?)\b/g;
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
    ...nothingLike(clause),
    ...superlatives(clause, reading, support),
    ...comparatives(clause, reading, support),
    ...verbComparatives(clause, reading, support),
    ...ratingCounts(clause, reading, support),
    ...samePrices(clause, support),
  ]);

/** "Best-seller", "number one": only in the row's own words. */
function records(clause: Clause, reading: Reading): Finding[] {
  if (clause.kind === "absence" || clause.kind === "question") return [];
  return matchesOf(RECORD, clause.text).flatMap((match): Finding[] => {
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

/** "Nothing on the market is lighter" is a superlative, for all that it denies; "nothing cheaper fits" is what a search found. */
const NOTHING_LIKE =
  /\b(?:nothing|no one|nobody|none)(?: else)?(?: (?!that\b|which\b|cheaper\b)[\w'-]+){0,6}? (?:is|are|comes?|gets?|feels?|looks?|lasts?|holds?|performs?|packs?|weighs?|costs?|beats?|matches|even) (?:(?:any|even|quite|ever) |\w+ly )?(?:[a-z]{3,}er|better|more|less|close|near|as)\b(?! (?:in|among|of) (?:the|what|these|those|this)\b)/g;

function nothingLike(clause: Clause): Finding[] {
  if (clause.kind === "question") return [];
  return matchesOf(NOTHING_LIKE, clause.text)
    .filter((match) => !NOT_COMPARATIVE.has(/[a-z]+$/.exec(match[0])?.[0] ?? ""))
    .map((match) => {
      const start = clause.start + match.index;
      return {
        type: "unsupported",
        start,
        end: start + match[0].length,
        why: "a rank that nothing supports",
      };
    });
}

function superlatives(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (TALK_KINDS.has(clause.kind)) return [];
  return matchesOf(SUPERLATIVE, clause.text).flatMap((match): Finding[] => {
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
  return matchesOf(COMPARATIVE, clause.text).flatMap((match): Finding[] => {
    const word = match[2] ?? match[3] ?? match[4] ?? "";
    const start = clause.start + match.index;
    const place = { start, end: start + match[0].length };
    if (STANCE_BEST.test(clause.text.slice(Math.max(0, match.index - 12), match.index + match[0].length)))
      return [];
    // "A lower price" ranks, "the lower shelf" does not.
    const isOfRank = /^ (?:price|rating|weight|capacity)\b/.test(
      clause.text.slice(match.index + match[0].length),
    );
    // "Rated higher", "better rated".
    const isRated =
      /\brated (?:a little |slightly |much |somewhat )?$/.test(clause.text.slice(0, match.index)) ||
      / rated$/.test(match[0]) ||
      /^ rated\b/.test(clause.text.slice(match.index + match[0].length));
    if (match[3] !== undefined && NOT_COMPARATIVE.has(word) && !isOfRank && !isRated) return [];
    // "More people", "heavier than 20 kg": numbers, which are checked as such.
    if (/^(?:people|ratings?|reviews?|reviewers?|customers?|buyers?)$/.test(word)) return [];
    if (
      clause.quantities.some(
        ({ start: from, kind }) =>
          kind !== "count" &&
          from >= place.end &&
          /^ than (?:just |only |about )?$/.test(
            clause.text.slice(place.end - clause.start, from - clause.start),
          ),
      )
    )
      return [];
    if (
      match[2] !== undefined &&
      /^(?:than|of|about|on|to|or|with|from|effort|time|work|attention|patience|help|thing|things|detail|details|information|options?|questions?|if|in|for)$/.test(
        word,
      )
    )
      return [];
    if (reading.mentions.some((mention) => start >= mention.start && start < mention.end)) return [];
    if (!isRated && isInRow(clause, match.index, match[0], clause.about)) return [];
    // "Until lunch and not longer" concedes.
    if (
      /\b(?:not|no|any|n't)\s(?:much |far |really )?$/.test(clause.text.slice(0, match.index)) &&
      !/^ than\b/.test(clause.text.slice(match.index + match[0].length))
    )
      return [];
    const rest = clause.text.slice(match.index + match[0].length);
    if (
      /^ than (?:it|they) (?:used|was|were)\b|^ than (?:before|the (?:old|former|original) price)/.test(rest)
    )
      if (word === "cheaper" && clause.about.some((item) => item.product.was !== null)) return [];
    // "Bigger fingers", "warmer days": no item is said to be so. "The pricier guitar" is one.
    if (
      match[3] !== undefined &&
      /^ [a-z-]+(?:[.,;!?]|$)/.test(rest) &&
      !/^ (?:one|choice|option|pick|pack|model|item|pair|product)\b/.test(rest) &&
      !/\b(?:the|an?|has|with|its)(?: (?:much|far|slightly|somewhat|a (?:bit|little)))? $|'s the $/.test(
        clause.text.slice(0, match.index),
      )
    )
      return [];
    // "One more point" counts; it compares nothing. "$2 more expensive than the B" does.
    if (
      match[1] !== undefined &&
      !/^ than\b/.test(clause.text.slice(match.index + match[0].length)) &&
      /\b(?:one|two|three|some|any|no|few|once|bit|what's|\d+) $/.test(clause.text.slice(0, match.index))
    )
      return [];
    // "Something lighter" is a wish; it says of no item that it is.
    if (/\b(?:something|anything) (?:a bit |a little |much )?$/.test(clause.text.slice(0, match.index)))
      return [];
    const isLoad = word === "weight" && match[1] !== undefined;
    const comparable: Comparable | null = isLoad
      ? null
      : isRated
        ? { attribute: "rating", direction: word.startsWith("low") ? "less" : "more" }
        : comparableOf(word, match[0], clause.text.slice(match.index + match[0].length));
    if (
      comparable !== null &&
      holdsBetween(
        clause,
        place,
        reading,
        support,
        match[1] === "less" || match[1] === "fewer" ? opposite(comparable) : comparable,
      )
    )
      return [];
    // "There's nothing cheaper than the A": the plan has searched for it.
    if (
      comparable !== null &&
      /\b(?:nothing|none|no (?:other )?\w+)(?: (?:is|are|here|any))? $/.test(
        clause.text.slice(0, match.index),
      ) &&
      reading.mentions.some(
        ({ isMeasuringStick, items, start: from }) =>
          isMeasuringStick &&
          from >= place.end &&
          items.some((item) => isClaimedExtreme(item, word, comparable, support)),
      )
    )
      return [];
    if (match[3] !== undefined && !isRated && isMoreByWord(word, clause, support)) return [];
    if (!isRated && /^(?:higher|lower)$/.test(word) && holdsOfNamed(clause, place, reading, support, word))
      return [];
    // An ending alone makes no comparison: "than" or a known adjective does.
    if (
      match[1] !== undefined &&
      comparable === null &&
      hasMore(clause, place, reading, support, word, match[1])
    )
      return [];
    if (
      comparable === null &&
      match[3] !== undefined &&
      !/^ than\b/.test(clause.text.slice(match.index + match[0].length))
    )
      return [];
    return [{ type: "unsupported", ...place, why: "a comparison that the items do not bear out" }];
  });
}

/** "Richer" of a cream that is called rich, beside one that is not. */
function isMoreByWord(word: string, clause: Clause, support: Support): boolean {
  const base = word.replace(/i?er$/, "");
  const stems = [base, `${base}y`, `${base}e`, base.replace(/(.)\1$/, "$1")].flatMap(stemsOf);
  const says = (item: ItemFacts) => stems.some((stem) => item.affirmed.has(stem));
  return (
    support.items.length > 1 &&
    clause.about.length > 0 &&
    clause.about.every(says) &&
    support.items.every((item) => clause.about.includes(item) || !says(item))
  );
}

/** "Its load limit is higher": of the attribute that the clause names. */
function holdsOfNamed(
  clause: Clause,
  place: { start: number },
  reading: Reading,
  support: Support,
  word: string,
): boolean {
  const said = new Set(clause.tokens.map(({ stem }) => stem));
  return support.items
    .flatMap(({ product }) => product.attributes.filter(({ number }) => number !== undefined))
    .some(({ name }) => {
      const stems = stemsOf(name);
      return (
        stems.some((stem) => said.has(stem)) &&
        holdsBetween(clause, place, reading, support, {
          attribute: new RegExp(`^${stems.join(" ").replace(/[^\p{L}\d ]/gu, ".")}$`, "u"),
          direction: word === "higher" ? "more" : "less",
        })
      );
    });
}

const SAME_PRICE =
  /\b(?:(?:at|is|are|has|have|for) )?the same price\b|\b(?:costs?|priced|is|are) (?:exactly |just )?the same(?= as\b|[.,;!?]|$)/g;

/** Prices that are said to be equal: of two items, or of one item's variants. */
function samePrices(clause: Clause, support: Support): Finding[] {
  if (TALK_KINDS.has(clause.kind)) return [];
  return matchesOf(SAME_PRICE, clause.text).flatMap((match): Finding[] => {
    const start = clause.start + match.index;
    const isDenied = /\b(?:not|n't|isn't|aren't|don't)\s*$/.test(clause.text.slice(0, match.index));
    const [only] = clause.about;
    const prices =
      clause.about.length === 1 && only !== undefined && only.prices.length > 1
        ? only.prices
        : (clause.about.length > 1 ? clause.about : support.items).map(({ product }) => product.price.minor);
    if (isDenied || new Set(prices).size === 1) return [];
    return [{ type: "unsupported", start, end: start + match[0].length, why: "their prices differ" }];
  });
}

function verbComparatives(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (TALK_KINDS.has(clause.kind)) return [];
  return matchesOf(VERB_COMPARATIVE, clause.text).flatMap((match): Finding[] => {
    const start = clause.start + match.index;
    const isBound = clause.quantities.some(
      (quantity) =>
        quantity.start >= start + match[0].length &&
        /^ than (?:just |only |about )?$/.test(
          clause.text.slice(start + match[0].length - clause.start, quantity.start - clause.start),
        ),
    );
    // "Weighs less than eight pounds" is judged as a measure.
    if (isBound) return [];
    const verb = match[1] ?? "";
    const attribute = VERB_ATTRIBUTES.get(verb) ?? VERB_ATTRIBUTES.get(verb.replace(/s$/, ""));
    const direction = match[2] === "less" || match[2] === "least" ? "less" : "more";
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

/** "The B has more sounds": by the number that both rows give it. */
function hasMore(
  clause: Clause,
  place: { start: number },
  reading: Reading,
  support: Support,
  noun: string,
  more: string,
): boolean {
  const [stem] = stemsOf(noun);
  const direction = more === "more" ? "more" : "less";
  // "Carries more weight" is of its load.
  if (stem === "weight" && /\b(?:carr(?:y|ies)|holds?|takes?|supports?|bears?)\b/.test(clause.text))
    return holdsBetween(clause, place, reading, support, {
      attribute: /load|capac|limit|maximum|weight limit/,
      direction,
    });
  return (
    stem !== undefined &&
    holdsBetween(clause, place, reading, support, { attribute: new RegExp(`\\b${stem}`), direction })
  );
}

/** "More people rated it", "fewer ratings": against the other items' numbers of ratings. */
const MORE_RATINGS =
  /\b(more|fewer|less|most|fewest) (?:\w+ )?(?:people|ratings?|reviews?|reviewers?|customers?|buyers?)\b/g;

function ratingCounts(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (TALK_KINDS.has(clause.kind)) return [];
  return matchesOf(MORE_RATINGS, clause.text).flatMap((match): Finding[] => {
    const place = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
    const direction = /^(?:more|most)$/.test(match[1] ?? "") ? "more" : "less";
    // "One more review" counts.
    if (/\b(?:one|two|three|any|no|few|\d+) $/.test(clause.text.slice(0, match.index))) return [];
    const isNamedBefore = reading.mentions.some(
      ({ start, end }) => start >= clause.start && end <= place.start,
    );
    // "More people rated the A": here what follows is not what is compared with.
    const owners = isNamedBefore ? [] : clause.named.slice(0, 1);
    const holds =
      owners.length > 0
        ? owners.every((a) =>
            support.items.every(
              (b) => a === b || beats(a, b, { attribute: "ratings", direction }, false, support),
            ),
          )
        : holdsBetween(clause, place, reading, support, { attribute: "ratings", direction });
    if (holds) return [];
    return [{ type: "unsupported", ...place, why: "a comparison that the items do not bear out" }];
  });
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

/** The row says it in these very words, with the word that follows: "best results", "softest fleece". */
function isInRow(clause: Clause, index: number, match: string, about: readonly ItemFacts[]): boolean {
  const next = /^\s+([a-z]+)/.exec(clause.text.slice(index + match.length))?.[1];
  if (next === undefined) return false;
  const phrase = ` ${stemsOf(`${match} ${next}`).join(" ")} `;
  return about.some((item) => item.phrases.includes(phrase));
}
