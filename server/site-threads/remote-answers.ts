import type { AnswerArchive } from "../turn/ports.ts";
import { type AnswersAnswer, type AnswersCall, carriedError, errorOf } from "./protocol.ts";

export interface RemoteAnswers extends AnswerArchive {
  /** Takes in what the main thread answers. */
  answer(answer: AnswersAnswer): void;
}

/** What the merchant has answered, as a site's thread reads it. */
export function createRemoteAnswers(send: (call: AnswersCall) => void): RemoteAnswers {
  const waiting = new Map<number, (answer: AnswersAnswer) => void>();
  let calls = 0;
  return {
    answer(answer) {
      waiting.get(answer.call)?.(answer);
      waiting.delete(answer.call);
    },
    async standing(siteId) {
      const answer = await new Promise<AnswersAnswer>((resolve) => {
        calls += 1;
        waiting.set(calls, resolve);
        send({ type: "answers-read", call: calls, siteId });
      });
      if (answer.type === "answers-failed") throw errorOf(answer.error);
      return answer.answers;
    },
  };
}

/** The other end. Never rejects. */
export async function answerAnswersCall(
  archive: AnswerArchive,
  { call, siteId }: AnswersCall,
): Promise<AnswersAnswer> {
  try {
    return { type: "answers-read", call, answers: await archive.standing(siteId) };
  } catch (error) {
    return { type: "answers-failed", call, error: carriedError(error) };
  }
}
