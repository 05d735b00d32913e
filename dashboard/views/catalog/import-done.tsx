import type { FileAnswer } from "../../api/catalog.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { HiddenReasons, ImportFigures, tellLeaving } from "./import-counts.tsx";
import { RejectedRows } from "./rejected-rows.tsx";

/** What came of an import. */
export function Done({ isHeld, answer }: FileAnswer) {
  if ("error" in answer)
    return (
      <div class="card-body">
        <p class="notice notice-bad" role="alert">
          Nothing was changed: {answer.error.message}.
        </p>
      </div>
    );
  return (
    <div class="card-body rehearsal">
      {isHeld ? (
        <p class="notice notice-warn" role="status">
          {answer.held && tellLeaving(answer.held)} It waits above until you apply or discard it; until then
          nothing is changed.
        </p>
      ) : (
        <p class="notice notice-good" role="status">
          Imported. From the next message on, the assistant knows these products.
        </p>
      )}
      <ImportFigures outcome={answer} />
      <HiddenReasons reasons={answer.hiddenBecause} />
      <RejectedRows outcome={answer} fileName="catalog" />
      {!isHeld && (
        <div>
          <ButtonLink kind="primary" href="/dashboard/setup">
            Go on with the set-up
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
