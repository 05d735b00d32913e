import type { RespondsTo } from "../../shared/shopper-socket.ts";
import type { LoggedEvent } from "../dialogue/events.ts";

/** What a turn sends while it is being spoken; the last one is `end` or `abort`. */
export type TurnSignal =
  | { type: "start"; turnId: string; respondsTo: RespondsTo }
  | { type: "sentence"; turnId: string; index: number; text: string }
  /** Stored; `logged` is the `turn-spoken` event with its seq. */
  | { type: "end"; turnId: string; logged: LoggedEvent }
  | { type: "abort"; turnId: string; code: string };
