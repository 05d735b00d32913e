import type { Preference } from "../dialogue/state.ts";
import { splitsOf } from "./attribute-splits.ts";
import type { Candidate, CandidateQuery, CandidateSearch } from "./candidates.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { diversify, poolSize } from "./diversify.ts";
import { contentWords, singularOf } from "./fold-text.ts";
import { highest } from "./highest.ts";
import { matchPreference, type PreferenceMatch, passesMust, verdictOf } from "./match-preference.ts";
import type { Money, Product } from "./product.ts";
import { type Relaxation, relax } from "./relax.ts";
import { similarityTo } from "./similarity.ts";

/** How much each thing weighs in a score. Wishes outweigh words, words outweigh what is merely popular. */
const WEIGHT = { text: 4, wish: 2, missedWish: 1, kind: 2, like: 3, prior: 0.6, accessory: 2, feature: 0.5 };

/** The ranked shortlist for what is known of a shopper. See `CandidateSearch` for the promises its parts keep. */
export function findCandidates(index: CatalogIndex, query: CandidateQuery): CandidateSearch {
  const matches = query.preferences
    .filter((preference) => preference.held)
    .map((preference) => matchPreference(preference, index));
  const musts = matches.filter(({ preference }) => preference.firmness === "must");
  const matching = documentsMeeting(index, musts, query);
  if (matching.length === 0 && musts.length > 0) {
    const relaxation = relax(musts, index, (kept) => documentsMeeting(index, kept, query));
    return {
      candidates: [],
      total: 0,
      price: null,
      splits: [],
      relaxed: describeRelaxed(index, query, matches, relaxation),
    };
  }
  const asked = new Set(
    query.preferences
      .filter(({ held, operator }) => held && operator !== "any")
      .map(({ attribute }) => attribute),
  );
  return {
    candidates: rank(index, query, matches, matching),
    total: matching.length,
    price: priceRange(index, matching),
    splits: splitsOf(matching, index, asked),
    relaxed: null,
  };
}

/** Every product that meets the musts, is not excluded, and has something of the free words, where there are such. */
function documentsMeeting(
  index: CatalogIndex,
  musts: readonly PreferenceMatch[],
  query: CandidateQuery,
): number[] {
  const excluded = new Set(query.exclude.map((sku) => index.documentOf.get(sku)));
  const liked = query.like === null ? undefined : index.documentOf.get(query.like);
  const documents: number[] = [];
  for (let document = 0; document < index.products.length; document++) {
    if (document === liked || excluded.has(document)) continue;
    if (musts.every((must) => passesMust(must, document))) documents.push(document);
  }
  if (query.text.trim() === "" || musts.length > 0) return documents;
  const scores = index.text.scores(query.text);
  return documents.filter((document) => (scores[document] ?? 0) > 0);
}

function rank(
  index: CatalogIndex,
  query: CandidateQuery,
  matches: PreferenceMatch[],
  documents: readonly number[],
): Candidate[] {
  const inStock = documents.filter((document) => index.products[document]?.inStock);
  const offered = inStock.length > 0 ? inStock : documents;
  const score = scorer(index, query, matches);
  const scored = highest(offered, score, poolSize(query.limit));
  return diversify(scored, index.families, query.limit).flatMap(({ document, score: reached }) => {
    const product = index.products[document];
    return product === undefined ? [] : [candidateOf(product, document, reached, matches)];
  });
}

function scorer(
  index: CatalogIndex,
  query: CandidateQuery,
  matches: PreferenceMatch[],
): (document: number) => number {
  const words = contentWords(query.text);
  const text = words.length === 0 ? null : index.text.scores(query.text);
  const highestText = text === null ? 1 : text.reduce((highest, score) => Math.max(highest, score), 1e-9);
  const kinds = words.length === 0 ? null : kindGrades(index, words);
  const like = query.like === null ? undefined : index.documentOf.get(query.like);
  const similarity = like === undefined ? null : similarityTo(like, index);
  const wanted = wantedWords(words);

  return (document) => {
    let score = WEIGHT.prior * (index.priors[document] ?? 0);
    if (text !== null) score += WEIGHT.text * ((text[document] ?? 0) / highestText);
    if (kinds !== null) score += WEIGHT.kind * (kinds[document] ?? 0);
    if (similarity !== null) score += WEIGHT.like * similarity(document);
    for (const match of matches) score += preferenceScore(match, document);
    const kind = index.kinds[document];
    const isUnasked =
      kind?.isAccessory && wanted.size > 0 && ![...kind.heads].some((head) => wanted.has(head));
    return isUnasked ? score - WEIGHT.accessory : score;
  };
}

