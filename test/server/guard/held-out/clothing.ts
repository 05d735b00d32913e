/** A clothes shop: variants by size and colour, shares of fabric, euros. */
import { lies, money, product, shopOf, text, truths } from "./rows.ts";

const eur = money("EUR");
const variant = (sku: string, price: number, colour: string, size: string, inStock = true) => ({
  sku,
  options: [
    { name: "Colour", value: colour },
    { name: "Size", value: size },
  ],
  price: eur(price),
  inStock,
});

const PARKA = product({
  sku: "parka",
  title: "Hallan Storm Parka",
  brand: "Hallan",
  price: eur(219),
  was: eur(279),
  categories: ["Women", "Coats & Jackets"],
  tags: ["fluorine-free", "winter"],
  description:
    "A knee-length parka for wet winters. The shell is waterproof to 10,000 mm and the seams are taped; the hood comes off. Two hand pockets and one inside pocket. Machine wash at 30 °C.",
  attributes: [
    text("shell material", "100% recycled polyester"),
    text("insulation", "Synthetic"),
    { name: "length", value: "98 cm", number: 98, unit: "cm" },
    text("fit", "Regular"),
  ],
  variants: [
    variant("parka-n-s", 219, "Navy", "S"),
    variant("parka-n-m", 219, "Navy", "M"),
    variant("parka-o-m", 219, "Olive", "M"),
    variant("parka-o-l", 219, "Olive", "L", false),
  ],
  rating: { value: 4.5, count: 87 },
});

const DRIFT = product({
  sku: "drift",
  title: "Merrow Drift Rain Jacket",
  brand: "Merrow",
  price: eur(119),
  categories: ["Women", "Coats & Jackets"],
  tags: ["packable"],
  description:
    "A light hooded jacket that packs into its own pocket. Water-repellent, not waterproof: fine for a shower, not for a downpour.",
  attributes: [
    text("material", "Nylon"),
    { name: "weight", value: "310 g", number: 310, unit: "g" },
    text("fit", "Slim"),
    text("colour", "Mustard"),
  ],
  rating: { value: 4.2, count: 41 },
});

const JUMPER = product({
  sku: "jumper",
  title: "Fenwick Lambswool Crew Jumper",
  brand: "Fenwick & Daughters",
  price: eur(85),
  categories: ["Men", "Knitwear"],
  description: "A fine-knit crew neck, knitted in Scotland. Hand wash only, dry flat.",
  attributes: [text("material", "80% lambswool, 20% nylon"), text("neckline", "Crew neck")],
  variants: [
    variant("jumper-o-m", 85, "Oatmeal", "M"),
    variant("jumper-g-m", 85, "Bottle green", "M"),
    variant("jumper-g-xl", 92, "Bottle green", "XL"),
  ],
});

const TROUSERS = product({
  sku: "trousers",
  title: "Hallan Trail Trousers",
  brand: "Hallan",
  price: eur(95),
  categories: ["Women", "Trousers"],
  tags: ["stretch"],
  description: "Quick-drying trousers with an elasticated waist and four pockets. Inseam 81 cm.",
  attributes: [text("material", "88% nylon, 12% elastane")],
  inStock: false,
  rating: { value: 4.0, count: 9 },
});

const SCARF = product({
  sku: "scarf",
  title: "Isla Merino Scarf",
  brand: "Isla",
  price: eur(39),
  categories: ["Accessories", "Scarves"],
  tags: ["OEKO-TEX Standard 100", "unisex"],
  description: "A soft scarf, 180 cm long and 30 cm wide, with fringed ends.",
  attributes: [text("material", "100% merino wool"), text("colour", "Charcoal")],
});

