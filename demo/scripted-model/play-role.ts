/**
 * Plays the shopper and the critic of self-play, plainly: a shopper who tells one wish after the other and takes what has
 * everything, and a critic who is mostly of the same mind. Requests are known by the data they hold, so that a server
 * without `response_format` can play them, too.
 */
import { type ChatBody, textOf } from "./behaviour.ts";
import type { Chance } from "./chance.ts";

interface Brief {
  looking_for: string;
  wishes: { wish: string; weight: string; at_first?: string }[];
}
interface Turn {
  items?: { number: number; title: string; price?: string }[];
  answers_left?: number;
}
interface Judged {
  talk?: { by: string; says: string; cards?: [] }[];
}

/** Null for a request of another kind. */
export function playRole(body: ChatBody, chance: Chance): string | null {
  const [system, last] = [body.messages[0], body.messages.at(-1)].map((message) =>
    message ? textOf(message) : "",
  );
  const [brief, turn, talk] = [
    dataIn<Brief>("brief", system ?? ""),
    dataIn<Turn>("turn", lastTurn(body) ?? ""),
    dataIn<Judged>("talk", last ?? ""),
  ];
  if (brief && turn) return JSON.stringify(playShopper(brief, turn, body));
  return talk ? JSON.stringify(playCritic(talk, chance)) : null;
}

/** Whoever is asked again is still at the same turn. */
function lastTurn({ messages }: ChatBody): string | undefined {
  return messages.map(textOf).findLast((text) => text.includes("<turn>"));
}

function playShopper({ looking_for, wishes }: Brief, { items = [], answers_left = 1 }: Turn, body: ChatBody) {
  const told = body.messages.filter(({ role }) => role === "assistant").length;
  const move = {
    does: "talk",
    item: null,
    because: null,
    rejects: [],
    asked: 0,
    answered: 0,
    annoyance: told,
  };
  const musts = wishes.filter(({ weight }) => weight === "must");
  const fitting = items.find((item) => musts.every(({ wish }) => meets(item, wish)));
  if (fitting && told > 0)
    return { ...move, does: "accept", item: fitting.number, message: `I'll take the ${fitting.title}.` };
  if (answers_left === 0)
    return { ...move, does: "leave", because: "out-of-patience", message: "Thanks, bye." };
  const { wish, at_first } = wishes[told] ?? {};
  const words = (at_first ?? wish ?? "").replace(": ", " ");
  if (told === 0)
    return { ...move, message: `Hi, I'm looking for ${looking_for}${words ? `, ${words}` : ""}.` };
  const rejects = items.slice(0, 1).map(({ number }) => number);
  if (words) return { ...move, rejects, message: `It should have ${words}.` };
  return { ...move, rejects, asked: 1, message: "What else do you have?" };
}

function meets(item: { price?: string }, wish: string): boolean {
  const most = amountIn(/^costs (.+) at most$/.exec(wish)?.[1]);
  if (most !== null) return (amountIn(item.price) ?? Number.POSITIVE_INFINITY) <= most;
  const value = wish.slice(wish.indexOf(": ") + 1).replace(/^\s*about /, "");
  return JSON.stringify(item).toLowerCase().includes(value.trim().toLowerCase());
}

function amountIn(text = ""): number | null {
  const [figures] = /\d[\d,]*(?:\.\d+)?/.exec(text) ?? [];
  return figures === undefined ? null : Number(figures.replaceAll(",", ""));
}

const VERDICTS = ["put-off", "no-closer", "closer", "settled"] as const;
/** How often it sees a talk one step worse than it is. */
const OF_ANOTHER_MIND = 0.2;

function playCritic({ talk = [] }: Judged, chance: Chance) {
  const [assistant, shopper] = talk.slice(-2);
  const says = shopper?.says ?? "";
  const at = /\b(?:take|taking|buy|buying|order|get (?:it|this|that)|sold|deal)\b/i.test(says)
    ? 3
    : /\bbye\b/i.test(says)
      ? 0
      : assistant?.cards
        ? 2
        : 1;
  const step = chance() < OF_ANOTHER_MIND ? -1 : 0;
  return { why: `The shopper wrote: ${says}`.slice(0, 80), verdict: VERDICTS[Math.max(0, at + step)] };
}

/** The JSON between a tag's two ends. */
/** As the prompts of self-play write it; another shape plays badly, and that is all. */
function dataIn<Data>(tag: string, text: string): Data | null {
  const [, json] = new RegExp(`<${tag}>\\s*(\\{[\\s\\S]*?\\})\\s*</${tag}>`).exec(text) ?? [];
  if (json === undefined) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
