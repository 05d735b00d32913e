/**
 * Which sentences of a review an agent may read out. A quote is somebody else's sentence in the shop's mouth: what the
 * shop must not say itself (prices, other shops, promises of health), and what was written for somebody else than
 * shoppers (orders to a machine, insults), is not quoted.
 */
import { REDACTED } from "./redact-private.ts";

const WORDS_MIN = 5;
const WORDS_MAX = 26;

const UNQUOTABLE: readonly RegExp[] = [
  // Links, addresses, handles, mark-up and code.
  /https?:|www\.|\b[\w-]+\.(?:com|net|org|io|shop|store|co\.uk|de)\b|@\w|[{}<>|\\[\]`]|#\w/i,
  // A quotation within a quotation, and a question: the only question of a turn is the agent's own.
  /["“”„«»?]/,
  // Money and terms.
  /[$€£¥₹]|\b\d+(?:[.,]\d+)?\s?(?:usd|eur|gbp|dollars?|euros?|bucks|pounds sterling|quid)\b|\b(?:prices?|priced|cheap(?:er|est)?|expensive|discount(?:ed)?|coupon|voucher|promo|sale|refund(?:ed)?|money[- ]back|cost|costs|bargain)\b/i,
  // Other shops, and the shop's own service: what it promises, it promises itself.
  /\b(?:amazon|ebay|walmart|aliexpress|alibaba|temu|etsy|shein|costco|target|ikea|decathlon|zalando|best buy|wish\.com|elsewhere|(?:an)?other (?:shop|store|website|site|seller)s?|competitors?)\b/i,
  /\b(?:shipp(?:ing|ed)|deliver(?:y|ed|s)|arrived|packag(?:e|ed|ing)|parcel|courier|customer (?:service|support|care)|warranty|guarantee|returns? policy|seller|vendor|in stock|out of stock|sold out|ordered|my order)\b/i,
  // Words meant for a machine.
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines?|previous|above|prior|everything)\b|\b(?:system prompt|prompt injection|jailbreak|as an? (?:ai|assistant|language model)|you are (?:now|an? (?:ai|assistant|bot))|the (?:ai|assistant|bot|agent|chatbot)|(?:tell|inform|say to|offer|give|promise) (?:the |every |all |your )?(?:customers?|shoppers?|users?|buyers?|visitors?)|(?:act|respond|reply|answer) (?:as|with|like|only)|developer mode)\b/i,
  // The same in other languages, and what is written so that only a machine reads it.
  /\b(?:ignora|ignore[rz]|ignoriere?|ignoruj|oublie[sz]?|olvida|vergiss|dimentica|negeer|vergeet)(?![\p{L}])/iu,
  /[A-Za-z0-9+/=]{24,}|[\p{Cf}\u{ff01}-\u{ff5e}]|&#?\w+;|(?:\b\p{L} ){3,}/u,
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u,
  // Health: no shop may promise it, in nobody's words.
  /\b(?:cur(?:e|es|ed|ing)|heal(?:s|ed|ing)?|treat(?:s|ed|ing|ment)? (?:my|his|her|the|your|a)|diagnos\w+|prescri\w+|medicat\w+|medicine|doctor|dermatologist|chiropractor|physio\w*|therap\w+|eczema|psoriasis|acne|rosacea|arthritis|asthma|migraines?|insomnia|depression|anxiety|diabet\w+|cancer|allerg\w+|infection|rash|blood pressure|inflammation|pain(?:s|ful|less)?|anti-?aging|weight loss|lost \d+ ?(?:kg|pounds|lbs))\b/i,
  // Insults and filth.
  /\b(?:fuck\w*|shit\w*|bullshit|crap\w*|asshole|bastards?|bitch\w*|damn|idiots?|morons?|stupid|scam\w*|fraud\w*|thie(?:f|ves)|liars?|rip-?off|garbage|trash|sucks?|pathetic|retard\w*|nazi|whore|piss\w*|wtf)\b/i,
  // Paid for.
  /\b(?:in exchange for|received (?:this|it|the product) (?:for )?free|free product|honest review|sponsored|gifted by)\b/i,
  // The rating said in words is told by the stars; what stands elsewhere in the review or on the page is not there.
  /\b(?:[1-5]|one|two|three|four|five)[ -]?stars?\b|\b(?:review(?:s|ers?|ed)?|see (?:photo|picture|pic)s?|pictured|photo attached|update|edit)\b\s*:?/i,
  // People and days that only the author knows.
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/,
];

/** What leans on a sentence before it. */
const DANGLING =
  /^(?:but|and|or|also|so(?:,| (?:i|we|it|they|he|she|that|the|my|if|when|yes|no|far)\b)|however|though|although|yet|plus|then|which|because|otherwise|still|instead|therefore|thus|besides|moreover|furthermore|additionally|in addition|that said|other than that|apart from that|aside from that|except|especially|same|another|the other|as well|it also|they also|this also|it too|either|neither|not only that|even then|this is why|that's why|that is why|that's|that is|that was|this was|he|she|his|her|him|the (?:first|second|third|former|latter)\b|for example|e\.g|i\.e|ps|p\.s|on the other hand|overall it|anyway|\d+[.)]|[-*•])(?![\p{L}\d])/iu;

/** `text` is one sentence, whole. */
export function isQuotable(text: string): boolean {
  if (text.includes(REDACTED) || DANGLING.test(text)) return false;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length < WORDS_MIN || words.length > WORDS_MAX) return false;
  if (isShouted(text) || /(.)\1{3,}/u.test(text) || /…$|\.\.$/.test(text)) return false;
  return !UNQUOTABLE.some((pattern) => pattern.test(text));
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return capitals.length > letters.length * 0.4;
}
