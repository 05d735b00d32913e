import { distance } from "fastest-levenshtein";
import { contentWords, rootOf } from "./fold-text.ts";

/** Fields of a document, each with what a word in it counts for. */
export interface TextField {
  text: string;
  weight: number;
  /** Prose mentions things ("free of parabens", "fits any laptop"); title and facts state what a product is. */
  place: "title" | "facts" | "prose";
}

interface Postings {
  documents: Uint32Array;
  /** Weighted term frequency, normalised by the field's length. */
  weights: Float32Array;
  /** Where the term stands in each document: a sum of `PLACE`. */
  places: Uint8Array;
}

const PLACE = { title: 1, facts: 2, prose: 4 } as const;
const WHERE = {
  title: PLACE.title,
  stated: PLACE.title | PLACE.facts,
  anywhere: PLACE.title | PLACE.facts | PLACE.prose,
} as const;
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;
const FUZZY_CACHE_LIMIT = 2_000;

/**
 * A full-text index over the roots of words: BM25F (Robertson, Zaragoza & Taylor, CIKM 2004) in typed arrays. Words the
 * catalog does not know are read as the closest it does, so that typing errors find something.
 */
export class TextIndex {
  readonly size: number;
  readonly #postings = new Map<string, Postings>();
  /** Terms by length and first letter: where a misspelt word's neighbours are looked for. */
  readonly #termsByLength = new Map<number, string[]>();
  readonly #fuzzy = new Map<string, string[]>();

