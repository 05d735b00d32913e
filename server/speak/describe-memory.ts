/** What is remembered, in plain words for whoever it is about: a list to read, not a sentence to hear. */
import type { RememberedView } from "../../shared/shopper-socket.ts";
import { EARLIER, type Remembered, type RememberedItem } from "../dialogue/memory.ts";
import type { Preference } from "../dialogue/state.ts";
import type { DescribeMemory } from "../gateway/ports.ts";
import { phraseTarget, phraseWish, type WishContext } from "./meaning/phrase-wish.ts";
import type { FormatMoney } from "./scene.ts";
import { inlineText } from "./words/finish-sentence.ts";
import { englishOf } from "./words/join-phrases.ts";
import { calmTitle, capitaliseStart } from "./words/letter-case.ts";

export function createMemoryDescription(formatMoney: FormatMoney): DescribeMemory {
  return (memory, site, locale) => {
    const context: WishContext = {
      locale: englishOf(locale),
      money: (money) => formatMoney(money, locale),
      names: new Set(
        memory.items.flatMap(({ brand }) => (brand ?? "").toLowerCase().split(" ")).filter(Boolean),
      ),
      currency: site.currency,
    };
    return describe(memory, site.memory.days, context);
  };
}

function describe(memory: Remembered, days: number, context: WishContext): RememberedView {
  const wishes = memory.wishes.map(
    (wish, index): Preference => ({
      ...wish,
      id: `r${index + 1}`,
      sourceMessageId: EARLIER,
      held: true,
      origin: "remembered",
    }),
  );
  return {
    at: memory.at,
    days,
    wishes: wishes.map((wish) => capitaliseStart(plainWish(wish, context))),
    items: memory.items.map((item) => ({
      sku: item.sku,
      title: calmTitle(inlineText(item.title)),
      note: NOTES[noteOf(item)],
    })),
    questions: memory.questions.map(({ text }) => inlineText(text)),
  };
}

function plainWish(wish: Preference, context: WishContext): string {
  const isKind = wish.attribute === "category" && wish.polarity === "positive";
  return isKind ? phraseTarget([wish], context) : phraseWish(wish, context);
}

const NOTES = {
  chosen: "your choice",
  liked: "you liked it",
  rejected: "you turned it down",
  suggested: "I suggested it",
  asked: "you asked about it",
  none: "you saw it",
} as const;

function noteOf({ reaction, suggested }: RememberedItem): keyof typeof NOTES {
  return suggested && (reaction === "none" || reaction === "asked") ? "suggested" : reaction;
}
