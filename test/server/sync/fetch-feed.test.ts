import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "../../../server/sync/checked-address.ts";
import { type FetchedFeed, type FetchOptions, fetchFeed } from "../../../server/sync/fetch-feed.ts";
import { type FeedServer, startFeedServer } from "./feed-server.ts";

const CSV = "sku,title,price\nA1,Lamp,12.50\n";
let folder: string;
let into: string;
let server: FeedServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "overture-feed-"));
  into = join(folder, "feed");
  server = await startFeedServer();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const limits = { maxBytes: 64 * 1_024, timeoutMs: 5_000, idleMs: 2_000 };
function fetching(
  url: string,
  options: Partial<FetchOptions> = {},
  copy: { etag?: string; lastModified?: string } = {},
): Promise<FetchedFeed> {
  const { etag = null, lastModified = null } = copy;
  return fetchFeed({ url, etag, lastModified, into }, { limits, isAllowed: () => true, ...options });
}

describe("a feed that is fine", () => {
  it("is written as it is sent, with what tells its version", async () => {
    server.answer((_, response) => response.writeHead(200, { etag: '"7"' }).end(CSV));
    expect(await fetching(`${server.url}/feed.csv?key=1`)).toMatchObject({
      status: "fetched",
      etag: '"7"',
      lastModified: null,
      bytes: CSV.length,
    });
    expect(readFileSync(into, "utf8")).toBe(CSV);
    expect(server.requests[0]).toMatchObject({ path: "/feed.csv?key=1", headers: { host: /^127/ } });
  });

  it("is not sent again when the server knows the copy", async () => {
    server.answer((_, response) => response.writeHead(304).end());
    const copy = { etag: '"7"', lastModified: "Sun, 01 Mar 2026 12:00:00 GMT" };
    expect(await fetching(server.url, {}, copy)).toEqual({ status: "unchanged" });
    expect(server.requests[0]?.headers).toMatchObject({
      "if-none-match": copy.etag,
      "if-modified-since": copy.lastModified,
    });
  });

  it("is not taken for known by a server that was not asked: feed/http-304", async () => {
    server.answer((_, response) => response.writeHead(304).end());
    expect(await fetching(server.url)).toMatchObject({ status: "failed", code: "feed/http-304" });
  });

  it.each([
    ["gzip", gzipSync(CSV)],
    ["br", brotliCompressSync(CSV)],
  ])("may be encoded as %s", async (encoding, body) => {
    server.answer((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(body));
    expect(await fetching(server.url)).toMatchObject({ status: "fetched" });
    expect(readFileSync(into, "utf8")).toBe(CSV);
  });

  it("is asked for with the password of its address, which a redirect to another host does not get", async () => {
    const other = await startFeedServer();
    other.answer((_, response) => response.end(CSV));
    server.answer((request, response) => {
      const location = request.url === "/" ? "/moved" : `${other.url}/feed`;
      response.writeHead(302, { location }).end();
    });
    const url = server.url.replace("http://", "http://shop:s%3Acret@");
    expect(await fetching(url)).toMatchObject({ status: "fetched" });
    const basic = `Basic ${Buffer.from("shop:s:cret").toString("base64")}`;
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([basic, basic]);
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
    await other.close();
  });
});

describe("an address", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::127.0.0.1",
    "::7f00:1",
    "::2",
    "fec0::1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "nonsense",
  ])("[CAT-4] %s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])("%s is", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    "http://127.0.0.1:9999/",
    "http://[::1]:9999/",
    "http://[::ffff:127.0.0.1]:9999/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost:9999/",
    "ftp://shop.example/feed",
    "file:///etc/passwd",
    "https://shop.example:22/",
    "no address",
  ])("[CAT-4] %s is refused before anything is sent", async (url) => {
    expect(await fetching(url, { isAllowed: isPublicAddress })).toMatchObject({
      status: "failed",
      code: "feed/address-refused",
    });
  });

  it("[CAT-4] of a name is refused when any that it resolves to is private, and asked for once", async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [
        { address: "93.184.216.34", family: 4 },
        { address: "10.0.0.7", family: 4 },
      ];
    };
    const refused = await fetching("http://shop.example:8080/feed", { isAllowed: isPublicAddress, resolve });
    expect(refused).toMatchObject({ code: "feed/address-refused" });
    expect(asked).toBe(1);
  });

  it("[CAT-4] that was checked is the one that is connected to", async () => {
    server.answer((_, response) => response.end(CSV));
    const { port } = new URL(server.url);
    const answers = [[{ address: "127.0.0.1", family: 4 }], [{ address: "203.0.113.1", family: 4 }]];
    const resolve = async () => answers.shift() ?? [];
    expect(await fetching(`http://shop.example:${port}/feed`, { resolve })).toMatchObject({
      status: "fetched",
    });
    expect(answers).toHaveLength(1);
    expect(server.requests[0]?.headers.host).toBe(`shop.example:${port}`);
  });

  it.each([
    "http://127.0.0.2:9999/",
    "http://169.254.169.254/latest/",
    "http://[::1]:9999/",
    "http://internal.example:9999/",
    "file:///etc/passwd",
    "//127.0.0.2/",
  ])("[CAT-4] is checked again after a redirect, such as to %s", async (location) => {
    server.answer((_, response) => response.writeHead(302, { location }).end());
    // The test's own server passes as a public one: what it redirects to is judged.
    const isAllowed = (address: string) => address === "127.0.0.1" || isPublicAddress(address);
    const resolve = async (name: string) => [
      { address: name === "internal.example" ? "10.0.0.7" : "127.0.0.1", family: 4 },
    ];
    const result = await fetching(server.url, { resolve, isAllowed });
    expect(result).toMatchObject({ status: "failed", code: "feed/address-refused" });
    expect(server.requests).toHaveLength(1);
  });
});

