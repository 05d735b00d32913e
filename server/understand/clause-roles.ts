/** What each clause does: states a wish, asks for products, asks for a fact, compares, doubts or sets a condition. */
import type { Clause } from "./clauses.ts";
import { isDoubt } from "./doubts.ts";
import { findFeatures } from "./feature-phrases.ts";
import { isFollowUp } from "./follow-up-questions.ts";
import { isIdleQuestion } from "./idle-questions.ts";
import { asksForOffer, asksIndirectly, claimsOfItem, isSubordinate } from "./indirect-questions.ts";
import { leansIn } from "./leanings.ts";
import type { FoundReference } from "./shown-cards.ts";
import { ranksKind, ranksProducts } from "./superlatives.ts";
import { inside, plainOf } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

/** An `aside` has the form of a question and asks nothing. */
export type ClauseRole = "statement" | "request" | "fact" | "compare" | "doubt" | "condition" | "aside";

const LEAD_IN =
  /^(?:(?:and|but|or|so|also|ok|okay|hi|hey|hello|well|then|please|oh|great|thanks|thank you|plus|yes|no|actually|cool|nice|hmm|alright|sure|just|quick question|one more thing|sorry) )+/;
const SUBJECT =
  "(?:it|this|that|these|those|they|you|i|we|there|the|any|anyone|anybody|someone|somebody|everyone|people|kids|he|she|your|my|our|his|her|their|each|every|shipping|delivery|returns|one|both|either|all)";
const ASKS = new RegExp(
  `^(?:(?:(?:for|until|till|from|to|up to|down to|at|in|on|with|by|of|since|after) )?(?:what|which|who|whose|when|where|why|how)\\b|(?:is|are|was|does|do|did|can|could|will|would|has|have|should) (?:not )?${SUBJECT}\\b)`,
);
/** "Is carbon tough enough", typed without its mark. */
const NOUN_SUBJECT =
  /^(?:is|are|does|would|will|has) (?!(?:what|which|why|how|not|be|do|take|buy|have|go|get|think|look|pass|try|love|like|prefer|rather|keep|wait|need|also|probably|definitely|just|never|always|great|good|nice|perfect|fine|too|very|so)\b)(?:[a-z]+|\d[\d.,]*) [a-z]+/;
const AUXILIARY_FIRST = /^(?:is|are|does|do|can|could|will|would|has|have|should|any|got)\b(?! (?:not|be)\b)/;
const ASKS_INDIRECTLY =
  /\b(?:(?:do|can|could|would) you (?:please )?(?:happen to )?(?:know|tell me|check|confirm|explain)|(?:would like to|want to|need to|like to) know|wondering (?:if|whether|how|what)|wonder (?:if|whether|how|what)|curious (?:if|whether|about|how)|tell me (?:more|about|a bit more|something about|how|what|if|why|when|where|which|who|whether)|(?:any|some|more|further|got) (?:more |further )?(?:info|information|details|specs|word|news) (?:on|about|regarding|for|of)|(?:specs|details|dimensions) (?:of|on|for|please)|question about)\b/;
/** "The dark one may contain nuts??" asks after what it says of that one. */
const TELLS_OF_ITEM =
  /^the (?:[a-z0-9%-]+ ){1,3}?one (?:is|does|has|may|might|can|will|comes|contains|weighs|costs|needs|fits|holds)\b/;
/** "#1: details?" */
const ASKS_FOR_MORE =
  /^(?:(?:any|some|more|further|the|its|full) )*(?:details?|info(?:rmation)?|specs|specifications)(?: please)?$/;
