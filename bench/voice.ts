/** How varied the built-in voice is: conversations with simulated shoppers, and which frames their sentences were made of. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { formatMoney } from "../server/catalog/format-money.ts";
import type { CatalogRooms } from "../server/catalog-rooms.ts";
import type { SpokenTurn } from "../server/dialogue/events.ts";
import type { Mode } from "../server/dialogue/strategies.ts";
import type { Persona } from "../server/plan/turn-plan.ts";
import { createBuiltInVoice } from "../server/speak/built-in-voice.ts";
import { NATURAL_REPEATS } from "../server/speak/frames.ts";
import { sentencesIn } from "../server/speak/words/finish-sentence.ts";
import { roomsOfFile, startTalk } from "../test/support/talk.ts";
import { sharedCatalogFiles } from "./generate-catalog-seeds.ts";
import type { Report, Section } from "./report.ts";
import { voiceShopper } from "./voice-shopper.ts";

const DEMO_CATALOG = fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url));
const CONVERSATIONS = 24;
/** The agent's opening and nine answers. */
const TURNS = 10;
const TONES = ["warm", "brisk", "playful"] as const;
const MODES_IN_TURN: readonly Mode[] = ["sociable", "informational"];
/** Files of fewer products in stock are samples of a format, and hold no conversation. */
const PRODUCTS_MIN = 20;
const MOST_FREQUENT = 20;

interface HeardConversation {
  tone: Persona["tone"];
  turns: string[];
  frames: string[];
  stopped: string[];
}

export async function measureVoice(): Promise<Report> {
  const files = [DEMO_CATALOG, ...sharedCatalogFiles().filter((file) => /[\\/]catalogs[\\/]/.test(file))];
  const heard: { catalog: string; conversations: HeardConversation[] }[] = [];
  for (const file of files.filter((candidate) => existsSync(candidate))) {
    const rooms = await roomsOfFile(file);
    if ([...rooms.catalog.products].filter(({ inStock }) => inStock).length < PRODUCTS_MIN) continue;
    heard.push({ catalog: basename(file), conversations: await converseOver(rooms, basename(file)) });
  }
  const all = heard.flatMap(({ conversations }) => conversations);
  return {
    name: "voice",
    title: "Variety of the built-in voice",
    sections: [
      varietySection(
        "By catalog",
        heard.map(({ catalog, conversations }) => [catalog, conversations]),
      ),
      varietySection(
        "By tone",
        TONES.map((tone) => [tone, all.filter((conversation) => conversation.tone === tone)]),
      ),
      frequencySection(all),
      repeatsSection(all),
      openersSection(all),
      stoppedSection(all),
    ],
  };
}

async function converseOver(rooms: CatalogRooms, catalog: string): Promise<HeardConversation[]> {
  const conversations: HeardConversation[] = [];
  for (let index = 0; index < CONVERSATIONS; index++) {
    const tone = TONES[index % TONES.length] ?? "warm";
    const seed = `${catalog}-${index}`;
    const frames: string[] = [];
    const talk = startTalk({
      rooms,
      mode: MODES_IN_TURN[Math.floor(index / TONES.length) % MODES_IN_TURN.length] ?? "sociable",
      seed,
      persona: { tone },
      voice: createBuiltInVoice({ formatMoney, onFrame: (frame) => frames.push(frame) }),
    });
    const shopper = voiceShopper(rooms, seed);
    let turn = await talk.open(shopper.page ?? {});
    const turns = [turn.text];
    const stopped = turn.stopped.map(stoppedWithReason);
    for (let left = TURNS - 1; left > 0; left--) {
      turn = await talk.say(shopper.next(turn, left));
      turns.push(turn.text);
      stopped.push(...turn.stopped.map(stoppedWithReason));
    }
    conversations.push({ tone, turns, frames, stopped });
  }
  return conversations;
}

