import { useEffect, useState } from "preact/hooks";
import { type AgentChanges, type AgentPreview, previewAgent, problemsIn } from "../../api/settings.ts";

export interface AskedPreview {
  /** The last that was had. */
  preview: AgentPreview | null;
  /** What is wrong with the changes, by setting. */
  problems: Record<string, string>;
  error: Error | null;
  isLoading: boolean;
}

/** Asked for when nobody has typed for so long. */
const SETTLE_MS = 350;

/** What the agent would say with these changes, asked anew when they change. */
export function usePreview(changes: AgentChanges, wording: number, version: unknown): AskedPreview {
  const [asked, setAsked] = useState<AskedPreview>({
    ...{ preview: null, problems: {}, error: null, isLoading: true },
  });
  useEffect(() => {
    const asking = new AbortController();
    setAsked((before) => ({ ...before, isLoading: true }));
    const timer = setTimeout(() => {
      previewAgent(changes, wording, asking.signal).then(
        (preview) => {
          if (!asking.signal.aborted) setAsked({ preview, problems: {}, error: null, isLoading: false });
        },
        (error: Error) => {
          if (asking.signal.aborted) return;
          const problems = problemsIn(error);
          const isOfFields = Object.keys(problems).length > 0;
          setAsked(({ preview }) => ({
            ...{ preview, problems, error: isOfFields ? null : error, isLoading: false },
          }));
        },
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [JSON.stringify(changes), wording, version]);
  return asked;
}
