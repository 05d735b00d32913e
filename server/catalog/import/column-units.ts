import { areAlike, convert } from "../../dialogue/units.ts";
import { attributeName } from "./attribute-names.ts";
import { parseMeasure } from "./parse-measure.ts";
import type { SourceRow } from "./source-row.ts";

/**
 * Units of numeric columns that name none, by column: learned where rows say them. Either texts of the same rows give the
 * column's numbers with a unit ("17" beside "a 17-inch screen"), or a sibling column holds the same measures in imperial
 * units, so that the ratio of the two tells both. A column without such evidence stays without a unit.
 */
export function learnUnits(rows: readonly SourceRow[], textColumns: readonly string[]): Map<string, string> {
  const numbers = numericColumns(rows);
  const units = new Map<string, string>();
  for (const [column, held] of numbers) {
    const said = unitSaidInTexts(column, held, rows, textColumns);
    if (said !== null) units.set(column, said);
  }
  for (const [column, held] of numbers) {
    const imperial = numbers.get(`${column}_imperial`) ?? numbers.get(`${column}__imperial_`);
    const pair = imperial === undefined ? null : unitsByRatio(column, held, imperial);
    if (pair === null) continue;
    units.set(column, pair.metric);
    for (const name of [`${column}_imperial`, `${column}__imperial_`])
      if (numbers.has(name)) units.set(name, pair.imperial);
  }
  return units;
}

/** By column, each row's number; columns with other text in them are left out, and those whose name has a unit. */
type Held = Map<number, number>;

function numericColumns(rows: readonly SourceRow[]): Map<string, Held> {
  const found = new Map<string, Held>();
  const mixed = new Set<string>();
  rows.forEach(({ fields }, place) => {
    for (const [column, value] of Object.entries(fields)) {
      if (value === "" || value === null || value === undefined || mixed.has(column)) continue;
      const number = typeof value === "number" ? value : bareNumber(value);
      if (number === null) mixed.add(column);
      else held(found, column).set(place, number);
    }
  });
  for (const column of mixed) found.delete(column);
  for (const column of found.keys()) if (attributeName(column).unit !== null) found.delete(column);
  return found;
}

function held(found: Map<string, Held>, column: string): Held {
  const own = found.get(column) ?? new Map<number, number>();
  found.set(column, own);
  return own;
}

function bareNumber(value: unknown): number | null {
  const measure = typeof value === "string" ? parseMeasure(value) : null;
  return measure === null || measure.unit !== undefined ? null : measure.number;
}

/** What a column's name says it measures, by the units that may measure it. */
const MEASURED_BY: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\b(?:number|quantity|count|ports?|cores|threads|pages|outputs|inputs|slots|pieces|yield|price|year|rating|id)\b/,
    [],
  ],
  [/\b(?:weight)\b/, ["g", "kg", "lb", "oz"]],
  [
    /\b(?:screen size|display|diagonal|cable length|length|width|height|depth|diameter|thickness)\b/,
    ["in", "mm", "cm", "m", "ft"],
  ],
  [/\b(?:memory|storage|hdd|ssd|capacity of (?:hdd|ssd)|native capacity)\b/, ["gb", "tb", "mb"]],
  [/\b(?:battery capacity)\b/, ["mah", "wh", "ah"]],
  [/\b(?:battery life|runtime|run time)\b/, ["h", "min"]],
  [/\b(?:power|wattage)\b/, ["w", "kw"]],
  [/\b(?:voltage)\b/, ["v"]],
  [/\b(?:refresh rate|frequency|clock)\b/, ["hz", "mhz", "ghz"]],
  [/\b(?:volume|capacity)\b/, ["l", "ml", "gb", "tb", "mah"]],
  [/\b(?:resolution|megapixels?)\b/, ["mp"]],
  [/\b(?:noise)\b/, ["db"]],
];

const FEWEST_ROWS = 3;
const FEWEST_NUMBERS = 3;
/** Of rows that have the column, how many must say its number, and of these, how many in the one unit. */
const LEAST_SAYING = 0.25;
const LEAST_AGREEING = 0.8;

function unitSaidInTexts(
  column: string,
  numbers: Held,
  rows: readonly SourceRow[],
  textColumns: readonly string[],
): string | null {
  const { name } = attributeName(column);
  const units = MEASURED_BY.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  if (units.length === 0 || numbers.size < FEWEST_ROWS) return null;
  const votes = new Map<string, Set<number>>();
  const counts = new Map<string, number>();
  let saying = 0;
  for (const [place, number] of numbers) {
    const said = measuresIn(rows[place]?.fields ?? {}, textColumns).filter(
      (measure) => measure.number === number && units.includes(measure.unit),
    );
    if (said.length > 0) saying++;
    for (const unit of new Set(said.map((measure) => measure.unit))) {
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
      votes.set(unit, (votes.get(unit) ?? new Set()).add(number));
    }
  }
  const [unit, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [null, 0];
  if (unit === null || saying < FEWEST_ROWS || saying < LEAST_SAYING * numbers.size) return null;
  const isTold = count >= LEAST_AGREEING * saying && (votes.get(unit)?.size ?? 0) >= FEWEST_NUMBERS;
  return isTold ? unit : null;
}

const MEASURE_IN_TEXT = /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)?)[\s-]?("|″|”|\p{L}{1,6})(?![\p{L}\d/])/gu;

function measuresIn(
  fields: Record<string, unknown>,
  textColumns: readonly string[],
): { number: number; unit: string }[] {
  return textColumns.flatMap((column) => {
    const text = fields[column];
    if (typeof text !== "string") return [];
    return [...text.slice(0, LONGEST_TEXT).matchAll(MEASURE_IN_TEXT)].flatMap((match) => {
      const measure = parseMeasure(match[0]);
      return measure?.unit === undefined ? [] : [{ number: measure.number, unit: measure.unit }];
    });
  });
}
const LONGEST_TEXT = 2_000;

const RATIOS: readonly (readonly [metric: string, imperial: string])[] = [
  ["g", "lb"],
  ["kg", "lb"],
  ["g", "oz"],
  ["mm", "in"],
  ["cm", "in"],
  ["m", "ft"],
  ["m", "in"],
];
const RATIO_SLACK = 0.03;

function unitsByRatio(
  column: string,
  metric: Held,
  imperial: Held,
): { metric: string; imperial: string } | null {
  const { name } = attributeName(column);
  const units = MEASURED_BY.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  const ratios = [...metric].flatMap(([place, number]) => {
    const other = imperial.get(place);
    return other === undefined || other === 0 || number === 0 ? [] : [number / other];
  });
  if (ratios.length < FEWEST_ROWS) return null;
  const middle = ratios.sort((one, other) => one - other)[Math.floor(ratios.length / 2)] ?? 0;
  for (const [unit, other] of RATIOS) {
    const expected = convert(1, other, unit) ?? 0;
    const isIt =
      units.some((allowed) => areAlike(allowed, unit)) && Math.abs(middle / expected - 1) <= RATIO_SLACK;
    if (isIt) return { metric: unit, imperial: other };
  }
  return null;
}
