import type { ComponentChildren } from "preact";
import type { Session } from "../api/session.ts";
import { SideBar } from "./side-bar.tsx";

export function Frame({ session, children }: { session: Session; children: ComponentChildren }) {
  return (
    <div class="frame">
      <a class="skip-link" href="#content">
        Skip to the contents
      </a>
      <SideBar session={session} />
      <main id="content" tabIndex={-1} class="page">
        {children}
      </main>
    </div>
  );
}
