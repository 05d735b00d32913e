/** Short news at the foot of the screen: that something is done, with the way to undo it, or why it was not. */
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../frame/icons.tsx";

interface Toast {
  id: number;
  text: string;
  isError: boolean;
  undo: (() => void) | null;
}

let listener: (toasts: Toast[]) => void = () => {};
let toasts: Toast[] = [];
let lastId = 0;

const SHOWN_MS = 6_000;

export function toast(text: string, undo: (() => void) | null = null): void {
  show({ text, isError: false, undo });
}

/** Errors stay until they are closed: nobody should have to read quickly. */
export function toastError(error: unknown): void {
  show({ text: error instanceof Error ? error.message : String(error), isError: true, undo: null });
}

function show(news: Omit<Toast, "id">): void {
  lastId += 1;
  const id = lastId;
  set([...toasts, { ...news, id }].slice(-3));
  if (!news.isError) setTimeout(() => close(id), SHOWN_MS);
}

function close(id: number): void {
  set(toasts.filter((one) => one.id !== id));
}

function set(next: Toast[]): void {
  toasts = next;
  listener(toasts);
}

export function Toasts() {
  const [shown, setShown] = useState(toasts);
  useEffect(() => {
    listener = setShown;
    return () => {
      listener = () => {};
    };
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map(({ id, text, isError, undo }) => (
        <div key={id} class={isError ? "toast toast-error" : "toast"}>
          <span>{text}</span>
          {undo && (
            <button
              type="button"
              onClick={() => {
                close(id);
                undo();
              }}
            >
              Undo
            </button>
          )}
          <button type="button" class="toast-close" aria-label="Close" onClick={() => close(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
