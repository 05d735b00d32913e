/** Turns of the real rooms over a log in memory: what deciding, planning, phrasing and checking cost. */
import type { CatalogRooms } from "../server/catalog-rooms.ts";
import { roomsOfFile, startTalk } from "../test/support/talk.ts";
import { spreadOf, timed } from "./measure.ts";
import { type Section, SPREAD_COLUMNS, spreadCells } from "./report.ts";

const WARM_UP_SEEDS = 5;
const SEEDS = 60;
const LONG_SEEDS = 6;
/** How often the script is gone through in a long conversation: 25 × 8 messages. */
const LONG_ROUNDS = 25;

export async function measureTurnsInProcess(
  catalogName: string,
  catalogFile: string,
  script: string[],
): Promise<Section> {
  const rooms = await roomsOfFile(catalogFile);
  await talkThrough(rooms, script, "warm-up", WARM_UP_SEEDS);
  const short = await talkThrough(rooms, script, "short", SEEDS);
  const long = await talkThrough(rooms, Array(LONG_ROUNDS).fill(script).flat(), "long", LONG_SEEDS);
  /** The same messages, early and late in the same conversations. */
  const round = (number: number) =>
    long.answers.flatMap((times) => times.slice((number - 1) * script.length, number * script.length));
  const turnsOfRound = (number: number) =>
    `turns ${(number - 1) * script.length + 1} to ${number * script.length}`;
  const perMessage = script.map((text, index) => ({
    text,
    times: short.answers.flatMap((times) => times.slice(index, index + 1)),
  }));
  return {
    title: `In process, ${catalogName} catalog (${rooms.catalog.size} products)`,
    about:
      `The real rooms over a log in memory, one turn after the other, from the message's append to the turn's. ` +
      `${SEEDS} conversations of ${script.length} messages, each with its own seed, after ${WARM_UP_SEEDS} to warm up; ` +
      `then ${LONG_SEEDS} long conversations that go through the same messages ${LONG_ROUNDS} times.`,
    columns: ["turn", ...SPREAD_COLUMNS],
    rows: [
      ["all answers", ...spreadCells(spreadOf(short.answers.flat()))],
      ["openings", ...spreadCells(spreadOf(short.openings))],
      ...perMessage.map(({ text, times }) => [`“${text}”`, ...spreadCells(spreadOf(times))]),
      ...[1, 2, LONG_ROUNDS - 1, LONG_ROUNDS].map((number) => [
        `long conversations, ${turnsOfRound(number)}`,
        ...spreadCells(spreadOf(round(number))),
      ]),
    ],
  };
}

/** The times of the openings, and of the answers of each conversation in the order of the script. */
async function talkThrough(
  rooms: CatalogRooms,
  script: string[],
  kind: string,
  conversations: number,
): Promise<{ openings: number[]; answers: number[][] }> {
  const openings: number[] = [];
  const answers: number[][] = [];
  for (let conversation = 0; conversation < conversations; conversation++) {
    const talk = startTalk({ rooms, mode: "sociable", seed: `${kind}-${conversation}` });
    openings.push(await timed(() => talk.open()));
    const times: number[] = [];
    for (const text of script) times.push(await timed(() => talk.say(text)));
    answers.push(times);
  }
  return { openings, answers };
}
