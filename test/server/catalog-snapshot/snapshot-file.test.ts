import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  readSnapshot,
  type SnapshotKey,
  writeSnapshot,
} from "../../../server/catalog-snapshot/snapshot-file.ts";

const KEY: SnapshotKey = { siteId: "site", currency: "USD", code: "abc" };
const DATA = {
  names: ["Ångström", "鞄"],
  byName: new Map([["a", 1]]),
  short: Uint8Array.of(1, 2, 3),
  long: Float64Array.from({ length: 5_000 }, (_, place) => place / 3),
  nested: [{ offsets: Uint32Array.from({ length: 2_000 }, (_, place) => place) }, null, "text"],
  view: new Uint16Array(new ArrayBuffer(8_000), 16, 2_000).fill(7),
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "overture-snapshot-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => join(folder, "site.snapshot");

describe("[CAT-7] a snapshot", () => {
  test("gives back what was written, typed arrays and all", async () => {
    await writeSnapshot(folder, KEY, 7, DATA);
    expect(readSnapshot(folder, KEY)).toEqual({ version: 7, data: DATA });
  });

  test("takes the place of the one before, and leaves nothing else in the folder", async () => {
    await writeSnapshot(folder, KEY, 7, DATA);
    await writeSnapshot(folder, KEY, 8, { small: true });
    expect(readSnapshot(folder, KEY)).toEqual({ version: 8, data: { small: true } });
    expect(await readdir(folder)).toEqual(["site.snapshot"]);
  });

  test.each<[string, Partial<SnapshotKey>]>([
    ["other code", { code: "def" }],
    ["another currency", { currency: "EUR" }],
    ["another site", { siteId: "other" }],
  ])("is none for %s", async (_, different) => {
    await writeSnapshot(folder, KEY, 7, DATA);
    if (different.siteId) await copyFile(file(), join(folder, "other.snapshot"));
    expect(readSnapshot(folder, { ...KEY, ...different })).toBeNull();
  });

  test("that was cut short, overwritten or is no snapshot is none", async () => {
    expect(readSnapshot(folder, KEY)).toBeNull();
    await writeSnapshot(folder, KEY, 7, DATA);
    const { length } = await readFile(file());
    for (const kept of [length - 1, 4_000, 40, 5, 0]) {
      await truncate(file(), kept);
      expect(readSnapshot(folder, KEY)).toBeNull();
    }
    await writeFile(file(), "a shopping list");
    expect(readSnapshot(folder, KEY)).toBeNull();
  });

  test("whose small part was damaged is none", async () => {
    await writeSnapshot(folder, KEY, 7, DATA);
    const bytes = await readFile(file());
    const at = bytes.indexOf("byName");
    bytes[at] = 0x58;
    await writeFile(file(), bytes);
    expect(readSnapshot(folder, KEY)).toBeNull();
  });

  test("of whose numbers one was damaged is none", async () => {
    await writeSnapshot(folder, KEY, 7, DATA);
    const bytes = await readFile(file());
    const at = bytes.length - 1;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file(), bytes);
    expect(readSnapshot(folder, KEY)).toBeNull();
  });

  test("that a killed process left unfinished is cleared away; one that is being written is left alone", async () => {
    await writeFile(join(folder, "site.snapshot.999999999.3"), "half");
    await writeFile(join(folder, `site.snapshot.${process.ppid}.3`), "half");
    await writeSnapshot(folder, KEY, 7, DATA);
    expect((await readdir(folder)).sort()).toEqual(["site.snapshot", `site.snapshot.${process.ppid}.3`]);
  });

  test("that the disk refuses rejects and leaves the one before", async () => {
    await writeSnapshot(folder, KEY, 7, DATA);
    const unserialisable = { act: () => {} };
    await expect(writeSnapshot(folder, KEY, 8, unserialisable)).rejects.toThrow();
    expect(readSnapshot(folder, KEY)?.version).toBe(7);
  });
});
