/**
 * A process that imports a catalog file, for the tests that kill it. Arguments: the data folder, the site's id and the
 * file. Prints "put N" after each batch of records, "committing", and at last the summary as JSON.
 */
import { writeSync } from "node:fs";
import { importCatalog } from "../../server/catalog/import/import-catalog.ts";
import { openStore } from "../../server/store/open-store.ts";

const [dataDir = "", siteId = "", file = ""] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const store = await openStore({ dataDir });
say("opening");
const sink = await store.catalogs.openImport(siteId);
let count = 0;
const result = await importCatalog({
  source: file,
  format: "auto",
  currency: "USD",
  sink: {
    async put(records) {
      await sink.put(records);
      count += records.length;
      say(`put ${count}`);
    },
    commit() {
      say("committing");
      return sink.commit();
    },
    abort: sink.abort,
  },
});
say(JSON.stringify(result));
await store.close();
