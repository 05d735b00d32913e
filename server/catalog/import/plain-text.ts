import { decodeHTML } from "entities";
import { compile } from "html-to-text";

const withoutMarkup = compile({
  wordwrap: false,
  // Follows markup by recursion; what stands deeper than people nest is left out.
  limits: { maxDepth: 200, ellipsis: "" },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
    { selector: "table", format: "block" },
    { selector: "td", format: "inlineSurround", options: { suffix: " " } },
    { selector: "th", format: "inlineSurround", options: { suffix: " " } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "ul", options: { itemPrefix: " • " } },
  ],
});

const TAG_START = /<(?:\/?[a-z]|!--)/i;
const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/i;

/**
 * A merchant's text as a shopper may read it: no markup, no entities (also when they were escaped twice), no control
 * characters, single spaces. Line breaks are kept as single "\n" where the text had paragraphs, items or lines.
 */
export function plainText(text: string): string {
  if (!NEEDS_WORK.test(text)) return text.trim();
  let plain = unescaped(text);
  if (hasMarkup(plain)) plain = unescaped(withoutMarkup(readable(plain)));
  return plain
    .replace(/\r\n?/g, "\n")
    .replace(CONTROL, "")
    .split("\n")
    .map((line) => line.replace(SPACES, " ").trim())
    .filter((line) => line !== "" && line !== "•")
    .join("\n");
}

/** The same on one line: for titles, names and values. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\n/g, " ");
}

/** Looks for a tag in time that grows with the text, however many brackets are opened and never closed. */
function hasMarkup(text: string): boolean {
  const start = text.search(TAG_START);
  return start >= 0 && (text.includes(">", start) || text.includes("<!--", start));
}

/** Markup of a length that is parsed in milliseconds. What makes it longer are mostly pictures written into it. */
function readable(markup: string): string {
  if (markup.length <= MARKUP_LIMIT) return markup;
  return markup.replace(/=(["'])data:[^"']*\1/gi, '=""').slice(0, MARKUP_LIMIT);
}
/** Ten times what a description may have of text. */
const MARKUP_LIMIT = 200_000;

/** Feeds escape entities up to three times: `&amp;amp;gt;`. */
function unescaped(text: string): string {
  let result = text;
  for (let round = 0; round < 3 && ENTITY.test(result); round++) {
    const once = decodeHTML(result);
    if (once === result) break;
    result = once;
  }
  return result;
}

/** Anything but a line of words with single spaces: most cells of a file are nothing more. */
const NEEDS_WORK = /[<&]|[^\S ]|\p{Cc}| {2}|[\u200b\ufeff]|•/u;
const SPACES = /[\s\u00a0\u2007\u202f\u200b\ufeff]+/g;
const CONTROL = /\p{Cc}(?<![\n\t])/gu;
