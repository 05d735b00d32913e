/** A scripted endpoint that knows when a request reached it and when it had written the first sentence. */
import OpenAI from "openai";
import { startScriptedModel } from "../demo/scripted-model/scripted-model.ts";
import type { Workplace } from "./workplace.ts";

export const PACE = { firstTokenMs: 200, tokenMs: 12 };
export const SENTENCE = "Okay, let me see what I can tell you about that.";
const ANSWER = `[1] ${SENTENCE}\n[1] Thanks for telling me.`;

/** Of one request; on the clock of `performance.now()`. */
export interface EndpointTimes {
  arrived: number;
  /** The first sentence's last token was written. */
  written: number;
}

/** When something was asked, and when the whole first sentence was there. */
export interface Heard extends EndpointTimes {
  asked: number;
  ended: number;
}

export interface TimedEndpoint {
  url: string;
  /** Of the last request that it answered. */
  times(): EndpointTimes;
  /** The last turn's request once more, by the bare package. */
  askBare(): Promise<Heard>;
}

export async function startTimedEndpoint(workplace: Workplace): Promise<TimedEndpoint> {
  const times: EndpointTimes = { arrived: 0, written: 0 };
  const model = await startScriptedModel({
    script: {
      next: () => {
        times.arrived = performance.now();
        times.written = 0;
        let text = "";
        const onSent = (token: string) => {
          text += token;
          if (times.written === 0 && text.includes(SENTENCE)) times.written = performance.now();
        };
        return { ...PACE, text: ANSWER, onSent };
      },
    },
  });
  workplace.atEnd(() => model.close());
  const client = new OpenAI({ baseURL: model.url, apiKey: "none", maxRetries: 0 });
  return {
    url: model.url,
    times: () => ({ ...times }),
    async askBare() {
      // What checks a key at the start asks with one message.
      const request = model.requests.findLast(({ messages }) => messages.length > 1);
      const messages = request?.messages as OpenAI.ChatCompletionMessageParam[];
      const asked = performance.now();
      const stream = await client.chat.completions.create({ model: "scripted", messages, stream: true });
      let text = "";
      let ended = 0;
      for await (const { choices } of stream) {
        text += choices[0]?.delta.content ?? "";
        if (ended === 0 && text.includes(SENTENCE)) ended = performance.now();
      }
      return { asked, ended, ...times };
    },
  };
}
