/** Three shops of other shapes than the tables' own. */
import { CLOTHING } from "./clothing.ts";
import { ELECTRONICS } from "./electronics.ts";
import { PANTRY } from "./pantry.ts";

export const HELD_OUT_SHOPS = [CLOTHING, ELECTRONICS, PANTRY];
