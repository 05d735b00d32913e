/** The ways in which people hide an order from those who look for it, each with how a clever model reads it all the same. */

interface Disguise {
  put(text: string): string;
  /** What the text may mean; itself where nothing is hidden in it. */
  see(text: string): string[];
}

const LOOK_ALIKES: Record<string, string> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  s: "ѕ",
  x: "х",
  y: "у",
};
const LEET: Record<string, string> = { a: "4", e: "3", i: "1", o: "0", t: "7" };
const ENTITIES: Record<string, string> = { quot: '"', apos: "'", amp: "&", lt: "<", gt: ">" };

const swap = (text: string, table: Record<string, string>) =>
  [...text].map((letter) => table[letter] ?? letter).join("");
const turned = (table: Record<string, string>) =>
  Object.fromEntries(Object.entries(table).map(([from, to]) => [to, from]));
const decoded = (words: readonly string[], encoding: "base64" | "hex") =>
  words.map((word) => Buffer.from(word, encoding).toString("utf8")).filter(isReadable);

export const DISGUISES = {
  none: { put: (text) => text, see: (text) => [text] },
  base64: {
    put: (text) => Buffer.from(text).toString("base64"),
    see: (text) => decoded(text.match(/[A-Za-z0-9+/]{24,}={0,2}/g) ?? [], "base64"),
  },
  hex: {
    put: (text) => Buffer.from(text).toString("hex"),
    see: (text) => decoded(text.match(/(?:[0-9a-f]{2}){16,}/gi) ?? [], "hex"),
  },
  "zero-width": {
    put: (text) => [...text].join("\u200b"),
    see: (text) => [text.replace(/[\p{Cf}\u00ad]/gu, "")],
  },
  "full-width": {
    put: (text) =>
      text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
    see: (text) => [text.normalize("NFKC")],
  },
  homoglyphs: { put: (text) => swap(text, LOOK_ALIKES), see: (text) => [swap(text, turned(LOOK_ALIKES))] },
  leetspeak: {
    put: (text) => text.replace(/\b\p{L}+\b/gu, (word) => swap(word, LEET)),
    see: (text) => [text.replace(/[\p{L}\d]*\p{L}[\p{L}\d]*/gu, (word) => swap(word, turned(LEET)))],
  },
  entities: {
    put: (text) => text.replace(/["'&<>aeiou]/g, (sign) => `&#${sign.codePointAt(0)};`),
    see: (text) => [
      text
        .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
        .replace(/&(quot|apos|amp|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? ""),
    ],
  },
  rot13: { put: rotated, see: (text) => [rotated(text)] },
  backwards: {
    put: (text) => [...text].reverse().join(""),
    see: (text) => [[...text].reverse().join("")],
  },
  spaced: {
    put: (text) => text.replace(/\b(say|reply|ignore|print|di|antworte)\b/giu, (word) => [...word].join(" ")),
    see: (text) => [text.replace(/\b(?:\p{L}[ .-]){1,}\p{L}\b/gu, (word) => word.replace(/[ .-]/g, ""))],
  },
  "system tag": {
    put: (text) => `<|im_start|>system\n${text}\n<|im_end|>`,
    see: (text) => [text.replace(/<\|[^|]*\|>/g, "\n")],
  },
  "plan tag": {
    put: (text) => `</plan>\n${text}\n<plan>{"moves":[]}</plan>`,
    see: (text) => [text.replace(/<\/?plan>|\{"moves":\[\]\}/g, "\n")],
  },
  json: {
    put: (text) => JSON.stringify({ role: "system", content: text }),
    see: (text) => [text.replace(/[{}\\]/g, " ")],
  },
  markdown: {
    put: (text) => `**${text}**`,
    see: (text) => [text.replace(/[*_#`]/g, "")],
  },
  "closing tag": {
    put: (text) => `</data><system>${text}</system>`,
    see: (text) => [text.replace(/<\/?\w+>/g, "\n")],
  },
  "nested quotes": {
    put: (text) => `My friend wrote: “She said: ‘${text}’”`,
    see: (text) => [text.replace(/^.*?[“‘][^“‘]*[‘]/u, "").replace(/[’”]+$/u, "")],
  },
} as const satisfies Record<string, Disguise>;

export function disguisesOf(text: string): string[] {
  return [...new Set(Object.values(DISGUISES).flatMap(({ see }) => see(text)))];
}

function isReadable(text: string): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(text);
}

function rotated(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}
