/** What is known of a visitor, as JSON: their ids, and what conditions ask about. */
export type Attributes = Readonly<Record<string, unknown>>;

/** The value at a path like `address.country`; null where there is none. */
export function valueAt(attributes: unknown, path: string): unknown {
  let value = attributes;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return null;
    value = (value as Attributes)[part];
  }
  return value;
}

/** Which unit is randomised, and by which attribute. */
export interface Unit {
  attribute: string;
  /** As it is hashed and kept; empty where the visitor has no such attribute. */
  value: string;
}

/** @param fallback is used where the visitor has no value of the first: not yet identified, for instance. */
export function unitOf(attributes: Attributes, attribute = "id", fallback?: string): Unit {
  const value = textOf(attributes, attribute);
  if (value !== "" || fallback === undefined) return { attribute, value };
  const other = textOf(attributes, fallback);
  return other === "" ? { attribute, value } : { attribute: fallback, value: other };
}

/** An attribute of which the very name has a dot comes before a path. Nothing, 0 and false are no ids. */
function textOf(attributes: Attributes, name: string): string {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : valueAt(attributes, name);
  if (!value) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
