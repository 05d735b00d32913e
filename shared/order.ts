/** `POST /api/orders`: a purchase as a shop's server reports it. */
import { z } from "zod";
import { SKU_MAX_LENGTH } from "./limits.ts";

export const orderSchema = z
  .object({
    siteKey: z.string().min(1).max(100),
    orderId: z.string().min(1).max(200),
    /** The buyer, as the widget knows them … */
    visitorToken: z.string().max(1_000).optional(),
    /** … or as the shop does. */
    userId: z.string().min(1).max(200).optional(),
    /** The order's total in minor units. */
    value: z.number().int().min(0),
    currency: z.string().length(3),
    items: z
      .array(z.object({ sku: z.string().min(1).max(SKU_MAX_LENGTH), quantity: z.number().int().min(1) }))
      .max(500)
      .optional(),
  })
  .refine((order) => (order.visitorToken === undefined) !== (order.userId === undefined), {
    path: ["visitorToken"],
    message: "Either visitorToken or userId says who bought.",
  });
export type Order = z.infer<typeof orderSchema>;
