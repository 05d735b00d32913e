/** In the place of `engine.io-client`'s helpers, for browsers of this decade and packets of text. */
type Options = Record<string, unknown>;

export const pick = (): Options => ({});

export function installTimerFunctions(target: Options): void {
  target.setTimeoutFn = setTimeout.bind(globalThis);
  target.clearTimeoutFn = clearTimeout.bind(globalThis);
}

export const byteLength = (text: string): number => new Blob([text]).size;

export const randomString = (): string => Math.random().toString(36).slice(2);
