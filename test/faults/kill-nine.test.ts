/** kill -9, of Overture and of PostgreSQL by turns, in the middle of writes. What was acknowledged is there. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore, type Store } from "../../server/store/open-store.ts";
import { startTestProcess, type TestProcess } from "../support/child-process.ts";
import { runningPostmaster, untilStopped } from "../support/embedded-server.ts";

const ROUNDS = 20;

let root: string;
let dataDir: string;
let store: Store;
let writer: TestProcess | null = null;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "overture-faults-"));
  chmodSync(root, 0o755);
  dataDir = join(root, ".overture");
  store = await openStore({ dataDir });
});
afterAll(async () => {
  await writer?.kill();
  await store.close();
  await untilStopped(dataDir);
  rmSync(root, { recursive: true, force: true });
});

it(`[WIRE-1] [WIRE-2] [WIRE-5] loses no acknowledged message, repeats none and leaves no gap in ${ROUNDS} kills`, async () => {
  const { siteId } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
  const visitorId = await store.visitors.create(siteId);
  const page = { url: "https://velo.example/" };
  const { conversationId } = await store.desk.open({
    siteId,
    visitorId,
    fresh: true,
    mode: "sociable",
    locale: "en",
    page,
  });

  const acknowledged = new Map<string, number>();
  const note = (line: string) => {
    const [id = "", seq] = line.split(" ");
    acknowledged.set(id, Number(seq));
  };
  for (let round = 1; round <= ROUNDS; round += 1) {
    writer ??= startTestProcess(new URL("../support/store-writer.ts", import.meta.url), [
      dataDir,
      conversationId,
    ]);
    // At another moment of the writer's work each time; how far it is in its current statement is chance.
    for (let count = 0; count < 10 + 7 * round; count += 1) note(await writer.nextLine());
    if (round % 2 === 0) {
      process.kill(runningPostmaster(dataDir)?.pid ?? 0, "SIGKILL");
    } else {
      await writer.kill();
      for (const line of await writer.remainingLines()) note(line);
      writer = null;
    }
  }

  const log = await store.log.read(conversationId, 0);
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
  const messages = log.filter(({ event }) => event.type === "message-stored");
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  const stored = new Map(
    messages.map(({ event, seq }) => [event.type === "message-stored" ? event.id : "", seq]),
  );
  expect(stored.size).toBe(messages.length);
  const lost = [...acknowledged].filter(([id, seq]) => stored.get(id) !== seq);
  expect(lost).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 10);
}, 120_000);
