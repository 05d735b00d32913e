import { useEffect, useRef, useState } from "preact/hooks";
import { Composer } from "./composer.tsx";
import { Header } from "./header.tsx";
import { keepFocusInside } from "./keep-focus-inside.ts";
import { MessageList } from "./message-list.tsx";
import type { PanelActions, PanelModel, Shown } from "./panel-model.ts";
import * as words from "./words.ts";

/** The dialog. On a small screen it is modal, because nothing else can be seen. */
export function Panel({ model, actions }: { model: PanelModel; actions: PanelActions }) {
  const panel = useRef<HTMLElement>(null);
  const [shown, show] = useState<Shown | null>(null);
  const { inPlace, sheet, view } = model;

  useEffect(() => {
    if (!model.takesFocus) return;
    // On a touch screen the keyboard would cover the words that the shopper wants to read first.
    const touch = matchMedia("(pointer: coarse)").matches;
    const target = touch ? panel.current : panel.current?.querySelector("textarea");
    target?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // The page's shortcuts must not hear what is typed here.
    event.stopPropagation();
    if (event.key === "Escape" && !event.defaultPrevented) {
      // What was asked for last goes first.
      if (shown) shown.done();
      else actions.close();
    }
    if (event.key === "Tab" && sheet && panel.current) keepFocusInside(panel.current, event);
  };

  const semantics = inPlace
    ? ({ role: "region" } as const)
    : ({ role: "dialog", "aria-modal": sheet } as const);
  return (
    <section
      ref={panel}
      class={`panel ${inPlace ? "in-place" : sheet ? "sheet" : ""}`}
      {...semantics}
      tabindex={-1}
      aria-label={view.person || `${model.agentName}, ${words.assistant}`}
      onKeyDown={onKeyDown}
    >
      <Header model={model} actions={actions} show={show} />
      {view.connection === "offline" && (
        <p class="small banner" role="status">
          {words.offline}
        </p>
      )}
      {view.connection === "refused" && (
        <p class="small banner" role="alert">
          {words.refused}
        </p>
      )}
      <MessageList model={model} actions={actions} />
      {shown?.content}
      <Composer model={model} actions={actions} />
    </section>
  );
}
