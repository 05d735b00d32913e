/** Phones, cases and cables: long titles with makers of other things in them, no attributes, dollars; and cosmetics beside them. */
import { lies, money, product, shopOf, truths } from "./rows.ts";

const usd = money("USD");

const CASE = product({
  sku: "case",
  title: "Shellmark - Flex Case for Orbit Nine and Nine Plus - Gray/Clear",
  brand: "Shellmark",
  price: usd(34.99),
  categories: ["Cell Phones", "Cell Phone Accessories", "Cell Phone Cases"],
  description:
    "Save your Orbit Nine from drops with this Shellmark Flex case. The textured polycarbonate outer shell makes it easy to grip, and a flexible inner layer absorbs shock. Port access is precise.",
  popularity: 8123,
});

const PHONE = product({
  sku: "phone",
  title: "Tello - Orbit Lite 4G LTE with 16GB Memory Prepaid Cell Phone - White",
  brand: "Tello",
  price: usd(79.99),
  categories: ["Cell Phones", "Prepaid Phones"],
  description:
    "A slim prepaid phone with a 5-inch HD screen, a 5-megapixel front camera and an 8-megapixel rear camera. A microSD slot adds up to 32GB of storage. Up to 14 hours of talk time.",
  popularity: 21429,
});

const POWER = product({
  sku: "power",
  title: "Joltly - 10,000 mAh Portable Charger - Black",
  brand: "Joltly",
  price: usd(49.99),
  was: usd(59.99),
  categories: ["Cell Phones", "Portable Chargers"],
  description:
    "Charges an average smartphone up to three times. Two USB ports charge two devices at once. LED indicators show how much is left. Weighs 7.8 oz.",
  rating: { value: 4.5, count: 1930 },
});

const CABLE = product({
  sku: "cable",
  title: "Basix - 3' Micro USB-to-USB Cable - Green",
  brand: "Basix",
  price: usd(7.99),
  categories: ["Cell Phones", "Cell Phone Accessories", "Data Cables"],
  description: "Connects most micro USB devices. The PVC jacket provides strength and durability.",
});

const LONG_CABLE = product({
  sku: "long",
  title: "Basix - 6' Micro USB-to-USB Cable - Black",
  brand: "Basix",
  price: usd(11.99),
  categories: ["Cell Phones", "Cell Phone Accessories", "Data Cables"],
  description: "Connects most micro USB devices. Braided nylon jacket.",
});

const MASCARA = product({
  sku: "mascara",
  title: "Wildbloom Natural Mascara",
  brand: "Wildbloom",
  price: usd(14),
  categories: ["Beauty", "Mascara"],
  tags: ["gluten free", "natural", "Canadian"],
  description:
    "Builds volume and length. Free of parabens and mercury. Ingredients: water, rice bran wax, olive oil, iron oxides. Not waterproof, so it comes off with warm water.",
  rating: { value: 3.9, count: 64 },
});

const FOUNDATION = product({
  sku: "foundation",
  title: "Quarry Liquid Foundation",
  brand: "Quarry",
  price: usd(42),
  categories: ["Beauty", "Foundation"],
  description:
    "A lightweight, oil-free foundation for sheer coverage that can be built up. Suits oily skin. Comes in ten shades. 40 ml in a recyclable pouch.",
  rating: { value: 4.2, count: 12 },
});

const stock = {
  products: [
    CASE,
    PHONE,
    POWER,
    CABLE,
    LONG_CABLE,
    MASCARA,
    FOUNDATION,
    product({
      sku: "u1",
      title: "Vexel - Prime 5 32GB Prepaid Cell Phone - Black",
      brand: "Vexel",
      price: usd(129.99),
    }),
    product({ sku: "u2", title: "Orbit - Nine 64GB - Silver", brand: "Orbit", price: usd(649.99) }),
  ],
  reviews: [
    {
      id: "o",
      sku: "power",
      author: "Lena",
      rating: 5,
      text: "Kept two phones alive through a long weekend. A little chunky in the pocket.",
      at: "",
    },
    {
      id: "p",
      sku: "mascara",
      author: "Suki",
      rating: 3,
      text: "Gentle and easy to remove, but it smudges by the evening.",
      at: "",
    },
  ],
  persona: { name: "Kit", shop: "Corner Circuit", tone: "playful", emoji: true } as const,
  locale: "en-US",
  currency: "USD",
};

