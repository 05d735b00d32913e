/**
 * Words that say in another way what a row says. Left: a word of the row; right: what may then be said. Nothing here
 * adds to the row's meaning; a pair that would holds only in one direction is written in that direction.
 */
import { stemOf } from "../tokens.ts";

const SAME = [
  "removable detachable",
  "portable carryable",
  "unisex men women everyone anyone gender",
  "fragrance perfume scent scented unscented",
  "memory ram",
  "wash washable",
  "sleeve compartment",
  "pouch pocket",
  "rucksack backpack daypack",
  "couch sofa",
  "sneaker trainer",
  "trousers pants",
  "jumper sweater pullover",
  "earbuds earphones buds",
  "headphones headset",
  "tyre tire",
  "cell mobile",
  "hybrid crossover",
  "bin container",
  "notes hints undertones aromas flavours taste",
  "filter filtered",
  "grip grips",
  "monitor screen display",
  "keyboard keys",
  "zip zipper",
  "torch flashlight",
  "lid cap",
  "coat jacket",
  "fabric cloth textile",
  "noise sound",
  "thermometer temperature",
  "collapse fold collapsible",
  "railway train track",
  "saddle seat",
  "screen picture",
  "toddler child kid",
  "shoe footwear",
  "meal dinner",
  "hose pipe",
  "strap belt",
  "canopy hood sunshade",
  "lawn grass",
  "height tall",
  "width wide",
  "length long",
  "depth deep",
  "weight heavy weigh",
  "hob stove cooktop burner",
  "mower mow mowing",
  "water watering",
  "photo picture image",
  "dial knob",
  "wheel tyre castor",
  "strong sturdy",
  "soft plush",
  "warm cosy",
  "child kid little",
  "baby infant newborn",
  "beginner starter first",
  "player play playing",
  "instruction manual",
  "hand handed",
  "quiet silent",
  "animal vegan",
  "caffeine decaffeinated decaf",
  "leash lead",
  "adult grown grownup",
];

/** What kind of material each is of: a row that says "oak" says "wood", and none that says "wood" says "oak". */
const MATERIAL_KINDS: Record<string, string> = {
  metal: "steel stainless aluminum alloy titanium iron brass zinc magnesium",
  plastic: "polypropylene polyethylene polycarbonate polystyrene pvc vinyl acrylic abs melamine hdpe tritan",
  wood: "oak walnut pine beech birch maple teak mahogany spruce cedar acacia plywood bamboo ebony rosewood",
  wooden: "oak walnut pine beech birch maple teak mahogany spruce cedar acacia plywood wood",
  wool: "merino cashmere lambswool alpaca",
  stone: "marble granite slate basalt limestone sandstone quartz",
  ceramic: "porcelain stoneware earthenware terracotta faience",
  leather: "suede nubuck calfskin cowhide sheepskin",
  synthetic: "polyester nylon acrylic polyamide elastane spandex polypropylene",
};
/** Protection against water and dust by its mark. */
const WATER_MARKS: Record<string, string> = {
  "ipx4 ip54 ip44": "splash splashes rain",
  "ipx5 ipx6 ip55 ip65 ip66": "splash splashes rain jet jets",
  "ipx7 ipx8 ip67 ip68": "splash splashes rain jet jets water submersible immersion",
  "ip54 ip55": "dust",
  "ip65 ip66 ip67 ip68": "dust dustproof",
};

