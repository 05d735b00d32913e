import { describe, expect, it } from "vitest";
import type { Product } from "../../../server/catalog/product.ts";
import type { Claim, Statement } from "../../../server/dialogue/claims.ts";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { evidenceOn, LAMP } from "./fixture-catalog.ts";

const row = (sku: string, title: string, dollars: number, more: Partial<Product> = {}): Product => ({
  ...LAMP,
  sku,
  title,
  description: "",
  brand: "Marrow",
  categories: ["Cases"],
  tags: [],
  price: { minor: Math.round(dollars * 100), currency: "USD" },
  was: null,
  attributes: [],
  variants: [],
  rating: null,
  ...more,
});
const claim = (id: string, statement: Statement): Claim => ({ id, statement, evidence: [] });
const verdict = (products: Product[], sentence: string, claims: Claim[] = []) =>
  checkSentence(sentence, evidenceOn(products, { claims, counts: [3] })).type;

const galaxy = (model: string) => [{ name: "compatible with", value: `Samsung Galaxy ${model}` }];
const SLIM = row("slim", "Marrow - Slim Case for Galaxy S7 - Clear", 19, { attributes: galaxy("S7") });
const SLIM_POWER = row("slim-power", "Marrow - Slim Power Case for Galaxy S7 - Black", 79, {
  attributes: galaxy("S7"),
});
const EDGE = row("edge", "Marrow - Bumper for Galaxy S7 edge - Grey", 29, {
  attributes: galaxy("S7 edge"),
});
const CASES = [SLIM, SLIM_POWER, EDGE];

const CHEAPER = claim("c1", {
  type: "comparison",
  sku: "slim",
  over: "edge",
  attribute: "price",
  value: "19",
  overValue: "29",
  direction: "less",
  differenceMoney: { minor: 1000, currency: "USD" },
});

describe("[GRD-1] what a plan claims of two items is all that holds between them, whoever else bears the name", () => {
  it.each(["The Marrow Slim is $10 cheaper than the Bumper.", "The Slim Case undercuts the Bumper by $10."])(
    "passes: %s",
    (sentence) => {
      expect(verdict(CASES, sentence, [CHEAPER])).toBe("pass");
    },
  );
  it.each([
    // True of the one that is called almost the same.
    "The Marrow Slim is $50 more expensive than the Bumper.",
    "The Marrow Slim is $10 more expensive than the Bumper.",
    "The Marrow Slim is $50 cheaper than the Bumper.",
    "The Marrow Slim undercuts the Bumper by $50.",
    "It is $50 cheaper than the Bumper.",
  ])("is stopped: %s", (sentence) => {
    expect(verdict(CASES, sentence, [CHEAPER])).toBe("unsupported");
  });
});

describe("[GRD-1] what is put as an item's price is its price", () => {
  const gap = "The Slim Case costs $10.";
  it.each([gap, "The Bumper sells for $50.", "The Bumper fits your budget at $50."])(
    "and no difference between items: %s",
    (sentence) => {
      expect(verdict(CASES, sentence)).toBe("unsupported");
    },
  );
  it("not even one that the plan claims", () => {
    expect(verdict(CASES, gap, [CHEAPER])).toBe("unsupported");
  });
  it("nor what the shopper has to spend", () => {
    const evidence = evidenceOn(CASES, { heard: ["I have $50"] });
    expect(checkSentence("The Bumper fits your budget at $50.", evidence).type).toBe("unsupported");
    expect(checkSentence("The Bumper fits your budget at $29.", evidence).type).toBe("pass");
  });
});

describe("[GRD-1] what an item goes with is said of it as a whole", () => {
  it.each([
    "The Bumper is compatible with Samsung Galaxy S7 edge.",
    "The Bumper works with Samsung Galaxy S7 edge and costs $29.",
  ])("passes: %s", (sentence) => {
    expect(verdict(CASES, sentence)).toBe("pass");
  });
  it.each([
    "The Slim Case is compatible with Samsung Galaxy S7 edge.",
    "The Slim Case works with Galaxy S7 edge.",
  ])("is stopped where it is a neighbour's: %s", (sentence) => {
    expect(verdict(CASES, sentence)).toBe("unsupported");
  });
});

