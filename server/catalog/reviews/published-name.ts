/** What a store publishes of a reviewer's name. */

/**
 * "Mara Klein" is "Mara K.", "MARA" is "Mara", "王小明" is "王**". Empty for e-mail addresses, numbers, links and those who
 * gave no name ("Anonymous", "Verified Buyer"): the voice then speaks of a customer. What it gives back it gives back
 * again, so that a name may pass through twice.
 */
export function publishedName(name: string): string {
  const bare = name
    .normalize("NFC")
    .replace(EMAIL, " ")
    .replace(/[\p{So}\p{Sk}\p{Cf}"“”„«»<>()[\]{}_|/\\#@!?:;+=~^]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (LINK.test(name) || !/\p{L}/u.test(bare) || NAMELESS.test(bare)) return "";
  if (ALREADY_MASKED.test(bare)) return bare;
  const [family = "", given = ""] = bare.split(/\s*,\s*/, 2);
  const words = (given === "" || JUNIOR.test(given) ? family : `${given} ${family}`)
    .replace(/,/g, " ")
    .split(" ")
    .map((word) => word.replace(/\d{2,}$/, "").replace(/^[-.'’*]+|[-'’*]+$/g, ""))
    .filter((word) => /\p{L}/u.test(word));
  while (words.length > 1 && TITLE.test(words[0] ?? "")) words.shift();
  const [first] = words;
  if (first === undefined || NAMELESS.test(first)) return "";
  if (FAMILY_FIRST.test(first)) return `${first.charAt(0)}**`;
  const last = words.slice(1).findLast((word) => !PARTICLE.test(word));
  const called = cased(first).slice(0, LONGEST_NAME);
  return last === undefined ? called : `${called} ${initialOf(last)}.`;
}

const LONGEST_NAME = 30;
const EMAIL = /[^\s@<>()]+@[^\s@<>()]+/g;
const LINK = /https?:|www\.|\.(?:com|net|org|shop|store)\b/i;
/** Scripts that put the family's name first and part it from the given one by no space. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}々]/u;
const ALREADY_MASKED = /^\p{L}\*\*$/u;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|mme|mlle|sr|sra|señora?|dott)\.?$/i;
const JUNIOR = /^(?:jr|sr|ii|iii|phd|md|mba|esq)\.?$/i;
const PARTICLE =
  /^(?:&|and|und|et|y|van|von|de|den|der|del|della|di|da|la|le|zu|el|al|bin|jr\.?|sr\.?|ii|iii)$/i;
const NAMELESS =
  /^(?:(?:an? )?(?:anonym(?:ous|e|o|ous user)?|anónimo|anonimo|аноним|匿名|guest|gast|invité|invitado|(?:amazon|kindle|google|shopify|happy|verified|valued|unknown|ebay|a)? ?(?:customer|buyer|user|shopper|client|purchaser|reviewer|kunde|kundin|cliente)|verified|unknown|none|null|undefined|nan|n a|n\/a|na|test|admin|no name|noname|name|покупатель|пользователь))$/i;

function initialOf(word: string): string {
  return (word.match(/\p{L}\p{M}*/u)?.[0] ?? "").toLocaleUpperCase("en");
}

/** Names shouted or whispered are written as names; "McKay" and "DeShawn" stay. */
function cased(word: string): string {
  const isPlain = word === word.toLowerCase() || (word.length > 2 && word === word.toUpperCase());
  if (!isPlain || word.includes(".")) return word;
  return word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (_, mark: string, letter: string) => {
    return `${mark}${letter.toUpperCase()}`;
  });
}
