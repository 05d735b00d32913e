/** `POST /api/orders`: what a shop's server reports of an order: that it was placed, refunded in part or whole, or cancelled. */
import { z } from "zod";
import { AMOUNT_MAX, CURRENCY_PATTERN, SKU_MAX_LENGTH } from "./limits.ts";

const orderId = z.string().min(1).max(200);
const minorUnits = z
  .int("whole minor units, such as 1999 for $19.99")
  .min(0, "0 or more; what is paid back is a refund")
  .max(AMOUNT_MAX, `${AMOUNT_MAX} minor units at most`);
const currency = z.string().regex(CURRENCY_PATTERN, "three letters, such as EUR");
const said = { siteKey: z.string().min(1).max(100), orderId };

export const purchaseSchema = z
  .object({
    ...said,
    type: z.literal("purchase").optional(),
    /** The buyer, as the widget knows them … */
    visitorToken: z.string().max(1_000).optional(),
    /** … or as the shop does. */
    userId: z.string().min(1).max(200).optional(),
    /** The order's total in minor units. */
    value: minorUnits,
    currency,
    items: z
      .array(z.object({ sku: z.string().min(1).max(SKU_MAX_LENGTH), quantity: z.number().int().min(1) }))
      .max(500)
      .optional(),
  })
  .refine((order) => (order.visitorToken === undefined) !== (order.userId === undefined), {
    path: ["visitorToken"],
    message: "Either visitorToken or userId says who bought.",
  });

/** The order itself says who bought. */
export const refundSchema = z.object({
  ...said,
  type: z.literal("refund"),
  /** Each refund of an order counts once. */
  refundId: z.string().min(1).max(200),
  /** What is paid back in minor units. */
  value: minorUnits,
  currency,
});

export const cancellationSchema = z.object({ ...said, type: z.literal("cancellation") });

/** Without a type it is a purchase. */
export const orderSchema = z.discriminatedUnion("type", [purchaseSchema, refundSchema, cancellationSchema]);
export type Order = z.infer<typeof orderSchema>;
