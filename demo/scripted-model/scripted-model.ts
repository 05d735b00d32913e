/**
 * A model's endpoint for tests and for trying things out, without a model: it speaks OpenAI's API on a port of this machine,
 * says what a plan holds, and fails, lies and obeys as it is told to. The same seed makes the same answers.
 */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ErrorAnswer, embeddingsOf, errors } from "./api-shapes.ts";
import { type Behaviour, type ChatBody, FAILURES, type Failure, OPTIONS, textOf } from "./behaviour.ts";
import { seededChance } from "./chance.ts";
import { composeAnswer, type SaidRecord } from "./compose-answer.ts";
import { embedText } from "./embed-text.ts";
import { sendAnswer, tokensOf } from "./send-answer.ts";

export const SCRIPTED_MODEL = "scripted";
export const SCRIPTED_EMBEDDINGS = "scripted-embeddings";

export interface ScriptedModelOptions {
  /** How it behaves where the script says nothing else. */
  behaviour?: Behaviour;
  /** Asked once per request for a completion; what it leaves out is as in `behaviour`. */
  script?: { next(request: ChatBody): Behaviour };
  seed?: number;
  /** Any other key is refused; any is taken, and none, where this is unset. */
  apiKey?: string;
  /** 0, the default, takes a free one. */
  port?: number;
}

export interface ScriptedModel extends Readonly<SaidRecord> {
  /** The address for OPENAI_BASE_URL. */
  readonly url: string;
  /** The last requests for completions, oldest first. */
  readonly requests: readonly ChatBody[];
  /** Requests for completions so far. */
  readonly count: number;
  /** From now on. */
  behave(behaviour: Behaviour): void;
  connections(): Promise<number>;
  /** Cuts every connection. */
  close(): Promise<void>;
}

const REQUESTS_KEPT = 200;

export async function startScriptedModel(options: ScriptedModelOptions = {}): Promise<ScriptedModel> {
  const { script, seed = 1, apiKey, port = 0 } = options;
  let usual = options.behaviour ?? {};
  const chance = seededChance(seed);
  const record: SaidRecord = { truths: [], falsehoods: [], obeyed: [] };
  const requests: ChatBody[] = [];
  const closing = new AbortController();
  let count = 0;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // The client has gone, or the server closes: there is nobody to tell.
      if (!response.destroyed && !closing.signal.aborted)
        response.destroy(error instanceof Error ? error : undefined);
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const key = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    const body = await readBody(request);
    if (apiKey !== undefined && key !== apiKey) return refuse(response, errors.wrongKey(key));
    const route = `${request.method} ${path}`;
    if (route === "GET /v1/models") return sendJson(response, listOfModels());
    const json = parsed(body);
    if (route === "POST /v1/embeddings") return answerEmbeddings(json, response);
    if (route !== "POST /v1/chat/completions")
      return refuse(response, errors.unknownAddress(request.method ?? "", path));
    if (!isChatBody(json))
      return refuse(response, errors.badRequest("The request's body holds no messages."));
    return complete(json, response);
  }

  async function complete(body: ChatBody, response: ServerResponse): Promise<void> {
    count += 1;
    requests.push(body);
    if (requests.length > REQUESTS_KEPT) requests.shift();
    const [model, named] = body.model.split(":");
    if (model !== SCRIPTED_MODEL) return refuse(response, errors.unknownModel(body.model));
    const behaviour = { ...usual, ...script?.next(body), ...(isFailure(named) && { failure: named }) };
    const refusal = refusalOf(body, behaviour, response);
    if (refusal) return refuse(response, refusal);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    await sendAnswer(response, {
      identity: {
        id: `chatcmpl-${randomUUID()}`,
        created: Math.floor(Date.now() / 1_000),
        model: body.model,
      },
      text: composeAnswer(body, behaviour, chance, record),
      behaviour,
      promptTokens: body.messages.reduce((sum, message) => sum + tokensOf(textOf(message)).length + 4, 3),
      isStreamed: body.stream === true && behaviour.lacks?.includes("stream") !== true,
      wantsUsage: body.stream_options?.include_usage === true && behaviour.tellsUsage !== false,
      signal: AbortSignal.any([gone.signal, closing.signal]),
    });
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    ...record,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    get count() {
      return count;
    },
    behave(behaviour) {
      usual = behaviour;
    },
    connections: () => new Promise((resolve) => server.getConnections((_, open) => resolve(open))),
    async close() {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Null where the request is taken up. */
function refusalOf(body: ChatBody, behaviour: Behaviour, response: ServerResponse): ErrorAnswer | null {
  const { failure, lacks = [], retryAfter } = behaviour;
  const lacking = OPTIONS.find(
    (option) => option !== "stream" && lacks.includes(option) && body[option] !== undefined,
  );
  if (lacking !== undefined) return errors.unsupported(lacking);
  const refusal = failure ? REFUSALS[failure]?.(body.model) : undefined;
  if (refusal && retryAfter !== undefined) response.setHeader("retry-after", retryAfter);
  return refusal ?? null;
}

const REFUSALS: Partial<Record<Failure, (model: string) => ErrorAnswer>> = {
  "http-400": errors.contextLength,
  "http-401": () => errors.wrongKey("sk-scripted-0123456789abcdef"),
  "http-403": errors.notAllowed,
  "http-404": errors.unknownModel,
  "http-429": errors.tooMany,
  quota: errors.noQuota,
  "http-500": errors.serverError,
  "http-503": errors.overloaded,
};

function answerEmbeddings(json: unknown, response: ServerResponse): void {
  const { input, model } = (json ?? {}) as { input?: unknown; model?: unknown };
  const texts = typeof input === "string" ? [input] : Array.isArray(input) ? input : [];
  const isUsable = texts.length > 0 && texts.every((text) => typeof text === "string" && text !== "");
  if (model !== SCRIPTED_EMBEDDINGS) refuse(response, errors.unknownModel(String(model)));
  else if (!isUsable) refuse(response, errors.badRequest("'input' must be texts, none of them empty."));
  else {
    const tokens = texts.reduce((sum, text) => sum + tokensOf(text).length, 0);
    sendJson(response, embeddingsOf(model, texts.map(embedText), tokens));
  }
}

function listOfModels(): object {
  const data = [SCRIPTED_MODEL, SCRIPTED_EMBEDDINGS].map((id) => ({
    id,
    object: "model",
    created: 1_686_935_002,
    owned_by: "overture",
  }));
  return { object: "list", data };
}

function refuse(response: ServerResponse, { status, body }: ErrorAnswer): void {
  sendJson(response, body, status);
}

function sendJson(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json", "x-request-id": randomUUID() });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isChatBody(body: unknown): body is ChatBody {
  const { model, messages } = (body ?? {}) as { model?: unknown; messages?: unknown };
  return typeof model === "string" && Array.isArray(messages) && messages.length > 0;
}

function isFailure(name: string | undefined): name is Failure {
  return FAILURES.some((failure) => failure === name);
}
