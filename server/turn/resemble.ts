/** Whether one sentence says what another does, as far as words tell it; and whether it hands the floor over. */

/** The share of a sentence's telling words that another has, 0 to 1; 0 where it has none. */
export function sharedWords(sentence: string, other: string, names: ReadonlySet<string>): number {
  const wanted = [...tellingWords(sentence)].filter((word) => !names.has(word));
  if (wanted.length === 0) return 0;
  const found = tellingWords(other);
  return wanted.filter((word) => found.has(word)).length / wanted.length;
}

/** Words of four letters and more, and figures; lower-cased, without their commonest endings. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}'’-]*|\d[\d.,]*/gu) ?? [];
  return new Set(
    words
      .map((word) => word.replace(/[.,]+$/, ""))
      .filter((word) => /^\d/.test(word) || word.length > 3)
      .map((word) => word.replace(/(?:['’]\p{L}+|ing|ed|ly|s)$/u, "")),
  );
}

/** An offer or a prompt of a kind that people end with. What is no question hands the floor over by such words. */
export function soundsInviting(sentence: string): boolean {
  return sentence.includes("?") || INVITING.test(sentence.replace(DENIED, " "));
}
/** "The catalog doesn't tell me anything": nobody is asked to tell anything. */
const DENIED = /\b(?:\p{L}+n['’]t|cannot|not|never|no \p{L}+) (?:tell|show|ask) me\b/giu;
const INVITING =
  /\b(?:(?:just |then )?(?:tell|show|ask|write to|message) me|let me know|ask away|just (?:ask|say|tell|shout)|feel free|say the word|give me a (?:shout|hint|word)|(?:happ(?:y|ier)|glad|gladly|pleased|delighted|welcome) to|I(?:['’]d| would) (?:gladly|love to|be)|I (?:can|could|will) (?:also |always |happily |just )?(?:bring|compare|find|give|go|help|keep|look|narrow|put|set|show|take|tell|walk)|I['’]ll|shall I|want me to|would you like|if you(?:['’]d)? (?:like|want|wish|prefer)|take (?:all |your |as )|no (?:rush|hurry)|whenever|come back|I['’]m (?:here|around))\b/i;
