/**
 * What people do goes by several names, and a listing uses one of them: who cycles to work commutes. Words of general
 * English only; each stands for the others of its line.
 */
const NAMES_OF_USES = [
  "commuting|commute|commuter",
  "cycling|biking|riding|bike|bicycle",
  "running|run|jogging|jog",
  "hiking|hike|trekking|trek|hillwalking|rambling",
  "camping|camp",
  "travel|travelling|traveling|trip|journey|holiday|vacation",
  "school|schooling|college|university|campus|studying",
  "gym|workout|fitness|exercise",
  "swimming|swim",
  "walking|walk|stroll",
  "gardening|garden",
  "photography|photo|photographing",
].map((names) => names.split("|"));
/** What is done on the way to work, or at it: not the other way round, because who commutes may ride to a school. */
const AT_WORK = ["commuting", "office"];

const othersOf = new Map(
  NAMES_OF_USES.flatMap((names) => names.map((name) => [name, names.filter((other) => other !== name)])),
);

/** Other words for one word of a use, lower-cased; empty when there are none. */
export function otherNamesOfUse(word: string): readonly string[] {
  const said = word.toLowerCase();
  return said === "work" ? AT_WORK : (othersOf.get(said) ?? []);
}
