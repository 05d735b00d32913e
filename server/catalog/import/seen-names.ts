/**
 * Which names were seen, and in which row first: 12 bytes a name, so that a file of millions of rows is checked for
 * repeated ids in tens of megabytes. Names themselves are not kept: they would hold the pieces of the file they were
 * cut from in memory. Two names are taken for one when 62 bits of their hashes agree, which happens among a million
 * names with a probability of 1 in ten million.
 */
export class SeenNames {
  /** Open addressing with linear steps: pairs of hash halves, and the row beside them. A pair of zeros is a free place. */
  #halves = new Uint32Array(2 * SMALLEST);
  #rows = new Uint32Array(SMALLEST);
  #count = 0;

  /** The row that was noted with the name; undefined when it was never noted. */
  rowOf(name: string): number | undefined {
    const place = this.#placeOf(hashesOf(name));
    return this.#halves[2 * place] === 0 ? undefined : this.#rows[place];
  }

  /** The first row stays. */
  note(name: string, row: number): void {
    const hashes = hashesOf(name);
    const place = this.#placeOf(hashes);
    if (this.#halves[2 * place] !== 0) return;
    this.#fill(place, hashes, row);
    this.#count++;
    if (this.#count * 2 > this.#rows.length) this.#grow();
  }

  #placeOf([first, second]: Hashes): number {
    const mask = this.#rows.length - 1;
    let place = second & mask;
    while (this.#halves[2 * place] !== 0) {
      if (this.#halves[2 * place] === first && this.#halves[2 * place + 1] === second) return place;
      place = (place + 1) & mask;
    }
    return place;
  }

  #fill(place: number, [first, second]: Hashes, row: number): void {
    this.#halves[2 * place] = first;
    this.#halves[2 * place + 1] = second;
    this.#rows[place] = row;
  }

  #grow(): void {
    const halves = this.#halves;
    const rows = this.#rows;
    this.#halves = new Uint32Array(2 * halves.length);
    this.#rows = new Uint32Array(2 * rows.length);
    for (const [place, row] of rows.entries()) {
      const hashes: Hashes = [halves[2 * place] ?? 0, halves[2 * place + 1] ?? 0];
      if (hashes[0] !== 0) this.#fill(this.#placeOf(hashes), hashes, row);
    }
  }
}

const SMALLEST = 1_024;

/** The first is never 0. */
type Hashes = [first: number, second: number];

/** Two runs of Murmur3's mixing over the name's code units, with multipliers of their own (cyrb53, public domain). */
function hashesOf(name: string): Hashes {
  let first = 0xdead_beef;
  let second = 0x41c6_ce57;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x9e37_79b1);
    second = Math.imul(second ^ unit, 0x5f35_6495);
  }
  first = Math.imul(first ^ (first >>> 16), 0x85eb_ca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2_ae35);
  second = Math.imul(second ^ (second >>> 16), 0x85eb_ca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2_ae35);
  return [(first | 1) >>> 0, second >>> 0];
}
