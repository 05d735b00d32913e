import type { Share } from "../../api/insight.ts";
import { percent } from "../../parts/words.ts";

/** A share with its interval, beside the figure. @param top what the end of the line stands for, the same for all that are compared. */
export function SuccessBar({ success, top }: { success: Share | null; top: number }) {
  const at = (value: number) => `${(100 * value) / top}%`;
  return (
    <span class="success">
      <span class="success-figure">
        {success ? percent(success.value, success.value > 0 && success.value < 0.1 ? 1 : 0) : "–"}
      </span>
      <span class="share-track share-accepted" aria-hidden="true">
        {success && (
          <>
            <span
              class="share-interval"
              style={{ left: at(success.low), width: at(success.high - success.low) }}
            />
            <span class="share-value" style={{ left: at(success.value) }} />
          </>
        )}
      </span>
      {success && (
        <span class="visually-hidden">
          , {percent(success.low)} to {percent(success.high)}
        </span>
      )}
    </span>
  );
}
