/** What the gateway writes down; pino fits. Never a message's text, a token or a key. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
