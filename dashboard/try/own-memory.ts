/**
 * Whoever tries the assistant here is a shopper of their own, apart from who they are in the shop, which may be on the same address
 * (the demo's is): what is left out of the figures must not take a real visitor with it. So in this page, and in no other,
 * the browser's storage has its keys under a name of its own.
 */
const PREFIX = "overture-try:";

export function keepOwnMemory(): void {
  const { getItem, setItem, removeItem } = Storage.prototype;
  Object.assign(Storage.prototype, {
    getItem(this: Storage, key: string) {
      return getItem.call(this, PREFIX + key);
    },
    setItem(this: Storage, key: string, value: string) {
      setItem.call(this, PREFIX + key, value);
    },
    removeItem(this: Storage, key: string) {
      removeItem.call(this, PREFIX + key);
    },
  });
}

/** The next talk is with somebody who was never here. */
export function forgetOwnMemory(): void {
  for (const area of [localStorage, sessionStorage])
    for (const key of Object.keys(area))
      if (key.startsWith(PREFIX)) area.removeItem(key.slice(PREFIX.length));
}
