/** Records as JSON, one behind the other: half the memory of objects, and nothing for the garbage collector to walk. */
export interface PackedRecordsData {
  chunks: Uint8Array[];
  chunkOf: Uint16Array;
  starts: Uint32Array;
  lengths: Uint32Array;
}

const CHUNK_BYTES = 1 << 24;
/** What a conversation is about is looked at again and again; decoding one record takes some ten microseconds. */
const DECODED_MAX = 1_000;

export class PackedRecordsBuilder<T> {
  readonly #chunks: Uint8Array[] = [];
  #chunk = new Uint8Array(1 << 16);
  #filled = 0;
  readonly #chunkOf: number[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  readonly #encoder = new TextEncoder();

  add(record: T): void {
    const json = JSON.stringify(record);
    this.#makeRoom(json.length * 3);
    const { written } = this.#encoder.encodeInto(json, this.#chunk.subarray(this.#filled));
    this.#chunkOf.push(this.#chunks.length);
    this.#starts.push(this.#filled);
    this.#lengths.push(written);
    this.#filled += written;
  }

  finish(): PackedRecordsData {
    this.#close();
    return {
      chunks: this.#chunks,
      chunkOf: Uint16Array.from(this.#chunkOf),
      starts: Uint32Array.from(this.#starts),
      lengths: Uint32Array.from(this.#lengths),
    };
  }

  /** A character is three bytes at the most; a chunk doubles until it is whole, so that a small shop stays small. */
  #makeRoom(bytes: number): void {
    if (this.#filled + bytes <= this.#chunk.length) return;
    if (this.#filled > 0 && this.#filled + bytes > CHUNK_BYTES) this.#close();
    if (this.#filled + bytes <= this.#chunk.length) return;
    const grown = new Uint8Array(Math.max(this.#chunk.length * 2, this.#filled + bytes));
    grown.set(this.#chunk.subarray(0, this.#filled));
    this.#chunk = grown;
  }

  #close(): void {
    if (this.#filled > 0) this.#chunks.push(this.#chunk.slice(0, this.#filled));
    this.#filled = 0;
  }
}

export class PackedRecords<T> {
  readonly size: number;
  readonly #data: PackedRecordsData;
  readonly #decoder = new TextDecoder();
  readonly #decoded = new Map<number, T>();
  /** What was put in the place of a packed record since. */
  readonly #changed = new Map<number, T>();

  constructor(data: PackedRecordsData) {
    this.#data = data;
    this.size = data.starts.length;
  }

  /** The same object while it is being looked at; not to be changed. */
  at(place: number): T | undefined {
    const held = this.#changed.get(place) ?? this.#decoded.get(place);
    if (held !== undefined) return held;
    if (!(place >= 0 && place < this.size)) return undefined;
    const record = this.#decode(place);
    if (this.#decoded.size >= DECODED_MAX) this.#forgetOldest();
    this.#decoded.set(place, record);
    return record;
  }

  change(place: number, record: T): void {
    this.#changed.set(place, record);
    this.#decoded.delete(place);
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let place = 0; place < this.size; place++) yield this.#changed.get(place) ?? this.#decode(place);
  }

  #decode(place: number): T {
    const { chunks, chunkOf, starts, lengths } = this.#data;
    const start = starts[place] ?? 0;
    const bytes = chunks[chunkOf[place] ?? 0]?.subarray(start, start + (lengths[place] ?? 0));
    // What is read here was packed here, by a builder that took it as a T.
    const record: T = JSON.parse(this.#decoder.decode(bytes));
    return record;
  }

  #forgetOldest(): void {
    for (const place of this.#decoded.keys()) {
      this.#decoded.delete(place);
      return;
    }
  }
}
