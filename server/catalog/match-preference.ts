import { kindAsked } from "../dialogue/kinds.ts";
import type { Preference } from "../dialogue/state.ts";
import { convert } from "../dialogue/units.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { FacetTable } from "./facet-table.ts";
import { foldText } from "./fold-text.ts";
import { gradeText } from "./grade-text.ts";
import { FULLY, type Grades, MET, UNSAID } from "./grades.ts";
import { hasKeyWords, valueKey } from "./value-key.ts";

/** The grades are of what was wished: for a negative preference `FULLY` means that the product is free of it. */
export interface PreferenceMatch {
  preference: Preference;
  grades: Grades;
}

/** Reads a preference once for all products; what it costs grows with those that have a word on it. */
export function gradesOf(preference: Preference, index: CatalogIndex): Grades {
  const positive = positiveGrades(preference, index);
  if (preference.polarity === "positive") return positive;
  const comesOtherwise = otherwiseOffered(preference, index);
  const grades = new Uint8Array(positive.length);
  for (let document = 0; document < grades.length; document++) {
    const grade = positive[document] ?? UNSAID;
    if (grade === UNSAID) grades[document] = UNSAID;
    else grades[document] = grade >= MET && comesOtherwise(document) ? COMES_OTHERWISE : FULLY - grade;
  }
  return grades;
}

/** "Not black" is met by what also comes in green, if less fully than by what never was black. */
const COMES_OTHERWISE = 0.6 * FULLY;

function otherwiseOffered(
  { attribute, operator, value }: Preference,
  { options }: CatalogIndex,
): (document: number) => boolean {
  const { from, to } = options.rangeOf(attribute);
  if (operator !== "is" || typeof value !== "string" || from === to) return () => false;
  const avoids = valueGrader(value, options);
  return (document) => options.idsOf(document).some((id) => id >= from && id < to && avoids(id) === 0);
}

/** A must filters: what is wished has to be there for certain, what is to be avoided must not be there for certain. */
export function passesMust({ preference, grades }: PreferenceMatch, document: number): boolean {
  return gradePasses(grades[document] ?? UNSAID, preference.polarity === "negative");
}

/** The same of a grade; `passesUnsaid` for what is to be avoided. */
export function gradePasses(grade: number, passesUnsaid: boolean): boolean {
  return grade === UNSAID ? passesUnsaid : grade >= MET;
}

/** Those of the documents that pass all musts, in their order; `room` is overwritten with them, if there is any must. */
export function passingAll(
  musts: readonly PreferenceMatch[],
  documents: Uint32Array,
  room: Uint32Array,
): Uint32Array {
  let passing = documents;
  for (const { preference, grades } of musts) {
    // What is kept never overtakes what is read, so that both can be in the same place.
    const kept = room;
    const passesUnsaid = preference.polarity === "negative";
    let count = 0;
    for (let at = 0; at < passing.length; at++) {
      const document = passing[at] ?? 0;
      if (gradePasses(grades[document] ?? UNSAID, passesUnsaid)) kept[count++] = document;
    }
    passing = kept.subarray(0, count);
  }
  return passing;
}

function positiveGrades(preference: Preference, index: CatalogIndex): Grades {
  const { attribute, operator, value } = preference;
  if (operator === "any" || value === null) return unknown(index.size);
  switch (attribute) {
    case "price":
      return numberGrades(preference, index.columns.prices);
    case "rating":
      return numberGrades(preference, index.columns.ratings);
    case "category":
      return index.kind.grades(kindAsked(preference));
    case "brand":
      return brandGrades(String(value), index);
    case "feature":
    case "usage":
    case "recipient":
    case "style":
      return gradeText(preference, index);
    default:
      return attributeGrades(preference, index);
  }
}

function unknown(size: number): Grades {
  return new Uint8Array(size).fill(UNSAID);
}

function numberGrades(preference: Preference, numbers: Float64Array | Float32Array): Grades {
  const accepts = acceptance(preference);
  if (accepts === null) return unknown(numbers.length);
  const grades = new Uint8Array(numbers.length);
  for (let document = 0; document < grades.length; document++) {
    const number = numbers[document] ?? Number.NaN;
    grades[document] = Number.isNaN(number) ? UNSAID : Math.round(FULLY * accepts(number));
  }
  return grades;
}

function brandGrades(value: string, index: CatalogIndex): Grades {
  const wanted = foldText(value);
  const wantedWords = wanted.split(" ");
  const grades = bestOfValues("brand", index, (id) => {
    const brand = foldText(index.facets.value(id).value);
    if (brand === wanted || brand.replaceAll(" ", "") === wanted.replaceAll(" ", "")) return 1;
    return wantedWords.every((word) => brand.split(" ").includes(word)) ? 0.9 : 0;
  });
  // Resellers stand in the brand column of what another makes ("Verizon - Samsung Galaxy"); a case for it names it elsewhere.
  return raisedWhere(index.text.withAll(value, "name"), grades, 0.6);
}

