/** The answer to "Shall we go on from there?": a yes, or something new. Anything longer is understood as ever. */
import { REMEMBERED } from "../dialogue/memory.ts";
import type { Understanding } from "../dialogue/understanding.ts";
import { isAgreement, isRefusal } from "./social-acts.ts";
import type { Context } from "./understanding-context.ts";

const YES = "(?:yes|yeah|yep|sure|ok|okay|alright|absolutely|definitely|of course|great|please)";
const NO = "(?:no|nah|nope|not really|no thanks|no thank you|actually)";
const WISH =
  "(?:(?:please|just|let us|we can|we could|can we|could we|shall we|i (?:want|need|would like|would love)(?: to)?|happy to|i am looking for|looking for|look for|find|show me|do|try|rather) )*";
const GO_ON = new RegExp(
  `^(?:${YES} )*${WISH}(?:go on|carry on|keep going|continue|resume|pick (?:it |things )?up)(?: (?:with|from|at))?(?: (?:it|that|those|there|here|the same|where we (?:left off|were|stopped)|looking|searching|the search))*(?: please| then)?$`,
);
const ANEW = new RegExp(
  `^(?:${NO} )*${WISH}(?:(?:something|anything) (?:new|else|different|other)|(?:start|begin) (?:over|again|afresh|fresh|anew|from scratch|something new)|(?:a )?(?:fresh|new) (?:start|search)|forget (?:it|that|all that|everything|about (?:it|that))|not (?:any ?more|this time|today|now)|never ?mind|(?:i|we) (?:have )?(?:already )?(?:bought|got|ordered|found|purchased) (?:it|one|that|them|mine|something)(?: .*)?)(?: (?:please|today|this time|now|instead|thanks))*$`,
);
const BARE_NO = new RegExp(`^${NO}$`);

/** Null when nothing was offered to go on from, or when the message is more than an answer to that. */
export function readRecallAnswer(context: Context): Understanding | null {
  if (context.state.recall?.standing !== "offered" || context.state.turns === 0) return null;
  const plain = context.message.plain
    .replace(/ ?[.,!?]+/g, "")
    .replace(/ +/g, " ")
    .trim();
  const said = context.message.text.trim();
  if (GO_ON.test(plain) || isAgreement(context)) return { ...nothingElse(), acts: ["accept"] };
  if (!ANEW.test(plain) && !BARE_NO.test(plain) && !isRefusal(context)) return null;
  const anew = { attribute: REMEMBERED, operator: "any", value: null } as const;
  return {
    ...nothingElse(),
    acts: ["inform"],
    preferences: [{ ...anew, polarity: "positive", firmness: "must", said }],
  };
}

function nothingElse(): Omit<Understanding, "acts"> {
  return {
    preferences: [],
    critiques: [],
    references: [],
    questions: [],
    sentiment: "neutral",
    language: "en",
    unclear: [],
  };
}
