import type { AppendResult, ConversationLog } from "../turn/ports.ts";
import { carriedError, errorOf, type LogAnswer, type LogCall } from "./protocol.ts";

export interface RemoteLog extends ConversationLog {
  /** Takes in what the main thread answers. */
  answer(answer: LogAnswer): void;
}

/** The conversation log as a site's thread has it: every call is a message, and its answer another. */
export function createRemoteLog(send: (call: LogCall) => void): RemoteLog {
  const waiting = new Map<number, (answer: LogAnswer) => void>();
  let calls = 0;
  const ask = (callOf: (call: number) => LogCall) =>
    new Promise<LogAnswer>((resolve) => {
      calls += 1;
      waiting.set(calls, resolve);
      send(callOf(calls));
    });
  return {
    answer(answer) {
      waiting.get(answer.call)?.(answer);
      waiting.delete(answer.call);
    },
    async read(conversationId, afterPosition) {
      const answer = await ask((call) => ({ type: "log-read", call, conversationId, afterPosition }));
      if (answer.type === "log-read") return answer.events;
      throw unexpected(answer);
    },
    async appendTurn(conversationId, turnsBefore, events): Promise<AppendResult> {
      const answer = await ask((call) => ({ type: "log-append", call, conversationId, turnsBefore, events }));
      if (answer.type === "log-append") return answer.result;
      throw unexpected(answer);
    },
  };
}

function unexpected(answer: LogAnswer): Error {
  return answer.type === "log-failed" ? errorOf(answer.error) : new Error(`the log answered ${answer.type}`);
}

/** The other end: does on the real log what a thread asks of it. Never rejects. */
export async function answerLogCall(log: ConversationLog, asked: LogCall): Promise<LogAnswer> {
  const { call, conversationId } = asked;
  try {
    if (asked.type === "log-read")
      return { type: "log-read", call, events: await log.read(conversationId, asked.afterPosition) };
    const result = await log.appendTurn(conversationId, asked.turnsBefore, asked.events);
    return { type: "log-append", call, result };
  } catch (error) {
    return { type: "log-failed", call, error: carriedError(error) };
  }
}