const SUGGESTION = /^(?:what|how) about\b/;
export const REQUEST =
  /\b(?:(?:can|could|would|will) you (?:please |maybe |perhaps |possibly )?(?:recommend|suggest|show|find|help|get|give|pick|choose|advise|point|offer|bring)|can (?:you|we|i) (?:please )?(?:go|do|see|look at|view|browse) (?!it\b|this\b|that\b|the\b|anything about)|(?:do|have|would|might|could) (?:not )?you (?:guys |also |not |perhaps |maybe |happen to |possibly )*(?:have|sell|carry|stock|got|offer|keep)|have you got|(?:is|are) there (?:any|a|an|some|other|something|anything)|what (?:do|would|can|could|else do) you (?:recommend|suggest|have|got|sell|offer|propose|advise|think i should)|what (?:should|could|can) i (?:get|buy|choose|pick|take|look)|what have you got|which (?:one )?(?:[a-z]+ ){0,3}(?:should i|do you recommend|would you (?:recommend|pick|choose|suggest|get|buy|go for)|do you suggest|is (?:the )?(?:right|best) for)|any (?:recommendations?|suggestions?|ideas?|tips|advice|other|others|more|alternatives?)|show me|recommend (?:me|something|some|a|an)|suggest (?:me|something|some|a|an)|find me|help me (?:find|choose|decide|pick|select)|what are (?:my|the|your|some) (?:options|best|top|good|most popular|recommendations|bestsellers)|what is (?:the|your) (?:best|most popular|top(?! (?:speed|load|tube|resolution|power|temperature|heat|setting)\b)|cheapest|lightest|favourite|favorite|bestseller)|what else|more options|(?:a few|some) (?:others?|more|alternatives?)|(?:have|got) (?:a few |some |any )others?|others i (?:could|can|might)|surprise me|(?:if|were) it (?:was|were) your money|need (?:some |your )?(?:help|advice|a recommendation|recommendations|suggestions)|see (?:more|some more|others|other|some|your)|(?:got|have) any|where (?:can|do) i find|what is good|what do you think$|what is popular|recommendations? (?:for|please)|(?:if|whether) you (?:guys )?(?:have|sell|carry|stock|got|offer|do)|(?:got|any) anything|anything (?:else|similar)|all you (?:have|got)|what (?:do|does|should|would|could|can) (?:you|i|we|one|people) (?:get|give|buy|bring|wear|use)(?! (?:it|this|that|them|these|those)\b)|where (?:do|should|would|can) i (?:start|begin)|what (?:would|might) (?:work|suit|be good)|(?:gift|present|filler|outfit|some|more) (?:ideas|suggestions)|(?:ideas|suggestions|recommendations|tips)$|^(?:please )?help(?: me)?(?: out)?(?: please)?$|(?:which|what) [a-z -]{2,30} (?:would|do|should) (?:you|i) (?:recommend|suggest|pick|choose|get|buy|take)|(?:point|steer) me|talk me through|what do you (?:guys )?(?:do|carry) (?:in|for)|(?:i am|just) (?:browsing|looking around))\b/;
const BEST = /\b(?:which|what)\b.*\b(?:best|should i (?:get|buy))\b/;
/** "Is there a warranty", "do you have reviews": the shop's service is asked for, not a product. */
const SERVICE =
  /\b(?:ship|shipping|delivery|deliver|returns?|refunds?|warranty|guarantee|discounts?|coupons?|promo|sale|deals?|reviews?|ratings?|stores?|shops?|in person|in real life|in stock|stock(?! (?:a|an|any|some|one)\b)|payment|instal?lments|financing|student|price match|gift[ -]?(?:wrap(?:ping|ped)?|cards?|boxe?s?)|wrapping|engrav(?:e|ing|ings)|personali[sz](?:e|ed|ing|ation)|monogram(?:ming)?|rentals?|rent|loyalty|rewards?|membership|newsletter|showrooms?|branch(?:es)?|outlets?|opening hours|trade[ -]?ins?|test rides?|repairs?|installation|appointments?|invoices?)\b/;
/** "Do you offer gift wrapping for backpacks?" asks for no backpack. */
const SHOP_OFFERS =
  /\b(?:offer|provide|do|have|got|is there|are there) (?:a |an |any |some )?(?:free )?(?:gift[ -]?wrap(?:ping)?|engraving|personali[sz]ation|monogramming|rentals?|trade[ -]?ins?|test[ -]?rid(?:es?|ing)|repairs?|assembly|installation)\b/;
