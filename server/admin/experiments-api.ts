/** `/api/admin/experiments`: the life of experiments. Errors say why something is not done, and the way out. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Experiment, ExperimentBook } from "../experiment/ports.ts";
import type { Outcome, Refusal, RefusalCode } from "../experiment/refusal.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";
import type { ExperimentDesk } from "./experiment-desk.ts";

const BODY_MAX_BYTES = 2 ** 18;

const by = z.string().trim().min(1).max(200).default("api").describe("Who does it, for the list of changes");
const name = z.string().trim().min(1).max(200).optional();
const note = z.string().trim().max(2_000).default("");
const force = z.boolean().default(false);
export const actionBodies = {
  create: z.strictObject({ key: z.string().min(1).max(100).optional(), name, plan: z.unknown(), by }),
  change: z.strictObject({ name, plan: z.unknown().optional(), by }),
  size: z.strictObject({ plan: z.unknown(), coverage: z.number().min(0.0001).max(1).default(1) }),
  start: z.strictObject({
    coverage: z.number().default(1).describe("The share of the visitors to begin with"),
    by,
  }),
  ramp: z.strictObject({ coverage: z.number(), by }),
  pause: z.strictObject({ note, by }),
  resume: z.strictObject({ by }),
  stop: z.strictObject({
    arm: z.string().nullable().default(null).describe("The winner; null chooses none"),
    note,
    by,
  }),
  archive: z.strictObject({ by }),
  ship: z.strictObject({
    arm: z.string().nullable().default(null).describe("Another one than was chosen at the stop"),
    force,
    by,
  }),
  unship: z.strictObject({ force: force.describe("Also over settings that were changed since"), by }),
};

/** `load` gives the desk when it is first wanted: a server where nobody plans anything need not know how. */
export function createExperimentsApi(
  book: ExperimentBook,
  load: () => Promise<ExperimentDesk>,
): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  api.use(
    "/experiments/*",
    bodyLimit({
      maxSize: BODY_MAX_BYTES,
      onError: (context) =>
        adminError(context, 413, "payload/too-large", `A plan has up to ${BODY_MAX_BYTES} bytes.`),
    }),
  );

  api.get("/experiments", async (context) => {
    const experiments = await book.list(context.get("site").id);
    return context.json({ experiments: experiments.map(shown) });
  });
  api.post("/experiments", (context) =>
    withBody(context, actionBodies.create, async ({ by, ...draft }, siteId) =>
      answer(context, await (await load()).create(siteId, draft, by), 201),
    ),
  );
  api.post("/experiments/size", (context) =>
    withBody(context, actionBodies.size, async ({ plan, coverage }, siteId) =>
      answer(context, await (await load()).sizeOfPlan(siteId, plan, coverage)),
    ),
  );
  api.get("/experiments/:key", async (context) => {
    const siteId = context.get("site").id;
    const experiment = await book.read(siteId, context.req.param("key"));
    if (!experiment) return unknown(context);
    const interacting = await book.interacting(siteId, experiment.key);
    return context.json({ experiment: shown(experiment), interacting });
  });
  api.patch("/experiments/:key", (context) =>
    withBody(context, actionBodies.change, async ({ by, ...draft }, siteId) =>
      answer(context, await (await load()).change(siteId, context.req.param("key"), draft, by)),
    ),
  );
  api.delete("/experiments/:key", async (context) => {
    const removed = await book.remove(context.get("site").id, context.req.param("key"));
    return removed.ok ? context.json({ removed: true }) : refusal(context, removed.refusals);
  });
  api.get("/experiments/:key/changes", async (context) => {
    const siteId = context.get("site").id;
    const key = context.req.param("key");
    if (!(await book.read(siteId, key))) return unknown(context);
    return context.json({ changes: await book.changes(siteId, key) });
  });
  api.get("/experiments/:key/size", async (context) =>
    answer(context, await (await load()).size(context.get("site").id, context.req.param("key"))),
  );

  action("start", actionBodies.start, async (siteId, key, { coverage, by }) =>
    (await load()).start(siteId, key, coverage, by),
  );
  action("ramp", actionBodies.ramp, (siteId, key, { coverage, by }) => book.ramp(siteId, key, coverage, by));
  action("pause", actionBodies.pause, (siteId, key, { note, by }) => book.pause(siteId, key, by, note));
  action("resume", actionBodies.resume, (siteId, key, { by }) => book.resume(siteId, key, by));
  action("stop", actionBodies.stop, async (siteId, key, decision) =>
    (await load()).stop(siteId, key, decision),
  );
  action("archive", actionBodies.archive, (siteId, key, { by }) => book.archive(siteId, key, by));
  action("ship", actionBodies.ship, (siteId, key, { arm, force: isForced, by }) =>
    book.ship(siteId, key, { arm, isForced, by }),
  );
  action("unship", actionBodies.unship, (siteId, key, { force: isForced, by }) =>
    book.unship(siteId, key, { isForced, by }),
  );
  return api;

  function action<Schema extends z.ZodType>(
    verb: string,
    schema: Schema,
    act: (siteId: string, key: string, body: z.output<Schema>) => Promise<Outcome<object>>,
  ): void {
    api.post(`/experiments/:key/${verb}`, (context) =>
      withBody(context, schema, async (body, siteId) =>
        answer(context, await act(siteId, context.req.param("key"), body)),
      ),
    );
  }
}

