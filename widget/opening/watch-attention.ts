import type { Attention } from "./opening-rules.ts";

const TICK_MS = 500;
const ACTIVITY = ["pointermove", "pointerdown", "keydown", "scroll"] as const;

export interface AttentionWatch {
  /** Another page of a single-page app: attention starts anew. */
  restart(): void;
  stop(): void;
}

/** Measures attention while the page is visible, and reports it twice a second. Hidden time counts as nothing. */
export function watchAttention(
  onTick: (attention: Pick<Attention, "visibleMs" | "idleMs">) => void,
): AttentionWatch {
  let visibleMs = 0;
  let idleMs = 0;
  const watching = new AbortController();
  const { signal } = watching;
  const stirred = () => {
    idleMs = 0;
  };
  const timer = setInterval(() => {
    if (document.visibilityState !== "visible") return;
    visibleMs += TICK_MS;
    idleMs += TICK_MS;
    onTick({ visibleMs, idleMs });
  }, TICK_MS);
  for (const type of ACTIVITY) addEventListener(type, stirred, { signal, passive: true, capture: true });

  return {
    restart() {
      visibleMs = 0;
      idleMs = 0;
    },
    stop() {
      clearInterval(timer);
      watching.abort();
    },
  };
}
