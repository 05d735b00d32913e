/**
 * Simulated shoppers in the demo shop, as browsers come to it: each asks whether there is a widget for them, talks over a socket, puts
 * in the cart what convinced them and may buy it, which the shop's server reports signed. Who finds no widget may buy, too.
 */
import { createHmac, randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Sku } from "../../server/catalog/product.ts";
import { type CatalogRooms, openRooms } from "../../server/catalog-rooms.ts";
import { prepareFile } from "../../server/cli/catalog-of-file.ts";
import { drawShopper } from "../../server/learn/simulator/draw-shopper.ts";
import { createDraws, type Draws } from "../../server/learn/simulator/draws.ts";
import { POPULATIONS } from "../../server/learn/simulator/populations.ts";
import { type Shelf, shelvesOf } from "../../server/learn/simulator/shelves.ts";
import type { Shopper } from "../../server/learn/simulator/shopper.ts";
import { connectTab } from "../../test/contract/wire-client.ts";

const CATALOG = fileURLToPath(new URL("../../demo/catalog/catalog.json", import.meta.url));
const CURRENCY = "USD";

/** Chances, where not the simulated shopper decides. */
const BOT = 0.02;
const PREVIEW = 0.01;
/** Most people only look, and leave after a turn or a few. */
const ONLY_LOOKS = 0.6;
const TURNS_LOOKED = 3;
const BUYS_WITHOUT_TALK = 0.07;
const BUYS_ALL_THE_SAME = 0.05;
const PUTS_IN_CART = 0.7;
const BUYS_WHAT_CONVINCED = 0.25;
const SENDS_BACK = 0.08;
const RATES = 0.15;

export interface TalkedShop {
  url: string;
  siteKey: string;
  secretKey: string;
}

export interface HeldTalks {
  visitors: number;
  talks: number;
  turns: number;
  accepted: number;
  orders: number;
  withoutWidget: number;
}

/** Resolves when all have left. Rejects with the first that the shop did not answer. */
export async function holdTalks(
  shop: TalkedShop,
  { shoppers, atATime = 4, onVisit = () => {} }: { shoppers: number; atATime?: number; onVisit?: () => void },
): Promise<HeldTalks> {
  const rooms = openRooms(await prepareFile(CATALOG, CURRENCY));
  const shelves = shelvesOf(rooms.catalog.products);
  const held: HeldTalks = { visitors: 0, talks: 0, turns: 0, accepted: 0, orders: 0, withoutWidget: 0 };
  let next = 0;
  const comeOneByOne = async () => {
    while (next < shoppers) {
      const visit = new Visit(shop, rooms, shelves, next++);
      await visit.happen(held);
      onVisit();
    }
  };
  await Promise.all(Array.from({ length: atATime }, comeOneByOne));
  return held;
}

class Visit {
  private readonly shop: TalkedShop;
  private readonly rooms: CatalogRooms;
  private readonly shelves: readonly Shelf[];
  private readonly number: number;
  private readonly draws: Draws;
  private readonly headers: Record<string, string>;
  private readonly pageUrl: string;
  private token = "";

