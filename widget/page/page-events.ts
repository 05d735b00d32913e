/** `overture("on", name, handler)`: what the page hears of the widget. A handler that throws is its own affair. */
export interface PageEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
  preventDefault(): void;
}
type Handler = (event: PageEvent) => void;

export interface PageEvents {
  on(name: unknown, handler: unknown): void;
  off(name: unknown, handler: unknown): void;
  hears(name: string): boolean;
  /** False when a handler has prevented the default. */
  emit(name: string, detail?: Record<string, unknown>): boolean;
}

const isHandler = (value: unknown): value is Handler => typeof value === "function";

export function createPageEvents(): PageEvents {
  const handlers = new Map<string, Set<Handler>>();
  return {
    on(name, handler) {
      if (typeof name !== "string" || !isHandler(handler)) return;
      handlers.set(name, (handlers.get(name) ?? new Set()).add(handler));
    },
    off(name, handler) {
      if (typeof name !== "string") return;
      if (isHandler(handler)) handlers.get(name)?.delete(handler);
      else handlers.delete(name);
    },
    hears: (name) => !!handlers.get(name)?.size,
    emit(type, detail = {}) {
      let goesOn = true;
      const preventDefault = () => {
        goesOn = false;
      };
      for (const handler of handlers.get(type) ?? []) {
        try {
          handler({ type, detail, preventDefault });
        } catch (error) {
          console.error(error);
        }
      }
      return goesOn;
    },
  };
}
