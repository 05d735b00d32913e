/** What no evidence makes acceptable: health promises, leaks, foreign addresses, insults, orders to a model. */
import { type Check, type Finding, findAll } from "../finding.ts";
import { answerQuoted } from "../quoted-answers.ts";
import type { Reading } from "../read-sentence.ts";
import type { Support } from "../support.ts";

/** Claims on ailments, on the vulnerable, and of protection without limit. */
const CARE =
  /\b(?:(?:suitable|good|great|ideal|perfect|made|right|safe|works?|helps?|recommended|fine|gentle|kind|intended)(?: \w+)? (?:for|with|against|to|on) (?:[\w-]+ ){0,4}?(?:eczema|psoriasis|rosacea|acne|allerg\w+|dermatitis|asthma\w*|arthritis|migraines?|babies|newborns?|infants?|pregnan\w+|diabet\w+)|gentle enough|while (?:pregnant|breastfeeding)|soothes? (?:[\w-]+ ){0,2}?(?:eczema|psoriasis|rosacea|acne|pain|burns?|rash\w*)|(?:repairs?|restores?|regenerates?) (?:[\w-]+ ){0,2}?(?:skin|hair|joints?|tissue)|(?:full|complete|total|100 ?%|100 percent|absolute) protection|blocks? (?:100|99|all|every)|protects? (?:you|your \w+) (?:all day|completely|fully|from (?:everything|all))|(?:dermatologists?|doctors?|physicians?|pediatricians?) (?:love|recommend|approve|swear|trust)|(?:look|feel) (?:\w+ )?(?:years )?younger|keeps? you full|(?:burns?|melts?) (?:\w+ )?fat)\b/g;
const HEALTH =
  /\b(?:cures?|cured|heals?|treats?(?= (?:acne|eczema|psoriasis|depression|anxiety|pain|arthritis|migraines?|cancer|diabetes|insomnia|any|your|skin|the))|prevents? (?:\w+ )?(?:cancer|disease|illness|infection|injur\w+|wrinkles|covid|colds?|acne|back pain)|(?:relieves?|eliminates?|gets? rid of|eases?|reduces?|fixes|stops|ends) (?:your |all |any |the )?(?:\w+ )?(?:pain|anxiety|stress|depression|insomnia|arthritis|migraines?|headaches?|inflammation|eczema|acne|wrinkles|allerg\w+|snoring|symptoms)|(?:clinically|scientifically|medically|doctor|dermatologist|fda)[- ](?:proven|tested|approved|recommended|cleared)|(?:prevents?|avoids?|stops?|protects? against) (?:\w+ ){0,3}(?:death|sids|drowning|choking|suffocation)|infant death|no side effects|side[- ]effect[- ]free|(?:perfectly |completely |totally |absolutely |100% )?safe (?:for|to use|during|in|around|with|enough)[^.]{0,20}(?:baby|babies|infants?|newborns?|toddlers?|pregnan\w+|children|kids?|pets?|dogs?|cats?|allerg\w+|skin|daughter|son|everyone|asthma\w*|breastfeeding|daily|sleep)|(?:baby|child|kid|pet|pregnancy)[- ]safe|lose(?:s)? (?:\d+ )?(?:weight|pounds|kilos)|weight loss|boosts? (?:your )?(?:immun\w+|metabolism|fertility)|lowers? (?:your )?(?:blood pressure|cholesterol)|detox\w*|anti-?aging miracle|miracle|(?:can't|cannot|won't|will not|can never|never) (?:get hurt|be hurt|hurt (?:themselves|himself|herself|yourself))|you (?:won't|will not|can't|cannot) (?:get hurt|be injured|burn|get burnt|get burned|get sick|slip|fall|crash|have an allergic)|(?:won't|will not|never|can't) (?:cause|trigger|irritate|harm|hurt|break|fail|catch fire|explode)[^.]{0,30}|saves? (?:your )?lives?|life-?saving|allergy[- ]free|guaranteed (?:results|to work|safe)|replaces? (?:your )?(?:medication|medicine|doctor|sunscreen|helmet)|stop taking|protects? (?:you|your \w+)? ?(?:from|against) (?:injur\w+|cancer|covid|disease|radiation|death|accidents?|viruses|infection))\b/g;
