import { describe, expect, it } from "vitest";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { FLUENT_SHOPS } from "./fluent/shops.ts";

const shopOf = (sku: string) => {
  const shop = FLUENT_SHOPS.find(({ truths }) =>
    truths.some(({ items }) => items.some((item) => item.sku === sku)),
  );
  if (shop === undefined) throw new Error(`no shop has ${sku}`);
  return shop;
};

const verdictOn = (skus: readonly string[], sentence: string) => {
  const shop = shopOf(skus[0] ?? "");
  const known = new Map(
    [...shop.truths, ...shop.lies].flatMap(({ items }) => items).map((item) => [item.sku, item]),
  );
  const items = skus.flatMap((sku) => known.get(sku) ?? []);
  return checkSentence(sentence, shop.evidenceOn({ kind: "", items, sentence })).type;
};

describe("[GRD-2] words of the row that are said of something else in it", () => {
  it.each([
    ["lark-140", "The hammock is made of natural sisal."],
    ["lark-140", "The cave is wrapped in sisal."],
    ["lark-140", "The posts are covered in plush."],
    ["lark-140", "The tools are sold separately."],
    ["kes-cs190", "The vacuum is included."],
    ["plumb-x", "The tripod is sold separately."],
  ])("are stopped: %s: %s", (sku, sentence) => {
    expect(verdictOn([sku], sentence)).toBe("unsupported");
  });
  it.each([
    ["lark-140", "The posts are wrapped in natural sisal."],
    ["lark-140", "The cover is plush."],
    ["brook", "Its bowl is stainless steel, and spare filters are sold separately."],
    ["brook", "It has a stainless steel bowl."],
    ["hopper", "The windows are mesh."],
    ["ballast-3", "The padlock isn't included."],
  ])("pass where the row says them of it: %s: %s", (sku, sentence) => {
    expect(verdictOn([sku], sentence)).toBe("pass");
  });
});

describe("[GRD-1] a measure is that of the attribute its sentence speaks of", () => {
  it.each([
    [["lark-140"], "It weighs 8 kg."],
    [["lark-140"], "Each platform holds 17.5 kg."],
    [["lark-140"], "It's 140 cm wide."],
    [["hopper"], "It weighs 7 kg."],
    [["hopper"], "It's for pets over 7 kg."],
    [["ascent-32"], "It carries up to 10.2 kg."],
    [["kes-cs190"], "It cuts 190 mm deep."],
    [["tam-trail", "peb-step"], "The Tamsin is for dogs under 12 kg."],
    [["tam-trail", "peb-step"], "The Tamsin has a lower price."],
  ])("is stopped as another's: %s: %s", (skus, sentence) => {
    expect(verdictOn(skus, sentence)).toBe("unsupported");
  });
  it.each([
    [["lark-140"], "It weighs 17.5 kg."],
    [["lark-140"], "Each platform holds 8 kg."],
    [["lark-140"], "It's 140 cm tall."],
    [["hopper"], "It's for pets up to 7 kg and weighs 1.3 kg."],
    [["ascent-32"], "It carries up to 150 kg."],
    [["kes-cs190"], "It cuts 66 mm deep with a 190 mm blade."],
    [["tam-trail", "peb-step"], "The Pebble is for dogs under 12 kg and has a lower price."],
  ])("passes as its own: %s: %s", (skus, sentence) => {
    expect(verdictOn(skus, sentence)).toBe("pass");
  });
});

describe("[GRD-1] what two items differ by is what those two differ by", () => {
  const shop = shopOf("tam-trail");
  const known = [...shop.truths, ...shop.lies].flatMap(({ items }) => items);
  const items = ["tam-trail", "peb-step"].flatMap((sku) => known.find((item) => item.sku === sku) ?? []);
  const [dear, cheap] = items.toSorted((a, b) => b.price.minor - a.price.minor);
  const gap = ((dear?.price.minor ?? 0) - (cheap?.price.minor ?? 0)) / 100;
  // A third one is on the table, which is further from both.
  const third = {
    ...items[0],
    sku: "third",
    title: "Odd Third Thing",
    brand: "Odd",
    price: { minor: 99_900, currency: "USD" },
  };
  const verdict = (sentence: string) => {
    const all = [...items, third as (typeof items)[number]];
    return checkSentence(sentence, shop.evidenceOn({ kind: "", items: all, sentence })).type;
  };
  it("passes", () => {
    expect(gap).toBeGreaterThan(0);
    expect(verdict(`The ${cheap?.title} is $${gap} cheaper than the ${dear?.title}.`)).toBe("pass");
  });
  it("is stopped where it is the difference to another one", () => {
    const other = 999 - (cheap?.price.minor ?? 0) / 100;
    expect(verdict(`The ${cheap?.title} is $${other} cheaper than the ${dear?.title}.`)).toBe("unsupported");
  });
});
