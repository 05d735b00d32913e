/** A person in the agent's place: offered, not there at all, or back at an hour [AGT-5]. */
import { ownSentences } from "../../dialogue/own-words.ts";
import { sayWhenBack } from "../../initiative/opening-hours.ts";
import type { PeopleAway } from "../../plan/turn-plan.ts";
import type { Frames, Words } from "../frames.ts";
import type { Phrasers, Scene } from "../scene.ts";
import { inviting } from "./inviting.ts";

const PERSON_AVAILABLE: { ask: Frames; tell: Frames } = {
  ask: {
    warm: [
      "Would you rather talk to one of our people?",
      "Would you like someone from the team to take over?",
    ],
    brisk: ["Shall I hand you over to a person?"],
    playful: ["Shall I fetch a human?"],
  },
  tell: {
    warm: [
      "If you'd rather talk to a person, I can bring in someone from the team.",
      "I can hand you over to one of our people, just say so.",
    ],
    brisk: ["I can hand you over to a person.", "Say so and I'll bring in a person."],
    playful: [
      "I can fetch you a human, if you'd like one.",
      "A human can take over, if you'd like that: just say so.",
    ],
  },
};
const PERSON_AWAY: Frames = {
  warm: [
    "I'm sorry, nobody from the team is around right now, but I'm glad to keep helping.",
    "There's no one from the team available at the moment, so I'll do what I can.",
  ],
  brisk: [
    "Nobody from the team is available right now.",
    "No one is free to take over right now; I can carry on.",
  ],
  playful: ["I'm sorry, none of our people are around right now, but I'll do what I can."],
};
/** The guard knows "people are back" by these words. */
const PERSON_BACK: Frames = {
  warm: [
    "I'm sorry, nobody from the team is here just now; people are back {back}.",
    "There's no one from the team here at the moment; people are back {back}.",
  ],
  brisk: [
    "Nobody from the team is here just now; people are back {back}.",
    "No one is here to take over right now; people are back {back}.",
  ],
  playful: [
    "I'm sorry, you only have me just now; people are back {back}.",
    "It's just me at the moment; people are back {back}.",
  ],
};
/** After the merchant's own words. */
const BACK: Frames = { all: ["People are back {back}.", "Our people are back {back}."] };

export const people: Phrasers<"offer-person"> = {
  "offer-person": ({ available, away }, scene) => {
    if (available) return [inviting(scene, PERSON_AVAILABLE)];
    return away ? sayAway(away, scene) : [scene.say(PERSON_AWAY)];
  },
};

/** A day and an hour that another voice could get wrong are said as they are. */
function sayAway({ back, words }: PeopleAway, scene: Scene): (Words | null)[] {
  const own = ownSentences(words ?? "").map((text): Words => ({ text, claims: [], verbatim: true }));
  if (back === null) return own.length > 0 ? own : [scene.say(PERSON_AWAY)];
  const when = scene.say(own.length > 0 ? BACK : PERSON_BACK, {
    back: sayWhenBack(back, hourCycleOf(scene)),
  });
  return [...own, when && { ...when, verbatim: true }];
}

function hourCycleOf({ locale }: Scene): 24 | 12 {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).resolvedOptions().hour12 ? 12 : 24;
}
