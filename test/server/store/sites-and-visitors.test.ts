/** Sites, their members and their visitors, on the embedded PostgreSQL and on a server of the oldest version supported. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../../server/store/open-store.ts";
import { servers, storeOn, turn } from "./store-on-servers.ts";

describe.each(servers)("the store on $name", (server) => {
  const scene = storeOn(server);
  const { open, say, beside } = scene;
  let store: Store;
  let siteId: string;
  let visitorId: string;
  beforeEach(() => {
    ({ store, siteId, visitorId } = scene);
  });

  describe("sites", () => {
    it("finds a site by the key its pages carry, with defaults for what was not set", async () => {
      const {
        siteKey,
        secretKey,
        siteId: id,
      } = await store.sites.create({
        name: "Ørsted Cykler",
        origins: ["https://a.example", "https://*.b.example"],
        currency: "DKK",
        locale: "da",
      });
      expect(siteKey).toMatch(/^pk_[\w-]{32}$/);
      expect(secretKey).toMatch(/^sk_[\w-]{32}$/);
      const site = await store.sites.byKey(siteKey);
      expect(site).toMatchObject({
        id,
        name: "Ørsted Cykler",
        origins: ["https://a.example", "https://*.b.example"],
        currency: "DKK",
        mode: "sociable",
        settings: { policy: "planner", currency: "DKK", persona: { shop: "Ørsted Cykler", tone: "warm" } },
        config: { locale: "da", theme: { scheme: "auto" }, opening: { enabled: true } },
      });
      expect(site?.config.agent.disclosure).toContain("Ørsted Cykler");
      expect(await store.sites.byKey("pk_nobody")).toBeNull();
      expect(await store.sites.secretOf(id)).toBe(secretKey);
    });

    it("knows no site by a key that no database can hold", async () => {
      expect(await store.sites.byKey("pk_\0\ud800")).toBeNull();
    });

    it("changes only what it is told to, and refuses a setting that does not exist", async () => {
      const { siteKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
      await store.sites.update(siteKey, { agent: { name: "Mira" }, weights: { similarity: 2 } });
      const changed = await store.sites.update(siteKey, { mode: "informational", agent: { tone: "brisk" } });
      expect(changed).toMatchObject({
        name: "Velo",
        mode: "informational",
        settings: { persona: { name: "Mira", tone: "brisk" }, weights: { similarity: 2 } },
      });
      const misspelt: object = { agent: { nmae: "Mira" } };
      await expect(store.sites.update(siteKey, misspelt)).rejects.toThrow("nmae");
      expect(await store.sites.byKey(siteKey)).toEqual(changed);
      expect(await store.sites.update("pk_nobody", { mode: "sociable" })).toBeNull();
    });

    it("rotates the secret key and keeps the key that pages carry", async () => {
      const before = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
      const after = await store.sites.rotateKey(before.siteKey);
      expect(after?.siteKey).toBe(before.siteKey);
      expect(after?.secretKey).not.toBe(before.secretKey);
      expect(await store.sites.secretOf(before.siteId)).toBe(after?.secretKey);
      expect(await store.sites.bySecret(before.secretKey)).toBeNull();
      expect(await store.sites.bySecret(after?.secretKey ?? "")).toMatchObject({ id: before.siteId });
      expect(await store.sites.rotateKey("pk_nobody")).toBeNull();
    });
  });

  describe("members", () => {
    it("lets a member in with the one-time password, and with nothing else", async () => {
      const { member, password } = await store.members.add(siteId, " Ada@Velo.example ");
      expect(member).toMatchObject({ email: "ada@velo.example", passwordIsOneTime: true });
      const { siteKey } = (await store.sites.byId(siteId)) ?? { siteKey: "" };
      const verify = (email: string, tried: string) => store.members.verify(email, tried, siteKey);
      expect(await verify("ada@velo.example", password)).toMatchObject([{ member, site: { siteKey } }]);
      expect(await verify("ada@velo.example", `${password}x`)).toEqual([]);
      expect(await verify("bob@velo.example", password)).toEqual([]);
      await store.members.setPassword(member.id, "a better one");
      expect(await verify("ada@velo.example", password)).toEqual([]);
      expect(await verify("ada@velo.example", "a better one")).toMatchObject([
        { member: { passwordIsOneTime: false } },
      ]);
      const [row] = await beside((sql) => sql`select password_hash from members where id = ${member.id}`);
      expect(row?.password_hash).not.toContain("a better one");
    });
  });

  describe("visitors", () => {
    it("knows its own site's visitors only", async () => {
      const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
      expect(await store.visitors.exists(siteId, visitorId)).toBe(true);
      expect(await store.visitors.exists(other.siteId, visitorId)).toBe(false);
      expect(await store.visitors.exists(siteId, randomUUID())).toBe(false);
      expect(await store.visitors.exists(siteId, "no id at all")).toBe(false);
    });

    it("[WIRE-6] gives a user of the shop one visitor, however many devices ask at once", async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, () => store.visitors.byUser(siteId, "user-7")));
      expect(new Set(ids).size).toBe(1);
      expect(await store.visitors.byUser(siteId, "user-8")).not.toBe(ids[0]);
    });

    it("exports everything of a visitor, and erases it", async () => {
      const { conversationId } = await open();
      await say(conversationId, "a gravel bike");
      await store.log.appendTurn(conversationId, 0, [turn("Here you are.")]);
      const signal = {
        id: randomUUID(),
        type: "purchase",
        value: 129_900,
        currency: "EUR",
        orderId: "o-1",
      } as const;
      await store.desk.storeOutcome(siteId, visitorId, signal);
      const exported = await store.visitors.export(siteId, visitorId);
      expect(exported?.conversations.flatMap(({ events }) => events.map(({ event }) => event.type))).toEqual([
        "conversation-opened",
        "message-stored",
        "turn-spoken",
      ]);
      expect(exported?.outcomes).toMatchObject([{ type: "purchase", value: 129_900, orderId: "o-1" }]);
      expect(await store.visitors.erase(siteId, visitorId)).toBe(true);
      expect(await store.visitors.erase(siteId, visitorId)).toBe(false);
      expect(await store.visitors.export(siteId, visitorId)).toBeNull();
      const [left] = await beside(
        (sql) => sql`select (select count(*) from events where visitor_id = ${visitorId})
          + (select count(*) from outcomes where visitor_id = ${visitorId})
          + (select count(*) from decisions where conversation_id = ${conversationId}) as rows`,
      );
      expect(Number(left?.rows)).toBe(0);
    });
  });
});
