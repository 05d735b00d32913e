import type { Preference } from "../dialogue/state.ts";
import { splitsOf } from "./attribute-splits.ts";
import { beliefsOf } from "./beliefs.ts";
import type { Candidate, CandidateQuery, CandidateSearch } from "./candidates.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { diversify, poolSize, REPEAT } from "./diversify.ts";
import { rankedByOrder } from "./extremes.ts";
import { type FreeWords, freeWords, isFound } from "./free-words.ts";
import { type Grades, MET, UNSAID, verdictOf } from "./grades.ts";
import { highest } from "./highest.ts";
import { type PreferenceMatch, passingAll } from "./match-preference.ts";
import type { Money } from "./product.ts";
import { type Relaxation, relax } from "./relax.ts";
import { relevanceTo } from "./relevance.ts";
import { type Utility, utilityOf } from "./score-candidates.ts";
import type { SearchTools } from "./search-tools.ts";
import { mergeKinds, oneOfEach } from "./several-kinds.ts";

/** The ranked shortlist for what is known of a shopper. See `CandidateSearch` for the promises its parts keep. */
export function findCandidates(
  index: CatalogIndex,
  tools: SearchTools,
  query: CandidateQuery,
): CandidateSearch {
  const graded = query.preferences
    .filter((preference) => preference.held && !isOfOtherCurrency(preference, index.currency))
    .map((preference) => ({ preference, grades: tools.grades.of(preference) }));
  const { matches, kinds } = mergeKinds(graded);
  const musts = matches.filter(({ preference }) => preference.firmness === "must");
  const words = wordsOf(index, query, tools);
  const search = { index, tools, query, matches, musts, words };
  const offered = offeredDocuments(search);
  const matching = passingAll(musts, offered, tools.room.documents);
  if (matching.length === 0) return deadEnd(search, offeredDocuments(search));

  const utility = utilityOf(index, query, matches, words, tools.room.similarity);
  const scores = tools.room.scores.subarray(0, matching.length).fill(0);
  utility.addTo(matching, scores);
  const beliefs = beliefsOf(scores, tools.room.beliefs);
  const ordered = rankedByOrder(index, matches, matching, scores, query.limit);
  return {
    candidates: ordered
      ? ordered.documents.flatMap(({ document, score }) =>
          candidateOf(index, matches, utility, document, score),
        )
      : eachKind(search, utility, matching, scores, kinds),
    total: matching.length,
    extreme: ordered?.extreme ?? null,
    uncertainty: beliefs.entropy,
    price: priceRange(index, matching),
    splits: splitsOf(matching, beliefs, index, tools.tally, askedFor(query)),
    relaxed: null,
    soldOut: null,
  };
}

/** 30,000 yen say nothing of a price in dollars. */
function isOfOtherCurrency({ attribute, unit }: Preference, currency: string): boolean {
  return attribute === "price" && unit !== undefined && unit !== currency;
}

function wordsOf(index: CatalogIndex, { text, meaning }: CandidateQuery, tools: SearchTools): FreeWords {
  const parts = { text: index.text, kind: index.kind, columns: index.relevance };
  const among = index.columns.inStock;
  const relevance =
    text.trim() === "" ? null : relevanceTo(text, parts, { among, room: tools.room.relevance });
  const coverage = () => index.text.coverage(among);
  return freeWords(relevance, tools.nearnessTo(meaning ?? null), { among, coverage });
}

interface Search {
  index: CatalogIndex;
  tools: SearchTools;
  query: CandidateQuery;
  matches: readonly PreferenceMatch[];
  musts: readonly PreferenceMatch[];
  words: FreeWords;
}

/** What may be recommended at all, whatever is wished: in stock, not turned down, and with something of the free words where these are all there is to go by. */
function offeredDocuments({ index, tools, query, musts, words }: Search): Uint32Array {
  const inStock = tools.inStock();
  const isLeftOut = leftOut(index, query);
  const isByWords = musts.length === 0 && words.relevance !== null;
  if (isLeftOut.length === 0 && !isByWords) return inStock;
  const offered = tools.room.documents;
  let count = 0;
  let left = 0;
  for (let at = 0; at < inStock.length; at++) {
    const document = inStock[at] ?? 0;
    // Both are ascending.
    while ((isLeftOut[left] ?? document) < document) left++;
    if (isLeftOut[left] === document) continue;
    if (!isByWords || isFound(words, document)) offered[count++] = document;
  }
  return offered.subarray(0, count);
}

