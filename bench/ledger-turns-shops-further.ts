/**
 * A second lot of labelled turns like those of `ledger-turns-shops.ts`, in the same shops and the demo's, written after the
 * first lot had been worked with and again before anything was changed for them. The halves are told as there.
 */
import type { AgentStep } from "./ledger-turns.ts";
import { rowsOf, type ShopLedgerRow } from "./ledger-turns-shops.ts";

type Start = Pick<ShopLedgerRow, "shop" | "sku" | "before">;

const home = (shop: string): Start => ({ shop, before: [] });
const showing = (shop: string, ...skus: string[]): Start => ({ shop, before: [{ shows: skus }] });
const onPageOf = (shop: string, sku: string): Start => ({ shop, sku, before: [] });
const after = (start: Start, ...before: (string | AgentStep)[]): Start => ({
  ...start,
  before: [...start.before, ...before],
});

const demo = home("demo");
const eBikes = showing("demo", "RYE-STEVEDORE-LONG", "RYE-TAILWIND-CITY");
const mats = showing("demo", "PIN-HERON-4", "PIN-HERON-6");
const flasks = showing("demo", "WEL-BROOK-620", "WEL-HEARTH-500");
const headlamps = showing("demo", "GLI-MOTH-900", "GLI-MOTH-350");
const onVest = onPageOf("demo", "PIN-LICHEN-VEST");
const onBoot = onPageOf("demo", "TUS-TOR-LEATHER");
const onString = onPageOf("demo", "GLI-HEDGEROW-STRING");
const onLock = onPageOf("demo", "RYE-RATTLE-FOLD");
const onKettle = onPageOf("demo", "CIN-WHISTLESTOP");
const onKidsBag = onPageOf("demo", "PIN-DORMOUSE-KIDS");
const onHoldall = onPageOf("demo", "SAL-OVERNIGHT-28");
const onMizzle = onPageOf("demo", "SAL-MIZZLE");
const onPocketbook = onPageOf("demo", "RYE-POCKET-20");
const games = showing("toys", "TOY-SUMMIT", "TOY-KRAKEN");
const onTrain = onPageOf("toys", "TOY-HARBOUR");
const onDigger = onPageOf("toys", "TOY-DIGGER");
const onDrill = onPageOf("tools", "TL-DRILL18");
const onSander = onPageOf("tools", "TL-SANDER");
const onLadder = onPageOf("tools", "TL-LADDER");
const onGranola = onPageOf("groceries", "GR-GRANOLA");
const beans = showing("groceries", "GR-COFFEE", "GR-DECAF");
const sofas = showing("furniture", "FU-SOFA3", "FU-SOFA2");
const onDesk = onPageOf("furniture", "FU-DESK");
const onChair = onPageOf("furniture", "FU-CHAIR");
const onShelf = onPageOf("furniture", "FU-SHELF");
const coats = showing("clothes", "CL-PARKA", "CL-TRENCH");
const onShirt = onPageOf("clothes", "CL-SHIRT");
const onJeans = onPageOf("clothes", "CL-JEANS");
const onBuds = onPageOf("electronics", "EL-BUDS");
const onTablet = onPageOf("electronics", "EL-TABLET");
const onMonitor = onPageOf("electronics", "EL-MONITOR");
const onMower = onPageOf("garden", "GA-MOWER");
const onHose = onPageOf("garden", "GA-HOSE");
const onTable = onPageOf("garden", "GA-TABLE");

type Row = [start: Start, message: string, ...expected: string[]];

