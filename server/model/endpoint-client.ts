/** The `openai` package as this room uses it: no retries and no settings of its own, and errors that keep what was said. */
import OpenAI, { type APIError } from "openai";
import type { ModelSettings } from "./model-settings.ts";

class EndpointClient extends OpenAI {
  /** Errors of other servers than OpenAI's are often not under `error`; the package would drop what they say. */
  protected override makeStatusError(
    status: number,
    body: object,
    message: string | undefined,
    headers: Headers,
  ): APIError {
    const said: Record<string, unknown> = { ...body };
    const error = typeof said.error === "object" && said.error !== null ? said : { error: asError(said) };
    return super.makeStatusError(status, error, message, headers);
  }
}

export function openEndpointClient({ baseUrl, apiKey }: ModelSettings): OpenAI {
  return new EndpointClient({
    baseURL: baseUrl,
    apiKey,
    maxRetries: 0,
    // What is not said here, the package would read from the environment.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // It would print what models say.
    logLevel: "off",
  });
}

function asError(body: Record<string, unknown>): object | undefined {
  if (Object.keys(body).length === 0) return undefined;
  const { error, message, detail = error } = body;
  const words = message ?? detail ?? body;
  return { ...body, message: typeof words === "string" ? words : JSON.stringify(words) };
}
