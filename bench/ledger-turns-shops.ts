/**
 * Labelled turns for the ledger of open questions [LED-1 to LED-4] in seven small shops of other kinds (`ledger-shops/`):
 * toys, tools, groceries, furniture, clothes, electronics and a garden shop. They were written as a whole, shops and all,
 * before a first measurement and before anything was changed for them; their author had read the code that hears questions
 * and none of the odd rows of `ledger-turns-independent.ts`, but for the words of its last groups in passing. The labels
 * are read as those of `ledger-turns.ts` are. What is wrong of the rows with `isLookedAt` may be looked at; of the others,
 * half of them by a checksum of the message, only the totals were ever seen.
 */
import type { AgentStep, LedgerRow } from "./ledger-turns.ts";

type Start = Pick<ShopLedgerRow, "shop" | "sku" | "before">;

export interface ShopLedgerRow extends LedgerRow {
  /** The name of its file in `ledger-shops/`, or "demo". */
  shop: string;
  isLookedAt: boolean;
}

const home = (shop: string): Start => ({ shop, before: [] });
const showing = (shop: string, ...skus: string[]): Start => ({ shop, before: [{ shows: skus }] });
const onPageOf = (shop: string, sku: string): Start => ({ shop, sku, before: [] });
const after = (start: Start, ...before: (string | AgentStep)[]): Start => ({
  ...start,
  before: [...start.before, ...before],
});

const toys = home("toys");
const tools = home("tools");
const groceries = home("groceries");
const furniture = home("furniture");
const clothes = home("clothes");
const electronics = home("electronics");
const garden = home("garden");
const games = showing("toys", "TOY-SUMMIT", "TOY-KRAKEN");
const onTrain = onPageOf("toys", "TOY-HARBOUR");
const onDigger = onPageOf("toys", "TOY-DIGGER");
const onBear = onPageOf("toys", "TOY-BEAR");
const drills = showing("tools", "TL-DRILL18", "TL-DRILL12");
const onSander = onPageOf("tools", "TL-SANDER");
const onLadder = onPageOf("tools", "TL-LADDER");
const onSockets = onPageOf("tools", "TL-SOCKET");
const beans = showing("groceries", "GR-COFFEE", "GR-DECAF");
const cereals = showing("groceries", "GR-OAT", "GR-GRANOLA");
const onOil = onPageOf("groceries", "GR-OIL");
const sofas = showing("furniture", "FU-SOFA3", "FU-SOFA2");
const onDesk = onPageOf("furniture", "FU-DESK");
const onChair = onPageOf("furniture", "FU-CHAIR");
const onShelf = onPageOf("furniture", "FU-SHELF");
const coats = showing("clothes", "CL-PARKA", "CL-TRENCH");
const onShirt = onPageOf("clothes", "CL-SHIRT");
const onJumper = onPageOf("clothes", "CL-JUMPER");
const onJeans = onPageOf("clothes", "CL-JEANS");
const onBuds = onPageOf("electronics", "EL-BUDS");
const audio = showing("electronics", "EL-BUDS", "EL-HEAD");
const onSpeaker = onPageOf("electronics", "EL-SPEAKER");
const onTablet = onPageOf("electronics", "EL-TABLET");
const onMonitor = onPageOf("electronics", "EL-MONITOR");
const onMower = onPageOf("garden", "GA-MOWER");
const onHose = onPageOf("garden", "GA-HOSE");
const onPlanter = onPageOf("garden", "GA-PLANTER");
const onTable = onPageOf("garden", "GA-TABLE");

type Row = [start: Start, message: string, ...expected: string[]];