const ALLOWS: Record<string, string> = {
  waterproof: "water rain wet dry downpour shower soaked showerproof",
  rain: "wet",
  "water-resistant": "splash water rain",
  cruelty: "tested animal",
  tested: "test animal",
  vegan: "animal-free plant-based animal",
  wireless: "cable cord wire",
  cordless: "cable cord wire",
  noise: "silence",
  battery: "charge charged",
  usb: "plug cable port connect",
  dimmable: "dim brightness",
  touch: "respond responds tap",
  gears: "shift shifts speed",
  speed: "gear shift shifts",
  brakes: "brake stop",
  mount: "fit attach",
  tubeless: "tube",
  "100": "pure purely entirely solid",
  lightweight: "light",
  nylon: "fabric cloth",
  polyester: "fabric cloth",
  cotton: "fabric cloth cottony",
  linen: "fabric cloth",
  wool: "fabric cloth",
  fleece: "fabric cloth",
  socket: "plug jack port",
  adjust: "raise lower move",
  adjustable: "raise lower adjust move",
  height: "raise lower",
  flat: "pump puncture",
  packable: "pack packs pocket",
  hooded: "hood",
  hood: "hooded",
  bluetooth: "wireless connect pair",
  pair: "connect connected",
  beans: "grind grinder grown",
  sugar: "sweet sweetness sweetener",
  syrup: "sweet sweetness",
  machine: "washing",
  wash: "laundry",
  stretch: "stretchy elastic",
  elastane: "stretch stretchy elastic",
  "4k": "sharp resolution uhd",
  resolution: "sharp sharpness pixels",
  discs: "disc",
  children: "kids",
  kids: "children",
  gluten: "wheat",
  nuts: "nut",
  pecans: "nut nuts",
  almonds: "nut nuts",
  hazelnuts: "nut nuts",
  milk: "dairy",
  cell: "battery",
  together: "assemble assembled assembly",
  // What a kind of thing is there for is no claim about one of them.
  bicycle: "ride riding rider cycle cycling pedal",
  shoe: "wear walk walking foot feet toes",
  boot: "wear walk walking foot feet toes",
  jacket: "wear outfit wardrobe layer",
  coat: "wear outfit wardrobe layer",
  shirt: "wear outfit wardrobe",
  dress: "wear outfit wardrobe",
  tee: "wear outfit shirt",
  headphones: "listen listening music hear",
  earbuds: "listen listening music hear",
  speaker: "listen listening music hear",
  camera: "photo photos picture pictures shoot",
  kettle: "water boil hot pour brew tea coffee",
  casserole: "cook cooking stew pot",
  pan: "cook cooking",
  coffee: "brew cup cups drink",
  tea: "brew cup cups drink",
  chocolate: "eat bite",
  lamp: "light lit",
  desk: "sit work",
  chair: "sit",
  sofa: "sit",
  bed: "sleep lie",
  mattress: "sleep lie",
  backpack: "carry pack",
  suitcase: "carry pack",
  television: "watch watching screen",
  monitor: "watch watching",
  laptop: "computer type typing",
  keyboard: "type typing",
  mascara: "lashes eyes",
  lipstick: "lips",
  foundation: "skin face apply",
  serum: "skin face apply",
  cream: "skin apply",
  balm: "skin apply",
  shampoo: "hair",
  vacuum: "clean cleaning floor floors",
  charger: "charge charged charging plug",
  cable: "plug connect",
  tent: "sleep camp camping",
  toy: "play",
  knife: "cut cutting",
  touchscreen: "phone swipe tap",
};

/** A word of the row, and what it makes it right to deny. */
const DENIES: Record<string, string> = {
  beeswax: "vegan",
  leather: "vegan",
  wool: "vegan",
  honey: "vegan",
  gelatin: "vegan",
  vegan: "leather suede wool fur silk honey beeswax milk dairy egg eggs gelatin animal animals",
  prepaid: "contract plan plans subscription",
  cordless: "cord cable",
  decaffeinated: "caffeine",
  battery: "socket outlet mains plug cord",
  manual: "motor engine battery fuel cable",
  unscented: "fragrance perfume scent",
};

function relatives(): { same: Map<string, Set<string>>; opposite: Map<string, Set<string>> } {
  const same = new Map<string, Set<string>>();
  const opposite = new Map<string, Set<string>>();
  const add = (said: string, row: string, map = same) => map.set(said, (map.get(said) ?? new Set()).add(row));
  for (const [row, words] of Object.entries(DENIES))
    for (const word of words.split(" ")) add(stemOf(word), stemOf(row), opposite);
  for (const line of SAME) {
    const stems = line.split(" ").map(stemOf);
    for (const said of stems) for (const row of stems) if (said !== row) add(said, row);
  }
  for (const [kind, materials] of Object.entries(MATERIAL_KINDS))
    for (const material of materials.split(" ")) add(stemOf(kind), stemOf(material));
  for (const [marks, words] of Object.entries(WATER_MARKS))
    for (const mark of marks.split(" ")) for (const word of words.split(" ")) add(stemOf(word), stemOf(mark));
  for (const [row, words] of Object.entries(ALLOWS)) {
    const stem = row
      .split("-")
      .map((part) => stemOf(part))
      .join("");
    for (const word of words.split(" ")) add(stemOf(word.replace("-", "")), stem);
  }
  return { same, opposite };
}

const { same, opposite } = relatives();

const PHRASES: Record<string, string> = {
  "comes off": "removable detachable remove detach",
  "zips off": "removable detachable",
  "folds up": "foldable collapsible",
  "folds flat": "foldable collapsible",
  "packs into": "packable",
  "packs down": "packable",
  "turns to": "swivels rotates",
  "two devices at once": "multipoint",
  "fragrance free": "unscented unperfumed perfume scent",
  "none added": "unscented unperfumed",
  "sinks in": "absorbed absorbs absorb",
  "one hand": "single handed singlehanded",
  "stands on its own": "upright freestanding",
  "stand on its own": "upright freestanding",
};

/** Stem of a word said → phrases of the row, in stems, that allow it. */
export const PHRASE_SAYS: ReadonlyMap<string, readonly string[]> = (() => {
  const says = new Map<string, string[]>();
  for (const [phrase, words] of Object.entries(PHRASES)) {
    const stems = phrase.split(" ").map(stemOf).join(" ");
    for (const word of words.split(" ")) says.set(stemOf(word), [...(says.get(stemOf(word)) ?? []), stems]);
  }
  return says;
})();

/** Stem of a word said → stems of the row that allow it. */
export const SAYS_TOO: ReadonlyMap<string, ReadonlySet<string>> = same;

/** Stem of a word denied → stems of the row that bear the denial out. */
export const SPEAKS_AGAINST: ReadonlyMap<string, ReadonlySet<string>> = opposite;
