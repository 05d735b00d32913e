import type { Frames, Slots, Words } from "../frames.ts";
import type { Scene } from "../scene.ts";

/** A question where the plan asks one, a statement that invites everywhere else: one question mark per turn. */
export function inviting(
  scene: Scene,
  frames: { ask: Frames; tell: Frames },
  slots: Slots = {},
): Words | null {
  return scene.say(scene.ending === "question" ? frames.ask : frames.tell, slots);
}
