/**
 * A site's thread: opens the rooms of its catalog, says that it is ready, and takes the site's turns from then on. What
 * changes in the catalog it takes up where it can.
 */
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { matchReferences } from "../catalog/reviews/match-references.ts";
import { openCatalogRooms } from "../catalog-rooms.ts";
import type { Site } from "../gateway/ports.ts";
import { isStandingTrouble, openSiteModel } from "../model/site-model.ts";
import { openSiteMeaning } from "../site-meaning.ts";
import { createAnswerShelf } from "../turn/answer-shelf.ts";
import { createPolicyShelf, openPolicy } from "../turn/policy-shelf.ts";
import { createStateRecall } from "../turn/recall-state.ts";
import { type ReplayedTurn, replayTurns } from "../turn/replay-turns.ts";
import { takeTurn } from "../turn/take-turn.ts";
import { type TurnModel, turnDependencies } from "../turn-rooms.ts";
import { checkOwnWords } from "./check-own-words.ts";
import { previewTurns } from "./preview-turns.ts";
import {
  carriedError,
  type FromThread,
  type SiteThreadData,
  type ThreadQuestion,
  type ToThread,
} from "./protocol.ts";
import { rehearse } from "./rehearse.ts";
import { createRemoteAnswers } from "./remote-answers.ts";
import { createRemoteLedger } from "./remote-ledger.ts";
import { createRemoteLog } from "./remote-log.ts";
import { createRemotePolicies } from "./remote-policies.ts";
import { withCatalogs } from "./with-catalogs.ts";

const port = parentPort;
if (!port) throw new Error("a site's thread was started as a program");
const send = (message: FromThread) => port.postMessage(message);

const { siteId, currency, fresh, model: shared, ...database }: SiteThreadData = workerData;
const ledger = createRemoteLedger(siteId, send);
const opening = shared && openSiteModel(shared, ledger);
const { rooms, isWhole, keep, semantic } = await withCatalogs(
  database,
  async (catalogs, reviews, vectors) => {
    // A fresh catalog may have the products that reviews wait for.
    if (fresh) await reviews.match(siteId, matchReferences);
    const opened = await openCatalogRooms(
      { catalogs, snapshotFolder: join(database.dataDir, "snapshots") },
      { id: siteId, currency },
      { fresh },
    );
    const semantic = await openSiteMeaning({
      siteId,
      catalog: opened.rooms.catalog,
      model: (await opening)?.embedding ?? null,
      boundMs: shared?.settings.embeddingMs ?? 0,
      onTrouble: (error) => send({ type: "meaning-missed", error: carriedError(error) }),
    });
    await semantic?.takeUp(vectors);
    return { ...opened, semantic };
  },
);
const model = await opening;
const log = createRemoteLog(send);
const memory = { log, recall: createStateRecall(log), ...(semantic && { meaning: semantic.meaning }) };
const archive = createRemotePolicies(send);
const policies = createPolicyShelf({
  archive,
  onTrouble: ({ reference, why }) => send({ type: "policy-refused", reference, why }),
});
const answerArchive = createRemoteAnswers(send);
const answers = createAnswerShelf(answerArchive, (error) =>
  send({ type: "answers-missed", error: carriedError(error) }),
);

/** From then on a turn takes hardly longer than after an hour. */
const REHEARSAL_MS = 600;

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
    case "replay":
      void replay(message);
      break;
    case "question":
      void reply(message);
      break;
    case "catalog-changed":
      void takeUpChanges();
      break;
    case "policy-read":
    case "policy-failed":
      archive.answer(message);
      break;
    case "answers-read":
    case "answers-failed":
      answerArchive.answer(message);
      break;
    case "tokens-used":
    case "tokens-failed":
      ledger.answer(message);
      break;
    default:
      log.answer(message);
  }
});
const builtMs = performance.now();
// The thread that it takes over from still serves; without one, a shopper may be waiting.
if (fresh) await rehearse(rooms, currency, () => performance.now() > builtMs + REHEARSAL_MS);
const { version, size } = rooms.catalog;
send({ type: "ready", catalog: { version, products: size, isWhole, builtMs } });
const kept = keep().catch((error: unknown) => send({ type: "snapshot-refused", error: carriedError(error) }));

async function speak({ turn, site, conversationId, silentSince }: Extract<ToThread, { type: "turn-take" }>) {
  let go: Go = "on";
  const request = { conversationId, silentSince, shouldStop: () => go === "stop" };
  try {
    const [policy, answered] = await Promise.all([
      policies.find(siteId, site.settings.policy, site.ownPolicy),
      answers.find(siteId, site.answersVersion ?? 0),
    ]);
    const dependencies = turnDependencies(
      site,
      rooms,
      policy,
      { ...memory, answers: answered },
      modelOf(site),
    );
    for await (const signal of takeTurn(dependencies, request)) {
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

async function replay({
  replay,
  site,
  conversationId,
  policy,
}: Extract<ToThread, { type: "replay" }>): Promise<void> {
  try {
    const [opening, answered, events] = await Promise.all([
      openPolicy(archive, siteId, policy),
      answers.find(siteId, site.answersVersion ?? 0),
      log.read(conversationId, 0),
    ]);
    if (!opening.ok) throw new Error(opening.why);
    const dependencies = turnDependencies(site, rooms, opening.policy, { ...memory, answers: answered });
    const turns: ReplayedTurn[] = [];
    for await (const turn of replayTurns(dependencies, conversationId, events)) {
      turns.push(turn);
      // Shoppers' turns come in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    send({ type: "replay-done", replay, turns });
  } catch (error) {
    send({ type: "replay-failed", replay, error: carriedError(error) });
  }
}

async function reply({ call, site, question }: Extract<ToThread, { type: "question" }>) {
  try {
    send({ type: "question-answered", call, answer: await answerTo(site, question) });
  } catch (error) {
    send({ type: "question-failed", call, error: carriedError(error) });
  }
}

async function answerTo(site: Site, { kind, asked }: ThreadQuestion): Promise<unknown> {
  switch (kind) {
    case "preview-turns":
      return previewTurns(rooms, site, await policies.find(siteId, site.settings.policy), asked);
    case "check-words":
      return checkOwnWords(rooms.check, site, asked.text);
  }
}

/** Whoever runs the server hears of trouble; the shopper does not. */
function modelOf(site: Site): TurnModel | null {
  const usable = model?.use(site.model);
  return usable ? { ...usable, onTrouble: tellOfTrouble } : null;
}

function tellOfTrouble(error: unknown): void {
  if (isStandingTrouble(error)) return;
  const { message } = carriedError(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "model/unknown";
  send({ type: "model-trouble", code, message });
}

function release(turn: number, go: Go): void {
  waiting.get(turn)?.(go);
  waiting.delete(turn);
}

/** What cannot be read now is read when the catalog is built anew, or fails there. */
async function takeUpChanges(): Promise<void> {
  // Changes are made in the arrays that are being written.
  await kept;
  const { catalog } = rooms;
  const changes = await withCatalogs(database, async (catalogs, _, vectors) => {
    const since = await catalogs.changesSince(siteId, catalog.version);
    await semantic?.takeUp(vectors);
    return since;
  }).catch(() => null);
  send({ type: "changes-taken-up", isWhole: changes !== null && catalog.change(changes).isWhole });
}
