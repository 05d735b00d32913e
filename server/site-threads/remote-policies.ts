import type { PolicyArchive } from "../turn/ports.ts";
import { carriedError, errorOf, type PolicyAnswer, type PolicyCall } from "./protocol.ts";

export interface RemotePolicies extends PolicyArchive {
  /** Takes in what the main thread answers. */
  answer(answer: PolicyAnswer): void;
}

/** The registry of policies as a site's thread has it. */
export function createRemotePolicies(send: (call: PolicyCall) => void): RemotePolicies {
  const waiting = new Map<number, (answer: PolicyAnswer) => void>();
  let calls = 0;
  return {
    answer(answer) {
      waiting.get(answer.call)?.(answer);
      waiting.delete(answer.call);
    },
    async read(siteId, name, version) {
      const answer = await new Promise<PolicyAnswer>((resolve) => {
        calls += 1;
        waiting.set(calls, resolve);
        send({ type: "policy-read", call: calls, siteId, name, version });
      });
      if (answer.type === "policy-failed") throw errorOf(answer.error);
      return answer.file;
    },
  };
}

/** The other end. Never rejects. */
export async function answerPolicyCall(
  archive: PolicyArchive,
  { call, siteId, name, version }: PolicyCall,
): Promise<PolicyAnswer> {
  try {
    return { type: "policy-read", call, file: await archive.read(siteId, name, version) };
  } catch (error) {
    return { type: "policy-failed", call, error: carriedError(error) };
  }
}
