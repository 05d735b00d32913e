/** A shop for tools in euros, spoken of as a fluent, friendly model would. What the rows are for stands in shops.ts. */
import { lies, measure, money, product, shopOf, text, truths } from "../held-out/rows.ts";

const eur = money("EUR");

const DRILL = product({
  sku: "kes-d18",
  title: "Kessel D18 Cordless Drill",
  brand: "Kessel",
  price: eur(129),
  categories: ["Power tools", "Drills"],
  tags: ["brushless"],
  description:
    "A brushless drill driver with two gears and an LED that lights up what you drill. In the case: one 2 Ah battery and the charger. The battery fits all 18 V tools of the brand.",
  attributes: [
    measure("voltage", 18, "V"),
    measure("torque", 55, "Nm"),
    measure("weight", 1.5, "kg"),
    text("chuck", "13 mm keyless"),
    text("hammer function", "No"),
    text("warranty", "3 years"),
  ],
  rating: { value: 4.6, count: 740 },
});

const SMALL = product({
  sku: "orlo-12",
  title: "Orlo Compact Drill 12",
  brand: "Orlo",
  price: eur(79),
  categories: ["Power tools", "Drills"],
  tags: ["for tight spaces"],
  description:
    "A small drill for furniture and odd jobs at home. Two 1.5 Ah batteries, a charger and a soft bag are included. Charges in 45 minutes.",
  attributes: [
    measure("voltage", 12, "V"),
    measure("torque", 30, "Nm"),
    measure("weight", 0.9, "kg"),
    text("chuck", "10 mm keyless"),
    text("hammer function", "No"),
    text("warranty", "2 years"),
  ],
  rating: { value: 4.4, count: 288 },
});

const SAW = product({
  sku: "kes-cs190",
  title: "Kessel CS190 Circular Saw",
  brand: "Kessel",
  price: eur(149),
  was: eur(179),
  categories: ["Power tools", "Saws"],
  description:
    "A corded circular saw for boards and sheets. The base tilts up to 45 degrees. A port takes the hose of your vacuum. One 24-tooth blade is fitted.",
  attributes: [
    measure("power", 1400, "W"),
    text("blade diameter", "190 mm"),
    measure("cutting depth", 66, "mm"),
    measure("cable length", 3, "m"),
    measure("weight", 4.2, "kg"),
    text("laser guide", "No"),
  ],
  rating: { value: 4.3, count: 119 },
});

const SANDER = product({
  sku: "orlo-palm",
  title: "Orlo Palm Sander",
  brand: "Orlo",
  price: eur(45),
  categories: ["Power tools", "Sanders"],
  description:
    "Sits in one hand. The dust goes into a box that you empty. Five sheets of paper in three grits come with it.",
  attributes: [
    measure("power", 240, "W"),
    measure("weight", 1.2, "kg"),
    text("paper", "Hook and loop, 125 mm"),
    text("variable speed", "Yes"),
  ],
  rating: { value: 4.1, count: 77 },
});

const BOX = product({
  sku: "ballast-3",
  title: "Ballast Rolling Toolbox",
  brand: "Ballast",
  price: eur(99),
  categories: ["Storage", "Toolboxes"],
  description:
    "Three boxes that stack and lock together, on two wheels, with a handle that pulls out. The top box has a removable tray. Padlock not included.",
  attributes: [
    text("material", "Polypropylene"),
    measure("maximum load", 50, "kg"),
    measure("weight", 8.5, "kg"),
    text("weatherproof", "IP54"),
  ],
  rating: { value: 4.5, count: 431 },
});

const LADDER = product({
  sku: "ascent-32",
  title: "Ascent Telescopic Ladder",
  brand: "Ascent",
  price: eur(139),
  categories: ["Ladders"],
  description:
    "Pulls out rung by rung to 3.2 m and packs down to 80 cm for the boot of a car. Rubber feet, and slots that keep your fingers clear as it closes.",
  attributes: [
    text("material", "Aluminium"),
    measure("rungs", 11, "rungs"),
    measure("maximum load", 150, "kg"),
    measure("weight", 10.2, "kg"),
    text("standard", "EN 131"),
  ],
  rating: { value: 4.2, count: 64 },
});

const GLOVES = product({
  sku: "gripwell",
  title: "Gripwell Work Gloves",
  brand: "Gripwell",
  price: eur(9.9),
  categories: ["Protection", "Gloves"],
  tags: ["pack of 3 pairs", "touchscreen"],
  description:
    "Thin knitted gloves with a nitrile coating on the palm. They breathe on the back of the hand.",
  attributes: [text("material", "Nylon, nitrile"), text("cut protection", "Level A")],
  variants: ["8", "9", "10", "11"].map((value) => ({
    sku: `gripwell-${value}`,
    options: [{ name: "size", value }],
    price: eur(9.9),
    inStock: value !== "11",
  })),
  rating: { value: 4.8, count: 2210 },
});

