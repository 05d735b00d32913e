import type { Page, Signal } from "../../shared/shopper-socket.ts";
import type { Call } from "../embed-types.ts";
import type { PageEvents } from "./page-events.ts";

/** What `window.overture(command, …)` can do. The page's arguments are checked here and nowhere else. */
export interface Commands {
  open(): void;
  close(): void;
  toggle(): void;
  show(): void;
  hide(): void;
  send(text: string): void;
  page(page: Partial<Page>): void;
  trackCart(items: number): void;
  trackNoResults(query: string): void;
  trackSignal(signal: Omit<Signal, "id">): void;
  identify(userId: string, hash: string): void;
  locale(locale: string): void;
  theme(theme: string): void;
  destroy(): void;
}

export function runCommand([command, argument, facts]: Call, commands: Commands, events: PageEvents): void {
  switch (command) {
    case "open":
    case "close":
    case "toggle":
    case "show":
    case "hide":
    case "destroy":
      commands[command]();
      break;
    case "send":
    case "locale":
    case "theme":
      if (typeof argument === "string" && argument.trim()) commands[command](argument.trim());
      break;
    case "page": {
      const { url, title, sku } = texts(argument);
      commands.page({
        ...(url && { url: new URL(url, location.href).href }),
        ...(title && { title }),
        ...(sku && { sku }),
      });
      break;
    }
    case "identify": {
      const identity = identityOf(argument);
      if (identity) commands.identify(identity.userId, identity.hash);
      break;
    }
    case "track":
      track(argument, facts, commands);
      break;
    case "on":
      events.on(argument, facts);
      break;
    case "off":
      events.off(argument, facts);
  }
}

export function identityOf(argument: unknown): { userId: string; hash: string } | undefined {
  const { userId, hash } = texts(argument);
  return userId && hash ? { userId, hash } : undefined;
}

export function track(
  event: unknown,
  facts: unknown,
  commands: Pick<Commands, "trackCart" | "trackNoResults" | "trackSignal">,
): void {
  const { sku, currency, orderId, query = "" } = texts(facts);
  const { items, value } = numbers(facts);
  if (event === "no-results") commands.trackNoResults(query.slice(0, 200));
  if (event === "cart") commands.trackCart(items ?? 0);
  if (event !== "cart-add" && event !== "purchase") return;
  commands.trackSignal({
    type: event,
    ...(sku && { sku }),
    ...(value !== undefined && { value }),
    ...(currency && { currency }),
    ...(orderId && { orderId }),
  });
}

const entriesOf = (value: unknown) => (typeof value === "object" && value ? Object.entries(value) : []);

function texts(value: unknown): Record<string, string | undefined> {
  return Object.fromEntries(entriesOf(value).filter((entry) => typeof entry[1] === "string"));
}

function numbers(value: unknown): Record<string, number | undefined> {
  return Object.fromEntries(entriesOf(value).filter((entry) => Number.isFinite(entry[1])));
}
