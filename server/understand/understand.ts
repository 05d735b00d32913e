/**
 * Text to what the shopper did (CONVERSATION.md §8). Local and deterministic: the site's own words and English rules,
 * no model. Every rule works on words and spans, so whatever is understood can be quoted, and whatever is not is kept.
 */
import type { Sku } from "../catalog/product.ts";
import type { CatalogVocabulary } from "../catalog/vocabulary-types.ts";
import type { DialogueAct, Understanding } from "../dialogue/understanding.ts";
import type { Understand } from "../turn/ports.ts";
import { declinesQuestion, findAnswer } from "./answers.ts";
import { type LexiconData, openCatalogLexicon, prepareLexicon } from "./catalog-lexicon.ts";
import { readRoles } from "./clause-roles.ts";
import type { Clause } from "./clauses.ts";
import { tooExpensive } from "./critique-comparatives.ts";
import { findCritiques } from "./critiques.ts";
import { findDelegation } from "./delegation.ts";
import { findFeatures } from "./feature-phrases.ts";
import { isIndifferent } from "./indifference.ts";
import { findLeanings } from "./leanings.ts";
import { findLeftovers } from "./leftovers.ts";
import { findObjections, objectionsOf } from "./objections.ts";
import { orderActs } from "./order-acts.ts";
import { findOwnedThings } from "./owned-things.ts";
import { findPreferences } from "./preferences.ts";
import { findRecipients, findUsages } from "./purposes.ts";
import { findQuestions } from "./questions.ts";
import { readContext, withoutPlaces } from "./read-context.ts";
import { readRecallAnswer } from "./recall-answers.ts";
import { findReferences, withoutRepeats } from "./references.ts";
import { findSarcasm } from "./sarcasm.ts";
import { asksOnly, readSentiment } from "./sentiment.ts";
import { findAcceptance, findRejections, findSocialActs, saysThatIsAll } from "./social-acts.ts";
import { findSuperlativeWishes } from "./superlatives.ts";
import { openTitleIndex, TitleIndexBuilder, type TitleIndexData } from "./title-index.ts";
import { findAll, inside, overlaps, type Span } from "./tokens.ts";
import { assumptionsOf, conflictsOf, impossibleBounds } from "./unasked-questions.ts";
import type { Context } from "./understanding-context.ts";
import { findWithdrawals } from "./withdrawals.ts";

/** Why something is excluded; that it is was heard in what is. */
const TELLS_ALLERGY = /\b(?:allerg(?:ic|y|ies)|intoleran(?:t|ce)|coeliac|celiac|sensitive|react badly)\b/g;
const POINTS_BY_PRICE = /\b(?:cheaper|less expensive|dearer|pricier|more expensive)\b/i;

/** What is prepared from a site's catalog: plain values and packed arrays, to be kept and sent as they are. */
export interface UnderstandingData {
  titles: TitleIndexData;
  lexicon: LexiconData;
}

/** Prepares a site's words once per version of its catalog; `titles` come from a `TitleIndexBuilder`. */
export function prepareUnderstanding(
  vocabulary: CatalogVocabulary,
  titles: TitleIndexData,
): UnderstandingData {
  return { titles, lexicon: prepareLexicon(vocabulary, titles) };
}

/**
 * Opens what was prepared from the same catalog as `vocabulary`; a message then costs a fraction of a millisecond
 * whatever the catalog's size. Prices in the result are in major units; spans (`said`, `text`, `unclear`) are parts of
 * the text as it was written. Never throws: a text without any meaning is an `inform` that informs of nothing.
 */
export function openUnderstanding(vocabulary: CatalogVocabulary, data: UnderstandingData): Understand {
  const lexicon = openCatalogLexicon(vocabulary, data.lexicon);
  const titles = openTitleIndex(data.titles);
  return (text, state) => understand(readContext(text, state, vocabulary, lexicon, titles));
}

/** Prepares and opens at once. `products` are those the vocabulary was collected from. */
export function createUnderstanding(
  vocabulary: CatalogVocabulary,
  products: Iterable<{ sku: Sku; title: string }>,
): Understand {
  const titles = new TitleIndexBuilder();
  for (const { sku, title } of products) titles.add(sku, title);
  return openUnderstanding(vocabulary, prepareUnderstanding(vocabulary, titles.finish()));
}

