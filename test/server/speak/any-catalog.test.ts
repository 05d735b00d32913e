/** The voice over the words of real catalogs: every title, attribute and value has to come out as English. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Product } from "../../../server/catalog/product.ts";
import type { Claim } from "../../../server/dialogue/claims.ts";
import type { Content, Persona } from "../../../server/plan/turn-plan.ts";
import { phraseTurn } from "../../../server/speak/phrase-turn.ts";
import { shortTitle } from "../../../server/speak/words/short-title.ts";
import { roomsOfFile } from "../../support/talk.ts";
import * as sample from "./plans.ts";

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const shared = (name: string) => fileOf(`../../../../shared/data/catalogs/${name}`);
const CATALOGS = [
  fileOf("../../../demo/catalog/catalog.json"),
  ...[
    "cosmetics.json",
    "electronics.json",
    "google-merchant-rss.xml",
    "shopify-bicycles.csv",
    "shopify-padded-headers.csv",
    "woocommerce-sample.csv",
  ].map(shared),
];
/** Of a large catalog, products at equal distances are looked at. */
const PRODUCTS_MAX = 400;
const TONES: Persona["tone"][] = ["warm", "brisk", "playful"];

for (const file of CATALOGS.filter((candidate) => !existsSync(candidate)))
  console.warn(`the voice is not tried on ${file.split("/").at(-1)}: it is not beside the checkout`);

describe.each(CATALOGS.filter(existsSync).map((file) => [file.split("/").at(-1) ?? "", file]))(
  "%s",
  (_, file) => {
    let products: Product[];
    let sentences: { text: string; claims: string[] }[];

    beforeAll(async () => {
      const { catalog } = await roomsOfFile(file);
      const all = [...catalog.products];
      const step = Math.max(1, Math.ceil(all.length / PRODUCTS_MAX));
      products = all.filter((_product, index) => index % step === 0);
      sentences = products.flatMap(sayAllOf);
    });

    test("names are short, calm, and not cut in the middle of a phrase", () => {
      const names = products.map((product) => ({ name: shortTitle(product), title: product.title }));
      const isWrong = ({ name }: { name: string }) => {
        const letters = name.replace(/\P{L}/gu, "");
        const shouts =
          letters.length >= 6 &&
          !/\d/.test(name) &&
          letters === letters.toUpperCase() &&
          letters !== letters.toLowerCase();
        const isCut = /\s(?:for|with|in|of|and|&|the|a|an|to|by|from|or|de|para|con)$/i.test(name);
        return name === "" || shouts || isCut || /["“”]\p{L}|\s\s|[,:;–-]$/u.test(name);
      };
      expect(names.filter(isWrong)).toEqual([]);
      expect(names.filter(({ name, title }) => name.length > 60 && name.length > title.length / 2)).toEqual(
        [],
      );
    });

    test("articles stand once and go by sound", () => {
      expectNone((text) => /\b(?:a|an|the) (?:a|an|the)\b/.test(text));
      expectNone(
        (text) =>
          /\ban? (?=\p{L})/u.test(text) &&
          /\b(?:a (?!one\b|once\b|uni|us[aeu]|eu|ute)[aeio]|an (?:[bcdfgjkpqtvwyz]|USB))/.test(text),
      );
    });

    test("marks and spaces are right: one end, pairs of quotes, no holes", () => {
      expectNone((text) => /\s\s|\s[,.;:!?]|[,;:][,;:.!?]|\(\s|\s\)/.test(text));
      expectNone((text) => !/[^.!?…][.!?…]”?$/u.test(text));
      expectNone((text) => (text.match(/“/g) ?? []).length !== (text.match(/”/g) ?? []).length);
      expectNone((text) => (text.match(/\(/g) ?? []).length !== (text.match(/\)/g) ?? []).length);
      expectNone((text) => /\b(?:undefined|null|NaN|true|false)\b|\[object|[{}]/.test(text));
    });

    test("yes and no are never read out, and nothing is its own value", () => {
      expectNone((text) => /\b(?:is|are|has|have) (?:yes|no)\b(?! )/i.test(text));
      expectNone((text) => /\bits (\p{L}{4,}) (?:is|are) \1\b/iu.test(text));
    });

    test("no sentence lists more than three facts, or is too long to be said in a breath", () => {
      expect(sentences.filter(({ claims }) => claims.length > 3)).toEqual([]);
      const lengths = sentences.map(({ text }) => text.split(" ").length).sort((a, b) => a - b);
      expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThanOrEqual(28);
    });

    function expectNone(isWrong: (text: string) => boolean): void {
      expect(sentences.length).toBeGreaterThan(20);
      expect([...new Set(sentences.map(({ text }) => text).filter(isWrong))].slice(0, 12)).toEqual([]);
    }
  },
);

/** What a shopper could hear of one product: its facts, as answers and as wishes said back. */
function sayAllOf(product: Product, index: number): { text: string; claims: string[] }[] {
  const claims = claimsOf(product);
  const ids = claims.map(({ id }) => id);
  const contents: Content[] = [
    { type: "notice-page", sku: product.sku, claims: ids.slice(0, 2) },
    { type: "acknowledge-choice", sku: product.sku },
    { type: "offer-details", sku: product.sku },
    ...pairsOf(ids).map((pair): Content => ({ type: "tell-facts", sku: product.sku, claims: pair })),
    ...product.attributes.slice(0, 6).flatMap(({ name, value }, place): Content[] => [
      {
        type: "acknowledge-preferences",
        preferences: [sample.wish(`w${place}`, { attribute: name, value })],
        withdrawn: [],
      },
      {
        type: "ask-attribute",
        attribute: name,
        values: [value, "another"],
        of: product.categories.at(-1) ?? "products",
      },
      { type: "cannot-answer", question: sample.question(name), sku: product.sku },
    ]),
  ];
  return contents.flatMap((content, place) =>
    phraseTurn(
      sample.planOf([content], {
        claims,
        products: [product],
        invitation: content.type === "ask-attribute" ? { kind: "question", move: 0 } : null,
      }),
      sample.contextOf({ seed: index * 31 + place, persona: { tone: TONES[(index + place) % 3] ?? "warm" } }),
      sample.formatMoney,
    ),
  );
}

function claimsOf(product: Product): Claim[] {
  const { sku } = product;
  const attributes = product.attributes
    .filter(({ name, value }) => value.length <= 48 && !/[{}<>|]|https?:/.test(value) && name !== "rating")
    .map(({ name, value }, place) =>
      sample.claim(`a${place}`, { type: "attribute", sku, attribute: name, value }),
    );
  return [
    sample.claim("price", { type: "price", sku, price: product.price }),
    ...(product.brand ? [sample.claim("brand", { type: "brand", sku, brand: product.brand })] : []),
    ...(product.rating ? [sample.claim("rating", { type: "rating", sku, ...product.rating })] : []),
    ...attributes,
  ];
}

function pairsOf(ids: readonly string[]): string[][] {
  return ids.flatMap((_id, index) => (index % 2 === 0 ? [ids.slice(index, index + 2)] : []));
}
