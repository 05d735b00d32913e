/** Which language a message is in: by its letters, else by the small words that no other language shares. */

import { COMMON_WORDS } from "./english-words.ts";
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
    es: "el la los las un una unos unas de del que y en es por para con sin mas menos muy pero como quiero busco necesito hola gracias tiene tienen hay este esta estos cuanto cuesta cual mi algo tienes puedo me gusta quisiera favor si hasta color seria otro otra",
    fr: "le la les un une des du de et en est pour avec sans plus moins tres mais je tu il elle nous vous mon ma mes que qui quoi cherche voudrais veux besoin bonjour merci combien coute avez y a ce cette pas ne oui non chose quel quelle jusqu j ai l d s il plait",
    de: "der die das ein eine einen einem und ist sind fur mit ohne mehr weniger sehr aber ich du er sie wir ihr mein meine suche brauche mochte hallo danke wie viel kostet haben gibt es nicht kein keine auch oder bis unter uber auf ja nein etwas bitte welche welches was kann zum zur hatte gern gerne",
    it: "il lo la gli le un una uno di del della che e in per con senza piu meno molto ma io cerco vorrei ciao grazie quanto costa avete questo questa non si mia mio qualcosa voglio bisogno",
    pt: "o a os as um uma de do da que e em para com sem mais menos muito mas eu procuro quero preciso ola obrigado obrigada quanto custa tem este esta nao sim minha meu algo voce ate gostaria",
    nl: "de het een en is zijn voor met zonder meer minder heel maar ik jij hij zij wij mijn zoek wil graag hallo dank je bedankt hoeveel kost hebben jullie niet geen ook of tot onder ja nee iets welke wat kan naar",
    sv: "en ett och ar for med utan mer mindre mycket men jag du han hon vi min soker vill ha hej tack hur kostar har ni inte ingen ocksa eller under ja nej nagot vilken vad kan till",
    da: "en et og er for med uden mere mindre meget men jeg du han hun vi min soger vil gerne have hej tak hvor koster har ikke ingen ogsa eller under ja nej noget hvilken hvad kan til",
    pl: "i w na z do dla bez jest nie tak szukam chce potrzebuje prosze dziekuje ile kosztuje czy macie ten ta to moja moj cos ktory jaki ponizej lub oraz",
    tr: "bir ve icin ile var mi mu bu su ne kadar istiyorum ariyorum tesekkurler merhaba evet hayir daha az cok ama",
  }).map(([language, list]) => [language, new Set(list.split(" "))]),
);

/** Words a shopper uses that tell the language but carry a wish. */
const SHOP_WORDS: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    es: "hija hijo barato rojo negro bicicleta",
    fr: "cher rouge noir velo",
    de: "gunstig rot schwarz fahrrad tochter sohn billiger",
    it: "figlia figlio rosso nero bici economico",
    pt: "filha filho vermelho preto bicicleta barato",
    nl: "goedkoop rood zwart fiets dochter zoon",
    sv: "billig rod svart cykel",
    da: "billig rod sort cykel",
    pl: "corka syn tani czerwony czarny rower",
    tr: "kizim oglum ucuz kirmizi siyah bisiklet",
  }).map(([language, list]) => [language, new Set(list.split(" "))]),
);

export function readLanguage(message: Message): string {
  const letters = message.text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of SCRIPTS) {
    const count = message.text.match(new RegExp(script.source, `g${script.flags}`))?.length ?? 0;
    if (count > 0 && (language === "ja" || language === "uk" || count * 2 > letters || count >= 4))
      return language;
  }
  const words = message.tokens.filter((token) => token.kind === "word").map((token) => token.word);
  const english = words.filter((word) => COMMON_WORDS.has(word)).length;
  let best = "und";
  let bestCount = 0;
  for (const [language, small] of Object.entries(SMALL_WORDS)) {
    const count = words.filter((word) => small.has(word) || SHOP_WORDS[language]?.has(word)).length;
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
