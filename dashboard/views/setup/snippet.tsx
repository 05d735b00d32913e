import { CopyField } from "../../parts/copy-field.tsx";

/** The tag that puts the assistant on a page, from the server that the dashboard is on. */
export function snippetOf(siteKey: string): string {
  return `<script async src="${location.origin}/widget.js" data-site="${siteKey}"></script>`;
}

export function Snippet({ siteKey }: { siteKey: string }) {
  return <CopyField label="Script tag" value={snippetOf(siteKey)} />;
}
