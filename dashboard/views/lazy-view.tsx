import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { PageSkeleton } from "../parts/skeleton.tsx";
import { ErrorState } from "../parts/states.tsx";

/** A view whose script is loaded when it is first shown. Its skeleton stands until then. */
export function lazyView<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function LazyView(props: Props) {
    const [View, setView] = useState<ComponentType<Props> | null>(() => loaded);
    const [error, setError] = useState<Error | null>(null);
    const attempt = () => {
      setError(null);
      load().then((module) => {
        loaded = module.default;
        setView(() => module.default);
      }, setError);
    };
    useEffect(() => {
      if (!View) attempt();
    }, []);
    if (View) return <View {...props} />;
    // After an update of the server the chunks have other names: a new page knows them.
    if (error)
      return (
        <ErrorState
          error={new Error("This page could not be loaded. The server may have been updated meanwhile.")}
          onRetry={() => location.reload()}
        />
      );
    return <PageSkeleton />;
  };
}
