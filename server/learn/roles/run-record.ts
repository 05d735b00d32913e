/**
 * A run as a file of JSON lines: first what it was made with, then each request with its answer, in the order they came to an
 * end. By its talk, its role and its number in that talk an answer is found again, whatever ran beside it.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { ChatRequest, ModelUsage } from "../../model/chat-model.ts";
import { MODEL_TROUBLES } from "../../model/model-trouble.ts";
import { PROMPT_VERSIONS, ROLES, type Role } from "./roles.ts";
import { RunOver } from "./run-over.ts";

const FORMAT = "overture-roles/1";

const headerSchema = z.object({
  format: z.literal(FORMAT),
  /** Safe to show: no key. */
  endpoint: z.string(),
  model: z.string(),
  roles: z.array(z.enum(ROLES)),
  prompts: z.record(z.string(), z.string()),
});
const usageSchema = z.object({
  promptTokens: z.number(),
  completionTokens: z.number(),
  cachedTokens: z.number(),
  isEstimated: z.boolean(),
}) satisfies z.ZodType<ModelUsage>;
const exchangeSchema = z.object({
  talk: z.string(),
  role: z.enum(ROLES),
  /** From 0, within the talk and the role. */
  at: z.number().int(),
  request: z.looseObject({}),
  /** As far as it came and was listened to. */
  answer: z.string(),
  trouble: z.object({ code: z.enum(MODEL_TROUBLES), detail: z.string().exactOptional() }).nullable(),
  usage: usageSchema.nullable(),
});
/** Of a talk that counts for nothing, because the run's tokens were spent before its end. */
const droppedSchema = z.object({ talk: z.string(), dropped: z.literal("tokens-spent") });
const lineSchema = z.union([exchangeSchema, droppedSchema]);

export type RecordHeader = Pick<z.infer<typeof headerSchema>, "endpoint" | "model" | "roles">;
export type RecordedExchange = Omit<z.infer<typeof exchangeSchema>, "request"> & { request: ChatRequest };
export type KeptAnswer = Pick<RecordedExchange, "answer" | "trouble" | "usage"> & { line: number };

export interface RunRecorder {
  write(exchange: RecordedExchange): void;
  drop(talk: string): void;
  close(): void;
}

/** Throws a `RunOver` where the file is there already or cannot be written: what was paid for is not written over. */
export function openRunRecorder(path: string, header: RecordHeader): RunRecorder {
  const attempt = <Result>(what: () => Result): Result => {
    try {
      return what();
    } catch (error) {
      const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
      const why = isThere ? "is there already; name another file" : `cannot be written (${String(error)})`;
      throw new RunOver("roles/record-fails", `${path} ${why}`, { cause: error });
    }
  };
  const file = attempt(() => openSync(path, "wx"));
  const write = (line: object) => void attempt(() => writeSync(file, `${JSON.stringify(line)}\n`));
  write({ format: FORMAT, ...header, prompts: promptsOf(header.roles) });
  return { write, drop: (talk) => write({ talk, dropped: "tokens-spent" }), close: () => closeSync(file) };
}

export interface RunRecord {
  header: RecordHeader;
  /** Null where the record has no such request; throws a `RunOver` where it has another in its place. */
  answer(talk: string, role: Role, at: number, request: ChatRequest): KeptAnswer | null;
  isDropped(talk: string): boolean;
  /** What the requests of a talk took. */
  spentOn(talk: string): { role: Role; usage: ModelUsage }[];
}

/** Throws a `RunOver` with the line that is wrong, or when the record is of other prompts. A last line that was cut off is passed over. */
export async function readRunRecord(path: string): Promise<RunRecord> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new RunOver("roles/record-fails", `${path} cannot be read (${String(error)})`, { cause: error });
  });
  const lines = text.split("\n").slice(0, -1);
  const header = parse(headerSchema, lines[0] ?? "", `${path} is no record of a run`);
  const outdated = header.roles.find((role) => header.prompts[role] !== PROMPT_VERSIONS[role]);
  if (outdated !== undefined)
    throw new RunOver(
      "roles/other-run",
      `${path} was made with the prompt ${header.prompts[outdated]} of the ${outdated}; here it is ${PROMPT_VERSIONS[outdated]}`,
    );
  const answers = new Map<string, KeptAnswer & { asked: string }>();
  const spent = new Map<string, { role: Role; usage: ModelUsage }[]>();
  const dropped = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const read = parse(lineSchema, line, `line ${index + 1} of ${path} cannot be read`);
    if ("dropped" in read) dropped.add(read.talk);
    else {
      const { talk, role, at, request, answer, trouble, usage } = read;
      answers.set(placeOf(talk, role, at), {
        answer,
        trouble,
        usage,
        line: index + 1,
        asked: digestOf(request),
      });
      if (usage !== null) spent.set(talk, [...(spent.get(talk) ?? []), { role, usage }]);
    }
  }
  return {
    header,
    answer(talk, role, at, request) {
      const kept = answers.get(placeOf(talk, role, at));
      if (kept && kept.asked !== digestOf(request))
        throw new RunOver(
          "roles/other-run",
          `line ${kept.line} of ${path} holds another request of the ${role} in talk ${talk}: it was recorded with other settings, another catalog or other code`,
        );
      return kept ?? null;
    },
    isDropped: (talk) => dropped.has(talk),
    spentOn: (talk) => spent.get(talk) ?? [],
  };
}

function promptsOf(roles: readonly Role[]): Partial<Record<Role, string>> {
  return Object.fromEntries(roles.map((role) => [role, PROMPT_VERSIONS[role]]));
}

function parse<Schema extends z.ZodType>(schema: Schema, line: string, why: string): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    throw new RunOver("roles/record-fails", why, { cause: error });
  }
}

function placeOf(talk: string, role: Role, at: number): string {
  return `${role} ${at} ${talk}`;
}

/** Whole requests of a long run would fill the memory. */
function digestOf(request: object): string {
  return createHash("sha256").update(JSON.stringify(request)).digest("base64");
}
