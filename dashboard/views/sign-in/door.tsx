import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

/** A page for who is not in yet: one card, one thing to do. */
export function DoorPage({
  title,
  about,
  children,
}: {
  title: string;
  about: ComponentChildren;
  children: ComponentChildren;
}) {
  useEffect(() => {
    document.title = `${title} · Overture`;
  }, [title]);
  return (
    <main class="door">
      <div class="door-card">
        <div class="door-title">
          <img src="/dashboard/icon.svg" alt="" width="32" height="32" />
          <h1>{title}</h1>
          <p class="soft">{about}</p>
        </div>
        {children}
      </div>
    </main>
  );
}
