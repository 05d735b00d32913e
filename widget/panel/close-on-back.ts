interface CloseWatching {
  onclose: (() => void) | null;
  destroy(): void;
}
declare global {
  interface Window {
    CloseWatcher?: new () => CloseWatching;
  }
}

/** Android's Back closes the sheet, without an entry in the page's history. Returns an undo. */
export function closeOnBack(close: () => void): () => void {
  if (!window.CloseWatcher) return () => undefined;
  const watcher = new window.CloseWatcher();
  watcher.onclose = close;
  return () => watcher.destroy();
}
