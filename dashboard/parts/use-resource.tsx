/** What the server has, asked for when it is first needed and again when what it depends on changes. */
import type { ComponentChildren, JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { Skeleton } from "./skeleton.tsx";
import { ErrorState } from "./states.tsx";

export interface Resource<Data> {
  /** The last that was had, also while it is asked for anew; null before. */
  data: Data | null;
  error: Error | null;
  isLoading: boolean;
  reload(): void;
  /** Puts in place what an action answered. */
  replace(data: Data): void;
}

/** @param key says what is asked for: another key is another question. @param refreshMs asks again while the page is looked at. */
export function useResource<Data>(
  key: string,
  load: (signal: AbortSignal) => Promise<Data>,
  { refreshMs }: { refreshMs?: number } = {},
): Resource<Data> {
  const [had, setHad] = useState<{ key: string; data: Data } | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [times, setTimes] = useState(0);
  // The key stands for what `load` asks.
  useEffect(() => {
    const asking = new AbortController();
    setLoading(true);
    setError(null);
    load(asking.signal).then(
      (data) => {
        if (asking.signal.aborted) return;
        setHad({ key, data });
        setLoading(false);
      },
      (failure: Error) => {
        if (asking.signal.aborted) return;
        setError(failure);
        setLoading(false);
      },
    );
    return () => asking.abort();
  }, [key, times]);
  const reload = useCallback(() => setTimes((count) => count + 1), []);
  useEffect(() => {
    if (refreshMs === undefined) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") reload();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [refreshMs, reload]);
  return {
    data: had?.key === key ? had.data : null,
    error,
    isLoading,
    reload,
    replace: (data) => setHad({ key, data }),
  };
}

/** The contents once they are there, a skeleton before, and what went wrong instead. */
export function Loaded<Data>({
  resource: { data, error, reload },
  skeleton,
  children,
}: {
  resource: Resource<Data>;
  skeleton?: ComponentChildren;
  children: (data: Data) => ComponentChildren;
}): JSX.Element {
  if (data !== null) return <>{children(data)}</>;
  if (error) return <ErrorState error={error} onRetry={reload} />;
  return <>{skeleton ?? <Skeleton lines={5} />}</>;
}
