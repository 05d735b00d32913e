import type { Words } from "../frames.ts";
import type { Scene } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";

const MAX_WORDS = 10;

/** The shopper's own words as a reason: "you said you carry it upstairs". Null when no claim holds any. */
export function phraseSaid(claims: readonly string[], scene: Scene): Words | null {
  for (const { id, claim } of scene.statements(claims)) {
    if (claim.statement.type !== "said") continue;
    const evidence = claim.evidence.find((entry) => entry.type === "shopper");
    const said = evidence ? spokenBack(evidence.said) : null;
    if (said !== null) return { text: said, claims: [id] };
  }
  return null;
}

/** First person to second. Long remarks, and those that don't fit after "you said", are not paraphrased. */
function spokenBack(said: string): string | null {
  const bare = inlineText(said)
    .replace(/["“”„]/g, "")
    .replace(/[.!?;:]+$/g, "");
  if (bare === "" || /[.!?:;]/.test(bare) || bare.split(" ").length > MAX_WORDS) return null;
  const turned = bare.replace(
    /\b(I'm|I am|I've|I'd|I'll|I|my|mine|me|myself|we're|we|our|ours|us)\b/gi,
    (word) => SECOND_PERSON.get(word.toLowerCase()) ?? word,
  );
  if (/^(?:you|your|you're|you've)\b/i.test(turned))
    return `you said ${turned.charAt(0).toLowerCase()}${turned.slice(1)}`;
  if (/^(?:no|not|nothing|without)\b/i.test(turned))
    return `you said ${turned.charAt(0).toLowerCase()}${turned.slice(1)}`;
  return `you asked for ${turned}`;
}

const SECOND_PERSON = new Map(
  Object.entries<string>({
    i: "you",
    "i'm": "you're",
    "i am": "you are",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    my: "your",
    mine: "yours",
    me: "you",
    myself: "yourself",
    we: "you",
    "we're": "you're",
    our: "your",
    ours: "yours",
    us: "you",
  }),
);
