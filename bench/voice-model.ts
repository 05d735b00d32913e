/** What reaches a shopper of a model that lies, and of one that obeys whoever speaks to it. */
import { ATTEMPTS, findInjections, injectionSections } from "./model-injections.ts";
import { modelShops } from "./model-talks.ts";
import { findTruth, truthSections } from "./model-truth.ts";
import type { Report } from "./report.ts";

const TURNS = 1_000;

/** Another seed holds other conversations, and so finds what a known one does not. */
export async function measureVoiceModel({ seed = "truth" } = {}): Promise<Report> {
  const truth = await findTruth(await modelShops(), { turns: TURNS, seed });
  const injections = await findInjections(ATTEMPTS);
  return {
    name: "voice-model",
    title: "A language model's voice: lies, truths and injections",
    sections: [...truthSections(truth), ...injectionSections(injections)],
  };
}
