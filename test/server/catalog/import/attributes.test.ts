import { describe, expect, test } from "vitest";
import {
  attributeName,
  attributeOf,
  attributesOf,
} from "../../../../server/catalog/import/attribute-names.ts";
import { withHiddenAttributes } from "../../../../server/catalog/import/hidden-attributes.ts";
import { parseMeasure } from "../../../../server/catalog/import/parse-measure.ts";
import { plainText } from "../../../../server/catalog/import/plain-text.ts";

describe("names of attributes", () => {
  test.each<[name: string, unit: string | null, ...written: string[]]>([
    [
      "colour",
      null,
      "Color",
      "colour",
      "Product Colour",
      "Farbe",
      "couleur",
      "attr_t_product_colour",
      "pa_color",
      "Цвет",
    ],
    ["screen size", null, "Display diagonal", "screen_diagonal", "ScreenSize", "Диагональ экрана"],
    ["weight", "kg", "Weight (kg)", "weight_kg", "Item Weight, kg", "Gewicht [kg]", "Вес (кг)"],
    ["weight", "g", "weight_g", "Weight in grams"],
    ["length", "mm", "length_mm", "Länge (mm)"],
    ["power", "w", "Power (Watts)", "Wattage (W)"],
    ["operating temperature", null, "attr_t_operating_temperature__t_t_"],
    ["spout type", null, "Spout type (product.metafields.shopify.spout-type)"],
    ["package weight", null, "Package weight"],
    ["cable length", null, "Kabellänge"],
    ["vitamin c", null, "Vitamin C"],
  ])("[FCT-1] %s in %s, however a shop writes it", (name, unit, ...written) => {
    for (const one of written) expect(attributeName(one), one).toEqual({ name, unit });
  });
});

describe("measures", () => {
  test.each<[text: string, number: number, unit?: string]>([
    ["1.2kg", 1.2, "kg"],
    ["1,200 g", 1200, "g"],
    ["1 200 g", 1200, "g"],
    ["1.234,5 mm", 1234.5, "mm"],
    ['15.6"', 15.6, "in"],
    ["15,6 Zoll", 15.6, "in"],
    ["2x8GB", 16, "gb"],
    ["5 ft 3 in", 63, "in"],
    ["5'3\"", 63, "in"],
    ["5 1/2 in", 5.5, "in"],
    ["3'", 3, "ft"],
    ["up to 10 h", 10, "h"],
    ["approx. 500 g", 500, "g"],
    ['43.2 cm (17")', 17, "in"],
    ["2.45 lbs (1.11 kgs)", 2.45, "lb"],
    ["28.7 кг kg", 28.7, "kg"],
    ["4 pcs", 4],
    ["-20 °C", -20, "°c"],
    ["42", 42],
  ])("[FCT-2] %s", (text, number, unit) => {
    expect(parseMeasure(text)).toEqual(unit === undefined ? { number } : { number, unit });
  });

  test.each([
    "10-12 h",
    "IP67",
    "8-speed",
    "Size 9 wide",
    "1/2",
    "1920 x 1080",
    "100-240 V",
    "A4",
    "802.11 g n",
    "",
  ])("[FCT-2] %s is no single measure", (text) => {
    expect(parseMeasure(text)).toBeNull();
  });
});

describe("values of cells", () => {
  test.each(["N/A", "-", "unknown", "Not specified", "TBD", " ", "k. A.", "нет данных"])(
    "[FCT-2] %s says nothing",
    (value) => expect(attributeOf("material", value)).toBeNull(),
  );

  test.each<[name: string, written: unknown, value: string]>([
    ["foldable", true, "yes"],
    ["foldable", "Ja", "yes"],
    ["foldable", "N", "no"],
    ["size", "N", "N"],
    ["weight (kg)", "1.4", "1.4 kg"],
    ["energy class", "A+", "A+"],
  ])("[FCT-2] %s %s is %s", (name, written, value) => expect(attributeOf(name, written)?.value).toBe(value));

  test("[FCT-2] a colour that is but true or false is none", () => {
    expect(attributeOf("colour", true)).toBeNull();
  });

  test.each<[name: string, written: string, values: string[]]>([
    ["colour", "black, white", ["black", "white"]],
    ["colour", "black/white", ["black/white"]],
    ["formats", "SD,SDHC,SDXC", ["SD", "SDHC", "SDXC"]],
    ["material", "Cotton; Elastane", ["Cotton", "Elastane"]],
    ["weight", "1,5 kg", ["1,5 kg"]],
    ["angle", "'-30°", ["-30°"]],
    ["fits", "Heath 20, 22, and newer", ["Heath 20, 22, and newer"]],
    ["note", "Soft, warm to the touch", ["Soft, warm to the touch"]],
  ])("[FCT-2] %s: %s", (name, written, values) => {
    expect(attributesOf(name, written).map(({ value }) => value)).toEqual(values);
  });
});

/** What a product's texts give, as "from name value". */
function hidden(title: string, markup = "", tags: string[] = []): string[] {
  return withHiddenAttributes([], { title, markup, description: plainText(markup), tags }).map(
    ({ from, name, value }) => `${from} ${name} ${value}`,
  );
}

