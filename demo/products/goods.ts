/** How the shop's own people write down what they sell. `write-catalog.ts` turns it into the import format. */

import type { DrawingName } from "../drawing/draw-product.ts";
import type { Colour } from "../drawing/palette.ts";

/** The workshops Tarn & Tram buys from. All of them are invented. */
export const MAKERS = [
  "Oxbarrow",
  "Sallowmere",
  "Pinecrake",
  "Glimwick",
  "Cinderpot",
  "Wellhollow",
  "Tussock & Sole",
  "Ryebolt",
] as const;
export type Maker = (typeof MAKERS)[number];

/** Author, stars from 1 to 5, date, and what the customer wrote. */
export type CustomerReview = [author: string, stars: 1 | 2 | 3 | 4 | 5, date: string, text: string];

export interface Goods {
  sku: string;
  title: string;
  brand: Maker;
  /** US dollars. */
  price: number;
  /** The price before a reduction, in US dollars. */
  was?: number;
  description: string;
  /** As people say them: "capacity" is "22 l", "weight" is "0.9 kg". */
  attributes: Record<string, string>;
  /** The first colour is the one on the picture. */
  colours: readonly [Colour, ...Colour[]];
  sizes?: readonly string[];
  /** Variants that are sold out, as "Black" or "Black / M"; "all" when nothing is left. */
  soldOut?: readonly string[] | "all";
  tags: readonly string[];
  /** Mean stars and how many customers gave them; written reviews are a part of these. */
  rating?: readonly [value: number, count: number];
  reviews: readonly CustomerReview[];
  /** Pieces sold in the last ninety days. */
  popularity: number;
  drawing: DrawingName;
  /** How large it is drawn beside others of its drawing; 1 when left out. */
  drawnAt?: number;
}

/** One place in the shop: what lies there, and which facts a customer may expect of everything on it. */
export interface Shelf {
  categories: readonly [department: string, shelf: string];
  mainAttributes: readonly string[];
  goods: readonly Goods[];
}
