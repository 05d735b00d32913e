import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const [inForce = ""] = readFileSync("docs/SPEC.md", "utf8").split("## Not yet in force");
const rules = [...inForce.matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].flatMap(([, id]) => id ?? []);
const tests = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(join("test", file), "utf8"))
  .join("\n");

it("finds the rules", () => {
  expect(rules.length).toBeGreaterThan(30);
  expect(new Set(rules).size).toBe(rules.length);
});

it.each(rules)("%s has a test that carries its ID", (id) => {
  expect(tests).toContain(`[${id}]`);
});
