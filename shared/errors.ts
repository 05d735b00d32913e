/**
 * Error codes of the wire. They are a contract: clients branch on the code and show the message only to people.
 */
export const ERROR_CODES = [
  "site/unknown",
  "site/origin-refused",
  "visitor/token-invalid",
  "rate/too-fast",
  "message/empty",
  "message/too-long",
  "payload/invalid",
  "conversation/unknown",
  "conversation/closed",
  "opening/unwelcome",
  "server/busy",
  "server/unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface WireError {
  code: ErrorCode;
  message: string;
}
export type Refusal = { ok: false; error: WireError };
/** What every client event is answered with. `ok: true` means that the fact is stored durably. */
export type Acknowledgement<Facts extends object = object> = ({ ok: true } & Facts) | Refusal;
