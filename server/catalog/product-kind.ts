import { foldText, STOP_WORDS, singularOf, wordsOf } from "./fold-text.ts";
import type { Attribute, Product } from "./product.ts";

/**
 * What a product is, as against what it is for or comes with: "Case" of "Defender Series Case for Apple iPhone 7 - Black".
 * A laptop sleeve says "laptop" as often as a laptop does; the head noun tells them apart.
 */
export interface ProductKind {
  /** The part of the title that names the thing. */
  named: string;
  /** The rest: what it fits, comes with, its colour. */
  rest: string;
  /** Last nouns of the named part, of the category names and of a stated product type, singular. */
  heads: Set<string>;
  /** Its categories or its name say that it goes with something else. */
  isAccessory: boolean;
}

/** A title part after one of these tells what the thing is for or has. */
const RELATION =
  /\s(?:for|with|w\/|compatible|fits|from|by|in|featuring|including|includes|without|para|für|pour|per|для|con|mit|avec)\s/iu;
const DASH = /\s[-–—|•]\s|,\s|\s?\(|\)/;

export function kindOf(product: Product): ProductKind {
  const brand = foldText(product.brand ?? "");
  const segments = product.title
    .split(DASH)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "" && foldText(segment) !== brand);
  const main = segments.reduce(
    (longest, segment) => (segment.length > longest.length ? segment : longest),
    segments[0] ?? product.title,
  );
  const relation = RELATION.exec(main);
  const named = relation === null || relation.index === 0 ? main : main.slice(0, relation.index);
  const rest = [
    relation === null ? "" : main.slice(named.length),
    ...segments.filter((segment) => segment !== main),
  ].join(" ");
  const leading = wordsOf(named)
    .slice(0, 2)
    .filter((word) => LEADING_ACCESSORIES.has(word));
  const heads = new Set(
    [
      headOf(named),
      ...leading,
      ...product.categories.slice(-2).flatMap(headsOf),
      ...product.attributes.flatMap(headsOfType),
    ].filter((head) => head !== ""),
  );
  const isAccessory =
    product.categories.some(namesAccessories) || ACCESSORY_HEADS.has(headOf(named)) || leading.length > 0;
  return { named, rest, heads, isAccessory };
}

/** Whether a category is one of things that go with something else: "Bags", "Laptop Accessories". */
export function namesAccessories(category: string): boolean {
  return headsOf(category).some((head) => ACCESSORY_HEADS.has(head));
}

/** The last word that can be a noun: no number, no model code, no measure. */
export function headOf(phrase: string): string {
  const words = wordsOf(phrase).filter(
    (word) => !/\d/.test(word) && !STOP_WORDS.has(word) && word.length > 1,
  );
  return singularOf(words.at(-1) ?? "");
}

/** The heads of a category name, which may join several: "Bags & Cases", "Cell Phones with Plans". */
export function headsOf(category: string): string[] {
  return category
    .split(/\s*(?:[&,/+()]|\sand\s|\sor\s)\s*/i)
    .map((part) => headOf(part.split(RELATION)[0] ?? part))
    .filter((head) => head !== "");
}

/** What a product is by an attribute that tells it: "Notebook" of "product type: Notebook". */
function headsOfType({ name, value }: Attribute): string[] {
  return PRODUCT_TYPE.test(foldText(name)) && wordsOf(value).length <= LONGEST_TYPE ? headsOf(value) : [];
}

/** Not a bare "type", which as often is "original" or "liquid". */
const PRODUCT_TYPE =
  /^(?:(?:product|device|item|article) (?:type|kind)|(?:type|kind) of (?:product|device|item|article)|produkt(?:typ|art)|artikelart|geratetyp|type de produit|type d ?appareil|tipo d[ei] (?:producto|prodotto|articolo|articulo|dispositivo)|tipo de produto|producttype|тип (?:товара|устроиства|изделия|продукта))$/;
const LONGEST_TYPE = 4;

/** Things that are sold to go with another thing. */
const ACCESSORY_HEADS = new Set(
  "accessory case cover sleeve bag pouch charger cable adapter adaptor mount holder stand protector strap band dock docking skin bumper holster stylus tripod remote cartridge toner refill filter battery replacement part spare kit cleaner decal sticker cradle armband lanyard film filling bracket screw warranty plan card voucher sample".split(
    " ",
  ),
);

/** The same in languages that name the thing before what tells it apart: "funda de cuero", "чехол-книжка". */
const LEADING_ACCESSORIES = new Set(
  "funda carcasa cargador cable soporte correa protector repuesto recambio accesorio bateria pila bolsa etui housse coque chargeur support sangle accessoire batterie sacoche pochette hulle schutzhulle tasche kabel ladegerat halterung zubehor ersatzteil schutzfolie akku custodia caricatore cavo supporto cinturino ricambio accessorio чехол кабель зарядка рамка фильтр крепление кронштейн держатель ремешок стекло пленка аксессуар пылесборник пылесборники насадка адаптер сумка".split(
    " ",
  ),
);
