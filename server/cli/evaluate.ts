import { Command } from "commander";
import type { PolicyScores } from "../learn/inspired/score-policies.ts";
import { CommandFailure } from "./command-failure.ts";
import { printJson, showProgress } from "./print.ts";
import { contextReader, countOf, readDialogueFile } from "./train.ts";

interface EvaluateOptions {
  dialogues: string;
  contexts?: string;
  policy?: string[];
  seed: string;
  folds: string;
  json?: boolean;
}

export function evaluateCommand(): Command {
  return new Command("evaluate")
    .description(
      "Say how well policies foresee what human recommenders did next. Dialogues that a policy was fitted on are scored by cross-validation.",
    )
    .requiredOption("--dialogues <file>", "annotated dialogues in INSPIRED's format")
    .option("--policy <name...>", "which policies (default: all that ship)")
    .option(
      "--contexts <file>",
      "the unannotated dialogues that `train inspired` was given, for cross-validation",
    )
    .option("--seed <seed>", "decides the folds", "1")
    .option("--folds <n>", "parts of the cross-validation", "5")
    .option(
      "--json",
      "print { policies: [{ name, version, n, top1, top3, macroF1, weightedF1, nll, entropy, top1Low, top1High, …, calibrationError, how }], remarks }",
    )
    .action(async ({ policy: names, ...options }: EvaluateOptions) => {
      const [{ findPolicy, POLICY_NAMES }, { scorePolicy }] = await Promise.all([
        import("../strategy/policies/find-policy.ts"),
        import("../learn/inspired/score-policies.ts"),
      ]);
      const wanted = (names ?? POLICY_NAMES).map((name) => {
        const policy = findPolicy(name);
        if (!policy)
          throw new CommandFailure(`no policy is called ${name}; there are ${POLICY_NAMES.join(", ")}`);
        return policy;
      });
      const folds = countOf("--folds", options.folds, 2);
      const read = await readDialogueFile(options.dialogues);
      const contexts = await contextReader(options.contexts, read.kinds);
      const policies = wanted.map((policy) =>
        scorePolicy(policy, {
          dialogues: read.dialogues,
          contexts,
          folds,
          seed: options.seed,
          onProgress: (done, of) => showProgress(`${policy.name}: fold ${done} of ${of}`),
        }),
      );
      showProgress();
      if (options.json) return printJson({ policies, remarks: read.remarks });
      for (const remark of read.remarks) process.stdout.write(`note: ${remark}\n`);
      for (const scores of policies) tell(scores);
    });
}

function tell(scores: PolicyScores): void {
  const { name, version, n, how, entropy, weightedF1, calibrationError } = scores;
  process.stdout.write(`${name} ${version}, ${n} utterances; ${how}\n`);
  for (const figure of ["top1", "top3", "macroF1", "nll"] as const) {
    const [low, high] = [scores[`${figure}Low`], scores[`${figure}High`]];
    process.stdout.write(
      `  ${figure.padEnd(12)}${scores[figure].toFixed(3)}  [${low.toFixed(3)}, ${high.toFixed(3)}]\n`,
    );
  }
  process.stdout.write(
    `  weightedF1  ${weightedF1.toFixed(3)}   entropy ${entropy.toFixed(2)} nats   calibration error ${calibrationError.toFixed(3)}\n`,
  );
}
