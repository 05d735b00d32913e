/** "You choose", "surprise me", "no idea, something useful": the shopper leaves the choice to the agent. */
import { findAll, overlaps, plainOf, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

/** Said of the whole choice; of one attribute ("whatever colour you like") the attribute stands between. */
const LEAVES_CHOICE =
  /\b(?:(?:(?:why do not|can|could|would|will) )?you (?:please )?(?:choose|decide|pick|select)(?: (?:one|something|it|that|a gift|a present))?(?: for (?:me|us))?(?= ?(?:$|[.,!?]| please| then| thanks))|(?:please )?(?:choose|pick|decide|select) (?:one |something |anything |it )?for (?:me|us)|just (?:pick|choose|give me|show me) (?:one|something|anything)|surprise me|whatever (?:you|u) (?:think|like|want|recommend|suggest|would (?:pick|choose|take|recommend))(?: is (?:best|good|right))?|anything you (?:think|like|recommend|suggest|would recommend)|(?:i )?(?:will )?leave it (?:up )?to you|(?:it is )?(?:entirely |totally )?up to you|your (?:call|choice|pick)|you (?:are the expert|know best)|i trust (?:you|your (?:taste|judge?ment|choice))|dealers? choice|chef s choice|(?:if|were) it (?:was|were|is) your (?:own )?money|help me (?:to )?(?:pick|choose|decide)(?: (?:one|between|which|what)\b)?(?= ?(?:$|[.,!?]| one| please| from))|(?:just )?(?:pick|choose) one)/g;
/** "I've no idea, something nice": what follows says no more than that. */
const VAGUE =
  /\b(?:something|anything)(?: (?:really|quite|just|a bit|kind of|vaguely))? (?:useful|nice|good|cool|great|decent|practical|handy|fun|special|interesting|pretty|lovely|suitable|appropriate|ok|okay|fine|that works|(?:that )?(?:he|she|they|people|everyone|everybody)(?: will| would| might)? (?:like|love|enjoy|use)s?)(?= ?(?:$|[.,!?]| please| then| for\b| maybe| i guess))/g;
const ASKS_WHICH = /^(?:and |so |but |ok )*(?:which|what)\b/;
const AT_A_LOSS =
  /\b(?:no (?:idea|clue)|do not (?:really )?(?:know|mind|care)|not (?:really )?sure|clueless|at a loss|stuck|stumped|out of ideas|whatever|open to (?:ideas|anything|suggestions))\b/g;

/** Where the choice is left to the agent; nothing where it is not. */
export function findDelegation(context: Context): Span[] {
  // "Which one would you choose?" asks for an opinion.
  const asking = context.clauses.filter((clause) => ASKS_WHICH.test(plainOf(context.message, clause)));
  const outright = findAll(context.message, LEAVES_CHOICE).filter(
    (span) => !asking.some((clause) => overlaps(clause, span)),
  );
  const vague = findAll(context.message, VAGUE);
  const isAtLoss = vague.length > 0 && findAll(context.message, AT_A_LOSS).length > 0;
  // "Something useful", and nothing else, says the same.
  const words = context.message.tokens.filter(({ kind }) => kind === "word").length;
  const isAll = vague.some(({ from, to }) => to - from >= words - 2);
  return [...outright, ...(isAtLoss || isAll ? vague : [])];
}
