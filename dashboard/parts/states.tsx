/** What stands where there is nothing to show: an empty state says how something comes there, an error how to go on. */
import type { ComponentChildren } from "preact";
import { Button } from "./button.tsx";

export function EmptyState({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="state">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function ErrorState({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <section class="state" role="alert">
      <h2>This could not be loaded</h2>
      <p>{error.message}</p>
      <div>
        <Button onClick={onRetry}>Try again</Button>
      </div>
    </section>
  );
}
