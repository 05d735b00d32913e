/** What a shop pushes: whole products, deletions, and stock or prices alone, each with the shop's own version. */
import { z } from "zod";
import { SKU_MAX_LENGTH, URL_MAX_LENGTH } from "../../shared/limits.ts";

export const ITEMS_MAX = 1_000;
const TITLE_MAX = 500;
const DESCRIPTION_MAX = 100_000;
const NAME_MAX = 500;
/** Each of them may be an attribute, which takes its time to be understood. */
export const FIELDS_MAX = 1_000;

/** Numbers of the shop's own, or instants; of either the greater is the newer. */
const versionSchema = z
  .union(
    [
      z.int().min(0),
      z.iso
        .datetime({ offset: true })
        .transform((instant) => Date.parse(instant))
        .pipe(z.int().min(0)),
    ],
    { error: "must be a whole number or an instant such as 2026-03-01T12:00:00Z, from 1970 on" },
  )
  .describe("The shop's own, increasing with each change: a whole number or an ISO 8601 instant");
export const skuSchema = z
  .string()
  .min(1)
  .max(SKU_MAX_LENGTH)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "must hold no control characters");

export const priceSchema = z
  .union(
    [
      z.number().min(0),
      z.string().min(1).max(100),
      z.strictObject({ minor: z.int().min(0), currency: z.string().length(3) }),
      z.strictObject({
        amount: z.union([z.number().min(0), z.string().min(1).max(100)]),
        currency: z.string().length(3),
      }),
    ],
    { error: 'must be an amount such as 12.5 or "12,50 EUR", or { minor, currency }' },
  )
  .describe('12.5, "12.50 EUR", { amount, currency } or { minor, currency }');
const name = z.string().max(NAME_MAX);
const scalar = z.union([name, z.number(), z.boolean()]);
const address = z.string().max(URL_MAX_LENGTH);

/** Known fields have limits; any other is an attribute, as a column of a file would be. */
const productShape = {
  title: z.string().min(1).max(TITLE_MAX),
  description: z.string().max(DESCRIPTION_MAX).optional(),
  brand: name.nullish(),
  categories: z
    .union([name, z.array(name).max(20)])
    .optional()
    .describe("From broad to narrow"),
  tags: z.array(name).max(200).optional(),
  url: address.optional(),
  imageUrl: address.nullish(),
  price: priceSchema.nullish(),
  was: priceSchema.nullish(),
  inStock: z.boolean().optional(),
  attributes: z
    .union([
      z.record(name, z.union([scalar, z.array(scalar).max(100)])),
      z.array(z.looseObject({ name, value: scalar })).max(500),
    ])
    .optional(),
  variants: z
    .array(
      z.looseObject({
        sku: z.string().min(1).max(SKU_MAX_LENGTH),
        options: z
          .union([z.record(name, scalar), z.array(z.looseObject({ name, value: scalar })).max(20)])
          .optional(),
        price: priceSchema.nullish(),
        inStock: z.boolean().optional(),
      }),
    )
    .max(1_000)
    .optional(),
  rating: z.looseObject({ value: z.number(), count: z.int().min(0) }).nullish(),
  popularity: z.number().nullish(),
  reviews: z.array(z.looseObject({})).max(1_000).optional().describe("Left out, the reviews there are stay"),
  hidden: z.boolean().optional(),
};

export const productPutSchema = z.looseObject({ version: versionSchema, ...productShape });
const stockShape = {
  version: versionSchema,
  inStock: z.boolean().optional(),
  quantity: z.number().optional().describe("In place of inStock; above 0 is in stock"),
  price: priceSchema.optional(),
  was: priceSchema.nullish().describe("The price before a reduction; goes with price"),
};
const saysSomething = (patch: { inStock?: unknown; quantity?: unknown; price?: unknown }) =>
  patch.inStock !== undefined || patch.quantity !== undefined || patch.price !== undefined;
const NOTHING_SAID = { message: "needs inStock, quantity or price" };
export const stockPatchSchema = z.strictObject(stockShape).refine(saysSomething, NOTHING_SAID);

export const batchItemSchema = z.discriminatedUnion("op", [
  z.looseObject({ op: z.literal("put"), sku: skuSchema, version: versionSchema, ...productShape }),
  z.strictObject({ op: z.literal("delete"), sku: skuSchema, version: versionSchema }),
  z
    .strictObject({ op: z.literal("stock"), sku: skuSchema, ...stockShape })
    .refine(saysSomething, NOTHING_SAID),
]);

/** "items: …" in words: the first thing that is wrong, and where. */
export function problemOf({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.join(".") ?? "";
  return `${where === "" ? "" : `${where}: `}${issue?.message ?? "malformed"}`;
}
