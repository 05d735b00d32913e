import { roomsOfFile } from "./test/support/talk.ts";
import { shortTitle, isPluralTitle } from "./server/speak/words/short-title.ts";
const n = Number(process.argv[2] ?? 40);
for (const f of ["demo/catalog/catalog.json", ...["cosmetics.json","electronics.json","google-merchant-rss.xml","shopify-bicycles.csv","shopify-padded-headers.csv"].map(x=>"/work/shared/data/catalogs/"+x)]) {
  const r = await roomsOfFile(f);
  console.log("==", f.split("/").pop());
  const ps = [...r.catalog.products]; const step = Math.max(1, Math.floor(ps.length / n));
  let long = 0;
  for (const [i, p] of ps.entries()) { const s = shortTitle(p); if (s.length > 45 || s.split(" ").length > 7) long++; if (i % step === 0) console.log((s === p.title ? "=  " : "") + s + (s === p.title ? "" : "      <- " + p.title.slice(0,100)) + (isPluralTitle(p,s) ? " [PL]":"")); }
  console.log("long:", long);
}
