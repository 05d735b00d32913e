/** A shopper behind a bare Socket.IO client, with a stopwatch. */
import { randomUUID } from "node:crypto";
import type { TurnEnd } from "../shared/shopper-socket.ts";
import { connectTab } from "../test/contract/wire-client.ts";

/** Milliseconds since the message was sent. */
export interface AnswerTimes {
  acknowledged: number;
  firstText: number;
  ended: number;
}

export interface Shopper {
  say(text: string): Promise<AnswerTimes>;
  leave(): void;
}

/** Connects as a new visitor from a page of the server's own, opens a conversation and hears the agent's opening out. */
export async function enterShop(url: string, siteKey: string): Promise<Shopper> {
  const tab = await connectTab(url, { siteKey, origin: url });
  await tab.open();
  await tab.answerTo("opening");
  const { socket } = tab;
  return {
    async say(text) {
      const id = randomUUID();
      const sentAt = performance.now();
      const since = () => performance.now() - sentAt;
      const firstText = new Promise<number>((resolve) => {
        socket.once("turn-text", () => resolve(since()));
      });
      const ended = new Promise<number>((resolve) => {
        const hear = ({ respondsTo }: TurnEnd) => {
          if (respondsTo.type !== "messages" || !respondsTo.ids.includes(id)) return;
          socket.off("turn-end", hear);
          resolve(since());
        };
        socket.on("turn-end", hear);
      });
      const answer = await tab.say(text, id);
      const acknowledged = since();
      if (!answer.ok) throw new Error(`a message was refused: ${answer.error.code}`);
      return { acknowledged, firstText: await firstText, ended: await ended };
    },
    leave: () => tab.close(),
  };
}
