/** Which language a sentence is in, as far as its letters and small words tell; null when they do not. */
export function languageOf(text: string): string | null {
  for (const [script, language] of SCRIPTS) if (script.test(text)) return language;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: string | null = null;
  let most = 0;
  let second = 0;
  for (const [language, smallWords] of SMALL_WORDS) {
    const count = words.reduce((sum, word) => sum + (smallWords.has(word) ? 1 : 0), 0);
    if (count > most) [best, second, most] = [language, most, count];
    else if (count > second) second = count;
  }
  return most > second ? best : null;
}

const SCRIPTS: [RegExp, string][] = [
  [/[\u3040-\u30ff]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Devanagari}/u, "hi"],
];

const SMALL_WORDS: [string, Set<string>][] = Object.entries({
  en: "the a an and or is are was were it its i my me we our you your they this that these those of to in on for with without not no so very too have has had be been as at by from after before when if just really even than then all would will can could did do does don didn doesn't great good love loved perfect easy well",
  de: "der die das ein eine einen einem und oder ist sind war waren es ich mein meine wir sie nicht kein keine so sehr zu zum zur mit ohne für auf von im in auch wie wenn nach bei aber hat habe haben wird sich gut super schön schnell",
  fr: "le la les un une des du de et ou est sont était il elle je mon ma mes nous vous pas ne plus très trop avec sans pour sur dans ce cette ces qui que au aux bien mais",
  es: "el la los las un una unos de del y o es son era lo yo mi mis nos no muy más con sin para por en que se me al pero buen buena todo",
  it: "il lo la gli le un una di del della e o è sono era mi mio mia non molto più con senza per in che si al ma bene tutto",
  pt: "o a os as um uma de do da e ou é são era eu meu minha não muito mais com sem para por em que se ao mas bom boa tudo",
  nl: "de het een en of is zijn was ik mijn wij niet geen zo heel erg te met zonder voor op van in ook als na bij maar heeft heb goed mooi",
  sv: "en ett och eller är var det jag min vi inte så mycket för med utan på av i som men har bra",
  da: "en et og eller er var det jeg min vi ikke så meget for med uden på af i som men har god",
  pl: "i lub jest są był to ja mój nie tak bardzo za z bez dla na w jak ale ma się dobry",
}).map(([language, words]) => [language, new Set(words.split(" "))]);
