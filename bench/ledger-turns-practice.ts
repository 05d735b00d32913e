/**
 * Labelled turns for the ledger of open questions [LED-1 to LED-4] to practise on, over the demo's catalog: written as a
 * whole before anything was tuned by them, so that what is mended is a class of English and no single row. Their labels
 * are read as those of `ledger-turns.ts` are. Half of the turns raise nothing.
 */
import type { AgentStep, LedgerRow } from "./ledger-turns.ts";

type Start = { sku?: string; before: (string | AgentStep)[] };

const home: Start = { before: [] };
const showing = (...skus: string[]): Start => ({ before: [{ shows: skus }] });
const onPageOf = (sku: string): Start => ({ sku, before: [] });
const asked = (attribute: string, start: Start): Start => ({
  ...start,
  before: [...start.before, { asks: attribute }],
});
const claimed = (sku: string, over: string, attribute: string, direction: "less" | "more"): Start => ({
  before: [{ shows: [sku, over], compares: { sku, over, attribute, direction } }],
});

const packs = showing("PIN-RIDGELINE-45", "PIN-RIDGELINE-65");
const cityBikes = showing("RYE-METRO-1", "RYE-ORCHARD-7");
const eBikes = showing("RYE-TAILWIND-CITY", "RYE-TAILWIND-LITE");
const jackets = showing("SAL-MIZZLE", "PIN-SKERRY-SHELL");
const flasks = showing("WEL-HEARTH-500", "WEL-BROOK-620");
const headlamps = showing("GLI-MOTH-350", "GLI-MOTH-900");
const boots = showing("TUS-GORSE-MID", "TUS-TOR-LEATHER");
const winterBags = showing("PIN-DORMOUSE-0", "PIN-DORMOUSE-12");
const soloTents = showing("PIN-WARBLER-1", "PIN-BOLTHOLE-TARP");
const helmets = showing("RYE-ACORN", "RYE-FLEET-AIR");
const travelBags = showing("OXB-WEIR-40", "OXB-WEIR-60");
const onHammock = onPageOf("PIN-LULL-HAMMOCK");
const onKettle = onPageOf("CIN-WHISTLESTOP");
const onTote = onPageOf("SAL-MARKET-TOTE");
const onFilter = onPageOf("PIN-BECK-FILTER");
const onTorch = onPageOf("GLI-WATCHMAN");
const onLongtail = onPageOf("RYE-STEVEDORE-LONG");

type Row = [start: Start, message: string, ...expected: string[]];

const lockPair = showing("RYE-PADFOOT-U", "RYE-COFFEE-STOP");
const gravel = showing("RYE-DROVER-12", "RYE-PLOVER-CARBON");
const mugs = showing("WEL-PLATFORM-350", "CIN-TINPAN-MUG");
const sandals = showing("TUS-CLEARWATER", "TUS-HARE-TRAIL");
const warm = showing("SAL-LANOLIN-FLEECE", "PIN-LICHEN-VEST");
const lanterns = showing("GLI-INGLENOOK", "GLI-PAPERMOON");
const onTee = onPageOf("SAL-PLAINSONG-TEE");
const onWinterGloves = onPageOf("RYE-LOBSTER");
const onCooler = onPageOf("CIN-ICEHOUSE-15");
const onFoodJar = onPageOf("WEL-LARDER-450");
const onKidsJacket = onPageOf("SAL-PUDDLEBY-KIDS");

