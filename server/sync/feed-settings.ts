/** What a merchant says of a feed, and how it is shown back. */
import { z } from "zod";
import { URL_MAX_LENGTH } from "../../shared/limits.ts";
import { CATALOG_FORMATS } from "../catalog/import/detect-format.ts";
import type { Feed, FeedSettings } from "../store/feed-repository.ts";
import { AddressRefused, addressCheck, checkUrl } from "./checked-address.ts";

const MINUTE = 60;
const SECONDS = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE };
const SHORTEST = 5 * MINUTE;
const LONGEST = 7 * SECONDS.d;

export const intervalSchema = z
  .string()
  .regex(/^\d{1,5}[mhd]$/, "must look like 30m, 1h or 1d")
  .refine((text) => secondsOf(text) >= SHORTEST && secondsOf(text) <= LONGEST, "must be from 5m to 7d");

export const feedSchema = z.strictObject({
  url: z.string().max(URL_MAX_LENGTH),
  every: intervalSchema.default("1h").describe("30m, 1h, 1d; from 5m to 7d"),
  format: z.enum(["auto", ...CATALOG_FORMATS]).default("auto"),
  replace: z.boolean().default(false).describe("Hide whatever the feed leaves out"),
});

/** As it is shown: a password in the URL is not. */
export interface ShownFeed {
  url: string;
  every: string;
  format: FeedSettings["format"];
  replace: boolean;
  nextAt: string;
  lastAt: string | null;
  lastCode: string | null;
  lastMessage: string | null;
  failures: number;
}

export type FeedReading = { ok: true; feed: FeedSettings } | { ok: false; message: string };

/** What can be refused before anything is fetched is refused here. */
export function readFeedSettings(
  { url: text, every, format, replace }: z.output<typeof feedSchema>,
  allowPrivate: boolean,
): FeedReading {
  if (!URL.canParse(text)) return { ok: false, message: `${text.slice(0, 100)} is not a URL` };
  const url = new URL(text);
  try {
    checkUrl(url, addressCheck(allowPrivate));
  } catch (error) {
    if (error instanceof AddressRefused) return { ok: false, message: error.message };
    throw error;
  }
  // A format that the address names is as good as one that is given.
  const named = /\.(jsonl|ndjson)(\.gz)?$/i.test(url.pathname) ? "jsonl" : format;
  return {
    ok: true,
    feed: {
      url: url.href,
      format: format === "auto" ? named : format,
      replaces: replace,
      everySeconds: secondsOf(every),
    },
  };
}

export function shownFeed({ url: text, format, replaces, everySeconds, ...feed }: Feed): ShownFeed {
  const { nextAt, lastAt, lastCode, lastMessage, failures } = feed;
  const url = new URL(text);
  if (url.password !== "") url.password = "***";
  return {
    url: url.href,
    every: intervalOf(everySeconds),
    format,
    replace: replaces,
    ...{ nextAt, lastAt, lastCode, lastMessage, failures },
  };
}

function secondsOf(interval: string): number {
  const unit = interval.at(-1);
  const factor = unit === "d" ? SECONDS.d : unit === "h" ? SECONDS.h : SECONDS.m;
  return Number.parseInt(interval, 10) * factor;
}

function intervalOf(seconds: number): string {
  if (seconds % SECONDS.d === 0) return `${seconds / SECONDS.d}d`;
  return seconds % SECONDS.h === 0 ? `${seconds / SECONDS.h}h` : `${seconds / SECONDS.m}m`;
}