function varietySection(title: string, groups: [string, HeardConversation[]][]): Section {
  return {
    title,
    about:
      `${CONVERSATIONS} conversations of ${TURNS} turns per catalog with simulated shoppers, both modes and the three tones ` +
      "in turn. A turn's beginning is its first three words; a beginning or a frame repeats when it was heard before in " +
      "the same conversation. Frames that are all slots, and those that are listed as natural, don't count.",
    columns: [
      "",
      "turns",
      "sentences",
      "frames in use",
      "words a sentence",
      "words a turn",
      "beginnings repeated",
      "most frequent beginning",
      "frames repeated",
      "conversations without",
    ],
    rows: groups.map(([name, conversations]) => {
      const turns = conversations.flatMap((conversation) => conversation.turns);
      const sentences = turns.flatMap(sentencesIn);
      const words = sentences.reduce((sum, sentence) => sum + wordsIn(sentence), 0);
      const beginnings = conversations.flatMap(({ turns: own }) => repeated(own.map(beginningOf)));
      const frames = conversations.flatMap((conversation) => conversation.frames);
      const repeats = conversations.map((conversation) => unnaturalRepeats(conversation).length);
      const [, most = 0] = byFrequency(turns.map(beginningOf))[0] ?? [];
      return [
        name,
        String(turns.length),
        String(sentences.length),
        String(new Set(frames).size),
        (words / sentences.length).toFixed(1),
        (words / turns.length).toFixed(1),
        percent(beginnings.length, turns.length),
        percent(most, turns.length),
        percent(
          repeats.reduce((sum, count) => sum + count, 0),
          frames.length,
        ),
        percent(repeats.filter((count) => count === 0).length, repeats.length),
      ];
    }),
  };
}

function frequencySection(conversations: HeardConversation[]): Section {
  const frames = conversations.flatMap((conversation) => conversation.frames);
  return {
    title: "The most frequent frames",
    about: `Of all ${frames.length} sentences of all conversations.`,
    columns: ["frame", "times", "of all sentences", "conversations"],
    rows: byFrequency(frames)
      .slice(0, MOST_FREQUENT)
      .map(([frame, count]) => [
        frame,
        String(count),
        percent(count, frames.length),
        String(conversations.filter((conversation) => conversation.frames.includes(frame)).length),
      ]),
  };
}

function repeatsSection(conversations: HeardConversation[]): Section {
  const repeats = byFrequency(conversations.flatMap(unnaturalRepeats));
  return {
    title: "Frames that came again within one conversation",
    about: "Without those listed as natural; each is one to enrich. None is the aim.",
    columns: ["frame", "times too often"],
    rows: repeats.slice(0, 2 * MOST_FREQUENT).map(([frame, count]) => [frame, String(count)]),
  };
}

function openersSection(conversations: HeardConversation[]): Section {
  const turns = conversations.flatMap((conversation) => conversation.turns);
  return {
    title: "The most frequent beginnings of turns",
    about: `Of all ${turns.length} turns, a tenth of which open a conversation.`,
    columns: ["beginning", "times", "of all turns"],
    rows: byFrequency(turns.map(beginningOf))
      .slice(0, MOST_FREQUENT)
      .map(([beginning, count]) => [beginning, String(count), percent(count, turns.length)]),
  };
}

function stoppedSection(conversations: HeardConversation[]): Section {
  const stopped = byFrequency(conversations.flatMap((conversation) => conversation.stopped));
  return {
    title: "Sentences that the guard stopped",
    about: "A frame in words that the guard can't bear is one that no shopper hears. None is the aim.",
    columns: ["sentence", "times"],
    rows: stopped.slice(0, 2 * MOST_FREQUENT).map(([sentence, count]) => [sentence, String(count)]),
  };
}

function stoppedWithReason({ text, why }: SpokenTurn["stopped"][number]): string {
  return `${text} (${why})`;
}

function unnaturalRepeats({ frames }: HeardConversation): string[] {
  return repeated(frames).filter((frame) => !NATURAL_REPEATS.has(frame));
}

/** Every item but its first of each kind. */
function repeated(items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) < index);
}

function byFrequency(items: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function beginningOf(turn: string): string {
  return turn.toLowerCase().split(/\s+/u).slice(0, 3).join(" ");
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
