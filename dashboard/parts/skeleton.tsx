/** Stands where something is still loaded, of about its size, so that nothing jumps when it comes. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div class="skeleton" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" />
      ))}
    </div>
  );
}

export function PageSkeleton() {
  return (
    <div class="page-skeleton">
      <Skeleton lines={1} />
      <Skeleton lines={6} />
    </div>
  );
}
