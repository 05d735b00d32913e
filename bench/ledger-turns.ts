/**
 * Labelled turns for the ledger of open questions [LED-1 to LED-4], over the demo's catalog. Each row is a talk so far, a
 * message, and the ledger as it should stand once the agent has answered: "kind about status" per entry, in any order.
 * `about` may name several topics that mean the same to a shopper ("dimensions|packed size"). Entries that the agent
 * raises by its own choice in a live turn are not part of a row; those of a scripted turn are.
 *
 * The labels say what a good shop assistant would keep in mind, and were written before the ledger was measured by them.
 * All rows have been tuned on by now, also the third that was held back at first: what is new is measured on
 * `ledger-turns-independent.ts`.
 */
export interface AgentStep {
  /** Shows these items. */
  shows?: string[];
  /** Asks about this attribute. */
  asks?: string;
  /** Says that the first differs from the second on the attribute, without saying by how much. */
  compares?: { sku: string; over: string; attribute: string; direction: "less" | "more" };
}

export interface LedgerRow {
  /** The page the shopper is on. */
  sku?: string;
  /** What went before: the shopper's words, answered by the live agent, or a scripted turn of the agent's. */
  before: (string | AgentStep)[];
  message: string;
  expected: string[];
  group: string;
  heldBack: boolean;
}

type Start = { sku?: string; before: (string | AgentStep)[] };

const home: Start = { before: [] };
const bags: Start = { before: [{ shows: ["OXB-TIDEWATER-22", "OXB-TIDEWATER-30", "OXB-LEDGER-18"] }] };
const duffels: Start = { before: [{ shows: ["OXB-WEIR-40", "OXB-WEIR-60"] }] };
const jackets: Start = { before: [{ shows: ["SAL-PETRICHOR", "SAL-PETRICHOR-LONG"] }] };
const cityBikes: Start = { before: [{ shows: ["RYE-LAMPLIGHTER-8", "RYE-CANAL-3"] }] };
const gravelBikes: Start = { before: [{ shows: ["RYE-DROVER-12", "RYE-DROVER-STEEL"] }] };
const eBikes: Start = { before: [{ shows: ["RYE-TAILWIND-CITY", "RYE-TAILWIND-STEP"] }] };
const tents: Start = { before: [{ shows: ["PIN-WARBLER-1", "PIN-WARBLER-2"] }] };
const lamps: Start = { before: [{ shows: ["GLI-MOTH-350", "GLI-MOTH-900"] }] };
const shoes: Start = { before: [{ shows: ["TUS-GORSE-LOW", "TUS-GORSE-MID"] }] };
const onFlask: Start = { sku: "WEL-HEARTH-500", before: [] };

const onHelmet: Start = { sku: "RYE-ACORN-GLOW", before: [] };
const asked = (attribute: string, start: Start = bags): Start => ({
  ...start,
  before: [...start.before, { asks: attribute }],
});
const claimed = (sku: string, over: string, attribute: string, direction: "less" | "more"): Start => ({
  before: [{ shows: [sku, over], compares: { sku, over, attribute, direction } }],
});
const after = (start: Start, ...before: (string | AgentStep)[]): Start => ({
  ...start,
  before: [...start.before, ...before],
});

type Row = [start: Start, message: string, ...expected: string[]];

