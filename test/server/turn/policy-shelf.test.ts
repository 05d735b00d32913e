import { describe, expect, it } from "vitest";
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
        const file = files[`${siteId} ${name}@${version}`];
        if (file instanceof Error) throw file;
        return file ?? null;
      },
    },
    onTrouble: ({ reference, why }) => troubles.push(`${reference}: ${why}`),
    now: () => clock,
  });
  return {
    nameOf: async (site: string, reference: string) => {
      const { name, version } = await policies.find(site, reference);
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
