/** JSON inside of a prompt, and JSON out of an answer. */

/** No tag can be opened or closed from inside: whatever products and people wrote stays data. */
export function asData(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
}

/** Models without structured output like to put words or fences around it. Throws a SyntaxError where there is no JSON. */
export function jsonIn(answer: string): unknown {
  const [first, last] = [answer.indexOf("{"), answer.lastIndexOf("}")];
  return JSON.parse(first === -1 || last < first ? answer : answer.slice(first, last + 1));
}

export function shortened(text: string, length: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= length ? plain : `${plain.slice(0, length - 1)}…`;
}
