export const REVIEW_FORMATS = ["csv", "json", "jsonl", "google"] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];
