import { expect, it } from "vitest";
import { connectionOfUrl, persevere } from "../../../server/store/database.ts";

it.each([
  [
    "postgres://ada:s%40fe@db.example:6543/shop",
    { host: "db.example", port: 6543, username: "ada", password: "s@fe", database: "shop" },
  ],
  ["postgresql://ada@db.example/shop", { host: "db.example", port: 5432, password: "" }],
  ["postgres://ada@localhost/shop?host=%2Fvar%2Frun%2Fpostgresql", { host: "/var/run/postgresql" }],
  ["postgres://ada@db.example/shop?sslmode=require", { ssl: "require" }],
])("understands %s", (url, options) => {
  expect(connectionOfUrl(url)).toMatchObject(options);
});

it.each(["mysql://ada@db.example/shop", "db.example"])(
  "refuses %s in words an operator understands",
  (url) => {
    expect(() => connectionOfUrl(url)).toThrow("DATABASE_URL must look like postgres://");
  },
);

const lost = () => Object.assign(new Error("gone"), { code: "CONNECTION_CLOSED" });

it("repeats work whose connection was lost, and tells it which attempt it is", async () => {
  const attempts: number[] = [];
  const done = await persevere(async (attempt) => {
    attempts.push(attempt);
    if (attempt < 3) throw lost();
    return "done";
  });
  expect(done).toBe("done");
  expect(attempts).toEqual([1, 2, 3]);
});

it("repeats nothing that failed for another reason, and gives up in the end", async () => {
  let attempts = 0;
  const refused = persevere(async () => {
    attempts += 1;
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  expect(attempts).toBe(1);
  const neverBack = persevere(async () => {
    attempts += 1;
    throw lost();
  }, 1);
  await expect(neverBack).rejects.toThrow("gone");
  expect(attempts).toBeGreaterThan(1);
});