function understand(read: Context): Understanding {
  const recallAnswer = readRecallAnswer(read);
  if (recallAnswer) return recallAnswer;
  const { message, clauses } = read;
  const references = findReferences(read);
  const context = withoutPlaces(read, references);
  const roles = readRoles(context, references);
  const sarcasm = findSarcasm(message, clauses);
  const criticised = findCritiques(context, roles, references);
  const ranked = findSuperlativeWishes(context, roles);
  const objections = findObjections(context, references, criticised).filter(
    (objection) => ![...sarcasm, ...ranked].some((span) => overlaps(span, objection)),
  );
  // "Who wrote Nine Winters North?" is asked of what the shop sells.
  const isOfItem = (act: Span & { act: DialogueAct }) =>
    act.act === "out-of-scope" &&
    references.some(({ reference, from }) => {
      const clause = clauses.find((part) => inside(act, part));
      return reference.kind === "title" && clause !== undefined && clause.from <= from && from < clause.to;
    });
  const social = [
    ...objections.map(({ from, to }) => ({ act: "doubt" as const, whole: true, from, to })),
    ...findSocialActs(context).filter(
      (act) => !isOfItem(act) && ![...objections, ...sarcasm].some((found) => overlaps(found, act)),
    ),
  ];
  const socialSpans = [...sarcasm, ...social.map((act) => (act.whole ? wholeClause(context, act) : act))];
  const accepted = findAcceptance(context, roles, references).filter(
    (act) => !sarcasm.some((span) => overlaps(span, act)),
  );
  // "It's waterproof, isn't it?" rejects nothing.
  const tags = clauses.filter((_, index) => roles[index] === "aside");
  const refused = findRejections(context, roles).filter(
    (act) => ![...socialSpans, ...tags].some((span) => overlaps(span, act)),
  );
  const withdrawals = findWithdrawals(context);
  const leanings = findLeanings(message);
  const delegated = findDelegation(context).filter((span) => !accepted.some((act) => overlaps(span, act)));
  const superlatives = ranked.filter(
    (wish) => ![...socialSpans, ...withdrawals, ...accepted].some((span) => overlaps(span, wish)),
  );
  // "The cheaper one" of two points at it; it does not ask for something cheaper.
  const chosen = references.filter(
    ({ reference }) => reference.skus.length > 0 && POINTS_BY_PRICE.test(reference.text),
  );
  const critiques = [
    ...criticised.filter(
      (critique) => ![...socialSpans, ...withdrawals, ...chosen].some((span) => overlaps(span, critique)),
    ),
    ...sarcasm.filter(({ act }) => act === "critique").map((span) => tooExpensive(context, span)),
  ];

  // "I don't like the colour" refuses the colour, not the item.
  const others = critiques.filter(({ critique }) => critique.direction === "other");
  const rejected = refused.filter((act) => !others.some((critique) => overlaps(critique, act)));

  const whole = social.filter((act) => act.whole);
  const identity = [
    ...whole
      .filter((act) => act.act !== "complain" && act.act !== "doubt")
      .map((act) => wholeClause(context, act)),
    ...sarcasm,
    ...accepted,
  ];
  const asked = findQuestions(context, roles, references, identity).filter(
    (found) => !objections.some((objection) => overlaps(found, objection)),
  );
  const recipients = findRecipients(context);
  // "Which is the lightest?" is answered by showing it.
  const open = asked.filter((found) => !superlatives.some((wish) => overlaps(found, wish)));
  const questions = [...open, ...assumptionsOf(context, recipients), ...conflictsOf(context, roles)];

  const wishClauses = clauses.filter(
    (clause, index) =>
      (roles[index] === "statement" || roles[index] === "request") &&
      !accepted.some((act) => inside(act, clause)),
  );
  const pointed = references.filter(
    ({ reference }) => reference.skus.length > 0 || reference.kind !== "brand",
  );
  const owned = findOwnedThings(context);
  const wishes = findPreferences(context, {
    clauses: wishClauses,
    owned,
    taken: [
      ...(isIndifferent(context) ? [{ from: 0, to: message.tokens.length }] : []),
      ...socialSpans,
      ...pointed,
      ...withdrawals,
      ...rejected,
      ...superlatives,
      ...delegated,
      ...leanings,
    ],
    critiques,
    recipients,
    usages: findUsages(context, recipients),
  });
  const heard = [...withdrawals, ...wishes, ...superlatives];
  const sentiment = readSentiment(message, asksOnly(context, roles, social, leanings), leanings);
  // "#2 seems about right" is no answer to what it is for, and neither is "I worry it's too heavy".
  const liked =
    sentiment === "positive" ? references.filter(({ reference }) => reference.skus.length > 0) : [];
  const answers = findAnswer(context, heard, [...accepted, ...liked, ...leanings, ...asked, ...rejected]);
  // "60?" after a question on the budget is an answer that wants a nod.
  const isAnswered = answers.length > 0 && asked.every(({ question }) => question.about === "other");
  if (isAnswered) questions.splice(0, open.length);
  const found = [
    ...withdrawals,
    ...superlatives,
    ...wishes.filter((wish) => !isEchoed(wish, answers)),
    ...answers,
  ].sort((a, b) => a.from - b.from);
  const preferences = found.map(({ preference }) => preference);

  const held = [...objections.map(({ objection }) => objection), ...objectionsOf(critiques)];
  const { language } = context;
  const understood: Span[] = [
    ...found,
    ...references,
    ...critiques,
    ...questions,
    ...socialSpans,
    ...accepted,
    ...rejected,
    ...delegated,
    ...leanings,
    ...owned,
    ...(heard.some(({ preference }) => preference.polarity === "negative")
      ? findAll(message, TELLS_ALLERGY)
      : []),
    ...clauses.filter((_, index) => roles[index] === "doubt"),
    ...(isIndifferent(context) ? [{ from: 0, to: message.tokens.length }] : []),
  ];
  // "A scarf, that's all" goes on.
  const spoken = social.filter(
    (act) => act.act !== "bye" || !wishes.some(({ from }) => from < act.from) || !saysThatIsAll(message, act),
  );
  return {
    acts: orderActs(context, roles, {
      social: [...spoken, ...sarcasm.filter(({ act }) => act !== "critique")],
      accepted,
      rejected,
      critiques,
      questions: [...questions, ...asked.filter((entry) => !open.includes(entry))],
      preferences: found,
      references,
      delegated,
    }),
    preferences,
    critiques: critiques.map(({ critique }) => critique),
    references: withoutRepeats(references),
    questions: [...questions.map(({ question }) => question), ...impossibleBounds(preferences, message.text)],
    ...(held.length > 0 && { objections: held }),
    sentiment,
    language,
    ...(declinesQuestion(context) ? { declines: true as const } : {}),
    ...(delegated.length > 0 ? { delegates: true as const } : {}),
    unclear: findLeftovers(context, understood, language),
  };
}