const LASER = product({
  sku: "plumb-x",
  title: "Plumbline Cross Laser",
  brand: "Plumbline",
  price: eur(69),
  categories: ["Measuring", "Lasers"],
  description:
    "Throws a level and a plumb line onto the wall and levels itself. Green beam, easy to see in daylight. A small tripod and two AA batteries are included.",
  attributes: [
    measure("range", 20, "m"),
    text("accuracy", "± 0.3 mm/m"),
    measure("battery life", 12, "hours"),
    measure("weight", 400, "g"),
  ],
  rating: { value: 4.4, count: 158 },
});

const stock = {
  products: [DRILL, SMALL, SAW, SANDER, BOX, LADDER, GLOVES, LASER],
  reviews: [
    {
      id: "w1",
      sku: "orlo-12",
      author: "Ilse",
      rating: 5,
      text: "Put together a whole kitchen with it. The batteries hold up for a morning each.",
      at: "2025-03-03",
    },
    {
      id: "w2",
      sku: "ascent-32",
      author: "R. Baumann",
      rating: 3,
      text: "Heavy to carry up stairs, but it stands like a rock.",
      at: "2025-04-19",
    },
    {
      id: "w3",
      sku: "kes-cs190",
      author: "Declan",
      rating: 4,
      text: "Cuts clean. The cable is too short for my yard.",
      at: "2025-07-07",
    },
  ],
  persona: { name: "Bruno", shop: "Zaagsel", tone: "brisk", emoji: false } as const,
  locale: "en-IE",
  currency: "EUR",
};

const FLAT = {
  heard: ["Just moved into a flat, need to put up shelves and build furniture. Around 100 euros."],
};
const TERRACE = { heard: ["I'm building a terrace out of 4 cm thick planks."] };
const PICTURES = { heard: ["I want to hang a row of pictures straight."] };

