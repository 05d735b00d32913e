/** Recorded dialogues between a human recommender and a seeker, as far as learning needs them. */
import type { Utterance } from "../../dialogue/talk.ts";

export interface Dialogue {
  id: string;
  /** Utterances of the recommender stand under "agent", those of the seeker under "shopper". */
  utterances: Utterance[];
}
