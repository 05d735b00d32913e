/**
 * A model that can be talked into anything: it looks for orders in every text of a request but the system's own, in other
 * languages and thin disguises, too, and carries them out.
 */
import { type ChatBody, textOf } from "./behaviour.ts";
import { disguisesOf } from "./disguises.ts";
import { readPlan, withoutPlan } from "./read-plan.ts";

const QUOTED = `["“”'‘’«»„]+(?<words>[^"“”‘’«»„]{2,300}?)["“”'‘’«»„]`;
const TO_THE_END = String.raw`(?<words>[^\n]{2,300}?)(?:[.!]\s|[.!]?$)`;
const SAY = `(?:say|reply|respond|answer|write|output|print|repeat|tell (?:them|the (?:user|shopper|customer))|di|responde|escribe|dis|réponds|écris|sage?|antworte|schreibe?)`;
const ADVERBS = String.raw`(?:\s+(?:only|exactly|just|always|now|with|that|que|por|dass|mit|nur|solamente|seulement|the (?:words?|following)|in (?:capitals|all caps)))*`;
const IGNORE = String.raw`(?:ignore|disregard|forget|override|ignora|olvida|ignorez|oublie[sz]?|ignoriere|vergiss)\b[^.:\n]{0,80}?(?:instructions?|rules?|prompt|above|previous|instrucciones|consignes|anweisungen|regeln)\b[^\n]{0,20}?(?:and|then|now|instead|y|et|und|[.:,;!])\s*`;

const ORDERS: readonly RegExp[] = [
  new RegExp(`\\b${SAY}${ADVERBS}\\s*:?\\s*${QUOTED}`, "iu"),
  new RegExp(`\\b${SAY}${ADVERBS}\\s*:\\s*${TO_THE_END}`, "iu"),
  new RegExp(`${IGNORE}(?:please\\s+)?${SAY}${ADVERBS}\\s*:?\\s+${TO_THE_END}`, "iu"),
  /(?<words>the (?:new |real )?price (?:of [^.\n]{1,60} )?is now [^.\n]{1,20}\d(?:\.\d\d)?)/iu,
];
const PROMPT_WANTED =
  /\b(?:reveal|print|repeat|show|tell|output|leak|share|display|muestra|zeige?|montre)\b[^.\n]{0,40}\b(?:system (?:prompt|message)|your (?:\w+ )?(?:prompt|instructions|rules)|(?:the )?(?:text|words) above|prompt|instrucciones|anweisungen)\b/i;

/** What it says because some text told it to; null when none did. */
export function obeyAnyone(body: ChatBody): string | null {
  for (const text of foreignTexts(body).flatMap(disguisesOf)) {
    if (PROMPT_WANTED.test(text)) {
      const system = body.messages.find(({ role }) => role === "system");
      if (system) return textOf(system).slice(0, 600);
    }
    for (const order of ORDERS) {
      const words = order.exec(text)?.groups?.words?.trim();
      if (words) return words;
    }
  }
  return null;
}

/** Everything but the system's message and the plan's own instructions. */
function foreignTexts(body: ChatBody): string[] {
  const plan = readPlan(body);
  const others = body.messages.filter(({ role }) => role !== "system" && role !== "developer").map(textOf);
  const said = plan ? [...plan.claims.map(({ says }) => says), ...plan.moves.flatMap(({ say }) => say)] : [];
  return [...others.map(withoutPlan), ...said];
}