const GROUPS: Record<string, Row[]> = {
  "[LED-1] questions asked outright, a second lot": [
    [gravel, "how wide a tyre can I run on the Drover?", "asked tyre clearance answered"],
    [gravel, "weight of the Plover?", "asked weight answered"],
    [gravel, "Is the shifting on the second one electronic", "asked shifting answered"],
    [gravel, "how many speeds", "asked gears answered"],
    [mugs, "which one stays hot longest?", "asked keeps hot answered"],
    [mugs, "and lids?", "asked lid answered"],
    [mugs, "can they both go through the dishwasher", "asked dishwasher safe answered"],
    [sandals, "what's the heel drop of the Hare", "asked drop answered"],
    [sandals, "do the Clearwaters dry quickly", "asked waterproofing|feature answered"],
    [warm, "what is the fleece stuffed with?", "asked insulation|material answered"],
    [warm, "down to how many degrees is the vest ok?", "asked comfort down to|temperature answered"],
    [lanterns, "could I charge my phone off the Inglenook?", "asked power bank|charging|feature answered"],
    [lanterns, "does the Paper Moon run on sunlight", "asked charging|feature answered"],
    [lanterns, "what colour is the light", "asked light colour answered"],
    [
      lockPair,
      "how thick is the steel of the Padfoot",
      "asked thickness|material|feature answered|unanswerable",
    ],
    [
      lockPair,
      "would the cable reach round a lamp post?",
      "asked locking length|length|feature|other answered|unanswerable",
    ],
    [onTee, "how do I wash it", "asked care answered"],
    [onTee, "Any sizes above XL?", "asked size|variants answered"],
    [
      onWinterGloves,
      "can I use my phone with them on?",
      "asked feature|other|compatibility unanswerable|answered",
    ],
    [onCooler, "whats the volume", "asked capacity|volume answered"],
    [onCooler, "will ice last two days in it?", "asked keeps cold answered"],
    [onFoodJar, "is there a spoon with it", "asked feature|lid answered"],
    [onKidsJacket, "from what age does it fit?", "asked age answered"],
    [onKidsJacket, "is the hood removable", "asked hood answered"],
  ],
  "[LED-1] doubts and conditions, a second lot": [
    [
      lockPair,
      "a cable that thin can't stop anyone",
      "doubt security level|feature|thickness|other|material answered|unanswerable",
    ],
    [lockPair, "level 2 out of 10 doesn't inspire confidence", "doubt security level answered"],
    [
      gravel,
      "is carbon really tough enough for gravel...",
      "doubt|asked frame material|durability|quality|feature|material answered|unanswerable",
    ],
    [sandals, "sandals for hiking? not so sure", "doubt use|sole|feature|other answered|unanswerable"],
    [
      warm,
      "wool usually itches, that puts me off",
      "doubt material|feature|comfort|other|insulation answered|unanswerable",
    ],
    [lanterns, "I'm not sold on solar charging", "doubt charging answered"],
    [onCooler, "48 hours? I'll believe it when I see it", "doubt|asked keeps cold answered"],
    [mugs, "scared it'll leak all over my bag", "doubt leakproof answered"],
    [onTee, "145 g sounds awfully thin for autumn", "doubt weight|thickness|season|material answered"],
    [onWinterGloves, "if they're good to -15 I'm in", "condition comfort down to|temperature answered"],
    [gravel, "Happy to order once I know it takes 45 mm tyres", "condition|asked tyre clearance answered"],
    [
      mugs,
      "unless it's microwave safe there's no point",
      "condition feature|microwave|other unanswerable|answered",
    ],
  ],
  "nothing to keep, a second lot": [
    [home, "a present for myself, for once"],
    [home, "I was asked to bring a tent"],
    [gravel, "no question about it, the carbon one"],
    [gravel, "my question is answered, thanks"],
    [mugs, "I don't doubt it"],
    [mugs, "why thank you"],
    [sandals, "what matters to me is grip"],
    [home, "whichever is lightest"],
    [home, "how it looks is not important"],
    [home, "I know what I want: a red helmet"],
    [warm, "where I live it's never that cold"],
    [home, "when I was a kid we had one of those"],
    [lanterns, "if you say so"],
    [lanterns, "is what I was hoping for, great"],
    [onTee, "who cares about the colour"],
    [home, "my son already has a helmet, this one's for me"],
    [home, "my daughter recommended your shop"],
    [home, "do me a favour and show me gloves"],
    [onCooler, "have you seen the weather? beach time!"],
    [onCooler, "can't wait for summer"],
    [lockPair, "not a fan of cables"],
    [lockPair, "I can't be bothered with keys"],
    [home, "can I just say your shop looks lovely"],
    [home, "should have bought one years ago"],
    [onFoodJar, "could be worse haha"],
    [home, "let me think about what I need"],
  ],
  "[LED-1] questions asked outright": [
    [headlamps, "what beam distance does the bigger one have", "asked beam distance answered"],
    [onTorch, "How bright does this thing get?", "asked brightness answered"],
    [onHammock, "what's the heaviest person it can take?", "asked maximum load|capacity answered"],
    [onKettle, "how much water goes in there", "asked capacity answered"],
    [helmets, "which of the two has more vents?", "asked vents answered"],
    [jackets, "How waterproof is the Skerry, in numbers?", "asked waterproof rating|waterproofing answered"],
    [boots, "Got these in wide?", "asked fit|size|variants|feature answered"],
    [eBikes, "how strong is the motor", "asked motor|power answered"],
    [winterBags, "how cold can I go with the second one", "asked comfort temperature|temperature answered"],
    [onFilter, "How long until the filter needs replacing?", "asked filter life|filter answered"],
    [cityBikes, "I'm 1.55 m tall. Can I ride the Orchard?", "asked rider height|size|height answered"],
    [packs, "what back length does the 65 suit?", "asked back length|size answered"],
    [soloTents, "how quick is the tent to pitch?", "asked setup time answered"],
  ],
  "[LED-2] several in one message": [
    [
      flasks,
      "How long do they stay hot, and what do they cost?",
      "asked keeps hot answered",
      "asked price answered",
    ],
    [
      eBikes,
      "what's the range of the Lite? how long does charging take? do you ship to Denmark?",
      "asked range answered",
      "asked charging time|charging answered",
      "asked shipping unanswerable",
    ],
    [soloTents, "weight and packed size please?", "asked weight answered", "asked packed size answered"],
    [
      onTorch,
      "Does the warranty cover the battery, and can I return it after a month?",
      "asked warranty unanswerable",
      "asked returns unanswerable",
    ],
    [
      boots,
      "what are they made of and what do buyers think?",
      "asked material answered",
      "asked reviews answered",
    ],
  ],
  "[LED-1] doubts": [
    [headlamps, "350 lumens seems weak for trail running", "doubt brightness answered"],
    [eBikes, "45 km won't get me to work and back", "doubt range answered"],
    [packs, "I don't think 45 litres is enough for a week", "doubt capacity answered"],
    [flasks, "surely a flask can't keep tea hot for 14 hours", "doubt keeps hot answered"],
    [
      winterBags,
      "I'd be surprised if the 0 is warm enough for Norway in May",
      "doubt comfort temperature|warmth|temperature|feature answered|unanswerable",
    ],
    [onHammock, "not sure a hammock will hold both of us", "doubt maximum load|capacity|sleeps answered"],
    [
      jackets,
      "can't imagine 190 g of nylon keeping the rain out",
      "doubt waterproofing|waterproof rating|weight|material answered",
    ],
    [
      onTote,
      "I fear the handles will rip",
      "doubt durability|quality|reviews|material|feature|other answered|unanswerable",
    ],
    [cityBikes, "hmm, one gear on our hills?", "doubt|asked gears answered"],
    [
      helmets,
      "My worry is that it'll be too hot in summer",
      "doubt vents|temperature|breathability|feature|other answered|unanswerable",
    ],
    [
      boots,
      "leather takes forever to dry though",
      "doubt material|waterproofing|feature|care|other answered|unanswerable",
    ],
    [travelBags, "doubt the 60 passes as hand luggage", "doubt carry-on answered"],
  ],
  "[LED-1] conditional needs": [
    [eBikes, "I'd order the City today if it's under 23 kilos", "condition weight answered"],
    [flasks, "The Brook is fine so long as it survives the dishwasher", "condition dishwasher safe answered"],
    [travelBags, "only if it counts as carry-on", "condition carry-on answered"],
    [
      boots,
      "I'll have the Tor, assuming they can be resoled one day",
      "condition resoleable|feature|sole|other answered|unanswerable",
    ],
    [
      onLongtail,
      "We'd take it, provided two kids fit on the back",
      "condition rack load|capacity|seats|sleeps|feature|other|size answered|unanswerable",
    ],
  ],
  "[LED-1] assumptions passed over": [
    [home, "wellies for my little boy", "assumption age open", "assumption size open"],
    [helmets, "one of these for our youngest", "assumption age open", "assumption size open"],
    [home, "my girlfriend needs a warm jacket for winter", "assumption size open"],
    [home, "a head torch for my dad"],
  ],
  "[LED-1] conflicts between wishes": [
    [
      home,
      "a bike that's dirt cheap but rides like a race bike and weighs nothing",
      "conflict price|weight open|answered",
    ],
    [
      home,
      "I need a huge backpack that's really tiny when I don't use it and costs peanuts",
      "conflict size|price|capacity|packed size open|answered",
    ],
    [
      winterBags,
      "the warmth of the 12 with the weight of the 0 please",
      "conflict weight|comfort temperature|warmth open|answered",
    ],
    [
      home,
      "boots: ultralight, indestructible, and no more than 40 dollars",
      "conflict weight|price open|answered",
    ],
  ],
  "[LED-1] comparisons the agent opened": [
    [
      claimed("PIN-DORMOUSE-0", "PIN-DORMOUSE-12", "weight", "less"),
      "by how much?",
      "asked weight answered",
      "comparison weight answered",
    ],
    [
      claimed("GLI-MOTH-900", "GLI-MOTH-350", "brightness", "more"),
      "thanks, noted",
      "comparison brightness open|answered",
    ],
    [
      claimed("WEL-HEARTH-500", "WEL-BROOK-620", "keeps hot", "more"),
      "how much longer does the Hearth keep warm?",
      "asked keeps hot answered",
      "comparison keeps hot answered",
    ],
  ],
  "[LED-3] what no catalog answers": [
    [onKettle, "can I bring it in hand luggage?", "asked carry-on|feature|other|size unanswerable"],
    [
      travelBags,
      "will it fit in the boot of a Fiat 500?",
      "asked size|dimensions|feature|other unanswerable|answered",
    ],
    [
      packs,
      "does the rain cover of my old Osprey go on this",
      "asked feature|compatibility|other|waterproofing unanswerable|answered",
    ],
    [home, "is there a shop I could visit in Bristol?", "asked store|location|other unanswerable"],
    [home, "any money off for students?", "asked discount unanswerable"],
    [onLongtail, "do I need a licence to ride that?", "asked licence|feature|other|use unanswerable"],
    [eBikes, "Who fixes it when something breaks?", "asked warranty|service|repair|other unanswerable"],
  ],
  "requests to be shown": [
    [home, "could I have a look at your rain trousers?"],
    [home, "can you pull up the cheapest lanterns?"],
    [home, "Would you mind showing me tents for two?"],
    [home, "may I see some gloves"],
    [jackets, "can we try something shorter?"],
    [helmets, "could you swap the first one for something in black"],
    [home, "why don't you show me your bestsellers"],
    [flasks, "how about you pick one for me"],
  ],
  "chatter and rhetorical questions": [
    [home, "who doesn't love a good tent, right"],
    [boots, "why is it always raining here"],
    [onLongtail, "how cool is that!"],
    [home, "guess what? I got the job"],
    [packs, "how did I ever manage without wheels haha"],
    [soloTents, "what a name, isn't it"],
    [home, "you know how it is with kids"],
    [helmets, "what was I thinking last year"],
    [home, "how are you doing today"],
    [cityBikes, "why would anybody steal a bike, honestly"],
    [flasks, "isn't that lovely"],
    [home, "what a day"],
  ],
  "question tags and agreement": [
    [jackets, "the Mizzle is the lighter one, right, I'll take it"],
    [boots, "oh really? good to know"],
    [eBikes, "is that so"],
    [headlamps, "nice, eh?"],
    [packs, "ok, why not"],
    [flasks, "sure, what else would I want"],
  ],
  "plain wishes and statements": [
    [home, "need a stove that boils fast"],
    [home, "something for carrying groceries on my bike"],
    [home, "I ride 10 km to work every day"],
    [home, "light hiking shoes, under 150"],
    [home, "my old flask lost its lid"],
    [jackets, "I want one that packs smaller"],
    [boots, "I'm size 42"],
    [home, "I have no idea about bikes"],
    [home, "warm sleeping bag for autumn, not too heavy"],
    [home, "if possible in green"],
    [home, "we'll be five people with two dogs"],
    [onTorch, "I know what IPX8 means, thanks"],
    [home, "I told my wife I'd ask what's new, so here I am"],
    [home, "it doesn't matter whether it's a bag or a pannier"],
  ],
  "rejections and praise": [
    [boots, "no, not those"],
    [helmets, "looks great, adding it to my cart"],
    [eBikes, "nope, over my budget"],
    [soloTents, "that's plenty, don't worry"],
    [headlamps, "900 lumens is more than enough"],
    [flasks, "I'm sure it'll be fine"],
    [travelBags, "no doubt about it, the 40"],
  ],
  "the agent's own questions": [
    [asked("use", boots), "mostly hut to hut walks", "asked use answered"],
    [asked("sleeps", home), "just the two of us", "asked sleeps answered"],
    [asked("capacity", packs), "hard to say", "asked capacity declined|moved-on|open"],
    [asked("price", jackets), "not more than 200", "asked price answered"],
  ],
};

export const PRACTICE_LEDGER_ROWS: LedgerRow[] = Object.entries(GROUPS).flatMap(([group, rows]) =>
  rows.map(([start, message, ...expected]) => ({ ...start, message, expected, group, heldBack: false })),
);