const COMPARES =
  /\b(?:(?:what|which)(?: one)? (?:is|would be|are) (?:the )?better|pros and cons|side by side|stack(?:s|ed)? up|head to head|weigh(?:ed)? (?:up )?against|hold(?:s)? up against|can not (?:decide|choose) between|(?:decide|choose|choosing|deciding|torn|stuck) between|worth (?:the )?(?:extra|more|difference|premium)|any different|what (?:makes|sets) .{1,40} (?:better|apart)|which (?:one |of (?:them|these|those|the two|the three) )?(?:is|are|has|have|had|got) (?:the )?(?:got )?(?:[a-z]+est|best|most|least|more|less|fewer|better)|which (?:one |of (?:them|these|those|the two|the three) )?(?:do|would|should) (?:you|i)|difference in|which (?:one |of (?:them|these|those|the two) )?(?:would|do|should) (?:you|i) (?:rather )?(?:take|pick|choose|go for|go with|prefer|recommend|suggest|get|buy)$|compare[ds]?|comparison|versus|vs|difference between|differences between|how do(?:es)? (?:they|these|those|it|the [a-z]+) (?:compare|differ)|which (?:one |of (?:them|these|those|the two) )?(?:is|are|has|have|weighs|would be|looks|costs|lasts|comes|do you think is) (?:the )?(?:a )?(?:better|best|[a-z]+er|[a-z]+est|more|less|most|least|nicer|worth)|which (?:one )?(?:is|would be) (?:the )?(?:better|best)|better than|(?:is|are) (?:it|this|that|they|the (?:first|second|third|last|other)(?: one)?) (?:any |much |really )?(?:better|[a-z]+er|more [a-z]+|less [a-z]+) than)\b/;
const COMPARATIVE_OF_ITEM =
  /^(?:is|are) (?:it|this|that|the .{1,30}?) (?:any |much |a lot )?(?:better|cheaper|lighter|heavier|bigger|smaller|faster|stronger|larger|quieter|newer)\b/;
/** "Do you have this in size L?" asks about an item, not for others. */
const HAS_OPTION =
  /\b(?:have|get|got|come|order|buy) (?:this|that|it|them|these|those|the (?:first|second|third|last)(?: one)?) in\b/;
const ANY_MORE =
  /\b(?:come|have|get|sell|carry|are there|is there|got|find|these|those|them|ones?) (?:[a-z]+ )?any (?:[a-z]+er|less [a-z]+|more [a-z]+)\b/;
const CONDITION =
  /^(?:and |but |or |so |only )*(?:(?:only |even )?if (?!possible|you (?:can|could|do)\b|you have (?!(?:it|this|that|them|one|these|those)\b)|so|only|you (?:say|ask|know|insist|will|must)|i (?:may|might)|that (?:makes sense|helps)|it (?:helps|matters)|memory serves|not|any|anything|needed|necessary|i am honest|i remember)|(?:as |so )?long as|provided|providing|unless|assuming|once (?:i (?:know|am sure)|it|they)|on condition|depends on|depending on|it depends)/;

/** "What matters to me is grip", "where I live it's never cold", "how it looks is not important": told and not asked. */
const TELLS_BY_WH =
  /^(?:(?:where|when|while|why|who|what) (?:i|we|my|our) (?!do\b|should\b|can\b|could\b|would\b)|when (?:he|she|it|they) |(?:what|which|who) (?:really |also )?(?:matters|counts|bothers|bugs|annoys|worries|puts|helps)\b(?! most$)|(?:how|what|which) (?:it|they|that|this|the [a-z]+) (?:[a-z]+ ){1,3}(?:is|are|does|do) (?:not|less|un[a-z]+|irrelevant|secondary|no)\b)/;

/** Announces a question without asking it. */
const ANNOUNCES =
  /^(?:one|two|just one|a|another|quick|last)(?: (?:more|last|quick|other))? (?:thing|things|question|questions)$/;

/** Sets what stands before it against what stands behind it. */
const AGAINST = /\b(?:or|than|over|against|versus|vs|between|compared|rather|differ(?:s|ent)?)\b/;

/** `references` say whether a question is about two items: "the Domane or the Grail?" compares them. */
export function readRoles(context: Context, references: readonly FoundReference[]): ClauseRole[] {
  const roles: ClauseRole[] = [];
  for (const [index, clause] of context.clauses.entries()) {
    const previous = context.clauses[index - 1];
    const inherited = previous && previous.sentence === clause.sentence ? roles[index - 1] : undefined;
    const role = isHeading(context, clause, references)
      ? "aside"
      : isFollowUp(context, clause, references)
        ? "fact"
        : roleOf(context, clause, inherited);
    const asks = role === "fact" || role === "request" || (role === "statement" && clause.asked);
    roles.push(asks && setsItemsAgainst(context, clause, references) ? "compare" : role);
  }
  return roles;
}

/** "For the Heron: how heavy is it?" names what is then asked about. */
function isHeading(context: Context, clause: Clause, references: readonly FoundReference[]): boolean {
  const next = context.clauses[context.clauses.indexOf(clause) + 1];
  return (
    next?.sentence === clause.sentence &&
    /^(?:as )?(?:for|about|on|with|regarding|re)\b/.test(plainOf(context.message, clause)) &&
    references.some((found) => inside(found, clause) && found.to === clause.to)
  );
}

