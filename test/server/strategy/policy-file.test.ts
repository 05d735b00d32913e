import { describe, expect, it } from "vitest";
import { readPolicyFile } from "../../../server/strategy/policy-file.ts";
import { openPolicyFile } from "../../../server/turn/policy-shelf.ts";
import { policyFile } from "../../support/policy-file.ts";

const whole = policyFile();
const linear = whole.model.type === "linear" ? whole.model.linear : null;
if (!linear) throw new Error("the test's policy is linear");

describe("[POL-1] a policy file", () => {
  it("is read as it was written, also after JSON", () => {
    expect(readPolicyFile(JSON.parse(JSON.stringify(whole)))).toEqual({ ok: true, file: whole });
  });

  it.each<[string, unknown, string, RegExp]>([
    ["no object", 7, "policy/not-a-policy", /no format/],
    ["null", null, "policy/not-a-policy", /no format/],
    ["another file", { name: "package" }, "policy/not-a-policy", /no format/],
    [
      "a later format",
      { ...whole, format: "overture-policy/9" },
      "policy/other-format",
      /overture-policy\/1/,
    ],
    ["no model", { ...whole, model: undefined }, "policy/damaged", /^model/],
    ["an unknown model", { ...whole, model: { type: "oracle" } }, "policy/damaged", /^model/],
    [
      "a strategy nobody has",
      {
        ...whole,
        model: { type: "linear", linear: { ...linear, strategies: ["flattery", "yield", "credibility"] } },
      },
      "policy/damaged",
      /strategies/,
    ],
    [
      "a weight that is no number",
      { ...whole, model: { type: "linear", linear: { ...linear, bias: [null, 0, 0] } } },
      "policy/damaged",
      /bias/,
    ],
    [
      "a row too few",
      { ...whole, model: { type: "linear", linear: { ...linear, weights: linear.weights.slice(1) } } },
      "policy/damaged",
      /do not fit/,
    ],
    [
      "a row too short",
      { ...whole, model: { type: "linear", linear: { ...linear, weights: [[1], [1], [1]] } } },
      "policy/damaged",
      /do not fit/,
    ],
    [
      "a feature twice",
      {
        ...whole,
        model: { type: "linear", linear: { ...linear, features: ["wishes", "wishes", "heard doubt"] } },
      },
      "policy/damaged",
      /twice/,
    ],
    [
      "a wild weight",
      { ...whole, model: { type: "linear", linear: { ...linear, bias: [1e300, 0, 0] } } },
      "policy/damaged",
      /bias/,
    ],
    ["a field nobody knows", { ...whole, secret: 1 }, "policy/damaged", /secret/],
    ["a name like a path", { ...whole, name: "../rules" }, "policy/damaged", /name/],
    [
      "a floor above its limit",
      { ...whole, exploration: { floor: 0.5, uniform: 0 } },
      "policy/damaged",
      /floor/,
    ],
  ])("is refused with a reason: %s", (_, file, code, why) => {
    const reading = readPolicyFile(file);
    expect(reading).toMatchObject({ ok: false, code });
    expect(reading.ok ? "" : reading.why).toMatch(why);
  });

  it("that builds on a policy nobody has is refused", () => {
    const opening = openPolicyFile({ ...whole, model: { type: "change", of: "oracle", change: linear } });
    expect(opening).toMatchObject({ ok: false, why: expect.stringContaining("builds on") });
  });
});