/** Free words that name what is looked for; an accessory is welcome only if they name it. Kinds wished for are graded themselves. */
function wantedWords(words: readonly string[]): Set<string> {
  return new Set(words.map(singularOf));
}

/** "Gravel bike" is graded as a bike where the catalog knows no gravel bikes. */
function kindGrades(index: CatalogIndex, words: readonly string[]): Float32Array {
  const grades = index.kind.grades(words.join(" "));
  return grades.some((grade) => grade > 0) ? grades : index.kind.grades(words.at(-1) ?? "");
}

function preferenceScore({ preference, grade }: PreferenceMatch, document: number): number {
  const reached = grade(document);
  if (reached === null) return 0;
  if (preference.firmness === "must") return WEIGHT.feature * reached;
  return reached >= 0.4 ? WEIGHT.wish * reached : -WEIGHT.missedWish * (1 - reached);
}

function candidateOf(
  product: Product,
  document: number,
  score: number,
  matches: PreferenceMatch[],
): Candidate {
  const having = (wanted: ReturnType<typeof verdictOf>) =>
    matches
      .filter((match) => verdictOf(match.grade(document)) === wanted)
      .map(({ preference }) => preference.id);
  return { product, score, meets: having("meets"), misses: having("misses"), unknown: having("unknown") };
}

function priceRange(index: CatalogIndex, documents: readonly number[]): { low: Money; high: Money } | null {
  let low: Money | null = null;
  let high: Money | null = null;
  for (const document of documents) {
    const price = index.products[document]?.price;
    if (price === undefined) continue;
    if (low === null || price.minor < low.minor) low = price;
    if (high === null || price.minor > high.minor) high = price;
  }
  return low === null || high === null ? null : { low, high };
}

/** What was asked for still says what comes near it. */
function wordsDropped({ value, polarity }: Preference): string {
  return typeof value === "string" && polarity === "positive" ? value : "";
}

/** So few that "the closest" stays true of each of them. */
const CLOSEST_MAX = 12;

/** Over a budget or a size, the closest are those that miss it least, whatever else speaks for others. */
function closestDocuments({ documents, gap }: Relaxation): readonly number[] {
  const measured = documents.flatMap((document) => {
    const distance = gap(document);
    return distance === null ? [] : [{ document, distance }];
  });
  if (measured.length === 0) return documents;
  return measured
    .sort((one, other) => one.distance - other.distance)
    .slice(0, CLOSEST_MAX)
    .map(({ document }) => document);
}

function byGap(index: CatalogIndex, { gap }: Relaxation): (one: Candidate, other: Candidate) => number {
  const distance = ({ product }: Candidate) => gap(index.documentOf.get(product.sku) ?? -1) ?? 0;
  return (one, other) => distance(one) - distance(other);
}

function describeRelaxed(
  index: CatalogIndex,
  query: CandidateQuery,
  matches: PreferenceMatch[],
  relaxation: Relaxation | null,
): CandidateSearch["relaxed"] {
  if (relaxation === null) return null;
  const preference: Preference = relaxation.dropped.preference;
  const closest = closestDocuments(relaxation);
  return {
    preference,
    isUnmet: relaxation.isUnmet,
    total: relaxation.documents.length,
    candidates: rank(
      index,
      { ...query, text: `${query.text} ${wordsDropped(preference)}` },
      matches,
      closest,
    ).sort(byGap(index, relaxation)),
    nearest: relaxation.nearest,
  };
}
