/** In the place of `@socket.io/component-emitter`: what the client library calls of it. */
type Listener = (...args: unknown[]) => void;

export class Emitter {
  #listeners = new Map<string, { listener: Listener; called: Listener }[]>();

  on(event: string, listener: Listener, called = listener): this {
    this.#listeners.set(event, [...this.listenersOf(event), { listener, called }]);
    return this;
  }

  once(event: string, listener: Listener): this {
    return this.on(event, listener, (...args) => {
      this.off(event, listener);
      listener.apply(this, args);
    });
  }

  /** Takes off a listener, all of an event, or all. */
  off(event?: string, listener?: Listener): this {
    if (event === undefined) this.#listeners.clear();
    else
      this.#listeners.set(
        event,
        listener ? this.listenersOf(event).filter((entry) => entry.listener !== listener) : [],
      );
    return this;
  }

  removeAllListeners(event?: string): this {
    return this.off(event);
  }

  /** The library's subclasses override `emit`, and announce their own events past it. */
  emitReserved(event: string, ...args: unknown[]): this {
    for (const { called } of this.listenersOf(event)) called.apply(this, args);
    return this;
  }

  emit(event: string, ...args: unknown[]): this {
    return this.emitReserved(event, ...args);
  }

  listeners(event: string): Listener[] {
    return this.listenersOf(event).map(({ listener }) => listener);
  }

  hasListeners(event: string): boolean {
    return this.listenersOf(event).length > 0;
  }

  private listenersOf(event: string) {
    return this.#listeners.get(event) ?? [];
  }
}
