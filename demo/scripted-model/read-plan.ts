/** The plan that a request for a voice holds: a block of JSON between `<plan>` and `</plan>` in the last message. */
import { type ChatBody, textOf } from "./behaviour.ts";

export interface PlanMove {
  move: number;
  /** An instruction, for us and not to be said. */
  do: string;
  /** What to get across, in plain sentences. */
  say: string[];
  /** Ids of the claims that it may use. */
  claims: string[];
}

export interface Plan {
  language: string;
  moves: PlanMove[];
  claims: { id: string; says: string }[];
  invitation: { move: number; kind: string; about: string } | null;
}

const PLAN = /<plan>\s*([\s\S]*?)\s*<\/plan>\s*$/;

/** Null when nothing is to be said by a plan. */
export function readPlan({ messages }: ChatBody): Plan | null {
  const last = messages.at(-1);
  const [, json] = PLAN.exec(last ? textOf(last) : "") ?? [];
  return json === undefined ? null : planOf(parsed(json));
}

/** A message without its plan: what people and other texts say in it. */
export function withoutPlan(text: string): string {
  return text.replace(PLAN, "");
}

function planOf(json: unknown): Plan | null {
  if (!isRecord(json) || !Array.isArray(json.moves)) return null;
  const { language, invitation } = json;
  return {
    language: typeof language === "string" ? language : "English",
    moves: json.moves.filter(isRecord).map((move, index) => ({
      move: typeof move.move === "number" ? move.move : index + 1,
      do: typeof move.do === "string" ? move.do : "",
      say: strings(move.say),
      claims: strings(move.claims),
    })),
    claims: (Array.isArray(json.claims) ? json.claims : []).filter(isRecord).flatMap(({ id, says }) => {
      return typeof id === "string" && typeof says === "string" ? [{ id, says }] : [];
    }),
    invitation: isRecord(invitation)
      ? {
          move: typeof invitation.move === "number" ? invitation.move : json.moves.length,
          kind: String(invitation.kind ?? ""),
          about: String(invitation.about ?? ""),
        }
      : null,
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
