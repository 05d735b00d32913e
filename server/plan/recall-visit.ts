/** What the opening says to a shopper who comes back: where things were left, what changed since, and whether to go on. */
import { EARLIER, itemInMind, type RememberedItem, resumeQuestions, wasInMind } from "../dialogue/memory.ts";
import type { Preference } from "../dialogue/state.ts";
import type { ClaimBook } from "./claim-book.ts";
import type { PlanContext } from "./plan-context.ts";
import type { Prospect } from "./prospect.ts";
import type { Content } from "./turn-plan.ts";
import { isSayable } from "./uptake.ts";

const WISHES_SAID_MAX = 3;
const CHANGES_SAID_MAX = 2;

/** Null but in the first turn of a conversation that something is remembered for. */
export function recallVisit(context: PlanContext, book: ClaimBook): Prospect | null {
  const { recall, turns, heard } = context.state;
  if (turns > 0 || heard.length > 0 || recall?.standing !== "offered") return null;
  const { memory } = recall;
  const preferences = memory.wishes
    .map(
      (wish, index): Preference => ({
        ...wish,
        id: `r${index + 1}`,
        sourceMessageId: EARLIER,
        held: true,
        origin: "remembered",
      }),
    )
    .filter(isSayable);
  const item = itemInMind(memory);
  const [question] = resumeQuestions(memory, []);
  const said: Content = {
    type: "recall-visit",
    preferences: mostTelling(preferences),
    item: item && {
      sku: context.product(item.sku) ? item.sku : null,
      title: item.title,
      standing: standingOf(item),
    },
  };
  const isPlain = said.preferences.length === 0 && item === null;
  if (isPlain && question === undefined) return null;
  return {
    contents: [
      ...(isPlain ? [] : [said]),
      ...changesSince(memory.items, memory.at, context, book),
      ...(question ? [{ type: "recall-question", question } as const] : []),
      { type: "ask-go-on" },
    ],
    asks: "preferences",
    replies: ["Go on from there", "Something new"],
  };
}

/** The kind of thing first, then what was said last. */
function mostTelling(preferences: readonly Preference[]): Preference[] {
  const kind = preferences.filter(({ attribute }) => attribute === "category").slice(-1);
  const others = preferences.filter(({ attribute }) => attribute !== "category");
  return [...kind, ...others.slice(kind.length - WISHES_SAID_MAX)];
}

function standingOf({ reaction, suggested }: RememberedItem): "chosen" | "liked" | "suggested" | "asked" {
  if (reaction === "chosen" || reaction === "liked") return reaction;
  return suggested ? "suggested" : "asked";
}

/** Of what was in mind: what costs another price now, can't be had or is gone. */
function changesSince(
  items: readonly RememberedItem[],
  since: string,
  context: PlanContext,
  book: ClaimBook,
): Content[] {
  return items
    .filter(wasInMind)
    .flatMap((item, index): Content[] => {
      const product = context.product(item.sku);
      // That something which was only shown has gone is nothing to a shopper who never spoke of it.
      if (!product) return index === 0 ? [{ type: "note-gone", title: item.title }] : [];
      if (!product.inStock)
        return [{ type: "note-change", sku: item.sku, claim: book.availability(product) }];
      const { minor, currency } = product.price;
      if (currency !== item.price.currency || minor === item.price.minor) return [];
      return [{ type: "note-change", sku: item.sku, claim: book.priceChange(product, item.price, since) }];
    })
    .slice(0, CHANGES_SAID_MAX);
}
