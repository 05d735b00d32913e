/** What the cards of a turn bring up: on the face of them, and on opening a page. */

import { examine } from "./feel.ts";
import type { Intent } from "./intents.ts";
import {
  favourite,
  isConceivable,
  isConvinced,
  lacking,
  type Mind,
  overlooked,
  reject,
  viewOf,
} from "./mind.ts";
import { judgeNeed, type Need } from "./needs.ts";
import type { Observation, ProductPage } from "./shopper.ts";

/** What looking closer brings up: a need that is not met, a second thought, or that nothing there is of use. */
export function reactToCards(mind: Mind, { turn, pages }: Observation): Intent[] {
  const disappointed = examine(mind);
  if (disappointed) {
    const second = secondThought(mind);
    return second.length > 0 ? second : passOver(mind, disappointed.page, disappointed.lacks);
  }
  const item = favourite(mind);
  const page = item && mind.pages.get(item.sku);
  if (page && mind.examined.has(page.sku)) {
    // Some see at once what else is missing, others only when they are about to buy.
    const looksCloser =
      isConvinced(mind, page.sku) ||
      mind.draws.happens(`shopper/notices ${page.sku}`, mind.persona.attention / 2);
    const missed = looksCloser ? overlooked(mind, page) : null;
    if (missed) return passOver(mind, page, missed);
  }
  if (turn.cards.length === 0 || pages.some((each) => isConceivable(mind, each))) return [];
  return turnDown(mind, pages);
}

/** Where the page merely doesn't say, some ask; else the item is turned down with the reason. */
function passOver(mind: Mind, page: ProductPage, missed: Need): Intent[] {
  mind.aware.add(missed);
  const item = viewOf(mind, page);
  const mayAsk = judgeNeed(page, missed) === "unsaid" && !mind.askedWhether.has(missed);
  if (mayAsk && mind.draws.happens("shopper/asks-whether", ASKS_WHETHER)) {
    mind.askedWhether.add(missed);
    return [{ type: "is-it", need: missed, item }];
  }
  mind.account.rejections += 1;
  reject(mind, page.sku);
  return [{ type: "lacks", need: missed, item }];
}
const ASKS_WHETHER = 0.6;

function turnDown(mind: Mind, pages: Observation["pages"]): Intent[] {
  const fresh = pages.find(({ sku }) => !mind.rejected.has(sku));
  const second = secondThought(mind);
  if (second.length > 0) return second;
  for (const { sku } of pages) reject(mind, sku);
  mind.account.rejections += 1;
  const page = fresh ?? pages[0];
  // Something else altogether: what was wanted is said again.
  if (pages.every(({ sku }) => !mind.goal.ofKind.has(sku)))
    return [{ type: "none-of-these" }, { type: "say-kind" }];
  const missed = page ? lacking(mind, page) : null;
  if (!page || !missed) return [{ type: "none-of-these" }];
  const wasTold = mind.told.has(missed);
  // What was told and passed over is not spelt out each time.
  if (wasTold && mind.draws.happens("shopper/only-no", ONLY_SAYS_NO)) return [{ type: "none-of-these" }];
  return [{ type: "lacks", need: missed, item: viewOf(mind, page) }];
}
const ONLY_SAYS_NO = 0.4;

/** The wish that is thought better of, once something has been seen. */
export function secondThought(mind: Mind): Intent[] {
  const need = [...mind.told].find((each) => each.atFirst !== undefined && !mind.revised.has(each));
  if (!need || mind.turns === 0) return [];
  mind.revised.add(need);
  return [{ type: "revise", need }];
}
