import pluralize from "pluralize";
import { kindAsked } from "../dialogue/kinds.ts";
import { heldPreferences } from "../dialogue/preferences.ts";
import type { Preference } from "../dialogue/state.ts";
import type { PlanContext } from "./plan-context.ts";

/**
 * What is being looked for, as a plural noun in the shop's words: "gravel bikes". "products" when nothing is known, or the
 * kind is one of the wishes to be left out of it.
 */
export function nameSearch(context: PlanContext, without: readonly Preference[] = []): string {
  const kinds = heldPreferences(context.state.preferences).filter(
    (wish) =>
      !without.some(({ id }) => id === wish.id) &&
      wish.attribute === "category" &&
      wish.polarity === "positive" &&
      typeof wish.value === "string",
  );
  const category = kinds.at(-1);
  // A number of backpacks and mugs is no number of mugs.
  const isOne = kinds.every((wish) => wish.value === category?.value);
  if (!isOne) return "products";
  const page = context.state.page?.sku
    ? context.product(context.state.page.sku)?.categories.at(-1)
    : undefined;
  const name =
    typeof category?.value === "string" ? kindAsked(category) : context.state.turns === 0 ? page : undefined;
  return name ? plainName(name) : "products";
}

/** The last part of a category path, in lower case but for what is written in capitals on purpose ("USB hubs"). */
function plainName(path: string): string {
  const last = path.split(/[>/|]/).at(-1)?.trim() || path;
  const words = last
    .replace(/[_]+/g, " ")
    .replace(/\s*&\s*/g, " and ")
    .split(" ")
    .map((word) => (/^[A-Z][a-z'’-]+$/.test(word) || word === "A" ? word.toLowerCase() : word));
  return inPlural(words.join(" "));
}

/** Words for goods in the mass have no plural: nobody sells "clothings", but there are clothing items. */
const MASS_NOUN =
  /(?:ing|wear|ware|gear|equipment|furniture|makeup|make-up|care|decor|music|food|coffee|tea|jewell?ery)$/i;

function inPlural(name: string): string {
  const last = /[a-z]+$/.exec(name)?.[0];
  if (last !== undefined && MASS_NOUN.test(last)) return `${name} items`;
  if (last === undefined || pluralize.isPlural(last)) return name;
  return name.slice(0, name.length - last.length) + pluralize(last);
}
