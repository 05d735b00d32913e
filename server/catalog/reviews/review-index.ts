/**
 * A site's reviews in memory: packed, and with the work of quoting done beforehand, so that a turn looks up and does not
 * read. The data are plain values and typed arrays that serialise as they are; a reader is opened over them at no cost.
 */

import { GrowingArray, growingUint8, growingUint32 } from "../../packed/growing-array.ts";
import { GrowingBytes } from "../../packed/growing-bytes.ts";
import { rootOf, STOP_WORDS, wordsOf } from "../fold-text.ts";
import type { Quote, QuoteSearch, QuotesFound, QuoteTone, Review, Sku } from "../product.ts";
import { publishedName } from "./published-name.ts";
import { topicsOfAsked } from "./quote-topics.ts";
import { quotesOf } from "./quotes-of.ts";
import { redactPrivate } from "./redact-private.ts";

export interface ReviewIndexData {
  /** The skus that have reviews, in the order of their code units, and where each ends in `skuBytes`. */
  skuBytes: Uint8Array;
  skuEnds: Uint32Array;
  /** By product, from `reviewStarts[p]` to `reviewStarts[p + 1]`: JSON, and where each ends in `reviewBytes`. */
  reviewStarts: Uint32Array;
  reviewBytes: Uint8Array;
  /** Doubles: a large shop's reviews pass four gigabytes sooner than they pass 2^53 bytes. */
  reviewEnds: Float64Array;
  /** By product, from `quoteStarts[p]`; the best first. */
  quoteStarts: Uint32Array;
  quoteReviews: Uint32Array;
  /** [start, end) in the review's text. */
  quoteSpans: Uint16Array;
  quoteTones: Uint8Array;
  quoteLanguages: Uint8Array;
  languages: string[];
  /**
   * By product, from `keyStarts[p]`, by key and then by quote: what a quote speaks of (a hash of topic or root), the
   * quote, and its tone on it, plus `COUNTS` on the first of its review, so that reviews can be counted.
   */
  keyStarts: Uint32Array;
  keys: Uint32Array;
  keyQuotes: Uint32Array;
  keyTones: Uint8Array;
}