describe("attributes hidden in titles", () => {
  test.each<[title: string, ...attributes: string[]]>([
    ['Norrvik Notebook Silver 43.2 cm (17")', 'screen size 17"'],
    ["Norrvik Notebook 8 GB DDR4-SDRAM 256 GB SSD", "memory 8 GB", "storage 256 GB"],
    ["Orin Phone 4 GB 64 GB Dual SIM", "memory 4 GB", "storage 64 GB"],
    ["Pebble memory card 64 GB", "storage 64 GB"],
    ["Gull Shower Gel 500ml", "volume 500ml"],
    ["Fen Jersey, Size M", "size M"],
    ["Men's Fen Trail Jacket", "gender Men's"],
    ["Rain Boots for kids", "age group kids"],
    ["Larch Socks 2-pack", "pack size 2-pack"],
    ["Heron Kettle, Stainless Steel", "material Stainless Steel"],
    ["Lumen Cable 1.5 m HDMI", "cable length 1.5 m"],
    ["Beacon Lamp 60W", "power 60W"],
    ["Dune Speaker IPX7", "protection class IPX7"],
    ["Heath Pack (Moss Green)", ""],
    ["Heath Pack (Dark Green)", "colour Dark Green"],
  ])("[FCT-7] %s", (title, ...attributes) => {
    expect(hidden(title)).toEqual(attributes.filter((each) => each !== "").map((each) => `title ${each}`));
  });

  test.each([
    "Leather Cleaner",
    "Tool Pouch for Leather",
    "Silicone-Free Conditioner",
    "Faux Leather Chair",
    "Bulb, 60W equivalent",
    "Prime Lens 14mm 1:2.8L",
    "Router 802.11g",
    "Fiber Cable 10Gb",
    "Recorder, supports up to 128GB",
    "C546U1KG Cartridge",
    "Black Forest Gateau",
    "Luggage Scale 50 kg",
    "Sizes and Shapes Puzzle",
    "Pack of 1",
    'Photo Paper 8 x 10"',
    'Photo Paper 11.7" x 16.5"',
    'Mug "Anti-67"',
  ])("[FCT-7] %s states nothing", (title) => expect(hidden(title)).toEqual([]));
});

describe("attributes hidden in descriptions", () => {
  test.each<[markup: string, ...attributes: string[]]>([
    [
      "<ul><li>Weight: 1.2 kg</li><li>Material: Waxed cotton.</li></ul>",
      "weight 1.2 kg",
      "material Waxed cotton",
    ],
    [
      "<table><tr><td>Weight</td><td>334 g</td></tr><tr><th>Farbe</th><td>Rot</td></tr></table>",
      "weight 334 g",
      "colour Rot",
    ],
    ["<dl><dt>Spindle length</dt><dd>110.5 mm</dd></dl>", "spindle length 110.5 mm"],
    ["It weighs just 1.2 kg.", "weight 1.2 kg"],
    ["Made of merino wool. Nice.", "material merino wool"],
    ["This tent is made from durable ripstop nylon.", "material durable ripstop nylon"],
    ["Its battery lasts up to 10 hours.", "battery life up to 10 hours"],
    ["Enjoy 12 hours of playtime.", "battery life 12 hours"],
    ["Length: 7” – perfect for the workshop", "length 7”"],
  ])("[FCT-7] %s", (markup, ...attributes) => {
    expect(hidden("Dune Tent", markup)).toEqual(attributes.map((each) => `description ${each}`));
  });

  test.each([
    "It is not made of leather.",
    "Weighs less than 2 kg.",
    "It weighs 200 g less than the old one.",
    "If it weighs 2 kg, it is a copy.",
    "Supports a load weighing 20 kg.",
    "Maximum weight of 120 kg.",
    "With a strap made of leather.",
    "Beveled edges crafted from rubber.",
    "Lasts longer than a tent made of cotton.",
    "Made with real silk and jojoba oil.",
    "Adds 10 hours of battery life to your phone.",
    "Note: 2 kg",
    "Step 1: 20 minutes",
    "The model is 180 cm tall.",
    "Sizes: please see our chart.",
    "Shipping weight: 3 kg",
    "Weighs 10 to 12 kg.",
    "Made for people who love wool.",
    "<table><tr><td>S</td><td>M</td><td>L</td></tr><tr><td>36 in</td><td>38 in</td><td>40 in</td></tr></table>",
  ])("[FCT-7] %s states nothing", (markup) => expect(hidden("Dune Tent", markup)).toEqual([]));
});

describe("attributes hidden in tags", () => {
  test.each<[tag: string, attribute: string]>([
    ["colour:red", "colour red"],
    ["Material_Wool", "material Wool"],
    ["filter:size=M", "size M"],
    ["Gluten-Free", "gluten free yes"],
    ["waterproof", "waterproof yes"],
  ])("[FCT-7] %s", (tag, attribute) => expect(hidden("Thing", "", [tag])).toEqual([`tag ${attribute}`]));

  test.each(["sale", "new_in", "kids-favourite", "promo:summer", "50cm", "free shipping", "not waterproof"])(
    "[FCT-7] %s states nothing",
    (tag) => expect(hidden("Thing", "", [tag])).toEqual([]),
  );
});

describe("columns and texts together", () => {
  test("[FCT-7] a column stands against a text, and takes a unit from a text that says its number", () => {
    const texts = {
      title: 'Norrvik Laptop 15.6" - Black',
      markup: "",
      description: "",
      tags: ["colour:red"],
    };
    const own = [
      { name: "screen size", value: "15.6", number: 15.6 },
      { name: "colour", value: "Graphite" },
    ];
    expect(withHiddenAttributes(own, texts)).toEqual([
      { name: "screen size", value: '15.6"', number: 15.6, unit: "in", from: "title" },
      { name: "colour", value: "Graphite" },
    ]);
    expect(own[0]).toEqual({ name: "screen size", value: "15.6", number: 15.6 });
  });
});