/** Ascending. */
function leftOut(index: CatalogIndex, { exclude, like }: CandidateQuery): Uint32Array {
  const skus = like === null ? exclude : [...exclude, like];
  return Uint32Array.from(skus.flatMap((sku) => index.skus.get(sku) ?? [])).sort();
}

function rank(
  { index, query, matches }: Search,
  utility: Utility,
  documents: ArrayLike<number>,
  scores: Float64Array,
): Candidate[] {
  const best = highest(documents, scores, poolSize(query.limit));
  const repeat = matches.length === 0 ? REPEAT.named : REPEAT.wished;
  return diversify(best, index.columns.families, query.limit, repeat).flatMap(({ document, score }) =>
    candidateOf(index, matches, utility, document, score),
  );
}

/** Where several kinds are wished for, more is looked through than is asked for, so that each of them is there. */
function eachKind(
  search: Search,
  utility: Utility,
  documents: Uint32Array,
  scores: Float64Array,
  kinds: readonly Grades[],
): Candidate[] {
  const ranked = rank(search, utility, documents, scores);
  if (kinds.length === 0) return ranked;
  const documentOf = ({ product }: Candidate) => search.index.skus.get(product.sku) ?? -1;
  const best = kinds.flatMap((grades) => {
    const places = Array.from(documents.keys()).filter((at) => isOfKind(grades, documents[at] ?? -1));
    const own = places.map((at) => documents[at] ?? 0);
    return rank(
      search,
      utility,
      own,
      Float64Array.from(places, (at) => scores[at] ?? 0),
    ).slice(0, 1);
  });
  const others = ranked.filter(({ product }) => !best.some((other) => other.product.sku === product.sku));
  return oneOfEach([...best, ...others], kinds, documentOf).slice(0, search.query.limit);
}

function isOfKind(grades: Grades, document: number): boolean {
  const grade = grades[document] ?? UNSAID;
  return grade !== UNSAID && grade >= MET;
}

function candidateOf(
  index: CatalogIndex,
  matches: readonly PreferenceMatch[],
  utility: Utility,
  document: number,
  score: number,
): Candidate[] {
  const product = index.products.at(document);
  if (product === undefined) return [];
  const verdicts = { meets: [] as string[], misses: [] as string[], unknown: [] as string[] };
  for (const { preference, grades } of matches)
    verdicts[verdictOf(grades[document] ?? UNSAID)].push(preference.id);
  return [{ product, score, parts: utility.partsOf(document), ...verdicts }];
}

function askedFor({ preferences }: CandidateQuery): Set<string> {
  return new Set(
    preferences.filter(({ held, operator }) => held && operator !== "any").map(({ attribute }) => attribute),
  );
}

function priceRange(index: CatalogIndex, documents: ArrayLike<number>): { low: Money; high: Money } | null {
  const { prices } = index.columns;
  let low = documents[0];
  let high = documents[0];
  if (low === undefined || high === undefined) return null;
  for (let at = 1; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    if ((prices[document] ?? 0) < (prices[low] ?? 0)) low = document;
    if ((prices[document] ?? 0) > (prices[high] ?? 0)) high = document;
  }
  const [lowest, highest] = [index.products.at(low)?.price, index.products.at(high)?.price];
  return lowest && highest ? { low: lowest, high: highest } : null;
}

/** Nothing can be recommended that meets all: what is sold out, and what there is when one wish gives way [INI-4]. */
function deadEnd(search: Search, offered: Uint32Array): CandidateSearch {
  const { index, musts } = search;
  // Before anything is relaxed, which takes the room that the relevance of the words is in.
  const soldOut = bestSoldOut(search);
  const relaxation = musts.length === 0 ? null : relax(musts, index, offered);
  return {
    candidates: [],
    total: 0,
    uncertainty: 0,
    price: null,
    splits: [],
    relaxed: relaxation && {
      ...describeRelaxed(search, relaxation),
      ...ofBrandElsewhere(search, relaxation, offered),
    },
    soldOut,
  };
}

