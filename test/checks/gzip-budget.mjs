/**
 * What a shop's page pays for the widget: the loader alone, everything for an open panel, and what is loaded later: the menu
 * when somebody opens it, the teaser when the agent speaks first, what measures the page when its visitor is known, and what asks
 * for the widget on a page with a holdout; and what a merchant's browser loads for the dashboard's first view. Exits non-zero when one is
 * over its budget or a file is missing. Builds both first, so that the figures are of today's source.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const BUDGETS = {
  loader: 2_048,
  openPanel: 30_720,
  menu: 3_072,
  teaser: 1_536,
  measure: 1_024,
  holdout: 2_560,
  dashboard: 122_880,
};
const project = fileURLToPath(new URL("../..", import.meta.url));
const directory = `${project}dist/widget`;

await build({ configFile: `${project}widget/vite.config.ts` });

const sizes = Object.fromEntries(
  readdirSync(directory).map((name) => [
    name,
    gzipSync(readFileSync(`${directory}/${name}`), { level: 9 }).length,
  ]),
);
const loader = sizes["widget.js"];
const sizeOf = (/** @type {(name: string) => boolean} */ which) =>
  Object.keys(sizes)
    .filter((name) => name.endsWith(".js") && which(name))
    .reduce((sum, name) => sum + sizes[name], 0);
const menu = sizeOf((name) => name.startsWith("menu-"));
const teaser = sizeOf((name) => name.startsWith("teaser-"));
const measure = sizeOf((name) => name.startsWith("measure-"));
const holdout = sizeOf((name) => name.startsWith("holdout-"));
// Whatever isn't known to be loaded later counts as loaded at once.
const openPanel = sizeOf(() => true) - menu - teaser - measure - holdout;
if (loader === undefined || [menu, teaser, measure, holdout].includes(0) || openPanel === loader) {
  console.error(
    `gzip budget: a file of the widget is missing in dist/widget (found: ${Object.keys(sizes).join(", ") || "none"})`,
  );
  process.exit(1);
}

await build({ configFile: `${project}dashboard/vite.config.ts` });
const dashboard = firstViewSize(`${project}dist/dashboard`, "overview");

let failed = false;
for (const [what, size, budget] of [
  ["loader with launcher", loader, BUDGETS.loader],
  ["everything for an open panel", openPanel, BUDGETS.openPanel],
  ["the menu, once it is opened", menu, BUDGETS.menu],
  ["the teaser, once the agent speaks first", teaser, BUDGETS.teaser],
  ["what measures the page of a known visitor", measure, BUDGETS.measure],
  ["what asks for the widget on a page with a holdout", holdout, BUDGETS.holdout],
  ["the dashboard's first view", dashboard, BUDGETS.dashboard],
]) {
  const over = size > budget;
  failed ||= over;
  console.log(
    `gzip budget: ${what}: ${size.toLocaleString("en")} of ${budget.toLocaleString("en")} bytes${over ? " (over)" : ""}`,
  );
}
process.exit(failed ? 1 : 0);

/**
 * The page's script, the view's, and all that these import outright.
 * @param {string} folder
 * @param {string} view
 */
function firstViewSize(folder, view) {
  const html = readFileSync(`${folder}/index.html`, "utf8");
  const entry = /src="\/dashboard\/(assets\/[^"]+\.js)"/.exec(html)?.[1];
  const chunk = readdirSync(`${folder}/assets`).find(
    (name) => name.startsWith(`${view}-`) && name.endsWith(".js"),
  );
  if (!entry || !chunk) throw new Error("the dashboard's build has no page or no first view");
  const loaded = new Set([entry, `assets/${chunk}`]);
  let size = 0;
  for (const name of loaded) {
    const source = readFileSync(`${folder}/${name}`);
    size += gzipSync(source, { level: 9 }).length;
    for (const [, imported] of source.toString().matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      loaded.add(`assets/${imported}`);
  }
  return size;
}
