/** The demo shop after a busy quarter: an experiment with a holdout, talks of simulated shoppers over sockets, and copies of these. */
import { openStore } from "../../server/store/open-store.ts";
import { startOvertureProcess } from "../running-process.ts";
import type { Workplace } from "../workplace.ts";
import { copyTalks } from "./copy-talks.ts";
import { type HeldTalks, holdTalks } from "./hold-talks.ts";

export interface BusyShopOptions {
  /** How many simulated shoppers come. */
  shoppers: number;
  /** Stored in the end, copies among them. */
  turns: number;
  days?: number;
  onVisit?: () => void;
}

export interface BusyShop {
  url: string;
  siteId: string;
  owner: { email: string; password: string };
  held: HeldTalks;
  turns: number;
}

/** Nobody is slowed down for coming too often, and each comes from an address of their own. */
const SETTINGS = {
  OVERTURE_MESSAGES_PER_10S: "1000000",
  OVERTURE_EVENTS_PER_10S: "1000000",
  OVERTURE_CONNECTIONS_PER_MINUTE: "1000000",
  TRUST_PROXY: "1",
  LOG_LEVEL: "warn",
};

const DAYS = 84;
const EXPERIMENT_DAYS = 21;

/** In a data folder that has no demo shop yet. The shop goes on running until the workplace is left. */
export async function makeBusyShop(
  workplace: Workplace,
  folder: string,
  { shoppers, turns, days = DAYS, onVisit = () => {} }: BusyShopOptions,
): Promise<BusyShop> {
  const server = startOvertureProcess(workplace, "demo", folder, SETTINGS);
  const [, email = "", password = ""] = await server.printed(/^owner login.*: (\S+) (\S+)$/m);
  const [, address = ""] = await server.printed(/^the demo shop is at (\S+)$/m);
  const url = new URL(address).origin;
  const store = await openStore({ dataDir: folder });
  try {
    const [site] = await store.sites.list();
    if (!site) throw new Error("the demo has made no site");
    const secretKey = await store.sites.secretOf(site.id);
    await startHoldout(url, secretKey);
    const held = await holdTalks({ url, siteKey: site.siteKey, secretKey }, { shoppers, onVisit });
    const stored = await copyTalks(folder, {
      ...{ siteId: site.id, turns, days },
      experimentDays: EXPERIMENT_DAYS,
    });
    for (const { id } of await store.experiments.list(site.id)) await store.experimentFigures.recount(id);
    return { url, siteId: site.id, owner: { email, password }, held, turns: stored };
  } finally {
    await store.close();
  }
}

async function startHoldout(url: string, secretKey: string): Promise<void> {
  const plan = {
    hypothesis: "Shoppers who can talk to the assistant buy more often than those who can't.",
    arms: [
      { preset: "holdout", weight: 0.2 },
      { preset: "as-is", name: "With the assistant", weight: 0.8 },
    ],
    metrics: ["conversion", "revenue"],
    minimumEffect: 0.02,
    plannedVisitors: 20_000,
    purchases: "signed",
  };
  const headers = { authorization: `Bearer ${secretKey}`, "content-type": "application/json" };
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${url}/api/admin/experiments${path}`, {
      ...{ method: "POST", headers, body: JSON.stringify(body) },
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  };
  await post("", { key: "worth-of-the-assistant", name: "What the assistant is worth", plan });
  await post("/worth-of-the-assistant/start", {});
}