/** Where the catalog states nothing better. */
function raisedWhere(isThere: Uint8Array, grades: Grades, least: number): Grades {
  for (let document = 0; document < grades.length; document++) {
    const grade = grades[document] ?? UNSAID;
    if (isThere[document] === 1 && (grade === 0 || grade === UNSAID)) grades[document] = FULLY * least;
  }
  return grades;
}

/** Grades each value of an attribute once, from 0 to 1, then products by the best of theirs. */
function bestOfValues(
  attribute: string,
  { facets, size }: CatalogIndex,
  gradeOf: (id: number) => number,
): Grades {
  const grades = unknown(size);
  const { from, to } = facets.rangeOf(attribute);
  for (let id = from; id < to; id++) {
    const grade = Math.round(FULLY * gradeOf(id));
    for (const document of facets.documentsOf(id)) {
      const held = grades[document] ?? UNSAID;
      if (held === UNSAID || held < grade) grades[document] = grade;
    }
  }
  return grades;
}

function attributeGrades(preference: Preference, index: CatalogIndex): Grades {
  const { attribute, operator, value, unit } = preference;
  if (operator !== "is" || typeof value === "number") {
    const accepts = acceptance(preference);
    if (accepts === null) return unknown(index.size);
    return bestOfValues(attribute, index, (id) => {
      const { number, unit: own } = index.facets.value(id);
      const converted = number === undefined ? null : convert(number, own, unit);
      return converted === null ? 0 : accepts(converted);
    });
  }
  const wanted = String(value);
  const isToAvoid = preference.polarity === "negative" && CONTENTS.test(attribute);
  const gradeOf = valueGrader(wanted, index.facets);
  const grades = bestOfValues(attribute, index, (id) =>
    isToAvoid && namesKindOf(wanted, index.facets.keyOf(id)) ? 1 : gradeOf(id),
  );
  if (isOnlyNumber(wanted)) return grades;
  // A title says a colour or a size as surely as a column does; a bare number in it could be anything.
  return raisedWhere(index.text.withAll(wanted, "title"), grades, 0.7);
}

/** What somebody may have to avoid: who wants no nuts wants no peanuts either. */
const CONTENTS = /\b(?:allergens?|allergies|allergy|ingredients?|contains|may contain)\b/;

function namesKindOf(wanted: string, held: string): boolean {
  const key = valueKey(wanted);
  return key.length >= 3 && !key.includes(" ") && held.split(" ").some((word) => word.endsWith(key));
}

/** Grades values by their ids in `table`. */
function valueGrader(wanted: string, table: FacetTable): (id: number) => number {
  const key = valueKey(wanted);
  const words = key.split(" ").filter((word) => word !== "");
  const joined = words.join("");
  const measure = /^[\d.,]+\s*\D{0,3}$/.test(wanted) ? Number.parseFloat(wanted) : Number.NaN;
  return (id) => {
    const held = table.keyOf(id);
    if (held === key || held.replaceAll(" ", "") === joined) return 1;
    // "Cotton" for "100% cotton blend".
    if (words.length > 0 && hasKeyWords(held, words)) return 0.9;
    return !Number.isNaN(measure) && table.value(id).number === measure ? 0.9 : 0;
  };
}

/** "About" and a bare price are soft: a fifth to either side, the nearer the better. */
function acceptance({ attribute, operator, value, exact }: Preference): ((number: number) => number) | null {
  if (Array.isArray(value)) {
    const [low, high] = value[0] <= value[1] ? value : [value[1], value[0]];
    return (number) => (number >= low && number <= high ? 1 : 0);
  }
  const wanted = typeof value === "number" ? value : Number.parseFloat(String(value));
  if (!Number.isFinite(wanted)) return null;
  switch (operator) {
    case "at-most":
      return (number) => (number <= wanted ? 1 : 0);
    case "at-least":
      // What sleeps four does for two as well, and the less well the more of it stays empty.
      return (number) => (number < wanted ? 0 : exact ? 0.5 + (0.5 * wanted) / Math.max(number, 1e-9) : 1);
    case "about":
      return nearness(wanted, 0.2);
    default:
      return nearness(wanted, attribute === "price" ? 0.15 : 0.02);
  }
}

/** 1 at the number itself, half at a share of it to either side, nothing beyond. */
function nearness(wanted: number, share: number): (number: number) => number {
  return (number) => {
    const grade = 1 - (0.5 * Math.abs(number - wanted)) / Math.max(1e-9, share * Math.abs(wanted));
    return grade >= 0.5 ? grade : 0;
  };
}

function isOnlyNumber(text: string): boolean {
  return /^[\d.,]+$/.test(text.trim());
}
