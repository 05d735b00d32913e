/** Which language a message is in: by its letters, else by the small words that no other language shares. */

import { COMMON_WORDS } from "./english-words.ts";
import { inEnglish } from "./foreign-words.ts";
import type { Message } from "./tokens.ts";

const SCRIPTS: [RegExp, string][] = [
  [/[\u3040-\u30ff]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Devanagari}/u, "hi"],
];

/** Folded words; a word that two languages share counts for both. */
const SMALL_WORDS: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    es: "el la los las un una unos unas de del que y en es por para con sin mas menos muy pero como quiero busco necesito hola gracias cuesta envio maximo busca necesita tiene tienen hay este esta estos cuanto cuesta cual mi algo tienes puedo me gusta quisiera favor si hasta color seria otro otra",
    fr: "le la les un une des du de et en est pour avec sans plus moins tres mais je tu il elle nous vous mon ma mes que qui quoi cherche cherchons voudrais vends veux besoin bonjour merci combien coute avez y a ce cette pas ne oui non chose quel quelle jusqu j ai l d s il plait",
    de: "der die das ein eine einen einem und ist sind fur mit ohne mehr weniger sehr aber ich du er sie wir ihr mein meine suche brauche habt ihr versand nach zwischen mochte hallo danke wie viel kostet haben gibt es nicht kein keine auch oder bis unter uber auf ja nein etwas bitte welche welches was kann zum zur hatte gern gerne",
    it: "il lo la gli le un una uno di del della che e in per con senza piu meno molto ma io cerco vorrei ciao grazie quanto costa avete questo questa non si mia mio qualcosa voglio bisogno",
    pt: "uns umas procuro quero meu minha garrafa o a os as um uma de do da que e em para com sem mais menos muito mas eu procuro quero preciso ola obrigado obrigada quanto custa tem este esta nao sim minha meu algo voce ate gostaria",
    nl: "de het een en is zijn voor met zonder meer minder heel maar ik jij hij zij wij mijn zoek wil graag hallo dank je bedankt hoeveel kost hebben jullie niet geen ook of tot onder ja nee iets welke wat kan naar",
    sv: "en ett och ar for med utan mer mindre mycket men jag du han hon vi min soker vill ha hej tack hur kostar har ni inte ingen ocksa eller under ja nej nagot vilken vad kan till",
    da: "en et og er for med uden mere mindre meget men jeg du han hun vi min soger vil gerne have hej tak hvor koster har ikke ingen ogsa eller under ja nej noget hvilken hvad kan til",
    pl: "i w na z do dla bez jest nie tak szukam chce potrzebuje prosze dziekuje ile kosztuje czy macie ten ta to moja moj cos ktory jaki ponizej lub oraz",
    tr: "bir ve icin ile var mi mu bu su ne kadar istiyorum ariyorum tesekkurler merhaba evet hayir daha az cok ama alti altinda uzeri icin lazim ucretsiz kargo fiyati nedir olan",
  }).map(([language, list]) => [language, new Set(list.split(" "))]),
);

/** Said alike in many languages. */
const INTERNATIONAL = new Set("max min ok okay euro euros hallo stop super normal rapid total".split(" "));
const SMALL_WORD_LENGTH = 2;

/** `isOfCatalog` tells the words that the catalog's own texts are made of: "tent" in an English shop is no Dutch. */
export function readLanguage(message: Message, isOfCatalog: (word: string) => boolean): string {
  return languageOfScript(message.text) ?? languageOfWords(message, isOfCatalog);
}

const COUNTED_SCRIPTS = SCRIPTS.map(([script, language]) => ({
  every: new RegExp(script.source, `g${script.flags}`),
  language,
}));

function languageOfScript(text: string): string | null {
  if (IS_LATIN.test(text)) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const { every, language } of COUNTED_SCRIPTS) {
    const count = text.match(every)?.length ?? 0;
    if (count > 0 && (language === "ja" || language === "uk" || count * 2 > letters || count >= 4))
      return language;
  }
  return null;
}

const IS_LATIN = /^[\0-\u024f\u1e00-\u20cf]*$/;

function languageOfWords(message: Message, isOfCatalog: (word: string) => boolean): string {
  const words = message.tokens.filter((token) => token.kind === "word").map((token) => token.word);
  const english = words.filter((word) => COMMON_WORDS.has(word) && !INTERNATIONAL.has(word)).length;
  let best = "und";
  let bestCount = 0;
  for (const [language, small] of Object.entries(SMALL_WORDS)) {
    const own = words.filter(
      (word) => small.has(word) || (inEnglish(word, language) !== null && !isOfCatalog(word)),
    );
    // A letter or two may be of any language, or a size: by themselves they tell nothing.
    const telling = own.some((word) => word.length > SMALL_WORD_LENGTH);
    const count = telling || own.length > 2 ? own.length : 0;
    if (count > bestCount) {
      best = language;
      bestCount = count;
    }
  }
  // Short words are shared; another language must explain more of the message than English does.
  if (bestCount > english && (bestCount >= 2 || words.length <= 2)) return best;
  return english > 0 ? "en" : "und";
}

/** Whether a word is a small word of the language, and so carries no wish of its own. */
export function isSmallWord(word: string, language: string): boolean {
  return SMALL_WORDS[language]?.has(word) ?? false;
}
