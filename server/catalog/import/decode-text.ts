import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { BrokenFile } from "./source-row.ts";

/**
 * Bytes to text, piece by piece: gunzips, drops a byte-order mark, reads UTF-8 and UTF-16, and Windows-1252 (Latin-1)
 * where a file is no UTF-8 from its first accented letter on. A file that is UTF-8 at first and something else later,
 * or no text at all, is broken: mixing two encodings would garble names silently.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const [head, rest] = await peek(bytes, 4);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  yield* isGzip ? decodePlain(gunzip(rest)) : decodePlain(rest);
}

async function* decodePlain(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const [head, rest] = await peek(bytes, 512);
  const decoder = decoderFor(head);
  let line = 1;
  let first = true;
  try {
    for await (const chunk of rest) {
      let text = decoder.decode(chunk);
      if (first) text = text.replace(/^\ufeff/, "");
      if (text !== "") first = false;
      refuseBinary(text, line);
      line += newlinesIn(text);
      if (text !== "") yield text;
    }
    const tail = decoder.end();
    if (tail !== "") yield tail;
  } catch (error) {
    if (error instanceof WrongBytes) {
      throw new BrokenFile(
        "file/encoding",
        "the text encoding changes or is not one we know (UTF-8, UTF-16, Latin-1)",
        line + error.lines,
      );
    }
    throw error;
  }
}

interface Decoder {
  decode(chunk: Uint8Array): string;
  end(): string;
}

/** Thrown inside this file only: `lines` is how many line ends precede the wrong byte in its chunk. */
class WrongBytes extends Error {
  readonly lines: number;
  constructor(lines: number) {
    super("bytes that are no text");
    this.lines = lines;
  }
}

function decoderFor(head: Uint8Array): Decoder {
  const utf16 = utf16Of(head);
  if (utf16 !== null) return utf16Decoder(utf16);
  const declared = /^[^>]{0,80}encoding=["']([\w-]+)["']/i
    .exec(Buffer.from(head).toString("latin1"))?.[1]
    ?.toLowerCase();
  if (
    declared !== undefined &&
    /^(iso-8859-1|iso-8859-15|latin1|windows-125\d|cp125\d|koi8-r)$/.test(declared)
  ) {
    return labelledDecoder(declared.replace(/^cp/, "windows-"));
  }
  return utf8OrLegacyDecoder();
}

function utf16Of(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head.length >= 4 && head[1] === 0 && head[3] === 0 && head[0] !== 0) return "utf-16le";
  if (head.length >= 4 && head[0] === 0 && head[2] === 0 && head[1] !== 0) return "utf-16be";
  return null;
}

function utf16Decoder(label: "utf-16le" | "utf-16be"): Decoder {
  const decoder = new TextDecoder(label, { fatal: true });
  return strict(
    (chunk) => decoder.decode(chunk, { stream: true }),
    () => decoder.decode(),
  );
}
function labelledDecoder(label: string): Decoder {
  const decoder = new TextDecoder(label);
  return strict(
    (chunk) => decoder.decode(chunk, { stream: true }),
    () => decoder.decode(),
  );
}

/** UTF-8 until a byte is none; from there on Windows-1252, if nothing but ASCII came before. */
function utf8OrLegacyDecoder(): Decoder {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const legacy = new TextDecoder("windows-1252");
  let onlyAscii = true;
  let isLegacy = false;
  const asLegacy = (chunk: Uint8Array): string => {
    const text = legacy.decode(chunk, { stream: true });
    const wrong = text.search(/[\u0080-\u009f]/);
    if (wrong >= 0) throw new WrongBytes(newlinesIn(text.slice(0, wrong)));
    return text;
  };
  const asUtf8 = (chunk: Uint8Array): string => {
    try {
      return utf8.decode(chunk, { stream: true });
    } catch {
      throw new WrongBytes(linesBeforeWrongByte(chunk));
    }
  };
  /** The first accented letter decides, and needs up to four bytes to: fewer at a chunk's end wait for the next chunk. */
  let waiting: Uint8Array = new Uint8Array(0);
  const decode = (chunk: Uint8Array, isLast: boolean): string => {
    if (isLegacy) return asLegacy(chunk);
    if (!onlyAscii) return asUtf8(chunk);
    const firstAccent = chunk.findIndex((byte) => byte > 0x7f);
    if (firstAccent < 0) return asUtf8(chunk);
    if (chunk.length - firstAccent < 4 && !isLast) {
      waiting = chunk.slice(firstAccent);
      return asUtf8(chunk.subarray(0, firstAccent));
    }
    onlyAscii = false;
    isLegacy = startsNoUtf8(chunk.subarray(firstAccent));
    return isLegacy ? asLegacy(chunk) : asUtf8(chunk);
  };
  return {
    decode(piece) {
      const chunk = waiting.length > 0 ? Buffer.concat([waiting, piece]) : piece;
      waiting = new Uint8Array(0);
      return decode(chunk, false);
    },
    end() {
      const rest = decode(waiting, true);
      if (isLegacy) return rest + legacy.decode();
      try {
        return rest + utf8.decode();
      } catch {
        throw new WrongBytes(0);
      }
    },
  };
}

/** Whether the very first accented letter is no UTF-8, so that the file never was. */
function startsNoUtf8(bytes: Uint8Array): boolean {
  const lead = bytes[0] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length));
    return false;
  } catch {
    return true;
  }
}

function linesBeforeWrongByte(chunk: Uint8Array): number {
  const lossy = new TextDecoder("utf-8").decode(chunk);
  const wrong = lossy.indexOf("\ufffd", 1);
  return newlinesIn(lossy.slice(0, wrong < 0 ? lossy.length : wrong));
}

function strict(decode: (chunk: Uint8Array) => string, end: () => string): Decoder {
  const attempt = (work: () => string): string => {
    try {
      return work();
    } catch {
      throw new WrongBytes(0);
    }
  };
  return { decode: (chunk) => attempt(() => decode(chunk)), end: () => attempt(end) };
}

function refuseBinary(text: string, line: number): void {
  const zero = text.indexOf("\0");
  if (zero >= 0)
    throw new BrokenFile(
      "file/encoding",
      "this is a binary file, not text",
      line + newlinesIn(text.slice(0, zero)),
    );
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed = { length: 0 };
  const unzipped = pipeline(
    Readable.from(counted(bytes, packed), { objectMode: false }),
    createGunzip(),
    () => {
      // A failure also reaches the loop below, which tells it.
    },
  );
  let length = 0;
  try {
    for await (const chunk of unzipped) {
      length += chunk.length;
      if (length > BOMB_LENGTH && length > BOMB_RATIO * packed.length) throw new Bomb();
      yield chunk;
    }
  } catch (error) {
    const message =
      error instanceof Bomb
        ? `the gzip archive holds more than ${BOMB_RATIO} times its size`
        : "the gzip archive is damaged or cut off";
    throw new BrokenFile("file/unreadable", message, null);
  }
}

/** Catalogs shrink to a tenth, monotonous ones to a fiftieth; gzip's limit, a thousandth, is reached by nothing but repetition. */
const BOMB_RATIO = 200;
const BOMB_LENGTH = 16 * 1_024 * 1_024;
class Bomb extends Error {}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  total: { length: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    total.length += chunk.length;
    yield chunk;
  }
}

/** The first bytes of a stream, at least `size` where it has as many, and the stream whole again. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): Promise<[Uint8Array, AsyncIterable<Uint8Array>]> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  let ended = false;
  while (head.length < size && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else head = Buffer.concat([head, next.value]);
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    while (!ended) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  }
  return [head, whole()];
}

export function newlinesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
