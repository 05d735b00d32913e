/** A simulated shopper by itself, before turns written by hand. */
import { describe, expect, it } from "vitest";
import type { Product } from "../../../../server/catalog/product.ts";
import { createDraws } from "../../../../server/learn/simulator/draws.ts";
import type { Goal } from "../../../../server/learn/simulator/goal.ts";
import type { Need } from "../../../../server/learn/simulator/needs.ts";
import { type Persona, TRAINING_PERSONAS } from "../../../../server/learn/simulator/personas.ts";
import { RESPONSE_MODELS } from "../../../../server/learn/simulator/response-model.ts";
import type { Observation, Shopper } from "../../../../server/learn/simulator/shopper.ts";
import { createSimulatedShopper } from "../../../../server/learn/simulator/simulated-shopper.ts";
import { HELD_OUT_WORDING } from "../../../../server/learn/simulator/wording/held-out.ts";
import { TRAINING_WORDING } from "../../../../server/learn/simulator/wording/training.ts";
import { makeProduct } from "../../catalog/make-product.ts";

const lamp = (sku: string, colour: string, material: string): Product =>
  makeProduct(sku, `Harbour Lamp ${sku}`, 40, {
    categories: ["Lamps"],
    attributes: [
      { name: "colour", value: colour },
      { name: "material", value: material },
    ],
  });
const target = lamp("Ash", "red", "brass");
const need = (part: Partial<Need> & Pick<Need, "attribute" | "value">): Need => ({
  kind: "text",
  firmness: "must",
  knowledge: "asked",
  ...part,
});
const colour = need({ attribute: "colour", value: "red" });
const material = need({ attribute: "material", value: "brass", knowledge: "lived" });

/** Without slips, whims or budgets, so that only what is under test varies. */
const plain: Persona = {
  ...(TRAINING_PERSONAS.find(({ name }) => name === "explorer") as Persona),
  patience: [12, 12],
  threshold: 0.5,
  attention: 1,
  typos: 0,
  taps: 0,
  questions: [0, 0],
  doubts: [0, 0],
  asksOpinion: 0,
  comparesItems: 0,
  revises: 0,
};

function shopperOf(
  part: { needs?: Need[]; persona?: Partial<Persona>; responses?: keyof typeof RESPONSE_MODELS } = {},
): Shopper {
  const needs = part.needs ?? [colour, material];
  const goal: Goal = {
    kind: "lamp",
    paths: ["Lamps"],
    target: target.sku,
    ofKind: new Set([target.sku, "Dune"]),
    acceptable: new Set([target.sku]),
    needs,
    recipient: null,
    arrivesOn: null,
  };
  return createSimulatedShopper({
    goal,
    persona: { ...plain, ...part.persona },
    responses: RESPONSE_MODELS[part.responses ?? "training"],
    wording: TRAINING_WORDING,
    currency: "USD",
    draws: createDraws("seed"),
  });
}

function turn(
  text: string,
  products: readonly Product[] = [],
  part: Partial<Observation["turn"]> = {},
): Observation {
  return {
    turn: {
      turnId: "t",
      seq: 1,
      respondsTo: { type: "messages", ids: ["m"] },
      text,
      cards: products.map(({ sku, title, url, price }) => ({
        sku,
        title,
        url,
        price: { ...price, text: `$${price.minor / 100}` },
        inStock: true,
        why: "",
      })),
      replies: [],
      invitation: text.endsWith("?") ? { kind: "question", text } : null,
      sources: [],
      at: "",
      ...part,
    },
    pages: [...products],
  };
}
const opening = turn("Hello, I'm Ada.", [], { respondsTo: { type: "opening" } });

async function says(shopper: Shopper, observation: Observation): Promise<string> {
  const move = await shopper.next(observation);
  return move.type === "message" ? move.text.toLowerCase() : "";
}
async function allSaid(shopper: Shopper, observations: readonly Observation[]): Promise<string> {
  let text = "";
  for (const observation of observations) text += ` ${await says(shopper, observation)}`;
  return text;
}

