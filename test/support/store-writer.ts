/**
 * A process that stores messages as fast as it can, on several lanes, for the tests that kill it. Arguments: the data
 * folder and a conversation. Prints "id seq" for each message that was acknowledged.
 */
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { openStore } from "../../server/store/open-store.ts";

const [dataDir = "", conversationId = ""] = process.argv.slice(2);
const LANES = 4;

const store = await openStore({ dataDir });
await Promise.all(Array.from({ length: LANES }, (_, lane) => writeForEver(lane)));

async function writeForEver(lane: number): Promise<never> {
  for (let count = 1; ; count += 1) {
    const id = randomUUID();
    const result = await store.desk.storeMessage(conversationId, id, `lane ${lane}, message ${count}`);
    if (!result.ok) throw new Error(result.code);
    // Written at once, not buffered: an acknowledgement that was given must have been given.
    writeSync(1, `${id} ${result.seq}\n`);
  }
}
