/**
 * More labelled turns for the ledger of open questions [LED-1 to LED-4], over the demo's catalog: rows by somebody who
 * had not seen the code that hears questions, and of the code that keeps and settles them little but the names of topics
 * and statuses; of the rows in `ledger-turns.ts` only the first two dozen. They are kept for measuring and never tuned
 * on, so every row is held back. The labels follow the rules' own words and say what a good shop assistant would keep
 * in mind; where a shopper's question may rightly be filed under several topics, `about` names them all.
 *
 * More than a third of the turns raise nothing, since an entry that nobody meant is an error as well.
 */
import type { AgentStep, LedgerRow } from "./ledger-turns.ts";

type Start = { sku?: string; before: (string | AgentStep)[] };

const home: Start = { before: [] };
const showing = (...skus: string[]): Start => ({ before: [{ shows: skus }] });
const onPageOf = (sku: string): Start => ({ sku, before: [] });
const after = (start: Start, ...before: (string | AgentStep)[]): Start => ({
  ...start,
  before: [...start.before, ...before],
});
const claimed = (sku: string, over: string, attribute: string, direction: "less" | "more"): Start => ({
  before: [{ shows: [sku, over], compares: { sku, over, attribute, direction } }],
});

const folders = showing("RYE-POCKET-16", "RYE-POCKET-20");
const mats = showing("PIN-RAFT-6", "PIN-RAFT-10");
const stoves = showing("CIN-THIMBLE", "CIN-KITCHENETTE-2");
const bikeLights = showing("GLI-LODESTAR-500", "GLI-LODESTAR-200");
const locks = showing("RYE-PADFOOT-U", "RYE-RATTLE-FOLD");
const boots = showing("TUS-FERRYMAN", "TUS-SNOWDROP");
const warmJackets = showing("SAL-EIDERLY", "PIN-LICHEN-SYNTH");
const familyTents = showing("PIN-HERON-4", "PIN-HERON-6");
const mugs = showing("WEL-PLATFORM-350", "WEL-SNUG-300");
const umbrellas = showing("SAL-SQUALL-STICK", "SAL-SQUALL-POCKET");
const panniers = showing("RYE-MULE-21", "RYE-MULE-PAIR-42");
const cityShoes = showing("TUS-PAVEMENT", "TUS-CLERK");
const sleepingBags = showing("PIN-DORMOUSE-8", "PIN-DORMOUSE-KIDS");
const onCargoBike = onPageOf("RYE-STEVEDORE-LONG");
const onMokaPot = onPageOf("CIN-PICCOLA-3");
const onSkillet = onPageOf("CIN-IRONMONGER-24");
const onPump = onPageOf("RYE-BELLOWS-FLOOR");
const onLantern = onPageOf("GLI-INGLENOOK");
const onCooler = onPageOf("CIN-ICEHOUSE-15");
const onKidsBag = onPageOf("SAL-LITTLEWREN-10");
const onKidsHelmet = onPageOf("RYE-ACORN-CUB");

type Row = [start: Start, message: string, ...expected: string[]];

