import { createReadStream, existsSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import type { z } from "zod";
import { CommandFailure } from "./command-failure.ts";

/**
 * Answers each JSON line of a file, or of standard input, with one JSON line. A line that can't be read is answered with
 * `{ error: { code, message, line } }`, the others go on, and the exit code tells that there was one. Empty lines are passed over.
 */
export async function answerJsonLines<Input>(
  file: string | undefined,
  schema: z.ZodType<Input>,
  answer: (input: Input) => object,
): Promise<void> {
  let line = 0;
  for await (const text of readLines(file)) {
    line += 1;
    if (text.trim() === "") continue;
    const result = answerLine(text, schema, answer);
    if ("problem" in result) process.exitCode = 1;
    const output = "problem" in result ? { error: { ...result.problem, line } } : result.answered;
    process.stdout.write(`${JSON.stringify(output)}\n`);
  }
}

/** Lines of a file or of standard input, without their ends. */
export function readLines(file: string | undefined): AsyncIterable<string> {
  if (file !== undefined && !existsSync(file)) throw new CommandFailure(`there is no file ${file}`);
  if (file !== undefined && statSync(file).isDirectory()) throw new CommandFailure(`${file} is a folder`);
  const input = file === undefined ? process.stdin : createReadStream(file, "utf8");
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

function answerLine<Input>(
  text: string,
  schema: z.ZodType<Input>,
  answer: (input: Input) => object,
): { answered: object } | { problem: { code: string; message: string } } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: { code: "line/not-json", message: "the line is not JSON" } };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { answered: answer(parsed.data) };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "";
  return {
    problem: {
      code: "line/invalid",
      message: `${where === "" ? "" : `${where}: `}${issue?.message ?? "wrong shape"}`,
    },
  };
}
