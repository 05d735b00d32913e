/** Praise that means its opposite: "thanks for nothing", "oh great, another black one", "139 dollars, what a bargain". */
import type { DialogueAct } from "../dialogue/understanding.ts";
import type { Clause } from "./clauses.ts";
import { findAll, type Message, type Span } from "./tokens.ts";

export interface Sarcasm extends Span {
  act: Extract<DialogueAct, "complain" | "reject" | "doubt" | "critique">;
}

const PRAISE =
  "(?:great|brilliant|fantastic|perfect|lovely|wonderful|nice|cool|awesome|excellent|amazing|super|marvellous|terrific)";

/** Only what nobody says in earnest: praise alone is taken as it is said. */
const CUES: [Sarcasm["act"], RegExp][] = [
  [
    "critique",
    /\b(?:what a (?:bargain|steal|snip|deal)|how (?:generous|affordable|reasonable|cheap)|money to (?:throw away|burn|waste)|\d+ to (?:throw away|burn|waste)|do i look (?:rich|like a millionaire|like i am made of money)|who has that (?:kind of )?money|(?:if|when|after|unless) i (?:win|won|rob|robbed) (?:the lottery|a bank)|made of (?:gold|money)|is it (?:gold|made of gold|gold plated))\b/g,
  ],
  [
    "complain",
    new RegExp(
      `\\b(?:thanks (?:a lot )?for nothing|thanks for (?:wasting|ignoring|not)|(?:oh |well |yeah |wow |just )*${PRAISE}(?: service| job| help| work)?(?: [,.!…])* (?:another|yet another|more of|exactly what i (?:did not|never)|so you (?:can not|do not|will not)|just what i|as (?:always|usual)|(?:three|four|five|ten) times|the same (?:thing|answer|one|ones|question) again)|(?:just|exactly) what i (?:needed|wanted)(?: [,.!…])* (?:more|another|yet)|exactly what i (?:did not|never) (?:ask|want|need)|(?:are|is) not (?:you|this|that) (?:helpful|clever|smart|useful|a genius|impressive)|how (?:helpful|useful|original|clever|thoughtful)$|(?:real|very|so) helpful(?: [,.!…])* not|slow clap)`,
      "g",
    ),
  ],
  [
    "reject",
    /\b(?:as if (?:anyone|anybody|someone|i would|i could)|(?:lovely|nice|great|cute|perfect|fine|sure|maybe)(?: [,.!…])* if i (?:were|was|had)|in your dreams|dream on|yeah right|i would rather (?:die|eat|go barefoot|walk naked))\b/g,
  ],
  [
    "doubt",
    /\b(?:because (?:that|this|it|they) (?:is|are|looks?|will) (?:totally|definitely|clearly|obviously|surely|so)|(?:sure|right|of course|yeah)(?: [,.!…])* and (?:i am|pigs)|i will believe (?:it|that) when)\b/g,
  ],
];

/** Each takes its whole sentence: nothing in it is meant as it is said. */
export function findSarcasm(message: Message, clauses: readonly Clause[]): Sarcasm[] {
  const found: Sarcasm[] = [];
  for (const [act, pattern] of CUES) {
    for (const cue of findAll(message, pattern)) {
      const sentences = clauses
        .filter((clause) => clause.from < cue.to && cue.from < clause.to)
        .map(({ sentence }) => sentence);
      const parts = clauses.filter(({ sentence }) => sentences.includes(sentence));
      const from = Math.min(cue.from, ...parts.map((part) => part.from));
      const to = Math.max(cue.to, ...parts.map((part) => part.to));
      if (!found.some((other) => other.from < to && from < other.to)) found.push({ from, to, act });
    }
  }
  return found;
}
