import type { AgentIntroduction } from "../../shared/shopper-socket.ts";
import type { OutboxEntry } from "./outbox.ts";
import type { Line } from "./view.ts";

/** What stays with this visitor on this site (`localStorage`), from the first interaction or opening on. */
export interface VisitorMemory {
  token: string;
  /** Openings that were dismissed since the last silence, epoch milliseconds. */
  dismissals: number[];
  /** No opening before then, epoch milliseconds. */
  quietUntil: number;
  /** When a page of the shop was last seen, epoch milliseconds. */
  seenAt: number;
}

/** What stays with this tab (`sessionStorage`): it makes a reload feel as if nothing had happened. */
export interface TabMemory {
  open: boolean;
  /** The panel was opened in this visit, so there is no need to knock. */
  opened: boolean;
  conversation: { id: string; agent: AgentIntroduction; lines: Line[]; seq: number };
  outbox: OutboxEntry[];
  draft: string;
  seenSeq: number;
}
