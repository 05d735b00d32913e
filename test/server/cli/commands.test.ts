/** The commands, through the launcher, over the real store. */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCRIPTED_EMBEDDINGS, startScriptedModel } from "../../../demo/scripted-model/scripted-model.ts";
import { readConfig } from "../../../server/config.ts";
import { signVisitorToken } from "../../../server/gateway/visitor-token.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { policyFile } from "../../support/policy-file.ts";
import { type Environment, runOverture, serveOverture } from "./run-overture.ts";

let database: TestDatabase;
let environment: Environment;
let folder: string;
let siteKey: string;
let secretKey: string;

const CATALOG = {
  products: [
    {
      sku: "T1",
      title: "Fen Two-Person Tent",
      brand: "Larkfell",
      price: 240,
      currency: "USD",
      url: "/t1",
      categories: ["Tents"],
      attributes: { weight: "2.1 kg", colour: "green" },
    },
    {
      sku: "T2",
      title: "Moor Three-Person Tent",
      brand: "Larkfell",
      price: 320,
      currency: "USD",
      url: "/t2",
      categories: ["Tents"],
      attributes: { weight: "3.4 kg", colour: "red" },
    },
    {
      sku: "S1",
      title: "Kettle Gas Stove",
      brand: "Ashdown",
      price: 60,
      currency: "USD",
      url: "/s1",
      categories: ["Stoves"],
      attributes: { weight: "0.3 kg" },
    },
  ],
};

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "overture-cli-"));
  environment = { DATABASE_URL: database.databaseUrl, OVERTURE_DATA_DIR: join(folder, "data") };
  const created = await overture(
    "site",
    "create",
    "--name",
    "Test shop",
    "--origin",
    "https://shop.example",
    "--json",
  );
  ({ siteKey, secretKey } = JSON.parse(created.stdout));
  writeFileSync(join(folder, "catalog.json"), JSON.stringify(CATALOG));
  await overture("catalog", "import", join(folder, "catalog.json"), "--site", siteKey);
}, 60_000);
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const overture = (...args: string[]) => runOverture(args, environment);
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe("every command", () => {
  const COMMANDS = [
    [],
    ["serve"],
    ["demo"],
    ["migrate"],
    ["site"],
    ["site", "create"],
    ["site", "list"],
    ["site", "rotate-key"],
    ["site", "set"],
    ["member", "add"],
    ["catalog"],
    ["catalog", "import"],
    ["catalog", "search"],
    ["catalog", "imports"],
    ["catalog", "confirm"],
    ["catalog", "discard"],
    ["feed"],
    ["feed", "set"],
    ["feed", "show"],
    ["feed", "pull"],
    ["feed", "remove"],
    ["catalog", "facets"],
    ["catalog", "embed"],
    ["chat"],
    ["understand"],
    ["guard"],
    ["export"],
    ["erase"],
  ];
  test("has --help", async () => {
    for (const command of COMMANDS) {
      const { code, stdout } = await runOverture([...command, "--help"]);
      expect([command, code]).toEqual([command, 0]);
      expect(stdout).toContain("Usage: overture");
    }
  });

  test.each([
    ["an unknown command", ["fly"], "unknown command 'fly'"],
    ["a missing option", ["site", "create", "--name", "X"], "required option '--origin"],
    [
      "an origin that is none",
      ["site", "create", "--name", "X", "--origin", "shop.example"],
      "not an origin",
    ],
    [
      "a currency that is none",
      ["site", "create", "--name", "X", "--origin", "https://a.example", "--currency", "XQZ"],
      "not an ISO 4217",
    ],
    ["a site that is not there", ["chat", "--site", "pk_nobody"], "no site has the key pk_nobody"],
    [
      "a file that is not there",
      ["catalog", "import", "nothing.json", "--site", "pk"],
      "there is no file nothing.json",
    ],
    ["a port that is none", ["serve", "--port", "70000"], "--port"],
    ["a port without a number", ["serve", "--port", ""], "--port"],
    ["neither query nor file", ["catalog", "search", "--site", "pk"], "either a query or --queries"],
  ])("answers %s with one line and an exit code", async (_name, args, complaint) => {
    const { code, stdout, stderr } = await overture(...args);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr.split("\n")[0]).toContain(complaint);
    expect(stderr).not.toContain("    at ");
  });

  test("names each variable that is wrong", async () => {
    const { code, stderr } = await runOverture(["migrate"], {
      PORT: "many",
      DATABASE_URL: "mysql://x",
      LOG_LEVEL: "loud",
    });
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    for (const name of [
      "PORT must be a whole number",
      "DATABASE_URL must be a URL",
      "LOG_LEVEL must be one of",
    ]) {
      expect(stderr).toContain(name);
    }
  });
});

