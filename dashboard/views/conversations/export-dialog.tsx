import type { ConversationRecord } from "../../api/conversations.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { downloadJson, downloadText } from "../../parts/download.ts";
import { writeTranscript } from "./write-transcript.ts";

/** The conversation as a file: to read, or to work on. */
export function ExportDialog({ record, onClose }: { record: ConversationRecord; onClose: () => void }) {
  const name = `conversation-${record.id}`;
  const after = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <Dialog title="Export this conversation" onClose={onClose}>
      <p class="soft">
        As text it is what was said, by whom and when, with the products that were shown. As JSON it is
        everything on this page, with the decision behind each turn.
      </p>
      <div class="dialog-actions">
        <Button onClick={after(() => downloadText(name, writeTranscript(record)))}>Text</Button>
        <Button onClick={after(() => downloadJson(name, record))}>JSON</Button>
      </div>
    </Dialog>
  );
}
