/** What each claim of a plan says, as a plain sentence: what a model is given, and what its words are held against. */
import type { Claim, Statement } from "../../dialogue/claims.ts";
import type { TurnPlan } from "../../plan/turn-plan.ts";
import type { VoiceContext } from "../../turn/ports.ts";
import { quotedAnswer } from "../contents/relay-answer.ts";
import { createScene, type FormatMoney, type Scene } from "../scene.ts";
import { finishSentence, inlineText } from "../words/finish-sentence.ts";

export interface SaidClaim {
  id: string;
  says: string;
}

/** In the plan's order. What the shopper said needs no evidence from us, and is left out. */
export function sayClaims(plan: TurnPlan, context: VoiceContext, formatMoney: FormatMoney): SaidClaim[] {
  // A scene of its own: what is named here was not said to anybody.
  const { scene } = createScene(plan, { ...context, said: [] }, formatMoney);
  return plan.claims.flatMap((claim) => {
    const says = sayClaim(claim, scene);
    return says === null ? [] : [{ id: claim.id, says: finishSentence(says) }];
  });
}

function sayClaim({ id, statement }: Claim, scene: Scene): string | null {
  if (!("sku" in statement)) return sayOfSearch(statement, scene);
  scene.stayWith(null);
  const { name } = scene.refer(statement.sku);
  if (statement.type === "review")
    return `a customer (${inlineText(statement.author)}, ${statement.rating} of 5 stars) wrote of ${name}: “${inlineText(statement.quote)}”`;
  if (statement.type === "price-change")
    return `${name} now costs ${scene.money(statement.price)}; it cost ${scene.money(statement.before)} at the last visit`;
  if (statement.type === "extreme")
    return `of the ${statement.among} ${inlineText(statement.of)}, ${name} has the ${statement.direction === "most" ? "highest" : "lowest"} ${inlineText(statement.attribute)}: ${inlineText(statement.value)}`;
  return scene.clauses(statement.sku, [id])?.text ?? null;
}

function sayOfSearch(statement: Exclude<Statement, { sku: unknown }>, scene: Scene): string | null {
  switch (statement.type) {
    case "merchant-answer":
      return `${statement.of === null ? "" : `on ${scene.refer(statement.of).name}, `}the shop says: “${quotedAnswer(statement.text)}”`;
    case "count":
      return `there are ${statement.count} ${inlineText(statement.of)}`;
    case "price-range":
      return `${inlineText(statement.of)} cost from ${scene.money(statement.low)} to ${scene.money(statement.high)}`;
    case "said":
      return null;
  }
}
