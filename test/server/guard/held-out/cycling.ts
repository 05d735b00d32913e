/** A cycling shop: running text with little structure, sizes as the only option, prices before a sale, dollars. */
import { lies, money, product, shopOf, text, truths } from "./rows.ts";

const usd = money("USD");
const size = (sku: string, price: number, value: string, inStock = true) => ({
  sku,
  options: [{ name: "Size", value }],
  price: usd(price),
  inStock,
});

const SHOES = product({
  sku: "shoes",
  title: "Kerb Runner Cycling Shoe",
  brand: "Kerb",
  price: usd(99),
  categories: ["Shoes"],
  tags: ["vegan", "commute"],
  description:
    "Looks like a sneaker, pedals like a cycling shoe. The toe cap is perforated, the side panels are ballistic nylon and the sole is natural gum rubber. Two-hole cleat compatible; cleats are not included. A shank of medium flex keeps it easy to walk in.",
  variants: [
    size("shoes-41", 99, "41"),
    size("shoes-42", 99, "42", false),
    size("shoes-43", 99, "43"),
    size("shoes-44", 99, "44"),
  ],
  rating: { value: 4.4, count: 73 },
});

const LIGHT = product({
  sku: "light",
  title: "Sentry Duo Light Set",
  brand: "Sentry",
  price: usd(79),
  was: usd(99),
  categories: ["Lights"],
  tags: ["rechargeable"],
  description:
    "A front and a rear light, mounted with security bolts so that nobody walks away with them. Waterproof and shockproof. Charges over micro USB in two hours and runs for 6 hours on high, 14 hours on low. The front light gives 300 lumens, the rear one 30.",
  rating: { value: 4.7, count: 214 },
});

const CITY = product({
  sku: "city",
  title: "Harlan Dutch Eight City Bike",
  brand: "Harlan",
  price: usd(749),
  categories: ["Bikes", "City bikes"],
  tags: ["fenders", "chain guard"],
  description:
    "An upright city bike with eight gears in the hub, fenders, a rear rack and a full chain guard. The frame is steel; the fork is steel too. Weighs about 34 lb. Ships 85% assembled.",
  attributes: [text("gears", "8"), text("brakes", "Coaster and front caliper"), text("colour", "Cream")],
  variants: [
    size("city-s", 749, "S (5'0\"-5'5\")"),
    size("city-m", 749, "M (5'5\"-5'10\")"),
    size("city-l", 749, "L (5'10\"-6'2\")", false),
  ],
  rating: { value: 4.5, count: 41 },
});

const FIXED = product({
  sku: "fixed",
  title: "Harlan Track Single Speed",
  brand: "Harlan",
  price: usd(399),
  was: usd(449),
  categories: ["Bikes", "Single speed bikes"],
  description:
    "One gear and a flip-flop hub: ride it fixed or freewheel. Tig-welded steel frame, 43 mm deep-section rims, 28 mm tires. Weighs 23 lb in size 54.",
  attributes: [text("gears", "1"), text("brakes", "Front caliper"), text("colour", "Matte black")],
  variants: [
    size("fixed-50", 399, "50 cm"),
    size("fixed-54", 399, "54 cm"),
    size("fixed-58", 399, "58 cm", false),
  ],
});

const TEE = product({
  sku: "tee",
  title: "Harlan 1940s Logo Tee",
  brand: "Harlan",
  price: usd(16),
  was: usd(20),
  categories: ["Apparel"],
  description: "Printed on a tee of 100% cotton. Runs small, so consider one size up.",
  variants: [size("tee-s", 16, "S"), size("tee-m", 16, "M"), size("tee-l", 16, "L")],
});

const WRENCH = product({
  sku: "wrench",
  title: "Harlan 15 mm Combo Wrench",
  brand: "Harlan",
  price: usd(14),
  categories: ["Tools"],
  description:
    "Combines a 10 mm open end, a 15 mm pedal wrench and 14 and 15 mm sockets for crank bolts and axle nuts. CrMo steel.",
  inStock: false,
});

