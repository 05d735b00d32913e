/** English number words. "A grand" and "a dozen" count as numbers, because shoppers' shops lie in those too. */
export const SMALL_NUMBERS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
export const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  million: 1_000_000,
  dozen: 12,
  couple: 2,
};

/** Number-like words that state a count of something: "it has dual cameras". */
export const MULTIPLES = new Map(
  Object.entries<number>({
    both: 2,
    double: 2,
    dual: 2,
    twin: 2,
    triple: 3,
    quad: 4,
    quadruple: 4,
  }),
);