/** An action without a body is one with nothing said. */
async function withBody<Schema extends z.ZodType>(
  context: Context<AdminVariables>,
  schema: Schema,
  work: (body: z.output<Schema>, siteId: string) => Promise<Response>,
): Promise<Response> {
  const text = await context.req.text();
  const json = parsed(text.trim() === "" ? "{}" : text);
  if (json === undefined) return adminError(context, 400, "payload/invalid", "The body is not JSON.");
  const actor = context.get("actor");
  const isActed = schema instanceof z.ZodObject && "by" in schema.shape;
  // Whoever is signed in does it in their own name.
  const body = schema.safeParse(
    isActed && actor.kind === "member" ? inNameOf(actor.member.email, json) : json,
  );
  if (body.success) {
    const { plan: _, ...told } = body.data as Record<string, unknown>;
    context.set("told", told);
    return work(body.data, context.get("site").id);
  }
  const [issue] = body.error.issues;
  const where = issue?.path.join(".") || "The body";
  return adminError(context, 400, "payload/invalid", `${where}: ${issue?.message ?? "it is malformed"}.`);
}

function inNameOf(email: string, json: unknown): unknown {
  return typeof json === "object" && json !== null && !Array.isArray(json) ? { ...json, by: email } : json;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What was answered, without `ok`: an HTTP status says that. */
function answer(context: Context, outcome: Outcome<object>, status: 200 | 201 = 200): Response {
  if (!outcome.ok) return refusal(context, outcome.refusals);
  const { ok: _, ...result } = outcome;
  return context.json(
    "experiment" in result ? { ...result, experiment: shown(result.experiment as Experiment) } : result,
    status,
  );
}

/** The first of the refusals is the error; all of them stand beside it. */
function refusal(context: Context, refusals: readonly [Refusal, ...Refusal[]]): Response {
  const [{ code, message }] = refusals;
  return context.json({ error: { code, message }, refusals }, statusOf(code));
}

const MALFORMED: readonly RefusalCode[] = [
  "experiment/key-malformed",
  "experiment/coverage-outside",
  "experiment/arm-unknown",
];

function statusOf(code: RefusalCode): 400 | 404 | 409 {
  if (code === "experiment/unknown") return 404;
  return code.startsWith("plan/") || MALFORMED.includes(code) ? 400 : 409;
}

function unknown(context: Context): Response {
  return refusal(context, [{ code: "experiment/unknown", message: "The site has no such experiment." }]);
}

/** The site's id is of no use outside. */
export function shown({ siteId: _, ...experiment }: Experiment): Omit<Experiment, "siteId"> {
  return experiment;
}
