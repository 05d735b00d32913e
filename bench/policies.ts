/**
 * What the shipped policies achieve with simulated shoppers they were not trained with: other catalogs, persons, words and
 * responses. The same shoppers come to each policy [POL-6]. The tables are kept in docs/POLICIES.md, too.
 *
 * OVERTURE_EPISODES sets the conversations per policy and catalog (2,000).
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { prepareFile } from "../server/cli/catalog-of-file.ts";
import { STRATEGIES, type Strategy } from "../server/dialogue/strategies.ts";
import {
  compare,
  figuresOf,
  type PairFigures,
  type PolicyFigures,
} from "../server/learn/simulator/compare-policies.ts";
import { type EpisodePool, openEpisodePool } from "../server/learn/simulator/episode-pool.ts";
import type { EpisodesRequest, HeldEpisode } from "../server/learn/simulator/hold-episodes.ts";
import { type Report, type Table, tableOf } from "./report.ts";

const EPISODES = Number(process.env.OVERTURE_EPISODES ?? 2_000);
const SEED = "held out";

interface Contender {
  name: string;
  request: Pick<EpisodesRequest, "policy" | "mode" | "settings">;
}

/** What honesty costs: an AI has no experience to tell, and may do without asking for the shopper's, too. */
const EXPERIENCE_ACTS = ["experience-inquiry", "personal-experience"];

const CONTENDERS: readonly Contender[] = [
  { name: "planner", request: { policy: "planner", mode: "sociable" } },
  {
    name: "planner without experience acts",
    request: { policy: "planner", mode: "sociable", settings: { forbidden: EXPERIENCE_ACTS } },
  },
  { name: "inspired", request: { policy: "inspired", mode: "sociable" } },
  { name: "rules", request: { policy: "rules", mode: "sociable" } },
  { name: "informational", request: { policy: "rules", mode: "informational" } },
  { name: "random", request: { policy: "random", mode: "sociable" } },
];

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const CATALOGS = [
  { name: "the demo's catalog", file: path("../demo/catalog/catalog.json") },
  { name: "electronics (3,291 products)", file: path("../../shared/data/catalogs/electronics.json") },
];

export async function measurePolicies(): Promise<Report> {
  const sections: Table[] = [];
  for (const { name, file } of CATALOGS) {
    if (!existsSync(file)) {
      console.log(`${name}: not here, left out`);
      continue;
    }
    const pool = await openEpisodePool(await prepareFile(file, "USD"));
    try {
      sections.push(...tablesOf(name, await heldBy(pool, name)));
    } finally {
      await pool.close();
    }
  }
  keepInDocs(sections);
  return { name: "policies", title: "Policies with simulated shoppers they were not trained with", sections };
}

type Held = { name: string; episodes: HeldEpisode[] };

async function heldBy(pool: EpisodePool, catalog: string): Promise<Held[]> {
  const seeds = Array.from({ length: EPISODES }, (_, index) => `${SEED}/${index}`);
  const held: Held[] = [];
  for (const { name, request } of CONTENDERS) {
    console.log(`${catalog}: ${name}`);
    held.push({ name, episodes: await pool.hold({ ...request, population: "held-out" }, seeds) });
  }
  return held;
}

function tablesOf(catalog: string, held: readonly Held[]): Table[] {
  const figures = held.map(({ name, episodes }) => figuresOf(name, episodes));
  const [planner, ...others] = held;
  const pairs = planner ? others.map((other) => compare(planner, other, SEED)) : [];
  return [
    {
      title: `On ${catalog}`,
      about: `${EPISODES.toLocaleString("en-US")} conversations with each policy, the same shoppers before each. Success with Wilson's 95 % interval.`,
      columns: [
        "policy",
        "success",
        "95 %",
        "turns",
        "act entropy (nats)",
        "commonest act",
        "annoyance",
        "reward",
      ],
      rows: figures.map((each, index) => rowOf(each, held[index]?.episodes ?? [])),
    },
    {
      title: `Differences on ${catalog}`,
      about:
        "Success of the planner less that of the other, in points, paired by conversation, with a bootstrap's 95 % interval.",
      columns: ["against", "points", "95 %"],
      rows: pairs.map(pairRow),
    },
  ];
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const points = (share: number) => `${share < 0 ? "−" : "+"}${Math.abs(100 * share).toFixed(1)}`;

function rowOf(figures: PolicyFigures, episodes: readonly HeldEpisode[]): string[] {
  const [act, share] = commonestAct(episodes);
  return [
    figures.name,
    percent(figures.success),
    `${percent(figures.successLow)} to ${percent(figures.successHigh)}`,
    figures.turns.toFixed(2),
    figures.entropy.toFixed(2),
    `${act} ${percent(share)}`,
    figures.annoyance.toFixed(2),
    figures.reward.toFixed(3),
  ];
}

function pairRow({ b, difference, low, high }: PairFigures): string[] {
  return [b, points(difference), `${points(low)} to ${points(high)}`];
}

function commonestAct(episodes: readonly HeldEpisode[]): [Strategy, number] {
  const counts = STRATEGIES.map((strategy) =>
    episodes.reduce((sum, { acts }) => sum + (acts[strategy] ?? 0), 0),
  );
  const all = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  return [STRATEGIES[counts.indexOf(most)] ?? "yield", most / Math.max(1, all)];
}

const DOCS = path("../docs/POLICIES.md");
const MARKS = {
  begin: "<!-- policies compared: npm run bench -- policies -->",
  end: "<!-- end of policies compared -->",
};

function keepInDocs(sections: readonly Table[]): void {
  const page = readFileSync(DOCS, "utf8");
  const [before, rest] = page.split(MARKS.begin);
  const after = rest?.split(MARKS.end)[1];
  if (before === undefined || after === undefined) throw new Error("docs/POLICIES.md has lost its marks");
  const tables = sections.flatMap(({ title, about, columns, rows }) => [
    `**${title}.** ${about}`,
    tableOf(columns, rows),
  ]);
  writeFileSync(DOCS, [before + MARKS.begin, ...tables, MARKS.end + after].join("\n\n"));
}