test("an .env that is no file is told in one line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "overture-env-"));
  mkdirSync(join(folder, ".env"));
  const unreadable = await runOverture(["site", "list"], {}, "", folder);
  rmSync(folder, { recursive: true });
  expect(unreadable).toEqual({ code: 1, stdout: "", stderr: "overture: .env is there and cannot be read\n" });
});

describe("site", () => {
  test("create gives keys, list shows it without its secret, rotate-key changes only the secret", async () => {
    expect(siteKey).toMatch(/^pk_/);
    const { stdout } = await overture("site", "list", "--json");
    expect(JSON.parse(stdout)).toMatchObject([
      { siteKey, name: "Test shop", origins: ["https://shop.example"], mode: "sociable" },
    ]);
    expect(stdout).not.toContain(secretKey);
    const rotated = JSON.parse((await overture("site", "rotate-key", "--site", siteKey, "--json")).stdout);
    expect(rotated.siteKey).toBe(siteKey);
    expect(rotated.secretKey).not.toBe(secretKey);
  });

  test("set says in words what it has set", async () => {
    const { code, stdout, stderr } = await overture("site", "set", "--site", siteKey, "agent.name=Mo");
    expect([code, stdout, stderr]).toEqual([0, "Test shop: agent.name=Mo\n", ""]);
  });

  test("set changes settings, and refuses those that do not exist", async () => {
    const set = (...assignments: string[]) =>
      overture("site", "set", "--site", siteKey, ...assignments, "--json");
    const { stdout } = await set(
      "mode=informational",
      "agent.name=Mo",
      "opening.enabled=false",
      "origins=https://a.example,https://*.b.example",
    );
    expect(JSON.parse(stdout)).toMatchObject({
      mode: "informational",
      origins: ["https://a.example", "https://*.b.example"],
      config: { agent: { name: "Mo" }, opening: { enabled: false } },
    });
    await set("mode=sociable", "origins=https://shop.example");
    for (const wrong of [
      "mode=cheeky",
      "agent.hat=red",
      "nonsense",
      "policy=guess",
      "theme.accent=red",
      "__proto__.x=1",
      "agent.avatarUrl=javascript:alert(1)",
      "agent=5",
    ]) {
      const refused = await set(wrong);
      expect([wrong, refused.code]).toEqual([wrong, 1]);
    }
    const contradiction = await set("mode=sociable", "mode=informational");
    expect(contradiction).toMatchObject({ code: 1, stderr: "overture: mode is given twice\n" });
  });

  test("[ADM-5] member add gives a one-time password and a link, and [ADM-1] a role", async () => {
    const add = (...options: string[]) => overture("member", "add", "--site", siteKey, "--json", ...options);
    const { stdout } = await add("--email", "Mara@Shop.example");
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ email: "mara@shop.example", role: "owner", password: expect.stringMatching(/.{12,}/) },
      link: expect.stringMatching(/^http:.*\/dashboard\/welcome#[\w-]{43}$/),
    });
    const viewer = await add("--email", "vera@shop.example", "--role", "viewer");
    expect(JSON.parse(viewer.stdout)).toMatchObject({ role: "viewer" });
    // Another password is no other role.
    expect(JSON.parse((await add("--email", "vera@shop.example")).stdout)).toMatchObject({ role: "viewer" });
    expect((await add("--email", "vera@shop.example", "--role", "boss")).code).toBe(1);
    expect((await overture("member", "add", "--site", siteKey, "--email", "nobody")).code).toBe(1);
  });

  test("[ADM-7] commands leave a trace of what they changed, and of nothing else", async () => {
    const traced = async (...command: string[]) => {
      const store = await openStore({ ...database });
      try {
        const site = await store.sites.byKey(siteKey);
        const [before] = await store.audit.list(site?.id ?? "", { before: null, limit: 1 });
        const { code } = await overture(...command, "--site", siteKey);
        const entries = await store.audit.list(site?.id ?? "", { before: null, limit: 5 });
        const added = entries.filter(({ id }) => id > (before?.id ?? 0));
        return { code, added };
      } finally {
        await store.close();
      }
    };
    expect(await traced("member", "add", "--email", "ivo@shop.example")).toMatchObject({
      code: 0,
      added: [
        {
          ...{ action: "member/add", detail: { email: "ivo@shop.example", role: "owner" } },
          ...{ by: expect.stringMatching(/^command \(.+\)$/), from: expect.stringMatching(/./) },
        },
      ],
    });
    expect((await traced("site", "set", "agent.name=Ada")).added).toMatchObject([
      { action: "site/set", detail: { settings: ["agent.name=Ada"] } },
    ]);
    const path = join(folder, "catalog.json");
    expect((await traced("catalog", "import", path)).added).toMatchObject([
      { action: "catalog/import", detail: { file: "catalog.json", isHeld: false } },
    ]);
    expect((await traced("catalog", "import", path, "--dry-run")).added).toEqual([]);
    expect((await traced("policy", "use", "rules", "--why", "a try")).added).toMatchObject([
      { action: "policy/use", detail: { to: "rules", why: "a try" } },
    ]);
    expect((await traced("policy", "rollback")).added).toMatchObject([{ action: "policy/rollback" }]);
    expect((await traced("feed", "set", "--url", "https://me:hush@93.184.216.34/f")).added).toMatchObject([
      { action: "catalog/feed-set", detail: { url: expect.not.stringContaining("hush") } },
    ]);
    expect((await traced("feed", "remove")).added).toMatchObject([{ action: "catalog/feed-remove" }]);
    expect(await traced("feed", "remove")).toMatchObject({ code: 1, added: [] });
  });
});