const stock = {
  products: [
    PARKA,
    DRIFT,
    JUMPER,
    TROUSERS,
    SCARF,
    product({ sku: "x1", title: "Nordsund Fjord Parka", brand: "Nordsund", price: eur(349) }),
    product({ sku: "x2", title: "Velmar Belted Trench Coat", brand: "Velmar", price: eur(189) }),
  ],
  reviews: [
    {
      id: "a",
      sku: "parka",
      author: "Sofie L.",
      rating: 5,
      text: "Kept me dry through a whole November of cycling. The sleeves are a touch long.",
      at: "2026-01-05",
    },
    { id: "b", sku: "parka", author: "Tomas", rating: 3, text: "Warm, but the zip snags.", at: "" },
    {
      id: "c",
      sku: "drift",
      author: "Aoife",
      rating: 4,
      text: "Weighs nothing and lives in my bag.",
      at: "",
    },
  ],
  persona: { name: "Juno", shop: "Harbour & Hem", tone: "warm", emoji: false } as const,
  locale: "en-IE",
  currency: "EUR",
};

const RAIN = { heard: ["I need a coat for cycling to work in the rain, under 250 euros, ideally vegan"] };

export const CLOTHING = shopOf("clothing", stock, {
  truths: [
    ...truths(
      "one item",
      [PARKA],
      [
        "For cycling to work in the rain, the Hallan Storm Parka is the one I'd look at first: it's waterproof and the seams are taped.",
        "At €219 it leaves you about thirty euros of your budget.",
        "It's a knee-length coat, 98 cm from top to bottom.",
        "The shell is made entirely from recycled polyester.",
        "It's down from €279, so you'd be paying sixty euros less.",
        "You can take the hood off if you'd rather wear a helmet.",
        "It goes in the washing machine at 30 degrees.",
        "There are three pockets in all: two for your hands and one on the inside.",
        "The insulation is synthetic rather than down.",
        "It's fluorine-free, though the listing doesn't say whether it's vegan.",
        "Navy comes in S and M, and olive is available in M.",
        "Olive in L is sold out, I'm afraid.",
        "87 customers have rated it, with an average of 4.5 out of 5.",
        'One thing to know before you decide: a customer found that "the zip snags".',
        'Sofie L., who gave it five stars, wrote: "Kept me dry through a whole November of cycling."',
        "The shell holds off water up to a column of 10,000 mm, if that number means something to you.",
        "It's a regular fit, so not especially slim.",
        "That's about 22% off its former price.",
      ],
      RAIN,
    ),
    ...truths(
      "comparison",
      [PARKA, DRIFT],
      [
        "The parka is fully waterproof, whereas the Drift only repels water.",
        "The Merrow is a hundred euros cheaper, but it won't keep out a downpour.",
        "If it really pours where you live, I'd lean towards the parka.",
        "Both have a hood, and on the parka it's removable.",
        "Only the Hallan is waterproof.",
        "Neither of them goes over your 250 euros.",
        "The Drift packs into its own pocket, which the parka doesn't do.",
        "The Drift is the lighter option at 310 grams, though I don't have a weight for the parka to compare.",
        "Of the two, the parka has the slightly better rating: 4.5 against 4.2.",
        "They're both filed under Coats & Jackets.",
        "The main trade-off is price: €219 for the parka versus €119 for the Drift.",
        "The Drift is cut slim, the parka regular.",
      ],
      RAIN,
    ),
    ...truths(
      "one item",
      [JUMPER],
      [
        "It's four-fifths lambswool, with a bit of nylon mixed in.",
        "You'd have to wash it by hand and dry it flat.",
        "It was knitted in Scotland.",
        "It comes in oatmeal and bottle green.",
        "The XL is a little more, at €92.",
        "No one has reviewed it yet, so I can't tell you what other customers think.",
        "It isn't pure wool: a fifth of it is nylon.",
        "It's a crew neck, not a V-neck.",
      ],
    ),
    ...truths(
      "honest negative",
      [TROUSERS],
      [
        "Unfortunately the Trail Trousers are out of stock right now.",
        "I can't tell you when they'll be back, sorry.",
        "They dry quickly and have some stretch, but only nine people have rated them so far.",
        "The inseam is 81 cm, which is roughly 32 inches.",
      ],
    ),
    ...truths(
      "one item",
      [SCARF],
      [
        "The scarf is pure merino wool and 1.8 metres long.",
        "It's meant for anyone, men or women.",
        "It carries the OEKO-TEX Standard 100 label, according to the listing.",
        "At 39 euros it would make a nice gift.",
      ],
    ),
    ...truths(
      "talk",
      [PARKA, DRIFT],
      [
        "Cycling through the rain in a soaked coat is no fun, I can imagine.",
        "Just so I don't send you the wrong way: do you prefer something long or something short?",
        "I found seven coats within that budget and picked the two that come closest.",
        "How cold does it get on your ride?",
        "Whether it's vegan isn't something the listing tells me, so I'd rather not say yes.",
      ],
      { ...RAIN, counts: [7] },
    ),
  ],
  lies: [
    ...lies(
      "all of them",
      "what is true of one is said of both: models merge rows when they summarise",
      [PARKA, DRIFT],
      [
        "Both are waterproof.",
        "Both jackets have taped seams.",
        "They're both on sale.",
        "Each of them packs into its own pocket.",
        "Neither of them is waterproof.",
        "All of these are machine washable.",
        "You'll get a regular fit with either one.",
      ],
    ),
    ...lies(
      "half true",
      "a true clause carries a false one: models pad a fact",
      [PARKA],
      [
        "It's waterproof to 10,000 mm and breathable to 10,000 g.",
        "The hood comes off and has a faux-fur trim.",
        "It's made from 100% recycled polyester, which is certified by GRS.",
        "It's a knee-length parka with a two-way zip.",
        "It's on sale for €219, but only until Sunday.",
        "It can be machine washed at 60 °C.",
        "The shell is waterproof and the lining is fleece.",
        "It comes in navy, olive and black.",
      ],
    ),
    ...lies(
      "swapped product",
      "values of the neighbouring row; other names of the shop",
      [PARKA, DRIFT],
      [
        "The Drift costs €219.",
        "The parka weighs just 310 grams.",
        "The Merrow jacket is made of recycled polyester.",
        "The Fjord Parka would be even warmer.",
        'Aoife said of the parka that it "weighs nothing and lives in my bag".',
      ],
    ),
    ...lies(
      "fabric and origin",
      "what clothing copy usually claims",
      [JUMPER],
      [
        "It's 100% lambswool.",
        "It's made of cashmere.",
        "You can put it in the tumble dryer.",
        "It's ethically sourced.",
        "It won't itch or pill.",
        "It's made in Italy from Scottish wool.",
        "It runs true to size.",
      ],
    ),
    ...lies(
      "money",
      "flattering arithmetic and invented terms",
      [PARKA],
      [
        "That's almost half off.",
        "It's usually €299.",
        "You'd save nearly a hundred euros.",
        "It's around €200, give or take.",
        "With the code HELLO you get another tenner off.",
        "It costs two hundred and ninety euros.",
      ],
    ),
    ...lies(
      "stock and urgency",
      "sales patter",
      [PARKA, TROUSERS],
      [
        "The Trail Trousers ship within 24 hours.",
        "The olive parka is still available in L.",
        "I'd be quick, navy usually goes first.",
        "Expect the trousers back before Christmas.",
      ],
    ),
    ...lies(
      "opinion of others",
      "invented social proof",
      [PARKA],
      [
        "Cyclists swear by it.",
        "Most of its 87 reviews mention how warm it is.",
        "Nobody has ever complained about the zip.",
        "Sofie L. called it the coat of her life.",
      ],
    ),
    ...lies(
      "pretended life",
      "persona drift of a chat model",
      [PARKA],
      ["I had one on this morning and stayed bone dry.", "Being Irish, I live in coats like this one."],
    ),
  ],
});