function setsItemsAgainst(context: Context, clause: Clause, references: readonly FoundReference[]): boolean {
  // "Between the first and the third, which holds more?"
  const { sentence } = clause;
  const chooses = /^(?:which|what|who)\b/.test(plainOf(context.message, clause));
  const whole = context.clauses.filter((part) => part.sentence === sentence);
  const others = references.filter((entry) => whole.some((part) => inside(entry, part)));
  const isChoice =
    chooses && whole.some((part) => /\b(?:between|of|out of|or)\b/.test(plainOf(context.message, part)));
  if (isChoice && new Set(others.map(({ reference }) => reference.skus[0])).size > 1) return true;
  if (!AGAINST.test(plainOf(context.message, clause))) return false;
  const items = references.filter((entry) => inside(entry, clause)).map(({ reference }) => reference.skus[0]);
  return new Set(items.filter((sku) => sku !== undefined)).size > 1;
}

function roleOf(context: Context, clause: Clause, inherited: ClauseRole | undefined): ClauseRole {
  const plain = plainOf(context.message, clause).replace(LEAD_IN, "");
  if (ANNOUNCES.test(plain) || /^(?:though|although|however)$/.test(plain)) return "statement";
  if (!clause.asked && TELLS_BY_WH.test(plain) && !asksIndirectly(plain)) return "statement";
  if (
    /\b(?:no|any) (?:further |more |other )?questions?\b|\bquestions? (?:is|are|was|were) answered\b/.test(
      plainOf(context.message, clause),
    ) &&
    !clause.asked
  )
    return "statement";
  if (isIdleQuestion(plain, plainOf(context.message, { from: 0, to: clause.from }))) return "aside";
  if (clause.asked && TELLS_OF_ITEM.test(plain)) return "fact";
  if (isTagged(context, clause) && hasItemInView(context.state) && claimsOfItem(plain)) return "fact";
  if (!clause.asked && isSubordinate(plain) && !endsClauses(context, clause)) return "statement";
  if (CONDITION.test(plain)) return "condition";
  if (/^(?:which|what)\b/.test(plain) && ranksKind(context, clause)) return "request";
  const compares = COMPARES.test(plain) || (COMPARATIVE_OF_ITEM.test(plain) && clause.asked);
  if (compares && isAboutItems(context, clause)) return "compare";
  // "I wonder if you'd have headphones" wants to see some.
  if (asksIndirectly(plain) && asksForOffer(plain) && namesProduct(context, clause)) return "request";
  if (isDoubt(context, clause, plain)) return "doubt";
  if (SUGGESTION.test(plain))
    return /\bsame\b/.test(plain) || namesWish(context, clause) ? "request" : "fact";
  // "Do these come any smaller?" wants others.
  if (ANY_MORE.test(plain) && !/\bthan\b/.test(plain) && hasItemInView(context.state)) return "request";
  if (HAS_OPTION.test(plain) && hasItemInView(context.state)) return "fact";
  // "How cold can I go with it?"
  if (
    /^how [a-z]+ (?:can|could|do|would|will) (?:i|we) (?!find|get (?:one|some)|choose|know\b)/.test(plain) &&
    hasItemInView(context.state)
  )
    return "fact";
  if (POSSIBLE_OTHER.test(plain)) return "request";
  if (HAVE_ONE.test(plain) && namesKind(context, clause) && !SERVICE.test(plain)) return "request";
  if (SHOP_OFFERS.test(plain)) return "fact";
  if (OF_ITS_OWN.test(plain) && hasItemInView(context.state)) return "fact";
  if (BEST.test(plain) || asksToShow(context, clause, plain)) return "request";
  if (ASKS_FOR_PART.test(plain) && hasItemInView(context.state) && !namesProduct(context, clause))
    return "fact";
  if (
    asksIndirectly(plain) &&
    !asksForOffer(plain) &&
    !/\bwhat (?:you|is) (?:think|recommend|best)/.test(plain)
  )
    return "fact";
  if (WHERE_ARE.test(plain) && namesKind(context, clause)) return "request";
  if (REQUEST.test(plain)) return SERVICE.test(plain) && !namesProduct(context, clause) ? "fact" : "request";
  if (asksIndirectly(plain) || ASKS_INDIRECTLY.test(plain)) return "fact";
  if (clause.asked && ASKS_FOR_MORE.test(plain)) return "fact";
  if (ASKS.test(plain)) return "fact";
  if (NOUN_SUBJECT.test(plain) && hasItemInView(context.state)) return "fact";
  if (clause.asked && AUXILIARY_FIRST.test(plain))
    return /^(?:any|got)\b/.test(plain) && namesWish(context, clause) ? "request" : "fact";
  if (inherited !== undefined && inherited !== "statement" && inherited !== "aside" && isFragment(plain))
    return inherited;
  if (isTagged(context, clause) && !namesSomething(context, clause)) return "aside";
  if (isOnlyAsked(context, clause, plain, inherited)) return "fact";
  if (
    clause.asked &&
    !STATES.test(plain) &&
    !leansIn(context.message, clause) &&
    isWholeSentence(context, clause)
  )
    return namesWish(context, clause) ? "request" : "fact";
  return "statement";
}

