import { readFileSync } from "node:fs";
import { z } from "zod";
import { CommandFailure } from "./command-failure.ts";

/** A file that says which column holds which field. */
export function readColumnMap(file: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new CommandFailure(`${file} is not a JSON object of field names and column names`);
  }
}