/** The best of what can't be had and misses nothing that was asked for, in words or wishes: "this fits" is said of it. */
function bestSoldOut(search: Search): Candidate | null {
  const { index, tools, query, matches, musts } = search;
  const { relevance } = search.words;
  // Words that nothing in the catalog has say nothing against what meets all wishes.
  const words = relevance !== null && hasAny(relevance) ? relevance : null;
  if (musts.length === 0 && words === null) return null;
  const isLeftOut = leftOut(index, query);
  const soldOut = tools.soldOut();
  // In a place of its own, because what is offered stands in the common one.
  const fitting = passingAll(musts, soldOut, new Uint32Array(soldOut.length)).filter(
    (document) =>
      (words === null || (words[document] ?? 0) > 0) &&
      !isLeftOut.includes(document) &&
      !missesAny(matches, document),
  );
  if (fitting.length === 0) return null;
  const utility = utilityOf(index, query, matches, search.words, tools.room.similarity);
  const scores = tools.room.scores.subarray(0, fitting.length).fill(0);
  utility.addTo(fitting, scores);
  const [best] = highest(fitting, scores, 1);
  if (best === undefined) return null;
  return candidateOf(index, matches, utility, best.document, best.score)[0] ?? null;
}

function missesAny(matches: readonly PreferenceMatch[], document: number): boolean {
  return matches.some(({ grades }) => verdictOf(grades[document] ?? UNSAID) === "misses");
}

function hasAny(shares: Float32Array): boolean {
  for (let at = 0; at < shares.length; at++) if ((shares[at] ?? 0) > 0) return true;
  return false;
}

/** So few that "the closest" stays true of each of them. */
const CLOSEST_MAX = 12;

function describeRelaxed(search: Search, relaxation: Relaxation): NonNullable<CandidateSearch["relaxed"]> {
  const { index, tools, matches } = search;
  const { preference } = relaxation.dropped;
  const text = `${search.query.text} ${wordsDropped(preference)}`.trim();
  const query = { ...search.query, text };
  const closest = closestDocuments(relaxation);
  const utility = utilityOf(index, query, matches, wordsOf(index, query, tools), tools.room.similarity);
  const scores = new Float64Array(closest.length);
  utility.addTo(closest, scores);
  const candidates = rank({ ...search, query }, utility, closest, scores);
  return {
    preference,
    ...(relaxation.also.length > 0 && { also: relaxation.also.map((match) => match.preference) }),
    isUnmet: relaxation.isUnmet,
    total: relaxation.documents.length,
    candidates: candidates.sort(byGap(index, relaxation)),
    nearest: relaxation.nearest,
  };
}

/** No mount of that maker: then what else the maker has, the kinds with most of it first. */
function ofBrandElsewhere(
  search: Search,
  { dropped }: Relaxation,
  offered: Uint32Array,
): Pick<NonNullable<CandidateSearch["relaxed"]>, "ofBrand"> {
  const { index, query, matches, tools } = search;
  if (dropped.preference.attribute !== "brand" || dropped.preference.polarity === "negative") return {};
  // In a place of its own: the common one may hold what is offered.
  const documents = passingAll([dropped], offered, new Uint32Array(offered.length));
  if (documents.length === 0) return {};
  const scores = new Float64Array(documents.length);
  const utility = utilityOf(index, query, matches, search.words, tools.room.similarity);
  utility.addTo(documents, scores);
  return {
    ofBrand: {
      total: documents.length,
      kinds: kindsOf(index, documents),
      candidates: rank(search, utility, documents, scores),
    },
  };
}

const KINDS_MAX = 3;

/** Their narrowest categories, those with most of them first. */
function kindsOf({ products }: CatalogIndex, documents: Uint32Array): string[] {
  const counts = new Map<string, number>();
  for (const document of documents.subarray(0, LOOKED_AT)) {
    const kind = products.at(document)?.categories.at(-1);
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, KINDS_MAX)
    .map(([kind]) => kind);
}

/** Reading every product of a large brand would cost more than it tells. */
const LOOKED_AT = 200;

/** What was asked for still says what comes near it. */
function wordsDropped({ value, polarity }: Preference): string {
  return typeof value === "string" && polarity === "positive" ? value : "";
}

/** Over a budget or a size, the closest are those that miss it least, whatever else speaks for others. */
function closestDocuments({ documents, gap }: Relaxation): ArrayLike<number> {
  const nearness = new Float64Array(documents.length);
  documents.forEach((document, at) => {
    const distance = gap(document);
    nearness[at] = Number.isNaN(distance) ? Number.NEGATIVE_INFINITY : -distance;
  });
  const closest = highest(documents, nearness, CLOSEST_MAX).filter(({ score }) => Number.isFinite(score));
  return closest.length === 0 ? documents : closest.map(({ document }) => document);
}

function byGap(index: CatalogIndex, { gap }: Relaxation): (one: Candidate, other: Candidate) => number {
  const distance = ({ product }: Candidate) => gap(index.skus.get(product.sku) ?? -1) || 0;
  return (one, other) => distance(one) - distance(other);
}
