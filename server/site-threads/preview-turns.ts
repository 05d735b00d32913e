/**
 * What the agent would say to shoppers of this catalog: conversations that nobody hears, held by the code that holds all others,
 * with the site's policy and in the built-in voice. So a merchant sees real words, of settings that may not be stored yet.
 */
import type { OpeningReason, ProductCard } from "../../shared/shopper-socket.ts";
import type { Product } from "../catalog/product.ts";
import type { CatalogRooms } from "../catalog-rooms.ts";
import type { SpokenTurn } from "../dialogue/events.ts";
import { rememberConversation } from "../dialogue/remember.ts";
import type { Notice } from "../dialogue/state.ts";
import type { Site } from "../gateway/ports.ts";
import type { Policy } from "../strategy/policy.ts";
import { createMemoryLog } from "../turn/memory-log.ts";
import { createStateRecall } from "../turn/recall-state.ts";
import { takeTurn } from "../turn/take-turn.ts";
import { turnDependencies } from "../turn-rooms.ts";

export type PreviewScene = "panel-open" | OpeningReason | "silence-first" | "silence-second";

export interface PreviewAsked {
  /** The product whose page the shopper is on; null for one of the catalog's choice, as where there is none of this sku. */
  sku: string | null;
  /** What the shop's search found nothing for; null for words of the catalog's own. */
  query: string | null;
  /** Another number, another wording and another draw of the policy. */
  wording: number;
}

export interface PreviewedTurn {
  scene: PreviewScene;
  /** What the shopper did, for as much of it as is of this catalog: titles, a search. */
  about: string[];
  /** Null where the agent finds nothing to say, and keeps silent. */
  turn: (Pick<SpokenTurn, "text" | "replies" | "stopped"> & { cards: ProductCard[] }) | null;
}

/** As many products are looked through for one that shows what a turn can be. */
const LOOKED_THROUGH = 60;

export async function previewTurns(
  rooms: CatalogRooms,
  site: Site,
  policy: Policy,
  { sku, query, wording }: PreviewAsked,
): Promise<PreviewedTurn[]> {
  const item = (sku === null ? undefined : rooms.catalog.product(sku)) ?? tellingProduct(rooms);
  const other = item && itsRival(item, rooms);
  const words = query?.trim() || (rooms.catalog.departments[0] ?? item?.title ?? "gifts").toLowerCase();
  const talk = (scene: string) => startTalk(rooms, site, policy, `preview-${scene}-${wording}`);
  const onPage = (reason: OpeningReason) => ({ product: item, notice: noticeOf(reason, other, words) });
  const titles = (...products: (Product | undefined)[]) =>
    products.flatMap((product) => (product ? [product.title] : []));

  const dwelling = talk("product-dwell");
  const dwelt = await dwelling.open(onPage("product-dwell"));
  const first = await dwelling.stayQuiet();
  const turns: PreviewedTurn[] = [
    { scene: "panel-open", about: [], turn: await talk("panel-open").open({}) },
    { scene: "product-dwell", about: titles(item), turn: item ? dwelt : null },
    {
      scene: "product-compare",
      about: titles(item, other),
      turn: other ? await talk("product-compare").open(onPage("product-compare")) : null,
    },
    {
      scene: "cart-idle",
      about: [],
      turn: await talk("cart-idle").open({ notice: noticeOf("cart-idle", other, words) }),
    },
    {
      scene: "no-results",
      about: [words],
      turn: await talk("no-results").open({ notice: noticeOf("no-results", other, words) }),
    },
    await returning(),
    { scene: "silence-first", about: titles(item), turn: first },
    { scene: "silence-second", about: titles(item), turn: first && (await dwelling.stayQuiet()) },
  ];
  return turns;

  /** Whoever comes back has been here before, and said what they were after. */
  async function returning(): Promise<PreviewedTurn> {
    const before = talk("return-visit-before");
    await before.open({});
    const wish = `I'm looking for ${(rooms.catalog.departments[0] ?? "a gift").toLowerCase()}`;
    await before.say(wish);
    const remembered = site.memory.days === 0 ? null : rememberConversation(await before.log());
    const notice = noticeOf("return-visit", other, words);
    return {
      scene: "return-visit",
      about: [wish],
      turn: await talk("return-visit").open({ notice, remembered }),
    };
  }
}

interface Page {
  product?: Product | undefined;
  notice?: Notice;
  remembered?: ReturnType<typeof rememberConversation>;
}

/** All chance of a turn comes from its id, so the same settings and the same number say the same. */
function startTalk(rooms: CatalogRooms, site: Site, policy: Policy, conversationId: string) {
  const log = createMemoryLog();
  const memory = { log, recall: createStateRecall(log) };
  let turns = 0;
  const dependencies = {
    ...turnDependencies(site, rooms, policy, memory),
    newId: () => `${conversationId}-${++turns}`,
  };
  const take = async (silentSince?: string): Promise<PreviewedTurn["turn"]> => {
    for await (const signal of takeTurn(dependencies, {
      conversationId,
      silentSince,
      shouldStop: () => false,
    }))
      if (signal.type === "end" && signal.logged.event.type === "turn-spoken") {
        const { text, replies, cards, stopped } = signal.logged.event.turn;
        return { text, replies, cards, stopped };
      }
    return null;
  };
  return {
    open({ product, notice, remembered = null }: Page) {
      log.append(conversationId, {
        type: "conversation-opened",
        ...{ mode: site.mode, locale: site.locale, remembered, visit: remembered ? 2 : 1 },
        page: { url: product?.url ?? "/", title: product?.title ?? null, sku: product?.sku ?? null },
      });
      if (notice) log.append(conversationId, { type: "attention-noticed", notice });
      return take();
    },
    say(text: string) {
      log.append(conversationId, { type: "message-stored", id: `${conversationId}-${text}`, text });
      return take();
    },
    stayQuiet: async () => take((await memory.recall(conversationId)).lastTurnId ?? undefined),
    log: () => log.read(conversationId, 0),
  };
}

function noticeOf(reason: OpeningReason, other: Product | undefined, query: string): Notice {
  return {
    reason,
    other: reason === "product-compare" ? (other?.url ?? null) : null,
    query: reason === "no-results" ? query : null,
  };
}

/** One that can be bought, with a picture and facts to tell, before any. */
function tellingProduct({ catalog }: CatalogRooms): Product | undefined {
  const products = someProducts(catalog, null);
  return (
    products.find(
      ({ inStock, imageUrl, attributes }) => inStock && imageUrl !== null && attributes.length > 2,
    ) ??
    products.find(({ inStock }) => inStock) ??
    products[0]
  );
}

/** What a shopper would weigh it against: of the same kind, and like it. */
function itsRival(item: Product, { catalog }: CatalogRooms): Product | undefined {
  const others = someProducts(catalog, item.sku).filter(({ sku }) => sku !== item.sku);
  const kind = item.categories.at(-1);
  return others.find(({ inStock, categories }) => inStock && categories.at(-1) === kind) ?? others[0];
}

function someProducts(catalog: CatalogRooms["catalog"], like: string | null): Product[] {
  const query = { preferences: [], text: "", exclude: [], like, limit: LOOKED_THROUGH };
  return catalog.find(query).candidates.map(({ product }) => product);
}
