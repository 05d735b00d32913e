/**
 * Chance by name. Each purpose has a stream of its own, so that what one draw is used for never shifts another: the same
 * seed gives the same shopper under every policy, and the n-th doubt of a shopper is the same doubt whatever was said before.
 */
import { chanceFrom } from "../../turn/chance.ts";

export interface Draws {
  /** Uniform on [0, 1). */
  number(purpose: string): number;
  /** True with this probability. */
  happens(purpose: string, probability: number): boolean;
  /** Undefined of an empty list only. */
  pick<Item>(purpose: string, items: readonly Item[]): Item | undefined;
  /** With probability in proportion to weight; weights below zero count as zero. */
  pickWeighted<Item>(
    purpose: string,
    items: readonly Item[],
    weight: (item: Item) => number,
  ): Item | undefined;
  shuffled<Item>(purpose: string, items: readonly Item[]): Item[];
  /** A whole number, both ends included. */
  between(purpose: string, low: number, high: number): number;
}

export function createDraws(seed: string): Draws {
  const streams = new Map<string, () => number>();
  const number = (purpose: string): number => {
    let stream = streams.get(purpose);
    if (stream === undefined) {
      stream = chanceFrom(`${seed}/${purpose}`);
      streams.set(purpose, stream);
    }
    return stream();
  };
  return {
    number,
    happens: (purpose, probability) => number(purpose) < probability,
    pick: (purpose, items) => items[Math.floor(number(purpose) * items.length)],
    pickWeighted(purpose, items, weight) {
      const weights = items.map((item) => Math.max(0, weight(item)));
      let left = number(purpose) * weights.reduce((sum, each) => sum + each, 0);
      const at = weights.findIndex((each) => {
        left -= each;
        return left < 0;
      });
      return items[at] ?? items.at(-1);
    },
    shuffled: (purpose, items) =>
      items
        .map((item) => ({ item, key: number(purpose) }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
    between: (purpose, low, high) => low + Math.floor(number(purpose) * (high - low + 1)),
  };
}
