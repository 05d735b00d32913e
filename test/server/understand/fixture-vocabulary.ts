/** A small mixed shop, written for these tests: bikes, bags, headphones, laptops and cosmetics. */
import type {
  AttributeValue,
  CatalogVocabulary,
  VocabularyAttribute,
  VocabularyEntry,
} from "../../../server/catalog/vocabulary-types.ts";

function entry(name: string, count: number, ...forms: string[]): VocabularyEntry {
  return { name, forms: [name.toLowerCase(), ...forms], count };
}

function value(name: string, count: number): AttributeValue {
  return { value: name, forms: [name.toLowerCase()], count };
}

function attribute(name: string, forms: string[], values: string[]): VocabularyAttribute {
  return {
    name,
    forms: [name, ...forms],
    values: values.map((text, index) => value(text, 20 - index)),
    numeric: null,
    coverage: 0.6,
  };
}

function measure(name: string, forms: string[], min: number, max: number, unit: string): VocabularyAttribute {
  return { name, forms: [name, ...forms], values: [], numeric: { min, max, unit }, coverage: 0.5 };
}

const TITLES = [
  "Trek Domane AL 2 Road Bike",
  "Trek Marlin 5 Mountain Bike",
  "Canyon Grail 6 Gravel Bike",
  "Canyon Endurace 7 Road Bike",
  "Brompton Electric Folding Bike",
  "Osprey Farpoint 40 Travel Backpack",
  "Osprey Daylite Plus Daypack",
  "Ortlieb Velocity Messenger Bag",
  "Sony WH-1000XM5 Wireless Headphones",
  "Bose QuietComfort Ultra Headphones",
  "Apple MacBook Air 13",
  "Lenovo ThinkPad X1 Carbon",
  "Glossier Boy Brow",
  "Rituelle Velvet Lipstick",
  "Benefit Hoola Bronzer",
];

const TEXTS = `waterproof lightweight vegan leather touchscreen fragrance parabens rack basket suspension mudguards padded laptop
  sleeve pannier commuting trail winter matte glossy spf wireless noise cancelling bluetooth kickstand bell dynamo tubeless
  carbon steel aluminium mirror zipper straps usb webcam keyboard sensitive skin dry durable sturdy quiet red green comfortable`;

const known = new Set(`${TITLES.join(" ")} ${TEXTS}`.toLowerCase().split(/[\s-]+/));

/** The products whose words the vocabulary holds. */
export const fixtureProducts = TITLES.map((title, index) => ({ sku: `s${index + 1}`, title }));

export const fixtureVocabulary: CatalogVocabulary = {
  currency: "USD",
  price: { low: 8, high: 4200 },
  categories: [
    entry("Bikes", 60, "bike", "bicycles", "bicycle"),
    entry("Gravel bikes", 18, "gravel bike"),
    entry("Road bikes", 15, "road bike"),
    entry("Mountain bikes", 12, "mountain bike"),
    entry("Helmets", 9, "helmet"),
    entry("Backpacks", 20, "backpack"),
    entry("Travel bags", 8, "travel bag"),
    entry("Headphones", 16, "headphone"),
    entry("Laptops", 14, "laptop"),
    entry("Lipsticks", 11, "lipstick"),
    entry("Face creams", 7, "face cream"),
    entry("Bike lights", 6, "bike light"),
  ],
  brands: [
    entry("Trek", 12),
    entry("Canyon", 10),
    entry("Brompton", 4),
    entry("Osprey", 9),
    entry("Ortlieb", 5),
    entry("Sony", 8),
    entry("Bose", 5),
    entry("Apple", 6),
    entry("Lenovo", 6),
    entry("Glossier", 5),
    entry("Benefit", 5),
    entry("Rituelle", 4),
  ],
  attributes: [
    attribute(
      "colour",
      ["color", "colours", "colors"],
      ["Black", "White", "Blue", "Red", "Green", "Silver", "Olive"],
    ),
    measure("weight", ["item weight"], 0.1, 20, "kg"),
    attribute("frame material", ["material", "frame"], ["Aluminium", "Carbon", "Steel", "Titanium"]),
    attribute("size", ["frame size", "sizes"], ["XS", "Small", "Medium", "Large", "XL"]),
    measure("capacity", ["volume"], 5, 70, "l"),
    measure("screen size", ["screen", "display"], 11, 17, "in"),
    measure("memory", ["ram"], 4, 64, "gb"),
    measure("battery life", ["battery"], 5, 60, "h"),
    attribute("skin type", ["skin"], ["Dry skin", "Oily skin", "Sensitive skin"]),
    attribute("finish", [], ["Matte", "Glossy", "Satin"]),
    attribute("brakes", ["brake"], ["Disc brakes", "Rim brakes"]),
  ],
  tags: [entry("Vegan", 14), entry("Cruelty free", 10)],
  hasWord: (word) => known.has(word) || known.has(word.replace(/s$/, "")),
  isKind: () => false,
  wordFrequency: (word) => (known.has(word) ? 5 : 0),
};
