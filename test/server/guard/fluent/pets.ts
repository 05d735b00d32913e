/** A shop for pets in dollars, spoken of as a fluent, friendly model would. What the rows are for stands in shops.ts. */
import { lies, measure, money, product, shopOf, text, truths } from "../held-out/rows.ts";

const usd = money("USD");

const sizes = (sku: string, price: number, stock: Record<string, boolean>) =>
  Object.entries(stock).map(([value, inStock]) => ({
    sku: `${sku}-${value}`,
    options: [{ name: "size", value }],
    price: usd(price),
    inStock,
  }));

const TRAIL = product({
  sku: "tam-trail",
  title: "Tamsin Trail Dog Harness",
  brand: "Tamsin",
  price: usd(48),
  categories: ["Dogs", "Harnesses"],
  tags: ["reflective", "for hiking"],
  description:
    "A padded harness for walks and hikes. Leash points at the front and on the back, and a handle on top to help your dog over obstacles. Machine washable at 30 °C.",
  attributes: [
    text("material", "Nylon webbing, polyester padding"),
    measure("weight", 310, "g"),
    text("adjustment points", "4"),
    text("reflective trim", "Yes"),
  ],
  variants: sizes("tam-trail", 48, { Small: true, Medium: true, Large: false }),
  rating: { value: 4.6, count: 880 },
});

const STEP = product({
  sku: "peb-step",
  title: "Pebble Step-In Harness",
  brand: "Pebble",
  price: usd(29),
  categories: ["Dogs", "Harnesses"],
  description: "A light mesh harness that your dog steps into. One ring on the back. For dogs up to 12 kg.",
  attributes: [
    text("material", "Polyester mesh"),
    measure("weight", 140, "g"),
    text("adjustment points", "2"),
    text("reflective trim", "No"),
  ],
  rating: { value: 4.2, count: 143 },
});

const TREE = product({
  sku: "lark-140",
  title: "Larkin Cat Tree 140",
  brand: "Larkin",
  price: usd(119),
  was: usd(149),
  categories: ["Cats", "Cat trees"],
  description:
    "A tall cat tree with three platforms, a hammock and a cave to hide in. The posts are wrapped in natural sisal. Some assembly needed; the tools are in the box.",
  attributes: [
    measure("height", 140, "cm"),
    measure("weight", 17.5, "kg"),
    measure("maximum load per platform", 8, "kg"),
    text("base", "60 x 50 cm"),
    text("cover", "Plush"),
  ],
  rating: { value: 4.5, count: 512 },
});

const FOUNTAIN = product({
  sku: "brook",
  title: "Brook Pet Fountain",
  brand: "Brook",
  price: usd(39),
  categories: ["Cats", "Dogs", "Drinking"],
  description:
    "Keeps water moving so that it stays fresh. Stainless steel bowl, safe in the dishwasher. One carbon filter is included; spare filters are sold separately.",
  attributes: [
    measure("capacity", 2.5, "l"),
    measure("noise level", 30, "dB"),
    text("power", "USB cable, 1.5 m"),
    text("bowl", "Stainless steel"),
    text("cordless", "No"),
  ],
  rating: { value: 4.1, count: 96 },
});

const FEEDER = product({
  sku: "noon",
  title: "Noon Automatic Feeder",
  brand: "Noon",
  price: usd(89),
  categories: ["Cats", "Dogs", "Feeding"],
  description:
    "Serves up to six meals a day at the times you set in the app. Runs on mains power; three D batteries (not included) take over in a power cut. For dry food only.",
  attributes: [
    measure("capacity", 4, "l"),
    text("wifi", "2.4 GHz"),
    text("camera", "No"),
    text("warranty", "2 years"),
  ],
  inStock: false,
  rating: { value: 4.3, count: 205 },
});

