import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

/** A view's title, which the browser's tab has too; what it is about; and what can be done. */
export function PageHead({
  title,
  about,
  actions,
}: {
  title: string;
  about?: ComponentChildren;
  actions?: ComponentChildren;
}) {
  useEffect(() => {
    document.title = `${title} · Overture`;
  }, [title]);
  return (
    <div class="page-head">
      <div>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
      </div>
      {actions && <div class="page-actions">{actions}</div>}
    </div>
  );
}
