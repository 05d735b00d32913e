/**
 * More that a fluent model would say, of shops whose listings stand elsewhere: read and worked on, like the tables. Lies are
 * told in the same manner, with the false part where a model would let it slip in.
 */
import type { Product } from "../../../../server/catalog/product.ts";
import type { HeldOutRow, Shop } from "../held-out/rows.ts";
import { MUSIC } from "../independent/music.ts";
import { OUTDOORS } from "../independent-second/outdoors.ts";
import { SKINCARE } from "../independent-second/skincare.ts";

const rowsOn =
  (shop: Shop) =>
  (skus: string, sentences: string[], heard: string[] = []): HeldOutRow[] => {
    const known = new Map<string, Product>(
      [...shop.truths, ...shop.lies].flatMap(({ items }) => items.map((item) => [item.sku, item] as const)),
    );
    const items = skus.split(" ").flatMap((sku) => known.get(sku) ?? []);
    return sentences.map((sentence) => ({ kind: "fluent", origin: "slips in", items, sentence, heard }));
  };

const [music, outdoors, skincare] = [rowsOn(MUSIC), rowsOn(OUTDOORS), rowsOn(SKINCARE)];
const WARY = ["I commute through the city in all weathers and I'm not very handy."];
const SHINY = ["My skin gets shiny by noon and perfume makes me sneeze."];

const practice = (shop: Shop, truths: HeldOutRow[], lies: HeldOutRow[]): Shop => ({
  ...shop,
  name: `${shop.name} practice`,
  truths,
  lies,
});

