/**
 * A shopper that a language model plays [POL-4]. What it does is read from fields that are checked, never from its words. When
 * the model fails, or twice gives an answer of no use, the built-in shopper with the same goal, which has read along, goes on.
 */
import { z } from "zod";
import type { Sku } from "../../catalog/product.ts";
import type { ChatMessage, ChatModel } from "../../model/chat-model.ts";
import {
  type Observation,
  REASONS_TO_LEAVE,
  type Shopper,
  type ShopperAccount,
  type ShopperEnding,
  type ShopperMove,
} from "../simulator/shopper.ts";
import { jsonIn } from "./as-data.ts";
import { ROLE_BOUNDS } from "./role-bounds.ts";
import { RunOver } from "./run-over.ts";
import type { ShopperBrief } from "./shopper-brief.ts";
import { type NumberedPage, shopperRequest, turnMessages } from "./shopper-prompt.ts";
import { createStandIn } from "./stand-in.ts";

export interface ModelShopperParts {
  model: ChatModel;
  brief: ShopperBrief;
  /** The built-in shopper of the same goal. */
  builtIn: Shopper;
  /** Hears why the built-in shopper had to go on. */
  onTrouble?: (error: unknown) => void;
}

const moveSchema = z.object({
  message: z.string().trim().max(1_000),
  does: z.enum(["talk", "accept", "leave"]),
  item: z.number().int().nullable(),
  because: z.enum(REASONS_TO_LEAVE).nullable(),
  rejects: z.array(z.number().int()),
  asked: z.number().int().min(0).max(20),
  answered: z.number().int().min(0).max(20),
  annoyance: z.number().min(0).max(10),
});
type ModelMove = z.infer<typeof moveSchema>;

/** The answer is not of the form, or does what cannot be done; says what was wrong with it, in words for the model. */
class UnusableMove extends Error {}

export function createModelShopper({ model, brief, builtIn, onTrouble }: ModelShopperParts): Shopper {
  const standIn = createStandIn(builtIn);
  const history: ChatMessage[] = [];
  const numbers = new Map<Sku, number>();
  const titles = new Set<string>(brief.begins_on === null ? [] : [brief.begins_on]);
  const rejected = new Set<number>();
  const account: ShopperAccount = { rejections: 0, annoyance: 0, questionsAsked: 0, questionsAnswered: 0 };
  let answers = 0;
  let ending: ShopperEnding | null = null;

  function numbered({ pages }: Observation): NumberedPage[] {
    return pages.map((page) => {
      const number = numbers.get(page.sku) ?? numbers.size + 1;
      numbers.set(page.sku, number);
      return { number, page };
    });
  }

  async function moveOfModel(messages: readonly ChatMessage[]): Promise<{ answer: string; move: ModelMove }> {
    const ask = (asked: readonly ChatMessage[]) =>
      model.complete(shopperRequest(brief, asked), { bounds: ROLE_BOUNDS });
    const first = await ask(messages);
    try {
      return { answer: first, move: checked(first) };
    } catch (error) {
      if (!(error instanceof UnusableMove)) throw error;
      const again: ChatMessage = {
        role: "user",
        content: `That answer cannot be used: ${error.message}. Answer to the turn again, with JSON as described only.`,
      };
      const second = await ask([...messages, { role: "assistant", content: first }, again]);
      return { answer: second, move: checked(second) };
    }
  }

  function checked(answer: string): ModelMove {
    const move = readMove(answer);
    const { does, item, message, because } = move;
    if (does === "accept" && ![...numbers.values()].includes(item ?? 0))
      throw new UnusableMove('"item" must be the number of an item that was shown');
    if (does === "leave" && because === null) throw new UnusableMove('"because" must say why you leave');
    if (does !== "leave" && message === "") throw new UnusableMove('"message" is empty');
    if (namesTheIdeal(message))
      throw new UnusableMove("the ideal's title must not be mentioned before it was shown");
    return move;
  }

  function namesTheIdeal(message: string): boolean {
    const { title } = brief.ideal;
    // "Lamp" may be a title, too, and has to be said.
    if (title.split(/\s+/).length < WORDS_OF_A_NAME || titles.has(title)) return false;
    return message.toLowerCase().includes(title.toLowerCase());
  }
  function take({
    does,
    item,
    because,
    message,
    rejects,
    asked,
    answered,
    annoyance,
  }: ModelMove): ShopperMove {
    for (const number of rejects) if (number >= 1 && number <= numbers.size) rejected.add(number);
    account.rejections = rejected.size;
    account.annoyance = annoyance / 10;
    account.questionsAnswered = Math.min(account.questionsAnswered + answered, account.questionsAsked);
    account.questionsAsked += asked;
    const [sku] = [...numbers].find(([, number]) => number === item) ?? [];
    if (does === "accept" && sku !== undefined) ending = { outcome: "accepted", sku };
    else if (does === "leave") ending = { outcome: "left", because: because ?? "gave-up" };
    // Who was to wait no longer, and talks on, is held to it.
    else if (answers >= brief.patience)
      return { type: "end", ending: { outcome: "left", because: "out-of-patience" } };
    return ending !== null && message === "" ? { type: "end", ending } : { type: "message", text: message };
  }

  return {
    arrivesOn: builtIn.arrivesOn,
    account: () => standIn.addTo(account),
    async next(observation) {
      const own = await standIn.follow(observation);
      if (ending !== null) return { type: "end", ending };
      if (standIn.hasTakenOver) return own;
      if (observation.turn.respondsTo.type === "messages") answers += 1;
      const items = numbered(observation);
      for (const { page } of items) titles.add(page.title);
      const { now, later } = turnMessages(observation, items, brief.patience - answers);
      try {
        const { answer, move } = await moveOfModel([...history, { role: "user", content: now }]);
        history.push({ role: "user", content: later }, { role: "assistant", content: answer });
        return take(move);
      } catch (error) {
        if (error instanceof RunOver) throw error;
        onTrouble?.(error);
        return standIn.takeOver();
      }
    },
  };
}

const WORDS_OF_A_NAME = 3;

function readMove(answer: string): ModelMove {
  let json: unknown;
  try {
    json = jsonIn(answer);
  } catch {
    throw new UnusableMove("it is not JSON");
  }
  const read = moveSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UnusableMove(`"${issue?.path.join(".") || "answer"}": ${issue?.message ?? "not of the form"}`);
}
