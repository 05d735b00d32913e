/** What it is for and whom it is for: "for commuting", "to wear at work", "for my 8 year old daughter". */

import { ACTIVITIES, CONVERSATION_WORDS, FUNCTION_WORDS, RECIPIENTS } from "./english-words.ts";
import { findAll, inside, overlaps, plainOf, quote, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export interface FoundRecipient extends Span {
  /** The word that names the person. */
  word: string;
  /** With what was said of them: "8 year old daughter". */
  value: string;
  age: number | null;
}

export interface FoundUsage extends Span {
  value: string;
}

/** As a pattern, the longest first. */
export const PEOPLE = [...RECIPIENTS.keys(), "little one"].sort((a, b) => b.length - a.length).join("|");
const COUNTED =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen";
const AGE = `(?:(\\d{1,2}|${COUNTED}) ?-? ?(?:years?|yrs?|yo|y o|months?)(?: ?- ?| )?(?:old)?|(\\d{1,2}) yo|teenage|little|young|older|elderly|younger|baby|new|old|dear)`;
const RECIPIENT = new RegExp(
  `\\b(?:(?:for|gift for|present for|buying for|get|got|to|about|because) (?:my|our|a|an|the|his|her)(?: ${AGE})? (${PEOPLE})|for (him|her|kids|children|women|men|teens|toddlers|babies|ladies)|(?:my|our)(?: ${AGE})? (${PEOPLE})(?! (?:said|says|thinks|thought|told|recommended|recommends|bought|already|hates|and i)\\b)|^(?:it is |this is )?(?:for )?(?:a |the )?(${PEOPLE})(?= (?:is|needs?|wants?|loves?|likes?|commutes?|rides|hikes|camps|cycles|runs|travels|plays)\\b)|(?:a|an|my|our|the|his|her) (\\d{1,2}|${COUNTED}) ?-? years? ?-? olds?(?= (?:who|that|and|which|boy|girl|kid)\\b| ?[?.,!]|$))\\b(?: (?:is|who is|aged|turns|turned|turning|\\(|,)? ?(\\d{1,2})(?=$| [,.)!?]| (?:years?|yrs?|yo|and|now)\\b)(?: years? old)?)?`,
  "g",
);
/** "For" after these words belongs to them. */
const VERBS_WITH_FOR =
  /\b(?:looking|searching|shopping|hunting|search|look|ask|asking|asked|pay|paying|go|going|went|thanks|thank you|sorry|except|care|wait|waiting|hoping|hope|opt|aim|settle|browsing|market|need|up|fancy|vote|good deal|only) $/;
const FOR =
  /\bfor (?!(?:one|two|three|four|five|six|seven|eight)\b(?! (?:hour|day|week|night|mile|month|kilomet))|under\b|less|over\b|at (?:least|most)\b|about \d|around \d|\d|\$|€|£|me\b|myself|us\b|now\b|sure\b|example|instance|it\b|that\b|this\b|them\b|free\b|real\b|the (?:first|second|third|last|next|moment|price|money|help|info|one\b|trek)|all\b|some\b|any\b|something|anything|sale|what\b|which\b|both\b|your|a (?:good |low |reasonable |fair )?price|a (?:bit|while|second|minute)|cheap|a present|someone else)((?:(?:my|the|a|an|our|his|her|their|use|doing|going|when|use in|in|on|at|to|long|short|daily|everyday|occasional|light|heavy|first|next|new|big|very|mostly|mainly|and|of|with|up|out) )*[a-z][a-z']*(?: (?:to|in|on|at|by|near|with|and|around|along|through|during|from|of|into|up|down|the|a|my|work|school|[a-z]+ing)(?: [a-z]+)?){0,3})/g;
const TO_USE =
  /\bto (?:use|wear|ride|take|carry|bring|play|watch|run|hike|cook|travel|commute|read|give|work|sleep|camp|put|keep|store|protect|train|get to|go to|listen)((?: (?:it|them|this|that|with|in|on|at|to|for|during|my|the|a|an|and|from|every|when|while|i|am|[a-z]+)){1,5})/g;
const LOVES =
  /\b(?:loves?|likes?|enjoys?|adores?|into|keen on|fond of|goes|go|does|crazy about|passionate about) (?:to go |going )?(?:a lot of )?([a-z]+ing)\b/g;
const FIRST_PERSON =
  /\b(?:i|we|he|she|they|who|that|wife|husband|partner|son|daughter|dad|mum|mom|sister|brother|friend|girlfriend|boyfriend) (?:(?:who|that|will|would|mostly|mainly|usually|often|also|like to|love to|want to|plan to|am planning to|am going to|go|do a lot of|do|love|enjoy|really|regularly|sometimes|am|are|been) )*([a-z]+)(?= |$)/g;
const STOPS =
  /\b(?: (?:but|under|below|with|without|that|which|who|not|no|nothing|around|about|up to|max|less|please|if|because|maybe|ideally|preferably|so|is|are|i|we|in (?:black|white|red|blue|green|size)|and (?:i|it|not|no|under|preferably|something|also|maybe|can|do|is|what|how|needs?)|any|something|anything|or less|and up)\b ?).*$/;

export function findRecipients(context: Context): FoundRecipient[] {
  return findAll(context.message, RECIPIENT).flatMap((found) => {
    const groups = found.match.slice(1);
    const person = groups.find(
      (group) =>
        group !== undefined && (RECIPIENTS.has(group) || group === "little one") && !/^\d/.test(group),
    );
    const named = person === "little one" ? "child" : person;
    const age = groups.find((group) => group !== undefined && /^\d/.test(group)) ?? countedAge(groups);
    // "A 7 year old" is somebody's child, whoever's.
    const word = named ?? (age === undefined ? undefined : "kid");
    if (word === undefined) return [];
    const value = context.message.tokens
      .slice(found.from, found.to)
      .map((token) => token.word)
      .join(" ")
      .replace(/^(?:.*?\b(?:for|my|our)\b)?(?: ?(?:my|our|a|an|the|his|her)\b)?\s*/, "")
      .replace(
        /\b(?:is|who|needs?|wants?|loves?|likes?|would|will|has|just|turns|turned|rides|plays|uses)\b.*$/,
        "",
      )
      .trim();
    const years = age === undefined ? null : Number(age);
    return [{ from: found.from, to: found.to, word, value: value === "" ? word : value, age: years }];
  });
}

function countedAge(groups: (string | undefined)[]): string | undefined {
  const place = COUNTED.split("|").findIndex((word) => groups.includes(word));
  return place < 0 ? undefined : String(place + 2);
}

export function findUsages(context: Context, recipients: FoundRecipient[]): FoundUsage[] {
  const { message } = context;
  const found: FoundUsage[] = [];
  const add = (usage: FoundUsage | null) => {
    if (
      usage &&
      !recipients.some((other) => overlaps(other, usage)) &&
      !found.some((other) => overlaps(other, usage))
    )
      found.push(usage);
  };
  for (const clause of context.clauses) {
    for (const match of findAll(message, FOR, clause)) {
      const before = `${message.plain.slice(0, message.plainStarts[match.from]).trimEnd()} `;
      if (!VERBS_WITH_FOR.test(before)) add(usageOf(context, clause, match, 1));
    }
    for (const match of findAll(message, TO_USE, clause)) {
      const verb = message.tokens[match.from + 1]?.word ?? "";
      // "To wear at the gym" is for the gym, "to run marathons" for running them.
      add(
        usageOf(
          context,
          clause,
          match,
          /^(?:use|wear|take|carry|bring|put|keep|give|get)$/.test(verb) ? 2 : 1,
        ),
      );
    }
    for (const match of findAll(message, FIRST_PERSON, clause)) {
      const activity = ACTIVITIES.get((match.match[1] ?? "").replace(/s$/, ""));
      if (activity) add({ from: match.to - 1, to: match.to, value: activity });
    }
    for (const match of findAll(message, LOVES, clause)) {
      const doing = match.match[1] ?? "";
      if (ACTIVITY_NAMES.has(doing)) add({ from: match.to - 1, to: match.to, value: doing });
    }
  }
  return found;
}

const ACTIVITY_NAMES = new Set(ACTIVITIES.values());

/** "For a helmet" names what is looked for, not what it is for, unless something else is looked for. */
function isKindWanted(context: Context, clause: Span, span: Span): boolean {
  const kinds = context.mentions.filter((mention) => mention.kind === "category" && inside(mention, clause));
  const named = kinds.find((mention) => overlaps(mention, span));
  if (named === undefined || kinds.length > 1) return false;
  const before = context.message.tokens[named.from - 1]?.word ?? "";
  return /^(?:for|a|an|the|some|new)$/.test(before) && named.to >= span.to;
}

function isPriced(context: Context, clause: Span): boolean {
  return (
    context.quantities.some((quantity) => inside(quantity, clause)) ||
    /\b(?:budget|looking|need|want)\b/.test(plainOf(context.message, clause))
  );
}

function isNamed(context: Context, index: number): boolean {
  return context.mentions.some((mention) => mention.from <= index && index < mention.to);
}

/** The words after "for" up to where another wish begins. */
function usageOf(context: Context, clause: Span, match: Span, skip: number): FoundUsage | null {
  const { message } = context;
  // One noun more than the pattern takes: "for oily skin", "for road cycling".
  const next = message.tokens[match.to];
  const extended =
    next?.kind === "word" &&
    !CONVERSATION_WORDS.has(next.word) &&
    match.to < clause.to &&
    !isNamed(context, match.to);
  const to = extended ? match.to + 1 : match.to;
  const phrase = plainOf(message, { from: match.from + skip, to });
  const kept = phrase
    .replace(/\b(?:use|using|doing) (?:it |them )?(?:in|on|at|for|while|when)?\s*/, "")
    .replace(STOPS, "");
  const words = kept.split(" ").filter((word) => word !== "");
  while (words.length > 0 && FUNCTION_WORDS.has(words[0] ?? "")) words.shift();
  while (words.length > 0 && FUNCTION_WORDS.has(words.at(-1) ?? "")) words.pop();
  const head = words[0];
  if (head === undefined || words.some((word) => RECIPIENTS.has(word))) return null;
  const all = message.tokens.slice(match.from + skip, to).map((token) => token.word);
  const start = match.from + skip + all.indexOf(head);
  const span = { from: match.from, to: Math.min(to, start + words.length) };
  const value = quote(message, { from: start, to: span.to }).toLowerCase();
  if (value === "" || (isKindWanted(context, clause, span) && isPriced(context, clause))) return null;
  return { ...span, value };
}
