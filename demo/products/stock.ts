import { backpacks, dryBags, messengersAndTotes, travelBags } from "./bags.ts";
import { cityBikes, electricBikes, foldingBikes, gravelBikes } from "./bikes.ts";
import { insulatedFlasks, travelMugs, waterBottles } from "./bottles.ts";
import { campKitchen, sleeping, tents } from "./camping.ts";
import { insulatedJackets, layers, rainJackets, umbrellas } from "./clothing.ts";
import { handlebarBags, helmets, locks, panniers, toolsAndCare } from "./cycling.ts";
import type { Goods, Shelf } from "./goods.ts";
import { bikeLights, headlamps, lanterns } from "./lights.ts";
import { cityShoes, trailShoes } from "./shoes.ts";

/** Everything the shop sells, in the order in which its departments are shown. */
export const SHELVES: readonly Shelf[] = [
  backpacks,
  messengersAndTotes,
  travelBags,
  dryBags,
  cityBikes,
  gravelBikes,
  foldingBikes,
  electricBikes,
  panniers,
  handlebarBags,
  helmets,
  locks,
  toolsAndCare,
  rainJackets,
  insulatedJackets,
  layers,
  umbrellas,
  cityShoes,
  trailShoes,
  waterBottles,
  insulatedFlasks,
  travelMugs,
  bikeLights,
  headlamps,
  lanterns,
  tents,
  sleeping,
  campKitchen,
];

export interface StockedGoods extends Goods {
  categories: Shelf["categories"];
  /** The last part of the product page's address: "tidewater-22-roll-top-backpack". */
  slug: string;
  variants: readonly StockedVariant[];
  inStock: boolean;
}
export interface StockedVariant {
  sku: string;
  colour: Goods["colours"][number];
  size: string | null;
  inStock: boolean;
}

export const STOCK: readonly StockedGoods[] = SHELVES.flatMap((shelf) =>
  shelf.goods.map((goods) => {
    const variants = variantsOf(goods);
    return {
      ...goods,
      categories: shelf.categories,
      slug: slugOf(goods.title),
      variants,
      inStock: variants.some((variant) => variant.inStock),
    };
  }),
);

/** Lower case, words joined by hyphens, without accents: the form of every address in the shop. */
export function slugOf(words: string): string {
  return words
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function variantsOf(goods: Goods): StockedVariant[] {
  const sizes = goods.sizes ?? [null];
  return goods.colours.flatMap((colour) =>
    sizes.map((size) => ({
      sku: [goods.sku, slugOf(colour), ...(size === null ? [] : [slugOf(size)])].join("-").toUpperCase(),
      colour,
      size,
      inStock: !isSoldOut(goods, colour, size),
    })),
  );
}

function isSoldOut({ soldOut = [] }: Goods, colour: string, size: string | null): boolean {
  return soldOut === "all" || soldOut.includes(colour) || soldOut.includes(`${colour} / ${size}`);
}
