/** A list of strings in one string, so that a million of them are stored, read back and collected as one object. */
import { growingUint32 } from "./growing-array.ts";

export interface StringListData {
  /** All strings, one after the other. */
  text: string;
  /** Where each string begins in `text`, and where the last one ends. */
  starts: Uint32Array;
}

/** Strings joined at a time: a short string may hold on to the long one it was cut from until it is joined. */
const JOINED_AT_ONCE = 4096;

export class StringListBuilder {
  readonly #starts = growingUint32();
  #text = "";
  #waiting: string[] = [];
  #length = 0;

  constructor() {
    this.#starts.push(0);
  }

  /** Returns the number of the string: the first is 0. */
  add(string: string): number {
    this.#waiting.push(string);
    this.#length += string.length;
    this.#starts.push(this.#length);
    if (this.#waiting.length === JOINED_AT_ONCE) this.#join();
    return this.#starts.length - 2;
  }

  finish(): StringListData {
    this.#join();
    return { text: this.#text, starts: this.#starts.finish() };
  }

  #join(): void {
    this.#text += this.#waiting.join("");
    this.#waiting = [];
  }
}

export class StringList {
  readonly #text: string;
  readonly #starts: Uint32Array;

  constructor({ text, starts }: StringListData) {
    this.#text = text;
    this.#starts = starts;
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  /** Empty for a number the list does not have. */
  at(number: number): string {
    return this.#text.slice(this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0);
  }
}
