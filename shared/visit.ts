/** `POST /api/visits`: a page with `data-holdout` asks whether this visitor is shown the widget. */
import type { z } from "zod";
import { handshakeSchema } from "./shopper-socket.ts";

export const visitSchema = handshakeSchema.omit({ locale: true });
export type Visit = z.infer<typeof visitSchema>;

export interface VisitAnswer {
  ok: true;
  /** Left out where no experiment asks for it: then nobody is made known by looking at a page. */
  visitorToken?: string;
  widget: boolean;
}
