/**
 * Splits a value into its long typed arrays, which can be written and read as they stand in memory, and the rest, which
 * is small. A snapshot of 100,000 products is read at the speed of the disk then, and needs no second copy of itself.
 */
import { crc32 } from "node:zlib";

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array };
type Kind = keyof typeof KINDS;

export interface SegmentHeader {
  kind: Kind;
  /** In elements. */
  length: number;
  /** CRC-32 of its bytes. */
  checksum: number;
}

/** Stands in the rest where a typed array stood. */
const MARK = "overture:segment";

/** Shorter ones stay with the rest. */
const LEAST_BYTES = 1_024;

export function splitSegments(value: unknown): { rest: unknown; segments: TypedArray[] } {
  const segments: TypedArray[] = [];
  const split = (part: unknown): unknown => {
    if (isTypedArray(part)) {
      if (part.byteLength < LEAST_BYTES) return part;
      segments.push(part);
      return { [MARK]: segments.length - 1 };
    }
    if (Array.isArray(part)) return part.map(split);
    if (!isPlainObject(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, split(inner)]));
  };
  return { rest: split(value), segments };
}

export function joinSegments(rest: unknown, segments: readonly TypedArray[]): unknown {
  const join = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(join);
    if (!isPlainObject(part)) return part;
    const place = part[MARK];
    if (typeof place === "number") return segments[place];
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, join(inner)]));
  };
  return join(rest);
}

export function headerOf(segment: TypedArray): SegmentHeader {
  const kind = KIND_NAMES.find((name) => segment instanceof KINDS[name]);
  if (kind === undefined) throw new Error("A segment is of no kind that a snapshot knows.");
  return { kind, length: segment.length, checksum: crc32(bytesOf(segment)) };
}

export function emptySegment({ kind, length }: Pick<SegmentHeader, "kind" | "length">): TypedArray {
  return new KINDS[kind](length);
}

export function bytesOf({ buffer, byteOffset, byteLength }: TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

const KIND_NAMES: Kind[] = ["Uint8Array", "Uint16Array", "Uint32Array", "Float32Array", "Float64Array"];

function isTypedArray(value: unknown): value is TypedArray {
  return KIND_NAMES.some((name) => value instanceof KINDS[name]);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
