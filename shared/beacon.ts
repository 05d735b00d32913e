/** `POST /api/events`: signals sent by `navigator.sendBeacon` when a page goes away. */
import { z } from "zod";
import { signalSchema } from "./shopper-socket.ts";

export const beaconSchema = z.object({
  siteKey: z.string().min(1).max(100),
  visitorToken: z.string().max(1_000),
  /** Without it the signals are kept as outcomes of the visitor, outside any conversation. */
  conversationId: z.uuid().optional(),
  signals: z.array(signalSchema).min(1).max(50),
});
export type Beacon = z.infer<typeof beaconSchema>;