const GROUPS: Record<string, Row[]> = {
  "[LED-1] questions asked outright": [
    [folders, "What does the 16 weigh?", "asked weight answered"],
    [folders, "how small do they fold?", "asked folded size|packed size|size|dimensions answered"],
    [folders, "I'm 1.93 m, which of these two can I ride", "asked rider height|size|height answered"],
    [onCargoBike, "how far does it go on one charge", "asked range|battery|battery life answered"],
    [
      onCargoBike,
      "How long until it's full again once the battery is empty?",
      "asked charging time|charging|battery answered",
    ],
    [onCargoBike, "What's the most I can put on the rack?", "asked rack load|load|capacity answered"],
    [mats, "what's the R value of the thicker one?", "asked r-value answered"],
    [mats, "Are they the same length?", "asked length|size|dimensions answered"],
    [stoves, "what fuel do they take", "asked fuel answered"],
    [stoves, "time to boil?", "asked boil time answered"],
    [onMokaPot, "will it work on an induction hob", "asked induction answered"],
    [onMokaPot, "How many people does it make coffee for?", "asked serves|capacity answered"],
    [bikeLights, "Which is brighter?", "asked brightness answered"],
    [bikeLights, "usb c charging?", "asked charging answered"],
    [locks, "what security rating has the folding one got", "asked security level answered"],
    [locks, "And how long is that chain of links once unfolded?", "asked locking length|length answered"],
    [boots, "is the Snowdrop in stock in a 9?", "asked availability|size|variants answered"],
    [
      boots,
      "How cold can it get before my toes freeze in the second pair?",
      "asked comfort down to|comfort temperature|temperature|warmth answered",
    ],
    [warmJackets, "does either have a hood?", "asked hood answered"],
    [warmJackets, "What's the filling?", "asked insulation|material answered"],
    [familyTents, "how long does it take to put up the four-person one", "asked setup time answered"],
    [familyTents, "can i stand up in there? im 6'2", "asked height answered"],
    [mugs, "Is the Platform leakproof?", "asked leakproof answered"],
    [mugs, "can those go in the dishwasher", "asked dishwasher safe answered"],
    [umbrellas, "What's the diameter of the pocket one?", "asked diameter|size answered"],
    [onPump, "does it do Schrader valves?", "asked valves answered"],
    [onPump, "Max pressure?", "asked maximum pressure|pressure answered"],
    [panniers, "is the 145 for one bag or for two", "asked sold as|price answered"],
    [onCooler, "How many hours does it keep things cold?", "asked keeps cold answered"],
    [onLantern, "whats it rated by other people", "asked rating|reviews answered"],
    [cityShoes, "which colors does the Pavement come in", "asked colour|variants answered"],
    [sleepingBags, "what temp is the kids one good to?", "asked comfort temperature answered"],
    [onSkillet, "Curious what it's made of?", "asked material answered"],
    [after(home, "I need a lock for my bike"), "how heavy is the first one?", "asked weight answered"],
    [after(home, "show me some lanterns"), "which of them is cheapest?", "asked price answered"],
    [home, "Am I chatting with a person?", "asked identity answered"],
  ],

  "[LED-2] several in one message": [
    [
      folders,
      "How heavy is the Pocketbook 20, and how many gears does it have?",
      "asked weight answered",
      "asked gears answered",
    ],
    [
      bikeLights,
      "how long does the battery last and is the small one waterproof?",
      "asked battery life|battery answered",
      "asked waterproofing answered",
    ],
    [
      locks,
      "What do they weigh? And do you ship to Ireland?",
      "asked weight answered",
      "asked shipping unanswerable",
    ],
    [
      warmJackets,
      "can i machine wash the Lichen, also what sizes are there",
      "asked care|feature|machine washable answered",
      "asked size|variants answered",
    ],
    [
      mats,
      "How thick is the Raft 6 and what does it cost?",
      "asked thickness answered",
      "asked price answered",
    ],
    [
      onMokaPot,
      "Does it come in red? And what's your return policy?",
      "asked colour|variants answered",
      "asked returns unanswerable",
    ],
    [
      familyTents,
      "for the Heron 4: how heavy is it, how small does it pack, and what's the water column?",
      "asked weight answered",
      "asked packed size|size answered",
      "asked water column|waterproofing answered",
    ],
    [
      stoves,
      "How much is the Thimble and is it in stock?",
      "asked price answered",
      "asked availability answered",
    ],
    [
      umbrellas,
      "is the stick one windproof? what do reviewers say?",
      "asked windproof|feature|wind resistance answered",
      "asked reviews answered",
    ],
    [
      mugs,
      "Which keeps coffee hot longer, and which one's lighter?",
      "asked keeps hot answered",
      "asked weight answered",
    ],
    [
      onCargoBike,
      "Is there a warranty on the battery and can I pay in instalments?",
      "asked warranty unanswerable",
      "asked payment unanswerable",
    ],
    [
      onKidsBag,
      "What age is it for? I also worry that ten litres is too little",
      "asked age answered",
      "doubt capacity answered|unanswerable",
    ],
  ],

  "[LED-1] doubts": [
    [
      folders,
      "I'm not sure it'll fit under the seat on the train",
      "doubt folded size|packed size|size|dimensions answered|unanswerable",
    ],
    [
      folders,
      "16 inch wheels look tiny, I'd be nervous about potholes",
      "doubt wheel size answered|unanswerable",
    ],
    [bikeLights, "hmm 200 lumens doesn't sound like enough for country lanes", "doubt brightness answered"],
    [
      warmJackets,
      "I worry that down is useless once it gets wet",
      "doubt insulation|waterproofing|material answered|unanswerable",
    ],
    [locks, "I doubt a folding lock is as secure as a U-lock", "doubt security level answered"],
    [mats, "Not sure six centimetres is thick enough for a side sleeper", "doubt thickness answered"],
    [
      boots,
      "Not convinced rubber boots breathe at all",
      "doubt breathability|material|feature unanswerable|answered",
    ],
    [mugs, "afraid it will leak all over my bag", "doubt leakproof answered"],
    [
      familyTents,
      "25 minutes of setup... not sure we'd manage that with kids around",
      "doubt setup time answered",
    ],
    [onCargoBike, "33 kilos worries me, we've got steps at the front door", "doubt weight answered"],
    [
      onSkillet,
      "I'm a bit worried it'll rust",
      "doubt rust|material|feature|care|durability|other unanswerable|answered",
    ],
    [panniers, "don't know whether the hooks would go on my rack", "doubt rack fit answered|unanswerable"],
    [
      umbrellas,
      "I'm sceptical that the pocket one survives a storm",
      "doubt windproof|feature|wind resistance|durability|quality|reviews|other unanswerable|answered",
    ],
    [
      after(mats, "not sure the Raft 6 is warm enough for October"),
      "let's leave mats, I need a bike helmet instead",
      "doubt r-value|season|comfort temperature|temperature|warmth answered|moved-on|unanswerable",
    ],
  ],

  "[LED-1] conditional needs": [
    [onMokaPot, "I'd take it if it works with induction", "condition induction answered"],
    [
      warmJackets,
      "If the Eiderly packs down small I'm in",
      "condition packed size|packable|feature|size answered|unanswerable",
    ],
    [
      cityShoes,
      "I'll get the Clerk provided it can be resoled",
      "condition resoleable|feature|sole answered|unanswerable",
    ],
    [folders, "as long as it comes in black, the 16 would be fine", "condition colour|variants answered"],
    [mats, "Would go for the big one if it's under 2 kilos", "condition weight answered"],
    [
      onCargoBike,
      "only if there's a child seat that goes with it",
      "condition child seat|feature|accessories|compatibility|other unanswerable",
    ],
    [
      boots,
      "if my size 10 is there I'll order the Ferryman",
      "condition size|availability|variants answered",
    ],
    [
      bikeLights,
      "Depends on whether it survives heavy rain",
      "condition waterproofing|protection class answered",
    ],
    [
      onPump,
      "I'm happy to pay 68 if I can still get spare parts later",
      "condition feature|spare parts|repairable|repair|warranty|other answered|unanswerable",
    ],
    [onLantern, "I want it as long as it gets here by Friday", "condition shipping unanswerable"],
    [panniers, "the pair would do, if they're totally waterproof", "condition waterproofing answered"],
    [locks, "Assuming it weighs less than a kilo and a half, the U-lock it is", "condition weight answered"],
  ],

  "[LED-1] assumptions passed over": [
    [home, "I'm after a helmet for my son", "assumption age open", "assumption size open"],
    [home, "it's a raincoat for my niece", "assumption age open", "assumption size open"],
    [home, "Looking for a rain jacket for my husband", "assumption size open"],
    [warmJackets, "It'd be for my mum.", "assumption size open"],
    [cityShoes, "they're for my boyfriend", "assumption size open"],
    [home, "my twins need rain jackets", "assumption age open", "assumption size open"],
    [home, "A sleeping bag for our little one please", "assumption age open", "assumption size|length open"],
    [home, "Rain jacket for my 5 year old", "assumption size open"],
    [onKidsHelmet, "for my grandson", "assumption age open", "assumption size open"],
    [home, "I want to give my dad a warm jacket for his birthday", "assumption size open"],
    [home, "my wife wants hiking boots, she takes a US 8"],
    [
      after(home, "I'm looking for a rain jacket for my daughter"),
      "she's six",
      "assumption age answered",
      "assumption size open",
    ],
  ],

  "[LED-1] conflicts between wishes": [
    [
      home,
      "I want a tent for six that's featherlight and costs next to nothing",
      "conflict weight|price|sleeps|capacity open|answered",
    ],
    [home, "a really strong bike lock that weighs nothing", "conflict weight|security level open|answered"],
    [
      home,
      "winter sleeping bag, super warm, tiny to pack, under 80 bucks",
      "conflict price|comfort temperature|packed size|weight|warmth open|answered",
    ],
    [
      home,
      "an e-bike with a huge range that's light and cheap",
      "conflict range|weight|price|battery open|answered",
    ],
    [
      mats,
      "I'd like the comfort of the 10 but the weight of the 6",
      "conflict weight|thickness|comfort open|answered",
    ],
    [
      home,
      "bright headlamp with weeks of battery, and it has to be under 30 dollars",
      "conflict price|brightness|battery life open|answered",
    ],
    [
      home,
      "waterproof jacket that breathes like a T-shirt, lightweight, tough as nails, 60 dollars tops",
      "conflict price|waterproofing|waterproof rating|breathability|weight|durability open|answered",
    ],
    [
      home,
      "a flask that keeps tea hot the whole day but is tiny and dirt cheap",
      "conflict capacity|size|weight|keeps hot|price open|answered",
    ],
  ],

  "[LED-1] comparisons the agent opened": [
    [
      claimed("RYE-RATTLE-FOLD", "RYE-PADFOOT-U", "weight", "less"),
      "How much lighter is the folding one?",
      "asked weight answered",
      "comparison weight answered",
    ],
    [
      claimed("PIN-RAFT-10", "PIN-RAFT-6", "thickness", "more"),
      "and how thick are they exactly?",
      "asked thickness answered",
      "comparison thickness answered",
    ],
    [
      claimed("GLI-LODESTAR-500", "GLI-LODESTAR-200", "brightness", "more"),
      "ok good to know",
      "comparison brightness open|answered",
    ],
    [
      claimed("WEL-PLATFORM-350", "WEL-SNUG-300", "keeps hot", "more"),
      "is the second one dishwasher safe?",
      "asked dishwasher safe answered",
      "comparison keeps hot open|answered",
    ],
    [
      claimed("RYE-POCKET-20", "RYE-POCKET-16", "gears", "more"),
      "what's your returns policy",
      "asked returns unanswerable",
      "comparison gears open|answered",
    ],
  ],

  "the agent's own questions": [
    [after(panniers, { asks: "colour" }), "black please", "asked colour answered"],
    [after(panniers, { asks: "colour" }), "doesn't matter to me", "asked colour declined"],
    [after(folders, { asks: "use" }), "mostly the train, commuting", "asked use answered"],
    [after(familyTents, { asks: "sleeps" }), "we're four", "asked sleeps answered"],
    [
      after(mats, { asks: "weight" }),
      "are they both in stock?",
      "asked weight open",
      "asked availability answered",
    ],
    [after(warmJackets, { asks: "insulation" }), "no preference really", "asked insulation declined"],
  ],

  "[LED-3] what no catalog answers": [
    [onCargoBike, "does it come assembled?", "asked assembly|feature|shipping|other unanswerable"],
    [
      onCargoBike,
      "is there someone near Leeds who services these",
      "asked service|repair|store|feature|other unanswerable",
    ],
    [home, "do you gift wrap?", "asked gift wrapping|gift wrap|feature|other unanswerable"],
    [
      onLantern,
      "Is it possible to add a handwritten card?",
      "asked gift wrapping|gift card|feature|other unanswerable",
    ],
    [
      folders,
      "Will it fit in the boot of a Fiat 500?",
      "asked folded size|packed size|size|dimensions|feature|compatibility|other unanswerable|answered",
    ],
    [
      panniers,
      "do they fit the rack of my old Gazelle",
      "asked rack fit|feature|compatibility|other unanswerable|answered",
    ],
    [home, "how long does delivery take to Denmark", "asked shipping unanswerable"],
    [home, "Where can I see these in person?", "asked store|location|other unanswerable"],
    [
      warmJackets,
      "can you fix the zip if it breaks after two years?",
      "asked warranty|repair|feature|other unanswerable",
    ],
    [home, "do you take Klarna", "asked payment unanswerable"],
    [
      bikeLights,
      "will it clip onto the bracket I've still got from my old lamp",
      "asked mount|feature|compatibility|other unanswerable|answered",
    ],
    [home, "is there some discount for nurses?", "asked discount unanswerable"],
    [home, "what happens if it arrives damaged?", "asked returns|warranty|shipping|other unanswerable"],
    [stoves, "am I allowed to take the stove on a plane?", "asked feature|other|use unanswerable"],
    [boots, "when will the Snowdrop be back?", "asked availability unanswerable|answered"],
    [home, "Do you buy back old bikes?", "asked trade-in|returns|other unanswerable"],
  ],

  "plain wishes": [
    [home, "I need a two-person tent"],
    [home, "looking for a gravel bike around 1500"],
    [home, "A stainless steel bottle, one litre, something simple."],
    [home, "hi there, I want new panniers, waterproof ones"],
    [home, "something warm for winter cycling, gloves I think"],
    [home, "wool t-shirt in size M"],
    [home, "Need a day pack for hiking. Not too big, 20 litres or so."],
    [home, "I'd prefer a folding bike because I live on the fifth floor"],
    [home, "no more than $150 please"],
    [folders, "I'd want more gears than that"],
    [mats, "something lighter"],
    [locks, "cheaper please"],
    [umbrellas, "not black, black is dull"],
    [bikeLights, "the brighter one but smaller"],
    [home, "I cycle to work every day, rain or shine, about eight miles each way."],
    [after(home, "I want a camping stove"), "for two people, gas"],
    [after(home, "I need a headlamp"), "waterproof and under 60"],
  ],

  "requests to be shown": [
    [home, "can you show me headlamps"],
    [home, "Could you show me some tents for four?"],
    [home, "show me what you've got in lanterns"],
    [home, "would you mind showing me a few bike bells"],
    [home, "can I see the cheap backpacks first"],
    [mugs, "can you show me others"],
    [cityShoes, "show me something in leather"],
    [home, "please find me a cooler bag"],
  ],

  "thanks, agreement and goodbyes": [
    [mugs, "thanks!"],
    [stoves, "perfect, thank you so much for your help"],
    [folders, "great, that's exactly what I meant"],
    [locks, "ok"],
    [mats, "Yes, that makes sense."],
    [onMokaPot, "cool, I'll take it"],
    [bikeLights, "the first one it is then"],
    [warmJackets, "I like the Eiderly"],
    [umbrellas, "lovely, bye now"],
    [familyTents, "sure, go on"],
    [after(home, "I need a stove for one"), "sounds good"],
    [onCooler, "alright, good to know"],
    [cityShoes, "I'll go with the Pavement, thank you"],
  ],

  "chatter and rhetorical questions": [
    [home, "hello"],
    [home, "Hi! just browsing"],
    [home, "good morning, lovely weather for a ride today"],
    [home, "haha that's a funny name for a tent"],
    [umbrellas, "who even invented rain, right?"],
    [onCargoBike, "wow, why do I even bother owning a car"],
    [mats, "honestly, who doesn't love a good night's sleep"],
    [stoves, "You know what? I'm hungry now"],
    [folders, "my old bike got stolen last week, what can you do..."],
    [boots, "guess who stepped in a puddle this morning, haha"],
    [home, "we're going to Norway in July and I can't wait"],
    [locks, "bike thieves, seriously, how do they sleep at night"],
    [onKidsBag, "aww isn't that just the cutest"],
    [home, "give me a minute, the phone's ringing"],
  ],

  "rejections and second thoughts": [
    [mugs, "no, neither of those"],
    [locks, "nah, too ugly"],
    [boots, "I don't like rubber"],
    [folders, "too expensive for me"],
    [bikeLights, "not the 200"],
    [familyTents, "forget the six-person one"],
    [after(home, "I want a red rain jacket"), "actually not red, blue"],
    [after(home, "a backpack under 100 dollars"), "forget the budget"],
    [warmJackets, "hmm, let me think about it"],
    [umbrellas, "the pocket one is the wrong shape"],
    [panniers, "sorry, I meant backpacks"],
  ],

  "statements that sound like questions or gifts": [
    [home, "I know how to fix a flat, so I only need the pump"],
    [home, "What I want is a really quiet bell"],
    [home, "I'm not fussy about colour"],
    [onLantern, "I was wondering about a lantern, and this one looks nice"],
    [home, "I don't care who makes it"],
    [stoves, "if you say so"],
    [home, "I always wonder why I wait so long to replace my rain gear"],
    [mats, "no doubt about it, the thick one"],
  ],
};

export const INDEPENDENT_LEDGER_ROWS: LedgerRow[] = Object.entries(GROUPS).flatMap(([group, rows]) =>
  rows.map(([start, message, ...expected]) => ({ ...start, message, group, expected, heldBack: true })),
);
