/** A site's thread: builds the rooms of its catalog, says that it is ready, and takes the site's turns from then on. */
import { parentPort, workerData } from "node:worker_threads";
import { buildCatalogRooms } from "../catalog-rooms.ts";
import { createStateRecall } from "../turn/recall-state.ts";
import { takeTurn } from "../turn/take-turn.ts";
import { turnDependencies } from "../turn-rooms.ts";
import { carriedError, type FromThread, type SiteThreadData, type ToThread } from "./protocol.ts";
import { createRemoteLog } from "./remote-log.ts";
import { withCatalogs } from "./with-catalogs.ts";

const port = parentPort;
if (!port) throw new Error("a site's thread was started as a program");
const send = (message: FromThread) => port.postMessage(message);

const { siteId, currency, ...database }: SiteThreadData = workerData;
const rooms = await withCatalogs(database, async (catalogs) =>
  buildCatalogRooms(await catalogs.load(siteId), currency),
);
const log = createRemoteLog(send);
const memory = { log, recall: createStateRecall(log) };

/** What each running turn waits for: whether it goes on, and how. */
type Go = "on" | "stop" | "leave";
const waiting = new Map<number, (go: Go) => void>();

port.on("message", (message: ToThread) => {
  switch (message.type) {
    case "turn-take":
      void speak(message);
      break;
    case "turn-go":
      release(message.turn, message.stop ? "stop" : "on");
      break;
    case "turn-leave":
      release(message.turn, "leave");
      break;
    default:
      log.answer(message);
  }
});
const { version, size } = rooms.catalog;
send({ type: "ready", catalog: { version, products: size, builtMs: performance.now() } });

async function speak({ turn, site, conversationId }: Extract<ToThread, { type: "turn-take" }>) {
  let go: Go = "on";
  const request = { conversationId, shouldStop: () => go === "stop" };
  try {
    for await (const signal of takeTurn(turnDependencies(site, rooms, memory), request)) {
      go = await new Promise<Go>((resolve) => {
        waiting.set(turn, resolve);
        send({ type: "turn-signal", turn, signal });
      });
      if (go === "leave") return;
    }
    send({ type: "turn-over", turn });
  } catch (error) {
    send({ type: "turn-failed", turn, error: carriedError(error) });
  }
}

function release(turn: number, go: Go): void {
  waiting.get(turn)?.(go);
  waiting.delete(turn);
}
