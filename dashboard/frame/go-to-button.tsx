/** Opens the way to anywhere, also by Ctrl+K, or ⌘K on a Mac. */
import type { ComponentType } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { toastError } from "../parts/toast.tsx";
import type { Destination, GoToProps } from "./go-to.tsx";
import { Icon } from "./icons.tsx";

const IS_MAC = /mac|iphone|ipad/i.test(navigator.userAgent);

export function GoToButton({ places }: { places: readonly Destination[] }) {
  const [GoTo, setGoTo] = useState<ComponentType<GoToProps> | null>(null);
  const open = useCallback(() => {
    import("./go-to.tsx").then((module) => setGoTo(() => module.default), toastError);
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(IS_MAC ? event.metaKey : event.ctrlKey)) return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [open]);
  return (
    <>
      <button
        type="button"
        class="go-to-button"
        aria-keyshortcuts={IS_MAC ? "Meta+K" : "Control+K"}
        onClick={open}
      >
        <Icon name="search" />
        Go to…
        <kbd class="small">{IS_MAC ? "⌘K" : "Ctrl K"}</kbd>
      </button>
      {GoTo && <GoTo places={places} onClose={() => setGoTo(null)} />}
    </>
  );
}
