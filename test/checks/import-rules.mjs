/**
 * Who may import whom (docs/ARCHITECTURE.md). The check also asserts that it saw the modules it judges: under a compiler
 * it does not know, dependency-cruiser finds none and stays green.
 */
import { readFileSync } from "node:fs";
import { cruise } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";

const ROOMS = ["widget", "server", "shared", "dashboard", "demo"];
const MODULES_MIN = 100;
const IMPORTS_MIN = 300;

const { forbidden, options } = JSON.parse(readFileSync(".dependency-cruiser.json", "utf8"));
const { output } = await cruise(
  [...ROOMS, "bench", "migrations"],
  { ...options, ruleSet: { forbidden }, validate: true },
  {},
  { tsConfig: extractTsConfig("tsconfig.json") },
);

const { violations, totalCruised } = output.summary;
const own = output.modules.filter((module) => /^(widget|server|shared|dashboard|demo)\//.test(module.source));
const imports = own.reduce((sum, module) => sum + module.dependencies.length, 0);
const unseen = ROOMS.filter((room) => !own.some((module) => module.source.startsWith(`${room}/`)));

for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} -> ${to}`);
if (own.length < MODULES_MIN || imports < IMPORTS_MIN || unseen.length > 0) {
  console.error(
    `The check saw ${own.length} modules and ${imports} imports of ours (unseen: ${unseen.join(", ") || "none"}).`,
  );
  process.exit(1);
}
if (violations.length > 0) process.exit(1);
console.log(
  `import rules: ${own.length} modules of ours, ${imports} imports, ${totalCruised} cruised, no violation`,
);
