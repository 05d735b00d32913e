/** Shops of other shapes than the tables' own. */
import { CLOTHING } from "./clothing.ts";
import { CYCLING } from "./cycling.ts";
import { DEVICES } from "./devices.ts";
import { ELECTRONICS } from "./electronics.ts";
import { HOME } from "./home.ts";
import { PANTRY } from "./pantry.ts";

export const HELD_OUT_SHOPS = [CLOTHING, ELECTRONICS, PANTRY, CYCLING, HOME, DEVICES];