export const WORKSHOP = shopOf("workshop", stock, {
  truths: [
    ...truths(
      "paraphrase",
      [DRILL],
      [
        "The little light at the front comes in handy inside dark cupboards.",
        "It's brushless, which generally means less wear on the motor.",
        "You get a single battery with it, so you'll be waiting on the charger during bigger projects.",
        "If you later buy other 18-volt Kessel tools, the battery is interchangeable.",
        "You can swap bits by hand, as the chuck needs no key.",
        "It doesn't have a hammer mode, so it isn't made for concrete.",
        "Kessel covers it for three years.",
      ],
    ),
    ...truths(
      "shopper's words",
      [SMALL],
      [
        "For shelves and furniture in a flat, this little one is plenty.",
        "It's €79, so you'd stay comfortably below a hundred.",
        "With two batteries, one can charge while you work with the other.",
        "A battery is full again in three quarters of an hour.",
        "At 900 grams it won't tire your arm as quickly.",
        "It's a compact tool that gets into corners where a bigger drill won't.",
      ],
      FLAT,
    ),
    ...truths(
      "review",
      [SMALL],
      [
        "Ilse assembled an entire kitchen with hers.",
        "According to Ilse, a battery keeps going for a morning.",
      ],
    ),
    ...truths(
      "comparison",
      [DRILL, SMALL],
      [
        "The Kessel has nearly twice the torque, while the Orlo is 600 grams lighter.",
        "You pay €50 more for the Kessel, and get more muscle and a longer warranty for it.",
        "Neither of them has a hammer function, so for masonry I'd look elsewhere.",
        "The Orlo comes in a soft bag, the Kessel in a case.",
        "The Kessel takes thicker bits: its chuck opens to 13 mm instead of 10.",
        "Both are cordless, so there's no cable in your way.",
        "If the job is light, the Orlo will do; for tougher work I'd lean towards the Kessel.",
      ],
    ),
    ...truths(
      "shopper's words",
      [SAW],
      [
        "It cuts 66 mm deep, so four-centimetre planks are well within reach.",
        "You can tilt the base for bevel cuts of up to 45°.",
        "Hook up your vacuum cleaner and most of the sawdust stays off the terrace.",
        "The price has come down by €30, from €179.",
        "It's mains powered, so you might need an extension lead outdoors: the cable is three metres long.",
        "There's a blade on it already.",
        "It doesn't project a laser line, so you'll be following a pencil mark.",
      ],
      TERRACE,
    ),
    ...truths("review", [SAW], ["Declan found the cable too short for his yard, but liked the clean cuts."]),
    ...truths(
      "paraphrase",
      [SANDER],
      [
        "It's small enough to use one-handed.",
        "You can slow it down or speed it up to suit the surface.",
        "The dust is collected in a container, which keeps the mess down.",
        "You can get going right away: five sanding sheets are in the box.",
        "The paper sticks on with hook and loop, so changing it takes seconds.",
      ],
    ),
    ...truths(
      "paraphrase",
      [BOX],
      [
        "The boxes click together into one stack that you can wheel around.",
        "With its telescopic handle you pull it along like a suitcase.",
        "A bit of rain or dust won't hurt it, going by the IP54 rating.",
        "It's made of tough plastic and carries up to fifty kilos.",
        "You'll have to bring your own padlock.",
        "There's a tray in the top box that lifts out, good for screws and other small parts.",
      ],
    ),
    ...truths(
      "paraphrase",
      [LADDER],
      [
        "Collapsed, it's just 80 cm long, so it fits in the car.",
        "You extend it one rung at a time, up to 3.2 metres.",
        "The gaps between the rungs protect your fingers when you slide it shut.",
        "It weighs a little over ten kilos, which isn't nothing if you carry it upstairs.",
        "It's tested to the European ladder standard EN 131.",
      ],
    ),
    ...truths("review", [LADDER], ["R. Baumann finds it heavy, but says it stands like a rock."]),
    ...truths(
      "paraphrase",
      [GLOVES],
      [
        "You can use your phone without taking them off.",
        "The coated palm gives you a good grip.",
        "Three pairs for €9.90 comes to €3.30 a pair.",
        "They're thin enough that you can still feel what you're doing.",
        "Size 11 is gone for now; the smaller ones are still there.",
      ],
    ),
    ...truths(
      "shopper's words",
      [LASER],
      [
        "It projects a level line on the wall, so your pictures end up straight.",
        "It finds the horizontal by itself, so you don't need a spirit level.",
        "The green line shows up well even in a bright room.",
        "You won't need to buy batteries for a start, and there's a little tripod as well.",
      ],
      PICTURES,
    ),
  ],
  lies: [
    ...lies(
      "invented feature",
      "a handy thing that is often there",
      [DRILL],
      [
        "A set of twenty drill bits is included.",
        "It has a belt clip on the side.",
        "The gearbox is all metal.",
        "It has a battery gauge on the back.",
        "A second battery comes free with it.",
        "The handle has a rubber grip that dampens vibration.",
      ],
    ),
    ...lies(
      "strengthened",
      "more than the row says",
      [DRILL],
      [
        "It goes through concrete with ease.",
        "The motor will never wear out.",
        "Its battery fits every 18 V tool on the market.",
        "Kessel replaces it for life if it breaks.",
        "It's the most powerful drill you can buy.",
        "It's what professional builders use.",
      ],
    ),
    ...lies(
      "wrong item",
      "what is true of the other",
      [DRILL, SMALL],
      [
        "The Kessel comes with two batteries.",
        "The Orlo has the stronger motor at 55 Nm.",
        "Both charge in 45 minutes.",
        "The Orlo's chuck takes 13 mm bits.",
        "The Orlo has an LED to light up your work.",
        "The Kessel weighs less than a kilo.",
        "Both come with a three-year warranty.",
        "The Orlo's batteries fit the Kessel.",
      ],
      FLAT,
    ),
    ...lies(
      "figure",
      "a number that is off",
      [SAW],
      [
        "It cuts through beams up to 90 mm thick.",
        "The cable is a generous five metres.",
        "You save a third on it at the moment.",
        "The base tilts up to 60 degrees.",
        "It spins at 5,500 revolutions a minute.",
      ],
      TERRACE,
    ),
    ...lies(
      "negation",
      "turned around",
      [SAW],
      [
        "A laser shows you where the cut will go.",
        "It runs on the same battery as the drill, so you can take it anywhere.",
        "It comes with a guide rail.",
        "The spare blade in the box is for metal.",
        "The blade stops the moment you let go of the trigger.",
      ],
      TERRACE,
    ),
    ...lies("review", "what nobody said", [SAW], ["Declan says the cable is long enough for any garden."]),
    ...lies(
      "invented feature",
      "a handy thing that is often there",
      [SANDER],
      [
        "It's so quiet that your neighbours won't notice.",
        "It connects to a workshop vacuum.",
        "The dust box catches every last particle.",
        "It runs off a rechargeable battery.",
        "It's the right tool for floors, too, Orlo says.",
      ],
    ),
    ...lies(
      "invented feature",
      "a handy thing that is often there",
      [BOX],
      [
        "You can leave it out in a downpour; it's fully waterproof.",
        "A padlock is supplied.",
        "The corners are reinforced with steel.",
        "Each box carries 50 kg.",
        "It has four swivelling wheels.",
        "You can use it as a seat.",
      ],
    ),
    ...lies(
      "safety",
      "what may hurt somebody",
      [LADDER],
      [
        "It can't tip over.",
        "It's insulated, so you can work on live wires.",
        "It carries two people at once, up to 200 kg.",
        "It's safe on ice.",
        "It reaches five metres.",
        "It folds into a step ladder as well.",
      ],
    ),
    ...lies(
      "strengthened",
      "more than the row says",
      [GLOVES],
      [
        "They're cut-proof, even against saw blades.",
        "They keep your hands dry in the rain.",
        "They're made of leather.",
        "You get ten pairs for €9.90.",
        "All sizes are available.",
        "They withstand heat up to 250 degrees.",
      ],
    ),
    ...lies(
      "figure",
      "a number that is off",
      [LASER],
      [
        "It reaches up to 50 metres.",
        "It's accurate to within a tenth of a millimetre per metre.",
        "The batteries last for 20 hours.",
        "It measures distances, too.",
        "It beeps when it isn't level.",
        "It's splash-proof, so you can use it outside in any weather.",
      ],
      PICTURES,
    ),
  ],
});
