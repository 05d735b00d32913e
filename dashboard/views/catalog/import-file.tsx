/** One file on its way into the catalog: first a rehearsal that changes nothing, then the import. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type FileAnswer, type FileProgress, type FileWishes, sendFile } from "../../api/catalog.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { counted } from "../../parts/words.ts";
import { DropZone } from "./drop-zone.tsx";
import { Done } from "./import-done.tsx";
import { Rehearsal } from "./rehearsal.tsx";

type Wishes = Omit<FileWishes, "isRehearsal">;
type State =
  | { is: "idle" }
  | { is: "busy"; with: "rehearsal" | "import"; progress: FileProgress }
  | { is: "rehearsed"; answer: FileAnswer }
  | { is: "done"; answer: FileAnswer }
  | { is: "failed"; message: string };

const WISHES: Wishes = { format: "auto", replace: false, map: {} };

/** @param onImported once something has changed, or waits to be confirmed. */
export function ImportFile({ onImported }: { onImported: () => void }) {
  const mayImport = useMay("editor");
  const [file, setFile] = useState<File | null>(null);
  const [wishes, setWishes] = useState(WISHES);
  const [state, setState] = useState<State>({ is: "idle" });
  const [last, setLast] = useState<FileAnswer | null>(null);
  const sending = useRef<AbortController | null>(null);
  const stop = () => sending.current?.abort();
  const isShown = useRef(true);
  const isImporting = state.is === "busy" && state.with === "import";
  const isImportingNow = useRef(false);
  isImportingNow.current = isImporting;
  useEffect(
    () => () => {
      isShown.current = false;
      // An import goes on while the merchant looks at something else.
      if (!isImportingNow.current) stop();
    },
    [],
  );
  useEffect(() => {
    if (!isImporting) return;
    const warn = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isImporting]);
  const begin = async (chosen: File, wanted: Wishes, isRehearsal: boolean) => {
    stop();
    const abort = new AbortController();
    sending.current = abort;
    const show = (next: State) => {
      if (!abort.signal.aborted) setState(next);
    };
    const doing = isRehearsal ? "rehearsal" : "import";
    show({ is: "busy", with: doing, progress: { is: "sending", share: 0 } });
    try {
      const onProgress = (progress: FileProgress) => show({ is: "busy", with: doing, progress });
      const answer = await sendFile(chosen, { ...wanted, isRehearsal }, onProgress, abort.signal);
      if (isRehearsal && !abort.signal.aborted) setLast(answer);
      show({ is: isRehearsal ? "rehearsed" : "done", answer });
      if (!isRehearsal) onImported();
      if (!isRehearsal && !isShown.current) toast(tellEnd(chosen.name, answer));
    } catch (error) {
      if (!isShown.current && !abort.signal.aborted) toastError(error);
      show({ is: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  const choose = (chosen: File) => {
    setFile(chosen);
    setWishes(WISHES);
    setLast(null);
    begin(chosen, WISHES, true);
  };
  const forget = () => {
    stop();
    setFile(null);
    setState({ is: "idle" });
  };
  if (!mayImport)
    return (
      <p class="notice">
        Whoever may change the shop's settings can import a catalog here: an editor or an owner.
      </p>
    );
  if (file === null || state.is === "idle") return <DropZone onFile={choose} />;
  return (
    <section class="card import-file" aria-label={`The file ${file.name}`}>
      <div class="card-head">
        <h2 class="file-name">{file.name}</h2>
        <Button kind="quiet" onClick={forget}>
          {state.is === "done" ? "Import another file" : "Choose another file"}
        </Button>
      </div>
      {state.is === "busy" && <Progress doing={state.with} progress={state.progress} />}
      {state.is === "failed" && (
        <div class="card-body stack">
          <p class="notice notice-bad" role="alert">
            {state.message}
          </p>
          <div>
            <Button onClick={() => begin(file, wishes, true)}>Try again</Button>
          </div>
        </div>
      )}
      {state.is === "done" && <Done {...state.answer} />}
      {last !== null && state.is !== "done" && (
        <Rehearsal
          fileName={file.name}
          result={last}
          wishes={wishes}
          isBusy={state.is === "busy"}
          onWishes={(wanted) => {
            setWishes(wanted);
            begin(file, wanted, true);
          }}
          onImport={() => begin(file, wishes, false)}
        />
      )}
    </section>
  );
}

function tellEnd(name: string, { isHeld, answer }: FileAnswer): string {
  if ("error" in answer) return `${name} was not imported: ${answer.error.message}.`;
  return isHeld ? `${name} waits under Catalog to be confirmed.` : `${name} is imported.`;
}

function Progress({ doing, progress }: { doing: "rehearsal" | "import"; progress: FileProgress }) {
  const isSent = progress.is === "reading" || progress.share >= 1;
  const words = !isSent
    ? `Sending the file: ${Math.round((progress.is === "sending" ? progress.share : 1) * 100)} %`
    : progress.is === "reading"
      ? `${doing === "rehearsal" ? "Looking it through" : "Importing"}: ${counted(progress.rows, "row")} read`
      : doing === "rehearsal"
        ? "Looking it through; nothing is changed yet"
        : "Importing";
  return (
    <div class="card-body import-progress" role="status">
      <progress
        aria-label={doing === "rehearsal" ? "Looking the file through" : "Importing"}
        {...(!isSent && progress.is === "sending" && { value: progress.share, max: 1 })}
      />
      <span class="small soft">{words}</span>
    </div>
  );
}
