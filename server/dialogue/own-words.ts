/** Words that a merchant puts into the agent's mouth, as sentences: each is checked, and said, on its own. */
export function ownSentences(text: string): string[] {
  const sentences = text.trim().split(/(?<=[.!?…]["”’)]?)\s+/u);
  return sentences.flatMap((sentence) => {
    const words = sentence.trim();
    if (words === "") return [];
    return /[\p{L}\p{N}]$/u.test(words) ? [`${words}.`] : [words];
  });
}

/** "AI", or the word for it in another language. */
export const NAMES_MACHINE =
  /(?<!\p{L})(?:AI|A\.I\.|KI|IA|ИИ|artificial intelligence|künstliche Intelligenz|intelligence artificielle|inteligencia artificial|intelligenza artificiale|inteligência artificial|kunstmatige intelligentie|chat ?bot|robot|software|computer program(?:me)?)(?!\p{L})|人工智能|人工知能|인공지능/iu;

const MACHINE =
  "(?:ai|a\\.i\\.|chat ?bots?|bots?|robots?|machines?|computers?|(?:computer )?programs?|software)";
const DENIAL = new RegExp(
  `(?:\\b(?:not|no|never|without)|n['’]t)(?: (?!but\\b)\\w+){0,3} ${MACHINE}(?!\\w)`,
  "i",
);

/** "You're not chatting with an AI", whatever else is said; "an AI, not a person" denies nothing. */
export function deniesMachine(text: string): boolean {
  return DENIAL.test(text.replaceAll(/\s+/g, " "));
}

const SPEAKER = "\\b(?:i['’]m|i am|you(?:['’]re| are) (?:talking|chatting|speaking|writing) (?:to|with))";
const END = "(?= ?(?:[,.;:!?—–)-]|$|and\\b|but\\b|here\\b))";
const HUMAN_SPEAKER = new RegExp(
  `${SPEAKER}(?: (?!not\\b|no\\b|never\\b|ai\\b)\\w+){0,2} (?:humans?|(?:real|actual|living|human) (?:person|people|beings?)|a person)\\b` +
    `|(?:${SPEAKER}|\\b(?:we['’]re|we are)) (?:not|no) (?:just )?(?:an? )?${MACHINE}${END}` +
    `|\\bno ${MACHINE} (?:here|answers?|writes?|talks?)\\b`,
  "i",
);

/** What nobody may have the agent say of who talks with the shopper, not even as somebody else's words [GRD-5]. */
export function claimsHumanSpeaker(text: string): boolean {
  return HUMAN_SPEAKER.test(text.replaceAll(/\s+/g, " "));
}
