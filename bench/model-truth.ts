/** What of a model's falsehoods and truths reaches a shopper, told by the very strings that the scripted model made up. */

import { percentile } from "./measure.ts";
import { type HeardTurn, holdTalks, type ModelShop } from "./model-talks.ts";
import { milliseconds, type Section } from "./report.ts";

/** A quick model: the first token after 5 ms, and then one every millisecond at most. */
const PACE = { firstTokenMs: 5, tokenMs: 0.2 };
const BOUNDS = { firstToken: 10_000, gap: 10_000, total: 60_000 };
const SHARE_OF_FALSEHOODS = 0.2;
/** Every tenth model writes prose without tags. */
const PROSE_EVERY = 10;
const SAMPLE = 40;

export interface TruthFindings {
  turns: HeardTurn[];
  falsehoods: number;
  reached: { falsehood: string; text: string }[];
  truths: number;
  truthsStopped: { truth: string; why: string }[];
  /** Behind a sentence that was stopped, or left out because it had been said. */
  truthsUnheard: number;
  uninvited: HeardTurn[];
  ungrammatical: { turn: HeardTurn; fault: string }[];
}

export async function findTruth(
  shops: readonly ModelShop[],
  { turns, seed }: { turns: number; seed: string },
): Promise<TruthFindings> {
  const held = await holdTalks(shops, {
    turns,
    atATime: 2,
    bounds: BOUNDS,
    seed,
    behaviour: (talk) => ({
      ...PACE,
      falsehoods: SHARE_OF_FALSEHOODS,
      isUntagged: talk % PROSE_EVERY === PROSE_EVERY - 1,
    }),
  });
  return truthOf(held.flatMap((talk) => talk.turns));
}

export function truthOf(turns: HeardTurn[]): TruthFindings {
  const findings: TruthFindings = {
    turns,
    falsehoods: 0,
    reached: [],
    truths: 0,
    truthsStopped: [],
    truthsUnheard: 0,
    uninvited: [],
    ungrammatical: [],
  };
  for (const heard of turns) {
    const { turn, truths, falsehoods } = heard;
    const text = plain(turn.text);
    findings.falsehoods += falsehoods.length;
    findings.truths += truths.length;
    for (const falsehood of falsehoods)
      if (piecesOf(falsehood).some((piece) => text.includes(piece) && !isTruth(piece, heard)))
        findings.reached.push({ falsehood, text: turn.text });
    for (const truth of truths) {
      const stop = turn.stopped.find(
        ({ text: stopped }) => plain(truth).includes(plain(stopped)) && !isLie(stopped, heard),
      );
      if (stop) findings.truthsStopped.push({ truth: stop.text, why: `${stop.verdict}: ${stop.why}` });
      else if (!text.includes(plain(truth))) findings.truthsUnheard += 1;
    }
    if (!invites(heard)) findings.uninvited.push(heard);
    const fault = faultOf(turn.text);
    if (fault !== null) findings.ungrammatical.push({ turn: heard, fault });
  }
  return findings;
}

/** What may reach a shopper in parts counts in parts, save those that are too short to say anything. */
function piecesOf(falsehood: string): string[] {
  const whole = plain(falsehood);
  return [whole, ...whole.split(/(?<=[.!?]) /).filter((piece) => piece.length > 12)];
}

function isTruth(piece: string, { truths, plan }: HeardTurn): boolean {
  const planned = plan?.moves.flatMap(({ say }) => say) ?? [];
  return [...truths, ...planned].some((truth) => plain(truth).includes(piece));
}

function isLie(stopped: string, { falsehoods }: HeardTurn): boolean {
  return falsehoods.some((falsehood) => plain(falsehood).includes(plain(stopped)));
}

function plain(text: string): string {
  return text.replace(/[®™©]/g, "").replace(/\s+/g, " ").trim();
}

/** The last words are a question, a call to speak, or the plan's own or the model's invitation; or a choice is put in cards or quick replies. */
function invites({ turn, plan, truths }: HeardTurn): boolean {
  if (turn.farewell) return true;
  if (turn.invitation === null) return false;
  if (plan === null) return true;
  const { invitation } = plan;
  if (invitation === null) return turn.cards.length > 0 || turn.replies.length > 0;
  if (turn.text.endsWith("?") || /^(?:just )?tell me\b/i.test(lastSentence(turn.text))) return true;
  const planned = plan.moves.find(({ move }) => move === invitation.move)?.say.at(-1);
  return [truths.at(-1), planned].some(
    (words) => words !== undefined && plain(turn.text).endsWith(lastSentence(words)),
  );
}

function lastSentence(text: string): string {
  return (
    plain(text)
      .split(/(?<=[.!?]) (?=\p{Lu})/u)
      .at(-1) ?? ""
  );
}

