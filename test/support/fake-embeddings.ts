/**
 * An embedding model for tests: words of one concept point the same way, all others each its own. So a query can be near to a
 * product with which it shares no word, as it can with a real model.
 */
import { createHash } from "node:crypto";
import type { EmbeddingModel } from "../../server/model/chat-model.ts";

const CONCEPTS = [
  ["rain", "rains", "raining", "wet", "waterproof", "rainproof", "drizzle", "downpour"],
  ["cycling", "cyclist", "bike", "bikes", "bicycle", "riding", "rider", "commuter"],
  ["warm", "warmth", "cold", "winter", "insulated", "chilly", "freezing"],
  ["hear", "music", "headphones", "earbuds", "song", "songs", "audio"],
];
/** Words that say nothing of a thing. */
const EMPTY = new Set("a an and for i me my of off the to with while something keep need".split(" "));

export const FAKE_DIMENSIONS = 64;

export function fakeEmbedding(text: string): Float32Array<ArrayBuffer> {
  const vector = new Float32Array(FAKE_DIMENSIONS);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (EMPTY.has(word)) continue;
    const concept = CONCEPTS.findIndex((words) => words.includes(word));
    const direction = directionOf(concept < 0 ? word : `concept ${concept}`);
    const weight = concept < 0 ? 0.3 : 1;
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) + weight * (direction[at] ?? 0);
  }
  // A text of no words has a direction, too.
  vector[0] = (vector[0] ?? 0) + 0.01;
  return vector;
}

function directionOf(name: string): Float32Array {
  const bytes = [0, 1].flatMap((part) => [...createHash("sha256").update(`${part}${name}`).digest()]);
  return Float32Array.from(bytes, (byte) => (byte - 127.5) / 592);
}

/** Remembers which texts it was given. */
export function fakeEmbeddingModel(model = "fake"): EmbeddingModel & { texts: string[] } {
  const texts: string[] = [];
  return {
    endpoint: "fake.example",
    model,
    texts,
    async embed(given) {
      texts.push(...given);
      return given.map(fakeEmbedding);
    },
  };
}
