import { useEffect } from "preact/hooks";

/** Asks before a page with unsaved changes is left, by whatever way. */
export function useLeaveGuard(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Before the router, which listens for the click as it comes up.
    const beforeLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || link.getAttribute("target") === "_blank") return;
      if (confirm("Your changes are not saved. Leave without them?")) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("beforeunload", beforeUnload);
    document.addEventListener("click", beforeLink, { capture: true });
    return () => {
      removeEventListener("beforeunload", beforeUnload);
      document.removeEventListener("click", beforeLink, { capture: true });
    };
  }, [isUnsaved]);
}
