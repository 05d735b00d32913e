import { createInterface } from "node:readline";
import { Command, Option } from "commander";
import type { Config } from "../config.ts";
import { MODES, type Mode } from "../dialogue/strategies.ts";
import type { Site } from "../gateway/ports.ts";
import type { Store } from "../store/open-store.ts";
import { CommandFailure } from "./command-failure.ts";
import { explainTurn } from "./explain-turn.ts";
import { meaningOfSite, modelOfSite, roomsOfSite } from "./site-rooms.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface ChatOptions {
  site: string;
  mode?: Mode;
  policy?: string;
  explain?: boolean;
  seed?: string;
  sku?: string;
}

export function chatCommand(): Command {
  return new Command("chat")
    .description("Talk to the agent in the terminal; nothing of it is stored. Reads lines, also from a pipe.")
    .requiredOption("--site <key>", "the site's key")
    .addOption(new Option("--mode <mode>", "(default: the site's)").choices(MODES))
    .option("--policy <name>", "(default: the site's)")
    .option("--explain", "show what was understood and why the agent said what it said")
    .option("--seed <number>", "the same chance each time")
    .option("--sku <sku>", "begin on this product's page")
    .action((options: ChatOptions) =>
      withStore(async (store, config) => {
        const site = withWishes(await siteOrFailure(store, options.site), options);
        await converse(store, config, site, options);
      }),
    );
}

function withWishes(site: Site, { mode, policy }: ChatOptions): Site {
  return {
    ...site,
    mode: mode ?? site.mode,
    settings: { ...site.settings, policy: policy ?? site.settings.policy },
  };
}

/** The server's own turn code over a log in memory. */
async function converse(
  store: Store,
  config: Config,
  site: Site,
  { explain, seed, sku }: ChatOptions,
): Promise<void> {
  const [{ turnDependencies }, { takeTurn }, { createMemoryLog }, { createStateRecall }, { openPolicy }] =
    await Promise.all([
      import("../turn-rooms.ts"),
      import("../turn/take-turn.ts"),
      import("../turn/memory-log.ts"),
      import("../turn/recall-state.ts"),
      import("../turn/policy-shelf.ts"),
    ]);
  const opening = await openPolicy(store.policies, site.id, site.settings.policy);
  if (!opening.ok)
    throw new CommandFailure(
      `${opening.why}; overture policy list --site ${site.siteKey} shows what there is`,
    );
  const rooms = await roomsOfSite(store, config, site);
  if (sku !== undefined && !rooms.catalog.product(sku))
    throw new CommandFailure(`the catalog has no product ${sku}`);

  const meaning = await meaningOfSite(store, config, site, rooms);
  const log = createMemoryLog();
  const answers = await store.answers.standing(site.id);
  const memory = { log, recall: createStateRecall(log), answers, ...(meaning && { meaning }) };
  const model = await modelOfSite(store, config, site);
  const dependencies = turnDependencies(site, rooms, opening.policy, memory, model);
  let made = 0;
  // A turn draws its chance from its id, so numbered ids make a conversation that can be had again.
  if (seed !== undefined) dependencies.newId = () => `${seed}-${made++}`;
  const conversationId = "chat";
  const page = { url: "terminal:", title: null, sku: sku ?? null };
  log.append(conversationId, {
    type: "conversation-opened",
    mode: site.mode,
    locale: site.locale,
    page,
    visit: 1,
  });

  const speak = async () => {
    let isFarewell = false;
    process.stdout.write(`\n${site.settings.persona.name}: `);
    for await (const signal of takeTurn(dependencies, { conversationId, shouldStop: () => false })) {
      if (signal.type === "sentence") process.stdout.write(signal.text);
      if (signal.type !== "end" || signal.logged.event.type !== "turn-spoken") continue;
      const { turn } = signal.logged.event;
      isFarewell = turn.farewell;
      for (const { title, price, why } of turn.cards)
        process.stdout.write(`\n  □ ${title}, ${price.text} · ${why}`);
      if (turn.replies.length > 0)
        process.stdout.write(`\n  ${turn.replies.map((reply) => `[${reply}]`).join(" ")}`);
      const events = await log.read(conversationId, 0);
      const understood = events.at(-2)?.event;
      if (explain) {
        const messages = understood?.type === "messages-understood" ? understood.messages : [];
        process.stdout.write(
          `\n${explainTurn(
            turn,
            messages.map(({ understanding }) => understanding),
          )}`,
        );
      }
    }
    process.stdout.write("\n");
    return isFarewell;
  };

  await speak();
  const input = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: process.stdin.isTTY,
    prompt: "\n> ",
  });
  if (process.stdin.isTTY) input.prompt();
  for await (const text of input) {
    if (text.trim() === "") continue;
    if (!process.stdin.isTTY) process.stdout.write(`\n> ${text}\n`);
    log.append(conversationId, { type: "message-stored", id: `m${made++}`, text: text.trim() });
    if ((await speak()) && process.stdin.isTTY) break;
    if (process.stdin.isTTY) input.prompt();
  }
  input.close();
}
