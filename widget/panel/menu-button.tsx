import { useRef, useState } from "preact/hooks";
import { MoreIcon } from "./icons.tsx";
import type { PanelActions, PanelModel, Shown } from "./panel-model.ts";
import * as words from "./words.ts";

interface MenuButtonProps {
  model: PanelModel;
  actions: PanelActions;
  /** Shows something above the composer until it is given null. */
  show: (shown: Shown | null) => void;
}

type MenuChunk = typeof import("../menu/menu.tsx");

/**
 * A button that discloses more buttons: simpler for everybody than a menu with arrow keys. Few shoppers open it, so what
 * it discloses is fetched only when somebody is about to.
 */
export function MenuButton({ model, actions, show }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  /** False when it could not be fetched. */
  const [chunk, setChunk] = useState<MenuChunk | false>();
  const opener = useRef<HTMLButtonElement>(null);
  const loading = useRef(false);

  const load = () => {
    if (loading.current) return;
    loading.current = true;
    import("../menu/menu.tsx").then(
      (loaded) => {
        actions.adoptStyles(loaded.menuCss);
        setChunk(loaded);
      },
      () => {
        loading.current = false;
        setChunk(false);
      },
    );
  };
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    // Only the menu closes, not the panel behind it.
    event.preventDefault();
    close();
  };
  const onFocusOut = (event: FocusEvent) => {
    const { currentTarget, relatedTarget } = event;
    const inside = (currentTarget as Node).contains(relatedTarget as Node | null);
    if (relatedTarget && !inside) setOpen(false);
  };
  return (
    <fieldset aria-label={words.more} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        ref={opener}
        type="button"
        class="round tool"
        aria-label={words.more}
        aria-expanded={open}
        onPointerEnter={load}
        onClick={() => {
          setOpen(!open);
          if (!open) load();
        }}
      >
        <MoreIcon />
      </button>
      {open && (
        <div class="menu">
          {chunk ? (
            <chunk.Menu model={model} actions={actions} close={close} show={show} />
          ) : (
            <p class="small" role="status">
              {chunk === false ? words.menuMissing : words.moment}
            </p>
          )}
        </div>
      )}
    </fieldset>
  );
}