const KIBBLE = product({
  sku: "fen-salmon",
  title: "Fen & Field Salmon Kibble",
  brand: "Fen & Field",
  price: usd(54),
  categories: ["Dogs", "Dry food"],
  tags: ["grain-free"],
  description:
    "Complete dry food for adult dogs, made with salmon and sweet potato. No grain, no artificial colors. Made in Denmark.",
  attributes: [
    measure("size", 10, "kg"),
    text("protein", "28 %"),
    text("life stage", "Adult"),
    text("main ingredient", "Salmon"),
  ],
  rating: { value: 4.7, count: 1320 },
});

const BED = product({
  sku: "doze",
  title: "Doze Orthopedic Dog Bed",
  brand: "Doze",
  price: usd(79),
  categories: ["Dogs", "Beds"],
  description:
    "Memory foam that takes the weight off old joints. The cover comes off for the wash. Non-slip base, raised edge on three sides.",
  attributes: [
    text("filling", "Memory foam"),
    text("cover", "Cotton and polyester"),
    measure("length", 100, "cm"),
    measure("width", 70, "cm"),
    measure("weight", 3.2, "kg"),
  ],
  variants: ["Gray", "Sand"].map((value) => ({
    sku: `doze-${value}`,
    options: [{ name: "color", value }],
    price: usd(79),
    inStock: true,
  })),
  rating: { value: 4.4, count: 312 },
});

const CARRIER = product({
  sku: "hopper",
  title: "Hopper Cabin Carrier",
  brand: "Hopper",
  price: usd(65),
  categories: ["Cats", "Dogs", "Travel"],
  description:
    "A soft carrier with mesh windows on both sides, a shoulder strap and a pocket for treats. Folds flat when empty. For pets up to 7 kg.",
  attributes: [
    text("dimensions", "45 x 28 x 25 cm"),
    measure("weight", 1.3, "kg"),
    measure("maximum load", 7, "kg"),
    text("material", "Polyester"),
    text("wheels", "No"),
  ],
  rating: { value: 4, count: 61 },
});

const stock = {
  products: [TRAIL, STEP, TREE, FOUNTAIN, FEEDER, KIBBLE, BED, CARRIER],
  reviews: [
    {
      id: "p1",
      sku: "tam-trail",
      author: "Marguerite",
      rating: 5,
      text: "The handle saved us on a scramble last month. Took a week to get the fit right.",
      at: "2025-05-02",
    },
    {
      id: "p2",
      sku: "lark-140",
      author: "Tobias",
      rating: 4,
      text: "Solid, and both cats fight over the hammock. The instructions are useless.",
      at: "2025-02-14",
    },
    {
      id: "p3",
      sku: "brook",
      author: "Yuki",
      rating: 3,
      text: "My cat drinks more now, but I clean the pump every week.",
      at: "2025-06-30",
    },
  ],
  persona: { name: "Juno", shop: "Tail & Co", tone: "warm", emoji: false } as const,
  locale: "en-US",
  currency: "USD",
};

const HIKER = { heard: ["We hike most weekends and our beagle pulls a lot. Under $60 please."] };
const OLD_DOG = { heard: ["My lab is eleven and stiff in the mornings. Something easy to clean."] };
const AWAY = { heard: ["I work long shifts and the cat gets fed at odd hours."] };

