import type { ChatModel, ChatRequest } from "../../../../server/model/chat-model.ts";

/** Answers one after the other, the last one for ever; an error among them is thrown. */
export function fakeModel(answers: readonly (string | Error)[]): {
  model: ChatModel;
  requests: ChatRequest[];
} {
  const requests: ChatRequest[] = [];
  async function* stream(request: ChatRequest): AsyncGenerator<string> {
    requests.push(request);
    const answer = answers[Math.min(requests.length, answers.length) - 1] ?? "";
    if (answer instanceof Error) throw answer;
    yield answer;
  }
  const model: ChatModel = {
    endpoint: "model.example",
    model: "tester",
    stream,
    async complete(request) {
      let whole = "";
      for await (const text of stream(request)) whole += text;
      return whole;
    },
  };
  return { model, requests };
}

/** What a shopper's model answers, in form. */
export function moveJson(part: Record<string, unknown>): string {
  const plain = {
    message: "hm",
    does: "talk",
    item: null,
    because: null,
    rejects: [],
    asked: 0,
    answered: 0,
  };
  return JSON.stringify({ ...plain, annoyance: 0, ...part });
}