/** An act that fills its clause takes all of it, unless a wish stands there too: "I already said no leather". */
function wholeClause(context: Context, act: Span & { act: DialogueAct }): Span {
  const clause = context.clauses.find((part) => inside(act, part));
  if (!clause) return act;
  if (act.act === "out-of-scope") return wholeSentence(context, clause);
  const wished =
    act.act !== "ask-human" &&
    (context.mentions.some((mention) => inside(mention, clause) && !overlaps(mention, act)) ||
      context.quantities.some((quantity) => inside(quantity, clause) && !overlaps(quantity, act)) ||
      findFeatures(context, clause).some((feature) => !overlaps(feature, act)));
  return wished ? act : clause;
}

function wholeSentence(context: Context, clause: Clause): Span {
  const parts = context.clauses.filter(({ sentence }) => sentence === clause.sentence);
  const first = context.clauses.indexOf(clause);
  // What was said before it may be a wish; what follows goes on with it.
  return {
    from: clause.from,
    to: Math.max(...parts.filter((part) => context.clauses.indexOf(part) >= first).map(({ to }) => to)),
  };
}

/** A loose word that turned out to be the answer to the agent's question is not a wish beside it. */
function isEchoed(wish: Span & { preference: { attribute: string } }, answers: Span[]): boolean {
  return wish.preference.attribute === "feature" && answers.some((answer) => overlaps(answer, wish));
}
