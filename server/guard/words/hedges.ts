/** "About", "just under", "or so": words that let a figure be rounded. Patterns over normalised lower-case text. */

/** Right before the figure. */
export const HEDGE_BEFORE =
  /\b(?:about|around|roughly|approximately|nearly|almost|close to|some|just (?:under|over|shy of|short of|above|below)|(?:a (?:bit|little|touch|shade|hair)|slightly|a fraction) (?:under|over|below|above|less than|more than|short of|shy of)|shy of|circa|ca\.|approx\.?|more or less|something like|in the region of|a good)\s+$/;
/** Right after it. */
export const HEDGE_AFTER =
  /^(?:\s?-?ish\b| or so\b| or thereabouts\b|, give or take\b|, (?:roughly|approximately|more or less|about)\b)/;
