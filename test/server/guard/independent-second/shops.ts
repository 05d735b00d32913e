/**
 * Three more shops, whose rows were written by somebody who had not seen the guard's code or its tables, nor any rows but
 * the head of one file of `independent/`. Every row was judged twice against its products and reviews before anything
 * was measured with it.
 */
import { COMPUTERS } from "./computers.ts";
import { OUTDOORS } from "./outdoors.ts";
import { SKINCARE } from "./skincare.ts";

export const INDEPENDENT_SECOND_SHOPS = [OUTDOORS, SKINCARE, COMPUTERS];
