/** The registry of policies [POL-1]: versions stay as they are, and every switch can be undone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { policyFile } from "../../support/policy-file.ts";

let database: TestDatabase;
let store: Store;
let siteId: string;
let siteKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId, siteKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
});

describe("[POL-1] the registry", () => {
  it("gives back what was registered, and a version never changes", async () => {
    expect(await store.policies.register(siteId, policyFile())).toBe("registered");
    expect(await store.policies.register(siteId, policyFile())).toBe("there already");
    const other = policyFile({ exploration: { floor: 0.02, uniform: 0.05 } });
    expect(await store.policies.register(siteId, other)).toBe("version taken");
    expect(await store.policies.read(siteId, "test", "1")).toEqual(policyFile());
    expect(await store.policies.read(siteId, "test", "2")).toBeNull();
    expect((await store.policies.list(siteId)).map(({ file }) => file)).toEqual([policyFile()]);
  });

  it("keeps sites apart", async () => {
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    await store.policies.register(siteId, policyFile());
    expect(await store.policies.read(other.siteId, "test", "1")).toBeNull();
    expect(await store.policies.list(other.siteId)).toEqual([]);
    await store.policies.use(siteId, "test@1", { why: "", by: "a test" });
    expect(await store.policies.changes(other.siteId, 10)).toEqual([]);
    expect((await store.sites.byId(other.siteId))?.settings.policy).not.toBe("test@1");
  });

  it("a switch changes the setting, leaves the others alone, and is kept with its reason", async () => {
    await store.sites.update(siteKey, { agent: { name: "Grace" } });
    const before = (await store.sites.byId(siteId))?.settings.policy;
    await store.policies.use(siteId, "random", { why: "to measure", by: "a test" });
    await store.policies.use(siteId, "rules", { why: "", by: "a test" });
    const site = await store.sites.byId(siteId);
    expect(site?.settings).toMatchObject({ policy: "rules", persona: { name: "Grace" } });
    expect(await store.policies.changes(siteId, 10)).toMatchObject([
      { from: "random", to: "rules", why: "" },
      { from: before, to: "random", why: "to measure" },
    ]);
  });
});