export const PETS = shopOf("pets", stock, {
  truths: [
    ...truths(
      "paraphrase",
      [TRAIL],
      [
        "It has a grab handle on top, so you can lift or steady your dog when the going gets rough.",
        "You can clip the lead on at the chest or at the back, whichever suits your walk.",
        "It goes in the washing machine at 30 degrees, so a muddy outing is no drama.",
        "The reflective details help you both be seen after dark.",
        "The padding spreads the pressure, which most dogs appreciate on longer walks.",
        "You can tweak the fit at four points.",
        "Small and medium are ready to go, but the large is sold out right now.",
      ],
    ),
    ...truths(
      "shopper's words",
      [TRAIL],
      [
        "For a beagle that pulls, the front leash point is worth having.",
        "At $48 it leaves you $12 of your sixty.",
        "Weekend hikes are exactly what it's made for.",
        "Since you're out on the trails so often, I'd start with this one.",
      ],
      HIKER,
    ),
    ...truths(
      "comparison",
      [TRAIL, STEP],
      [
        "The Pebble is less than half the weight of the Tamsin.",
        "If you want a handle, it's the Tamsin; the Pebble doesn't have one.",
        "The Pebble keeps things simple with a single ring on the back, while the Tamsin gives you a second one in front.",
        "The mesh one is $19 cheaper.",
        "Only the Tamsin has reflective trim, which matters if you walk in the evening.",
        "For a small dog in summer, the airy mesh of the Pebble makes sense.",
        "Both are harnesses rather than collars, so there's no strain on the neck.",
      ],
    ),
    ...truths(
      "paraphrase",
      [TREE],
      [
        "Your cat gets three levels to lounge on, plus a hammock and a little hideaway.",
        "The sisal posts double as scratching posts.",
        "You'll have to put it together yourself, but the tools come with it.",
        "Each level can take a cat of up to eight kilos.",
        "It's thirty dollars off at the moment, down from $149.",
        "It stands 140 cm high, or about four foot seven, so it does need a bit of headroom.",
        "The soft plush covering makes it a cozy spot for a nap.",
        "At 17.5 kg it won't be easy to knock over.",
      ],
    ),
    ...truths(
      "review",
      [TREE],
      [
        "Tobias says his two cats fight over the hammock.",
        "One reviewer wasn't impressed by the instructions.",
        'Tobias calls it "solid".',
      ],
    ),
    ...truths(
      "paraphrase",
      [FOUNTAIN],
      [
        "The bowl is steel and can go straight into the dishwasher.",
        "It plugs in over USB, so you'll want it near a socket or a power bank.",
        "At 30 decibels it's about as loud as a whisper.",
        "The first filter is in the box; after that you buy them as you need them.",
        "A lot of cats prefer running water to a still bowl.",
        "It holds two and a half liters of water.",
        "It isn't cordless, in case you were hoping to put it anywhere.",
      ],
    ),
    ...truths(
      "review",
      [FOUNTAIN],
      ["Yuki's cat drinks more since they got it, though the pump wants cleaning every week."],
    ),
    ...truths(
      "shopper's words",
      [FEEDER],
      [
        "You set the mealtimes on your phone, and it feeds the cat while you're at work.",
        "With up to six servings a day, odd hours are no problem.",
        "It's out of stock at the moment, I'm sorry to say.",
        "One thing to know: it's for kibble, not for wet food.",
        "If the power goes out, it can carry on with batteries, though you'd have to buy those.",
        "There's no camera, so you won't be able to watch your cat eat.",
      ],
      AWAY,
    ),
    ...truths(
      "paraphrase",
      [KIBBLE],
      [
        "It's a grain-free recipe with salmon as the main protein source.",
        "A ten-kilo bag works out at $5.40 a kilo.",
        "It's meant for grown dogs, so I'd pick something else for a puppy.",
        "There's sweet potato in it, but no grain and no artificial coloring.",
        "More than 1,300 people have rated it, with 4.7 out of 5 on average.",
      ],
    ),
    ...truths(
      "shopper's words",
      [BED],
      [
        "Memory foam is kind to stiff joints, so your lab should find it easier to settle.",
        "The cover is removable and washable, which ticks your easy-to-clean box.",
        "There's a raised rim on three sides, so she can rest her head on it and still step in at the front.",
        "The underside is non-slip, so it stays put on a wooden floor.",
        "It comes in gray or sand.",
      ],
      OLD_DOG,
    ),
    ...truths(
      "paraphrase",
      [CARRIER],
      [
        "It packs flat when you're not using it, so it hardly takes up any closet space.",
        "There are see-through mesh panels on two sides, so your pet gets plenty of air.",
        "It's a soft-sided bag that you carry over your shoulder; there are no wheels.",
        "Do check your airline's cabin limits against its 45 by 28 by 25 cm before you book.",
        "There's a handy pocket for snacks.",
      ],
    ),
  ],
  lies: [
    ...lies(
      "invented feature",
      "a handy thing that is often there",
      [TRAIL],
      [
        "It has a little pocket for poop bags on the side.",
        "The buckles are made of aircraft-grade aluminum.",
        "It comes with a matching leash.",
        "The lining is made from recycled bottles.",
        "It's chew-proof, so your beagle can't bite through it.",
        "There's an AirTag holder built into the back strap.",
      ],
      HIKER,
    ),
    ...lies(
      "strengthened",
      "more than the row says",
      [TRAIL],
      [
        "It's guaranteed to stop your dog from pulling.",
        "No dog has ever slipped out of it.",
        "It's completely escape-proof.",
        "You can wash it as hot as you like.",
        "It will last you a lifetime.",
        "All three sizes are in stock.",
      ],
      HIKER,
    ),
    ...lies(
      "wrong item",
      "what is true of the other",
      [TRAIL, STEP],
      [
        "The Pebble has a handle on top for scrambles.",
        "The Tamsin weighs only 140 grams.",
        "Both have reflective trim for evening walks.",
        "The Tamsin is the one made of mesh.",
        "The Pebble is padded for long hikes.",
        "You can clip the leash to the front of either of them.",
        "The Tamsin is only for dogs up to 12 kg.",
        "The Pebble is rated higher by more people.",
      ],
    ),
    ...lies(
      "figure",
      "a number that is off",
      [TREE],
      [
        "It has five platforms at different heights.",
        "Each platform holds up to 18 kg.",
        "It's half price right now.",
        "It's a good two meters tall.",
        "You save $40 on it this week.",
      ],
    ),
    ...lies(
      "invented feature",
      "a handy thing that is often there",
      [TREE],
      [
        "It comes fully assembled, so you can put it up straight away.",
        "The frame is solid oak.",
        "It mounts to the wall for extra safety.",
        "A dangling mouse toy hangs from the top.",
        "The cushions can be taken off and washed.",
        "Vets designed it together with cat behaviorists.",
      ],
    ),
    ...lies(
      "review",
      "what nobody said",
      [TREE],
      [
        "Tobias had it up in ten minutes.",
        "Reviewers love how clear the instructions are.",
        "Most owners say their cats stopped scratching the sofa.",
      ],
    ),
    ...lies(
      "negation",
      "turned around",
      [FOUNTAIN],
      [
        "The bowl is plastic, so it's easy to keep clean.",
        "It runs on its own battery, so there's no cable to trip over.",
        "A year's supply of filters is included.",
        "It's totally silent.",
        "It removes 99% of bacteria from the water.",
        "You never need to clean it.",
        "It shuts itself off when the water runs low.",
      ],
    ),
    ...lies(
      "negation",
      "turned around",
      [FEEDER],
      [
        "You can watch your cat through the built-in camera.",
        "It serves wet food, too.",
        "The backup batteries come with it.",
        "It's in stock and ready to ship.",
        "It works over 5 GHz networks as well.",
        "It serves as many meals a day as you like.",
      ],
      AWAY,
    ),
    ...lies(
      "health",
      "what only a vet could say",
      [KIBBLE],
      [
        "It clears up itchy skin in a couple of weeks.",
        "It's fine for puppies as well.",
        "Vets recommend it for dogs with allergies.",
        "It's made with free-range chicken.",
        "It's got 38% protein.",
        "The salmon is wild-caught in Alaska.",
      ],
    ),
    ...lies(
      "strengthened",
      "more than the row says",
      [BED],
      [
        "It cures arthritis in older dogs.",
        "The whole bed goes in the washing machine.",
        "The cover is waterproof, so accidents are no problem.",
        "It has a raised edge all the way round.",
        "The cover is pure cotton.",
        "The foam is heated.",
      ],
      OLD_DOG,
    ),
    ...lies(
      "strengthened",
      "more than the row says",
      [CARRIER],
      [
        "It's approved by all major airlines.",
        "It rolls along on four wheels.",
        "It's a hard-shell carrier.",
        "A nine-kilo cat is fine in it.",
        "You can wear it as a backpack.",
      ],
    ),
  ],
});
