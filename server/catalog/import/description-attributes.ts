import type { Attribute } from "../product.ts";
import { attributeName, attributeOf } from "./attribute-names.ts";
import { isKnownName } from "./known-names.ts";
import { MATERIAL_ADJECTIVES, MATERIALS } from "./material-words.ts";
import { parseMeasure } from "./parse-measure.ts";
import { plainLine } from "./plain-text.ts";
import { measured } from "./title-attributes.ts";

/**
 * Attributes that a description states: rows of its tables and lines such as "Weight: 1.2 kg", and sentences that say
 * outright what the product weighs, is made of or lasts. `markup` is what the merchant wrote, `text` the same without markup.
 * A sentence that denies, compares, supposes or speaks of another thing gives nothing.
 */
export function descriptionAttributes(title: string, markup: string, text: string): Attribute[] {
  const rows = [...tableRows(markup), ...specificationLines(text)];
  return [...rows.flatMap(([name, value]) => rowAttribute(name, value)), ...sentenceAttributes(title, text)];
}

/** Rows of two cells, and terms with what defines them: elsewhere tables lay out pages, or list sizes. */
function tableRows(markup: string): [name: string, value: string][] {
  if (!/<(?:tr|dl)\b/i.test(markup)) return [];
  const rows = [...markup.matchAll(/<tr\b[^>]*>([\s\S]{1,600}?)<\/tr>/gi)].map((row) =>
    [...(row[1] ?? "").matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/gi)].map((cell) =>
      plainLine(cell[1] ?? ""),
    ),
  );
  const pairs = rows.flatMap((cells): [string, string][] =>
    cells.length === 2 && cells[0] && cells[1] ? [[cells[0], cells[1]]] : [],
  );
  const defined = [
    ...markup.matchAll(/<dt\b[^>]*>([\s\S]{1,200}?)<\/dt>\s*<dd\b[^>]*>([\s\S]{1,300}?)<\/dd>/gi),
  ];
  return [
    ...(pairs.length >= rows.length / 2 ? pairs : []),
    ...defined.map((match): [string, string] => [plainLine(match[1] ?? ""), plainLine(match[2] ?? "")]),
  ];
}

const LINE = /^[•*·–-]?\s*(\p{L}[\p{L}\d /&().,-]{1,34}?)\s*:\s*(\S.{0,79})$/u;

