/**
 * One node of several on one database: `node assignment-node.ts DATA_DIR SITE_KEY`. For each line `{ visitors, fresh }` of its input it
 * opens a conversation of each visitor and stores the first turn, as the gateway and a site's thread do, and prints a line when all is durable.
 */
import { createInterface } from "node:readline";
import { cacheSites } from "../server/cached-sites.ts";
import { openStore } from "../server/store/open-store.ts";
import { turn } from "../test/support/conversation-events.ts";

const AT_ONCE = 8;

const [dataDir = "", siteKey = ""] = process.argv.slice(2);
const store = await openStore({ dataDir });
const sites = cacheSites(store.sites);
console.log("ready");
for await (const line of createInterface(process.stdin)) {
  const { visitors, fresh }: { visitors: string[]; fresh: boolean } = JSON.parse(line);
  const waiting = visitors.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const visitorId of waiting) await comeBy(visitorId, fresh);
    }),
  );
  console.log(JSON.stringify({ done: visitors.length }));
}
await store.close();

async function comeBy(visitorId: string, fresh: boolean): Promise<void> {
  const site = await sites.byKey(siteKey);
  if (!site) throw new Error(`no site ${siteKey}`);
  const { id: siteId, mode, locale, experiments } = site;
  const page = { url: "https://shop.example/" };
  const opened = await store.desk.open({ siteId, visitorId, fresh, mode, locale, page, experiments });
  // After a node that died in between, the turn may be there.
  await store.log.appendTurn(opened.conversationId, 0, [turn(opened.conversationId, { text: "Hello!" })]);
}