const GROUPS: Record<string, Row[]> = {
  "[LED-1] asked outright": [
    [games, "how many can play the Kraken", "asked players answered"],
    [games, "How long does a round of Summit take?", "asked playing time answered"],
    [onTrain, "What age is this for?", "asked recommended age|age answered"],
    [onTrain, "Are batteries needed?", "asked batteries answered"],
    [onTrain, "what's the paint like, is it safe?", "asked paint answered"],
    [onDigger, "how long can he play before it dies", "asked battery life answered"],
    [
      onDigger,
      "Can you use it in the garden when it's wet?",
      "asked waterproof|waterproofing|feature answered",
    ],
    [onBear, "can it go in the wash?", "asked care answered"],
    [drills, "what's the difference in torque?", "asked torque answered"],
    [drills, "Does the bigger one hammer as well?", "asked hammer function answered"],
    [drills, "how many batteries do I get with the 12 volt", "asked batteries answered"],
    [onSander, "is it noisy", "asked noise level|noise answered"],
    [onSander, "Where does the dust go?", "asked dust collection answered"],
    [onLadder, "how much weight will it take", "asked maximum load answered"],
    [onLadder, "How thin is it when folded?", "asked folded depth|size|folded size answered"],
    [onSockets, "metric or imperial?", "asked feature|other|size|variants|drive size answered"],
    [beans, "where do the beans come from?", "asked origin answered"],
    [beans, "is the first one ground or whole?", "asked grind|variants|feature answered"],
    [cereals, "which of the two has nuts in it", "asked ingredients|allergens|feature answered"],
    [onOil, "when was it harvested", "asked harvest answered"],
    [sofas, "will the covers come off for washing?", "asked covers|care answered"],
    [sofas, "how deep is the seat", "asked depth answered"],
    [onDesk, "how high does it go", "asked height range|height answered"],
    [onDesk, "is putting it together a lot of work?", "asked assembly time|assembly answered"],
    [onChair, "can you adjust the armrests?", "asked armrests answered"],
    [onShelf, "how many books can each shelf bear", "asked load per shelf|maximum load answered"],
    [coats, "Is there a hood on the trench?", "asked hood|feature answered|unanswerable"],
    [onShirt, "what sort of collar is that", "asked collar answered"],
    [onJeans, "do they stretch at all?", "asked material|feature|stretch answered|unanswerable"],
    [onBuds, "do people say they stay in while running?", "asked reviews answered"],
    [audio, "which lasts longer on one charge?", "asked battery life answered"],
    [
      onSpeaker,
      "Could I leave it by the pool?",
      "asked water resistance|feature|waterproofing answered|unanswerable",
    ],
    [onTablet, "can I put a SIM card in", "asked sim slot answered"],
    [onMonitor, "how do I connect my laptop to it?", "asked ports answered|unanswerable"],
    [onMower, "what size of lawn does it manage?", "asked lawn size answered"],
    [
      onHose,
      "is it OK to leave outside in winter?",
      "asked frost resistant|frost resistance|feature answered|unanswerable",
    ],
    [onPlanter, "holes in the bottom?", "asked drainage holes answered"],
    [onTable, "how tall", "asked height answered"],
  ],
  "[LED-1] asked indirectly": [
    [
      onTrain,
      "I was wondering whether it runs with other brands of track",
      "asked compatibility|feature|brand|other unanswerable|answered",
    ],
    [games, "any idea if the rules are hard to learn?", "asked reviews|feature|other answered|unanswerable"],
    [onSander, "I'd like to know the diameter of the discs", "asked disc diameter|diameter answered"],
    [onLadder, "it would help to know how heavy it is", "asked weight answered"],
    [beans, "could you tell me how strong the caffeine is", "asked caffeine answered"],
    [onOil, "just curious about the acidity", "asked acidity answered"],
    [onDesk, "Do you happen to know whether the motor makes a racket?", "asked motor noise|noise answered"],
    [sofas, "can somebody tell me what the frame is made from", "asked frame|material answered"],
    [onJumper, "I wanted to ask if it's itchy", "asked reviews|material|feature answered|unanswerable"],
    [coats, "no clue whether the parka gets dry-cleaned only, do you?", "asked|doubt care answered"],
    [
      onTablet,
      "would be great to hear if the pen works with it",
      "asked pen support|feature|compatibility answered|unanswerable",
    ],
    [onMonitor, "Please tell me if it can go on the wall.", "asked wall mount|mount answered"],
    [onMower, "mind telling me how loud it gets?", "asked noise level|noise answered"],
    [onHose, "I need to know the diameter before I decide", "asked diameter answered"],
    [furniture, "my question would be if you deliver upstairs", "asked shipping unanswerable"],
  ],
  "[LED-1] clipped and elliptical": [
    [
      after(drills, "how heavy is the 18 volt one?"),
      "and the 12?",
      "asked weight answered",
      "asked weight answered",
    ],
    [
      after(sofas, "how wide is the three-seater?"),
      "what about the two-seater",
      "asked width answered",
      "asked width answered",
    ],
    [
      after(games, "how many players for the Summit?"),
      "the Kraken?",
      "asked players answered",
      "asked players answered",
    ],
    [onMonitor, "refresh rate?", "asked refresh rate answered"],
    [onTablet, "storage and memory?", "asked storage answered", "asked memory answered"],
    [onBuds, "waterproof?", "asked water resistance|waterproofing|feature answered"],
    [onJumper, "any in navy?", "asked colour|variants|feature answered"],
    [onBear, "other colours?", "asked colour|variants answered"],
    [onJeans, "got these in a 36?", "asked size|variants|availability answered"],
    [cereals, "gluten free, the oats?", "asked gluten free|feature answered"],
    [onPlanter, "weight", "asked weight answered"],
    [onChair, "height of the seat pls", "asked seat height answered"],
    [onTable, "foldable or not?", "asked foldable|feature answered"],
  ],
  "[LED-1] tags": [
    [onSpeaker, "it's waterproof, isn't it?", "asked water resistance|waterproofing|feature answered"],
    [onShelf, "that's real oak, right?", "asked material|feature answered"],
    [
      onDigger,
      "it comes with batteries, doesn't it",
      "asked batteries|feature|battery life unanswerable|answered",
    ],
    [
      beans,
      "the second one has no caffeine, correct?",
      "asked caffeine|decaffeinated|feature answered|unanswerable",
    ],
    [onShirt, "you can tumble dry this one, yeah?", "asked care answered"],
  ],
  "[LED-2] several in one message": [
    [
      games,
      "How old should they be for the Kraken and how long does it take?",
      "asked recommended age|age answered",
      "asked playing time answered",
    ],
    [
      drills,
      "what's the chuck on the big one? and do you take PayPal?",
      "asked chuck answered",
      "asked payment unanswerable",
    ],
    [
      onSander,
      "how long is the cable, and does it have a dust bag",
      "asked cable length|length answered",
      "asked dust collection|feature answered|unanswerable",
    ],
    [
      onDesk,
      "Do you assemble it for us, and what does delivery cost?",
      "asked assembly|assembly time|feature|other|installation answered|unanswerable",
      "asked shipping unanswerable",
    ],
    [
      sofas,
      "Does it come in green? And how long would I wait for it?",
      "asked colour|variants answered",
      "asked shipping|availability unanswerable|answered",
    ],
    [onBuds, "bluetooth version? weight?", "asked bluetooth answered", "asked weight answered"],
    [
      onMower,
      "how wide does it cut and can the handle be folded",
      "asked cutting width|width answered",
      "asked foldable handle answered",
    ],
    [
      onJumper,
      "can I return it once worn? also does it come in grey?",
      "asked returns unanswerable",
      "asked colour|variants answered",
    ],
    [
      onTablet,
      "Which Android is on it, how big is the screen and is there a case in the box?",
      "asked operating system|feature answered",
      "asked screen size|size answered",
      "asked feature|case|availability unanswerable|answered",
    ],
  ],
  "[LED-1] doubts": [
    [onTrain, "not sure a two-year-old could play with it", "doubt recommended age|age answered"],
    [onDigger, "Isn't forty minutes a bit short though", "doubt|asked battery life answered"],
    [
      onLadder,
      "I'm a big guy and I wonder whether three steps would carry me",
      "doubt|asked maximum load answered",
    ],
    [
      drills,
      "the small one probably isn't powerful enough for concrete",
      "doubt power|torque|hammer function|feature answered|unanswerable",
    ],
    [
      sofas,
      "the big one might not go through our door",
      "doubt width|size|dimensions|depth answered|unanswerable",
    ],
    [onDesk, "I've read these desks wobble", "doubt reviews|feature|stability|other answered|unanswerable"],
    [onChair, "My husband weighs 118 kilos, so that could be tight", "doubt maximum load answered"],
    [onJumper, "wool usually scratches me", "doubt material|feature|reviews|other answered|unanswerable"],
    [
      coats,
      "no idea if the trench can take a proper downpour",
      "doubt water resistance|waterproofing|feature answered",
    ],
    [onJeans, "Button fly, I don't know about that", "doubt closure|feature|fit answered"],
    [
      onBuds,
      "they'd fall out of my ears I fear",
      "doubt fit|reviews|feature|size|other answered|unanswerable",
    ],
    [onMower, "our lawn is 400 square metres so I'm not convinced it copes", "doubt lawn size answered"],
    [
      onTable,
      "steel outdoors... that'll rust in no time",
      "doubt material|weather resistance|reviews|feature|other|rust answered|unanswerable",
    ],
    [onPlanter, "hm, plastic cracks in frost", "doubt frost resistant|material|feature answered"],
    [onMonitor, "I have my doubts about 75 hertz for games", "doubt refresh rate answered"],
  ],
  "[LED-1] conditional needs": [
    [
      onTablet,
      "I'll have it as long as it takes a pen",
      "condition pen support|feature|compatibility answered",
    ],
    [sofas, "if the covers are washable the two-seater is mine", "condition covers|care answered"],
    [
      onShirt,
      "Provided it isn't see-through I'd take two",
      "condition feature|material|other|reviews unanswerable|answered",
    ],
    [onHose, "only if it's at least 20 metres long", "condition length answered"],
    [
      onSpeaker,
      "depends how loud it gets",
      "condition output power|noise|volume|loudness|power|feature|other answered|unanswerable",
    ],
    [onDesk, "assuming delivery is free, I'm in", "condition shipping unanswerable"],
    [cereals, "I could eat the granola unless there's honey in it", "condition ingredients|feature answered"],
    [
      onShelf,
      "should it fit in a 31 cm niche, I'll order",
      "condition depth|size|width|dimensions answered|unanswerable",
    ],
  ],
  "[LED-3] of the shop and its terms": [
    [toys, "do you gift wrap", "asked gift wrapping|feature|other unanswerable"],
    [onBear, "Could you embroider a name on it?", "asked personalisation|feature|other unanswerable"],
    [onDigger, "what if it breaks after a month", "asked warranty|returns unanswerable"],
    [
      tools,
      "is there a shop in Bristol where I can pick up?",
      "asked store|availability|location|other|shipping unanswerable",
    ],
    [onSockets, "lifetime guarantee?", "asked warranty unanswerable"],
    [drills, "do you hire out tools too?", "asked rental|feature|other unanswerable"],
    [
      groceries,
      "how fresh are things when they get here",
      "asked shipping|freshness|feature|other unanswerable",
    ],
    [
      groceries,
      "is there a minimum order",
      "asked minimum order|order|shipping|price|feature|other unanswerable",
    ],
    [
      beans,
      "can I subscribe and get them every month?",
      "asked subscription|feature|other|payment unanswerable",
    ],
    [
      sofas,
      "would you take our old sofa away",
      "asked returns|trade-in|shipping|disposal|feature|other unanswerable",
    ],
    [onChair, "can I pay once it's arrived?", "asked payment unanswerable"],
    [coats, "how do I send something back", "asked returns unanswerable"],
    [clothes, "do you have a student discount", "asked discount unanswerable"],
    [onJeans, "who pays for the return if the size is off?", "asked returns unanswerable"],
    [
      electronics,
      "Are my card details safe with you?",
      "asked payment|privacy|security|feature|other unanswerable",
    ],
    [onTablet, "how soon could I have it?", "asked shipping unanswerable"],
    [onMonitor, "do you price-match other shops", "asked discount|price unanswerable"],
    [
      onMower,
      "can it be repaired near me",
      "asked warranty|repair|repairs|service|other|feature unanswerable",
    ],
    [garden, "do you ship plants to Ireland", "asked shipping unanswerable"],
    [
      electronics,
      "is there a phone number I could ring",
      "asked phone|contact|person|feature|other unanswerable",
    ],
    [onBuds, "am I chatting with a person here?", "asked identity answered"],
    [
      onHose,
      "Is it made by people who are paid properly?",
      "asked feature|other|origin|brand|material unanswerable",
    ],
  ],
  "[LED-4] withdrawn, repeated, still open": [
    [
      after(furniture, "I need a desk, though I'm not sure it would fit my alcove"),
      "never mind the alcove",
      "doubt size|width|dimensions moved-on",
    ],
    [
      after(onDesk, "do you assemble it?"),
      "never mind, I can do that myself",
      "asked assembly|assembly time|installation|feature|other unanswerable|answered|moved-on",
    ],
    [
      after(onMower, "how heavy is it?"),
      "sorry, how heavy was it again?",
      "asked weight answered",
      "asked weight answered",
    ],
    [
      after(garden, "do you ship to Malta?"),
      "forget the shipping, show me hoses",
      "asked shipping unanswerable|moved-on",
    ],
    [
      after(electronics, "I'd like a tablet if it takes a SIM card"),
      "doesn't have to have a SIM after all",
      "condition sim slot|feature|sim card moved-on|answered",
    ],
    [
      after(clothes, "do you do alterations?"),
      "a coat then please",
      "asked feature|other|alterations unanswerable",
    ],
  ],
  "wishes and requests": [
    [toys, "could you show me a few board games?"],
    [toys, "would you have anything for a rainy afternoon"],
    [tools, "do you stock ladders?"],
    [drills, "any chance of something lighter?"],
    [onLadder, "do you have a taller one"],
    [groceries, "can I get some decaf coffee"],
    [beans, "which would you go for?"],
    [furniture, "is there a chair that goes up to 55 cm?"],
    [sofas, "how about something in leather"],
    [clothes, "might I see your jumpers?"],
    [coats, "what else is there"],
    [electronics, "I wonder if you'd have headphones under 150"],
    [onMonitor, "shouldn't you show me a bigger one?"],
    [garden, "where are the planters"],
    [onHose, "please put this in my basket"],
    [garden, "I'm after a table for two, not plastic"],
    [clothes, "a navy jumper that won't itch"],
    [tools, "something to drill into concrete with"],
  ],
  "what asks nothing": [
    [games, "who doesn't love a kraken"],
    [onBear, "oh isn't he adorable!"],
    [drills, "how hard can it be, it's a drill"],
    [onLadder, "what would I do without you lol"],
    [beans, "you know how it is before the first coffee"],
    [sofas, "can you believe we sat on the floor all winter?"],
    [onDesk, "why is moving house so awful"],
    [onChair, "my back, you wouldn't believe it"],
    [coats, "the parka it is"],
    [onJumper, "no worries about the itch, I wear a shirt below"],
    [onJeans, "I know what size I take"],
    [audio, "what matters to me is the sound"],
    [onBuds, "that's what I wanted to know, thanks"],
    [onMower, "now that's what I call a mower"],
    [onPlanter, "it doesn't matter how heavy it is"],
    [onTable, "nah, not for me"],
    [garden, "when the sun comes out I always want a new garden"],
    [tools, "he asked me whether I own a drill and I had to laugh"],
    [electronics, "not sure yet, just looking"],
    [toys, "it depends, let me look around first"],
    [games, "as if I'd ever win"],
    [onOil, "if I'm honest I just like the bottle"],
  ],
  "assumptions passed over": [
    [clothes, "I want a shirt for my dad", "assumption size open"],
    [toys, "something for my niece's birthday", "assumption age open", "assumption size open"],
    [clothes, "a coat for my wife, she's a medium"],
    [toys, "a game for our eight-year-old", "assumption size open"],
    [tools, "a drill for my brother"],
  ],
};

/** Which half a message belongs to, without regard to its group or place. */
const checksum = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);

export function rowsOf(
  groups: Record<string, [Start, message: string, ...expected: string[]][]>,
): ShopLedgerRow[] {
  return Object.entries(groups).flatMap(([group, rows]) =>
    rows.map(([start, message, ...expected]) => {
      const isLookedAt = checksum(message) % 2 === 0;
      return { ...start, message, group, expected, heldBack: !isLookedAt, isLookedAt };
    }),
  );
}

export const SHOP_LEDGER_ROWS: ShopLedgerRow[] = rowsOf(GROUPS);