const stock = {
  products: [
    SHOES,
    LIGHT,
    CITY,
    FIXED,
    TEE,
    WRENCH,
    product({ sku: "w1", title: "Oxbow Commuter Pannier", brand: "Oxbow", price: usd(65) }),
    product({ sku: "w2", title: "Bramwell Leather Saddle", brand: "Bramwell", price: usd(110) }),
  ],
  reviews: [
    {
      id: "k",
      sku: "light",
      author: "Teo",
      rating: 5,
      text: "Bolted on in five minutes. Bright enough to ride unlit paths.",
      at: "",
    },
    {
      id: "l",
      sku: "city",
      author: "Hanneke",
      rating: 4,
      text: "Rides beautifully, but it is heavy to carry up stairs.",
      at: "",
    },
  ],
  persona: { name: "Juno", shop: "Spoke & Lane", tone: "warm", emoji: false } as const,
  locale: "en-US",
  currency: "USD",
};

const COMMUTE = {
  heard: [
    "I ride to work every day, 5 miles, mostly flat, and my last lights were stolen",
    "under $800 please",
  ],
};

export const CYCLING = shopOf("cycling", stock, {
  truths: [
    ...truths(
      "one item",
      [SHOES],
      [
        "It looks like a regular sneaker, but you can mount two-bolt cleats.",
        "You'd need to buy cleats separately, since they aren't included.",
        "The sole is natural gum rubber, and the sides are reinforced with ballistic nylon.",
        "At $99 it's just under a hundred dollars.",
        "Sizes 41, 43 and 44 are in stock; 42 is sold out right now.",
        "If you wear a 42, I'm afraid that one isn't available at the moment.",
        "It's a vegan shoe, so there's no leather in it.",
        "It's rated 4.4 out of 5 by 73 people.",
        "Whether it's waterproof isn't mentioned anywhere in the listing.",
        "The flex is medium, which keeps walking easy.",
      ],
      { heard: ["shoes I can also wear at the office, I'm a 42"] },
    ),
    ...truths(
      "one item",
      [LIGHT],
      [
        "Both lights are bolted on, so they're harder to steal than ones you just clip on.",
        "It's marked down from $99 to $79, a saving of $20.",
        "That's about a fifth off the old price.",
        "On high they'll run for six hours, on low for fourteen.",
        "A charge takes two hours over micro USB.",
        "The front one puts out 300 lumens, ten times as much as the rear.",
        "Since your last lights were stolen, the security bolts are what I'd look at.",
        "Teo rode unlit paths with it and found it bright enough.",
        "You get two lights for $79, so roughly $40 each.",
        "It's waterproof, so rain shouldn't be a problem.",
        'One buyer says it was "bolted on in five minutes".',
        "With six hours of light on high you'd only need to charge it every few rides.",
      ],
      COMMUTE,
    ),
    ...truths(
      "comparison",
      [CITY, FIXED],
      [
        "The Dutch Eight has eight gears, the Track Single Speed just one.",
        "The Track is $350 cheaper, and about eleven pounds lighter.",
        "Both have a steel frame.",
        "Both are by Harlan, but they're built for different things.",
        "Neither has disc brakes.",
        "Only the Dutch Eight comes with fenders and a rack.",
        "For a flat five-mile ride, either would do; the city bike is the more practical of the two.",
        "If you carry things, I'd go with the Dutch Eight: it already has a rear rack.",
        "Both stay under your $800 limit.",
        "The Track Single Speed is on sale: $399 instead of $449.",
        "At 34 pounds, the city bike is the heavier one.",
        "Hanneke likes how it rides but says it's heavy to carry up stairs.",
        "The large is sold out for the city bike, and so is the 58 cm for the Track.",
        "You'd save $50 on the Track compared to its usual price.",
        "Together with the lights they'd be over budget, so let's look at one bike first.",
        "With the Track you give up the fenders and seven of the eight gears.",
      ],
      COMMUTE,
    ),
    ...truths(
      "one item",
      [TEE],
      [
        "It runs small, so you may want to order one size up.",
        "It's pure cotton.",
        "It's down to $16 from $20.",
        "S, M and L are all available.",
        "It's 20% off at the moment.",
      ],
    ),
    ...truths(
      "honest negative",
      [WRENCH],
      [
        "Unfortunately the wrench is out of stock.",
        "It won't help with 16 mm nuts: the sockets are 14 and 15 mm.",
        "I can't tell you when it will be available again.",
        "It's made of CrMo steel, but the listing doesn't say how long it is.",
      ],
    ),
    ...truths(
      "talk",
      [],
      [
        "The catalog has no folding bikes, as far as I can see.",
        "I couldn't find any cargo bikes with a motor here.",
        "We don't seem to carry child seats.",
        "There are no road bikes with disc brakes under $1,000 in the catalog.",
        "Sorry, nothing matches all of that.",
        "No electric bikes turned up for that search.",
        "Is there anything else about your commute I should know?",
        "How tall are you, roughly?",
        "So that's flat roads, five miles a day, and somewhere to put a bag.",
      ],
      {
        heard: [
          "a folding bike with a motor",
          "road bike with disc brakes under $1,000",
          "five miles a day on flat roads with a bag",
          "do you have child seats or cargo bikes or electric ones",
        ],
      },
    ),
  ],
  lies: [
    ...lies(
      "specification",
      "a plausible value that the row does not hold",
      [SHOES],
      [
        "It comes with a pair of SPD cleats.",
        "It has a Boa dial closure.",
        "The upper is full-grain leather.",
        "It's compatible with three-bolt road cleats.",
        "The sole is reinforced with carbon fibre.",
        "It keeps your feet dry in the rain.",
        "It runs a little large, so order half a size down.",
      ],
    ),
    ...lies(
      "stock and urgency",
      "a variant that is sold out",
      [SHOES],
      [
        "Size 42 is in stock.",
        "It's available in 41 and 42.",
        "All sizes are available.",
        "There's just one 44 left.",
      ],
      { heard: ["I'm a 42"] },
    ),
    ...lies(
      "numbers in words",
      "figures near the true ones",
      [LIGHT],
      [
        "The front light gives about four hundred lumens.",
        "It runs for eight hours on high.",
        "It charges in just under an hour.",
        "It's a quarter off.",
        "You save thirty dollars.",
        "More than three hundred people have rated it.",
        "It's rated 4.9.",
        "It was $109 before.",
        "It's well under $70.",
        "It'll last you twenty hours on low.",
      ],
      COMMUTE,
    ),
    ...lies(
      "opinion of others",
      "what no review says",
      [LIGHT],
      [
        "Teo says the battery lasts all week.",
        "Commuters swear by it.",
        "Reviewers mention how easy it is to aim.",
        "Several buyers report that it survived a crash.",
      ],
    ),
    ...lies(
      "comparison",
      "sides swapped or invented",
      [CITY, FIXED],
      [
        "The Dutch Eight is the lighter of the two.",
        "The Track is the more expensive one.",
        "The Track has eight gears.",
        "The city bike is $250 more.",
        "The Track has fenders as well.",
        "The Dutch Eight is reduced from $799.",
        "Only the Track has a steel frame.",
        "The Track is about fifteen pounds lighter.",
        "The Dutch Eight costs less than $700.",
        "The Track weighs about 19 pounds.",
        "Compared with the Track, the Dutch Eight is faster.",
      ],
      COMMUTE,
    ),
    ...lies(
      "all of them",
      "true of one",
      [CITY, FIXED],
      [
        "Both come with fenders.",
        "Both are on sale.",
        "Neither has a chain guard.",
        "Both have a rear rack and a chain guard.",
        "You'll have a flip-flop hub on either bike.",
        "Both come fully assembled.",
        "Neither is made of steel.",
        "Both weigh under 25 pounds.",
        "You can get both in cream.",
        "Both are rated 4.5.",
      ],
      COMMUTE,
    ),
    ...lies(
      "service and promise",
      "what the shop never said",
      [CITY],
      [
        "We'll assemble it for you before it ships.",
        "It comes with a lifetime frame warranty.",
        "You can test-ride it for 30 days.",
        "Assembly is free at our store.",
        "Use code RIDE10 for ten percent off.",
      ],
    ),
    ...lies(
      "wrong unit",
      "the number kept, the unit changed",
      [CITY],
      ["It weighs about 34 kilos.", "It weighs around 17 kg.", "It weighs 12 kilos."],
    ),
    ...lies(
      "swapped product",
      "another item of the shop",
      [WRENCH],
      [
        "The Oxbow Commuter Pannier would suit you better.",
        "The wrench is made by Bramwell.",
        "It's in stock again.",
        "It also fits 16 mm nuts.",
        "It's made of titanium.",
      ],
    ),
  ],
});
