/** How long `overture serve` takes to listen, and what the demo holds in memory after a first conversation. */
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openDemoShop } from "./demo-shop.ts";
import { percentile } from "./measure.ts";
import { descendantsOf, memoryOf, type ProcessMemory } from "./process-memory.ts";
import { milliseconds, type Report, type Section } from "./report.ts";
import { startOvertureProcess } from "./running-process.ts";
import { OUTDOOR_SCRIPT } from "./scripts.ts";
import { enterShop } from "./shopper.ts";
import { inWorkplace, type Workplace } from "./workplace.ts";

const COLD_STARTS = 7;
const WARM_STARTS = 15;
const BUNDLE = fileURLToPath(new URL("../dist/server/overture.js", import.meta.url));

export async function measureStart(): Promise<Report> {
  // The first start may bundle the server, and reads its files from the disk.
  await inWorkplace((workplace) => timedStart(workplace.folder()));
  const bundledAt = statSync(BUNDLE).mtimeMs;
  const cold = await inWorkplace((workplace) => startTimes(COLD_STARTS, () => workplace.folder()));
  const warm = await inWorkplace(async (workplace) => {
    const folder = workplace.folder();
    await timedStart(folder);
    return startTimes(WARM_STARTS, () => folder);
  });
  if (statSync(BUNDLE).mtimeMs !== bundledAt)
    throw new Error("the sources were changed meanwhile, so some starts include bundling; run it again");
  return {
    name: "start",
    title: "Start and memory",
    sections: [startSection(cold, warm), await inWorkplace(measureMemory)],
  };
}

async function startTimes(count: number, folderOfStart: () => string): Promise<number[]> {
  const times: number[] = [];
  for (let start = 0; start < count; start++) times.push(await timedStart(folderOfStart()));
  return times;
}

/** From spawning the command to its line that it listens; the server has ended when this resolves. */
function timedStart(folder: string): Promise<number> {
  return inWorkplace(async (workplace) => {
    const server = startOvertureProcess(workplace, "serve", folder);
    await server.printed(/^listening on/m);
    return performance.now() - server.startedAt;
  });
}

function startSection(cold: number[], warm: number[]): Section {
  const row = (name: string, times: number[]) => [
    name,
    String(times.length),
    ...[percentile(times, 0.5), Math.min(...times), Math.max(...times)].map(milliseconds),
  ];
  return {
    title: "Start",
    about:
      "From spawning `overture serve` to its line “listening on …”, each in a new process, the database included. Cold: an " +
      "empty data folder, in which a PostgreSQL cluster is made and migrated. Warm: a data folder that was used before. The " +
      "server is bundled already, and its files are in the system's cache.",
    columns: ["start", "runs", "median (ms)", "fastest (ms)", "slowest (ms)"],
    rows: [row("cold", cold), row("warm", warm)],
  };
}

async function measureMemory(workplace: Workplace): Promise<Section> {
  const script = OUTDOOR_SCRIPT.slice(0, 4);
  const { server, url, siteKey } = await openDemoShop(workplace);
  const { pid } = server;
  const rows = [...memoryRows("before the first shopper", pid)];
  const shopper = await enterShop(url, siteKey);
  for (const text of script) await shopper.say(text);
  rows.push(...memoryRows(`after a conversation of ${script.length} messages`, pid));
  shopper.leave();
  return {
    title: "Memory",
    about:
      "`overture demo` in an empty data folder, with its catalog imported. Resident memory counts pages that processes share " +
      "for each of them; the proportional size divides them among all that use them.",
    columns: ["processes", "number", "resident (MiB)", "proportional (MiB)"],
    rows,
  };
}

function memoryRows(moment: string, pid: number): string[][] {
  if (process.platform !== "linux") return [[`${moment}: only measured on Linux`]];
  return [
    [`server, ${moment}`, ...memoryCells(memoryOf([pid]))],
    [`PostgreSQL with its keeper, ${moment}`, ...memoryCells(memoryOf(descendantsOf(pid)))],
  ];
}

function memoryCells(memory: ProcessMemory | null): string[] {
  if (memory === null) return [];
  const { processes, residentMebibytes, proportionalMebibytes } = memory;
  return [
    String(processes),
    residentMebibytes.toFixed(1),
    proportionalMebibytes?.toFixed(1) ?? "not readable",
  ];
}
