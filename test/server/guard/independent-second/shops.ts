/**
 * Three more shops, whose rows were written by somebody who had not seen the guard's code or its tables, nor any rows but
 * the head of one file of `independent/`. Every row was judged twice against its products and reviews before anything
 * was measured with it.
 *
 * First look (2026-11-23, all 359 false and 347 true rows): of the guard as it then stood 82.7 % were caught and 25.6 %
 * wrongly stopped; after work on other rows alone 87.2 % and 25.4 %. Since then the rows of the outdoors and the skin care
 * shop have been read and worked on. Those of the computers have been read by nobody who works on the guard, only counted,
 * and must stay so. No label has been changed.
 */
import { COMPUTERS } from "./computers.ts";
import { OUTDOORS } from "./outdoors.ts";
import { SKINCARE } from "./skincare.ts";

export const INDEPENDENT_SECOND_SHOPS = [OUTDOORS, SKINCARE, COMPUTERS];
