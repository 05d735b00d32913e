import { useEffect, useState } from "preact/hooks";
import { inkOn } from "./ink-on.ts";

/** The agent's face in the chat: the merchant's picture, and its mark where there is none or none that can be shown. */
export function Portrait({ url, accent }: { url: string | undefined; accent: string }) {
  const [isBroken, setBroken] = useState(false);
  useEffect(() => setBroken(false), [url]);
  if (url !== undefined && /^https?:\/\/./.test(url) && !isBroken)
    return <img class="agent-portrait" src={url} alt="" onError={() => setBroken(true)} />;
  return (
    <span class="agent-portrait" style={{ background: accent, color: inkOn(accent) }}>
      <Mark />
    </span>
  );
}

/** As on the button in the shop. */
export function Mark() {
  return (
    <svg viewBox="0 0 28 28" width="60%" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
      <path d="M14 2.5C6.8 2.5 1.5 7 1.5 13c0 3.1 1.4 5.7 3.7 7.6L4.4 26l5.5-2.9c1.3.3 2.7.4 4.1.4 7.2 0 12.5-4.5 12.5-10.5S21.2 2.5 14 2.5ZM12.3 8.6c-1.6.8-2.5 1.9-2.6 2.9 1.4 0 2.5 1 2.5 2.4S11.1 16.5 9.7 16.5 7 15.3 7 13.4c0-2.7 1.8-5.2 4.5-6.3ZM19.9 8.6c-1.6.8-2.5 1.9-2.6 2.9 1.4 0 2.5 1 2.5 2.4s-1.1 2.6-2.5 2.6-2.7-1.2-2.7-3.1c0-2.7 1.8-5.2 4.5-6.3Z" />
    </svg>
  );
}