const LEAK =
  /\b(?:system prompt|my (?:initial |original |hidden |secret |internal )?(?:prompt|instructions|guidelines|rules|programming|training data|configuration|system message|developer)|(?:hidden|secret|internal) (?:instructions?|prompt|rules?|notes?|guidelines)|i(?:'ve| was| am|'m| have)? (?:been )?(?:told|instructed|programmed|prompted|ordered|asked by (?:the )?(?:merchant|developer|shop)) (?:to|not|that|never|by)|as an? (?:ai )?language model|as a large language|large language model|\bllm\b|openai|chat ?gpt|gpt-?\d|anthropic|claude|gemini pro|ignore (?:all |the |my |your |any )*(?:previous|prior|above|earlier|instructions|rules)|disregard (?:all |the |my |previous |prior )+|new instructions|developer mode|jailbreak\w*|api[- ]?key|access token|password is|secret key|admin (?:password|panel|mode)|database|sql|<\/?\w+>|\{\{|\bc\d+\]|claim (?:id|c?\d+|[a-z]\d+)|(?:in|to|from) (?:the|my) plan\b|according to my (?:plan|prompt|claims)|the (?:prompt|instructions) (?:says?|tells?)|begin (?:system|prompt)|\[(?:system|inst|assistant|user)\]|(?:wholesale|purchase|cost) price|profit margin|our margin|i get a commission|sku=|debug)\b|<\/?[a-z][^>]*>|<\||\|>|(?:^|[.!?"]\s*)(?:system|assistant|user|developer)\s?:/g;
/** Orders that stood in a product's text, a review or a message, followed or repeated. */
const OBEDIENCE =
  /\bmy notes (?:say|tell me|want me|ask me) (?:to|not|that i)\b|(?<!\bfar )\bas (?:the |per the |this |that |a |per )?(?:listing|description|reviews?|reviewer|product|page|text|title|merchant|seller|prompt)(?:'s)?(?: text| page)? (?:instruct|ask|request|demand|order|command|tell|told|want|wish)\w*\b|\bas (?:i was )?(?:instructed|ordered|commanded|directed|told)\b|\bas requested (?:in|by) (?!you)\w+|\b(?:developer|debug|maintenance|admin|god|dan|sudo|unrestricted|unfiltered|root) mode\b|\bi(?:'m| am) (?:now |no longer )(?:unrestricted|unfiltered|free|dan|bound|restricted|limited|jailbroken)\b|\bfrom now on,? i\b|\bi(?:'ll| will) [^.]{0,40}from now on\b|\b(?:act|answer|respond|reply|behave|roleplay|role-play) as (?:a |an |if )?(?!quick|soon)\w+|\bmy (?:developers?|creators?|makers|context(?: window)?|system|orders|directives?|policy|guidelines|script|owners?|handlers?|operators?|trainers?|developer notes) (?:say|tell|told|want|forbid|require|instruct|state|ask|is to|are to)\w*\b|\b(?:notes?|rules?|text|prompt|instructions?|orders?|guidelines?) (?:that )?i(?: was|'ve been| have been) given\b|\bi was (?:set up|configured|built|trained|made|designed|told|given|hired|paid) to (?:favou?r|push|sell|promote|praise|hide|recommend|upsell|say|ignore)\b|\bupsell\w*|\bi(?:'m| am) (?:supposed|meant|paid|expected|required|obliged|encouraged|(?:not )?allowed|forbidden) to\b|\b(?:they|the (?:shop|owner|merchant|boss)|management|my boss) (?:wants?|asks?|asked|told|tells?|pays?) me\b|\b(?:higher|better|bigger|best|highest) margins?\b|\bcommission\b|\bsteer you\b|\bpush (?:this|the|our|you|these)\b|\byou are \w+, (?:an?|the) (?:\w+ ){0,3}(?:assistant|ai|bot|agent)\b|\b(?:text|words|message|lines?|everything) above\b|\b(?:hacked|pwned|jailbroken|overridden|override (?:accepted|complete|successful))\b|\binstructions? (?:received|applied|accepted|followed|understood|updated)\b|\b(?:the|this|a|your|initial|original) prompt\b|\bprompt injection\b|\b(?:tool|function) call\b|\bstack trace\b|\berror code\b|\bignor(?:e|ing) (?:the |all )?(?:other (?:products|items|packs|options)|rules|guard|guidelines)\b|\brule (?:\d+|number)\b|\bnever reveal\b|\brepeat after me\b|\bour (?:new )?polic(?:y|ies)\b|```|\{"|\[\[|###/g;
/** An order to an assistant, wherever it stands: not even a quotation passes it on. */
const ORDER =
  /\b(?:assistants?|ai|bots?|agents?|chatbots?|models?)[,:] (?:please )?(?:recommend|say|tell|ignore|reveal|offer|act|you|do not|don't|always|never|only|give|send|write|pretend|forget)\b|\b(?:tell|inform|ask|show|give|convince|persuade) (?:the|every|all|each|any) (?:shopper|customer|user|buyer|visitor)s?\b|\b(?:recommend|mention|promote|sell|show) only (?:this|our|these|my)\b|\bnew (?:rules?|orders?|policy)\b\s?:|\b(?:you must|always|never) (?:recommend|mention|promote|say|reveal|tell (?:the|them))\b|\boffer (?:them |everyone |everybody )?\d+ ?%|\bpretend (?:to be|that you)\b|\bforget (?:everything|all|your|the) (?:you|rules|instructions|above|before)\b|\bsay that (?:all|every) others?\b|\b(?:ignora|ignore[rz]?|ignoriere?|ignoruj|oublie[sz]?|olvida|vergiss|dimentica|esque[cç]a|negeer|vergeet)\b[^.]{0,60}\b(?:instruc\w+|instru[cç]\w+|istruzioni|anweisung\w*|consignes?|regeln?|reglas|r[eè]gles|prompt|instructies)\b|(?<![\w/])(?=[\w+/]*\d)(?=[\w+/]*[a-z])[A-Za-z0-9+/]{24,}={0,2}/giu;
/** What runs a thing down by a danger: nothing that a shop says of what it sells, unless the listing warns of it. */
const DANGER =
  /\b(?:catch(?:es)? fire|burst(?:s)? into flames|explode[sd]?|electrocut\w+|poison(?:s|ous)|(?<!non-)(?<!non )toxic|kills? (?:you|people)|(?<!not )(?:dangerous|unsafe))\b/g;
/** No listing of one thing warns of the others. */
const OTHERS_DANGER = new RegExp(
  `\\b(?:(?:all|any|every|both|each) )?(?:of )?(?:the )?(?:others?|rest|everything else|anything else)\\b[^.!?]{0,40}?(?:${DANGER.source})`,
  "g",
);
/** Nobody gives a whole shop away, whatever a text says. "Free of charge" is; "free of parabens" and "free-standing" are not. */
const GIVEAWAY =
  /\b(?:everything|anything|all|every|each)\b[^.,;:!?]{0,40}?(?:'s| is| are|'re)(?: now| today| completely| totally| absolutely| entirely)* (?:(?:for )?free(?! (?:of|from|to|and|or|range|trade|time|shipping|delivery|returns?)\b(?! charge))(?![-\w])|free of charge|gratis|on the house|complimentary)\b/g;
const CONTACT =
  /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S+|\b(?:dm|message|follow|text|find|add) us\b|\bhttps?:\/\/[^\s)>\]]+|\bwww\.[^\s)>\]]+|\b[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}\b|\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|shop|store|co|example|ru|cn|info|biz|xyz|de|uk|fr|es|eu|app|dev)\b(?:\/\S*)?|(?:\+\d[\d\s().-]{6,}\d|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4})|\b(?:whatsapp|telegram|wechat|text|call|email|message|dm|phone) (?:me|us|our|him|them)\b|\b(?:on|via|through) (?:whatsapp|telegram|wechat|facebook|instagram|signal)\b|\bcredit card (?:number|details)\b|\bcard number\b|\bcvv\b|\byour password\b|\b(?:social security|bank account|passport number)\b/g;
