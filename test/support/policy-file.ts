import type { PolicyFile } from "../../server/strategy/policy-file.ts";

/** A whole policy file: a fact, and nothing else where it can be had. */
export function policyFile(part: Partial<PolicyFile> = {}): PolicyFile {
  return {
    format: "overture-policy/1",
    name: "test",
    version: "1",
    model: {
      type: "linear",
      linear: {
        strategies: ["credibility", "experience-inquiry", "yield"],
        features: ["wishes", "has substance", "heard doubt"],
        bias: [2, 0, 0],
        weights: [
          [0, 0, 1],
          [3, 0, 0],
          [0, 4, 0],
        ],
      },
    },
    training: { by: "hand", at: "2026-01-01T00:00:00.000Z", data: "none", settings: {}, figures: {} },
    ...part,
  };
}
