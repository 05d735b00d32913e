/** What a shopper looks for, as a category of the catalog. */
import { heldPreferences } from "./preferences.ts";
import type { DialogueState } from "./state.ts";

/** The category that was asked for last; null when none was. */
export function kindSought({ preferences }: Pick<DialogueState, "preferences">): string | null {
  const wish = heldPreferences(preferences).findLast(
    ({ attribute, polarity }) => attribute === "category" && polarity === "positive",
  );
  return typeof wish?.value === "string" ? wish.value : null;
}

/** The same; where none was asked for, that of the item under discussion. */
export function categorySought(state: DialogueState): string | null {
  const item = state.shown.findLast(({ sku }) => sku === state.focus[0]);
  return kindSought(state) ?? item?.category ?? null;
}
