/** The labelled messages, and which of them nobody may tune on. */
import { AMOUNTS } from "./amounts.ts";
import type { LabelledMessage, SituationName } from "./labelled-message.ts";
import { SHOWN_ITEMS } from "./shown-items.ts";
import { TALK } from "./talk.ts";
import { WISHES } from "./wishes.ts";

export interface PlacedMessage extends LabelledMessage {
  group: string;
  situation: SituationName;
  /** Every third of each group: its figures are reported, its single errors are for nobody's eyes. */
  heldBack: boolean;
}

const HELD_BACK_EVERY = 3;

export const LABELLED_MESSAGES: readonly PlacedMessage[] = [
  ...AMOUNTS,
  ...WISHES,
  ...SHOWN_ITEMS,
  ...TALK,
].flatMap(({ name, situation, rows }) =>
  rows.map((row, index) => ({
    ...row,
    group: name,
    situation,
    heldBack: index % HELD_BACK_EVERY === HELD_BACK_EVERY - 1,
  })),
);