const TONES: readonly QuoteTone[] = ["pleased", "critical", "mixed", "neutral"];
const PLEASED = TONES.indexOf("pleased");
const CRITICAL = TONES.indexOf("critical");
const COUNTS = 4;
/** Longer texts are cut before they are packed; spans are 16 bits. */
const TEXT_LENGTH_MAX = 20_000;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class ReviewIndexBuilder {
  readonly #places = new Map<Sku, number>();
  readonly #bytes = new GrowingBytes();
  readonly #ends = new GrowingArray((length) => new Float64Array(length));
  readonly #products = growingUint32();

  /** In any order. Names and texts become what the store publishes, wherever they come from. */
  add(review: Review): void {
    const place = this.#places.get(review.sku) ?? this.#places.size;
    this.#places.set(review.sku, place);
    const published = {
      ...review,
      author: publishedName(review.author),
      text: redactPrivate(review.text.slice(0, TEXT_LENGTH_MAX)),
    };
    this.#bytes.push(encoder.encode(JSON.stringify(published)));
    this.#ends.push(this.#bytes.length);
    this.#products.push(place);
  }

  finish(): ReviewIndexData {
    const skus = [...this.#places.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const order = new Uint32Array(skus.length);
    skus.forEach((sku, place) => {
      order[this.#places.get(sku) ?? 0] = place;
    });
    const { starts, sorted } = countingSort(this.#products.finish(), order);
    const ends = this.#ends.finish();
    const packed = new GrowingBytes(this.#bytes.length);
    const reviewEnds = new Float64Array(sorted.length);
    const quotes = new QuotePacker();
    for (let product = 0; product < skus.length; product++) {
      const reviews: Review[] = [];
      const first = starts[product] ?? 0;
      for (let place = first; place < (starts[product + 1] ?? 0); place++) {
        const source = sorted[place] ?? 0;
        const bytes = this.#bytes.slice(source === 0 ? 0 : (ends[source - 1] ?? 0), ends[source] ?? 0);
        packed.push(bytes);
        reviewEnds[place] = packed.length;
        reviews.push(reviewOf(bytes));
      }
      quotes.pack(reviews, first);
    }
    const skuBytes = new GrowingBytes();
    const skuEnds = Uint32Array.from(skus, (sku) => {
      skuBytes.push(encoder.encode(sku));
      return skuBytes.length;
    });
    return {
      skuBytes: skuBytes.finish(),
      skuEnds,
      reviewStarts: starts,
      reviewBytes: packed.finish(),
      reviewEnds,
      ...quotes.finish(),
    };
  }
}

function countingSort(
  products: Uint32Array,
  order: Uint32Array,
): { starts: Uint32Array; sorted: Uint32Array } {
  const starts = new Uint32Array(order.length + 1);
  for (const product of products) {
    const place = (order[product] ?? 0) + 1;
    starts[place] = (starts[place] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const next = starts.slice();
  const sorted = new Uint32Array(products.length);
  products.forEach((product, source) => {
    const place = order[product] ?? 0;
    const target = next[place] ?? 0;
    sorted[target] = source;
    next[place] = target + 1;
  });
  return { starts, sorted };
}

/** Quotes of one product after another, ranked. */
class QuotePacker {
  readonly #quoteStarts = growingUint32();
  readonly #reviews = growingUint32();
  readonly #spans = new GrowingArray((length) => new Uint16Array(length));
  readonly #tones = growingUint8();
  readonly #languageCodes = growingUint8();
  readonly #languages: string[] = [];
  readonly #keyStarts = growingUint32();
  readonly #keys = growingUint32();
  readonly #keyQuotes = growingUint32();
  readonly #keyTones = growingUint8();

  /** `firstReview`: where the product's reviews begin among all. */
  pack(reviews: readonly Review[], firstReview: number): void {
    this.#quoteStarts.push(this.#reviews.length);
    this.#keyStarts.push(this.#keys.length);
    const newest = reviews.reduce((latest, { at }) => (at > latest ? at : latest), "");
    const said = new Set<string>();
    const quotes = reviews
      .flatMap((review, place) => {
        // The catalog and a file may both hold it.
        const isTwin = said.has(review.text);
        said.add(review.text);
        return isTwin
          ? []
          : quotesOf(review).map((quote) => ({ quote, place, rank: rankOf(quote.quality, review, newest) }));
      })
      .sort((a, b) => b.rank - a.rank);
    const counted = new Set<string>();
    const entries = quotes.flatMap(({ quote, place }) => {
      const number = this.#reviews.length;
      this.#reviews.push(firstReview + place);
      this.#spans.push(quote.start);
      this.#spans.push(quote.end);
      this.#tones.push(TONES.indexOf(quote.tone));
      this.#languageCodes.push(this.#languageCode(quote.language));
      const named = [
        ...[...quote.topics].map(([topic, tone]) => [topicKey(topic), tone] as const),
        ...quote.roots.entries(),
      ];
      return [["", quote.tone] as const, ...named].map(([name, tone]) => {
        const once = `${name}\n${tone}\n${place}`;
        const counts = counted.has(once) ? 0 : COUNTS;
        counted.add(once);
        return { key: hashOf(name), number, tone: TONES.indexOf(tone) + counts };
      });
    });
    entries.sort((a, b) => a.key - b.key || a.number - b.number);
    for (const { key, number, tone } of entries) {
      this.#keys.push(key);
      this.#keyQuotes.push(number);
      this.#keyTones.push(tone);
    }
  }

  finish() {
    this.#quoteStarts.push(this.#reviews.length);
    this.#keyStarts.push(this.#keys.length);
    return {
      quoteStarts: this.#quoteStarts.finish(),
      quoteReviews: this.#reviews.finish(),
      quoteSpans: this.#spans.finish(),
      quoteTones: this.#tones.finish(),
      quoteLanguages: this.#languageCodes.finish(),
      languages: this.#languages,
      keyStarts: this.#keyStarts.finish(),
      keys: this.#keys.finish(),
      keyQuotes: this.#keyQuotes.finish(),
      keyTones: this.#keyTones.finish(),
    };
  }

  #languageCode(language: string): number {
    const known = this.#languages.indexOf(language);
    return known >= 0 ? known : this.#languages.push(language) - 1;
  }
}

/** Sentences that read equally well: what others found helpful first, then the newer. */
function rankOf(quality: number, { helpful = 0, at }: Review, newest: string): number {
  const years = at === "" || newest === "" ? 3 : Number(newest.slice(0, 4)) - Number(at.slice(0, 4));
  return quality + Math.min(20, Math.log2(1 + helpful) * 4) + Math.max(0, 12 - years * 4);
}

/** What quoting a review counts for when nothing in particular is asked. */
const EVERYTHING = "";

function topicKey(topic: string): string {
  return `#${topic}`;
}

/** FNV-1a, 32 bits. Two words of one product's reviews share a hash about never, and then a quote is off the point. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function reviewOf(bytes: Uint8Array): Review {
  return JSON.parse(decoder.decode(bytes));
}

export class ReviewIndex {
  readonly #data: ReviewIndexData;
  constructor(data: ReviewIndexData) {
    this.#data = data;
  }

  /** All reviews of a product. Unpacks each: for a page of them, not for a turn. */
  of(sku: Sku): Review[] {
    const product = this.#productOf(sku);
    if (product === null) return [];
    const [start, end] = rangeOf(this.#data.reviewStarts, product);
    return Array.from({ length: end - start }, (_, index) => this.#review(start + index));
  }

  /** The sentences to quote on what is asked about, of each tone the best ones, and how many reviews think what. */
  quotable(sku: Sku, { about, language, limit }: QuoteSearch): QuotesFound {
    const product = this.#productOf(sku);
    const isKnownTopic = topicsOfAsked(about).length > 0;
    if (product === null) return { quotes: [], pleased: 0, critical: 0, isKnownTopic };
    const { keys, keyQuotes, keyTones, quoteLanguages } = this.#data;
    const code = this.#data.languages.indexOf(language);
    const [start, end] = rangeOf(this.#data.keyStarts, product);
    const found = new Map<number, { tone: QuoteTone; relevance: number }>();
    const counts = [0, 0, 0, 0];
    keysOf(about).forEach(({ key, weight }, place) => {
      const taken = [0, 0, 0, 0];
      for (let at = lowerBound(keys, key, start, end); at < end && keys[at] === key; at++) {
        const quote = keyQuotes[at] ?? 0;
        if (quoteLanguages[quote] !== code) continue;
        const tone = (keyTones[at] ?? 0) % COUNTS;
        // The first key is the topic, or the one word there is: what it does not count is not on the point.
        if (place === 0 && (keyTones[at] ?? 0) >= COUNTS) counts[tone] = (counts[tone] ?? 0) + 1;
        const sofar = found.get(quote);
        if (sofar === undefined && (taken[tone] ?? 0) >= CANDIDATES) continue;
        taken[tone] = (taken[tone] ?? 0) + 1;
        found.set(quote, {
          tone: sofar === undefined || sofar.tone === "neutral" ? (TONES[tone] ?? "neutral") : sofar.tone,
          relevance: (sofar?.relevance ?? 0) + weight,
        });
      }
    });
    const ranked = [...found].sort(([a, one], [b, other]) => other.relevance - one.relevance || a - b);
    const quotes = TONES.flatMap((tone) => ranked.filter(([, of]) => of.tone === tone).slice(0, limit))
      .sort(([a, one], [b, other]) => other.relevance - one.relevance || a - b)
      .map(([quote, { tone, relevance }]) => this.#quote(quote, tone, relevance));
    return { quotes, pleased: counts[PLEASED] ?? 0, critical: counts[CRITICAL] ?? 0, isKnownTopic };
  }

  #quote(number: number, tone: QuoteTone, relevance: number): Quote {
    const { quoteReviews, quoteSpans } = this.#data;
    const { id, sku, author, rating, text } = this.#review(quoteReviews[number] ?? 0);
    const span = text.slice(quoteSpans[number * 2], quoteSpans[number * 2 + 1]);
    return { reviewId: id, sku, author, rating, text: span, tone, relevance };
  }

  #review(number: number): Review {
    const { reviewBytes, reviewEnds } = this.#data;
    const start = number === 0 ? 0 : (reviewEnds[number - 1] ?? 0);
    return reviewOf(reviewBytes.subarray(start, reviewEnds[number]));
  }

  #productOf(sku: Sku): number | null {
    const { skuBytes, skuEnds } = this.#data;
    const skuAt = (place: number) =>
      decoder.decode(skuBytes.subarray(place === 0 ? 0 : skuEnds[place - 1], skuEnds[place]));
    let low = 0;
    let high = skuEnds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (skuAt(middle) < sku) low = middle + 1;
      else high = middle;
    }
    return low < skuEnds.length && skuAt(low) === sku ? low : null;
  }
}

/** Looked at per key and tone, the best ranked: more would not change which is best. */
const CANDIDATES = 50;

/** Topics first, then the roots of the words themselves. To be on the topic tells as much as two words in common. */
function keysOf(about: readonly string[]): { key: number; weight: number }[] {
  if (about.length === 0) return [{ key: hashOf(EVERYTHING), weight: 0 }];
  const words = about.flatMap(wordsOf).filter((word) => !STOP_WORDS.has(word) && word.length > 2);
  const roots = [...new Set(words.map(rootOf))];
  return [
    ...topicsOfAsked(about).map((topic) => ({ key: hashOf(topicKey(topic)), weight: TOPIC_RELEVANCE })),
    ...roots.map((root) => ({ key: hashOf(root), weight: 1 })),
  ];
}
const TOPIC_RELEVANCE = 2;

function rangeOf(starts: Uint32Array, place: number): [start: number, end: number] {
  return [starts[place] ?? 0, starts[place + 1] ?? 0];
}

function lowerBound(values: Uint32Array, wanted: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For what is small and built at once: a demo, a test, a catalog that is read whole. */
export function indexReviews(reviews: readonly Review[]): ReviewIndex {
  const builder = new ReviewIndexBuilder();
  for (const review of reviews) builder.add(review);
  return new ReviewIndex(builder.finish());
}
