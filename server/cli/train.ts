import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import type { Dialogue } from "../learn/inspired/dialogues.ts";
import type { ReadDialogues } from "../learn/inspired/read-dialogues.ts";
import type { RecipeFigures, Trained } from "../learn/inspired/train-inspired.ts";
import { CommandFailure } from "./command-failure.ts";
import { printJson, showProgress } from "./print.ts";
import { plannerCommand } from "./train-planner.ts";

export function trainCommand(): Command {
  return new Command("train")
    .description("Fit a policy; the same input and seed give the same file.")
    .addCommand(inspiredCommand())
    .addCommand(plannerCommand());
}

interface InspiredOptions {
  dialogues: string;
  contexts?: string;
  seed: string;
  out: string;
  folds: string;
  repeats: string;
  at?: string;
  json?: boolean;
}

function inspiredCommand(): Command {
  return new Command("inspired")
    .description("Fit the prior to human recommenders, and say how well it foresees them.")
    .requiredOption("--dialogues <file>", "annotated dialogues in INSPIRED's format")
    .option("--contexts <file>", "more dialogues of the kind, without annotations (column full_situation)")
    .option("--seed <seed>", "decides folds and chance", "1")
    .option("--out <file>", "where the policy is written", "inspired.json")
    .option("--folds <n>", "parts of the cross-validation", "5")
    .option("--repeats <n>", "how often it is repeated with other parts", "1")
    .option("--at <time>", "ISO 8601, kept in the training record (default: now)")
    .option(
      "--json",
      "print { version, recipe, recipes: [{ recipe, top1, … }], chosenBlind, withoutActs, yields }",
    )
    .action(async (options: InspiredOptions) => {
      const { trainInspired } = await import("../learn/inspired/train-inspired.ts");
      const read = await readDialogueFile(options.dialogues);
      const contexts = await contextReader(options.contexts, read.kinds);
      const trained = trainInspired({
        dialogues: read.dialogues,
        hash: read.hash,
        contexts: contexts(),
        seed: options.seed,
        at: timeOf(options.at),
        folds: countOf("--folds", options.folds, 2),
        repeats: countOf("--repeats", options.repeats, 1),
        onProgress: (done, of) => showProgress(`fold ${done} of ${of}`),
      });
      showProgress();
      writeFileSync(options.out, `${JSON.stringify(trained.file)}\n`);
      if (options.json) return printTrained(trained);
      for (const remark of read.remarks) process.stdout.write(`note: ${remark}\n`);
      tellTrained(trained, options.out);
    });
}

/** Throws with one line that says what is wrong. */
export async function readDialogueFile(file: string): Promise<ReadDialogues> {
  const { readDialogues } = await import("../learn/inspired/read-dialogues.ts");
  const reading = readDialogues(textOf(file));
  if (!reading.ok) throw new CommandFailure(`${file}: ${reading.error.message}`);
  return reading.read;
}

/** @returns what reads the file when it is first needed; nothing where none is named. Throws with one line. */
export async function contextReader(
  file: string | undefined,
  kinds: readonly string[],
): Promise<() => readonly Dialogue[]> {
  const { readContexts } = await import("../learn/inspired/read-contexts.ts");
  let dialogues: readonly Dialogue[] | null = file === undefined ? [] : null;
  return () => {
    if (dialogues !== null) return dialogues;
    const reading = readContexts(textOf(file ?? ""), kinds);
    if (!reading.ok) throw new CommandFailure(`${file}: ${reading.error.message}`);
    dialogues = reading.dialogues;
    return dialogues;
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new CommandFailure(`${file} cannot be read`);
  }
}

export function countOf(option: string, text: string, least: number): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < least)
    throw new CommandFailure(`${option} takes a whole number of at least ${least}, not ${text}`);
  return count;
}

function timeOf(text: string | undefined): string {
  const time = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(time.getTime())) throw new CommandFailure(`--at takes a time as ISO 8601, not ${text}`);
  return time.toISOString();
}

function printTrained({ file, recipe, figures, chosenBlind, withoutActs, yields }: Trained): void {
  const recipes = [...figures].map(([name, scores]) => ({ recipe: name, ...scores }));
  printJson({ version: file.version, recipe, recipes, chosenBlind, withoutActs, yields });
}

function tellTrained(trained: Trained, out: string): void {
  const { recipe, figures, chosenBlind, withoutActs, yields, file } = trained;
  const lines = [
    ...[...figures].map(([name, scores]) => [name, scores] as const),
    ["recipe chosen by the other folds", chosenBlind] as const,
    [`${recipe}, acts before unknown`, withoutActs] as const,
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  for (const [name, scores] of lines) process.stdout.write(`${name.padEnd(width)}  ${inWords(scores)}\n`);
  const { accuracy, nll, nllOfShare } = yields;
  process.stdout.write(
    `when a turn ends: right ${accuracy.toFixed(3)}, NLL ${nll.toFixed(3)} (from the share alone ${nllOfShare.toFixed(3)})\n`,
  );
  process.stdout.write(`${out}: inspired ${file.version}, ${recipe}\n`);
}

function inWords(scores: RecipeFigures): string {
  return (["top1", "top3", "macroF1", "nll"] as const)
    .map((name) => {
      const [low, high] = [scores[`${name}Low`], scores[`${name}High`]];
      return `${name} ${scores[name].toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
    })
    .join("  ");
}
