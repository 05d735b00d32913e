/** A shopper of no particular catalog: says what people say in a shop, in the words of the products at hand. */
import type { CatalogRooms } from "../server/catalog-rooms.ts";
import type { SpokenTurn } from "../server/dialogue/events.ts";
import { majorOf } from "../server/dialogue/money.ts";
import { chanceFrom } from "../server/turn/chance.ts";

export interface VoiceShopper {
  /** The page the conversation is opened on; null for the shop's own. */
  page: { sku: string } | null;
  /** The message that follows the agent's turn; `left` are the messages still to come, this one included. */
  next(turn: SpokenTurn, left: number): string;
}

/** The same seed shops in the same way. */
export function voiceShopper(rooms: CatalogRooms, seed: string): VoiceShopper {
  const chance = chanceFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(chance() * items.length)];
  const products = [...rooms.catalog.products].filter(({ inStock }) => inStock);
  const wanted = pick(products);
  if (!wanted) throw new Error("a catalog without products has no shoppers");
  const kind = (wanted.categories.at(-1) ?? "something").toLowerCase();
  const budget = Math.max(10, Math.ceil((majorOf(wanted.price) * 1.3) / 10) * 10);
  const trait = pick(wanted.attributes.filter(({ value }) => /^[\p{L} -]{3,20}$/u.test(value)))?.value;
  const said = new Set<string>();

  const needs = [
    `I'm looking for ${kind}`,
    `${kind} under ${budget}`,
    `do you have any ${kind}?`,
    `hi! I need ${kind}, not more than ${budget}`,
    ...(trait ? [`${kind}, ideally ${trait.toLowerCase()}`] : []),
  ];
  const remarks = [
    "something cheaper",
    "show me more",
    "what do buyers say about the first one?",
    "which is better, the first or the second?",
    "how much is the second one?",
    "tell me more about the first one",
    "do you ship to Norway?",
    "is there a warranty?",
    "none of these",
    "not black please",
    "hmm, I'm not sure",
    "what's the difference between them?",
    "that's too expensive",
    "I like the first one",
    "it's a gift for my sister",
    `under ${budget * 2} is fine too`,
    "forget the budget",
    "anything better rated?",
    "how heavy is it?",
    "ok",
    ...(trait ? [`it should be ${trait.toLowerCase()}`, `not ${trait.toLowerCase()}`] : []),
  ];
  /** People rarely say the same thing twice. */
  const fresh = (texts: readonly string[]) => pick(texts.filter((text) => !said.has(text)));

  return {
    page: chance() < 0.25 ? { sku: wanted.sku } : null,
    next(turn, left) {
      const isClosing = left <= 2;
      const text =
        said.size === 0
          ? fresh(needs)
          : isClosing
            ? fresh(
                left === 2 ? ["great, I'll take the first one", "the second one, please"] : ["thanks, bye"],
              )
            : ((chance() < 0.35 ? fresh(turn.replies) : undefined) ?? fresh(remarks));
      said.add(text ?? "");
      return text ?? "show me something else";
    },
  };
}
