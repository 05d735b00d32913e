/** What a merchant has answered, put together with the catalog and with the gaps that are left. */
import type { MerchantAnswers, Overruling, StoredAnswer } from "./admin/answer-desk.ts";
import type { MerchantAnswer } from "./dialogue/merchant-answer.ts";
import { claimsHumanSpeaker } from "./dialogue/own-words.ts";
import { checkSentence } from "./guard/check-sentence.ts";
import { evidenceOfProducts } from "./guard/evidence-of-plan.ts";
import type { AnsweredGap, AnsweredGapLedger, CountedGap } from "./insight/ports.ts";
import { type AskedOf, fittingAnswer } from "./plan/fitting-answer.ts";
import { statedInListing } from "./plan/stated-in-listing.ts";
import { quotedAnswer } from "./speak/contents/relay-answer.ts";
import type { Store } from "./store/open-store.ts";

/** Products looked at for one answer, and those named of them. */
const LOOKED_AT_MAX = 100;
const NAMED_MAX = 5;

export function merchantAnswers({ answers }: Pick<Store, "answers">): MerchantAnswers {
  return {
    ...answers,
    async overruled(siteId, standing) {
      const found: Overruling[] = [];
      for (const answer of standing) found.push(...(await overrulingsOf(siteId, answer)));
      return found;
    },
    whyUnsaid(text) {
      // The guard lets quotations be; whoever reads this one takes it for an answer on who writes.
      if (claimsHumanSpeaker(text)) return "lets shoppers think that a person writes";
      const sentence = `The shop says: “${quotedAnswer(text)}”`;
      const site = { persona: null, locale: "en-US", currency: "USD" };
      const evidence = evidenceOfProducts([], [], site, { find: () => [] });
      const verdict = checkSentence(sentence, { ...evidence, answers: [{ text, of: null }] });
      if (verdict.type === "pass") return null;
      return `${verdict.why} (“${sentence.slice(...verdict.span)}”)`;
    },
  };

  async function overrulingsOf(siteId: string, answer: MerchantAnswer): Promise<Overruling[]> {
    const products = await answers.productsOf(siteId, answer.about, LOOKED_AT_MAX);
    return products
      .flatMap((product): Overruling[] => {
        if (product.price === null) return [];
        const { sku, title } = product;
        const word = statedInListing(answer, { ...product, price: product.price });
        return word ? [{ answerId: answer.id, sku, title, ...word }] : [];
      })
      .slice(0, NAMED_MAX);
  }
}

/** Gaps with what has been answered of them meanwhile. */
export function answeredGaps({ gaps, answers }: Pick<Store, "gaps" | "answers">): AnsweredGapLedger {
  return {
    async mostFrequent(siteId, range) {
      const [counted, standing] = await Promise.all([
        gaps.mostFrequent(siteId, range),
        answers.list(siteId, false),
      ]);
      return counted.map((gap) => withAnswers(gap, standing));
    },
  };
}

function withAnswers(gap: CountedGap, standing: readonly StoredAnswer[]): AnsweredGap {
  const asked = { about: gap.topic, text: gap.example, ...(gap.value !== "" && { value: gap.value }) };
  const kinds = gap.kind === null ? [] : [gap.kind];
  const of: AskedOf[] =
    gap.products.length === 0
      ? [{ product: null, kinds }]
      : gap.products.map(({ sku, categories }) => ({ product: { sku, categories }, kinds }));
  // Only a question has an answer.
  const found = gap.type === "unanswerable" ? of.map((each) => fittingAnswer(asked, each, standing)) : [];
  const fitting = standing.filter(({ id }) => found.some((answer) => answer?.id === id));
  const left = gap.products.filter((_, place) => !found[place]).map(({ sku }) => sku);
  const [latest] = fitting.map(({ at }) => at).sort((a, b) => b.localeCompare(a));
  return {
    ...gap,
    answered: fitting.length === 0 ? "no" : found.every((answer) => answer !== null) ? "yes" : "partly",
    answers: fitting.map(({ id }) => id),
    left,
    answeredAt: latest ?? null,
  };
}
