/** A small mixed shop, written for these tests. */
import type { Attribute, Money, Product, Review } from "../../../server/catalog/product.ts";
import { evidenceOfProducts } from "../../../server/guard/evidence-of-plan.ts";
import type { GuardEvidence } from "../../../server/guard/guard-evidence.ts";
import { buildNameIndex } from "../../../server/guard/name-index.ts";

const usd = (major: number): Money => ({ minor: Math.round(major * 100), currency: "USD" });
const text = (name: string, value: string): Attribute => ({ name, value });
const measure = (name: string, number: number, unit: string): Attribute => ({
  name,
  value: `${number} ${unit}`,
  number,
  unit,
});

type Row = Pick<Product, "sku" | "title" | "brand" | "price"> & Partial<Product>;
function product(row: Row): Product {
  return {
    description: "",
    categories: [],
    tags: [],
    url: `https://shop.example/products/${row.sku}`,
    imageUrl: null,
    was: null,
    inStock: true,
    attributes: [],
    variants: [],
    rating: null,
    popularity: null,
    version: 1,
    ...row,
  };
}

export const RIDGE = product({
  sku: "ridge",
  title: "Norvik Ridgeline 45 Hiking Backpack",
  brand: "Norvik",
  price: usd(149),
  was: usd(189),
  categories: ["Outdoor", "Backpacks"],
  tags: ["waterproof", "unisex"],
  description:
    "A 45 litre pack for weekend tours. Fits a hydration bladder and has six pockets. Comes with a rain cover and a padded hip belt.",
  attributes: [
    measure("capacity", 45, "l"),
    measure("weight", 1.4, "kg"),
    text("material", "Recycled nylon"),
    text("colour", "Forest green"),
  ],
  variants: [
    { sku: "ridge-g", options: [{ name: "Colour", value: "Forest green" }], price: usd(149), inStock: true },
    { sku: "ridge-s", options: [{ name: "Colour", value: "Slate grey" }], price: usd(149), inStock: false },
  ],
  rating: { value: 4.6, count: 212 },
  popularity: 900,
});

export const FELL = product({
  sku: "fell",
  title: "Talus Fell 30 Daypack",
  brand: "Talus",
  price: usd(89.5),
  categories: ["Outdoor", "Backpacks"],
  tags: ["lightweight", "vegan"],
  description:
    "A slim daypack with a laptop sleeve and two side pockets. Not waterproof: use the cover sold separately.",
  attributes: [
    measure("capacity", 30, "l"),
    measure("weight", 780, "g"),
    text("material", "Polyester"),
    text("colour", "Black"),
    text("waterproof", "No"),
  ],
  rating: { value: 4.1, count: 58 },
  popularity: 400,
});

export const LAMP = product({
  sku: "lamp",
  title: "Lumo Arc Desk Lamp",
  brand: "Lumo",
  price: usd(59.99),
  categories: ["Home", "Lighting"],
  tags: ["dimmable", "touch control"],
  description:
    "A dimmable LED desk lamp with a USB-C charging port, three colour temperatures and a weighted base. 2-year warranty.",
  attributes: [
    measure("power", 9, "w"),
    measure("height", 42, "cm"),
    text("material", "Aluminium"),
    text("colour", "Matte white"),
    text("colour temperatures", "3"),
  ],
  inStock: false,
  rating: { value: 4.8, count: 31 },
});

export const SERUM = product({
  sku: "serum",
  title: "Alba Dew Hydrating Serum",
  brand: "Alba",
  price: usd(24),
  categories: ["Beauty", "Serums"],
  tags: ["vegan", "cruelty free", "fragrance-free"],
  description: "A light serum with hyaluronic acid and aloe for dry skin. Made without parabens.",
  attributes: [
    measure("volume", 30, "ml"),
    text("skin type", "Dry"),
    text("key ingredient", "Hyaluronic acid"),
  ],
});

export const LAPTOP = product({
  sku: "laptop",
  title: "Corvus Book 15 Laptop",
  brand: "Corvus",
  price: usd(1299),
  was: usd(1499),
  categories: ["Computers", "Laptops"],
  tags: ["backlit keyboard"],
  description:
    "A 15.6-inch laptop with 16 GB of memory, a 512 GB SSD and up to 11 hours of battery life. Two USB-C ports and Wi-Fi 6.",
  attributes: [
    measure("screen size", 15.6, "in"),
    measure("memory", 16, "gb"),
    measure("storage", 512, "gb"),
    measure("weight", 1.7, "kg"),
    measure("battery life", 11, "h"),
    text("colour", "Space grey"),
    text("operating system", "Linux"),
  ],
  rating: { value: 4.4, count: 1205 },
});

export const BIKE = product({
  sku: "bike",
  title: "Marlow Gravel One",
  brand: "Marlow",
  price: usd(1850),
  categories: ["Bikes", "Gravel bikes"],
  tags: ["disc brakes", "tubeless ready"],
  description:
    "A gravel bike with an aluminium frame, a carbon fork and 40 mm tyres. Mounts for racks and mudguards.",
  attributes: [
    text("frame material", "Aluminium"),
    text("fork", "Carbon"),
    measure("weight", 9.8, "kg"),
    measure("tyre width", 40, "mm"),
    text("gears", "12"),
    text("brakes", "Hydraulic disc"),
  ],
  variants: [
    { sku: "bike-s", options: [{ name: "Size", value: "S" }], price: usd(1850), inStock: true },
    { sku: "bike-l", options: [{ name: "Size", value: "L" }], price: usd(1900), inStock: false },
  ],
});

/** In the shop, but never among the items of a sentence. */
const OTHERS: Row[] = [
  { sku: "o1", title: "Veltra Summit 60 Expedition Pack", brand: "Veltra", price: usd(229) },
  { sku: "o2", title: "Brandt Halo Floor Lamp", brand: "Brandt", price: usd(119) },
  { sku: "o3", title: "Pure Repair Night Cream", brand: "Pure", price: usd(18) },
  { sku: "o4", title: "Kestrel Air 13 Laptop", brand: "Kestrel", price: usd(999) },
  { sku: "o5", title: "Ostrava Road Two", brand: "Ostrava", price: usd(2100) },
];

export const CATALOG: Product[] = [RIDGE, FELL, LAMP, SERUM, LAPTOP, BIKE, ...OTHERS.map(product)];

export const REVIEWS: Review[] = [
  {
    id: "r1",
    sku: "ridge",
    author: "Mara K.",
    rating: 5,
    text: "Survived two weeks of rain in the Alps. The hip belt is a joy, and my back never hurt.",
    at: "2025-04-02",
  },
  {
    id: "r2",
    sku: "ridge",
    author: "Jon P.",
    rating: 4,
    text: "Roomy, but the zips are stiff at first.",
    at: "2025-06-11",
  },
  {
    id: "r3",
    sku: "laptop",
    author: "Ines",
    rating: 4,
    text: "Quiet fan, and the keyboard feels great.",
    at: "2025-02-20",
  },
];

export const NAMES = buildNameIndex(CATALOG);
export const PERSONA = { name: "Ada", shop: "Fernway", tone: "warm", emoji: false } as const;

/** Evidence as the `guard` command has it; `more` adds what a conversation adds. */
export function evidenceOn(products: Product[], more: Partial<GuardEvidence> = {}): GuardEvidence {
  const skus = new Set(products.map((each) => each.sku));
  const reviews = REVIEWS.filter((review) => skus.has(review.sku));
  return {
    ...evidenceOfProducts(products, reviews, { persona: PERSONA, locale: "en-US", currency: "USD" }, NAMES),
    ...more,
  };
}
