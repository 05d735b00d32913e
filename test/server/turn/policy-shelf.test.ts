import { describe, expect, it, vi } from "vitest";
import { initialBandit } from "../../../server/strategy/policies/bandit.ts";
import { createPolicyShelf } from "../../../server/turn/policy-shelf.ts";
import { policyFile } from "../../support/policy-file.ts";

function shelf(files: Record<string, unknown>) {
  let clock = 0;
  let reads = 0;
  const troubles: string[] = [];
  const policies = createPolicyShelf({
    archive: {
      async read(siteId, name, version) {
        reads += 1;
        const file = files[`${siteId} ${name}@${version ?? "newest"}`];
        if (file instanceof Error) throw file;
        return file ?? null;
      },
    },
    onTrouble: ({ reference, why }) => troubles.push(`${reference}: ${why}`),
    now: () => clock,
  });
  return {
    nameOf: async (site: string, reference: string, own?: string) => {
      const { name, version } = await policies.find(site, reference, own);
      return name === "rules" || name === "random" ? name : `${name}@${version}`;
    },
    troubles,
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
    get reads() {
      return reads;
    },
  };
}

describe("[POL-1] the shelf of policies", () => {
  it("has the shipped ones at once, and reads a registered version once", async () => {
    const { nameOf, ...rest } = shelf({ "a test@1": policyFile() });
    expect(await nameOf("a", "random")).toBe("random");
    expect(await nameOf("a", "test@1")).toBe("test@1");
    expect(await nameOf("a", "test@1")).toBe("test@1");
    expect(rest.troubles).toEqual([]);
  });

  it("keeps the former policy when the next is unknown, damaged or can't be read, says so once, and tries again", async () => {
    const files: Record<string, unknown> = {
      "a test@1": policyFile(),
      "a test@3": { ...policyFile(), model: null },
      "a test@4": new Error("the database is away"),
    };
    const under = shelf(files);
    expect(await under.nameOf("a", "test@1")).toBe("test@1");
    expect(await under.nameOf("a", "test@2")).toBe("test@1");
    expect(await under.nameOf("a", "test@3")).toBe("test@1");
    expect(await under.nameOf("a", "test@4")).toBe("test@1");
    expect(await under.nameOf("a", "test@4")).toBe("test@1");
    expect(under.troubles).toEqual([
      expect.stringMatching(/^test@2: the site has no policy test of the version 2/),
      expect.stringMatching(/^test@3: model/),
      expect.stringMatching(/^test@4: it cannot be read: the database is away/),
    ]);
    expect(under.reads).toBe(4);
    files["a test@4"] = policyFile({ version: "4" });
    expect(await under.nameOf("a", "test@4")).toBe("test@1");
    under.pass(60_000);
    expect(await under.nameOf("a", "test@4")).toBe("test@4");
  });

  it("falls back to the rules where a site had none before, whatever other sites use", async () => {
    const { nameOf } = shelf({ "a test@1": policyFile() });
    expect(await nameOf("a", "test@1")).toBe("test@1");
    expect(await nameOf("b", "test@1")).toBe("rules");
    expect(await nameOf("b", "unheard-of")).toBe("rules");
  });
});

describe("[EXP-3] the shelf's policies of arms", () => {
  it("give way to the site's own where they can't be had, and never to another arm's", async () => {
    const { nameOf } = shelf({ "a own@1": policyFile({ name: "own" }), "a test@1": policyFile() });
    expect(await nameOf("a", "test@1", "own@1")).toBe("test@1");
    expect(await nameOf("a", "lost@1", "own@1")).toBe("own@1");
    expect(await nameOf("a", "test@1", "own@1")).toBe("test@1");
    expect(await nameOf("a", "lost@1", "rules")).toBe("rules");
    expect(await nameOf("b", "random", "lost@1")).toBe("random");
    expect(await nameOf("b", "lost@2", "lost@1")).toBe("rules");
  });

  it("are not what a site falls back to when its own setting can't be had", async () => {
    const { nameOf } = shelf({ "a own@1": policyFile({ name: "own" }), "a test@1": policyFile() });
    await nameOf("a", "own@1");
    await nameOf("a", "test@1", "own@1");
    expect(await nameOf("a", "lost@1")).toBe("own@1");
  });
});

describe("[POL-7] the shelf's bandit", () => {
  const learned = (version: string) => ({ ...initialBandit("rules"), version });

  it("is the untaught one until something was learned, and then the newest, within seconds", async () => {
    const files: Record<string, unknown> = {};
    const { nameOf, pass } = shelf(files);
    expect(await nameOf("a", "bandit")).toBe("bandit@0");
    files["a bandit@newest"] = learned("40");
    pass(5_000);
    await vi.waitUntil(async () => (await nameOf("a", "bandit")) === "bandit@40");
    expect(await nameOf("b", "bandit")).toBe("bandit@0");
  });

  it("is not asked for at every turn, and no turn waits for it", async () => {
    const files: Record<string, unknown> = { "a bandit@newest": learned("40") };
    const bench = shelf(files);
    for (let turn = 0; turn < 100; turn++) await bench.nameOf("a", "bandit");
    expect(bench.reads).toBe(1);
    files["a bandit@newest"] = new Error("the database is away");
    bench.pass(5_000);
    expect(await bench.nameOf("a", "bandit")).toBe("bandit@40");
  });

  it("stays what it was when its newest version is damaged", async () => {
    const files: Record<string, unknown> = { "a bandit@newest": learned("40") };
    const bench = shelf(files);
    await bench.nameOf("a", "bandit");
    files["a bandit@newest"] = { ...learned("41"), model: { type: "posterior" } };
    bench.pass(5_000);
    expect(await bench.nameOf("a", "bandit")).toBe("bandit@40");
    await vi.waitUntil(() => bench.troubles.length > 0);
    expect(await bench.nameOf("a", "bandit")).toBe("bandit@40");
    expect(bench.troubles).toHaveLength(1);
  });

  it("can be pinned to a version", async () => {
    const { nameOf } = shelf({ "a bandit@newest": learned("40"), "a bandit@20": learned("20") });
    expect(await nameOf("a", "bandit@20")).toBe("bandit@20");
  });
});