const GROUPS: Record<string, Row[]> = {
  "[LED-1] questions asked outright": [
    [bags, "how much does it weigh?", "asked weight answered"],
    [bags, "does it fit a 16 inch laptop?", "asked laptop size answered"],
    [bags, "is it waterproof?", "asked waterproofing answered"],
    [bags, "whats it made of", "asked material answered"],
    [bags, "Does the first one come in black?", "asked colour|variants answered"],
    [bags, "what colours are there", "asked colour|variants answered"],
    [bags, "how much is the second one?", "asked price answered"],
    [bags, "is the Ledger any good?", "asked reviews|rating answered"],
    [bags, "does it have a chest strap?", "asked feature unanswerable"],
    [bags, "where is it made?", "asked other|country of origin|brand unanswerable"],
    [bags, "who makes it?", "asked brand answered"],
    [bags, "how big is it", "asked size|dimensions|capacity answered"],
    [bags, "how many litres does it hold?", "asked capacity answered"],
    [bags, "is it in stock?", "asked availability answered"],
    [bags, "how long is the warranty?", "asked warranty unanswerable"],
    [bags, "do you deliver to Canada?", "asked shipping unanswerable"],
    [bags, "can I send it back if I don't like it?", "asked returns unanswerable"],
    [bags, "do you take paypal", "asked payment unanswerable"],
    [bags, "any discount for students?", "asked discount unanswerable"],
    [bags, "what do people say about the second one?", "asked reviews answered"],
    [bags, "tell me more about the closure", "asked closure answered"],
    [
      bags,
      "I was wondering whether it has a rain cover",
      "asked feature|waterproofing unanswerable|answered",
    ],
    [bags, "are you a robot?", "asked identity answered"],
    [jackets, "how waterproof is it", "asked waterproof rating|waterproofing answered"],
    [jackets, "does the hood come off?", "asked hood answered"],
    [jackets, "is it breathable?", "asked breathability answered"],
    [jackets, "Do you have it in XL?", "asked size answered"],
    [jackets, "does it have pit zips?", "asked feature answered|unanswerable"],
    [jackets, "can you machine wash it?", "asked care|feature|other unanswerable"],
    [cityBikes, "how many gears does the Canal have?", "asked gears answered"],
    [cityBikes, "what brakes has it got?", "asked brakes answered"],
    [cityBikes, "will it fit someone who is 160 cm?", "asked rider height answered"],
    [cityBikes, "does it come with a kickstand?", "asked feature unanswerable"],
    [eBikes, "how far does it go on one charge?", "asked range answered"],
    [eBikes, "how long does it take to charge", "asked charging time answered"],
    [eBikes, "what's the top speed?", "asked speed unanswerable"],
    [tents, "how many people does the second one sleep?", "asked sleeps answered"],
    [tents, "how long does it take to put up?", "asked setup time answered"],
    [lamps, "how bright is it?", "asked brightness answered"],
    [lamps, "how long does the battery last?", "asked battery life answered"],
    [shoes, "do they run small?", "asked size|fit|feature|other answered|unanswerable"],
    [onFlask, "how long does it keep tea hot?", "asked keeps hot answered"],
    [onFlask, "can it go in the dishwasher?", "asked dishwasher safe answered"],
    [onFlask, "does it leak?", "asked leakproof answered"],
  ],
  "[LED-2] two questions in one message": [
    [
      bags,
      "how heavy is it and does it come in black?",
      "asked weight answered",
      "asked colour|variants answered",
    ],
    [
      bags,
      "is it waterproof, and how much does it weigh?",
      "asked waterproofing answered",
      "asked weight answered",
    ],
    [bags, "What's the price? And the warranty?", "asked price answered", "asked warranty unanswerable"],
    [
      bags,
      "does it fit a 15 inch laptop, and do you ship to Norway?",
      "asked laptop size answered",
      "asked shipping unanswerable",
    ],
    [
      jackets,
      "what sizes do you have? is it lined?",
      "asked size|variants answered",
      "asked feature|lining unanswerable",
    ],
    [jackets, "weight and material?", "asked weight answered", "asked material answered"],
    [cityBikes, "does it have lights and mudguards?", "asked lights answered", "asked feature answered"],
    [eBikes, "range? charging time?", "asked range answered", "asked charging time answered"],
    [
      tents,
      "how heavy is the first one? how small does it pack?",
      "asked weight answered",
      "asked packed size answered",
    ],
    [
      lamps,
      "is it rechargeable and what does it cost",
      "asked charging|feature answered",
      "asked price answered",
    ],
    [
      onFlask,
      "how much does it hold, and does it leak?",
      "asked capacity answered",
      "asked leakproof answered",
    ],
    [
      bags,
      "how heavy is it? is it waterproof? can I return it?",
      "asked weight answered",
      "asked waterproofing answered",
      "asked returns unanswerable",
    ],
    [
      onFlask,
      "does it come in black and is there a discount if I buy two?",
      "asked colour|variants answered",
      "asked discount unanswerable",
    ],
    [
      shoes,
      "are they waterproof? And how long is shipping?",
      "asked waterproofing answered",
      "asked shipping unanswerable",
    ],
    [
      gravelBikes,
      "what tyres fit and how many gears are there?",
      "asked tyre clearance answered",
      "asked gears answered",
    ],
  ],
  "[LED-1] doubts": [
    [
      bags,
      "not sure it fits under a plane seat",
      // A reviewer who flew with it answers as well.
      "doubt size|dimensions|feature|other|carry-on answered|unanswerable",
    ],
    [
      duffels,
      "not sure it fits under a plane seat",
      "doubt size|dimensions|feature|other|carry-on answered|unanswerable",
    ],
    [duffels, "I doubt the small one counts as carry-on", "doubt carry-on answered"],
    [bags, "I'm worried it's too heavy", "doubt weight answered"],
    [bags, "hmm, not sure my 16 inch laptop fits", "doubt laptop size answered"],
    [bags, "I don't know if it's really waterproof", "doubt waterproofing answered"],
    [bags, "looks a bit small", "doubt size|capacity|dimensions answered"],
    [bags, "I'm afraid the zip will break", "doubt closure|feature|other|durability answered|unanswerable"],
    [bags, "What if it rips?", "doubt feature|other|durability|material|warranty answered|unanswerable"],
    [bags, "I'm not convinced the material lasts", "doubt material answered"],
    [jackets, "not sure about the size", "doubt size answered"],
    [jackets, "might be too warm for summer", "doubt season|feature|insulation answered"],
    [jackets, "I'm a bit concerned it rustles", "doubt feature|other|noise answered|unanswerable"],
    [jackets, "seems too expensive for a raincoat", "doubt price answered"],
    [jackets, "I need to think about it", "doubt other answered"],
    [cityBikes, "worried about the weight, I live on the third floor", "doubt weight answered"],
    [cityBikes, "not sure three gears are enough for hills", "doubt gears answered"],
    [cityBikes, "I'm hesitant about drum brakes", "doubt brakes answered"],
    [eBikes, "not sure 90 km of range is realistic", "doubt range answered"],
    [
      eBikes,
      "I'm afraid the battery won't last the winter",
      "doubt battery|battery life|range|feature answered|unanswerable",
    ],
    [tents, "doubt two people fit in there", "doubt sleeps answered"],
    [tents, "not sure it survives a storm", "doubt season|feature|other|water column answered|unanswerable"],
    [lamps, "I wonder whether 350 lumens is bright enough", "doubt|asked brightness answered"],
    [shoes, "worried they're too narrow for my feet", "doubt fit|width answered"],
    [onFlask, "not sure it fits in a bike cage", "doubt size|feature|other|diameter|dimensions unanswerable"],
    [
      onHelmet,
      "I'm concerned about safety in a crash",
      "doubt impact protection|feature|other|safety answered|unanswerable",
    ],
    [
      home,
      "I need a backpack, but not sure one would fit under a plane seat",
      "doubt size|dimensions|feature|other|carry-on open",
    ],
    [home, "looking for a city bike but worried about the weight", "doubt weight open"],
  ],
  "[LED-1] conditional needs": [
    [bags, "I'd take it if it comes in black", "condition colour|variants answered"],
    [bags, "if it fits a 17 inch laptop I'll buy it", "condition laptop size answered"],
    [bags, "only if it's waterproof", "condition waterproofing answered"],
    [bags, "as long as it weighs less than a kilo", "condition weight answered"],
    [bags, "It depends on the warranty", "condition warranty unanswerable"],
    [bags, "provided it has a chest strap", "condition feature unanswerable"],
    [jackets, "if you have it in medium I'm in", "condition size answered"],
    [jackets, "I'd go for it if the hood fits over a helmet", "condition hood|feature answered|unanswerable"],
    [cityBikes, "if it has a belt drive, yes", "condition drive answered"],
    [cityBikes, "depends on how heavy it is", "condition weight answered"],
    [eBikes, "unless it takes all day to charge", "condition charging time answered"],
    [tents, "as long as it packs down small", "condition packed size answered"],
    [lamps, "if it's rechargeable I'm interested", "condition charging|feature answered"],
    [onFlask, "I'd like it if it came in red", "condition colour|variants answered"],
    [shoes, "OK if they come in size 9", "condition size answered"],
    [home, "I want a helmet if there is one with lights", "condition feature|lights open|answered"],
  ],
  "[LED-1] assumptions passed over": [
    [home, "it's for my daughter", "assumption age open", "assumption size open"],
    [home, "a rain jacket for my wife", "assumption size open"],
    [home, "looking for hiking boots for my husband", "assumption size open"],
    [home, "a bike for my son", "assumption age open", "assumption size open"],
    [home, "a bike for my 8 year old", "assumption size open"],
    [home, "a helmet for my daughter, she's 5", "assumption size open"],
    [home, "a jacket for my niece who is seven", "assumption size open"],
    [home, "a rain jacket for my wife, size M", ""],
    [home, "gift for my mum, she rides a bike"],
    [home, "a flask for my dad"],
    [home, "a headlamp for my nephew", "assumption age open"],
    [jackets, "it's for my boyfriend actually", "assumption size open"],
    [jackets, "it's a present for my sister, she wears an S"],
    [home, "my kid needs a rain jacket", "assumption age open", "assumption size open"],
    [home, "shoes for my girlfriend", "assumption size open"],
    [home, "I need a rain jacket for myself"],
    [
      home,
      "a warm jacket for my daughter, does it come in red?",
      "assumption age open",
      "assumption size open",
      "asked colour|variants open|answered|unanswerable",
    ],
    [after(home, "a rain jacket for my wife"), "she wears a size L", "assumption size answered"],
    [
      after(home, "a bike helmet for my daughter"),
      "she is 4 years old",
      "assumption age answered",
      "assumption size open",
    ],
    [
      after(home, "a rain jacket for my son"),
      "size S please",
      "assumption age open",
      "assumption size answered",
    ],
  ],
  "[LED-1] conflicts between wishes": [
    [home, "a bike that's light, strong and cheap", "conflict weight open", "conflict price open"],
    [home, "I want a cheap high quality jacket", "conflict price open"],
    [home, "a compact but roomy backpack", "conflict size|capacity open"],
    [home, "a lightweight and sturdy tent", "conflict weight open"],
    [home, "an ultralight but very durable tent", "conflict weight open"],
    [home, "something inexpensive and premium", "conflict price open"],
    [home, "a warm but thin jacket", "conflict weight|thickness|insulation open"],
    [home, "a small flask with a large capacity", "conflict size|capacity open"],
    [home, "a backpack at least $200 but under $100", "conflict price open"],
    [home, "a tent lighter than 1 kg for four people"],
    [after(home, "a cheap tent please"), "it should be top quality", "conflict price open"],
    [after(home, "a sturdy bike"), "and it has to be ultralight", "conflict weight open"],
    [home, "a light backpack for commuting"],
    [home, "a strong lock, price doesn't matter"],
    [home, "a cheap bike, not too heavy"],
  ],
  "[LED-1] what raises nothing": [
    [home, "hi there"],
    [home, "a waterproof backpack under $150"],
    [home, "show me some tents"],
    [home, "do you have gravel bikes?"],
    [home, "what do you recommend for commuting?"],
    [bags, "the second one please"],
    [bags, "something cheaper"],
    [bags, "not black"],
    [bags, "I like the first one"],
    [bags, "thanks"],
    [bags, "show me more"],
    [bags, "none of these"],
    [bags, "great, I'll take the first one"],
    [jackets, "too expensive"],
    [jackets, "do you have any in red?"],
    [jackets, "can you show me lighter ones?"],
    [cityBikes, "I'd rather have a folding bike"],
    [tents, "ok bye"],
    [lamps, "perfect!"],
    [onFlask, "I'm looking for something bigger"],
    [home, "I commute every day, rain or shine"],
    [home, "Could you help me find a gift?"],
    [bags, "you're not very helpful"],
    [bags, "I want to talk to a person"],
    [home, "no idea what I need, a bag I guess"],
  ],
  "the agent's own questions": [
    [asked("colour"), "green please", "asked colour answered"],
    [asked("colour"), "doesn't matter", "asked colour declined"],
    [asked("colour"), "no preference", "asked colour declined"],
    [asked("colour"), "how much does the first one weigh?", "asked colour moved-on", "asked weight answered"],
    [asked("colour"), "something cheaper", "asked colour moved-on"],
    [asked("colour"), "I don't care", "asked colour declined"],
    [asked("colour"), "anything but black", "asked colour answered"],
    [asked("colour"), "show me tents instead", "asked colour moved-on"],
    [asked("colour"), "not sure yet", "asked colour declined"],
    [asked("colour"), "skip that", "asked colour declined"],
    [asked("colour"), "why do you ask?", "asked colour moved-on", "asked other answered|unanswerable|open"],
    [asked("price", home), "200", "asked price answered"],
    [asked("price", home), "under $150", "asked price answered"],
    [asked("price", home), "no limit", "asked price declined"],
    [asked("price", home), "I'd rather not say", "asked price declined"],
    [asked("price", home), "it's for commuting", "asked price moved-on"],
    [asked("price", home), "I don't know", "asked price declined"],
    [asked("usage", home), "mostly for hiking", "asked usage answered"],
    [asked("usage", home), "what bikes do you have?", "asked usage moved-on"],
    [asked("usage", home), "none of your business", "asked usage declined"],
    [asked("category", home), "tents", "asked category answered"],
    [asked("size", jackets), "medium", "asked size answered"],
    [
      asked("size", jackets),
      "is it waterproof?",
      "asked size moved-on",
      "asked waterproof rating|waterproofing answered",
    ],
    [after(asked("colour"), "something cheaper"), "oh, and in green", "asked colour answered"],
    [after(asked("price", home), "it's for commuting"), "let's say under 100", "asked price answered"],
    [after(asked("colour"), "doesn't matter"), "show me more", "asked colour declined"],
  ],
  "[LED-1] comparisons that the agent's claims opened": [
    [
      claimed("OXB-LEDGER-18", "OXB-TIDEWATER-22", "weight", "less"),
      "ok",
      "comparison weight open",
      "comparison price open",
    ],
    [
      claimed("OXB-LEDGER-18", "OXB-TIDEWATER-22", "weight", "less"),
      "by how much?",
      "comparison weight answered",
      "comparison price open|answered",
      "asked weight answered",
    ],
    [
      claimed("OXB-LEDGER-18", "OXB-TIDEWATER-22", "weight", "less"),
      "how much lighter is it?",
      "comparison weight answered",
      "comparison price open|answered",
      "asked weight answered",
    ],
    [
      claimed("RYE-DROVER-12", "RYE-DROVER-STEEL", "weight", "less"),
      "and what's the price difference?",
      "comparison weight open|answered",
      "comparison price answered",
      "asked price answered",
    ],
    [
      claimed("RYE-DROVER-12", "RYE-DROVER-STEEL", "weight", "less"),
      "show me tents instead",
      "comparison weight moved-on",
      "comparison price moved-on",
    ],
    [
      claimed("GLI-MOTH-900", "GLI-MOTH-350", "brightness", "more"),
      "how much brighter?",
      "comparison brightness answered",
      "comparison price open|answered",
      "asked brightness answered",
    ],
    [claimed("RYE-TAILWIND-STEP", "RYE-TAILWIND-CITY", "price", "less"), "I see", "comparison price open"],
    [
      claimed("RYE-TAILWIND-STEP", "RYE-TAILWIND-CITY", "price", "less"),
      "how much cheaper?",
      "comparison price answered",
      "asked price answered",
    ],
    [
      claimed("PIN-WARBLER-1", "PIN-WARBLER-2", "weight", "less"),
      "none of these",
      "comparison weight moved-on",
      "comparison price moved-on",
    ],
  ],
  "[LED-3] what the catalog can't answer": [
    [bags, "is the fabric free of PFAS?", "asked feature|material unanswerable"],
    [bags, "was it made by fairly paid workers?", "asked feature|other unanswerable"],
    [bags, "how long does delivery take?", "asked shipping unanswerable"],
    [cityBikes, "can I test ride it?", "asked feature|other unanswerable"],
    [cityBikes, "do you repair bikes?", "asked warranty|other|feature|repairs unanswerable"],
    [eBikes, "what does a spare battery cost?", "asked price|battery|feature|other unanswerable|answered"],
    [tents, "does it come with a footprint?", "asked feature unanswerable"],
    [
      onFlask,
      "is it dishwasher safe and BPA free?",
      "asked dishwasher safe answered",
      "asked feature|material unanswerable",
    ],
    [jackets, "is there a vegan version?", "asked feature|variants unanswerable|answered"],
    [shoes, "can they be resoled?", "asked feature|sole|other unanswerable|answered"],
    [onHelmet, "is it MIPS certified?", "asked feature|impact protection unanswerable|answered"],
    [home, "do you have a shop in Denver?", "asked other|availability|shipping|stores unanswerable"],
    [home, "can I pay in instalments?", "asked payment unanswerable"],
  ],
  "[LED-4] what comes back later": [
    [
      after(home, "I need a backpack, but not sure one would fit a 16 inch laptop"),
      "great, I'll take the first one",
      "doubt laptop size answered",
    ],
    [
      after(home, "looking for a city bike but worried about the weight"),
      "I like the first one, I'll take it",
      "doubt weight answered",
    ],
    [
      after(home, "looking for a city bike but worried about the weight"),
      "ok thanks, bye",
      "doubt weight answered|unanswerable",
    ],
    [
      after(home, "I need a travel bag but not sure it fits under a plane seat", "the first one looks nice"),
      "thanks, goodbye",
      "doubt size|dimensions|feature|other|carry-on answered|unanswerable",
    ],
    [after(bags, "how long is the warranty?"), "ok, I'll take the first one", "asked warranty unanswerable"],
    [
      after(bags, "is it waterproof?"),
      "good, and the weight?",
      "asked waterproofing answered",
      "asked weight answered",
    ],
    [
      after(bags, "does it have a chest strap?", "how heavy is it?"),
      "thanks, bye",
      "asked feature unanswerable",
      "asked weight answered",
    ],
    [after(jackets, "not sure about the size"), "I'll take the first", "doubt size answered"],
  ],
};

export const LEDGER_ROWS: LedgerRow[] = Object.entries(GROUPS)
  .flatMap(([group, rows]) =>
    rows.map(([start, message, ...expected]) => ({
      ...start,
      message,
      group,
      expected: expected.filter((entry) => entry !== ""),
    })),
  )
  .map((row) => ({ ...row, heldBack: false }));