describe("catalog", () => {
  test("a second import changes nothing, a dry run neither", async () => {
    const path = join(folder, "catalog.json");
    const again = await overture("catalog", "import", path, "--site", siteKey, "--json");
    expect(JSON.parse(again.stdout)).toEqual({ added: 0, updated: 0, unchanged: 3, hidden: 0, rejected: [] });
    const more = file(
      "more.json",
      JSON.stringify({ products: [{ sku: "X", title: "Lamp", price: 9, url: "/x" }, { sku: "Y" }] }),
    );
    const dry = JSON.parse(
      (await overture("catalog", "import", more, "--site", siteKey, "--dry-run", "--json")).stdout,
    );
    expect(dry).toMatchObject({
      added: 1,
      unchanged: 0,
      rejected: [{ row: expect.any(Number), reason: expect.any(String) }],
    });
    const found = await overture("catalog", "search", "lamp", "--site", siteKey, "--json");
    expect(JSON.parse(found.stdout)).not.toContainEqual(expect.objectContaining({ sku: "X" }));
  });

  test("a broken file is refused with its line", async () => {
    const broken = await overture(
      "catalog",
      "import",
      file("broken.jsonl", '{"sku":"A","title":"A","price":1}\n{"sku":'),
      "--site",
      siteKey,
    );
    expect(broken.code).toBe(1);
    expect(broken.stderr).toMatch(/broken\.jsonl, line 2: /);
  });

  test("search ranks for people, programs and trec_eval", async () => {
    const search = (...args: string[]) => overture("catalog", "search", ...args, "--site", siteKey);
    const [first] = JSON.parse((await search("gas stove", "--json")).stdout);
    expect(first).toMatchObject({ rank: 1, sku: "S1", title: "Kettle Gas Stove", score: expect.any(Number) });
    const queries = file("queries.tsv", "q1\ttent\nq2\tstove\n");
    const lines = (await search("--trec", "--queries", queries)).stdout.trim().split("\n");
    expect(lines[0]).toMatch(/^q1 Q0 T[12] 1 \S+ overture$/);
    expect(lines.at(-1)).toMatch(/^q2 Q0 S1 \d+ \S+ overture$/);
  });

  test("facets tells a category's products apart, for people and programs", async () => {
    const facets = (...args: string[]) => overture("catalog", "facets", ...args, "--site", siteKey);
    const [tents] = JSON.parse((await facets("--category", "tents", "--json")).stdout);
    expect(tents.category).toBe("Tents");
    expect(tents.facets).toContainEqual(
      expect.objectContaining({ attribute: "weight", coverage: 1, unit: "kg", ranges: null }),
    );
    expect((await facets()).stdout).toMatch(/^The whole catalog\n[\s\S]*\nTents\n[\s\S]*colour: /);
    const unknown = await facets("--category", "Boats");
    expect([unknown.code, unknown.stderr.trim()]).toEqual([
      1,
      expect.stringContaining('no category "Boats"'),
    ]);
  });
});