  constructor(documents: TextField[][]) {
    this.size = documents.length;
    const rooted = documents.map((fields) => fields.map((field) => contentWords(field.text).map(rootOf)));
    const averages = averageLengths(rooted);
    const growing = new Map<string, { documents: number[]; weights: number[]; places: number[] }>();
    documents.forEach((fields, document) => {
      for (const [term, { weight, places: bits }] of termWeights(fields, rooted[document] ?? [], averages)) {
        let postings = growing.get(term);
        if (postings === undefined) {
          postings = { documents: [], weights: [], places: [] };
          growing.set(term, postings);
        }
        postings.documents.push(document);
        postings.weights.push(weight);
        postings.places.push(bits);
      }
    });
    for (const [term, { documents: ids, weights, places }] of growing) {
      this.#postings.set(term, {
        documents: Uint32Array.from(ids),
        weights: Float32Array.from(weights),
        places: Uint8Array.from(places),
      });
      const sameLength = this.#termsByLength.get(term.length);
      if (sameLength === undefined) this.#termsByLength.set(term.length, [term]);
      else sameLength.push(term);
    }
  }

  /** In how many documents a word occurs, as it is spelt. */
  frequency(word: string): number {
    return this.#postings.get(rootOf(word))?.documents.length ?? 0;
  }

  /**
   * How well each document answers the words; 0 where it has none of them. A document that has more of the words beats
   * one that has fewer of them more often.
   */
  scores(text: string): Float32Array {
    const scores = new Float32Array(this.size);
    const words = contentWords(text);
    const covered = new Uint16Array(this.size);
    for (const word of words) {
      this.#scoreWord(word, (document, score) => {
        scores[document] = (scores[document] ?? 0) + score;
        covered[document] = (covered[document] ?? 0) + 1;
      });
    }
    for (let document = 0; document < this.size; document++) {
      const share = (covered[document] ?? 0) / Math.max(1, words.length);
      scores[document] = (scores[document] ?? 0) * share;
    }
    return scores;
  }

  /**
   * 1 for each document that has every word of the text in such a place; all 0 when a word is unknown, or when the text
   * has no content word.
   */
  withAll(text: string, where: keyof typeof WHERE): Uint8Array {
    const words = [...new Set(contentWords(text).map(rootOf))];
    const counts = new Uint8Array(this.size);
    words.forEach((root, place) => {
      for (const term of this.#expand(root)) {
        const postings = this.#postings.get(term);
        postings?.documents.forEach((document, at) => {
          const isThere = ((postings.places[at] ?? 0) & WHERE[where]) !== 0;
          if (isThere && counts[document] === place) counts[document] = place + 1;
        });
      }
    });
    return words.length === 0 ? counts : counts.map((count) => Number(count === words.length));
  }

  /** Calls `add` once for each document that has the word, or the closest to it that the catalog knows. */
  #scoreWord(word: string, add: (document: number, score: number) => void): void {
    const root = rootOf(word);
    const terms = this.#expand(root);
    const best = new Map<number, number>();
    for (const term of terms) {
      const postings = this.#postings.get(term);
      if (postings === undefined) continue;
      const found = postings.documents.length;
      const rarity = Math.log(1 + (this.size - found + 0.5) / (found + 0.5));
      const closeness = term === root ? 1 : 0.6;
      for (let place = 0; place < found; place++) {
        const weight = postings.weights[place] ?? 0;
        const score = (closeness * rarity * weight * (SATURATION + 1)) / (weight + SATURATION);
        const document = postings.documents[place] ?? 0;
        if (terms.length === 1) add(document, score);
        else if (score > (best.get(document) ?? 0)) best.set(document, score);
      }
    }
    for (const [document, score] of best) add(document, score);
  }

  /** The term itself where the catalog has it; else what begins with it, else the closest spellings. */
  #expand(root: string): string[] {
    if (this.#postings.has(root)) return [root];
    const known = this.#fuzzy.get(root);
    if (known !== undefined) return known;
    const found = this.#neighbours(root);
    if (this.#fuzzy.size > FUZZY_CACHE_LIMIT) this.#fuzzy.clear();
    this.#fuzzy.set(root, found);
    return found;
  }

  #neighbours(root: string): string[] {
    if (root.length < 4 || /^\d+$/.test(root)) return [];
    const allowed = root.length < 8 ? 1 : 2;
    let closest: string[] = [];
    let closestDistance = allowed + 1;
    for (let length = root.length - allowed; length <= root.length + allowed; length++) {
      for (const term of this.#termsByLength.get(length) ?? []) {
        if (term[0] !== root[0] && term[1] !== root[1]) continue;
        const apart = distance(root, term);
        if (apart > allowed || apart > closestDistance) continue;
        if (apart < closestDistance) closest = [];
        closestDistance = apart;
        closest.push(term);
      }
    }
    if (closest.length > 0) return closest.slice(0, 5);
    if (root.length < 4) return [];
    const longer: string[] = [];
    for (let length = root.length + 1; length <= root.length + 6 && longer.length < 5; length++) {
      longer.push(
        ...(this.#termsByLength.get(length) ?? [])
          .filter((term) => term.startsWith(root))
          .slice(0, 5 - longer.length),
      );
    }
    return longer;
  }
}

function averageLengths(documents: string[][][]): number[] {
  const sums: number[] = [];
  for (const fields of documents) {
    fields.forEach((words, place) => {
      sums[place] = (sums[place] ?? 0) + words.length;
    });
  }
  return sums.map((sum) => Math.max(1, sum / Math.max(1, documents.length)));
}

interface TermWeight {
  weight: number;
  places: number;
}

function termWeights(fields: TextField[], rooted: string[][], averages: number[]): Map<string, TermWeight> {
  const terms = new Map<string, TermWeight>();
  fields.forEach((field, place) => {
    const words = rooted[place] ?? [];
    const norm = 1 - LENGTH_SHARE + (LENGTH_SHARE * words.length) / (averages[place] ?? 1);
    for (const root of words) {
      const term = terms.get(root);
      if (term === undefined) {
        terms.set(root, { weight: field.weight / norm, places: PLACE[field.place] });
      } else {
        term.weight += field.weight / norm;
        term.places |= PLACE[field.place];
      }
    }
  });
  return terms;
}
