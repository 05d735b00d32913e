/**
 * What every agent turn owes a shopper, checked without the guard's or the voice's code: invitations, one question, and
 * that amounts, names and values are the catalog's or the shopper's own.
 */
import { expect } from "vitest";
import type { ProductCard, TurnEnd } from "../../shared/shopper-socket.ts";

/** As much of a product as honesty is measured against; amounts in major units. */
export interface KnownProduct {
  sku: string;
  title: string;
  amounts: number[];
  /** Everything the merchant wrote of it. */
  row: string;
}

export interface HonestyContext {
  products: ReadonlyMap<string, KnownProduct>;
  /** What the shopper wrote so far. */
  heard: string[];
}

type Turn = Pick<TurnEnd, "text" | "cards" | "invitation" | "replies" | "sources">;

export function expectHonestTurn(turn: Turn, context: HonestyContext, { farewell = false } = {}): void {
  expect(turn.text, "says something").not.toBe("");
  expect(turn.text.split("?").length - 1, `[STR-1] one question at most: ${turn.text}`).toBeLessThanOrEqual(
    1,
  );
  if (farewell) expect(turn.invitation).toBeNull();
  else expect(turn.invitation, `[MOV-2] invites: ${turn.text}`).not.toBeNull();
  for (const card of turn.cards) expectTrueCard(card, context);
  for (const amount of amountsIn(turn.text)) {
    expect(isSupported(amount, context), `an amount nobody stated, ${amount}, in: ${turn.text}`).toBe(true);
  }
  for (const source of turn.sources) {
    if (source.sku !== undefined) expect(context.products.has(source.sku), `source ${source.sku}`).toBe(true);
    expect(turn.text).toContain(source.says);
  }
}

function expectTrueCard(card: ProductCard, { products }: HonestyContext): void {
  const product = products.get(card.sku);
  expect(product, `the card ${card.sku} is in the catalog`).toBeDefined();
  expect(card.title).toBe(product?.title);
  expect(product?.amounts.map(String)).toContain(String(card.price.minor / 100));
  expect(card.why).not.toBe("");
}

function amountsIn(text: string): number[] {
  return [...text.matchAll(/\$\s?(\d[\d,]*(?:\.\d+)?)/g)].map(([, digits = ""]) =>
    Number(digits.replaceAll(",", "")),
  );
}

/** A price of the catalog, an amount the shopper named, or the difference of two prices. */
function isSupported(amount: number, { products, heard }: HonestyContext): boolean {
  const prices = [...products.values()].flatMap((product) => product.amounts);
  if (prices.includes(amount) || heard.some((text) => text.replaceAll(",", "").includes(String(amount))))
    return true;
  // Just below a price: the ceiling that "cheaper" sets.
  if (prices.some((price) => Math.abs(price - 0.01 - amount) < 0.001)) return true;
  const cents = new Set(prices.map((price) => Math.round(price * 100)));
  return prices.some((price) => cents.has(Math.round((price + amount) * 100)));
}
