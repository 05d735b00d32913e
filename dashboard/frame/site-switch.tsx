/** Whose dashboard it is; from here one goes to one's other shops, and to what the shop itself is. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { Session } from "../api/session.ts";
import { goToSite, listSites } from "../api/sites.ts";
import { toastError } from "../parts/toast.tsx";
import { useResource } from "../parts/use-resource.tsx";
import { Icon } from "./icons.tsx";
import { useMay, useSessionState } from "./session-state.tsx";

export function SiteSwitch({ site }: { site: Session["site"] }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { path } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const close = () => menu.current?.removeAttribute("open");
  useEffect(close, [path]);
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) close();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      close();
      menu.current?.querySelector("summary")?.focus();
    };
    addEventListener("pointerdown", onPointer);
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("pointerdown", onPointer);
      removeEventListener("keydown", onKey);
    };
  }, [isOpen]);
  return (
    <details ref={menu} class="site-switch" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="side-site">
        <span class="side-mark" aria-hidden="true">
          {[...site.name][0]?.toUpperCase() ?? "O"}
        </span>
        <span class="side-name">{site.name}</span>
        <span class="visually-hidden">: shops</span>
        <Icon name="updown" />
      </summary>
      {isOpen && <SiteMenu onClose={close} />}
    </details>
  );
}

function SiteMenu({ onClose }: { onClose: () => void }) {
  const { enter } = useSessionState();
  const { route } = useLocation();
  const isOwner = useMay("owner");
  const sites = useResource("sites", listSites);
  const go = (siteKey: string) =>
    goToSite(siteKey).then((session) => {
      route("/dashboard/");
      enter(session);
    }, toastError);
  const others = sites.data?.filter(({ isHere }) => !isHere) ?? [];
  return (
    <div class="site-menu">
      {others.length > 0 && (
        <ul>
          {others.map(({ siteKey, name }) => (
            <li key={siteKey}>
              <button type="button" onClick={() => go(siteKey)}>
                <span class="side-mark side-mark-other" aria-hidden="true">
                  {[...name][0]?.toUpperCase() ?? "O"}
                </span>
                <span class="side-name">{name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <a href="/dashboard/shop" onClick={onClose}>
        This shop's details
      </a>
      {isOwner && (
        <a href="/dashboard/shop/new" onClick={onClose}>
          <Icon name="plus" />
          Add a shop
        </a>
      )}
    </div>
  );
}
