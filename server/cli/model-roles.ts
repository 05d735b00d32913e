/** The options of commands that let a language model play roles of self-play, and what they tell of it afterwards. */
import { type Command, Option } from "commander";
import type { RoleRun } from "../learn/roles/role-run.ts";
import { CommandFailure } from "./command-failure.ts";
import { configOrFailure } from "./with-store.ts";

export interface RoleOptions {
  withModel?: string;
  record?: string;
  replay?: string;
  tokensMax?: string;
  concurrency?: string;
  threads?: string;
}

export function addRoleOptions(command: Command): Command {
  return command
    .option(
      "--with-model <roles>",
      "who is played by the configured language model: shopper, critic, assistant, with commas between",
    )
    .option(
      "--tokens-max <number>",
      "the most tokens that the model may take; the run ends before it takes more",
    )
    .option("--concurrency <number>", "talks and requests at once, with a model", "8")
    .option("--record <file>", "write each request and answer of the model, as JSON lines")
    .addOption(
      new Option(
        "--replay <file>",
        "take the model's answers from such a file: the same result, without a model",
      ).conflicts(["record", "tokensMax"]),
    );
}

/** Null where the built-in roles play. Fails with a line that says what is missing. */
export async function openRoleRun(options: RoleOptions): Promise<RoleRun | null> {
  const { withModel, replay, record, tokensMax, concurrency, threads } = options;
  if (withModel === undefined && replay === undefined) {
    if (record !== undefined || tokensMax !== undefined)
      throw new CommandFailure("--record and --tokens-max need roles that are played --with-model");
    return null;
  }
  if (threads !== undefined)
    throw new CommandFailure(
      "with a model talks are held on one thread: leave out --threads, --concurrency says how many",
    );
  const atOnce = countOf("--concurrency", concurrency ?? "8", 1);
  const roles = withModel === undefined ? null : await rolesOf(withModel);
  try {
    return replay === undefined
      ? await openLive(roles ?? [], atOnce, options)
      : await openReplay(replay, roles, atOnce);
  } catch (error) {
    throw error instanceof CommandFailure ? error : new CommandFailure(messageOf(error));
  }
}

async function rolesOf(text: string) {
  const { ROLES } = await import("../learn/roles/roles.ts");
  const names = new Set(text.split(",").map((name) => name.trim()));
  const unknown = [...names].find((name) => !ROLES.some((role) => role === name));
  if (unknown !== undefined)
    throw new CommandFailure(
      `--with-model takes ${ROLES.join(", ")}, with commas between, not ${unknown || "nothing"}`,
    );
  return ROLES.filter((role) => names.has(role));
}

async function openLive(
  roles: RoleRun["roles"],
  atOnce: number,
  { record, tokensMax }: RoleOptions,
): Promise<RoleRun> {
  const { model: settings } = configOrFailure();
  if (settings === null)
    throw new CommandFailure(
      "no model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL, or replay a record",
    );
  const [{ openChatModel }, { openLiveRun }] = await Promise.all([
    import("../model/open-chat-model.ts"),
    import("../learn/roles/live-run.ts"),
  ]);
  return openLiveRun({
    roles,
    atOnce,
    model: openChatModel(settings),
    tokensMax: tokensMax === undefined ? null : countOf("--tokens-max", tokensMax, 1),
    ...(record !== undefined && { record }),
  });
}

async function openReplay(file: string, wanted: RoleRun["roles"] | null, atOnce: number): Promise<RoleRun> {
  const { openReplayRun } = await import("../learn/roles/replay-run.ts");
  const run = await openReplayRun(file, atOnce);
  if (wanted !== null && wanted.join() !== run.roles.join())
    throw new CommandFailure(`${file} was recorded --with-model ${run.roles.join(",")}`);
  return run;
}

/** Who was played by what, for a policy's training record: "shopper/1, critic/1 played by gpt-5.4-mini". */
export async function playedBy({ roles, model }: RoleRun): Promise<string> {
  const { PROMPT_VERSIONS } = await import("../learn/roles/roles.ts");
  return `${roles.map((role) => PROMPT_VERSIONS[role]).join(", ")} played by ${model}`;
}

/** What the model's part came to, in lines for people. */
export async function roleLines(run: RoleRun): Promise<string[]> {
  const { tokens, byRole, troubles } = run.figures();
  const count = (number: number) => number.toLocaleString("en-US");
  const parts = Object.entries(byRole).map(([role, { requests, promptTokens, completionTokens }]) => {
    return `${role} ${count(promptTokens + completionTokens)} in ${count(requests)} requests`;
  });
  const all = Object.values(byRole);
  const cached = all.reduce((sum, { cachedTokens }) => sum + cachedTokens, 0);
  const estimated = all.reduce((sum, each) => sum + each.estimated, 0);
  return [
    `${await playedBy(run)}: ${count(tokens)} tokens (${parts.join(", ")}), ${count(cached)} of them cached`,
    ...(estimated > 0
      ? [`the endpoint did not tell the tokens of ${count(estimated)} requests; they are estimated`]
      : []),
    ...Object.entries(troubles).map(
      ([trouble, times]) => `${trouble}, ${count(times)} times; the built-in one went on`,
    ),
  ];
}

export function countOf(option: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new CommandFailure(`${option} must be a whole number from ${least}, not ${text}`);
  return number;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
