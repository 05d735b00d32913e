/** What a question is about, by the words people ask with. */

import { CONVERSATION_WORDS, FEATURES, LONGEST_FEATURE } from "./english-words.ts";
import { kindredAttribute } from "./kindred-attributes.ts";
import { findAll, inside, overlaps, plainOf, quote, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export interface Topic extends Span {
  about: string;
  value?: string;
}

interface TopicRule {
  /** The topic, or names the attribute may have in the catalog with the topic when it has none of them. */
  about: string;
  attributes?: readonly string[];
  /** Asked of nothing where the catalog has none of the attributes: "how long does it last" of a cream is no battery's life. */
  isKnownOnly?: true;
  pattern: RegExp;
}

/** Service topics come first: "how much is shipping" asks about shipping, not about a price. */
const RULES: TopicRule[] = [
  {
    about: "identity",
    pattern:
      /\b(?:are you (?:a |an |really |actually |even |just )*(?:real|human|robot|bot|machine|person|ai|chatbot|computer|chatgpt|gpt|llm|alive|automated)|(?:am i|is this) (?:talking|speaking|chatting|typing)?(?: ?(?:to|with))? ?(?:a |an )*(?:real |actual )?(?:human|robot|bot|machine|person|ai|chatbot|computer)|who (?:are|is) (?:you|this)|what are you(?! ?(?:r|selling|recommending))|what is your name|who (?:made|built|created) you|(?:do you have a|what is your) name|human or (?:a )?(?:bot|robot|machine))\b/g,
  },
  {
    about: "shipping",
    pattern:
      /\b(?:free )?(?:ship(?:s|ping|ped|ment)?|deliver(?:y|ed|s|ies)?|postage|arrive[sd]?|express|dispatch(?:ed)?|how (?:fast|soon|quickly|long) (?:can|will|does|do|would|until) (?:i|it|you|they)(?: take)?(?: to)? (?:get|have|receive|arrive|here)|get it by|here by|track(?:ing)? (?:number|my))\b/g,
  },
  {
    about: "returns",
    pattern:
      /\b(?:return(?:s|ed|ing|able)?(?: policy)?|refund(?:s|ed|able)?|exchange(?:s|d)?|send (?:it|them) back|bring it back|money back|trial period|if (?:it|i) (?:does|do) not (?:fit|like))\b/g,
  },
  {
    about: "warranty",
    pattern: /\b(?:warrant(?:y|ies)|guarantee(?:d|s)?|what if it breaks|repairs?|after sales|insurance)\b/g,
  },
  {
    about: "discount",
    pattern:
      /\b(?:discount(?:s|ed)?|coupons?|promo(?:s|tion|tions)?(?: codes?)?|voucher(?:s)?|on sale|sales? (?:on|going|soon)|deals?|special offers?|price match|student|bundle|black friday|cheaper if i|clearance)\b/g,
  },
  {
    about: "payment",
    pattern:
      /\b(?:pay(?:ment|ments|ing)?(?: (?:methods?|options?|plan|by|with))?|credit cards?|debit card|paypal|klarna|afterpay|apple pay|google pay|instal?lments?|financ(?:e|ing)|invoice|cash on delivery|visa|mastercard|monthly)\b/g,
  },
  {
    about: "reviews",
    pattern:
      /\b(?:reviews?|(?:people|others|customers|buyers|anyone|users|owners) (?:say|saying|think|thinking|like it|said|complain|bought|tried)|feedback|testimonials?|complaints?|any good)\b/g,
  },
  {
    about: "rating",
    pattern: /\b(?:how (?:well )?(?:is|are) .{0,20}rated|ratings?|how many stars|star rating)\b/g,
  },
  {
    about: "availability",
    pattern:
      /\b(?:in stock|out of stock|stock(?: left)?|availab(?:le|ility)|sold out|back in|in store|how many (?:are )?left|still have (?:it|them|this|that)|pick ?up|pre ?order)\b/g,
  },
  {
    about: "variants",
    pattern:
      /\b(?:(?:what|which|other|any other|more|how many|different) (?:colou?rs?|sizes?|shades?|variants?|versions?|options?|finishes|styles|flavou?rs?|colou?rways?)(?= (?:does|do|is|are|can|come|available|you|have|there)|$| ?[?.!])|(?:colou?rs?|sizes?|shades?) (?:available|options|(?:does|do) it come|are there|can i get)|come in (?:other|different|any other|more|what|which|several|various))\b/g,
  },
  {
    about: "waterproofing",
    attributes: ["waterproofing", "waterproof rating", "water resistance", "waterproof", "protection class"],
    pattern:
      /\b(?:keeps? (?:me|my|it|us|things|stuff|everything|the contents?)(?: [a-z]+)? dry|(?:in|for|against|through) (?:the |heavy |hard |pouring |a )*(?:rain|downpour|wet weather)|gets? wet|rain ?proof)\b/g,
  },
  {
    about: "weight",
    attributes: ["weight", "item weight", "net weight", "product weight"],
    pattern:
      /\b(?:how (?:much does|much do) (?:it|this|that|they|the [a-z ]{1,30}?) weigh|weighs?|how heavy|how light|weight|too heavy|heavy(?! (?:rain|snow|traffic|loads?|use|duty)))\b/g,
  },
  {
    about: "charging time",
    attributes: ["charging time", "charge time", "recharge time"],
    pattern:
      /\b(?:how long (?:does|do|will|would) (?:the |its |a )?[a-z]+(?: battery)?(?: need| take)? to (?:fully )?(?:re)?charge|(?:long|hours?|time|day|night|forever|ages) to (?:fully )?(?:re)?charge|how (?:fast|quickly) does (?:it|the battery) (?:re)?charge)\b/g,
  },
  {
    about: "charging",
    isKnownOnly: true,
    attributes: ["charging", "rechargeable", "power source"],
    pattern: /\b(?:rechargeable|how (?:does|do|can|is|are) (?:i|it|they|you) (?:re)?charged?)\b/g,
  },
  {
    about: "range",
    isKnownOnly: true,
    attributes: ["range", "electric range"],
    pattern: /\b(?:how far (?:does|do|can|will|would|is)[a-z ]{0,40}|per charge|(?:one|a|single) charge)\b/g,
  },
  {
    about: "setup time",
    isKnownOnly: true,
    attributes: ["setup time", "assembly time", "assembly", "pitching time"],
    pattern:
      /\b(?:(?:to|i) (?:put (?:it |them )?up|set (?:it |them )?up|pitch(?: it)?|assemble|build)|how (?:hard|easy) is it to (?:put up|set up|pitch|assemble))\b/g,
  },
  {
    about: "packed size",
    attributes: ["packed size", "folded size", "pack size"],
    pattern:
      /\b(?:how small (?:does|do|can|will) (?:it|they|this|that) (?:pack|fold|roll)|(?:packs?|folds?|rolls?) (?:down|up|away|small|flat|to)(?: [a-z]+)?|packed down|folded up)\b/g,
  },
  {
    about: "sleeps",
    isKnownOnly: true,
    attributes: ["sleeps", "persons", "capacity persons", "number of persons", "people", "serves"],
    pattern:
      /\b(?:how many (?:people|persons|of us)(?: (?:does|do|can|will|fit|sleep)[a-z ]{0,20})?|(?:one|two|three|four|five|six|\d+) (?:people|persons|adults|kids)(?: (?:really |actually )?(?:fit|sleep)(?: (?:in|inside)(?: there| it)?)?)?)\b/g,
  },
  {
    about: "size",
    attributes: ["rider height", "body height", "size"],
    pattern:
      /\b(?:(?:fits?|suits?|right for|good for|okay for|ok for) (?:someone|somebody|a person|a rider|me|people|a woman|a man) (?:who is |of |at |i am |if i am )?(?:about )?\d[\d.,]*(?: ?[a-z]+)?|how tall (?:do|should|must) (?:i|you|the rider)|my height)\b/g,
  },
  {
    about: "leakproof",
    isKnownOnly: true,
    attributes: ["leakproof", "leak proof", "leak-proof", "watertight"],
    pattern: /\b(?:leaks?|leaking|leaky|spills?|watertight)\b/g,
  },
  {
    about: "battery life",
    attributes: ["battery life", "battery", "battery capacity", "runtime"],
    isKnownOnly: true,
    pattern: /\bhow long (?:does|will|do|can) (?:it|they|this|that|one) (?:run|last)\b/g,
  },
  {
    about: "battery life",
    attributes: ["battery life", "battery", "battery capacity", "runtime"],
    pattern:
      /\b(?:how long (?:does|will|do|can) (?:the |it |its |a )?battery(?: last)?[a-z ]{0,14}|battery(?: life| last)?)\b/g,
  },
  {
    about: "size",
    attributes: ["carry-on", "cabin size", "cabin approved", "dimensions", "size"],
    pattern:
      /\b(?:(?:it |they |this |that |one )?(?:would |will |really |actually )*(?:fits? )?(?:under|below|in|into|inside) (?:a |an |the |my )?(?:plane|airplane|aeroplane|airline|aircraft|overhead)(?: [a-z]+)?|carry ?-?on|cabin (?:bag|baggage|luggage|size)|hand luggage|overhead (?:bin|compartment|locker)|(?:under|below) (?:a |an |the |my )?(?:plane |airplane |aeroplane |airline |aircraft )?seat|(?:on|in|into) (?:a |an |the )?(?:plane|airplane|aeroplane|cabin))\b/g,
  },
  {
    about: "capacity",
    attributes: ["capacity", "volume"],
    pattern:
      /\b(?:how many (?:litres?|liters?|cups|gallons|ounces|ml)|how much (?:does|can|will) (?:it|this|that|they) (?:hold|carry|take))\b/g,
  },
  {
    about: "size",
    attributes: ["size", "dimensions", "screen size", "capacity", "volume", "width"],
    pattern:
      /\b(?:how (?:big|large|small)|what (?:size|are the dimensions)|dimensions?|measurements?|how much (?:does it|can it|will it) fit|(?:does|will|would|do|can|if|whether|not sure|sure|hope|doubt) (?:it|this|that|they|i|the [a-z]+) (?:really |even |actually )?(?:fits?|squeeze)|it fits?|fit (?:under|in|into|on|inside|through|my|a|an|the)|true to size|run (?:small|large|big)|too (?:big|small|large|bulky|tight))\b/g,
  },
  {
    about: "length",
    attributes: ["length", "cable length"],
    pattern:
      /\b(?:how long is(?! (?:the )?(?:shipping|delivery|warranty|guarantee|return|refund))|what length|too (?:long|short))\b/g,
  },
  { about: "height", attributes: ["height"], pattern: /\b(?:how (?:tall|high))\b/g },
  { about: "width", attributes: ["width"], pattern: /\bhow wide\b/g },
  {
    about: "material",
    attributes: ["material", "materials", "frame material", "fabric"],
    pattern: /\b(?:what material|made (?:of|from|out of)|what is it made|materials?|ingredients?)\b/g,
  },
  {
    about: "speed",
    attributes: ["speed", "top speed"],
    pattern: /\b(?:how fast (?:is|does|can it)|top speed)\b/g,
  },
  {
    about: "noise",
    attributes: ["noise", "noise level"],
    pattern: /\b(?:how (?:loud|noisy|quiet)|too (?:loud|noisy))\b/g,
  },
  {
    about: "brand",
    pattern:
      /\b(?:(?:what|which) (?:brands?|make)|who makes|who (?:is )?(?:the )?manufacturer|manufactured by|made by (?:who|whom))\b/g,
  },
  {
    about: "price",
    pattern:
      /\b(?:how much(?: (?:is|are|does|do|for|would|will)\b)?|prices?|cost(?:s|ing)?|how expensive|too expensive|too pricey|afford|worth (?:it|the money|the price)|expensive)\b/g,
  },
];
const SERVICES = new Set(["shipping", "returns", "warranty", "discount", "payment"]);
const COMES_IN =
  /\b(?:come|comes|came|coming|available|get (?:it|that|this|them|one)|have (?:it|that|this|them|one)|got (?:it|that|this)) in (?:a |an |the |size )?(.+?)(?= (?:and|or|too|as well|please|\?|,|\.)|$| ?[?,.!])/g;

/** The topics of a span, left to right; a question may have several: "what's the weight and the warranty?" What only points at items is left out. */
export function findTopics(context: Context, span: Span, pointed: Span[] = []): Topic[] {
  const topics: Topic[] = [];
  const add = (topic: Topic) => {
    if (
      !topics.some(
        (other) => overlaps(other, topic) || (other.about === topic.about && other.value === topic.value),
      )
    )
      topics.push(topic);
  };
  const measured = measuredParts(context, span);
  for (const topic of measured) add(topic);
  for (const topic of valueTopics(context, span, pointed)) add(wholePart(context, span, topic));
  for (const topic of namedAttributes(context, span))
    if (!topics.some((other) => other.about === topic.about)) add(topic);
  for (const rule of RULES) {
    if (rule.isKnownOnly && !context.lexicon.attributeNamed(rule.attributes ?? [])) continue;
    for (const found of findAll(context.message, rule.pattern, span)) {
      const about = rule.attributes
        ? (context.lexicon.attributeNamed(rule.attributes)?.name ?? rule.about)
        : rule.about;
      // "How long does the battery last" asks for more than the battery it names.
      const named = topics.findIndex(
        (other) =>
          (other.value === undefined || other.about === "feature") &&
          other.from >= found.from &&
          other.to <= found.to,
      );
      if (named !== -1 && rule.attributes && context.lexicon.attribute(about)) topics.splice(named, 1);
      const isSaid =
        topics.some((other) => other.about === about) || measured.some((other) => overlaps(other, found));
      if (!isSaid) add({ from: found.from, to: found.to, about });
    }
  }
  for (const [index, topic] of topics.entries()) topics[index] = asAttribute(context, topic);
  if (topics.length === 0) topics.push(...attributeAsked(context, span));
  if (topics.length === 0) topics.push(...partAsked(context, span));
  if (topics.length === 0) topics.push(...overviewAsked(context, span));
  topics.sort((a, b) => a.from - b.from);
  return withoutEchoes(context, topics);
}

/** "Does it fit a 16 inch laptop?" asks for the laptop size; that something fits is then no question of its own. */
function measuredParts(context: Context, span: Span): Topic[] {
  return context.quantities.flatMap((quantity) => {
    const noun = context.message.tokens[quantity.to];
    if (!inside(quantity, span) || noun?.kind !== "word") return [];
    const attribute = context.lexicon.attributeNamed([`${noun.stem} size`, `${noun.word} size`]);
    if (!attribute) return [];
    const fits = findAll(context.message, /\b(?:fits?|holds?|takes?|room for)\b/g, span)[0];
    const from = Math.min(fits?.from ?? quantity.from, quantity.from);
    return [{ from, to: quantity.to + 1, about: attribute.name, value: quote(context.message, quantity) }];
  });
}

const HAS_PART =
  /\b(?:have|has|come with|comes with|include|includes|got|support|supports|work with|works with) (?:a |an |any |the |my |its )?((?:[a-z]+ ){0,2}[a-z]+)(?= ?[?.,!]|$)/g;

/** "Is it breathable?" asks for the breathability, where the catalog has one. */
function asAttribute(context: Context, topic: Topic): Topic {
  if (topic.about !== "feature" || topic.value === undefined) return topic;
  const words = topic.value.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const attribute =
    context.lexicon.attributeNamed([topic.value]) ??
    (words.length === 1 ? kindredAttribute(context.vocabulary, words) : undefined);
  return attribute ? { ...topic, about: attribute.name } : topic;
}

/** An attribute that the question names whole ("range?") or by a word of its family ("can it go in the dishwasher?"). */
function attributeAsked(context: Context, span: Span): Topic[] {
  const tokens = context.message.tokens.slice(span.from, span.to).filter(({ kind }) => kind === "word");
  const whole = tokens.map(({ word }) => word).join(" ");
  const words = tokens
    .map(({ word }) => word)
    // Who compares asks for no compatibility.
    .filter((word) => !/^compar/.test(word))
    .filter((word) => !CONVERSATION_WORDS.has(word) || context.lexicon.attribute(word) !== undefined);
  const attribute =
    context.lexicon.attributeNamed([whole.replace(/^(?:and |the |its |what about |how about )+/, "")]) ??
    kindredAttribute(context.vocabulary, words);
  return attribute ? [{ ...span, about: attribute.name }] : [];
}

/** A "chest strap" is no strap of any kind: where a value is only the last word of the part, the part is asked for. */
function wholePart(context: Context, span: Span, topic: Topic): Topic {
  if (topic.value === undefined || topic.to - topic.from > 1) return topic;
  const part = findAll(context.message, HAS_PART, span)
    .filter((found) => found.to === topic.to)
    .map((found) => partOf(found.match[1]))
    .find((words) => words.includes(" "));
  return part ? { from: topic.from, to: topic.to, about: "feature", value: part } : topic;
}

/** "Have it in red" asks for the red. */
function partOf(words = ""): string {
  return words.replace(/^(?:it|them|this|that|one) (?:in|with) /, "");
}

/** "Is it lined?", "can they be resoled?" */
const IS_SO =
  /^(?:(?:and|but|so|is|are) )?(?:is|are|can|could) (?:it|this|that|they|these|those|the [a-z]+(?: one)?) (?:also |really |actually |even )?(?:be )?((?!(?:ok|okay|fine|good|better|best|worth|nice|right|possible|true|real|there|here|made|you|in|on|at|for|from|to|with|a|an|the|any|what|how|made|still)\b)[a-z]+(?: [a-z]+)?)(?= ?[?.,!]|$)/g;

/** "Does it come with pedals?": no list knows the word, so it is looked for in the texts as it was said. */
function partAsked(context: Context, span: Span): Topic[] {
  const parts = findAll(context.message, HAS_PART, span);
  const found = parts.length > 0 ? parts : findAll(context.message, IS_SO, span);
  return found.map((found) => ({
    from: found.from,
    to: found.to,
    about: "feature",
    value: partOf(found.match[1]),
  }));
}

const OVERVIEW =
  /\b(?:(?:tell|give|show) (?:me|us) (?:(?:a bit|a little|something|some|any|the|all|more|details?|info(?:rmation)?|facts) )*(?:about|on|of)|(?:more|any|some) (?:details?|info(?:rmation)?) (?:about|on)|what (?:can|could) you (?:tell (?:me|us)|say) about|what(?:s| is) (?:so )?special about)\b/g;

/** "Tell me about the first one": whatever is worth knowing of it. */
function overviewAsked(context: Context, span: Span): Topic[] {
  return findAll(context.message, OVERVIEW, span).map(({ from, to }) => ({ from, to, about: "overview" }));
}

/** "How much" beside another topic belongs to it, and who asks whether this is a robot asks nothing else. */
function withoutEchoes(context: Context, topics: Topic[]): Topic[] {
  const identity = topics.find((topic) => topic.about === "identity");
  if (identity) return [identity];
  return topics.filter((topic) => {
    if (topic.about !== "price" || topics.length === 1) return true;
    const words = plainOf(context.message, topic);
    // "How much memory" asks for a quantity of what follows.
    if (words === "how much" && topics.some((other) => other.from === topic.to)) return false;
    return (
      !/^(?:how much|cost)/.test(words) ||
      !topics.some((other) => SERVICES.has(other.about) || other.about === "weight")
    );
  });
}

const OF_WEATHER = /^(?:heavy|light) (?:rain|snow|wind|traffic|use|duty)\b/;

function namedAttributes(context: Context, span: Span): Topic[] {
  return (
    context.mentions
      .filter((mention) => mention.kind === "attribute" && inside(mention, span))
      // Heavy rain weighs nothing.
      .filter(
        (mention) => !OF_WEATHER.test(context.message.plain.slice(context.message.plainStarts[mention.from])),
      )
      .filter(
        (mention) =>
          !/\b(?:what|which|other|any|more) $/.test(
            context.message.plain.slice(0, context.message.plainStarts[mention.from]),
          ) || !/\b(?:come|available)\b/.test(plainOf(context.message, span)),
      )
      .map((mention) => ({ from: mention.from, to: mention.to, about: mention.name }))
  );
}

/** "Does it come in black?", "is it vegan and waterproof?": the values asked for. */
function valueTopics(context: Context, span: Span, pointed: Span[]): Topic[] {
  const topics: Topic[] = [];
  for (const mention of context.mentions) {
    // "The blue one" points; it does not ask whether something is blue.
    if (!inside(mention, span) || pointed.some((other) => overlaps(other, mention))) continue;
    if (mention.kind === "value")
      topics.push({
        from: mention.from,
        to: mention.to,
        about: nearestAttribute(context, span, mention.attributes),
        value: mention.name,
      });
    if (mention.kind === "tag")
      topics.push({ from: mention.from, to: mention.to, about: "feature", value: mention.name });
  }
  for (const feature of findFeatures(context, span)) {
    if (!topics.some((topic) => overlaps(topic, feature)) && !isAsked(context, feature))
      topics.push({ from: feature.from, to: feature.to, about: "feature", value: feature.value });
  }
  for (const found of findAll(context.message, COMES_IN, span)) {
    const value = found.match[1] ?? "";
    const covered =
      topics.some((topic) => overlaps(topic, found)) ||
      /\b(?:stock|store|other|different|what|which|colors?|colours?|sizes?|time)\b/.test(value);
    if (!covered && value.split(" ").length <= 3)
      topics.push({ from: found.from, to: found.to, about: "variants", value });
  }
  return topics;
}

/** "How heavy", "too big": the adjective is measured, not asked for as a property. */
function isAsked(context: Context, span: Span): boolean {
  return (
    /^(?:how|too|this|so|very)$/.test(context.message.tokens[span.from - 1]?.word ?? "") ||
    /^(?:fast|battery life|long battery life)$/.test(plainOf(context.message, span))
  );
}

function nearestAttribute(context: Context, span: Span, attributes: string[]): string {
  const named = context.mentions.find(
    (mention) => mention.kind === "attribute" && inside(mention, span) && attributes.includes(mention.name),
  );
  return named?.name ?? attributes[0] ?? "variants";
}

export interface FoundFeature extends Span {
  value: string;
}

/** "Sugar free", but not "everything is free". */
const FREE_OF =
  /^(?!(?:is|are|was|be|for|so|all|it|get|got|the|a|totally|completely|everything|today|now) )[a-z]+ free$/;

/** Properties of the feature list in a span, the longest phrase first at each place. Hyphens read as spaces. */
export function findFeatures(context: Context, span: Span): FoundFeature[] {
  const { tokens } = context.message;
  const found: FoundFeature[] = [];
  for (let from = span.from; from < span.to; from++) {
    let phrase = "";
    let longest: FoundFeature | null = null;
    let words = 0;
    for (let index = from; index < span.to && words < LONGEST_FEATURE; index++) {
      const token = tokens[index];
      if (!token || (token.kind === "mark" && (token.word !== "-" || index === from))) break;
      if (token.kind === "mark") continue;
      phrase = phrase === "" ? token.word : `${phrase} ${token.word}`;
      words++;
      const value = FEATURES.get(phrase) ?? (FREE_OF.test(phrase) ? phrase : undefined);
      if (value !== undefined) longest = { from, to: index + 1, value };
    }
    if (!longest) continue;
    found.push(longest);
    from = longest.to - 1;
  }
  return found;
}
