import { countLive } from "../api/live.ts";
import { useResource } from "../parts/use-resource.tsx";
import { counted } from "../parts/words.ts";

const LOOK_MS = 5_000;

/** How many shoppers wait for a person, beside the place where they are found; nothing where none does. */
export function WaitingCount() {
  const { data } = useResource("live", countLive, { refreshMs: LOOK_MS });
  if (!data || data.waiting === 0) return null;
  return (
    <span class="side-count">
      {data.waiting}
      <span class="visually-hidden">
        : {counted(data.waiting, "shopper waits", "shoppers wait")} for a person
      </span>
    </span>
  );
}
