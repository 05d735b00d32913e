/** Everything that can go wrong between us and a model's endpoint, in one list with the way out of each. */

export const MODEL_TROUBLES = [
  "model/key-refused",
  "model/not-found",
  "model/rejected",
  "model/busy",
  "model/server-error",
  "model/unreachable",
  "model/silent",
  "model/stalled",
  "model/slow",
  "model/malformed",
  "model/cut-off",
  "model/too-long",
  "model/refused",
  "model/empty",
  "model/circuit-open",
  "model/budget-spent",
] as const;
export type ModelTroubleCode = (typeof MODEL_TROUBLES)[number];

/** A sentence for whoever runs the server: what happened, and what to do about it. */
export const WAY_OUT: Record<ModelTroubleCode, string> = {
  "model/key-refused":
    "The endpoint refuses the API key: set OPENAI_API_KEY to one that is valid for this endpoint and may use this model.",
  "model/not-found":
    "The endpoint does not know the model or the address: check OVERTURE_MODEL, and that OPENAI_BASE_URL ends where /chat/completions begins.",
  "model/rejected":
    "The endpoint refuses the request as it is: check that OVERTURE_MODEL is a chat model, and that its context is large enough.",
  "model/busy":
    "The endpoint has too much to do, or the account's quota is used up: raise the account's limits or wait.",
  "model/server-error":
    "The endpoint failed with an error of its own: it usually passes; see its status page.",
  "model/unreachable":
    "No connection to the endpoint comes about: check OPENAI_BASE_URL, DNS, the certificate and the firewall.",
  "model/silent":
    "The endpoint said nothing in time: choose a quicker model, or raise OVERTURE_MODEL_FIRST_TOKEN_MS.",
  "model/stalled":
    "The endpoint fell silent in the middle of its answer: it usually passes; if not, raise OVERTURE_MODEL_GAP_MS.",
  "model/slow":
    "The endpoint did not come to an end in time: choose a quicker model, or raise OVERTURE_MODEL_TOTAL_MS.",
  "model/malformed":
    "What came is not what an OpenAI-compatible endpoint answers: check that OPENAI_BASE_URL is the API's address and not a web page's.",
  "model/cut-off":
    "The connection ended in the middle of the answer: check the proxies between here and the endpoint.",
  "model/too-long":
    "The answer was cut at its limit of tokens: a model that reasons at length needs a higher one.",
  "model/refused": "The model declined to answer, or its content filter did.",
  "model/empty": "The answer holds no text: check that OVERTURE_MODEL is a chat model.",
  "model/circuit-open":
    "The endpoint failed too often and is left alone for a while; it is tried again by itself.",
  "model/budget-spent":
    "The day's tokens are used up: raise OVERTURE_MODEL_TOKENS_PER_DAY or the site's own limit, or wait for midnight (UTC).",
};

export interface TroubleDetails {
  /** As the chat model tells it: without the key. */
  endpoint: string;
  /** What the endpoint or the connection said, shortened; never a part of the key. */
  detail?: string;
  /** What the endpoint asked for. */
  retryAfterMs?: number;
  cause?: unknown;
}

export class ModelTrouble extends Error {
  override readonly name = "ModelTrouble";
  readonly code: ModelTroubleCode;
  readonly endpoint: string;
  readonly detail: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ModelTroubleCode, { endpoint, detail, retryAfterMs, cause }: TroubleDetails) {
    const said = detail === undefined ? "" : ` (${detail})`;
    super(`${endpoint}: ${WAY_OUT[code]}${said}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.endpoint = endpoint;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
  }
}