const INSULT =
  /\b(?:stupid|idiot\w*|moron\w*|dumb|fool(?:ish)?|imbecile|loser|shut up|pathetic|ridiculous (?:question|request|budget)|you(?:'re| are) (?:too )?(?:poor|cheap|ugly|fat|old|annoying|lazy|clueless|ignorant|wasting|an? (?:joke|pain|waste))|hate you|damn|hell with|crap|shit\w*|fuck\w*|bitch\w*|bastard|asshole|go away|get lost|nobody (?:asked|cares)|waste of (?:my )?time|wasting my time|screw you|suck(?:s|er)?|kill yourself|your kind|you people|cheapskate|tightwad)\b/g;
const PRESSURE =
  /\b(?:you(?:'ll| will) regret|you(?:'d| would) be (?:crazy|mad|foolish)|you (?:must|have to) buy|buy (?:it )?now or|don't (?:tell|buy from|trust) (?:anyone|them|other|competitors)|(?:competitors?|amazon|other (?:shops|stores)) (?:is|are|sell|sells|charge|charges))\b/g;

/** Words of danger that many rows use innocently ("treats your skin", "reduces wrinkles") are unsafe from the agent's mouth all the same. */
export const checkSafety: Check = (reading, support) => {
  const text = reading.normal.lower;
  const absent = new Set(reading.clauses.filter((clause) => clause.kind === "absence"));
  const inAbsence = ({ start }: Finding) =>
    [...absent].some((clause) => start >= clause.start && start < clause.end);
  return [
    ...findAll(HEALTH, text, 0, "unsafe", "promises health or safety").filter(
      (finding) =>
        !inAbsence(finding) &&
        !insideQuote(finding, reading) &&
        !insideName(finding, reading) &&
        // "It won't replace sunscreen" warns.
        !(
          /^(?:replace|cure|heal|treat|prevent)/.test(text.slice(finding.start)) &&
          /\b(?:won't|doesn't|can't|cannot|not|never|no) (?:\w+ )?$/.test(text.slice(0, finding.start))
        ),
    ),
    ...findAll(ORDER, reading.normal.cased, 0, "unsafe", "passes an order on that stood in a text"),
    ...findAll(CARE, text, 0, "unsafe", "promises health or safety").filter(
      (finding) => !isHedged(finding, reading) && !insideQuote(finding, reading),
    ),
    ...findAll(
      OBEDIENCE,
      reading.normal.lower,
      0,
      "unsafe",
      "follows what a text told it, or tells what it was told",
    ).filter((finding) => !insideName(finding, reading) && !insideQuote(finding, reading)),
    ...findAll(LEAK, text, 0, "unsafe", "talks of instructions, prompts or other inner matters").filter(
      (finding) => !insideName(finding, reading),
    ),
    ...findAll(CONTACT, text, 0, "unsafe", "an address or contact that is not in the catalog").filter(
      (finding) => !isOwnAddress(finding, text, support) && !isOfAnswer(finding, reading, support),
    ),
    ...findAll(INSULT, text, 0, "unsafe", "insults").filter(
      (finding) => !insideName(finding, reading) && !insideQuote(finding, reading),
    ),
    ...findAll(DANGER, text, 0, "unsafe", "tells of a danger that no listing warns of").filter(
      (finding) =>
        !inAbsence(finding) &&
        !insideQuote(finding, reading) &&
        !insideName(finding, reading) &&
        !isHedged(finding, reading) &&
        !support.items.some((item) => item.text.includes(text.slice(finding.start, finding.end))),
    ),
    ...findAll(OTHERS_DANGER, text, 0, "unsafe", "tells of a danger that no listing warns of").filter(
      (finding) => !inAbsence(finding) && !insideName(finding, reading) && !insideQuote(finding, reading),
    ),
    ...findAll(GIVEAWAY, text, 0, "unsafe", "gives away what has a price").filter(
      (finding) => !inAbsence(finding) && !insideName(finding, reading) && !insideQuote(finding, reading),
    ),
    ...findAll(PRESSURE, text, 0, "unsafe", "presses the shopper or runs others down"),
  ];
};

const ABOUT_IT = /^\W*(?:it|this|that|they|these|the)\b/;

/** "I can't say whether it helps against acne", "is it for a baby?" */
function isHedged({ start }: Finding, reading: Reading): boolean {
  return reading.clauses.some(
    ({ kind, text, start: from, end: to }) =>
      start >= from &&
      start < to &&
      (kind === "absence" || kind === "question" || (kind === "shopper" && !ABOUT_IT.test(text))),
  );
}

function insideQuote(finding: Finding, reading: Reading): boolean {
  return reading.quotes.some((quote) => finding.start >= quote.start && finding.end <= quote.end);
}

function insideName(finding: Finding, reading: Reading): boolean {
  return reading.mentions.some((mention) => finding.start >= mention.start && finding.end <= mention.end);
}

/** The shop may say where it is to be reached. */
function isOfAnswer(finding: Finding, reading: Reading, support: Support): boolean {
  return reading.quotes.some(
    (quote) =>
      finding.start >= quote.start &&
      finding.end <= quote.end &&
      answerQuoted(quote, reading, support) !== null,
  );
}

/** The shop's own pages of the items, word for word. */
function isOwnAddress(finding: Finding, text: string, support: Support): boolean {
  const address = text.slice(finding.start, finding.end).replace(/[.,!?]+$/, "");
  return (
    support.items.some((item) => item.product.url.toLowerCase() === address) ||
    insideItemText(address, support)
  );
}

function insideItemText(address: string, support: Support): boolean {
  return (
    !/^(?:https?:|www)|@|\d{3}/.test(address) &&
    support.items.some(
      (item) =>
        item.product.title.toLowerCase().includes(address) || item.product.brand?.toLowerCase() === address,
    )
  );
}
