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
