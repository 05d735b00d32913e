/** Dialogues in INSPIRED's format, made up: what their recommenders do follows simple rules, so that it can be learned. */
import { chanceFrom } from "../../server/turn/chance.ts";

const HEADER = [
  "dialog_id",
  "utt_id",
  "speaker",
  "turn_id",
  "text",
  "text_with_placeholder",
  "genres",
  "expert_label",
];

export interface RecordedRow {
  dialog: string;
  speaker: "RECOMMENDER" | "SEEKER";
  text: string;
  label?: string;
}

export function tableOf(rows: readonly RecordedRow[]): string {
  const lines = rows.map(({ dialog, speaker, text, label = "" }, index) =>
    [dialog, index + 1, speaker, index + 1, text, text, "", label].join("\t"),
  );
  return `${[HEADER.join("\t"), ...lines].join("\n")}\n`;
}

const SAID: Record<string, string[]> = {
  no_strategy: ["hello there", "hi , how are you ?"],
  opinion_inquiry: ["what kind do you like ?", "which do you prefer ?"],
  credibility: ["it stars [MOVIE_P_ACTOR_0]", "it is about a heist"],
  personal_opinion: ["i think it is great", "it is the best of them"],
  encouragement: ["you should watch it", "give it a try"],
  acknowledgment: ["great", "you are welcome"],
};

/**
 * Greets, asks, answers questions with facts, takes a stance after facts, encourages who agrees, and acknowledges thanks.
 * @param noise share of labels that are drawn at random instead.
 */
export function madeUpDialogues(count: number, { seed = "dialogues", noise = 0.1 } = {}): RecordedRow[] {
  const chance = chanceFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  return Array.from({ length: count }, (_, number) => `${seed} ${number}`).flatMap((dialog) => {
    const rows: RecordedRow[] = [];
    const speak = (label: string) => {
      const done = chance() < noise ? pick(Object.keys(SAID)) : label;
      rows.push({ dialog, speaker: "RECOMMENDER", text: pick(SAID[done] ?? ["well"]), label: done });
    };
    const hear = (text: string) => rows.push({ dialog, speaker: "SEEKER", text });
    speak("no_strategy");
    hear("hello");
    speak("opinion_inquiry");
    hear("i like [MOVIE_GENRE_0]");
    for (let turn = 0; turn < 4; turn++) {
      if (chance() < 0.5) {
        hear("what is [MOVIE_TITLE_0] about ?");
        speak("credibility");
        speak("personal_opinion");
        hear("i see");
      } else {
        hear("sounds good");
        speak("encouragement");
        hear("ok");
      }
    }
    hear("thanks");
    speak("acknowledgment");
    return rows;
  });
}
