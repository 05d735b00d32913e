/** The ledger over whole turns, by the rows that it was tuned with; `npm run bench -- ledger` measures those held back. */
import { beforeAll, describe, expect, it } from "vitest";
import { demoRooms, holdRow, type RowResult, scoreOf } from "../../../bench/ledger-scores.ts";
import { LEDGER_ROWS } from "../../../bench/ledger-turns.ts";

const tuned = LEDGER_ROWS.filter((row) => !row.heldBack);
const groups = [...new Set(tuned.map(({ group }) => group))];
const results: RowResult[] = [];

beforeAll(async () => {
  const rooms = await demoRooms();
  for (const row of tuned) results.push(await holdRow(row, rooms));
}, 120_000);

describe("the ledger of labelled turns [LED-1, LED-2, LED-3, LED-4]", () => {
  it("is kept with precision and recall of at least .90", () => {
    const { precision, recall } = scoreOf(results);
    expect({ precision, recall }).toEqual({ precision: atLeast(0.9), recall: atLeast(0.9) });
  });

  it.each(groups)("%s: at most every fifth entry amiss", (group) => {
    const own = results.filter(({ row }) => row.group === group);
    const amiss = own
      .filter(({ missed, extra }) => missed.length + extra.length > 0)
      .map(({ row, missed, extra }) => ({ message: row.message, missed, extra }));
    const kept = own.filter(({ missed, extra }) => missed.length + extra.length === 0).length;
    expect(kept / own.length, JSON.stringify(amiss)).toBeGreaterThanOrEqual(0.8);
  });
});

/** Matches a number that is no lower. */
function atLeast(floor: number): unknown {
  return expect.toSatisfy((value: number) => value >= floor);
}
