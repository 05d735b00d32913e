/** Bounds that both sides of the wire keep. Lengths are in UTF-16 code units, as in `String.length`. */
export const MESSAGE_MAX_LENGTH = 2_000;
export const URL_MAX_LENGTH = 2_048;
export const TITLE_MAX_LENGTH = 300;
export const SKU_MAX_LENGTH = 200;
/** Of an order, in minor units. What is more is a slip, or made up, and would drown every other figure. */
export const AMOUNT_MAX = 1_000_000_000_000;
/** ISO 4217, in whichever case. */
export const CURRENCY_PATTERN = /^[A-Za-z]{3}$/;
