import type { TalkOutcome } from "../../api/conversations.ts";
import { OUTCOME_NAMES } from "./outcome-names.ts";

const KINDS: Record<TalkOutcome, string> = {
  accepted: "badge-good",
  bought: "badge-good",
  "person-asked": "badge-warn",
  abandoned: "",
};

/** Who bought has accepted: only the more telling of the two is shown. */
export function Outcomes({ outcomes }: { outcomes: readonly TalkOutcome[] }) {
  const shown = outcomes.filter((outcome) => outcome !== "accepted" || !outcomes.includes("bought"));
  return (
    <>
      {shown.map((outcome) => (
        <span key={outcome} class={`badge ${KINDS[outcome]}`}>
          {OUTCOME_NAMES[outcome]}
        </span>
      ))}
    </>
  );
}
