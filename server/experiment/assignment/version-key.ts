/** Digits of a part are right-aligned to this width, so that 9 comes before 10. */
const WIDTH = 5;
/** The last of all characters of ASCII: a release comes after its own pre-releases. */
const RELEASE = "~";

/** Text that sorts as versions do: "1.9.0" before "1.10.0-beta" before "1.10.0". A leading v and what follows a + don't count. */
export function versionKey(version: unknown): string {
  const text = typeof version === "number" ? String(version) : version;
  const parts = (typeof text === "string" && text !== "" ? text : "0").replace(/^v|\+.*$/g, "").split(/[-.]/);
  if (parts.length === 3) parts.push(RELEASE);
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(WIDTH, " ") : part)).join("-");
}
