/**
 * A small JSON object in one key of the browser's storage. Every write reads first, so that two tabs add to each
 * other's changes. Where storage is forbidden (sandboxed frames, blocked cookies) it lives in memory.
 */
export interface Shelf<Content extends object> {
  read(): Partial<Content>;
  write(change: Partial<Content>): void;
  /** Empties it but for what of `kept` is there. */
  clear(kept?: readonly (keyof Content)[]): void;
}

export function createShelf<Content extends object>(area: () => Storage, key: string): Shelf<Content> {
  let memory: Partial<Content> = {};

  function read(): Partial<Content> {
    try {
      const text = area().getItem(key);
      const content: unknown = text ? JSON.parse(text) : {};
      return typeof content === "object" && content ? content : {};
    } catch {
      return memory;
    }
  }

  return {
    read,
    write(change) {
      memory = { ...read(), ...change };
      try {
        area().setItem(key, JSON.stringify(memory));
      } catch {}
    },
    clear(kept = []) {
      const all = read();
      memory = {};
      for (const name of kept) if (name in all) memory[name] = all[name];
      try {
        // One change, so that other tabs never see a shelf without what is kept.
        if (Object.keys(memory).length) area().setItem(key, JSON.stringify(memory));
        else area().removeItem(key);
      } catch {}
    },
  };
}
