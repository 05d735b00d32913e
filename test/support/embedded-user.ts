/**
 * A process that uses the embedded PostgreSQL, for the tests that kill it. Arguments: the data folder and the places
 * as JSON. Answers each line on its input, once it is up, with one JSON line: the server's process and what was asked.
 */
import { createInterface } from "node:readline";
import { openDatabase, persevere } from "../../server/store/database.ts";
import { openEmbedded } from "../../server/store/embedded/open-embedded.ts";
import { runningPostmaster } from "./embedded-server.ts";

const [dataDir = "", places = "{}"] = process.argv.slice(2);
const said: string[] = [];
try {
  const embedded = await openEmbedded(dataDir, (line) => said.push(line), JSON.parse(places));
  const { sql, close } = openDatabase({ ...embedded.connectionOptions, max: 2 });
  const answer = async (statement: string) => {
    const rows = await persevere(() => sql.unsafe(statement));
    console.log(JSON.stringify({ server: runningPostmaster(dataDir)?.pid, rows, said }));
  };
  await answer("select 1");
  for await (const line of createInterface(process.stdin)) await answer(line);
  await close();
  embedded.release();
} catch (error) {
  console.log(JSON.stringify({ failed: String(error) }));
}
