/** What a few letters lead to. */
import { describe, expect, test } from "vitest";
import { type Destination, destinationsFor } from "../../dashboard/frame/go-to.tsx";

const ALL: Destination[] = [
  { href: "/dashboard/", name: "Overview" },
  { href: "/dashboard/gaps", name: "Content gaps" },
  { href: "/dashboard/experiments/a", name: "Talk or facts", kind: "Experiment" },
];
const names = (text: string) => destinationsFor(text, ALL).map(({ name }) => name);

describe("going to a place by its name", () => {
  test("shows the places before anything is typed", () => {
    expect(names("")).toEqual(["Overview", "Content gaps"]);
  });
  test("takes the beginnings of words, in any order", () => {
    expect(names("ga")).toEqual(["Content gaps", "“ga”"]);
    expect(names("facts ta")[0]).toBe("Talk or facts");
  });
  test("looks for anything else in conversations", () => {
    expect(destinationsFor("rain & mud", ALL)).toEqual([
      {
        href: "/dashboard/conversations?query=rain+%26+mud",
        name: "“rain & mud”",
        kind: "Search in conversations",
      },
    ]);
  });
});