/** "Could I have a look at your tents?", "would you mind showing me something shorter?": asked for in the form of a question. */
const ASKS_TO_SHOW =
  /^(?:(?:can|could|may|might|would|will) (?:you|i|we) (?:please |maybe |perhaps |just |also |possibly )*(?:mind |be able to |care to )?(?:(?:have|take|get) (?:a |another )?(?:quick |closer )?(?:look|peek|glance) at|see(?:ing)?|look(?:ing)? (?:at|for)|view|browse|try|swap|switch|replace|filter|sort|narrow|pull(?:ing)? up|bring(?:ing)? up|show(?:ing)?|find(?:ing)?|pick(?:ing)?)|why do not (?:you|we) (?:show|find|try|pick|look|see|start))\b/;

/** "Would a bigger one be possible?" */
const POSSIBLE_OTHER =
  /^(?:would|could|might|is|are|can) (?:there be )?(?:a|an|some|any|another) (?!.*\bthan\b)(?:(?:bit|little|slightly|much) )?(?:[a-z]+er|more [a-z]+|less [a-z]+|different|other) (?:one|ones|version|model|size|colou?r)\b/;

/** "Can I have a sleeping bag?", "any chance of a tent?" */
const HAVE_ONE =
  /^(?:any chance of|(?:can|could|may) (?:i|we) (?:please |maybe |also |just )*(?:have|get|buy|order)) (?:an?|some|another)\b/;

/** "Is there something against rain with it?", "can you get it up the stairs": of the item, not for another. */
const OF_ITS_OWN =
  /^(?:is|are) there .*\b(?:on|in|with|to|inside|at|under|over) (?:it|this|that one|them|there|these)$|^(?:can|could) you (?:get|bring|give|help) (?:it|this|them) (?!for|to me|in\b)|^any (?!.*\b(?:ones?|others?|more|else|ideas?|suggestions?|tips|advice|recommendations?|chance|thoughts|help|good|similar|cheaper|alternatives?|news|reviews|deals?|offers?|discounts?)\b)[a-z]+ (?:of|in|on|with|inside)\b/;

/** "Where are the planters?" of a whole kind asks to be led to them. */
const WHERE_ARE = /^where (?:are|is|do you keep|would i find|might i find|can we find) /;

function namesKind(context: Context, clause: Clause): boolean {
  const words = context.message.tokens.slice(clause.from, clause.to);
  return namesProduct(context, clause) || words.some(({ stem }) => context.vocabulary.isKind(stem));
}

/** The only clause of its sentence is a question cut short: "how heavy". */
function endsClauses(context: Context, clause: Clause): boolean {
  return plainOf(context.message, clause).split(" ").length < 4;
}

function asksToShow(context: Context, clause: Clause, plain: string): boolean {
  if (!ASKS_TO_SHOW.test(plain)) return false;
  // "Can I see the back?" asks of one item; whole kinds and others are asked to be shown.
  return (
    /^(?:why|(?:would|could|can|will) (?:you|we) (?:please )?(?:mind |be able to )?(?:swap|switch|replace|filter|sort|narrow|pull|bring|show|find|pick|try))/.test(
      plain,
    ) ||
    namesProduct(context, clause) ||
    /\b(?:your|some|any|others?|more|a few|all (?:the|of))\b/.test(plain)
  );
}

/** "Is there a pocket for my phone?" asks about what is in view; "is there one with a pocket?" asks for others. */
const ASKS_FOR_PART =
  /^(?:is|are) there (?!.*\b(?:ones?|something|anything|others?|more|similar|alternatives?|[a-z]+er|stores?)\b)/;