/** What no reader would call a faultless text; null where none is found. By form alone, and knowing nothing of the voices. */
export function faultOf(text: string): string | null {
  const sentences = text.split(/(?<=[.!?…][”"’')]?) (?=[\p{Lu}\d“"'$€£¿])/u);
  const checks: [string, boolean][] = [
    ["empty", text.trim() === ""],
    ["begins in the middle", /^[\p{Ll},;.)]/u.test(text)],
    ["ends in the middle", !/[.!?…][”"’')]?$/.test(text)],
    ["space before a sign", / [,;.!?](?:\s|$)/.test(text)],
    ["double space", / {2}/.test(text)],
    ["two signs", /[,;:][,;:.!?]|\.\.(?!\.)|[!?]\./.test(text)],
    ["a word twice", /\b(?!that\b|had\b)(\p{Ll}{2,}) \1\b(?!-)/u.test(text)],
    ["a value of code", /\b(?:undefined|null|NaN|true|false)\b|\[object/.test(text)],
    ["a tag", /\[\d|\bc\d+\]|<\/?\w+>/.test(text)],
    ["an open quotation", text.split("“").length !== text.split("”").length],
    ["said twice", new Set(sentences).size < sentences.length],
    ["several questions", text.replace(/“[^”]*”/g, "").split("?").length > 2],
    [
      "a small letter after a stop",
      /(?<!\b\p{Lu})[.!?] (?!(?:e-|i[A-Z]|[a-z]+[A-Z]))\p{Ll}/u.test(text.replace(/“[^”]*”/g, "")),
    ],
  ];
  return checks.find(([, isFault]) => isFault)?.[0] ?? null;
}

export function truthSections(findings: TruthFindings): Section[] {
  const { turns, truths, truthsStopped, falsehoods, reached } = findings;
  const prompts = turns.flatMap(({ turn }) => (turn.voicing ? [turn.voicing.promptTokens] : []));
  const answers = turns.flatMap(({ turn }) => (turn.voicing ? [turn.voicing.completionTokens] : []));
  const rows = [...new Set(turns.map(({ shop }) => shop))].map((shop) => [
    shop,
    ...cellsOf(truthOf(turns.filter((turn) => turn.shop === shop))),
  ]);
  return [
    {
      title: "Falsehoods and truths",
      about:
        `Conversations with simulated shoppers, every turn phrased by the scripted model over HTTP, streamed; ${100 * SHARE_OF_FALSEHOODS} % of its ` +
        "sentences are replaced by falsehoods worked out from the plan, the others are the plan's content in other words. Which " +
        "is which is known from the strings that the model made, not from the guard. Every tenth model writes prose without tags. " +
        "Unheard are truths that came after a stopped sentence of the same move, or had been said. Bounds asked for: none, and at most 2 %.",
      columns: [
        "",
        "turns",
        "falsehoods",
        "that reached a shopper",
        "truths",
        "stopped",
        "share",
        "unheard",
        "turns without invitation",
        "faulty texts",
      ],
      rows: [...rows, ["all", ...cellsOf(findings)]],
    },
    {
      title: "Tokens",
      about: "Of one turn, as the scripted model counts them.",
      columns: ["", "p50", "p99", "most"],
      rows: [
        ["prompt", ...spread(prompts)],
        ["answer", ...spread(answers)],
      ],
    },
    listOf(
      "Falsehoods that reached a shopper",
      reached.map(({ falsehood }) => falsehood),
    ),
    listOf(
      `True sentences that were stopped (${truthsStopped.length} of ${truths})`,
      truthsStopped.map(({ truth, why }) => `${truth} (${why})`),
    ),
    listOf(
      "Faulty texts",
      findings.ungrammatical.map(({ turn, fault }) => `${fault}: ${turn.turn.text}`),
    ),
    listOf(
      "Turns without their invitation",
      findings.uninvited.map(({ turn }) => turn.text),
    ),
    {
      title: "A sample to be read",
      about: `Turns of that run, falsehoods among what the model said (${falsehoods} in all).`,
      lines: turns
        .filter((_, index) => index % Math.max(1, Math.floor(turns.length / SAMPLE)) === 3)
        .slice(0, SAMPLE)
        .map(({ message, turn }) => `> ${message ?? "(opens the panel)"}\n\n${turn.text}`),
    },
  ];
}

function cellsOf(findings: TruthFindings): string[] {
  const { turns, falsehoods, reached, truths, truthsStopped, truthsUnheard } = findings;
  return [
    String(turns.length),
    String(falsehoods),
    String(reached.length),
    String(truths),
    String(truthsStopped.length),
    `${((100 * truthsStopped.length) / Math.max(1, truths)).toFixed(2)} %`,
    String(truthsUnheard),
    String(findings.uninvited.length),
    String(findings.ungrammatical.length),
  ];
}

function spread(samples: readonly number[]): string[] {
  return [percentile(samples, 0.5), percentile(samples, 0.99), Math.max(...samples)].map((value) =>
    milliseconds(value).replace(/\.\d+$/, ""),
  );
}

function listOf(title: string, entries: readonly string[]): Section {
  return {
    title,
    about: entries.length === 0 ? "None." : "Each to be read.",
    lines: entries.slice(0, 60).map((entry) => `- ${entry}`),
  };
}
