import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { View } from "../session/view.ts";

const NEAR_END_PX = 48;

/**
 * Follows the talk as long as the reader is at its end, and leaves them alone when they have scrolled up. A turn that
 * is longer than the window is shown from its beginning: it grows downwards, under the eyes of who reads it.
 */
export function useReadingPosition(view: View) {
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const seen = useRef(0);
  const [hasNewer, setHasNewer] = useState(false);
  const lastLine = view.lines.at(-1);
  const ownMessage = lastLine?.type === "shopper" ? lastLine.id : null;

  const goToEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight, behavior: "smooth" });

  useLayoutEffect(() => {
    follows.current = true;
  }, [ownMessage, view.conversationId]);

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const lines = element.querySelectorAll<HTMLElement>(".line");
    const newest = lines[lines.length - 1];
    const start = newest ? newest.offsetTop - 16 : 0;
    const end = element.scrollHeight - element.clientHeight;
    if (follows.current) element.scrollTop = Math.max(element.scrollTop, Math.min(end, start));
    if (lines.length > seen.current) setHasNewer(end - element.scrollTop > NEAR_END_PX);
    seen.current = lines.length;
  }, [view.lines, view.speaking]);

  const onScroll = () => {
    const element = log.current;
    if (!element) return;
    const left = element.scrollHeight - element.clientHeight - element.scrollTop;
    follows.current = left <= NEAR_END_PX;
    if (follows.current) setHasNewer(false);
  };
  return { log, hasNewer, onScroll, goToEnd };
}
