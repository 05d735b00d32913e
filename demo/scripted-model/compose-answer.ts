/** What a scripted model says to a request, before it is decided how that is sent. */
import { type Behaviour, type ChatBody, textOf } from "./behaviour.ts";
import { type Chance, pick } from "./chance.ts";
import { inventFalsehood } from "./falsehoods.ts";
import { obeyAnyone } from "./obey-anyone.ts";
import { playRole } from "./play-role.ts";
import { readPlan } from "./read-plan.ts";
import { lineOf, sayPlan } from "./say-plan.ts";

/** Sentences as they were said, without their tags. */
export interface SaidRecord {
  truths: string[];
  /** False by the plan that they were said for. */
  falsehoods: string[];
  /** What texts in requests made it say. */
  obeyed: string[];
}

const OTHER_LANGUAGE = [
  "Das ist eine wirklich gute Wahl für jeden Tag.",
  "Möchten Sie noch etwas anderes darüber wissen?",
] as const;

export function composeAnswer(
  body: ChatBody,
  behaviour: Behaviour,
  chance: Chance,
  record: SaidRecord,
): string {
  const { failure, text, obeysAnyone, falsehoods = 0 } = behaviour;
  if (failure === "empty") return "";
  if (failure === "wrong-language") return OTHER_LANGUAGE.map((sentence) => `[1] ${sentence}`).join("\n");
  if (text !== undefined) return text;
  const plan = readPlan(body);
  const order = obeysAnyone ? obeyAnyone(body) : null;
  if (order !== null) record.obeyed.push(order);
  if (!plan) return order ?? playRole(body, chance) ?? answerWithoutPlan(body);

  const lines = sayPlan(plan, chance).map((line) => {
    const falsehood = chance() < falsehoods ? inventFalsehood(plan, chance) : undefined;
    if (falsehood === undefined) {
      record.truths.push(line.sentence);
      return lineOf(line);
    }
    record.falsehoods.push(falsehood);
    // A claim is replaced; what hands the floor over stays, with the falsehood before it.
    const lie = lineOf({ ...line, sentence: falsehood });
    if (line.claims.length > 0) return lie;
    record.truths.push(line.sentence);
    return `${lie}\n${lineOf(line)}`;
  });
  if (order !== null) lines.unshift(lineOf({ move: plan.moves[0]?.move ?? 1, claims: [], sentence: order }));
  if (failure === "huge-sentence") return hugeSentence(lines.join(" "), chance);
  return behaviour.isUntagged ? lines.map(withoutTag).join(" ") : lines.join("\n");
}

function withoutTag(line: string): string {
  return line.replace(/^\[[^\]]*\] /, "");
}

/** Without an end, longer than any window of a chat. */
function hugeSentence(text: string, chance: Chance): string {
  const words = text.replace(/[.?!\n[\]]/g, "").split(" ");
  return `[1] ${Array.from({ length: 4_000 }, () => pick(words, chance)).join(" ")}`;
}

/** The least that a request's own schema allows, or a word. */
function answerWithoutPlan({ messages, response_format }: ChatBody): string {
  const schema = response_format?.json_schema?.schema;
  if (schema !== undefined) return JSON.stringify(leastOf(schema));
  if (response_format?.type === "json_object") return "{}";
  const last = messages.at(-1);
  return /\bok\b/i.test(last ? textOf(last) : "") ? "OK" : "I see.";
}

function leastOf(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return null;
  const {
    type,
    enum: values,
    const: only,
    properties,
    required,
    anyOf,
    items,
    minItems,
  } = schema as Record<string, unknown>;
  if (only !== undefined) return only;
  if (Array.isArray(values)) return values[0];
  if (Array.isArray(anyOf)) return leastOf(anyOf[0]);
  const kinds = Array.isArray(type) ? type : [type];
  if (kinds.includes("null")) return null;
  switch (kinds[0]) {
    case "object": {
      const known = (properties ?? {}) as Record<string, unknown>;
      const wanted = Array.isArray(required) ? required : Object.keys(known);
      return Object.fromEntries(wanted.map((name: string) => [name, leastOf(known[name])]));
    }
    case "array":
      return Array.from({ length: typeof minItems === "number" ? minItems : 0 }, () => leastOf(items));
    case "number":
    case "integer":
      return 0;
    case "boolean":
      return false;
    default:
      return "";
  }
}