describe("data-protection requests", () => {
  test("export prints what is held of a visitor, erase removes it", async () => {
    const store = await openStore(database);
    const site = await store.sites.byKey(siteKey);
    const siteId = site?.id ?? "";
    const visitorId = await store.visitors.create(siteId);
    const opening = {
      siteId,
      visitorId,
      fresh: false,
      mode: "sociable",
      locale: "en",
      page: { url: "/" },
    } as const;
    const { conversationId } = await store.desk.open(opening);
    await store.desk.storeMessage(conversationId, randomUUID(), "a tent for my mother");
    await store.close();

    const of = (command: string, visitor: string) =>
      overture(command, "--site", siteKey, "--visitor", visitor, "--json");
    const held = JSON.parse((await of("export", visitorId)).stdout);
    expect(held).toMatchObject({ visitorId, conversations: [{ id: conversationId }] });
    expect(JSON.stringify(held)).toContain("a tent for my mother");
    const config = readConfig(environment);
    const token = config.ok ? signVisitorToken(config.config.secret(), siteId, visitorId) : "";
    expect(JSON.parse((await of("erase", token)).stdout)).toEqual({ erased: true });
    expect((await of("export", visitorId)).stderr).toContain("has no visitor");
  });
});

describe("[POL-1] policies are data", () => {
  const policy = (...words: string[]) => runOverture(["policy", ...words, "--site", siteKey], environment);

  test("a file is registered, used, and taken back", async () => {
    const path = join(folder, "terse.json");
    writeFileSync(path, JSON.stringify(policyFile({ name: "terse", version: "1" })));
    expect((await policy("import", path)).code).toBe(0);
    expect((await policy("use", "terse@1", "--why", "shorter")).stdout).toMatch(
      /^terse@1 is in use; before it was /,
    );
    expect((await policy("list")).stdout).toMatch(/^\* terse@1 {2}hand/m);
    expect((await policy("show", "terse@1")).stdout).toContain("hand");
    const before = JSON.parse((await policy("rollback", "--json")).stdout).to;
    expect((await policy("list")).stdout).toContain(`* ${before}`);
  });

  test("[POL-7] the bandit is there from the start, learns, and is judged where the log can tell", async () => {
    const created = await overture(
      "site",
      "create",
      "--name",
      "New",
      "--origin",
      "https://n.example",
      "--json",
    );
    const of = ["--site", JSON.parse(created.stdout).siteKey as string, "--json"];
    const parsed = async (...words: string[]) => JSON.parse((await overture(...words, ...of)).stdout);
    expect(await parsed("policy", "use", "bandit")).toMatchObject({ from: "planner", to: "bandit" });
    expect(await parsed("policy", "list")).toContainEqual(
      expect.objectContaining({ policy: "bandit", inUse: true }),
    );
    expect(await parsed("policy", "learn")).toEqual({ policy: null, learned: 0 });
    expect(await parsed("policy", "evaluate", "bandit")).toMatchObject({
      ok: false,
      refusal: "nothing-logged",
    });
    expect(await parsed("insight", "strategies", "--days", "7")).toMatchObject({
      conversations: 0,
      accepted: 0,
    });
    expect(await parsed("insight", "outcomes", "--days", "7")).toMatchObject({
      orders: { placed: 0 },
      revenue: { net: 0 },
      attributed: { direct: { orders: 0 }, assisted: { orders: 0 } },
      refused: {},
    });
    expect((await overture("policy", "evaluate", "guess", ...of)).stderr).toMatch(
      /no policy is called guess/,
    );
    expect((await overture("policy", "evaluate", "rules", ...of, "--days", "x")).stderr).toMatch(
      /--days must/,
    );
  }, 60_000);

  test("what is damaged or unknown is refused with a reason, and the policy in use stays", async () => {
    const path = join(folder, "damaged.json");
    const inUse = (await policy("list")).stdout.split("\n").find((line) => line.startsWith("*"));
    for (const [content, why] of [
      ["{", /policy\/not-a-policy/],
      ["{}", /policy\/not-a-policy/],
      [JSON.stringify({ ...policyFile(), format: "overture-policy/9" }), /policy\/other-format/],
      [JSON.stringify({ ...policyFile(), model: 1 }), /policy\/damaged/],
    ] as const) {
      writeFileSync(path, content);
      const refused = await policy("import", path);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(why);
    }
    expect((await policy("import", `${path}.absent`)).stderr).toMatch(/cannot be read/);
    expect((await policy("use", "terse@9")).stderr).toMatch(/terse@9 is not used, and \S+ stays/);
    expect((await policy("use", "guess")).stderr).toMatch(/no policy is called guess/);
    expect((await policy("list")).stdout.split("\n")).toContain(inUse);
  });
});

