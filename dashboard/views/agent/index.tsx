/** How the agent is called, looks and behaves, with its words beside it before anything is saved. */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
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
import { Skeleton } from "../../parts/skeleton.tsx";
import { toast, toastError } from "../../parts/toast.tsx";
import { Loaded, useResource } from "../../parts/use-resource.tsx";
import { useLeaveGuard } from "../policies/use-leave-guard.ts";
import "./agent.css";
import type { CardProps } from "./card.tsx";
import { changesOf, withChanges } from "./draft.ts";
import { HoursCard } from "./hours-card.tsx";
import { IdentityCard } from "./identity-card.tsx";
import { OpeningsCard, SilenceCard } from "./initiative-cards.tsx";
import { LanguageCard } from "./language-card.tsx";
import { LooksCard } from "./looks-card.tsx";
import { ModelCard } from "./model-card.tsx";
import { Preview } from "./preview.tsx";
import { MemoryCard, StaffCard } from "./shop-cards.tsx";
import { usePreview } from "./use-preview.ts";

/** In the order they stand in. */
const CARDS: readonly ((props: CardProps) => JSX.Element)[] = [
  IdentityCard,
  LooksCard,
  OpeningsCard,
  SilenceCard,
  HoursCard,
  MemoryCard,
  LanguageCard,
  ModelCard,
  StaffCard,
];

export default function Agent() {
  const settings = useResource("settings", readSettings);
  return (
    <>
      <PageHead title="Agent" about="What it is called, how it sounds and looks, and when it speaks." />
      <Loaded resource={settings} skeleton={<Skeleton lines={12} />}>
        {(view) => <Form view={view} onView={settings.replace} />}
      </Loaded>
    </>
  );
}

function Form({ view, onView }: { view: AgentSettingsView; onView: (view: AgentSettingsView) => void }) {
  const mayChange = useMay("editor");
  const { settings, defaults } = view;
  const [draft, setDraft] = useState<AgentSettings>(settings);
  /** What the last attempt to save was refused for. */
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const [wording, setWording] = useState(0);
  const changes = changesOf(settings, draft, defaults);
  const isChanged = Object.keys(changes).length > 0;
  const asked = usePreview(changes, wording, view);
  useLeaveGuard(isChanged);
  // Undoing comes later, to a form in which more may have been written since.
  const unsaved = useRef<AgentChanges>(changes);
  unsaved.current = changes;

  const edit = (values: Partial<AgentSettings>) => {
    setRefused({});
    setDraft((before) => ({ ...before, ...values }));
  };
  const save = async () => {
    setSaving(true);
    try {
      const { undo, ...saved } = await changeSettings(changes);
      setDraft(saved.settings);
      onView(saved);
      toast("Saved. It holds within seconds.", () => void takeBack(undo));
    } catch (failure) {
      const problems = problemsIn(failure);
      setRefused(problems);
      if (Object.keys(problems).length === 0) toastError(failure);
      else requestAnimationFrame(goToProblem);
    }
    setSaving(false);
  };
  const takeBack = async (undo: AgentChanges) => {
    try {
      const { undo: _, ...saved } = await changeSettings(undo);
      setDraft(withChanges(saved.settings, unsaved.current, saved.defaults));
      onView(saved);
      toast("Undone.");
    } catch (failure) {
      toastError(failure);
    }
  };

  const problems = { ...asked.problems, ...refused };
  const card = { draft, defaults, set: edit, problems, mayChange, people: view.people };
  return (
    <div class="agent-page">
      <form
        aria-label="Settings of the agent"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged && !isSaving) void save();
        }}
      >
        {!mayChange && (
          <p class="notice agent-fixed">
            You can look at these settings. Owners and editors can change them.
          </p>
        )}
        <fieldset class="agent-fields" disabled={!mayChange || isSaving}>
          {CARDS.map((Card, place) => (
            <Card key={place} {...card} />
          ))}
        </fieldset>
        {mayChange && isChanged && (
          <section class="agent-save" aria-label="Unsaved changes">
            <span class="agent-save-says">Not saved yet</span>
            <Button
              onClick={() => {
                setDraft(settings);
                setRefused({});
              }}
            >
              Discard
            </Button>
            <Button kind="primary" type="submit" disabled={isSaving}>
              Save
            </Button>
          </section>
        )}
      </form>
      <Preview asked={asked} draft={draft} onSayOtherwise={() => setWording(wording + 1)} />
    </div>
  );
}

/** The field that is wrong may be far up. */
function goToProblem(): void {
  document.querySelector<HTMLElement>('.agent-fields [aria-invalid="true"]')?.focus();
}
