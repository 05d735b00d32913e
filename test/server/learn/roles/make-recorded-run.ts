/**
 * Makes `recorded-run.jsonl` anew, for when a prompt has changed:
 * `rm test/server/learn/roles/recorded-run.jsonl && npx tsx test/server/learn/roles/make-recorded-run.ts`
 */
import { fileURLToPath } from "node:url";
import { startScriptedModel } from "../../../../demo/scripted-model/scripted-model.ts";
import { openLiveRun } from "../../../../server/learn/roles/live-run.ts";
import { openChatModel } from "../../../../server/model/open-chat-model.ts";
import { holdCannedTalk } from "./canned-talk.ts";
import { settingsOf } from "./scripted-settings.ts";

const endpoint = await startScriptedModel({ seed: 5, port: 47_001 });
const run = openLiveRun({
  roles: ["shopper", "critic"],
  atOnce: 2,
  model: openChatModel(settingsOf(endpoint.url)),
  tokensMax: null,
  record: fileURLToPath(new URL("recorded-run.jsonl", import.meta.url)),
});
console.log(JSON.stringify(await holdCannedTalk(run), null, 2));
run.close();
await endpoint.close();
