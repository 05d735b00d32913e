/** A thread that does what the conversation's name says, and nothing else that a site's thread does. */
import { parentPort } from "node:worker_threads";
import type { FromThread, ToThread } from "../../../server/site-threads/protocol.ts";
import { turn as spokenTurn } from "../../support/conversation-events.ts";

const send = (message: FromThread) => parentPort?.postMessage(message);
type Go = Extract<ToThread, { type: "turn-go" }>;
const turns = new Map<number, AsyncGenerator<void, void, Go>>();

parentPort?.on("message", (message: ToThread) => {
  if (message.type === "turn-take") {
    const script = play(message.turn, message.conversationId);
    turns.set(message.turn, script);
    void script.next();
  }
  if (message.type === "question") {
    const until = performance.now() + 250;
    while (performance.now() < until);
    send({ type: "question-answered", call: message.call, answer: null });
  }
  if (message.type === "turn-go") void turns.get(message.turn)?.next(message);
});
send({ type: "ready", catalog: { version: 1, products: 0, isWhole: true, builtMs: 1 } });

async function* play(turn: number, conversationId: string): AsyncGenerator<void, void, Go> {
  const turnId = `turn of ${conversationId}`;
  send({ type: "turn-signal", turn, signal: { type: "start", turnId, respondsTo: { type: "opening" } } });
  yield;
  switch (conversationId) {
    case "throws":
      send({ type: "turn-failed", turn, error: { message: "no such policy", stack: "at the policy" } });
      return;
    case "crashes":
      setImmediate(() => {
        throw new Error("nobody caught this");
      });
      return;
    case "hoards": {
      const hoard: number[][] = [];
      for (;;) hoard.push(Array.from({ length: 100_000 }, (_, index) => index));
    }
    case "hangs":
      for (;;);
    case "stores and dies":
      send({ type: "log-append", call: turn, conversationId, turnsBefore: 0, events: [spokenTurn(turnId)] });
      setImmediate(() => process.exit(7));
      return;
  }
  for (let index = 0; index < 3; index++) {
    send({ type: "turn-signal", turn, signal: { type: "sentence", turnId, index, text: "Word." } });
    const { stop } = yield;
    if (stop) break;
  }
  send({ type: "turn-over", turn });
}
