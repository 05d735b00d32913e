/** What a site is made of, as people write it and as it is kept: the same for the API and for commands. */
import { z } from "zod";
import { isAllowableOrigin } from "../gateway/origin-allowed.ts";
import { keptText } from "./kept-text.ts";

/** Throws an `Error` with the way out; the API and the commands say it in their own manner. */
export function readOrigin(text: string): string {
  if (!isAllowableOrigin(text))
    throw new Error(
      `${text} is not an origin; write https://shop.example or https://*.shop.example, without a path`,
    );
  return text.replace(/\/$/, "");
}

/** In upper case. Throws like `readOrigin`. */
export function readCurrency(code: string): string {
  const upper = code.toUpperCase();
  if (!Intl.supportedValuesOf("currency").includes(upper))
    throw new Error(`${code} is not an ISO 4217 currency, such as EUR`);
  return upper;
}

/** As its registry writes it. Throws like `readOrigin`. */
export function readLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    throw new Error(`${tag} is not a BCP 47 locale, such as en-GB`);
  }
}

/** A scheme, a host name and a port have no more. */
const ORIGIN_MAX = 300;
const TAG_MAX = 100;

const read = (reading: (text: string) => string, max: number) =>
  z
    .string()
    .trim()
    .max(max, { abort: true })
    .transform((text, context) => {
      try {
        return reading(text);
      } catch (error) {
        context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
        return z.NEVER;
      }
    });

export const originSchema = read(readOrigin, ORIGIN_MAX);
export const currencySchema = read(readCurrency, TAG_MAX);
export const localeSchema = read(readLocale, TAG_MAX);

const ORIGINS_MAX = 50;

export const siteFieldsSchema = z.strictObject({
  name: keptText(z.string().trim().min(1, "A shop has a name.").max(100)),
  origins: z
    .array(originSchema)
    .min(1, "Name at least one address.")
    .max(ORIGINS_MAX)
    .transform((origins) => [...new Set(origins)]),
  currency: currencySchema,
  locale: localeSchema,
});
