/** What a question of the agent is about, as the shopper takes it: from its words and from the replies offered with it. */
import type { Need } from "./needs.ts";
import { stem, wordsOf } from "./read-turn.ts";

export type Asked =
  | {
      about:
        | "experience"
        | "recipient"
        | "kind"
        | "confirmation"
        | "giving-way"
        | "items"
        | "more-wishes"
        | "other";
    }
  /** `need` is null where the shopper has no wish on it. */
  | { about: "wish"; need: Need | null };

export interface QuestionContext {
  /** Every need, told or not. */
  needs: readonly Need[];
  kind: string;
  /** Kinds that the target is filed under, broad to narrow. */
  paths: readonly string[];
  replies: readonly string[];
}

export function readQuestion(question: string, { needs, kind, paths, replies }: QuestionContext): Asked {
  if (
    /\b(give way|give up|drop|relax|do without|let go|flexible|matters? (most|least|less)|loosen|you'd change|you change)\b/i.test(
      question,
    )
  )
    return { about: "giving-way" };
  if (/\b(right|correct|is that it|did i get|have i got|got that|that'?s (it|all))\b[^?]*\?$/i.test(question))
    return { about: "confirmation" };
  const onNeed = needs.find((need) => isAbout(need, question, replies));
  if (replies.filter((reply) => PRICED.test(reply)).length > 1)
    return { about: "wish", need: needs.find(({ kind: of }) => of === "price") ?? null };
  if (EXPERIENCE.test(question)) return { about: "experience" };
  if (RECIPIENT.test(question)) return { about: "recipient" };
  if (onNeed) return { about: "wish", need: onNeed };
  if (/\b(spend|budget|price|pay|cost)\b/i.test(question)) return { about: "wish", need: null };
  const offersKinds = replies.some(
    (reply) => paths.some((path) => sameWords(reply, path)) || sameWords(reply, kind),
  );
  if (
    offersKinds ||
    /\b(looking for|what (kind|sort|type) of (thing|product)|in mind today|can i find|after today)\b/i.test(
      question,
    )
  )
    return { about: "kind" };
  if (
    /\b(which (of|one)|stands? out|one of (them|these|those)|catch(es)? your eye|closer look|these two)\b/i.test(
      question,
    )
  )
    return { about: "items" };
  if (/\b(anything else|what else|else (matters|that)|important to you|should i know)\b/i.test(question))
    return { about: "more-wishes" };
  return replies.length > 1 ? { about: "wish", need: null } : { about: "other" };
}

const PRICED = /[$€£¥]\s?\d/;
const EXPERIENCE =
  /\b(before|first (one|time)?|used to|owned|own one|had (a|an|one)|tried|last (one|time)|experience|how (do|will|would|did) you (use|plan|get on)|use it for|what (do|will) you (use|do) |day to day|current(ly)?|where (will|do) you|(have|got) planned|plan(ning)? (for|on|to)|going to use|what would it be for|what bother|didn'?t (you )?like about)\b/i;
const RECIPIENT =
  /\b(for yourself|for someone|for somebody|who('s| is| will| are) (it|this|that|they)? ?(for)?|a gift|a present)\b/i;

/** The question names the attribute, or a reply has the value. */
function isAbout(need: Need, question: string, replies: readonly string[]): boolean {
  if (need.kind === "price")
    return /\b(spend|budget|price|pay|cost)\b/i.test(question) || replies.some((reply) => PRICED.test(reply));
  const asked = new Set(wordsOf(question).map(stem));
  const names = need.kind === "feature" ? wordsOf(need.value) : wordsOf(need.attribute);
  if (names.length > 0 && names.every((word) => asked.has(stem(word)))) return true;
  return replies.some((reply) => sameWords(reply, need.value));
}

export function sameWords(a: string, b: string): boolean {
  const left = wordsOf(a).map(stem).join(" ");
  return left !== "" && left === wordsOf(b).map(stem).join(" ");
}