function specificationLines(text: string): [name: string, value: string][] {
  return text.split("\n").flatMap((line): [string, string][] => {
    const [, name, value] = LINE.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}

/** A row counts where its name is one that shops use, or where it states a measure; prose after a colon is neither. */
function rowAttribute(writtenName: string, writtenValue: string): Attribute[] {
  const value = writtenValue.replace(/\s*[.;,]$/, "").trim();
  const { name } = attributeName(writtenName);
  const isMeasure = parseMeasure(value)?.unit !== undefined;
  const isValue = isMeasure || (isKnownName(name) && value.length <= LONGEST_VALUE && !PROSE.test(value));
  const isName = name.split(" ").length <= 4 && !NO_NAME.test(name) && (isKnownName(name) || isMeasure);
  const attribute =
    isName && isValue ? attributeOf(writtenName, MEASURE_FIRST.exec(value)?.[1] ?? value) : null;
  return attribute === null ? [] : [attribute];
}
const LONGEST_VALUE = 60;
/** "7” – perfect for the workshop" and "620 grams including the lock" say a measure first and then talk on. */
const MEASURE_FIRST =
  /^(\d[\d.,]*\s?(?:["”″]|\p{L}{1,10}\.?))(?:\s+[-–—]|,|\s+(?:incl\p{L}*|with|without|excl\p{L}*))\s/iu;
const PROSE =
  /[.!?]\s+\p{Lu}|\b(?:you|your|we|our|please|see|choose|available|depending|may|varies|vary|if|click|sizes?\s*:)\b|:|https?/iu;
const NO_NAME =
  /\b(?:note|notes|warning|tip|tips|step|available|shipping|delivery|package|packaging|parcel|price|was|includes?|other|example|best|minutes?|rider|user|model is|wears|compatible|recommended|suggested|optional|per|max|maximum|min|minimum)\b/;

interface Statement {
  name: string;
  /** Its first group is the value. */
  pattern: RegExp;
  /** What may not stand before it in its clause. */
  unless?: RegExp;
}

const AMOUNT = "\\d[\\d,.]*";
const MASS = `${AMOUNT}\\s?(?:kg|kilograms?|grams?|g|lbs?|pounds?|oz|ounces)`;
const HOURS = `${AMOUNT}[\\s-]?(?:hours?|hrs?|h)`;
const HEDGED = "(?:(?:just|only|about|approximately|approx\\.?|around|a mere|roughly|in at)\\s+){0,2}";

const STATEMENTS: readonly Statement[] = [
  {
    name: "weight",
    pattern: new RegExp(
      `\\b(?:weighs|weighing|weigh in at|weight of|weight is)\\s+${HEDGED}(${MASS})(?![\\w-]|\\s*(?:less|more|lighter|heavier|per|each|to|or|-|–))`,
      "i",
    ),
    unless:
      /\b(?:max\w*|capacity|support\w*|hold\w*|carry|load|user|rider|gross|shipping|package\w*|up to|anyone|people|person|battery|charger|case|remote|lid|frame|each|fork|box)\b[^,]*$/i,
  },
  {
    name: "battery life",
    pattern: new RegExp(
      `\\b((?:up to )?${HOURS})\\s+(?:of\\s+)?(?:continuous\\s+)?(?:battery life|battery runtime|play(?:back)? ?time|music playback|run ?time|talk time)\\b`,
      "i",
    ),
    unless: /\b(?:additional|extra|more|adds?|extends?|case|extend\w*|phone|plus|another|with the)\b[^,]*$/i,
  },
  {
    name: "battery life",
    pattern: new RegExp(
      `\\bbattery (?:life of|lasts|lasting|runs)\\s+(?:for )?${HEDGED}((?:up to )?${HOURS})(?![\\w-]|\\s*(?:less|more|longer|to|or))`,
      "i",
    ),
    unless: /\b(?:phone|case|additional|extra|laptop's|device's)\b[^,]*$/i,
  },
  {
    name: "battery capacity",
    pattern: new RegExp(`\\b(${AMOUNT}\\s?mAh)\\b(?=[^.]{0,30}\\b(?:battery|power bank|capacity)\\b)`, "i"),
    unless: /\b(?:phone|case|compatible|fits?|than|replaces?)\b[^,]*$/i,
  },
  {
    name: "protection class",
    pattern: /(?<![\p{L}\d])(IP(?:X\d|\d[\dX]|69K))(?![\p{L}\d])/u,
    unless: /\b(?:optional|case|housing|sold)\b[^,]*$/i,
  },
];

const MADE = new RegExp(
  `\\b(?:is |are |and |^)?(?:made|crafted|constructed|manufactured|built|woven|knitted|hand-?crafted)(?: entirely| completely| exclusively)? (?:of|from|out of) (?:a |an |the )?((?:(?:${MATERIAL_ADJECTIVES})[, ]+){0,3}(?:${MATERIALS}))(?![\\p{L}-]|\\s+(?:and|or|free|look|like|effect|parts?|accents?|alternative|substitute|inserts?|lining|trim|details?|\\w+ed\\b))`,
  "iu",
);
/** Parts of a thing are not the thing: "with a strap made of leather". */
const OF_PART =
  /\b(?:strap|straps|handle|handles|lid|base|sole|lining|lens|lenses|sleeve|pocket|pockets|band|interior|case|box|bag|packaging|tip|tips|head|pad|pads|feet|cover|screen|bumper|bumpers|panel|panels|frame|frames|shell|insert|inserts|core|outer|inner|edges?|corners?|with|which|that|not|never|soap|parts?)\b(?:\s+(?:is|are))?\s*$/i;

/** What makes a sentence say less than it seems to. */
const NOT_OUTRIGHT =
  /\b(?:not|never|no longer|isn['’]t|aren['’]t|doesn['’]t|don['’]t|won['’]t|can['’]t|cannot|without|neither|nor|unlike|than|compared|instead of|if|unless|when|whether|would|could|might|imagine|whereas|other|others|ordinary|traditional|most|some|compatible|sold separately|optional|optionally|vs\.?|versus)\b/i;

function sentenceAttributes(title: string, text: string): Attribute[] {
  const sentences = text.split(/\n+|(?<=[.!?])\s+(?=\p{Lu}|$)/u);
  const found: Attribute[] = [];
  for (const sentence of sentences) {
    if (!LIKELY.test(sentence) || NOT_OUTRIGHT.test(sentence)) continue;
    for (const statement of STATEMENTS) {
      const attribute = statedIn(sentence, statement);
      if (attribute !== null) found.push(attribute);
    }
    const made = MADE.exec(sentence);
    const before = made === null ? "" : sentence.slice(0, made.index);
    if (made?.[1] !== undefined && !OF_PART.test(before) && isOfProduct(before, title))
      found.push({ name: "material", value: made[1] });
  }
  const first = new Map(found.map((attribute) => [attribute.name, attribute] as const).reverse());
  return [...first.values()];
}
const LIKELY = /\d|\b(?:made|crafted|constructed|manufactured|built|woven|knitted|hand-?crafted)\b/i;

function statedIn(sentence: string, { name, pattern, unless }: Statement): Attribute | null {
  const match = pattern.exec(sentence);
  if (match?.[1] === undefined || unless?.test(sentence.slice(0, match.index))) return null;
  return name === "protection class" ? { name, value: match[1] } : measured(name, match[1]);
}

/** Whether what is made of something is the product: "it", "this …", a noun of its title, or a clause of its own. */
function isOfProduct(before: string, title: string): boolean {
  const clause =
    before
      .split(/[,;:–—]\s*/)
      .at(-1)
      ?.trim() ?? "";
  if (/^with\b/i.test(clause)) return false;
  if (clause === "" || /\b(?:it|it['’]s|they|they['’]re|this|these|product|item)\b/i.test(clause))
    return true;
  const noun = /(\p{L}+)(?:\s+(?:is|are|was|were|comes?))?$/u.exec(clause)?.[1]?.toLowerCase() ?? "";
  const stem = noun.replace(/e?s$/, "");
  return stem.length >= 3 && title.toLowerCase().includes(stem);
}