  constructor(shop: TalkedShop, rooms: CatalogRooms, shelves: readonly Shelf[], number: number) {
    this.shop = shop;
    this.rooms = rooms;
    this.shelves = shelves;
    this.number = number;
    this.draws = createDraws(`visit ${number}`);
    const kind = this.draws.number("kind");
    this.headers = {
      origin: shop.url,
      // Each comes from an address of their own.
      "x-forwarded-for": `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
      "user-agent":
        kind < BOT
          ? "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
          : "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    };
    const isPreview = kind >= BOT && kind < BOT + PREVIEW;
    this.pageUrl = `${shop.url}/demo/${isPreview ? "?overture-preview=1" : ""}`;
  }

  async happen(held: HeldTalks): Promise<void> {
    held.visitors += 1;
    const seed = `shopper ${this.number}`;
    const drawn = drawShopper(this.shelves, POPULATIONS["held-out"], seed, CURRENCY);
    if (!drawn) throw new Error("the demo shop has nothing in stock");
    const { shopper, goal } = drawn;
    const page = { url: this.pageUrl, ...(shopper.arrivesOn !== null && { sku: shopper.arrivesOn }) };
    const visit = await this.post("/api/visits", { siteKey: this.shop.siteKey, page });
    this.token = visit.visitorToken ?? "";
    if (!visit.widget) {
      held.withoutWidget += 1;
      if (this.draws.happens("buys", BUYS_WITHOUT_TALK)) await this.buy(goal.target, held);
      return;
    }
    const chosen = await this.talk(shopper, page, held);
    const buys = chosen === null ? BUYS_ALL_THE_SAME : BUYS_WHAT_CONVINCED;
    if (this.draws.happens("buys", buys)) await this.buy(chosen ?? goal.target, held);
  }

  /** The item that convinced; null where none did. */
  private async talk(
    shopper: Shopper,
    page: { url: string; sku?: Sku },
    held: HeldTalks,
  ): Promise<Sku | null> {
    const { siteKey, url } = this.shop;
    const { origin, ...headers } = this.headers;
    const visitorToken = this.token === "" ? undefined : this.token;
    const tab = await connectTab(url, {
      ...{ siteKey, headers, auth: { siteKey, visitorToken, page } },
      ...(origin !== undefined && { origin }),
    });
    const { conversationId, visitorToken: token } = await tab.open();
    this.token = token;
    held.talks += 1;
    let turn = await tab.answerTo("opening");
    const most = this.draws.happens("only looks", ONLY_LOOKS)
      ? this.draws.between("turns looked", 1, TURNS_LOOKED)
      : Number.POSITIVE_INFINITY;
    for (let turns = 1; ; turns++) {
      held.turns += 1;
      if (turns >= most) {
        tab.close();
        return null;
      }
      const pages = turn.cards.flatMap(({ sku }) => this.rooms.catalog.product(sku) ?? []);
      const move = await shopper.next({ turn, pages });
      if (move.type === "end") {
        const sku = move.ending.outcome === "accepted" ? move.ending.sku : null;
        if (sku !== null) held.accepted += 1;
        await this.signal(conversationId, turn.turnId, sku);
        tab.close();
        return sku;
      }
      const id = randomUUID();
      const answer = await tab.say(move.text, id);
      if (!answer.ok) throw new Error(`a message was refused: ${answer.error.code}`);
      turn = await tab.answerTo(id);
    }
  }

  private async signal(conversationId: string, turnId: string, sku: Sku | null): Promise<void> {
    const signals: object[] = [];
    if (sku !== null && this.draws.happens("cart", PUTS_IN_CART))
      signals.push({ id: randomUUID(), type: "cart-add", sku });
    if (this.draws.happens("rates", RATES))
      signals.push({ id: randomUUID(), type: "turn-rate", turnId, value: sku === null ? -1 : 1 });
    if (signals.length === 0) return;
    const of = { siteKey: this.shop.siteKey, visitorToken: this.token, conversationId };
    await this.post("/api/events", { ...of, signals });
  }

  private async buy(sku: Sku, held: HeldTalks): Promise<void> {
    if (this.token === "") return;
    const price = this.rooms.catalog.product(sku)?.price;
    if (!price) return;
    const orderId = `T-${100_000 + this.number}`;
    const of = { siteKey: this.shop.siteKey, orderId, currency: price.currency };
    const items = [{ sku, quantity: 1 }];
    await this.tell({ ...of, visitorToken: this.token, value: price.minor, items });
    held.orders += 1;
    if (this.draws.happens("sends back", SENDS_BACK))
      await this.tell({ ...of, type: "refund", refundId: `R-${this.number}`, value: price.minor });
  }

  /** As the shop's own server does. */
  private async tell(order: object): Promise<void> {
    const body = JSON.stringify(order);
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signed = createHmac("sha256", this.shop.secretKey).update(`${timestamp}.${body}`).digest("hex");
    await this.post("/api/orders", body, {
      "overture-timestamp": timestamp,
      "overture-signature": signed,
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: what an outside client has of the API is JSON.
  private async post(path: string, body: object | string, headers: object = {}): Promise<any> {
    const answer = await fetch(this.shop.url + path, {
      method: "POST",
      headers: { ...this.headers, "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }
}
