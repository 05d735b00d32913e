/** How the assistant is called, looks and behaves, with its words beside it before anything is saved. */
import { useEffect, useState } from "preact/hooks";
import {
  type AgentChanges,
  type AgentSettings,
  type AgentSettingsView,
  changeSettings,
  problemsIn,
  readSettings,
} from "../../api/settings.ts";
import { useMay } from "../../frame/session-state.tsx";
import { Button } from "../../parts/button.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import "./agent.css";
import { changesOf } from "./draft.ts";
import { Preview } from "./preview.tsx";
import { Identity, Looks, Openings, Practice, Silence } from "./sections.tsx";

export default function Agent() {
  const settings = useResource("settings", readSettings);
  return (
    <>
      <PageHead title="Agent" about="What it is called, how it sounds, and when it speaks." />
      <Loaded resource={settings}>{(view) => <Form view={view} onView={settings.replace} />}</Loaded>
    </>
  );
}

function Form({ view, onView }: { view: AgentSettingsView; onView: (view: AgentSettingsView) => void }) {
  const mayChange = useMay("editor");
  const [draft, setDraft] = useState<AgentSettings>(view.settings);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const changes = changesOf(view.settings, draft);
  const isDirty = Object.keys(changes).length > 0;
  useUnsavedGuard(isDirty);
  const store = (wanted: AgentChanges) =>
    changeSettings(wanted).then(({ undo, ...stored }) => {
      setProblems({});
      setDraft(stored.settings);
      onView(stored);
      return undo;
    });
  const save = (event: Event) => {
    event.preventDefault();
    setSaving(true);
    store(changes)
      .then(
        (undo) =>
          toast("Saved. It holds within seconds.", () => {
            store(undo).then(() => toast("It is as before."), toastError);
          }),
        (error: unknown) => {
          const found = problemsIn(error);
          setProblems(found);
          toastError(error);
        },
      )
      .finally(() => setSaving(false));
  };
  const section = { draft, problems, onDraft: setDraft };
  return (
    <div class="agent-page">
      <form onSubmit={save}>
        {!mayChange && <p class="notice">You can look at these settings; an editor can change them.</p>}
        <fieldset class="agent-fields" disabled={!mayChange}>
          <legend class="visually-hidden">Settings of the agent</legend>
          <Identity {...section} />
          <Looks {...section} />
          <Openings {...section} />
          <Silence {...section} />
          <Practice {...section} />
        </fieldset>
        {isDirty && (
          <div class="agent-save">
            <span>Not saved yet</span>
            <Button
              onClick={() => {
                setDraft(view.settings);
                setProblems({});
              }}
            >
              Discard
            </Button>
            <Button kind="primary" type="submit" disabled={isSaving}>
              Save
            </Button>
          </div>
        )}
      </form>
      <Preview changes={changes} />
    </div>
  );
}

/** Nobody leaves what they wrote behind without knowing it. */
function useUnsavedGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    addEventListener("beforeunload", (event) => event.preventDefault(), { signal });
    document.addEventListener(
      "click",
      (event) => {
        const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
        if (!link || confirm("Leave without saving your changes?")) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { signal, capture: true },
    );
    return () => leaving.abort();
  }, [isDirty]);
}