const GROUPS: Record<string, Row[]> = {
  "[LED-1] asked outright, further": [
    [eBikes, "how far will the Stevedore get me", "asked range answered"],
    [eBikes, "what motor's in the Tailwind", "asked motor answered"],
    [eBikes, "which charges faster?", "asked charging time answered"],
    [mats, "what's the headroom in the six", "asked height|headroom|size answered"],
    [mats, "Will we manage to pitch the Heron 4 in ten minutes?", "asked setup time answered"],
    [mats, "how much floor do we get", "asked floor area answered"],
    [flasks, "does either keep soup hot till evening", "asked keeps hot answered"],
    [flasks, "can I chuck them in the dishwasher?", "asked dishwasher safe answered"],
    [headlamps, "how far does the beam of the 900 reach?", "asked beam distance answered"],
    [
      headlamps,
      "Do they take AAA cells?",
      "asked battery|batteries|charging|feature|other|battery life answered|unanswerable",
    ],
    [onVest, "is there a hood on it", "asked hood answered"],
    [onVest, "what's it filled with", "asked insulation answered"],
    [onBoot, "ankle or low cut?", "asked ankle height|feature|variants answered"],
    [onString, "what sort of white is it, warm or cold?", "asked light colour|colour answered"],
    [onString, "how many metres of lights", "asked length answered"],
    [onLock, "what's the steel like", "asked material answered"],
    [onKettle, "for how many mugs is that enough", "asked serves|capacity answered|unanswerable"],
    [onKidsBag, "until what age can she sleep in it?", "asked age answered"],
    [onHoldall, "will Ryanair let me on with it", "asked carry-on|feature|size answered|unanswerable"],
    [onMizzle, "does it breathe?", "asked breathability answered"],
    [
      onPocketbook,
      "would it go in a car boot folded?",
      "asked folded size|size|dimensions answered|unanswerable",
    ],
    [onDrill, "Does a hard case come with it?", "asked feature|case answered|unanswerable"],
    [onDrill, "What is the max torque?", "asked torque answered"],
    [onLadder, "how high can I reach standing on top", "asked reach answered"],
    [onGranola, "how much sugar's in there", "asked sugar answered"],
    [onGranola, "best before?", "asked shelf life|feature|other answered|unanswerable"],
    [beans, "Which one is the darker roast?", "asked roast answered"],
    [onShelf, "Do I have to fix it to the wall", "asked feature|mount|assembly|other answered|unanswerable"],
    [onChair, "is it OK on parquet?", "asked castors|feature|other answered|unanswerable"],
    [onJeans, "zip or buttons?", "asked closure|feature answered"],
    [onTablet, "enough room for a few films offline?", "asked storage|feature answered|unanswerable"],
    [onBuds, "how many mics are there", "asked microphones answered"],
    [
      onBuds,
      "Will they pair with two devices at once?",
      "asked multipoint|feature|compatibility|bluetooth answered|unanswerable",
    ],
    [onMower, "how big is the box for the grass", "asked grass box answered"],
    [
      onTable,
      "what happens if I leave it out in the rain",
      "asked weather resistance|waterproofing|feature answered",
    ],
  ],
  "[LED-1] asked indirectly, further": [
    [onDesk, "I'd be interested in the width", "asked width answered"],
    [onSander, "what I'd like to know is how heavy it is", "asked weight answered"],
    [onHose, "Would you know the burst pressure?", "asked burst pressure answered"],
    [onMonitor, "I can't find the resolution anywhere", "asked resolution answered"],
    [onTablet, "not clear to me how much memory it has", "asked|doubt memory answered"],
    [coats, "the site doesn't say how many pockets the trench has", "asked pockets answered"],
    [flasks, "remind me what the Brook weighs", "asked weight answered"],
    [onShirt, "Could you check the collar for me?", "asked collar answered"],
    [mats, "I keep wondering how small the Heron 6 packs", "asked|doubt packed size answered"],
    [onString, "do tell me about the battery", "asked battery life|overview answered"],
  ],
  "[LED-1] doubts, further": [
    [eBikes, "100 km sounds optimistic with two kids on the back", "doubt range answered"],
    [mats, "25 minutes in the rain, no way", "doubt setup time|other answered"],
    [
      onVest,
      "I'd probably freeze in that below zero",
      "doubt comfort down to|insulation|temperature answered",
    ],
    [
      onLock,
      "bolt cutters go through these like butter, I hear",
      "doubt security level|feature|reviews|material|other answered|unanswerable",
    ],
    [onKidsBag, "she's nearly 130 cm, may be too short soon", "doubt length answered"],
    [onSander, "82 dB, the neighbours will hate me", "doubt noise level answered"],
    [
      onChair,
      "Armrests like that tend to wobble",
      "doubt armrests|feature|reviews|stability answered|unanswerable",
    ],
    [
      sofas,
      "light fabric with two dogs, hmm, I don't know",
      "doubt fabric|covers|material|feature|other|colour answered|unanswerable",
    ],
    [onJeans, "Elastane always loses its shape", "doubt material|feature|other answered|unanswerable"],
    [onTablet, "6 GB isn't a lot these days", "doubt memory answered"],
    [onTrain, "I'm just afraid the paint comes off", "doubt paint|feature answered|unanswerable"],
    [onMower, "half an hour of battery won't do for us", "doubt battery life answered"],
  ],
  "[LED-1] conditional needs, further": [
    [
      headlamps,
      "I'd take the 350 if it survives a downpour",
      "condition waterproofing|protection class|feature answered|unanswerable",
    ],
    [onHoldall, "sold, provided it counts as cabin luggage", "condition carry-on|size answered"],
    [
      onDrill,
      "as long as there's a spare battery in the box I'm fine",
      "condition batteries|feature answered|unanswerable",
    ],
    [
      onShelf,
      "I'd want it only if one shelf holds 20 kilos",
      "condition load per shelf|maximum load answered",
    ],
    [
      onBuds,
      "if they charge without a cable that's a yes",
      "condition charging|feature answered|unanswerable",
    ],
  ],
  "[LED-3] of the shop and its terms, further": [
    [demo, "what's your address", "asked store|location|address|feature|other unanswerable"],
    [eBikes, "can I test one before buying", "asked test ride|feature|other|store unanswerable"],
    [
      onLock,
      "how many keys do I get and can I order extra ones?",
      "asked keys|feature|other unanswerable|answered",
      "asked feature|keys|other|availability unanswerable|answered",
    ],
    [onBoot, "if they rub, can they go back?", "asked returns unanswerable"],
    [home("toys"), "is it safe to order so close to christmas", "asked shipping|feature|other unanswerable"],
    [
      onDigger,
      "do you sell the remote on its own",
      "asked feature|availability|other|spare parts unanswerable|answered",
    ],
    [onDesk, "who carries it up to the fourth floor?", "asked shipping|feature|other unanswerable"],
    [sofas, "Could I get a swatch of the fabric", "asked feature|fabric|sample|other unanswerable|answered"],
    [
      home("groceries"),
      "could I collect my order",
      "asked shipping|availability|store|collection|feature|other unanswerable",
    ],
    [
      onMonitor,
      "what about dead pixels, would you swap it?",
      "asked warranty|returns|feature|other unanswerable",
    ],
    [onTablet, "can my company get an invoice", "asked payment|invoice|feature|other unanswerable"],
    [onMower, "Any chance of a few dollars off?", "asked discount unanswerable"],
  ],
  "[LED-2] several in one message, further": [
    [
      onBuds,
      "how long do they last and are they ok for swimming?",
      "asked battery life answered",
      "asked water resistance|waterproofing|feature answered|unanswerable",
    ],
    [
      onKettle,
      "weight please, and does it whistle?",
      "asked weight answered",
      "asked feature|whistle|reviews answered|unanswerable",
    ],
    [
      onChair,
      "what does it weigh, what colours are there, when would it arrive",
      "asked weight answered",
      "asked colour|variants answered",
      "asked shipping unanswerable",
    ],
    [
      mats,
      "I wonder what the six weighs. Also, is returning it free?",
      "asked|doubt weight answered",
      "asked returns unanswerable",
    ],
  ],
  "[LED-1] followed up, further": [
    [
      after(mats, "how heavy is the Heron 4?"),
      "and the other one?",
      "asked weight answered",
      "asked weight answered",
    ],
    [
      after(flasks, "is the Brook leakproof?"),
      "same question for the Hearth",
      "asked leakproof answered",
      "asked leakproof answered",
    ],
    [
      after(eBikes, "what's the range of the Stevedore?"),
      "And how long to charge it?",
      "asked range answered",
      "asked charging time answered",
    ],
  ],
  "wishes and requests, further": [
    [demo, "you wouldn't happen to sell camping chairs"],
    [demo, "I was hoping to find a tent for four"],
    [eBikes, "could we look at something less heavy"],
    [flasks, "would a bigger one be possible"],
    [onMizzle, "can I get that in an L please"],
    [home("clothes"), "what would you wear to a winter wedding"],
    [home("electronics"), "let me see what speakers you've got"],
    [onTablet, "who makes a cheaper one?"],
    [home("garden"), "need a hose, 20 m, doesn't kink"],
    [home("tools"), "mind showing me your drills?"],
  ],
  "what asks nothing, further": [
    [mats, "wow, that's bigger than my flat"],
    [onLock, "I had one stolen last year, can you imagine"],
    [onBoot, "my old ones leaked terribly"],
    [onKettle, "tea is what keeps me going"],
    [onHoldall, "that would look good in the boot of the car"],
    [headlamps, "ok so the 900 it is, I guess"],
    [games, "how the kids will fight over this"],
    [onDigger, "what do I know about toys anyway"],
    [onDesk, "whatever, I'll think it over"],
    [onJeans, "why not, I'll give them a go"],
    [sofas, "we can't agree, my wife and I"],
    [onTable, "wherever I put it, it'll be fine"],
    [onTrain, "he'll break it in a day, haha, but I love it"],
    [onMower, "I don't need to know every detail"],
    [onHose, "sure is a long hose!"],
  ],
  "assumptions passed over, further": [
    [demo, "a jacket for my sister", "assumption size open"],
    [demo, "rain trousers for our son, he's 9", "assumption size open"],
    [home("toys"), "It's a present for a little boy", "assumption age open", "assumption size open"],
    [demo, "a lantern for my uncle"],
  ],
};

export const FURTHER_SHOP_LEDGER_ROWS: ShopLedgerRow[] = rowsOf(GROUPS);
