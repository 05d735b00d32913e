/** What shoppers and the process notice of a model that fails, for every way in which the scripted one can. */
import { setTimeout as pause } from "node:timers/promises";
import { type Behaviour, FAILURES, type Failure } from "../demo/scripted-model/behaviour.ts";
import { startScriptedModel } from "../demo/scripted-model/scripted-model.ts";
import type { LoggedEvent } from "../server/dialogue/events.ts";
import { percentile } from "./measure.ts";
import { type HeldTalk, holdTalk, type ModelShop, modelShops } from "./model-talks.ts";
import { faultOf } from "./model-truth.ts";
import { milliseconds, type Report, type Section, type Table } from "./report.ts";

/** Short, so that many turns can run into them. */
export const SHORT_BOUNDS = { firstToken: 250, gap: 150, total: 800 };
/** Beyond the model's own bounds a turn may take this long: deciding, drafting, checking, beside its neighbours. */
const OWN_MS = 400;
const AT_A_TIME = 10;
const TURNS_EACH = 10;
/** For sockets to be closed and what is over to be collected. */
const SETTLE_MS = 3_000;
const LOOK_EVERY_MS = 25;

export interface FailureFindings {
  failure: Failure;
  turns: number;
  messages: number;
  unanswered: number;
  answeredTwice: number;
  /** Turns that don't hand the floor over, or whose text is faulty. */
  poor: { text: string; fault: string }[];
  troubles: Record<string, number>;
  milliseconds: number[];
  unhandled: number;
  /** Timers, sockets and the like that are there afterwards and were not before, by kind. */
  leaked: Record<string, number>;
}

export async function findFailure(
  failure: Failure,
  shop: ModelShop,
  { turns, bounds = SHORT_BOUNDS }: { turns: number; bounds?: typeof SHORT_BOUNDS },
): Promise<FailureFindings> {
  const before = resources();
  let unhandled = 0;
  const onUnhandled = () => {
    unhandled += 1;
  };
  process.on("unhandledRejection", onUnhandled);
  const held: HeldTalk[] = [];
  const server = await startScriptedModel({ behaviour: behaviourOf(failure) });
  const each = Math.min(turns, TURNS_EACH);
  const talks = Math.ceil(turns / each);
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(AT_A_TIME, talks) }, async () => {
      for (let talk = next++; talk < talks; talk = next++)
        held.push(await holdTalk(server, shop, { bounds, seed: `${failure}-${talk}`, turns: each }));
    }),
  );
  await server.close();
  const leaked = await leftOver(before);
  process.off("unhandledRejection", onUnhandled);
  return { failure, ...answersIn(held), unhandled, leaked };
}

function behaviourOf(failure: Failure): Behaviour {
  return { failure, firstTokenMs: 2 };
}

function answersIn(held: readonly HeldTalk[]) {
  const heard = held.flatMap(({ turns }) => turns);
  const answers = held.flatMap(({ log }) => timesAnswered(log));
  const troubles: Record<string, number> = {};
  for (const { turn } of heard) {
    const trouble = turn.voicing?.trouble ?? "none";
    troubles[trouble] = (troubles[trouble] ?? 0) + 1;
  }
  return {
    turns: heard.length,
    messages: answers.length,
    unanswered: answers.filter((times) => times === 0).length,
    answeredTwice: answers.filter((times) => times > 1).length,
    poor: heard.flatMap(({ turn }) => {
      const isOpen = turn.farewell || turn.invitation !== null;
      const fault = isOpen ? faultOf(turn.text) : "no invitation";
      return fault === null ? [] : [{ text: turn.text, fault }];
    }),
    troubles,
    milliseconds: heard.map(({ milliseconds: taken }) => taken),
  };
}

/** How many turns of the log answer each message of it. */
function timesAnswered(log: readonly LoggedEvent[]): number[] {
  const answered = log.flatMap(({ event }) =>
    event.type === "turn-spoken" && event.turn.respondsTo.type === "messages" && event.turn.text !== ""
      ? event.turn.respondsTo.ids
      : [],
  );
  return log.flatMap(({ event }) =>
    event.type === "message-stored" ? [answered.filter((id) => id === event.id).length] : [],
  );
}

function resources(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Looks until nothing is left over, and gives up after a while. */
async function leftOver(before: ReadonlyMap<string, number>): Promise<Record<string, number>> {
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    const more = [...resources()].flatMap(([kind, count]): [string, number][] => {
      const own = count - (before.get(kind) ?? 0);
      return own > 0 ? [[kind, own]] : [];
    });
    if (more.length === 0 || performance.now() > until) return Object.fromEntries(more);
    await pause(LOOK_EVERY_MS);
  }
}

export async function findFailures(shop: ModelShop, turns: number): Promise<FailureFindings[]> {
  const findings: FailureFindings[] = [];
  // The first turns of a process are compiled on the way.
  await findFailure("no-done", shop, { turns: TURNS_EACH * AT_A_TIME });
  for (const failure of FAILURES) {
    findings.push(await findFailure(failure, shop, { turns }));
    console.error(`  ${failure}: ${turns} turns`);
  }
  return findings;
}

export function failureTable(findings: readonly FailureFindings[]): Table {
  const bound = SHORT_BOUNDS.total + OWN_MS;
  return {
    title: "Under every failure",
    about:
      `Each failure of the scripted model over so many turns on the demo's catalog, ${AT_A_TIME} conversations at a time, with bounds of ` +
      `${SHORT_BOUNDS.firstToken} ms to the first token, ${SHORT_BOUNDS.gap} ms between tokens and ${SHORT_BOUNDS.total} ms altogether. Times are of whole turns, ` +
      `beside their neighbours on the same processor, and the bound is ${bound} ms. Handles are what ` +
      "`process.getActiveResourcesInfo` holds afterwards and did not before. Poor turns hand the floor over to nobody or fail the check of form. " +
      "No circuit breaker is in the way: every turn asks the failing endpoint.",
    columns: [
      "",
      "turns",
      "messages",
      "unanswered",
      "answered twice",
      "poor turns",
      "p50 (ms)",
      "p99 (ms)",
      "in the bound",
      "unhandled",
      "handles left",
      "told as",
    ],
    rows: findings.map((found) => {
      const p99 = percentile(found.milliseconds, 0.99);
      return [
        found.failure,
        String(found.turns),
        String(found.messages),
        String(found.unanswered),
        String(found.answeredTwice),
        String(found.poor.length),
        milliseconds(percentile(found.milliseconds, 0.5)),
        milliseconds(p99),
        p99 <= bound ? "yes" : "NO",
        String(found.unhandled),
        Object.entries(found.leaked)
          .map(([kind, count]) => `${count} ${kind}`)
          .join(", ") || "0",
        Object.entries(found.troubles)
          .sort(([, one], [, other]) => other - one)
          .slice(0, 2)
          .map(([code, count]) => `${code.replace("model/", "")} ${count}`)
          .join(", "),
      ];
    }),
  };
}

export async function measureModelFailures(): Promise<Report> {
  const [shop] = await modelShops({ onlyDemo: true });
  if (!shop) throw new Error("the demo's catalog is missing");
  const findings = await findFailures(shop, 1_000);
  const poor: Section = {
    title: "Poor turns",
    about: findings.some((found) => found.poor.length > 0) ? "Up to three of each failure." : "None.",
    lines: findings.flatMap((found) =>
      found.poor.slice(0, 3).map(({ text, fault }) => `- ${found.failure}, ${fault}: ${text}`),
    ),
  };
  return {
    name: "voice-model-failures",
    title: "A language model's voice under every failure",
    sections: [failureTable(findings), poor],
  };
}
