/**
 * A critic that a language model plays: after each exchange it says in words how the talk stands, several times over, and
 * the mean of what the words are worth is the exchange's value [POL-4]. How the shopper felt, the shopper knows best.
 */
import { z } from "zod";
import type { ChatModel } from "../../model/chat-model.ts";
import type { Critic } from "../simulator/shopper.ts";
import { jsonIn } from "./as-data.ts";
import { CRITIC_SAMPLES, criticRequest, VERDICT_WORDS, VERDICTS, type VerdictWord } from "./critic-prompt.ts";
import { ROLE_BOUNDS } from "./role-bounds.ts";
import { RunOver } from "./run-over.ts";
import type { ShopperBrief } from "./shopper-brief.ts";

export interface ModelCriticParts {
  model: ChatModel;
  brief: ShopperBrief;
  /** Judges where the model has no word on how the talk ended: by the goal. */
  builtIn: Critic;
  onTrouble?: (error: unknown) => void;
}

const verdictSchema = z.object({ verdict: z.enum(VERDICT_WORDS) });

export function createModelCritic({ model, brief, builtIn, onTrouble }: ModelCriticParts): Critic {
  /** Of the last exchange; empty where no sample was of use. */
  let verdicts: VerdictWord[] = [];
  return {
    async follow(lines) {
      const request = criticRequest(brief, lines);
      const sample = async (): Promise<VerdictWord[]> => {
        try {
          const answer = await model.complete(request, { bounds: ROLE_BOUNDS });
          return [verdictSchema.parse(jsonIn(answer)).verdict];
        } catch (error) {
          if (error instanceof RunOver) throw error;
          onTrouble?.(error);
          return [];
        }
      };
      verdicts = (await Promise.all(Array.from({ length: CRITIC_SAMPLES }, sample))).flat();
      if (verdicts.length === 0) return null;
      return verdicts.reduce((sum, word) => sum + VERDICTS[word].reward, 0) / verdicts.length;
    },
    async judge(talk) {
      const byGoal = await builtIn.judge(talk);
      if (verdicts.length === 0) return byGoal;
      const settled = verdicts.filter((word) => word === "settled").length;
      return { ...byGoal, success: talk.ending.outcome === "accepted" && settled * 2 > verdicts.length };
    },
  };
}
