/**
 * Imports wait here rather than on a connection of their own, of which a database has few: of a site one goes at a time,
 * and of all sites some. What other processes import waits for the lock in the database.
 */
export class ImportTurns {
  readonly #waiting: { siteId: string; begin: () => void }[] = [];
  readonly #under = new Set<string>();
  readonly #atOnce: number;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Resolves when it is the site's turn, to what ends it. Ending it twice does no more than once. */
  async take(siteId: string): Promise<() => void> {
    await new Promise<void>((begin) => {
      this.#waiting.push({ siteId, begin });
      this.#beginNext();
    });
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#under.delete(siteId);
      this.#beginNext();
    };
  }

  #beginNext(): void {
    if (this.#under.size >= this.#atOnce) return;
    const place = this.#waiting.findIndex(({ siteId }) => !this.#under.has(siteId));
    const [next] = place < 0 ? [] : this.#waiting.splice(place, 1);
    if (next === undefined) return;
    this.#under.add(next.siteId);
    next.begin();
  }
}
