/** The built-in shopper beside one that a model plays: it reads every turn, so that it can go on at any. */
import type { Observation, Shopper, ShopperAccount, ShopperMove } from "../simulator/shopper.ts";

export interface StandIn {
  /** Asked at every turn; what it would do counts once it has taken over. */
  follow(observation: Observation): Promise<ShopperMove>;
  /** What it does in the turn followed last, from which on it is the shopper. */
  takeOver(): ShopperMove;
  readonly hasTakenOver: boolean;
  /** What the model made of the talk, with what has come on top since. */
  addTo(account: ShopperAccount): ShopperAccount;
}

export function createStandIn(builtIn: Shopper): StandIn {
  let before: ShopperAccount = builtIn.account();
  let move: ShopperMove | null = null;
  /** Its last words, which nobody has heard as long as the model talks. */
  let unsaid: ShopperMove | null = null;
  let hasTakenOver = false;
  return {
    get hasTakenOver() {
      return hasTakenOver;
    },
    async follow(observation) {
      if (!hasTakenOver) before = builtIn.account();
      if (move?.type === "message") unsaid = move;
      move = await builtIn.next(observation);
      return move;
    },
    takeOver() {
      hasTakenOver = true;
      // It may have bought or left in its mind some turns ago: then it says so first, and ends with the next turn.
      if (move?.type === "end" && unsaid !== null) return unsaid;
      return move ?? { type: "end", ending: { outcome: "left", because: "gave-up" } };
    },
    addTo(account) {
      if (!hasTakenOver) return { ...account };
      const now = builtIn.account();
      const sum = (of: keyof ShopperAccount) => account[of] + Math.max(0, now[of] - before[of]);
      return {
        rejections: sum("rejections"),
        annoyance: sum("annoyance"),
        questionsAsked: sum("questionsAsked"),
        questionsAnswered: sum("questionsAnswered"),
      };
    },
  };
}