const PHONES = {
  heard: ["cell phones with plans", "a cheap phone for my dad, max 100 dollars, he drops things"],
};

export const DEVICES = shopOf("devices", stock, {
  truths: [
    ...truths(
      "honest negative",
      [PHONE],
      [
        "The catalog has no cell phones with plans, as far as I can see.",
        "I don't see any cell phones with plans in the catalog.",
        "There are no phones with a plan here, only prepaid ones.",
        "We have nothing with a contract, I'm afraid.",
        "No phones with plans came up, but this one is prepaid.",
      ],
      PHONES,
    ),
    ...truths(
      "one item",
      [PHONE],
      [
        "It's about $80, so it stays twenty dollars under your limit.",
        "It has 16 gigs of memory, and you can add up to 32 more with a microSD card.",
        "The screen is five inches, which is about 12.7 cm.",
        "There's an 8 MP camera on the back and a 5 MP one on the front.",
        "It's prepaid, so there's no contract mentioned.",
        "You get up to 14 hours of talk time.",
        "The listing doesn't say how well it takes a drop, so for your dad I'd add a case.",
        "It isn't unlocked as far as the listing tells.",
        "Just under $80 for a phone with two cameras.",
      ],
      PHONES,
    ),
    ...truths(
      "one item",
      [CASE],
      [
        "It fits the Orbit Nine and the Nine Plus.",
        "It's gray and clear.",
        "The shell is polycarbonate, with a flexible layer inside that absorbs shocks.",
        "The texture makes it easy to hold on to.",
        "It's a little under $35.",
        "It's made by Shellmark, not by Orbit.",
        "It won't make the phone waterproof; the listing only speaks of drops.",
      ],
      { heard: ["I drop my orbit nine all the time, sometimes into water"] },
    ),
    ...truths(
      "one item",
      [POWER],
      [
        "It'll charge a typical phone about three times.",
        "You can charge two devices at the same time, since it has two USB ports.",
        "At 7.8 ounces it weighs roughly 220 grams.",
        "It's ten dollars off right now, $49.99 instead of $59.99.",
        "Little LEDs tell you how much charge is left.",
        "Nearly two thousand people rated it, 4.5 on average.",
        "Lena kept two phones going over a long weekend with it.",
        "Lena's only complaint is that it's a little chunky in the pocket.",
        "It's about 17% cheaper than it was.",
      ],
    ),
    ...truths(
      "comparison",
      [CABLE, LONG_CABLE],
      [
        "The black one is twice as long: 6 feet instead of 3.",
        "The Basix 6' cable is $4 more expensive than the 3' one, and its length is 6' rather than 3'.",
        "For four dollars more you get three more feet.",
        "The green one is PVC, the black one braided nylon.",
        "Both are from Basix.",
        "Both connect micro USB devices.",
        "Together that's $19.98.",
        "Neither is longer than six feet.",
        "Both are under $12.",
        "The shorter one is the cheaper one.",
        "Neither of them is a USB-C cable.",
      ],
      { heard: ["is one of them USB-C?"] },
    ),
    ...truths(
      "one item",
      [MASCARA],
      [
        "It's gluten free and contains no parabens.",
        "It isn't waterproof, which also means that it comes off with warm water.",
        "It's made with rice bran wax and olive oil.",
        "Suki finds it gentle but says it smudges by the evening.",
        "It gets 3.9 out of 5, so opinions are a bit mixed.",
        "It adds both volume and length.",
        "I can't say whether it's vegan.",
        "If smudging worries you, this may not be the right one.",
      ],
      { heard: ["will it smudge? is it vegan?"] },
    ),
    ...truths(
      "comparison",
      [MASCARA, FOUNDATION],
      [
        "The mascara is $14, the foundation $42, so three times as much.",
        "Both together would be $56.",
        "The foundation has the higher rating, though from only 12 people.",
        "The foundation comes in ten shades.",
        "Only the mascara is described as natural.",
        "One is for your lashes, the other for your skin.",
      ],
      { heard: ["something for my lashes and my skin"] },
    ),
  ],
  lies: [
    ...lies(
      "specification",
      "a plausible value that the row does not hold",
      [PHONE],
      [
        "It has a 6-inch screen.",
        "It comes with 32GB of memory.",
        "There's a fingerprint sensor on the back.",
        "It runs Android 13.",
        "It's unlocked, so any SIM will work.",
        "It comes with a two-year plan.",
        "The front camera has 8 megapixels.",
        "It survives drops without a case.",
        "It has a removable battery.",
        "You can expand the memory to 128 GB.",
        "It's on offer for $69.99.",
        "The battery lasts 14 days.",
        "It's the best phone under $100.",
      ],
      PHONES,
    ),
    ...lies(
      "swapped product",
      "a maker that only stands in the title",
      [CASE],
      [
        "It's an official Orbit case.",
        "It's made by Orbit.",
        "It fits the Orbit Ten.",
        "It's waterproof.",
        "It supports wireless charging.",
        "It's made of silicone.",
        "It comes with a screen protector.",
        "It's the most popular case we sell.",
        "It comes in black as well.",
        "The Vexel Prime 5 would fit into it.",
        "It protects your phone from falls of up to ten feet.",
      ],
    ),
    ...lies(
      "numbers in words",
      "figures near the true ones",
      [POWER],
      [
        "It charges a phone up to five times.",
        "It has three USB ports.",
        "It weighs about half a pound less than a phone.",
        "It weighs around 300 grams.",
        "It's twenty dollars off.",
        "It holds 20,000 mAh.",
        "It supports fast charging.",
        "Over two thousand people rated it.",
        "It charges itself in two hours.",
        "It'll charge three devices at once.",
        "It's rated 4.8.",
      ],
    ),
    ...lies(
      "fabricated review",
      "words nobody wrote",
      [POWER],
      [
        "Lena says it's slim enough for any pocket.",
        'Lena calls it "the best purchase of the year".',
        "Lena charged her laptop with it.",
        "One buyer reports it lasted a whole week.",
      ],
    ),
    ...lies(
      "comparison",
      "sides swapped or invented",
      [CABLE, LONG_CABLE],
      [
        "The green one is the longer one.",
        "The black one is three times as long.",
        "The long one costs twice as much.",
        "The black one is only $2 more.",
        "Both are braided.",
        "Both are 6 feet long.",
        "The braided one charges faster.",
        "The green one is more durable.",
        "Neither fits micro USB devices.",
        "Both are black.",
        "You'd pay $5 more for the longer one.",
        "Either one charges over USB-C.",
      ],
      { heard: ["is one of them USB-C?"] },
    ),
    ...lies(
      "health",
      "skin and eyes",
      [MASCARA],
      [
        "It's safe for contact lens wearers.",
        "It's ophthalmologist tested.",
        "It makes your lashes grow.",
        "It's good for sensitive eyes.",
        "It's vegan.",
        "It stays on all day.",
        "It's waterproof and gluten free.",
        "It's organic.",
      ],
      { heard: ["will it smudge? is it vegan?"] },
    ),
    ...lies(
      "half true",
      "one part true, one not",
      [FOUNDATION],
      [
        "It's oil-free and fragrance-free.",
        "It comes in twelve shades.",
        "It gives full coverage.",
        "It's a matte foundation for oily skin.",
        "It's lightweight and has SPF 15.",
        "The 50 ml pouch is recyclable.",
        "It suits dry skin, too.",
        "It's hydrating.",
        "It lasts for twelve hours.",
      ],
    ),
  ],
});