describe("a feed that misbehaves", () => {
  const failure = async (options: Partial<FetchOptions> = {}) => {
    const result = await fetching(server.url, options);
    return result.status === "failed" ? result : { code: result.status, message: "" };
  };

  it.each([404, 401, 500, 206])("answers %i: the code says so", async (status) => {
    server.answer((_, response) => response.writeHead(status).end("no"));
    expect((await failure()).code).toBe(`feed/http-${status}`);
  });

  it("redirects for ever: feed/too-many-redirects", async () => {
    server.answer((_, response) => response.writeHead(301, { location: "/again" }).end());
    expect((await failure()).code).toBe("feed/too-many-redirects");
    expect(server.requests).toHaveLength(6);
  });

  it("says that it is too large: nothing of it is read", async () => {
    server.answer((_, response) => response.writeHead(200, { "content-length": "1000000000" }).write("x"));
    expect((await failure()).code).toBe("feed/too-large");
  });

  it("never ends: feed/too-large at the limit", async () => {
    server.answer((_, response) => {
      const more = () => {
        while (response.write("x".repeat(1_024)));
        response.once("drain", more);
      };
      more();
    });
    expect(await failure()).toMatchObject({
      code: "feed/too-large",
      message: expect.stringContaining("1 MB"),
    });
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(8 * 1_024 * 1_024))],
    ["br", brotliCompressSync(Buffer.alloc(8 * 1_024 * 1_024))],
  ])("is a bomb of %s: feed/too-large as it is decoded", async (encoding, body) => {
    expect(body.length).toBeLessThan(limits.maxBytes);
    server.answer((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(body));
    expect((await failure()).code).toBe("feed/too-large");
  });

  it("says nothing: feed/timeout", async () => {
    server.answer(() => {});
    expect((await failure({ limits: { ...limits, idleMs: 50 } })).code).toBe("feed/timeout");
  });

  it("stops in the middle: feed/timeout", async () => {
    server.answer((_, response) => void response.writeHead(200).write("sku,"));
    expect((await failure({ limits: { ...limits, idleMs: 50 } })).code).toBe("feed/timeout");
  });

  it("drips: feed/timeout for the whole, though never idle", async () => {
    server.answer((_, response) => {
      const drip = setInterval(() => response.write("x"), 10);
      response.once("close", () => clearInterval(drip));
    });
    expect((await failure({ limits: { ...limits, timeoutMs: 200 } })).code).toBe("feed/timeout");
  });

  it("breaks off: feed/interrupted", async () => {
    server.answer((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("sku,title", () => response.destroy());
    });
    expect((await failure()).code).toBe("feed/interrupted");
  });

  it.each([
    ["an encoding nobody knows", "zstd", CSV],
    ["gzip that is none", "gzip", CSV],
    ["brotli that is none", "br", "not at all"],
  ])("has %s: feed/encoding", async (_, encoding, body) => {
    server.answer((_request, response) =>
      response.writeHead(200, { "content-encoding": encoding }).end(body),
    );
    expect((await failure()).code).toBe("feed/encoding");
  });

  it("is not there: feed/unreachable, without the password in the words", async () => {
    const url = server.url.replace("http://", "http://shop:secret@");
    await server.close();
    const result = await fetching(url);
    expect(result).toMatchObject({ status: "failed", code: "feed/unreachable" });
    expect(JSON.stringify(result)).not.toContain("secret");
    server = await startFeedServer();
  });

  it("is given up at once when the server is stopped", async () => {
    const stopping = new AbortController();
    server.answer(() => stopping.abort());
    expect((await failure({ signal: stopping.signal })).code).toBe("feed/stopped");
  });
});
