import { readVersions, type StoredAnswer } from "../../api/answers.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { fullTime } from "../../parts/words.ts";

/** What the agent was given to say, and when: claims of past turns cite these versions. */
export function AnswerHistory({ answer, onClose }: { answer: StoredAnswer; onClose: () => void }) {
  const versions = useResource(answer.id, (signal) => readVersions(answer.id, signal));
  return (
    <Dialog title={answer.question} onClose={onClose}>
      <Loaded resource={versions}>
        {(all) => (
          <ol class="answer-versions">
            {all.map((version, index) => (
              <li key={version.version} class="answer-version">
                <span class="small faint">
                  Version {version.version}, {whatWasDone(version, all[index + 1])} by {version.by},{" "}
                  <time dateTime={version.at}>{fullTime(version.at)}</time>
                </span>
                {!version.removed && <span>“{version.text}”</span>}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
      <div class="dialog-actions">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}

function whatWasDone(version: StoredAnswer, before: StoredAnswer | undefined): string {
  if (!before) return "given";
  if (version.removed) return "removed";
  return before.removed ? "brought back" : "changed";
}
