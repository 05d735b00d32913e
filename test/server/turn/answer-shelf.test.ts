import { describe, expect, it } from "vitest";
import type { MerchantAnswer } from "../../../server/dialogue/merchant-answer.ts";
import { createAnswerShelf } from "../../../server/turn/answer-shelf.ts";

const answer = (text: string): MerchantAnswer => ({
  ...{ id: text, version: 1, question: "", topic: "shipping", phrases: [], about: { type: "shop" } },
  text,
});

function shelf() {
  let stored: MerchantAnswer[] | Error = [];
  let reads = 0;
  const troubles: unknown[] = [];
  const archive = {
    async standing() {
      reads += 1;
      if (stored instanceof Error) throw stored;
      return stored;
    },
  };
  return {
    ...createAnswerShelf(archive, (error) => troubles.push(error)),
    troubles,
    reads: () => reads,
    holds(next: MerchantAnswer[] | Error) {
      stored = next;
    },
  };
}

describe("[GAP-2] the answers that turns know", () => {
  it("are read when the site says that something changed, and at no other turn", async () => {
    const answers = shelf();
    expect(await answers.find("site", 0)).toEqual([]);
    expect(answers.reads()).toBe(0);
    answers.holds([answer("two days")]);
    for (let turn = 0; turn < 3; turn++) expect(await answers.find("site", 1)).toEqual([answer("two days")]);
    expect(answers.reads()).toBe(1);
    answers.holds([]);
    expect(await answers.find("site", 2)).toEqual([]);
    expect(answers.reads()).toBe(2);
  });

  it("are those read before where they cannot be read, until they can", async () => {
    const answers = shelf();
    answers.holds([answer("two days")]);
    await answers.find("site", 1);
    const lost = new Error("the database is away");
    answers.holds(lost);
    expect(await answers.find("site", 2)).toEqual([answer("two days")]);
    expect(answers.troubles).toEqual([lost]);
    answers.holds([answer("three days")]);
    expect(await answers.find("site", 2)).toEqual([answer("three days")]);
  });
});
