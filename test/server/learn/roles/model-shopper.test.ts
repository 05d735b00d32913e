/** A shopper that a language model plays. */
import { describe, expect, it } from "vitest";
import { createModelShopper } from "../../../../server/learn/roles/model-shopper.ts";
import type { Shopper, ShopperMove } from "../../../../server/learn/simulator/shopper.ts";
import { ModelTrouble } from "../../../../server/model/model-trouble.ts";
import { BRIEF, OBSERVATIONS, patientShopper } from "./canned-talk.ts";
import { fakeModel, moveJson } from "./fake-model.ts";

async function talk(answers: readonly (string | Error)[], builtIn: Shopper = patientShopper()) {
  const { model, requests } = fakeModel(answers);
  const troubles: unknown[] = [];
  const shopper = createModelShopper({
    model,
    brief: BRIEF,
    builtIn,
    onTrouble: (error) => troubles.push(error),
  });
  const moves: ShopperMove[] = [];
  for (const observation of OBSERVATIONS) {
    const move = await shopper.next(observation);
    moves.push(move);
    if (move.type === "end") break;
  }
  return { moves, requests, troubles, account: shopper.account() };
}
const says = (text: string): ShopperMove => ({ type: "message", text });
const trouble = new ModelTrouble("model/server-error", { endpoint: "model.example" });

describe("[POL-4] the shopper's request", () => {
  it("is exactly this: what is the same for all, who this one is, the talk so far, the turn as a page shows it", async () => {
    const { requests } = await talk([moveJson({ message: "a lamp" }), moveJson({ rejects: [1] })]);
    await expect(`${JSON.stringify(requests[2], null, 2)}\n`).toMatchFileSnapshot(
      "shopper-request.golden.txt",
    );
  });
  it("holds what shops wrote as data that cannot end the turn", async () => {
    const { requests } = await talk([moveJson({})]);
    for (const { messages } of requests)
      for (const { role, content } of messages)
        if (role === "user") expect(content.match(/<\/turn>/g)).toHaveLength(1);
  });
});

describe("[POL-4] a shopper played by a model", () => {
  it("takes what it says it takes, and the talk is over with the agent's next turn", async () => {
    const { moves } = await talk([
      moveJson({ message: "a blue lamp" }),
      moveJson({ message: "no, blue", rejects: [1] }),
      moveJson({ message: "I'll take it", does: "accept", item: 2 }),
    ]);
    expect(moves).toEqual([
      says("a blue lamp"),
      says("no, blue"),
      says("I'll take it"),
      { type: "end", ending: { outcome: "accepted", sku: "blue" } },
    ]);
  });
  it("leaves without a word, if it likes", async () => {
    const { moves } = await talk([
      moveJson({}),
      moveJson({ message: "", does: "leave", because: "annoyed", annoyance: 10 }),
    ]);
    expect(moves.at(-1)).toEqual({ type: "end", ending: { outcome: "left", because: "annoyed" } });
  });
  it("is held to its patience", async () => {
    const { moves } = await talk([moveJson({ message: "and?" })]);
    expect(moves).toHaveLength(BRIEF.patience + 1);
    expect(moves.at(-1)).toEqual({ type: "end", ending: { outcome: "left", because: "out-of-patience" } });
  });
  it("tells what it made of the talk", async () => {
    const { account } = await talk([
      moveJson({ asked: 2 }),
      moveJson({ answered: 1, rejects: [1, 9], annoyance: 3 }),
      moveJson({ answered: 5, rejects: [1], annoyance: 4 }),
      moveJson({ does: "leave", because: "gave-up", message: "", annoyance: 6 }),
    ]);
    expect(account).toEqual({ rejections: 1, annoyance: 0.6, questionsAsked: 2, questionsAnswered: 2 });
  });
  it("finds JSON that is wrapped in words", async () => {
    const { moves, troubles } = await talk([`Sure!\n\`\`\`json\n${moveJson({ message: "hello" })}\n\`\`\``]);
    expect([moves[0], troubles]).toEqual([says("hello"), []]);
  });
  it.each([
    ["no JSON", "hello there", "not JSON"],
    ["a field that is missing", JSON.stringify({ message: "hi" }), "does"],
    ["an item that nobody showed", moveJson({ does: "accept", item: 7 }), "number of an item"],
    ["leaving without a reason", moveJson({ does: "leave" }), "why you leave"],
    ["silence", moveJson({ message: " " }), "empty"],
    ["the ideal's name", moveJson({ message: "the harbour lamp birch 5 please" }), "ideal"],
  ])("is asked once more after %s, and told what was wrong", async (_, answer, why) => {
    const { moves, requests, troubles } = await talk([answer, moveJson({ message: "a lamp" })]);
    expect(moves[0]).toEqual(says("a lamp"));
    expect(requests[1]?.messages.at(-1)?.content).toContain(why);
    expect(troubles).toEqual([]);
  });
});

describe("[POL-4] where the model fails", () => {
  it("the built-in shopper goes on for the rest of the talk, having read along", async () => {
    const read: string[] = [];
    const builtIn: Shopper = {
      ...patientShopper(),
      next({ turn }) {
        read.push(turn.turnId);
        return says(`built in ${read.length}`);
      },
    };
    const { moves, requests, troubles } = await talk([moveJson({ message: "a lamp" }), trouble], builtIn);
    expect(moves.slice(0, 3)).toEqual([says("a lamp"), says("built in 2"), says("built in 3")]);
    expect(requests).toHaveLength(2);
    expect(troubles).toEqual([trouble]);
    expect(read.slice(0, 3)).toEqual(["t0", "t1", "t2"]);
  });
  it("so it does after a second answer of no use", async () => {
    const { moves, requests } = await talk(["what?", "what?"]);
    expect(moves[0]).toEqual(says("fine"));
    expect(requests).toHaveLength(2);
  });
  it("one that had decided in its mind says so before it ends", async () => {
    const bought: ShopperMove = { type: "end", ending: { outcome: "accepted", sku: "blue" } };
    const moves = [says("hello"), says("sold"), bought, bought];
    const builtIn: Shopper = { ...patientShopper(), next: () => moves.shift() ?? bought };
    const held = await talk([moveJson({ message: "a" }), moveJson({ message: "b" }), trouble], builtIn);
    expect(held.moves).toEqual([says("a"), says("b"), says("sold"), bought]);
  });
  it("what it felt adds to what the model told", async () => {
    let annoyance = 0.5;
    const builtIn: Shopper = {
      arrivesOn: null,
      next() {
        annoyance += 0.1;
        return says("fine");
      },
      account: () => ({ rejections: 3, annoyance, questionsAsked: 0, questionsAnswered: 0 }),
    };
    const { account } = await talk([moveJson({ annoyance: 2 }), trouble], builtIn);
    expect(account.rejections).toBe(0);
    expect(account.annoyance).toBeCloseTo(0.2 + 0.1 * (OBSERVATIONS.length - 1));
  });
});