describe("[GRD-1] names that several items share", () => {
  const POSTS = [
    row("post", "Seatpost", 22, { attributes: [{ name: "colour", value: "white" }] }),
    row("post-27", "Alder 27 Seatpost", 40),
  ];
  it("are those of the item that is called just so", () => {
    expect(verdict(POSTS, "The Seatpost comes in white.")).toBe("pass");
    expect(verdict(POSTS, "The Seatpost does not come in white.")).toBe("unsupported");
    expect(verdict(POSTS, "The Seatpost costs $40.")).toBe("unsupported");
  });
  it("are told apart by the words beside them", () => {
    const phones = [
      row("black", "Marrow - Studio G Unlocked - Black", 80),
      row("gold", "Marrow - Studio G Unlocked - Gold", 70),
    ];
    expect(verdict(phones, "The Marrow Studio G Gold costs $70.")).toBe("pass");
    expect(verdict(phones, "The Marrow Studio G Gold costs $80.")).toBe("unsupported");
  });
  it("are not meant by what an item is said to be", () => {
    const pencils = [row("pencil", "Wonder Pencil", 9), row("noir", "Noir", 6, { tags: ["pencil"] })];
    expect(verdict(pencils, "The Noir: it's a pencil and costs $6.")).toBe("pass");
  });
});

describe("[GRD-1] a measure between two items is between those two", () => {
  const weighing = (sku: string, title: string, grams: number) =>
    row(sku, title, 50, { attributes: [{ name: "weight", value: `${grams} g`, number: grams, unit: "g" }] });
  const helmets = [
    weighing("cub", "Acorn Cub", 250),
    weighing("urban", "Larch Urban", 400),
    weighing("air", "Fleet Air", 275),
  ];
  it("passes as theirs and is stopped as that of others", () => {
    expect(verdict(helmets, "The Acorn Cub is 150 g lighter than the Larch Urban.")).toBe("pass");
    expect(verdict(helmets, "The Acorn Cub is 125 g lighter than the Larch Urban.")).toBe("unsupported");
  });
});

describe("[GRD-1] how many of a kind there are is what the plan has counted", () => {
  const TUBES = [row("tube", "Rowan Tube", 9, { description: "Fits 30 sorts of tents." })];
  const counted = [claim("c1", { type: "count", count: 3, of: "tents" })];
  it("passes and is stopped by that alone", () => {
    expect(verdict(TUBES, "There are 3 tents.", counted)).toBe("pass");
    expect(verdict(TUBES, "There are 30 tents.", counted)).toBe("unsupported");
  });
});

describe("[GRD-1] an item's doing is claimed with all that is said of it", () => {
  const LIGHT = row("light", "Ember Rear Light", 30, { description: "Charges over USB-C." });
  it("stops a place where it does so that no row knows", () => {
    expect(verdict([LIGHT], "The Ember Rear Light charges over USB-C.")).toBe("pass");
    expect(verdict([LIGHT], "The Ember Rear Light charges itself in the sun.")).toBe("unsupported");
  });
});

describe("[GRD-1] ratings as an average of so many", () => {
  const rated = [row("jar", "Larder Jar", 20, { rating: { value: 4.2, count: 113 } })];
  it("are held against the row's own", () => {
    expect(verdict(rated, "It has a 4.2 rating across 113 reviews.")).toBe("pass");
    expect(verdict(rated, "It has a 4.7 rating across 113 reviews.")).toBe("unsupported");
    expect(verdict(rated, "It has a 4.2 rating across 213 reviews.")).toBe("unsupported");
  });
});

describe("[GRD-1] a pronoun in a plan of several items stands for one that it tells of", () => {
  const pump = row("pump", "Alder Pump", 20);
  const other = row("other", "Rowan Inflator", 15, { description: "Comes with a lifetime warranty." });
  const told = [claim("c1", { type: "price", sku: "pump", price: pump.price })];
  it("takes nothing from what is only shown beside it", () => {
    expect(verdict([pump, other], "It costs $20.", told)).toBe("pass");
    expect(verdict([pump, other], "It comes with a lifetime warranty.", told)).toBe("unsupported");
  });
});
