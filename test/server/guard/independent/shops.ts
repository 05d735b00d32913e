/**
 * Three more shops, whose rows were written by somebody who had not seen the guard's code or its tables.
 *
 * First look (2026-11-23, all 256 false and 223 true rows, none of them read before): of the guard as it then stood 81.6 %
 * were caught and 29.1 % wrongly stopped; after work on other rows alone 84.4 % and 23.8 %. The half of odd index (in each
 * list of a shop) stood at 83.5 % and 20.7 %.
 *
 * Since then the rows of even index have been read and worked on, class by class; and all rows of the music shop, which a
 * careless command printed. The rows of odd index of the garden and the nursery have not been read by anybody who works on
 * the guard, only counted by class, and must stay so: their figure is the one to go by. No label has been changed.
 */
import { GARDEN } from "./garden.ts";
import { MUSIC } from "./music.ts";
import { NURSERY } from "./nursery.ts";

export const INDEPENDENT_SHOPS = [GARDEN, NURSERY, MUSIC];

/** Whether a row, by its shop's name and its index in its list, has been read by nobody who works on the guard. */
export const isUnseenRow = (shop: string, index: number): boolean => index % 2 === 1 && shop !== MUSIC.name;