describe("the agent in the terminal", () => {
  test("[GRD-5] chat speaks first, says what it is, and answers each line of a pipe", async () => {
    const args = ["chat", "--site", siteKey, "--seed", "7", "--explain"];
    const input = "I need a tent for two under $300\nbye\n";
    const { code, stdout } = await runOverture(args, environment, input);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\bAI\b/);
    expect(stdout).toContain("> I need a tent for two under $300");
    expect(stdout).toMatch(/Fen Two-Person Tent, \$240/);
    expect(stdout).toMatch(/wish\s+must price at-most 300 USD/);
    expect(stdout).toMatch(/chose\s+\S+ \d+ %/);
    expect(stdout).toMatch(/masked\s+\S+/);
    expect(await runOverture(args, environment, input)).toEqual({ code: 0, stdout, stderr: "" });
    const unknown = await runOverture(["chat", "--site", siteKey, "--policy", "guess"], environment);
    expect(unknown.stderr).toMatch(/no policy is called guess; overture policy list .* shows/);
  });

  test("understand answers line by line, also the lines it can't read", async () => {
    const input = [
      '{"text":"under $100, not red"}',
      "nonsense",
      '{"text":7}',
      '{"text":"the second one","before":[{"speaker":"agent","text":"Look at the Fen Two-Person Tent or the Moor Three-Person Tent."}]}',
    ].join("\n");
    const { code, stdout } = await runOverture(["understand", "--site", siteKey], environment, input);
    const [wish, notJson, wrong, second] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(wish.preferences).toContainEqual(
      expect.objectContaining({ attribute: "price", operator: "at-most", value: 100 }),
    );
    expect(notJson).toEqual({ error: { code: "line/not-json", message: expect.any(String), line: 2 } });
    expect(wrong).toMatchObject({ error: { code: "line/invalid", line: 3 } });
    expect(second.references).toMatchObject([{ skus: ["T2"] }]);
    const folder = await overture("understand", "--site", siteKey, "--file", tmpdir());
    expect(folder).toMatchObject({ code: 1, stderr: `overture: ${tmpdir()} is a folder\n` });
  });

  test("guard passes what the catalog says and stops what it does not", async () => {
    const lines = [
      { sentence: "The Fen Two-Person Tent costs $240.", skus: ["T1"] },
      { sentence: "The Fen Two-Person Tent costs $140.", skus: ["T1"] },
    ];
    const path = file("sentences.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
    const { code, stdout } = await overture("guard", "--site", siteKey, "--file", path);
    const [pass, stop] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(pass).toEqual({ verdict: "pass" });
    expect(stop).toMatchObject({ verdict: "unsupported", span: [expect.any(Number), expect.any(Number)] });
  });
});

describe("catalog embed", () => {
  test("[SEM-5] embeds what is new, tells how far it has come, and what to do about a refused key", async () => {
    const none = await overture("catalog", "embed", "--site", siteKey);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining("OVERTURE_EMBEDDING_MODEL")]);
    const endpoint = await startScriptedModel({ apiKey: "right" });
    const embed = (OPENAI_API_KEY: string, ...args: string[]) => {
      const model = {
        OPENAI_BASE_URL: endpoint.url,
        OPENAI_API_KEY,
        OVERTURE_EMBEDDING_MODEL: SCRIPTED_EMBEDDINGS,
      };
      return runOverture(["catalog", ...args, "--site", siteKey, "--json"], { ...environment, ...model });
    };
    const refused = await embed("wrong", "embed");
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/OPENAI_API_KEY.* 0 of 3 were done/),
    ]);
    const stopped = JSON.parse((await embed("wrong", "embed", "--status")).stdout);
    expect(stopped).toMatchObject({ state: "stopped", embedded: 0, trouble: { code: "model/key-refused" } });
    const done = JSON.parse((await embed("right", "embed")).stdout);
    expect(done).toMatchObject({ state: "complete", products: 3, embedded: 3, pending: 0, trouble: null });
    const found = JSON.parse((await embed("right", "search", "tent")).stdout);
    expect(found.map(({ sku }: { sku: string }) => sku).sort()).toEqual(["T1", "T2"]);
    await endpoint.close();
  }, 60_000);
});

describe("serve", () => {
  test("says when it listens, keeps its secret to its user, ends on SIGTERM with 0", async () => {
    const server = await serveOverture(environment);
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({
      ok: true,
      parts: { database: true },
    });
    expect(statSync(join(folder, "data", "secret")).mode & 0o777).toBe(0o600);
    const taken = await overture("serve", "--port", new URL(server.url).port);
    expect([taken.code, taken.stderr]).toEqual([
      1,
      expect.stringMatching(/^overture: port \d+ is in use; .*\n$/),
    ]);
    expect(await server.stop("SIGTERM")).toBe(0);
  });

  test("describes its HTTP API", async () => {
    const server = await serveOverture(environment);
    const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toContain("/api/admin/conversations/{id}");
    await server.stop("SIGINT");
  });
});
