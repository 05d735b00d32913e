/** Two servers that share a store and a broker look like one to a shopper. Needs `redis-server`. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectRedis, type RedisConnection } from "../../server/gateway/redis-connection.ts";
import { site } from "../server/gateway/fake-rooms.ts";
import { startUnderTest, type UnderTest } from "../server/gateway/gateway-under-test.ts";
import { until } from "../support/embedded-server.ts";
import { freePort, hasRedis, type RedisServer, startRedis } from "../support/redis-server.ts";
import { connectTab, type Tab } from "./wire-client.ts";

describe.skipIf(!hasRedis)("two nodes with one broker", () => {
  let port: number;
  let redis: RedisServer;
  let brokers: RedisConnection[] = [];
  let nodes: UnderTest[] = [];
  const tabs: Tab[] = [];

  async function join(options: Parameters<typeof startUnderTest>[0] = {}): Promise<UnderTest> {
    const broker = await connectRedis(`redis://127.0.0.1:${port}`, () => {});
    brokers.push(broker);
    const node = await startUnderTest({ ...options, redis: broker });
    nodes.push(node);
    return node;
  }
  async function connect({ url }: UnderTest, visitorToken?: string): Promise<Tab> {
    const tab = await connectTab(url, {
      siteKey: site.siteKey,
      ...(visitorToken !== undefined && { visitorToken }),
    });
    tabs.push(tab);
    return tab;
  }
  beforeEach(async () => {
    port = await freePort();
    redis = await startRedis(port);
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) tab.close();
    await Promise.all(nodes.map(({ gateway }) => gateway.close(100)));
    await Promise.all(brokers.map((broker) => broker.close()));
    await redis.stop();
    brokers = [];
    nodes = [];
  });

  test("a message on one is heard on the other, with its answer, once", async () => {
    const left = await join();
    const right = await join({ desk: left.desk, visitors: left.visitors });
    const here = await connect(left);
    const { visitorToken, conversationId } = await here.open();
    await here.answerTo("opening");
    const there = await connect(right, visitorToken);
    expect((await there.open()).conversationId).toBe(conversationId);
    const id = randomUUID();
    await here.say("hello", id);
    expect(await there.answerTo(id)).toEqual(await here.answerTo(id));
    expect(there.heard.filter(({ event }) => event === "message-stored")).toHaveLength(1);
    expect(there.heard.filter(({ event }) => event === "turn-end")).toHaveLength(1);
  });

  test("a visitor's messages are counted together", async () => {
    const limits = { messagesPerTenSeconds: 5 };
    const left = await join({ limits });
    const right = await join({ limits, desk: left.desk, visitors: left.visitors });
    const here = await connect(left);
    const { visitorToken } = await here.open();
    const there = await connect(right, visitorToken);
    await there.open();
    const said = await Promise.all(
      [here, there].flatMap((tab) => [1, 2, 3, 4].map((count) => tab.say(`message ${count}`))),
    );
    expect(said.filter((answer) => answer.ok)).toHaveLength(5);
  });

  test("a broker that goes away is told by readyz; shoppers are served on, and all is well when it is back", async () => {
    const node = await join();
    const tab = await connect(node);
    await tab.open();
    const ready = async () => (await fetch(`${node.url}/readyz`)).status;
    expect(await ready()).toBe(200);
    await redis.stop();
    await until(async () => (await ready()) === 503, "readyz says that the broker is there");
    const id = randomUUID();
    expect(await tab.say("still there?", id)).toMatchObject({ ok: true });
    await tab.answerTo(id);
    redis = await startRedis(port);
    await until(async () => (await ready()) === 200, "readyz says that the broker is gone");
  });

  test("a broker that is not there at the start is said at once", async () => {
    await redis.stop();
    await expect(connectRedis(`redis://127.0.0.1:${port}`, () => {})).rejects.toThrow("REDIS_URL");
  });
});