/** "Nice, eh?" asks nothing; "waterproof, right?" asks what it names. */
function isTagged(context: Context, clause: Clause): boolean {
  const last = context.clauses.findLast(({ sentence }) => sentence === clause.sentence);
  return last !== undefined && last !== clause && isIdleQuestion(plainOf(context.message, last), "before");
}

function namesSomething(context: Context, clause: Clause): boolean {
  return (
    context.mentions.some((mention) => inside(mention, clause)) ||
    context.quantities.some((quantity) => inside(quantity, clause)) ||
    findFeatures(context, clause).length > 0
  );
}

/** A sentence that ends with a question mark may begin with a plain wish. */
const STATES = /^(?:i|we|my|our|looking|searching|need|want|shopping)\b/;

/** "Which is the best bike for commuting" with nothing shown asks for a recommendation, not for a comparison. */
function isAboutItems(context: Context, clause: Clause): boolean {
  const plain = plainOf(context.message, clause);
  if (/\b(?:compare|comparison|versus|vs|difference|differences|better than)\b/.test(plain)) return true;
  if (/\bwhich (?:[a-z]+ )?(?:is|are|would be|has) (?:the |a )?(?:better|[a-z]+er|more|less)\b/.test(plain))
    return true;
  return hasItemInView(context.state) || !/\b(?:best|would|do|should)\b/.test(plain);
}

/** A clause without a verb of its own goes on with what the clause before it does: "do you have it in red, or in blue?" */
function isFragment(plain: string): boolean {
  return !/\b(?:i|we|it|that|this|my|you|she|he|they)\b/.test(plain) && plain.split(" ").length <= 6;
}

/** "I'm only 1.58, too small for it?": the end of a sentence with a question mark asks where nothing before it does. */
function isOnlyAsked(
  context: Context,
  clause: Clause,
  plain: string,
  inherited: ClauseRole | undefined,
): boolean {
  const last = context.clauses.findLast(({ sentence }) => sentence === clause.sentence);
  return (
    clause.asked &&
    last === clause &&
    inherited === "statement" &&
    hasItemInView(context.state) &&
    /^(?:too|big|small|tall|long|wide|strong|warm|bright|safe|good|ok|okay|fine|suitable|enough|right|any|still|really|also|even|with|in|for|at|or)\b/.test(
      plain,
    ) &&
    !namesProduct(context, clause)
  );
}

function isWholeSentence(context: Context, clause: Clause): boolean {
  return !context.clauses.some(
    (other) =>
      other !== clause &&
      other.sentence === clause.sentence &&
      other.from < clause.from &&
      plainOf(context.message, other).split(" ").length > 2,
  );
}

function namesProduct(context: Context, clause: Clause): boolean {
  const named = context.mentions.some(
    (mention) => (mention.kind === "category" || mention.kind === "brand") && inside(mention, clause),
  );
  return (
    named ||
    /\b(?:something|anything|ones?|show me|recommend|suggest)\b/.test(plainOf(context.message, clause))
  );
}

function namesWish(context: Context, clause: Clause): boolean {
  const plain = plainOf(context.message, clause);
  const named = context.mentions.some(
    (mention) => (mention.kind === "category" || mention.kind === "brand") && inside(mention, clause),
  );
  // "A helmet for it?" is about a helmet.
  const own = plain.replace(/\b(?:for|with|to go with|that goes with|on) (?:it|this|that|them)\b/, "");
  const aboutItem = /\b(?:it|this|that|they)\b/.test(own) && hasItemInView(context.state);
  const described =
    !hasItemInView(context.state) &&
    !/\b(?:it|this|that|they|you|your)\b/.test(plain) &&
    (context.mentions.some((mention) => mention.kind !== "attribute" && inside(mention, clause)) ||
      findFeatures(context, clause).length > 0);
  const comparative =
    /\b(?:cheaper|lighter|bigger|smaller|larger|longer|shorter|faster|quieter|less|more|different|another|other|similar)\b/.test(
      plain,
    );
  const ranked = ranksProducts(context, clause);
  const amount = context.quantities.some(
    (quantity) => inside(quantity, clause) && (quantity.currency !== null || quantity.bound !== "exact"),
  );
  return (
    !aboutItem &&
    (named ||
      described ||
      comparative ||
      ranked ||
      amount ||
      /\b(?:something|anything|ones?|in (?:black|white|red|blue|green))\b/.test(plain))
  );
}
