/** Bounds that both sides of the wire keep. Lengths are in UTF-16 code units, as in `String.length`. */
export const MESSAGE_MAX_LENGTH = 2_000;
export const URL_MAX_LENGTH = 2_048;
export const TITLE_MAX_LENGTH = 300;
export const SKU_MAX_LENGTH = 200;