describe("what a shopper tells", () => {
  it("[POL-4] keeps wishes that were not asked about to itself", async () => {
    const idle = turn("There is a lot to see here.");
    const text = await allSaid(shopperOf(), [opening, idle, idle]);
    expect(text).not.toMatch(/red|brass/);
    expect(text).toContain("lamp");
  });

  it("[POL-4] tells a wish when asked about its attribute, and no other one", async () => {
    const text = await allSaid(shopperOf(), [opening, turn("What colour do you have in mind?")]);
    expect(text).toContain("red");
    expect(text).not.toContain("brass");
  });

  it("[POL-4] comes by a question on experience to wishes that no attribute was asked for", async () => {
    const asked = turn("Have you had a lamp before, or would this be your first?");
    expect(await allSaid(shopperOf({ needs: [material] }), [opening, asked])).toContain("brass");
    // To those who think such questions nosy, nothing comes to mind.
    expect(
      await allSaid(shopperOf({ needs: [material], responses: "contrarian" }), [opening, asked]),
    ).not.toContain("brass");
  });

  it("[POL-4] names what is missing when a page lacks it", async () => {
    const shopper = shopperOf({ needs: [colour], persona: { volunteers: [0, 0], threshold: 0 } });
    const text = await allSaid(shopper, [opening, turn("Here is one.", [lamp("Dune", "green", "oak")])]);
    expect(text).toContain("red");
  });

  it("[POL-4] says again what it came for when it is shown something else altogether", async () => {
    const shopper = shopperOf({ needs: [] });
    await shopper.next(opening);
    const kettle = makeProduct("k", "Copper Kettle", 30, { categories: ["Kettles"] });
    expect(await says(shopper, turn("Here is one.", [kettle]))).toContain("lamp");
    expect(shopper.account().rejections).toBe(1);
  });

  it("says that it doesn't mind where it has no wish", async () => {
    const text = await says(shopperOf(), opening);
    expect(text).not.toBe("");
    const shopper = shopperOf();
    await shopper.next(opening);
    const replies = ["Orin", "Vale"];
    expect(await says(shopper, turn("Is there a brand you like?", [], { replies }))).toMatch(
      /mind|matter|prefer|any/,
    );
  });
});

describe("what moves a shopper", () => {
  /** Answers it takes until the target is bought; 99 when it never is. */
  async function answersUntilBought(text: string, part: Parameters<typeof shopperOf>[0]): Promise<number> {
    const shopper = shopperOf({ ...part, needs: [{ ...colour, knowledge: "volunteered" }] });
    await shopper.next(opening);
    for (let answers = 1; answers <= 14; answers++) {
      const move = await shopper.next(turn(answers === 1 ? "Here it is." : text, [target]));
      if (move.type === "end") return move.ending.outcome === "accepted" ? answers : 99;
    }
    return 99;
  }

  it("[POL-4] buys sooner after a stance with a reason of its own than after nothing", async () => {
    const stance = "I'd go with the Harbour Lamp Ash: it comes in red, as you wished.";
    const part = { persona: { threshold: 0.75, volunteers: [1, 1] as [number, number] } };
    expect(await answersUntilBought(stance, part)).toBeLessThan(
      await answersUntilBought("Nice weather today.", part),
    );
  });

  it("[POL-7] is moved by other things where the parameters are others", async () => {
    const quote =
      "Mara K., who reviewed the Harbour Lamp Ash, wrote: “Bright enough for the whole room at night.”";
    const part = { persona: { threshold: 0.6, volunteers: [1, 1] as [number, number] } };
    const inTraining = await answersUntilBought(quote, part);
    expect(inTraining).toBeLessThan(await answersUntilBought(quote, { ...part, responses: "contrarian" }));
  });

  it("[POL-5] is annoyed by questions in a row, by repetition and by haste", async () => {
    const annoyedBy = async (texts: string[]) => {
      const shopper = shopperOf();
      await shopper.next(opening);
      for (const text of texts) await shopper.next(turn(text));
      return shopper.account().annoyance;
    };
    const calm = await annoyedBy(["We have many a lamp for you.", "This lamp house is open."]);
    expect(
      await annoyedBy(["What brand of lamp?", "What height of lamp?", "What shape of lamp?"]),
    ).toBeGreaterThan(calm);
    expect(await annoyedBy(Array(3).fill("We have a great many things on our shelves."))).toBeGreaterThan(
      calm,
    );
    expect(await annoyedBy(["Hurry, only 2 left of this lamp!"])).toBeGreaterThan(calm);
  });

  it("[POL-4] leaves before long when nothing comes", async () => {
    const shopper = shopperOf();
    await shopper.next(opening);
    for (let answers = 0; answers < 14; answers++) {
      const move = await shopper.next(turn("Well."));
      if (move.type === "end") return expect(move.ending.outcome).toBe("left");
    }
    throw new Error("the shopper stayed");
  });
});

describe("wording", () => {
  it("[POL-6] shares no frame between the set that is trained with and the one that is judged by", () => {
    const frames = (set: object): string[] =>
      Object.values(set).flatMap((value) =>
        typeof value === "string"
          ? [value]
          : typeof value === "object" && value !== null
            ? frames(value)
            : [],
      );
    const bare = new Set(["{wish}", "{thing}", "{thing}?"]);
    const training = new Set(frames(TRAINING_WORDING).map((text) => text.toLowerCase()));
    const shared = frames(HELD_OUT_WORDING).filter(
      (text) => training.has(text.toLowerCase()) && !bare.has(text),
    );
    expect(shared).toEqual([]);
  });
});
