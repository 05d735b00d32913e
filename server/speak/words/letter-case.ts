/** Capital or small: titles that shout, values that stand mid-sentence, sentences that begin. */

/** Written in capitals wherever they stand. Lower case here, because attribute names come in lower case. */
const ACRONYMS = new Set(
  (
    "usb led lcd oled qled hdmi ssd hdd ram rom cpu gpu gps spf uv uva uvb tv pc nfc rgb qr vga dvi cd dvd hd uhd hdr fhd " +
    "ips sim lan wan poe bmx mtb abs pvc eva tpu pu ptfe hepa bpa uk us usa eu diy xl xxl xs ac dc ip ipx aa aaa nvme sata " +
    "4k 5g 4g 3g lte nas ups dpi fps anc asmr ce"
  ).split(" "),
);

const SPELLINGS = new Map(
  Object.entries<string>({
    bluetooth: "Bluetooth",
    "wi-fi": "Wi-Fi",
    wifi: "Wi-Fi",
    "usb-c": "USB-C",
  }),
);

/** Names that stand among ordinary words in merchants' values, and stay names. */
const PROPER_WORDS = new Set(
  (
    "android apple bluetooth shimano sram google windows linux mac ios alexa siri samsung galaxy intel amd nvidia kevlar cordura " +
    "vibram lycra teflon velcro tencel gore-tex pantone english french german italian spanish swiss japanese chinese american " +
    "british canadian european dutch danish swedish norwegian finnish scandinavian nordic turkish indian egyptian mexican african " +
    "brazilian australian presta schrader torx allen phillips january february march april june july august september october " +
    "november december monday tuesday wednesday thursday friday saturday sunday christmas easter halloween europe germany france " +
    "italy spain japan china canada sweden norway denmark portugal thunderbolt ethernet zigbee matter netflix spotify kindle"
  ).split(" "),
);

/** Sentence start. A name that is spelled small on purpose ("iPhone", "e.l.f.") keeps its letter. */
export function capitaliseStart(sentence: string): string {
  if (/^[A-Z]/.test(sentence)) return sentence;
  const first = /^[^\p{L}\p{N}]*([\p{L}\p{N}][^\s]*)/u.exec(sentence)?.[1];
  if (first === undefined || /^\p{Ll}\p{Lu}/u.test(first)) return sentence;
  return sentence.replace(/\p{L}|\p{N}/u, (letter) => letter.toUpperCase());
}

/** Values as they stand mid-sentence: "Brushed Aluminium" is lowered, "LED", "MacBook", "M204" and names are not. */
export function lowerOrdinaryWords(text: string, names: ReadonlySet<string> = new Set()): string {
  return text.replace(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu, (word) => lowerOrdinaryWord(word, names));
}

function lowerOrdinaryWord(word: string, names: ReadonlySet<string>): string {
  const lower = word.toLowerCase();
  if (PROPER_WORDS.has(lower) || names.has(lower)) return word;
  const parts = word.split("-");
  const ordinary = parts.every((part) => /^(?:\p{Lu}?[\p{Ll}'’]+)?$/u.test(part) && part.length > 0);
  return ordinary ? lower : word;
}

/** Attribute names arrive in lower case; acronyms in them get their capitals back: "usb ports" is "USB ports". */
export function restoreAcronyms(text: string): string {
  return text
    .split(" ")
    .map(
      (word) =>
        SPELLINGS.get(word) ??
        word
          .split("-")
          .map((part) => (ACRONYMS.has(part) && part !== "us" ? part.toUpperCase() : part))
          .join("-"),
    )
    .join(" ");
}

/** "TRAVEL MUG 500ML WITH LED LID" to "Travel Mug 500ML with LED Lid". Titles in mixed case are left as they are. */
export function calmTitle(title: string): string {
  const letters = title.replace(/[^\p{L}]/gu, "");
  const shouts =
    letters.length >= 6 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  if (!shouts) return title;
  return title
    .split(" ")
    .map((word, index) =>
      index > 0 && SMALL_IN_TITLES.has(word.toLowerCase()) ? word.toLowerCase() : calmWord(word),
    )
    .join(" ");
}

const SMALL_IN_TITLES = new Set([
  "with",
  "and",
  "for",
  "of",
  "in",
  "the",
  "a",
  "an",
  "to",
  "on",
  "by",
  "or",
  "from",
]);

function calmWord(word: string): string {
  return word.replace(/[\p{L}\p{N}.]+/gu, (part) => {
    const isModelCode = /\p{N}/u.test(part) || part.includes(".");
    const isUnpronounceable = part.length <= 4 && !/[AEIOUYÀ-ÖØ-Ý]/u.test(part) && /^[A-Z]+$/.test(part);
    if (isModelCode || isUnpronounceable || ACRONYMS.has(part.toLowerCase())) return part;
    return part.charAt(0) + part.slice(1).toLowerCase();
  });
}
