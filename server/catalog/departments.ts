import type { Product } from "./product.ts";

/** A shop whose products all stand under one roof ("Cell phones") is told apart one level below. */
export class Departments {
  readonly #levels: Map<string, number>[] = [];

  add({ categories }: Product): void {
    categories.forEach((name, level) => {
      const counts = this.#levels[level] ?? new Map<string, number>();
      this.#levels[level] = counts;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    });
  }

  /** The broadest categories that tell products apart, the largest first. */
  names(): string[] {
    const level = this.#levels.find((counts) => counts.size > 1) ?? new Map<string, number>();
    return [...level].sort(([, one], [, other]) => other - one).map(([name]) => name);
  }
}