export const PRACTICE_SHOPS: readonly Shop[] = [
  practice(
    MUSIC,
    [
      ...music("cas88", [
        "With graded hammer action, the lower keys feel heavier than the upper ones, much like on an acoustic piano.",
        "You can practise late at night without waking anyone: just plug in your headphones.",
        "It's a full-size keyboard with all 88 notes.",
        "A stand isn't part of the deal, so you might want to budget for one.",
        "At 12 kilos it's something one person can lift onto a table.",
        "It doesn't take up much depth, being a slim model.",
        "Bluetooth is on board as well.",
      ]),
      ...music("min49", [
        "Because it runs on batteries, you can take it to the park or on holiday.",
        "The keys aren't weighted, so it won't feel like a real piano.",
        "With 200 sounds to play with, a child won't get bored quickly.",
        "It's a bit short on keys if you plan to play classical pieces.",
      ]),
      ...music("hd10 hp3", [
        "The smaller body of the P-3 makes it easier to hold on the sofa.",
        "If you like a warmer tone, go for the parlour; if you want volume, the dreadnought is your guitar.",
        "Keep in mind that the P-3 doesn't come with a bag.",
        "Both have backs and sides of laminated mahogany.",
        "There's a left-handed version of the D-10, though it's sold out right now.",
      ]),
      ...music("tocado", [
        "You sit on the box and drum on the front with your hands.",
        "It's handmade in Spain out of birch plywood.",
        "The rubber feet stop it from sliding across the floor.",
        "It weighs 4.5 kg, so carrying it to a rehearsal is no big deal.",
      ]),
    ],
    [
      ...music("cas88", [
        "It has a built-in metronome and a recorder.",
        "The stand folds up and comes in the same box.",
        "The keys have a real ivory feel.",
        "It feels exactly like a concert grand.",
        "It runs on batteries too, so you can take it to the park.",
        "You can connect a microphone to sing along.",
        "It never needs tuning, and it stays like new for decades.",
      ]),
      ...music("hd10 hp3", [
        "The P-3 is the louder of the two.",
        "Both come with a padded gig bag.",
        "The P-3 has a solid mahogany back.",
        "The D-10 suits smaller players best.",
      ]),
      ...music("tocado", [
        "It takes up to 200 kg, so anyone can sit on it.",
        "The snare can be switched off with a lever.",
      ]),
    ],
  ),
  practice(
    OUTDOORS,
    [
      ...outdoors(
        "tc7",
        [
          "You sit upright on it, which gives you a good view of the traffic.",
          "The low step-through frame makes getting on and off easy, even in a skirt.",
          "The fenders keep spray off your clothes when the streets are wet.",
          "It comes with a kickstand and a bell, so you're ready for town.",
          "A rear rack would be an extra purchase if you want to carry panniers.",
          "It's a steel bike, so at 28.6 lb it isn't the lightest to carry up stairs.",
          "Seven gears are enough for a mostly flat commute.",
          "The medium in cream is gone, but there's still a teal one.",
        ],
        WARY,
      ),
      ...outdoors(
        "kr2",
        [
          "You'll have to fit the handlebar, the seat and the front wheel yourself when it arrives.",
          "It has hydraulic disc brakes, which work well in the rain.",
          "The frame has mounting points for fenders, so you can add some later for wet days.",
          "Its wide tires soak up the bumps on rough roads.",
          "You can run it tubeless, as the wheels are ready for it.",
          "It's $250 off at the moment.",
          "Size 56 is out of stock for now, but the neighbouring sizes are there.",
        ],
        WARY,
      ),
      ...outdoors("arb-sw", [
        "You turn a dial at the back until it sits snugly on your head.",
        "The visor comes off if you don't need it.",
        "It has MIPS, a liner that's meant to reduce rotational forces in a fall.",
        "The pads can be taken out and washed by hand.",
        "There's no built-in light, so you'd clip one on for night rides.",
        "Fourteen vents let the air through on hot days.",
      ]),
      ...outdoors("wick8", [
        "On the highest setting the battery is good for an hour and a half, on the lowest for twelve hours.",
        "It straps onto the handlebar without tools.",
        "You charge it over USB-C, but you'd use your own plug for that.",
        "IPX6 means it copes with heavy rain.",
        "800 lumens is a lot of light for a dark country lane.",
      ]),
    ],
    [
      ...outdoors(
        "tc7",
        [
          "It has a basket on the front for your shopping.",
          "The rack on the back carries your panniers.",
          "It arrives fully assembled, so you can ride straight out of the box.",
          "The saddle has springs that soak up the bumps.",
          "The disc brakes work well in the rain.",
          "The chain never needs any oil.",
          "It's light enough to carry upstairs with one finger.",
        ],
        WARY,
      ),
      ...outdoors("arb-sw", [
        "It protects you from concussion, whatever happens.",
        "The visor is tinted against the sun.",
        "All three sizes are available right now.",
        "It has a magnetic buckle that you can close with one hand.",
      ]),
      ...outdoors("wick8", [
        "It doubles as a power bank for your phone.",
        "It dims by itself when a car comes the other way.",
        "You can dive with it.",
        "A wall charger is in the box.",
        "On high it runs for twelve hours.",
      ]),
    ],
  ),
  practice(
    SKINCARE,
    [
      ...skincare(
        "fen-lot",
        [
          "The matte finish keeps the shine down through the day.",
          "It has no fragrance in it, so it shouldn't make you sneeze.",
          "It's absorbed in about a minute, so you can put your makeup on right after.",
          "Niacinamide is often used for skin that gets oily.",
          "You'd still need a separate sunscreen, as it doesn't have one built in.",
          "It's light rather than rich, which suits combination skin.",
          "The bottle holds 75 ml.",
        ],
        SHINY,
      ),
      ...skincare("spr-rich", [
        "It's on the richer side, made for skin that feels tight and dry.",
        "You can wear it under makeup or as a night cream.",
        "It comes in a glass jar with a little spatula, so you don't have to dip your fingers in.",
        "Shea butter and squalane give it that rich texture.",
        "If you use a serum, put that on first and the cream on top.",
      ]),
      ...skincare("lum-c15", [
        "A couple of drops is all you need for your whole face.",
        "Store it somewhere dark and try to finish it within three months.",
        "The amber glass protects the vitamin C from light.",
        "It's a morning product, so it goes on before your sunscreen.",
        "It's reduced by CA$14.50 right now.",
      ]),
      ...skincare("fen-gel fen-lot", [
        "The cleanser comes first, then the lotion once your face is dry.",
        "Both are vegan and free of fragrance.",
        "Together they come to CA$50 with the small cleanser.",
        "You could use the pair as a simple morning routine.",
      ]),
      ...skincare("hal-50", [
        "It's a mineral formula based on zinc oxide, so there's no chemical filter doing the work.",
        "After 80 minutes in the water you should put on more.",
        "The tinted one leaves less of a white cast on darker skin.",
      ]),
    ],
    [
      ...skincare(
        "fen-lot",
        [
          "It has SPF 15, so you can skip the sunscreen.",
          "It shrinks your pores within a week.",
          "It's been tested by dermatologists.",
          "A light scent of cucumber wakes you up.",
          "It's suitable for very dry skin, too.",
          "The tube is made of sugar cane.",
        ],
        SHINY,
      ),
      ...skincare("spr-rich", [
        "It's fine for acne-prone skin.",
        "It's made with snail mucin and honey.",
        "It heals eczema overnight.",
        "The jar can be refilled.",
      ]),
      ...skincare("hal-50", [
        "It stays on all day, even in the pool.",
        "It's safe for babies from birth.",
        "No white cast whatsoever, on any skin.",
        "You only need to put it on once a day.",
      ]),
    ],
  ),
];
