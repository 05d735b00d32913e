/** What shoppers say while a bench listens: each script goes through needs, critiques, questions and a choice. */

export const OUTDOOR_SCRIPT = [
  "I'm looking for a backpack for commuting, under $150",
  "not black please",
  "does it fit a 16 inch laptop?",
  "something cheaper",
  "what do buyers say about the first one?",
  "which is lighter, the first or the second?",
  "I ride to work in the rain, so I'd also need a waterproof jacket",
  "great, I'll take the first one",
];

export const ELECTRONICS_SCRIPT = [
  "I need headphones for travelling, under $200",
  "wireless, and not too heavy",
  "do they cancel noise?",
  "something cheaper",
  "which is better, the first or the second?",
  "actually I also want a laptop for a student",
  "at most $800, and not white",
  "ok, I'll take the first one",
];
