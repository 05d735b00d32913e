/**
 * Options that some OpenAI-compatible servers do not have, or not with every model. Each begins on the rung that serves us
 * best; a server that refuses it by name is asked again one rung lower, and that is remembered as long as this object lives.
 */
import type { ChatRequest } from "./chat-model.ts";

type Options = Record<string, unknown>;
/** What is sent on each rung; past the last one, nothing. */
type Ladder = (request: ChatRequest) => Options[];

const LADDERS = {
  limit: ({ maxTokens }) => [{ max_completion_tokens: maxTokens }, { max_tokens: maxTokens }],
  usage: () => [{ stream_options: { include_usage: true } }],
  // A shopper waits for the first sentence: models that can answer without reasoning are asked to.
  effort: () => [{ reasoning_effort: "none" }, { reasoning_effort: "minimal" }, { reasoning_effort: "low" }],
  temperature: ({ temperature }) => (temperature === undefined ? [] : [{ temperature }]),
  json: ({ json }) =>
    json
      ? [
          { response_format: { type: "json_schema", json_schema: { ...json, strict: true } } },
          { response_format: { type: "json_object" } },
        ]
      : [],
} satisfies Record<string, Ladder>;

export interface OptionsTried {
  options: Options;
  /** The server's words refused these: whether they name one of them, so that it is worth asking anew. */
  yieldTo(refusal: string): boolean;
}

export interface RequestOptions {
  for(request: ChatRequest): OptionsTried;
}

export function createRequestOptions(): RequestOptions {
  const rungs = new Map<string, number>();
  return {
    for(request) {
      const tried = Object.entries(LADDERS).map(([name, ladder]) => {
        const rung = rungs.get(name) ?? 0;
        return { name, rung, options: ladder(request)[rung] ?? {} };
      });
      return {
        options: Object.assign({}, ...tried.map(({ options }) => options)),
        yieldTo(refusal) {
          const named = tried.filter(({ options }) =>
            Object.keys(options).some((option) => new RegExp(`\\b${option}\\b`).test(refusal)),
          );
          // Of several requests that are refused at once, one lowers the rung for all.
          for (const { name, rung } of named) rungs.set(name, Math.max(rung + 1, rungs.get(name) ?? 0));
          return named.length > 0;
        },
      };
    },
  };
}
