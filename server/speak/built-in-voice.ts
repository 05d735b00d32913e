import type { Voice } from "../turn/ports.ts";
import type { OnFrame } from "./frames.ts";
import { phraseTurn } from "./phrase-turn.ts";
import type { FormatMoney } from "./scene.ts";

/**
 * The voice that needs no model and no key: a grammar over the plan. It says nothing that the plan does not carry, and
 * in a conversation words things differently each time. `formatMoney` writes an amount as the shopper's locale does;
 * `onFrame` hears of each frame that was taken. Its sentences come in the plan's order; it neither waits nor fails.
 */
export function createBuiltInVoice({
  formatMoney,
  onFrame,
}: {
  formatMoney: FormatMoney;
  onFrame?: OnFrame;
}): Voice {
  return {
    name: "built-in",
    async *speak(plan, context) {
      yield* phraseTurn(plan, context, formatMoney, onFrame);
    },
  };
}
