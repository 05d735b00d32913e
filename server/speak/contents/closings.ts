/** A choice made, thanks, and goodbye. */
import type { Frames } from "../frames.ts";
import type { Phrasers } from "../scene.ts";

const CHOSEN: Frames = {
  warm: ["Lovely, {item} it is.", "{item} it is, then.", "I'm glad you found something: {item} it is."],
  brisk: ["{item}, noted.", "Good, {item} it is."],
  playful: [
    "We have a winner: {item}.",
    "And we have a match: {item}.",
    "{item}, excellent, I'll put the others back on the shelf.",
  ],
  all: ["Alright, {item}.", "Settled on {item}, then."],
};

const THANKS: Frames = {
  warm: ["You're very welcome.", "My pleasure.", "I'm glad I could help.", "It was a pleasure."],
  brisk: ["You're welcome.", "Happy to help.", "Sure thing."],
  playful: [
    "Anytime, that's what I was built for.",
    "You're welcome, it beats idling on a server.",
    "All part of the service.",
  ],
  all: ["No trouble at all.", "Gladly."],
};

const FAREWELLS: Frames = {
  warm: [
    "Take care, and come back whenever you like.",
    "Goodbye, and thanks for stopping by.",
    "It was nice helping you, take care.",
  ],
  brisk: ["Goodbye, and thanks for stopping by.", "Bye, I'm here if you need anything."],
  playful: [
    "Bye for now, I'll be right here on the server.",
    "See you around, don't be a stranger.",
    "Bye for now, the door stays open.",
  ],
  all: ["Bye, and have a good day."],
};
const FAREWELLS_WITH_ITEM: Frames = {
  warm: ["I hope you enjoy {item}, take care.", "Enjoy {item}, and come back whenever you like."],
  brisk: ["Enjoy {item}, goodbye.", "Bye, and enjoy {item}."],
  playful: [
    "Give {item} a good home, and see you around.",
    "Have fun with {item}, bye for now.",
    "Say hello to {item} from me, bye for now.",
  ],
  all: ["Goodbye, and enjoy {item}."],
};

export const closings: Phrasers<"acknowledge-choice" | "welcome-thanks" | "farewell"> = {
  "acknowledge-choice": ({ sku }, scene) => {
    const choice = scene.say(CHOSEN, scene.slotsOf(sku));
    scene.stayWith(sku);
    return [choice];
  },

  "welcome-thanks": (_content, scene) => [scene.say(THANKS)],

  farewell: ({ sku }, scene) => [
    sku === null ? scene.say(FAREWELLS) : scene.say(FAREWELLS_WITH_ITEM, scene.slotsOf(sku)),
  ],
};
