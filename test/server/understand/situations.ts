/** The states of talk in which the labelled messages are read. */
import { initialState } from "../../../server/dialogue/reduce.ts";
import type { DialogueState, OpenQuestion, ShownItem } from "../../../server/dialogue/state.ts";
import type { Situation } from "./messages/labelled-message.ts";

function card(
  place: number,
  sku: string,
  title: string,
  brand: string,
  priceMinor: number,
  attributes: Record<string, string>,
): ShownItem {
  const price = { minor: priceMinor, currency: "USD" };
  return { sku, title, brand, category: null, price, attributes, turnId: "t1", place, reaction: "none" };
}

const shown = [
  card(1, "s1", "Trek Domane AL 2 Road Bike", "Trek", 119900, { colour: "Red", weight: "10.5 kg" }),
  card(2, "s3", "Canyon Grail 6 Gravel Bike", "Canyon", 169900, { colour: "Blue", weight: "9.8 kg" }),
  card(3, "s2", "Trek Marlin 5 Mountain Bike", "Trek", 69900, { colour: "Black", weight: "14 kg" }),
];

function asked(about: string): DialogueState {
  const question: OpenQuestion = {
    id: "q1",
    raisedBy: "agent",
    raisedIn: "t1",
    kind: "asked",
    about,
    text: "?",
    skus: [],
    status: "open",
  };
  return { ...initialState(), asked: [about], openQuestions: [question], lastInvitation: "question" };
}

export const situations: Record<Situation, DialogueState> = {
  fresh: initialState(),
  shown: { ...initialState(), shown, focus: ["s1", "s3", "s2"], lastInvitation: "choice" },
  "budget asked": asked("price"),
  "colour asked": asked("colour"),
  "usage asked": asked("usage"),
  "size asked": asked("size"),
};
